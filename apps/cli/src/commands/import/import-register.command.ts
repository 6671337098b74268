import { readFileSync } from 'node:fs';
import { dryRunReport, readRegister, readWorkbook, type DryRunReport } from '#libs/intake';
import { AppError, dayOf } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { inputPath } from '../../options.js';
import { batchLines, leftOutLines, reportLines } from './report-lines.js';

interface RegisterOptions {
  dryRun?: boolean;
  agency?: string;
  user?: string;
  sealedOk?: boolean;
  json?: boolean;
}

@SubCommand({
  name: 'register',
  arguments: '<tệp>',
  description: 'Đọc một sổ .xlsx; không có --dry-run thì đăng ký các dòng đọc được',
})
export class ImportRegisterCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run([path = '']: string[], options: RegisterOptions): Promise<void> {
    const file = readBytes(path);
    if (options.dryRun) await this.dryRun(file, options);
    else await this.register(file, options);
  }

  /** Needs no database: the day is the machine's own. */
  private async dryRun(file: Buffer, { sealedOk = false, json }: RegisterOptions): Promise<void> {
    const reading = readRegister(await readWorkbook(file), dayOf(new Date()));
    const report = dryRunReport(reading, { sealedOk });
    for (const line of leftOutLines(reading)) this.io.say(line);
    this.print(report, reportLines(report), json);
  }

  private async register(file: Buffer, { agency, user, sealedOk = false, json }: RegisterOptions): Promise<void> {
    if (agency === undefined && user === undefined)
      throw new UsageError('Cần --agency MÃ (hoặc --user TÀI-KHOẢN), hoặc --dry-run');
    // Only this way needs the database, so only this way loads it.
    const { withImports } = await import('./with-imports.js');
    await withImports(this.io, async ({ imports, registrar }) => {
      const actor = await registrar({ agency, user });
      const { batchId, report, reading, sameFileAs } = await imports.preview(actor, file, {
        agencyCode: agency,
        sealedOk,
      });
      for (const line of leftOutLines(reading)) this.io.say(line);
      if (sameFileAs) this.io.say(`Lưu ý: chính tệp này đã được nhập ở đợt ${sameFileAs}; các đơn sẽ có mặt hai lần.`);
      this.io.say(`Đã đọc ${report.rows} dòng; đang đăng ký với tài khoản ${actor.fullName}…`);
      const batch = await imports.commit(actor, batchId);
      if (batch.state !== 'done')
        throw new AppError({
          code: 'IMPORT.STOPPED',
          status: 409,
          title: 'Đợt nhập đã dừng',
          detail: `Đợt ${batchId} ở tình trạng ${batch.state}.`,
        });
      const answer = { batchId, state: batch.state, registered: batch.registered, ...report };
      this.print(answer, [...reportLines(report), ...batchLines(batchId, batch.registered)], json);
    });
  }

  private print(document: DryRunReport, lines: readonly string[], json = false): void {
    if (json) this.io.print(JSON.stringify(document));
    else for (const line of lines) this.io.print(line);
  }

  @Option({ flags: '--dry-run', description: 'chỉ đọc và cho xem, không ghi gì, không cần cơ sở dữ liệu' })
  dryRunOption(): boolean {
    return true;
  }

  @Option({ flags: '--agency <mã>', description: 'cơ quan của sổ, ví dụ XA-TANTHANH' })
  agency(code: string): string {
    return code;
  }

  @Option({
    flags: '--user <tài-khoản>',
    description: 'đăng ký với tài khoản này; mặc định là người tiếp nhận của cơ quan',
  })
  user(name: string): string {
    return name;
  }

  @Option({
    flags: '--sealed-ok',
    description: 'in cả tên, số định danh, nội dung của đơn tố cáo; quyền của người đăng ký',
  })
  sealedOk(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(inputPath(path));
  } catch {
    throw new UsageError(`Không đọc được tệp ${path}`);
  }
}
