import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verifyLedger, type LedgerReport } from '#libs/audit';
import { projectRoot } from '#libs/persistence';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { PartialFailure, UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { inputPath } from '../../options.js';
import { withLedger } from './with-ledger.js';

function linesOf({ ok, cases, events, sealed, unsealed, heads, keys, findings, tree }: LedgerReport): string[] {
  return [
    ...findings.map(({ caseId, message }) => `Hồ sơ ${caseId}: ${message}`),
    ...tree.map(({ message }) => message),
    `${ok ? 'Nhật ký nguyên vẹn' : `${findings.length + tree.length} chỗ sai`}: ${cases} hồ sơ, ${events} sự kiện, ` +
      `${sealed} đã niêm phong trong ${heads} gốc cây ký bằng ${keys} khóa, ${unsealed} chưa niêm phong`,
  ];
}

interface FileOptions {
  readonly export?: string;
  readonly key?: string;
  readonly against?: string;
}

/** The file is checked by the same offline verifier that others are given. */
function verifyFile(args: readonly string[]): Promise<{ ok: boolean; output: string }> {
  const verifier = join(projectRoot(), 'libs/audit/verifier/verify.mjs');
  return new Promise((done) =>
    execFile(process.execPath, [verifier, ...args], { maxBuffer: 1e8 }, (error, output) =>
      done({ ok: error === null, output: output.trim() }),
    ),
  );
}

@SubCommand({ name: 'verify', description: 'Kiểm tra chuỗi của từng hồ sơ, cây niêm phong và các gốc cây đã ký' })
export class AuditVerifyCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(_args: string[], options: FileOptions & { json?: boolean }): Promise<void> {
    const ok = options.export === undefined ? await this.#database(options.json) : await this.#file(options);
    if (!ok) throw new PartialFailure();
  }

  async #database(json = false): Promise<boolean> {
    const report = await withLedger(this.io, ({ archive, key }) => verifyLedger(archive, key.publicKey));
    for (const line of json ? [JSON.stringify(report)] : linesOf(report)) this.io.print(line);
    return report.ok;
  }

  async #file({ export: path = '', key, against, json = false }: FileOptions & { json?: boolean }): Promise<boolean> {
    for (const file of [path, against])
      if (file !== undefined && !existsSync(inputPath(file))) throw new UsageError(`Không có tệp ${file}`);
    const isFile = key !== undefined && existsSync(inputPath(key));
    const { ok, output } = await verifyFile([
      inputPath(path),
      ...(key === undefined ? [] : ['--key', isFile ? inputPath(key) : key]),
      ...(against === undefined ? [] : ['--against', inputPath(against)]),
    ]);
    this.io.print(json ? JSON.stringify({ ok, lines: output.split('\n') }) : output);
    return ok;
  }

  @Option({ flags: '--export <tệp>', description: 'kiểm tra tệp đã xuất, không cần cơ sở dữ liệu' })
  export(path: string): string {
    return path;
  }

  @Option({ flags: '--key <khóa>', description: 'với --export: khóa công khai đã tin (tệp PEM hoặc mã khóa)' })
  key(value: string): string {
    return value;
  }

  @Option({ flags: '--against <tệp>', description: 'với --export: gốc cây hoặc bản xuất giữ từ trước' })
  against(path: string): string {
    return path;
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
