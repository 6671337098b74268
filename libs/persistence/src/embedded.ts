import { spawn, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from './config.js';
import type { DatabaseUrls } from './connections.js';
import {
  clusterFolder,
  freePort,
  makeServerFolder,
  newPassword,
  portIsFree,
  readRecord,
  serverAccount,
  serverPrograms,
  writeRecord,
  type EmbeddedRecord,
} from './embedded-files.js';
import { livingIn, withLock, writeMark } from './process-lock.js';

export interface EmbeddedOptions {
  /** Folder of the server's record, log and (usually) data. */
  readonly home: string;
  /** Told what is going on, in Vietnamese, one line each. */
  readonly onProgress?: (line: string) => void;
  /** Extra server settings, `name=value`. */
  readonly settings?: readonly string[];
}

export interface EmbeddedServer {
  readonly urls: Required<DatabaseUrls>;
  readonly port: number;
  /** Process of the postmaster. */
  readonly pid: number;
  readonly cluster: string;
  /** False when a running server was taken over. */
  readonly started: boolean;
  /** This process needs the server no more; the last one stops it. True when it was stopped. */
  release(): Promise<boolean>;
}

/** After a kill -9 of the postmaster its children hold the shared memory for a moment and a start is refused. */
const RETRY_MS = 12_000;
const PASSES = /shared memory|lock file|in use|^\s*$/i;
const LOCK_WAIT_MS = 90_000;

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=256MB',
  'jit=off',
  'max_wal_size=2GB',
  'timezone=UTC',
  // A failing row or statement may carry a name or a petition's words: neither may reach the log.
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'log_parameter_max_length_on_error=0',
];

const paths = (home: string) => ({
  record: join(home, 'connection.json'),
  lock: join(home, 'start.lock'),
  log: join(home, 'server.log'),
  users: join(home, 'users'),
});

export function urlsOf({ port, database, passwords }: EmbeddedRecord): Required<DatabaseUrls> {
  const url = (user: string, password: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    app: url('nghedan_app', passwords.app),
    worker: url('nghedan_worker', passwords.worker),
    admin: url('postgres', passwords.admin),
  };
}

const adminUrl = (record: EmbeddedRecord): string => urlsOf({ ...record, database: 'postgres' }).admin;

