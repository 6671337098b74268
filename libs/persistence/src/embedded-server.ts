import { spawn, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
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
import { archiveSettings } from './backup/wal-archive.js';
import { StartError } from './config.js';
import type { DatabaseUrls } from './connections.js';
import {
  freePort,
  makeServerFolder,
  newPassword,
  serverAccount,
  serverPrograms,
  writeRecord,
  type EmbeddedRecord,
} from './embedded-files.js';
import { isAlive, markOf } from './process-lock.js';

/** After a kill -9 of the postmaster its children hold the shared memory for a moment and a start is refused. */
const RETRY_MS = 30_000;
const PASSES = /shared memory|lock file|in use|^\s*$/i;
const PORT_TAKEN = /could not bind/i;

export const SERVER_SETTINGS = [
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

export const embeddedPaths = (home: string) => ({
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
export async function runningPid(record: EmbeddedRecord): Promise<number | null> {
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

export async function initialiseCluster(home: string, cluster: string): Promise<EmbeddedRecord> {
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
  writeRecord(embeddedPaths(home).record, record);
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
        ...[...SERVER_SETTINGS, ...archiveSettings(record.cluster), ...settings].flatMap((setting) => ['-c', setting]),
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

export async function startServer(
  home: string,
  found: EmbeddedRecord,
  settings: readonly string[],
): Promise<{ record: EmbeddedRecord; pid: number }> {
  const { log, record: recordPath } = embeddedPaths(home);
  let record = found;
  if (existsSync(log) && statSync(log).size > 20_000_000) renameSync(log, `${log}.1`);
  const until = Date.now() + RETRY_MS;
  for (;;) {
    const from = existsSync(log) ? statSync(log).size : 0;
    const pid = await attempt(record, log, settings);
    if (pid !== null) return { record, pid };
    const said = readFileSync(log).subarray(from).toString();
    // A server of ours that was too busy to answer before.
    const running = await runningPid(record);
    if (running !== null) return { record, pid: running };
    // Somebody else's program sits on our port: move, and write down where to.
    if (PORT_TAKEN.test(said)) {
      record = { ...record, port: await freePort() };
      writeRecord(recordPath, record);
    }
    if (Date.now() > until || !(PASSES.test(said) || PORT_TAKEN.test(said))) {
      const reason = said.split('\n').findLast((line) => /FATAL|PANIC|could not/.test(line)) ?? lastLine(said);
      throw new StartError(
        `PostgreSQL kèm theo không khởi động được: ${reason || 'máy chủ dừng ngay mà không báo gì'} (xem ${log}).`,
      );
    }
    await sleep(300);
  }
}

export async function prepareDatabase(record: EmbeddedRecord): Promise<void> {
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
  const mark = markOf(pid);
  while (isAlive(mark)) await sleep(20);
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
