import { migrate, readConfig, seedReference, StartError, withDatabase } from '#libs/persistence';
import { installQueue } from '#libs/queue';
import { Command, Option } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { CliIo } from '../../io.js';

@Command({ name: 'migrate', description: 'Cập nhật cấu trúc cơ sở dữ liệu và nạp danh mục' })
export class MigrateCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(_args: string[], { json }: { json?: boolean }): Promise<void> {
    const config = readConfig();
    const done = await withDatabase(config, { max: 2, onProgress: (line) => this.io.say(line) }, async (database) => {
      const adminUrl = database.urls.admin;
      if (adminUrl === undefined)
        throw new StartError('Cần DATABASE_ADMIN_URL, tài khoản chủ sở hữu, để cập nhật cấu trúc.');
      const files = await migrate({ adminUrl, installQueue });
      const seeded = await seedReference(database.connections.admin, config.mode);
      return { files, seeded };
    });
    if (json) return this.io.print(JSON.stringify(done));
    this.io.print(
      done.files.length > 0 ? `Đã chạy: ${done.files.join(', ')}` : 'Cấu trúc đã đúng phiên bản, không có gì phải chạy',
    );
    if (done.seeded) this.io.print('Đã nạp danh mục đơn vị hành chính và dữ liệu gốc');
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
