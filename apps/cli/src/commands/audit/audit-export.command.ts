import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { exportLedger, seal } from '#libs/audit';
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
    const count = await Promise.race([broken, this.#write(file)]);
    this.io.print(`Đã xuất ${count} sự kiện vào ${path}`);
    this.io.say(`Kiểm tra: node libs/audit/verifier/verify.mjs ${path}`);
  }

  async #write(file: ReturnType<typeof createWriteStream>): Promise<number> {
    await once(file, 'open');
    return withLedger(this.io, async ({ archive, key }) => {
      await seal(archive, key.privateKey, new Date());
      const count = await exportLedger(archive, key.publicPem, async (line) => {
        if (!file.write(line)) await once(file, 'drain');
      });
      file.end();
      await once(file, 'finish');
      return count;
    });
  }
}
