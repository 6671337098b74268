import { type BackupResult, fetchWal, readConfig, takeBackup } from '#libs/persistence';
import { Command, Option } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { PartialFailure } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { BackupDrillCommand } from './backup-drill.command.js';
import { BackupListCommand } from './backup-list.command.js';
import { folderOf, productVersion, sizeText, withOwner } from './backup-support.js';

interface Options {
  readonly wal?: boolean;
  readonly json?: boolean;
}

const OWN_SERVER =
  'Máy chủ PostgreSQL riêng: lệnh này chỉ chép tệp lưu trữ và lập bản kê. Cơ sở dữ liệu phải sao lưu bằng pg_basebackup và lưu WAL của máy chủ đó, xem docs/runbook.md.';

function linesOf({ name, manifest, manifestSha256, blobs, bytes }: BackupResult): string[] {
  const { cluster, point } = manifest;
  return [
    `Đã sao lưu ${name}: ${sizeText(bytes)}, ${cluster ? `${cluster.files.length} tệp cơ sở dữ liệu, ` : ''}${blobs.count} tệp lưu trữ (mới ${blobs.added})`,
    `Điểm khôi phục: ${point.at}, ${point.tables.length} bảng, ${point.ledger.events} sự kiện trong nhật ký`,
    `Mã băm bản kê: ${manifestSha256}`,
  ];
}

@Command({
  name: 'backup',
  arguments: '<thư-mục>',
  description: 'Sao lưu cơ sở dữ liệu và tệp trong lúc đang chạy; không kèm khóa chính',
  subCommands: [BackupDrillCommand, BackupListCommand],
})
export class BackupCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(args: string[], { wal = false, json = false }: Options): Promise<void> {
    const config = readConfig();
    const folder = folderOf(args);
    const said = { onProgress: (line: string) => this.io.say(line), version: productVersion() };
    if (wal) {
      const fetched = await withOwner(config, this.io, (database) => fetchWal({ config, database, folder, ...said }));
      return this.io.print(
        json ? JSON.stringify(fetched) : `Đã nối tiếp: ${fetched.segments} đoạn WAL, ${fetched.blobs} tệp lưu trữ mới`,
      );
    }
    const taken = await withOwner(config, this.io, (database) => {
      if (!database.embedded) this.io.say(OWN_SERVER);
      return takeBackup({ config, database, folder, ...said });
    });
    this.#tell(taken, folder, json);
  }

  #tell(taken: BackupResult, folder: string, json: boolean): void {
    const { name, manifest, manifestSha256, blobs, bytes } = taken;
    const { damaged } = blobs;
    if (json) {
      const { point, cluster } = manifest;
      const whole = {
        name,
        folder,
        manifestSha256,
        bytes,
        database: cluster !== null,
        exact: point.exact,
        pointAt: point.at,
      };
      this.io.print(JSON.stringify({ ...whole, blobs: blobs.count, damagedBlobs: damaged }));
    } else for (const line of linesOf(taken)) this.io.print(line);
    if (!manifest.point.exact)
      this.io.say('Máy chủ ghi liên tục, không chốt được số dòng chính xác: diễn tập sẽ không so số dòng của bản này.');
    this.io.say('Khóa chính và khóa ký không nằm trong bản sao lưu: giữ chúng ở nơi khác.');
    for (const key of damaged) this.io.say(`Tệp lưu ${key} đã hỏng từ trước khi sao lưu, không chép.`);
    if (damaged.length > 0) throw new PartialFailure();
  }

  @Option({
    flags: '--wal',
    description: 'chỉ lấy nhật ký giao dịch và tệp mới từ lần trước, đủ rẻ để chạy vài phút một lần',
  })
  wal(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
