import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  freePort,
  newPassword,
  serverAccount,
  serverPrograms,
  writeRecord,
  type EmbeddedRecord,
} from '../embedded-files.js';
import { embeddedPaths, SERVER_SETTINGS, stopPostmaster } from '../embedded-server.js';
import { backupRefused } from './manifest.js';

/** How far the log is replayed. */
export type RecoveryTarget = { readonly point: string } | { readonly until: string } | 'everything';

export interface RecoverOptions {
  /** Folder of the server's record; the cluster's copy already lies beside it. */
  readonly home: string;
  readonly cluster: string;
  /** Segments of the log, unpacked, readable by the server's account. */
  readonly wal: string;
  readonly target: RecoveryTarget;
  readonly database: string;
  /** Extra server settings, `name=value`. */
  readonly settings?: readonly string[] | undefined;
}

const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;

/** The server reads its settings before it knows names of time zones. */
const asTarget = (instant: string): string => new Date(instant).toISOString().replace('T', ' ').replace('Z', '+00');

const targetSettings = (target: RecoveryTarget): string[] =>
  target === 'everything'
    ? []
    : [
        'point' in target ? `recovery_target_name=${target.point}` : `recovery_target_time=${asTarget(target.until)}`,
        'recovery_target_action=promote',
      ];

/** Only its owner reaches the socket in this folder, so nobody else meets the server while it asks for no password. */
function privateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nd-pg-'));
  const { uid, gid } = serverAccount();
  writeFileSync(join(folder, 'hba.conf'), 'local all all trust\n');
  if (uid === undefined || gid === undefined) return folder;
  chownSync(join(folder, 'hba.conf'), uid, gid);
  chownSync(folder, uid, gid);
  return folder;
}

function start(
  { cluster, wal, target, settings: extra = [] }: RecoverOptions,
  folder: string,
): { child: ChildProcess; said: () => string } {
  const settings = [
    ...SERVER_SETTINGS.filter((setting) => !/^(listen_addresses|unix_socket_directories)=/.test(setting)),
    ...['listen_addresses=', `unix_socket_directories=${folder}`, `hba_file=${join(folder, 'hba.conf')}`],
    // Nobody is let in before the last record is replayed.
    ...['hot_standby=off', 'archive_mode=off', 'recovery_target_timeline=current'],
    ...(process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []),
    ...extra,
    ...[`restore_command=cp ${quoted(wal)}/%f "%p"`, ...targetSettings(target)],
  ];
  const child = spawn(
    serverPrograms().postgres,
    ['-D', cluster, '-p', '5432', ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...serverAccount(),
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, LC_MESSAGES: 'C' },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-100_000)));
  return { child, said: () => output };
}

async function connected(folder: string, database: string): Promise<pg.Client | null> {
  const client = new pg.Client({ host: folder, port: 5432, user: 'postgres', database, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
}

/** Why the log could not be replayed, in words a person can act on. */
export function whyNot(said: string, target: RecoveryTarget): string {
  if (/recovery ended before configured recovery target was reached/.test(said)) {
    const last = said
      .match(/last completed transaction was at log time ([^\n]+)/g)
      ?.at(-1)
      ?.slice(43);
    const known = last === undefined ? '' : ` Giao dịch cuối cùng có trong đó: ${last}.`;
    return typeof target === 'object' && 'until' in target
      ? `Kho WAL không tới được thời điểm ${target.until}.${known} Hãy chọn thời điểm sớm hơn, hoặc bỏ --until để lấy tới cuối.`
      : `Kho WAL không tới được điểm khôi phục của bản sao lưu.${known}`;
  }
  const fatal = said.split('\n').findLast((line) => /FATAL|PANIC/.test(line));
  return `PostgreSQL không dựng được bản khôi phục: ${fatal ?? said.trim().split('\n').at(-1) ?? 'không rõ lý do'}`;
}

/**
 * Replays the log over the copied cluster, ends recovery, and gives every login a new password: a backup holds none. The server
 * is stopped again; what starts it next finds an ordinary embedded server.
 */
export async function recoverCluster(options: RecoverOptions): Promise<EmbeddedRecord> {
  const { home, cluster, database, target } = options;
  writeFileSync(join(cluster, 'recovery.signal'), '');
  const { uid, gid } = serverAccount();
  if (uid !== undefined && gid !== undefined) chownSync(join(cluster, 'recovery.signal'), uid, gid);
  const folder = privateFolder();
  const { child, said } = start(options, folder);
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  try {
    let client: pg.Client | null = null;
    while (client === null && !ended) {
      client = await connected(folder, database);
      if (client === null) await sleep(60);
    }
    if (client === null) throw backupRefused('NOT_RECOVERED', whyNot(said(), target));
    const record = await newLogins(client, { cluster, database });
    await client.end();
    await stopPostmaster(cluster);
    writeRecord(embeddedPaths(home).record, record);
    return record;
  } finally {
    if (!ended) await stopPostmaster(cluster);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function newLogins(
  client: pg.Client,
  { cluster, database }: Pick<EmbeddedRecord, 'cluster' | 'database'>,
): Promise<EmbeddedRecord> {
  const passwords = { admin: newPassword(), app: newPassword(), worker: newPassword() };
  for (const [role, password] of [
    ['postgres', passwords.admin],
    ['nghedan_app', passwords.app],
    ['nghedan_worker', passwords.worker],
  ] as const)
    await client.query(`ALTER ROLE ${role} PASSWORD ${client.escapeLiteral(password)}`);
  return { cluster, port: await freePort(), database, passwords };
}
