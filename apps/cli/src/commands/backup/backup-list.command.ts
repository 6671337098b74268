import { backupsIn, chooseBackup } from '#libs/persistence';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { CliIo } from '../../io.js';
import { folderOf, wantsJson } from './backup-support.js';

@SubCommand({ name: 'list', arguments: '<thư-mục>', description: 'Các bản sao lưu trong thư mục' })
export class BackupListCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(args: string[]): Promise<void> {
    const json = wantsJson(this.command);
    const folder = folderOf(args);
    const found = backupsIn(folder).map((name) => {
      const { point, finishedAt, cluster, product } = chooseBackup(folder, name, 'everything');
      return { name, pointAt: point.at, finishedAt, database: cluster !== null, version: product.version };
    });
    if (json) return this.io.print(JSON.stringify({ items: found }));
    for (const { name, pointAt, database } of found)
      this.io.print(`${name}  điểm khôi phục ${pointAt}${database ? '' : '  (không có cơ sở dữ liệu: máy chủ riêng)'}`);
    if (found.length === 0) this.io.print('Chưa có bản sao lưu nào.');
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
