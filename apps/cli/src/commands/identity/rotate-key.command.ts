import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  boundOf,
  checkOf,
  KeyRotation,
  type KnownKey,
  LocalKeyVault,
  readKeyFile,
  ringOf,
  versionOf,
  writeKeyFile,
} from '#libs/identity';
import { FolderImportStaging } from '#libs/files';
import {
  type Config,
  type Database,
  KEY_LOOK_MS,
  PostgresKeyChecks,
  PostgresWrappedKeys,
  readConfig,
  withDatabase,
} from '#libs/persistence';
import { AppError, type ImportBatchId } from '#libs/shared';
import { Option, SubCommand } from 'nest-commander';
import { CliCommand } from '../../cli-command.js';
import { PartialFailure } from '../../exit-code.js';
import { CliIo } from '../../io.js';

const KEY_BYTES = 32;
/** Every process has looked by then. */
const SETTLED_MS = 2 * KEY_LOOK_MS + 1_000;
const refuse = (code: string, detail: string): AppError =>
  new AppError({ code: `IDENTITY.${code}`, status: 409, title: 'Chưa thay khóa chính được', detail });

@SubCommand({
  name: 'rotate-key',
  description: 'Thay khóa chính trong lúc hệ thống chạy: bọc lại mọi khóa bản ghi; đứt giữa chừng thì chạy lại',
})
export class IdentityRotateKeyCommand extends CliCommand {
  constructor(private readonly io: CliIo) {
    super();
  }

  async run(_args: string[], { check = false }: { check?: boolean }): Promise<void> {
    const config = readConfig();
    await withDatabase(config, { max: 3, onProgress: (line) => this.io.say(line) }, (database) =>
      check ? this.check(database, config) : this.rotate(database, config),
    );
  }

  @Option({ flags: '--check', description: 'chỉ đếm khóa bản ghi theo phiên bản khóa chính, không thay gì' })
  check_(): boolean {
    return true;
  }

  private async rotate(database: Database, config: Config): Promise<void> {
    const rows = new PostgresWrappedKeys(database.connections.admin);
    const checks = new PostgresKeyChecks(database.connections.admin);
    const before = await checks.known();
    const inUse = before.filter(({ retired }) => !retired);
    const going = inUse.length > 1;
    if (!going) await this.announce({ config, rows, checks, before });
    const known = await checks.known();
    const newest = known.at(-1) as KnownKey;
    const ring = await ringOf(await mastersOf(config), known);
    const vault = new LocalKeyVault(ring.masters, ring.root);
    this.io.say(going ? `Làm tiếp lần thay sang phiên bản ${newest.version}` : 'Chờ các tiến trình nhận khóa mới…');
    await sleep(SETTLED_MS);
    const rotation = new KeyRotation(rows, vault);
    const staging = new FolderImportStaging(join(config.dataDir, 'staging'));
    const old = known.filter(({ retired, version }) => !retired && version < newest.version);
    let total = 0;
    // Twice: what was being written while the first went over is there for the second.
    for (const _ of [1, 2]) {
      for (const { version } of old)
        total += await rotation.run(version, ({ table, done, left }) =>
          this.io.say(`${table}: đã bọc lại ${done}, còn khoảng ${left}`),
        );
      total += await restage(staging, join(config.dataDir, 'staging'), { vault, newest: newest.version });
      await sleep(1_000);
    }
    for (const { version } of old) {
      const left = await rotation.left(version);
      if (left.size > 0)
        throw refuse(
          'KEY_STILL_USED',
          `Còn bản ghi mới bọc bằng khóa phiên bản ${version}: có tiến trình chưa nhận khóa mới. Chạy lại sau khi khởi động lại tiến trình đó.`,
        );
    }
    await rows.retireBefore(newest.version, newest.check);
    this.io.print(
      `Khóa chính phiên bản ${newest.version} đang dùng; đã bọc lại ${total} khóa bản ghi; khóa cũ thôi dùng`,
    );
    this.io.say(
      config.masterKey === undefined
        ? 'Tệp khóa vẫn giữ cả khóa cũ cho các bản sao lưu trước lần thay; cất riêng rồi bỏ dòng ấy khi các bản đó hết hạn giữ.'
        : 'Từ lần khởi động sau chỉ đặt khóa mới trong NGHE_DAN_MASTER_KEY; giữ khóa cũ riêng cho các bản sao lưu trước lần thay.',
    );
  }

