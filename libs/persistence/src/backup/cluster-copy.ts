import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { queryOne } from '../query.js';
import { copyFile, unlessGone, walk, type CopiedFile } from './copy-files.js';
import { backupRefused, sha256Of, type ClusterCopy } from './manifest.js';
import { segmentsBetween } from './wal-names.js';

/** Folders whose content belongs to the running server alone; the empty folder must be there. */
const EMPTIED = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map(\.old)?|(standby|recovery)\.signal|backup_manifest)$|(^|\/)(pgsql_tmp[^/]*|pg_internal\.init[^/]*|t\d+_\d+[^/]*)$/;
const LAST = 'global/pg_control';

interface Server {
  readonly folder: string;
  readonly segmentBytes: number;
  readonly systemIdentifier: string;
  readonly tablespaces: number;
}

const SERVER = `
  SELECT current_setting('data_directory') AS folder, pg_size_bytes(current_setting('wal_segment_size')) AS "segmentBytes",
         (SELECT system_identifier::text FROM pg_control_system()) AS "systemIdentifier",
         (SELECT count(*)::int FROM pg_tablespace WHERE spcname NOT IN ('pg_default', 'pg_global')) AS tablespaces`;

async function copyTree(from: string, to: string): Promise<{ files: CopiedFile[]; folders: string[] }> {
  const files: CopiedFile[] = [];
  const folders: string[] = [];
  const copy = async (path: string): Promise<void> => {
    const copied = await unlessGone(copyFile(join(from, path), join(to, path)));
    if (copied) files.push({ path, ...copied });
  };
  for await (const { path, folder } of walk(from, (path) => !EMPTIED.includes(path))) {
    if (LEFT_OUT.test(path) || path === LAST) continue;
    if (!folder) await copy(path);
    else {
      folders.push(path);
      await mkdir(join(to, path), { recursive: true, mode: 0o700 });
    }
  }
  // The state of the whole: read after everything it speaks of.
  await copy(LAST);
  return { files, folders: [...folders, 'pg_wal/archive_status', 'pg_wal/summaries'] };
}

const START = `SELECT pg_walfile_name(pg_backup_start($1, true)) AS segment`;
const STOP = `SELECT labelfile AS label, spcmapfile AS map FROM pg_backup_stop(false)`;

/** The segment the mark lies in is full from here on. */
const SWITCH = `SELECT pg_walfile_name(pg_switch_wal() - 1) AS segment`;

export interface CopyOptions {
  readonly client: pg.Client;
  /** Where the copy goes; not there yet. */
  readonly to: string;
  readonly label: string;
  /** Runs once the copy is consistent: a restore may stop only after that. The WAL up to what it marks belongs to the copy. */
  readonly afterStop: () => Promise<void>;
  /** Told of each segment the copy needs, with its place in the server's folder. */
  readonly keepSegment: (name: string, path: string) => Promise<void>;
}

/**
 * A copy of the running server's folder between pg_backup_start and pg_backup_stop on one connection, with the WAL that makes
 * it consistent. A slot that ends with the connection keeps that WAL from being reused meanwhile.
 */
export async function copyCluster({ client, to, label, afterStop, keepSegment }: CopyOptions): Promise<ClusterCopy> {
  const server = await queryOne<Server>(client, SERVER);
  if (server.tablespaces > 0)
    throw backupRefused(
      'TABLESPACES',
      'Cơ sở dữ liệu kèm theo có vùng lưu trữ (tablespace) đặt ngoài thư mục của nó; bản sao sẽ thiếu.',
    );
  await client.query('SELECT pg_create_physical_replication_slot($1, true, true)', [`nghedan_backup_${process.pid}`]);
  const { segment: startSegment } = await queryOne<{ segment: string }>(client, START, [label]);
  await mkdir(to, { recursive: true, mode: 0o700 });
  const { files, folders } = await copyTree(server.folder, to);
  const stop = await queryOne<{ label: string; map: string }>(client, STOP);
  for (const [path, text] of [
    ['backup_label', stop.label],
    ['tablespace_map', stop.map],
  ] as const) {
    if (text === '') continue;
    await writeFile(join(to, path), text, { mode: 0o600 });
    files.push({ path, size: Buffer.byteLength(text), sha256: sha256Of(text) });
  }
  await afterStop();
  const { segment: stopSegment } = await queryOne<{ segment: string }>(client, SWITCH);
  const segments = segmentsBetween(startSegment, stopSegment, server.segmentBytes);
  for (const name of segments) await keepSegment(name, join(server.folder, 'pg_wal', name));
  return {
    ...{ systemIdentifier: server.systemIdentifier, segmentBytes: server.segmentBytes },
    ...{ startSegment, stopSegment, files, folders },
  };
}
