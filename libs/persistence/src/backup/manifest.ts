import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#libs/shared';
import type { CopiedFile } from './copy-files.js';

export interface TableRows {
  readonly table: string;
  readonly rows: number;
  /** Sum of the hashes of all rows: another content gives another sum, in whatever order the rows lie. */
  readonly content: string;
}

export interface LedgerState {
  readonly chains: number;
  readonly events: number;
  /** SHA-256 over the head of every chain, in the order of their ids. */
  readonly chainHeads: string;
  readonly sealed: number;
  readonly treeHead: { readonly size: number; readonly rootHash: string; readonly signedAt: string } | null;
}

/** The moment a restored copy is compared with: no write was on its way. */
export interface StillPoint {
  /** Name of the restore point in the WAL; null where the server's login may not make one. */
  readonly name: string | null;
  readonly at: string;
  /** False where the server was never still: counts are then of a moment close by. */
  readonly exact: boolean;
  readonly tables: readonly TableRows[];
  readonly ledger: LedgerState;
  readonly keyCheck: string | null;
}

export interface ClusterCopy {
  readonly systemIdentifier: string;
  readonly segmentBytes: number;
  readonly startSegment: string;
  readonly stopSegment: string;
  readonly files: readonly CopiedFile[];
  /** Empty folders count: a server without them does not start. */
  readonly folders: readonly string[];
}

export interface Manifest {
  readonly format: 'nghe-dan-backup/1';
  readonly name: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly product: { readonly version: string; readonly lastMigration: string };
  readonly server: { readonly version: string; readonly database: string; readonly platform: string };
  /** Null where the server is the operator's own: its copy is taken by their own means. */
  readonly cluster: ClusterCopy | null;
  readonly point: StillPoint;
  /** Public half of the key that signs tree heads. */
  readonly signingKey: string;
  readonly blobs: { readonly count: number; readonly bytes: number; readonly listSha256: string };
  /** Sealed rows of registers that wait for a decision. */
  readonly staging: readonly CopiedFile[];
}

export const MANIFEST = 'manifest.json';
export const BLOB_LIST = 'blobs.txt';

export const backupRefused = (code: string, detail: string, cause?: unknown): AppError =>
  new AppError({ code: `BACKUP.${code}`, status: 409, title: 'Sao lưu, khôi phục', detail, cause });

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Beside it lies its own hash, so that a changed manifest is not taken for the truth. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<string> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  const hash = sha256Of(text);
  await writeFile(join(folder, `${MANIFEST}.new`), text, { mode: 0o600, flush: true });
  await rename(join(folder, `${MANIFEST}.new`), join(folder, MANIFEST));
  await writeFile(join(folder, `${MANIFEST}.sha256`), `${hash}  ${MANIFEST}\n`, { mode: 0o600, flush: true });
  return hash;
}

export function readManifest(folder: string): Manifest {
  const text = readFileSync(join(folder, MANIFEST), 'utf8');
  const kept = readFileSync(join(folder, `${MANIFEST}.sha256`), 'utf8').slice(0, 64);
  if (sha256Of(text) !== kept)
    throw backupRefused('MANIFEST_CHANGED', `Bản kê ${join(folder, MANIFEST)} không còn đúng mã băm ghi cạnh nó.`);
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== 'nghe-dan-backup/1')
    throw backupRefused(
      'FORMAT_UNKNOWN',
      `Bản kê ${join(folder, MANIFEST)} có định dạng lạ: ${String(manifest.format)}.`,
    );
  return manifest;
}

/** Finished backups of a folder, oldest first: one whose manifest is missing was cut short. */
export function backupsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d{8}T\d{6}Z(-\d+)?$/.test(name) && existsSync(join(folder, name, `${MANIFEST}.sha256`)))
    .sort();
}