  /** The new key is the second one configured, or is made and put first into the key file. */
  private async announce({
    config,
    rows,
    checks,
    before,
  }: {
    readonly config: Config;
    readonly rows: PostgresWrappedKeys;
    readonly checks: PostgresKeyChecks;
    readonly before: readonly KnownKey[];
  }): Promise<void> {
    const masters = await mastersOf(config);
    const check = before.findLast(({ retired }) => !retired)?.check ?? (await checks.read());
    if (!check)
      throw refuse('NOTHING_SEALED', 'Chưa có dữ liệu nào được niêm phong: chỉ cần đặt khóa mới rồi khởi động.');
    const current = masters.find((key) => checkOf(key).equals(check));
    if (!current) throw refuse('KEY_WRONG', 'Khóa đang đặt không phải khóa đang dùng của dữ liệu này.');
    const spent = before.map((one) => one.check.toString('hex'));
    const fresh = masters.find((key) => key !== current && !spent.includes(checkOf(key).toString('hex')));
    const next = fresh ?? (await this.newKey(config, masters));
    const version = (before.at(-1)?.version ?? 1) + 1;
    const known = before.length > 0 ? before : [{ version: 1, check, hashRoot: null, retired: false }];
    const { masters: held, root } = await ringOf(masters, known);
    const vault = new LocalKeyVault(new Map([...held, [version, next]]), root);
    await rows.announce(check, { version, check: checkOf(next), hashRoot: await vault.wrappedRoot() });
  }

  private async newKey(config: Config, masters: readonly Buffer[]): Promise<Buffer> {
    if (config.masterKey !== undefined)
      throw refuse(
        'KEY_NOT_GIVEN',
        'Đặt NGHE_DAN_MASTER_KEY gồm khóa đang dùng và khóa mới, cách nhau dấu phẩy, khởi động lại từng tiến trình rồi chạy lại lệnh này.',
      );
    const next = randomBytes(KEY_BYTES);
    await writeKeyFile(config.dataDir, [next, ...masters]);
    return next;
  }

  private async check({ connections }: Database, config: Config): Promise<void> {
    const checks = new PostgresKeyChecks(connections.admin);
    const known = await checks.known();
    const versions = known.length > 0 ? known : [{ version: 1, retired: false }];
    const rotation = new KeyRotation(
      new PostgresWrappedKeys(connections.admin),
      new LocalKeyVault((await mastersOf(config))[0] as Buffer),
    );
    let wrong = 0;
    for (const { version, retired } of versions) {
      const left = [...(await rotation.left(version))];
      const sum = left.reduce((total, [, count]) => total + count, 0);
      this.io.print(`Khóa phiên bản ${version}${retired ? ' (đã thôi dùng)' : ''}: ${sum} khóa bản ghi`);
      if (retired) wrong += sum;
    }
    if (wrong > 0) throw new PartialFailure();
  }
}

const mastersOf = async ({ masterKeys, dataDir }: Config): Promise<readonly Buffer[]> =>
  masterKeys ?? readKeyFile(dataDir);

/** Registers that wait for a decision lie in files: the wrapped key, its length before it, then the rows. */
async function restage(
  staging: FolderImportStaging,
  folder: string,
  { vault, newest }: { readonly vault: LocalKeyVault; readonly newest: number },
): Promise<number> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.sealed'));
  let done = 0;
  for (const name of names) {
    const id = name.slice(0, -'.sealed'.length) as ImportBatchId;
    const bytes = await staging.read(id);
    if (!bytes) continue;
    const end = 2 + bytes.readUInt16BE(0);
    const wrapped = bytes.subarray(2, end);
    if (versionOf(wrapped) >= newest) continue;
    const bound = boundOf({ table: 'import', recordId: id });
    const anew = await vault.wrap(await vault.unwrap(wrapped, bound), bound);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(anew.length);
    await staging.keep(id, Buffer.concat([length, anew, bytes.subarray(end)]));
    done += 1;
  }
  return done;
}