/** The postmaster's process where the record's server answers and it is ours, else null. */
async function runningPid(record: EmbeddedRecord): Promise<number | null> {
  const client = new pg.Client({ connectionString: adminUrl(record), connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
    return rows[0]?.folder === record.cluster ? postmasterPid(record.cluster) : null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function postmasterPid(cluster: string): number | null {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { ...serverAccount(), cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', failed);
    child.once('close', (code) => (code === 0 ? done(output) : failed(new Error(output.trim() || `exit ${code}`))));
  });
}

async function initialise(home: string, cluster: string): Promise<EmbeddedRecord> {
  const passwords = { admin: newPassword(), app: newPassword(), worker: newPassword() };
  const record = { cluster, port: await freePort(), database: 'nghedan', passwords };
  // A cut-short initdb leaves only this folder; the final name exists once everything is in it.
  const fresh = `${cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  makeServerFolder(dirname(cluster), {});
  makeServerFolder(fresh, serverAccount());
  const passwordFile = join(dirname(cluster), `pw-${process.pid}`);
  const account = serverAccount();
  writeFileSync(passwordFile, passwords.admin, { mode: 0o600 });
  try {
    if (account.uid !== undefined && account.gid !== undefined) chownSync(passwordFile, account.uid, account.gid);
    await run(serverPrograms().initdb, [
      `--pgdata=${fresh}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=icu',
      '--icu-locale=vi',
      '--data-checksums',
    ]);
  } catch (error) {
    throw new StartError(`Không tạo được cơ sở dữ liệu trong ${cluster}: ${lastLine((error as Error).message)}`, {
      cause: error,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeRecord(paths(home).record, record);
  renameSync(fresh, cluster);
  return record;
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

/** One attempt: the server in a session of its own, so that Ctrl-C in the terminal does not reach it before its clients. */
async function attempt(record: EmbeddedRecord, logPath: string, settings: readonly string[]): Promise<number | null> {
  const log = openSync(logPath, 'a', 0o600);
  let child: ChildProcess;
  try {
    child = spawn(
      serverPrograms().postgres,
      [
        '-D',
        record.cluster,
        '-p',
        String(record.port),
        ...[...SETTINGS, ...settings].flatMap((setting) => ['-c', setting]),
      ],
      {
        ...serverAccount(),
        cwd: '/',
        detached: true,
        stdio: ['ignore', log, log],
        env: { PATH: process.env.PATH, LC_MESSAGES: 'C' },
      },
    );
  } finally {
    closeSync(log);
  }
  child.unref();
  let gone = false;
  child.once('error', () => (gone = true));
  child.once('exit', () => (gone = true));
  while (!gone) {
    const pid = await runningPid(record);
    if (pid !== null) return pid;
    await sleep(40);
  }
  return null;
}

async function start(
  home: string,
  found: EmbeddedRecord,
  settings: readonly string[],
): Promise<{ record: EmbeddedRecord; pid: number }> {
  const { log, record: recordPath } = paths(home);
  let record = found;
  if (existsSync(log) && statSync(log).size > 20_000_000) renameSync(log, `${log}.1`);
  const until = Date.now() + RETRY_MS;
  for (;;) {
    const from = existsSync(log) ? statSync(log).size : 0;
    const pid = await attempt(record, log, settings);
    if (pid !== null) return { record, pid };
    // Somebody else's program sits on our port: move, and write down where to.
    if (!(await portIsFree(record.port)) && (await runningPid(record)) === null) {
      record = { ...record, port: await freePort() };
      writeRecord(recordPath, record);
    }
    const said = readFileSync(log).subarray(from).toString();
    if (Date.now() > until || !PASSES.test(said)) {
      const reason = said.split('\n').findLast((line) => /FATAL|PANIC|could not/.test(line)) ?? lastLine(said);
      throw new StartError(
        `PostgreSQL kèm theo không khởi động được: ${reason || 'máy chủ dừng ngay mà không báo gì'} (xem ${log}).`,
      );
    }
    await sleep(300);
  }
}

async function prepareDatabase(record: EmbeddedRecord): Promise<void> {
  const client = new pg.Client(adminUrl(record));
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT FROM pg_database WHERE datname = $1`, [record.database]);
    if (rows.length > 0) return;
    for (const role of ['app', 'worker'] as const) {
      await client.query(`DROP ROLE IF EXISTS nghedan_${role}`);
      await client.query(`CREATE ROLE nghedan_${role} LOGIN PASSWORD ${client.escapeLiteral(record.passwords[role])}`);
    }
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(record.database)}`);
  } finally {
    await client.end();
  }
}

/** Stops a server as a clean shutdown: clients are cut off, data is flushed. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const pid = postmasterPid(cluster);
  if (pid === null) return;
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  while (existsSync(join(cluster, 'postmaster.pid'))) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(20);
  }
}

let opened = 0;

/** Starts the embedded server, or takes over the one that runs on this folder, and counts this process among its users. */
export async function openEmbedded({
  home,
  onProgress = () => undefined,
  settings = [],
}: EmbeddedOptions): Promise<EmbeddedServer> {
  const { record: recordPath, lock, users } = paths(home);
  mkdirSync(home, { recursive: true });
  opened += 1;
  const own = join(users, `${process.pid}-${opened}`);
  const server = await locked(lock, async () => {
    let record = readRecord(recordPath);
    const cluster = record?.cluster ?? clusterFolder(home);
    if (!record && existsSync(cluster))
      throw new StartError(`Có dữ liệu ở ${cluster} nhưng thiếu tệp ${recordPath} giữ mật khẩu: hãy khôi phục tệp đó.`);
    if (dirname(cluster) !== home)
      onProgress(`Thư mục ${home} nằm trong thư mục khóa với tài khoản khác; cơ sở dữ liệu đặt ở ${cluster}`);
    if (!record || !existsSync(cluster)) {
      if (record && !existsSync(`${cluster}.new`))
        throw new StartError(`Không thấy thư mục dữ liệu ${cluster} ghi trong ${recordPath}.`);
      onProgress('Đang tạo cơ sở dữ liệu lần đầu');
      record = await initialise(home, cluster);
    }
    const pid = await runningPid(record);
    const result = pid === null ? await start(home, record, settings) : { record, pid };
    await prepareDatabase(result.record);
    writeMark(own);
    return { ...result, started: pid === null };
  });
  return {
    urls: urlsOf(server.record),
    port: server.record.port,
    pid: server.pid,
    cluster: server.record.cluster,
    started: server.started,
    release: () =>
      locked(lock, async () => {
        rmSync(own, { force: true });
        if (livingIn(users).length > 0) return false;
        await stopPostmaster(server.record.cluster);
        return true;
      }),
  };
}

async function locked<T>(lock: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withLock(lock, LOCK_WAIT_MS, work);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('locked by'))
      throw new StartError(`Một lần khởi động khác đang giữ thư mục dữ liệu quá lâu (${lock}).`, { cause: error });
    throw error;
  }
}

/** True when the server at this address lets us in within five seconds. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
