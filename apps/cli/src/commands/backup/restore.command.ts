import { createPublicKey } from 'node:crypto';
import { verifyLedger } from '#libs/audit';
import {
  type Config,
  layKey,
  PostgresLedgerArchive,
  readConfig,
  recordRun,
  type RecoveryTarget,
  restoreBackup,
} from '#libs/persistence';
import { Command, Option } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { PartialFailure, UsageError } from '../../exit-code.js';
import { CliIo } from '../../io.js';
import { inputPath } from '../../options.js';
import { folderOf, keySource, withOwner } from './backup-support.js';

interface Options {
  readonly toDir?: string;
  readonly until?: string;
  readonly backup?: string;
  readonly keyFile?: string;
  readonly json?: boolean;
}
type Restored = Awaited<ReturnType<typeof restoreBackup>>;

@Command({
  name: 'restore',
  arguments: '<thư-mục>',
  description: 'Khôi phục vào thư mục dữ liệu trống, tới lúc cuối cùng có được hoặc tới một thời điểm',
})
export class RestoreCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(args: string[], options: Options): Promise<void> {
    const { toDir, until, backup, keyFile, json } = options;
    const config = readConfig();
    const folder = folderOf(args);
    const to = toDir === undefined ? config.dataDir : inputPath(toDir);
    const startedAt = new Date();
    const key = keySource(config, { keyFile, folders: [to, config.dataDir] });
    const target: RecoveryTarget = until === undefined ? 'everything' : { until };
    const restored = await restoreBackup({
      ...{ folder, to, key, name: backup, target },
      onProgress: (line) => this.io.say(line),
    });
    if (keyFile !== undefined && key.masterKey !== undefined) await layKey(to, key.masterKey);
    const checked =
      restored.cluster === null ? null : await this.#check({ ...config, dataDir: to }, restored, startedAt);
    if (json)
      this.io.print(JSON.stringify({ to, backup: restored.manifest.name, blobs: restored.blobs, ledger: checked }));
    else for (const line of this.#lines(restored, to, checked)) this.io.print(line);
    if (checked?.ok === false) throw new PartialFailure();
  }

  /** Starts the restored server as any command does, reads its ledger and writes down where it came from. */
  async #check(config: Config, { manifest, blobs }: Restored, startedAt: Date) {
    const here = { ...config, databaseUrl: undefined, databaseAdminUrl: undefined };
    return withOwner(here, this.io, async ({ connections }) => {
      const archive = new PostgresLedgerArchive(connections, 'admin');
      const { ok, cases, events, heads, findings, tree } = await verifyLedger(
        archive,
        createPublicKey(manifest.signingKey),
      );
      await recordRun(connections.admin, {
        ...{ kind: 'restore', name: manifest.name, place: here.dataDir, startedAt, finishedAt: new Date(), ok },
        summary: { events, blobs, findings: findings.length + tree.length },
      });
      return { ok, cases, events, heads };
    });
  }

  #lines(
    { manifest, blobs, cluster }: Restored,
    to: string,
    checked: { ok: boolean; events: number } | null,
  ): string[] {
    const begin = `Đã khôi phục ${manifest.name} vào ${to}: ${blobs} tệp lưu trữ`;
    if (cluster === null || checked === null)
      return [`${begin}. Cơ sở dữ liệu thuộc máy chủ riêng: khôi phục nó theo docs/runbook.md, rồi chạy audit verify.`];
    return [
      `${begin}, cơ sở dữ liệu ở ${cluster}`,
      checked.ok
        ? `Nhật ký nguyên vẹn: ${checked.events} sự kiện`
        : 'NHẬT KÝ KHÔNG KHỚP: chạy audit verify để xem từng chỗ',
      'So gốc cây đã ký với bản in hoặc bản gửi ra ngoài trước đây. Khóa ký không có trong bản sao lưu: chép lại keys/audit-ed25519.pem, hoặc nếu đã mất thì khai báo bằng lệnh audit rotate-key --lost.',
      `Chạy tiếp: NGHE_DAN_DATA=${to} npm start`,
    ];
  }

  @Option({ flags: '--to-dir <thư-mục>', description: 'thư mục dữ liệu mới, trống; mặc định là NGHE_DAN_DATA' })
  toDir(path: string): string {
    return path;
  }
  @Option({ flags: '--until <thời-điểm>', description: 'khôi phục tới lúc này, dạng 2026-11-22T09:30:00+07:00' })
  until(text: string): string {
    const at = /T.*(Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : new Date(Number.NaN);
    if (Number.isNaN(at.getTime()))
      throw new UsageError(`--until: cần thời điểm có múi giờ, dạng 2026-11-22T09:30:00+07:00, nhận được ${text}`);
    return at.toISOString();
  }
  @Option({ flags: '--backup <tên>', description: 'bản sao lưu nào; mặc định là bản mới nhất xong trước thời điểm đó' })
  backup(name: string): string {
    return name;
  }
  @Option({
    flags: '--key-file <tệp>',
    description: 'tệp khóa chính, khi không đặt NGHE_DAN_MASTER_KEY; được chép vào thư mục mới',
  })
  keyFile(path: string): string {
    return path;
  }
  @Option({ flags: '--json', description: 'in một tài liệu JSON' })
  json(): boolean {
    return true;
  }
}
