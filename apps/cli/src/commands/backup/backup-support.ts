import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type Config,
  type Database,
  embeddedHome,
  type KeySource,
  projectRoot,
  StartError,
  withDatabase,
} from '#libs/persistence';
import { UsageError } from '../../exit-code.js';
import type { CliIo } from '../../io.js';
import { inputPath } from '../../options.js';

const KEY_FILE = 'master.key';

export const productVersion = (): string =>
  (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version;

export const folderOf = (args: readonly string[]): string => {
  if (!args[0]) throw new UsageError('Cần thư mục sao lưu');
  return inputPath(args[0]);
};

/** True when there is a database to open: a backup of nothing must not make one. */
export const hasDatabase = ({ databaseUrl, dataDir }: Config): boolean =>
  databaseUrl !== undefined || existsSync(join(embeddedHome({ dataDir }), 'connection.json'));

/** The database with the owner's login. */
export function withOwner<T>(config: Config, io: CliIo, work: (database: Database) => Promise<T>): Promise<T> {
  if (!hasDatabase(config)) throw new StartError(`Chưa có dữ liệu nào ở ${config.dataDir}.`);
  return withDatabase(config, { max: 4, onProgress: (line) => io.say(line) }, (database) => {
    if (database.urls.admin === undefined)
      throw new StartError('Cần DATABASE_ADMIN_URL, tài khoản chủ sở hữu, để sao lưu và ghi nhận.');
    return work(database);
  });
}

export interface KeyOptions {
  readonly keyFile?: string | undefined;
  /** Data folders whose own key file may serve, in this order. */
  readonly folders: readonly string[];
}

/** The key from the file that was named, else from the environment, else the key file of a data folder. */
export function keySource({ masterKey }: Config, { keyFile, folders }: KeyOptions): KeySource {
  if (keyFile !== undefined) return { masterKey: keyIn(inputPath(keyFile)), keyFolder: dirname(inputPath(keyFile)) };
  const keyFolder = folders.find((folder) => existsSync(join(folder, KEY_FILE))) ?? folders[0] ?? '.';
  return { masterKey, keyFolder };
}

function keyIn(path: string): Buffer {
  if (!existsSync(path)) throw new UsageError(`--key-file: không có tệp ${path}`);
  // The key in use stands first; older ones may follow it.
  const key = Buffer.from((readFileSync(path, 'utf8').trim().split('\n')[0] ?? '').trim(), 'base64');
  if (key.length !== 32) throw new UsageError('--key-file: tệp không chứa khóa 32 byte viết base64');
  return key;
}

/** The parser gives an option that a command and its subcommand share to the command, wherever it stands. */
export const wantsJson = (command: { optsWithGlobals(): Record<string, unknown> }): boolean =>
  command.optsWithGlobals()['json'] === true;

const gigabyte = 1024 ** 3;
const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
export const sizeText = (bytes: number): string =>
  bytes < gigabyte ? `${number.format(bytes / 1024 ** 2)} MB` : `${number.format(bytes / gigabyte)} GB`;
