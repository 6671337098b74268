import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type Exported, exportLedger, seal } from '#libs/audit';
import { SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { inputPath } from '../../options.js';
import { withLedger } from './with-ledger.js';

@SubCommand({ name: 'export', arguments: '<tệp>', description: 'Niêm phong rồi xuất nhật ký để kiểm tra ở nơi khác' })
export class AuditExportCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run([path]: string[]): Promise<void> {
    if (path === undefined) throw new UsageError('Cần tên tệp để xuất ra');
    const file = createWriteStream(inputPath(path), { mode: 0o600 });
    const broken = once(file, 'error').then(([error]) => {
      throw new UsageError(`Không ghi được tệp ${path}: ${(error as NodeJS.ErrnoException).code}`);
    });
    const { cases, events } = await Promise.race([broken, this.#write(file)]);
    this.io.print(`Đã xuất ${events} sự kiện của ${cases} hồ sơ vào ${path}`);
    this.io.say(
      `Kiểm tra ở máy khác, chỉ cần Node: node verify.mjs ${path} --key MÃ-KHÓA-ĐÃ-NIÊM-YẾT (tệp libs/audit/verifier/verify.mjs)`,
    );
  }

  async #write(file: ReturnType<typeof createWriteStream>): Promise<Exported> {
    await once(file, 'open');
    return withLedger(this.io, async ({ archive, key }) => {
      await seal(archive, key.privateKey, new Date());
      const exported = await archive.readExport((streams) =>
        exportLedger(streams, async (line) => {
          if (!file.write(line)) await once(file, 'drain');
        }),
      );
      file.end();
      await once(file, 'finish');
      return exported;
    });
  }
}
