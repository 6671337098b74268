import { createPublicKey } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { verifyLedger } from '#libs/audit';
import { AppError } from '#libs/shared';
import { PostgresLedgerArchive } from '../audit/postgres-ledger-archive.js';
import { Connections } from '../connections.js';
import { embeddedHome } from '../database.js';
import { openEmbedded } from '../embedded.js';
import { listedBlobs } from './blob-copy.js';
import { checkFiles, checkKey, type KeySource } from './check-backup.js';
import { MANIFEST, type Manifest, type TableRows } from './manifest.js';
import { measureLedger, measureTables, referencedBlobs, tablesOf } from './measure.js';
import { chooseBackup, restoreBackup } from './restore.js';

export interface DrillCheck {
  readonly key: 'key' | 'cluster' | 'wal' | 'blobs' | 'staging' | 'restore' | 'rows' | 'ledger' | 'blobRows';
  readonly title: string;
  readonly ok: boolean;
  /** What was compared, in words. */
  readonly detail: string;
  readonly differences: readonly string[];
}

export interface DrillReport {
  readonly format: 'nghe-dan-drill/1';
  readonly ok: boolean;
  readonly backup: string;
  readonly folder: string;
  readonly pointAt: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly checks: readonly DrillCheck[];
}

export interface DrillOptions {
  readonly folder: string;
  readonly name?: string | undefined;
  readonly key: KeySource;
  /** Where the copy is restored for a while; absent: the machine's temporary folder. */
  readonly workFolder?: string | undefined;
  readonly onProgress: (line: string) => void;
}

/** The copy is thrown away: a power cut may take it. */
const THROWN_AWAY = ['fsync=off', 'shared_buffers=64MB'];

const check = (key: DrillCheck['key'], title: string, detail: string, differences: readonly string[]): DrillCheck => ({
  ...{ key, title, ok: differences.length === 0, detail, differences },
});

async function keyCheck(manifest: Manifest, key: KeySource): Promise<DrillCheck> {
  const detail =
    manifest.point.keyCheck === null ? 'Bản sao lưu chưa có gì niêm phong.' : 'So với giá trị kiểm tra trong bản kê.';
  try {
    await checkKey(manifest, key);
    return check('key', 'Khóa chính', detail, []);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return check('key', 'Khóa chính', detail, [error.detail ?? error.title]);
  }
}

async function fileChecks(folder: string, manifest: Manifest): Promise<DrillCheck[]> {
  const found = await checkFiles(folder, manifest);
  const { cluster, blobs, staging } = manifest;
  return [
    ...(cluster === null
      ? []
      : [
          check('cluster', 'Tệp cơ sở dữ liệu', `${cluster.files.length} tệp, đọc lại và so mã băm.`, found.cluster),
          check('wal', 'Nhật ký giao dịch (WAL)', `Từ ${cluster.startSegment} đến ${cluster.stopSegment}.`, found.wal),
        ]),
    check('blobs', 'Tệp lưu trữ', `${blobs.count} tệp, đọc lại và so mã băm.`, found.blobs),
    check('staging', 'Sổ chờ nhập', `${staging.length} tệp.`, found.staging),
  ];
}

function rowDifferences(kept: readonly TableRows[], found: readonly TableRows[], exact: boolean): string[] {
  const now = new Map(found.map((one) => [one.table, one]));
  const lost = kept.flatMap(({ table, rows, content }) => {
    const other = now.get(table);
    if (!other) return [`Bảng ${table} không có trong bản khôi phục.`];
    if (!exact) return [];
    if (other.rows !== rows) return [`Bảng ${table}: ${other.rows} dòng, lúc sao lưu ${rows} dòng.`];
    return other.content === content ? [] : [`Bảng ${table}: đủ ${rows} dòng nhưng nội dung khác lúc sao lưu.`];
  });
  const known = new Set(kept.map(({ table }) => table));
  return [
    ...lost,
    ...found.filter(({ table }) => !known.has(table)).map(({ table }) => `Bảng ${table} lúc sao lưu không có.`),
  ];
}

async function databaseChecks(home: string, folder: string, manifest: Manifest): Promise<DrillCheck[]> {
  const server = await openEmbedded({ home, settings: THROWN_AWAY });
  const connections = new Connections(server.urls, 3);
  try {
    const { exact, tables, ledger } = manifest.point;
    const client = await connections.admin.connect();
    let rows: string[];
    let state;
    let named: string[];
    try {
      await client.query('BEGIN');
      rows = rowDifferences(tables, await measureTables(client, await tablesOf(client)), exact);
      state = await measureLedger(client);
      named = await referencedBlobs(client);
      await client.query('ROLLBACK');
    } finally {
      client.release();
    }
    const report = await verifyLedger(
      new PostgresLedgerArchive(connections, 'admin'),
      createPublicKey(manifest.signingKey),
    );
    const { keys } = await listedBlobs(join(folder, manifest.name), manifest.blobs.listSha256);
    const listed = new Set(keys);
    const total = tables.reduce((sum, one) => sum + one.rows, 0);
    return [
      check(
        'rows',
        'Số dòng và nội dung từng bảng',
        exact
          ? `${tables.length} bảng, ${total} dòng, so với lúc sao lưu.`
          : `${tables.length} bảng; máy chủ quá bận khi sao lưu nên không có số dòng chính xác để so.`,
        rows,
      ),
      check(
        'ledger',
        'Nhật ký và các gốc cây đã ký',
        `${report.events} sự kiện của ${report.cases} chuỗi, ${report.heads} gốc cây.`,
        [
          ...report.findings.map(({ caseId, message }) => `Chuỗi ${caseId}: ${message}`),
          ...report.tree.map(({ message }) => message),
          ...(!exact || JSON.stringify(state) === JSON.stringify(ledger)
            ? []
            : ['Đầu chuỗi hoặc gốc cây khác lúc sao lưu.']),
        ],
      ),
      check(
        'blobRows',
        'Dòng dữ liệu có đủ tệp',
        `${named.length} tệp được các dòng nhắc đến.`,
        named
          .filter((key) => !listed.has(key))
          .map((key) => `Có dòng nhắc tới tệp ${key} nhưng bản sao lưu không có tệp.`),
      ),
    ];
  } finally {
    await connections.end();
    await server.release();
  }
}

const notTried = (why: string): DrillCheck => check('restore', 'Dựng bản khôi phục', 'Không dựng.', [why]);

async function restoreChecks(options: DrillOptions, manifest: Manifest): Promise<DrillCheck[]> {
  const work = mkdtempSync(join(options.workFolder ?? tmpdir(), 'nghe-dan-drill-'));
  chmodSync(work, 0o755);
  let cluster: string | null = null;
  try {
    const target = manifest.point.name === null ? 'everything' : ({ point: manifest.point.name } as const);
    ({ cluster } = await restoreBackup({
      ...options,
      to: join(work, 'data'),
      name: manifest.name,
      target,
      withBlobs: false,
      settings: THROWN_AWAY,
    }));
    options.onProgress('Đang so từng bảng, nhật ký và tệp');
    const compared = await databaseChecks(embeddedHome({ dataDir: join(work, 'data') }), options.folder, manifest);
    return [
      check('restore', 'Dựng bản khôi phục', 'Máy chủ khởi động trên bản khôi phục và nhận kết nối.', []),
      ...compared,
    ];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [notTried(error.detail ?? error.title)];
  } finally {
    rmSync(work, { recursive: true, force: true });
    // Where the server's account could not enter the temporary folder, the copy lay elsewhere.
    if (cluster !== null && !cluster.startsWith(work)) rmSync(dirname(cluster), { recursive: true, force: true });
  }
}

/**
 * Tries what a backup is for: reads every file again, restores it into a folder of its own, starts that server and compares it
 * with what was written down when the backup was taken. Touches nothing that is in use.
 */
export async function drill(options: DrillOptions): Promise<DrillReport> {
  const startedAt = new Date().toISOString();
  const manifest = chooseBackup(options.folder, options.name, 'everything');
  options.onProgress(`Đang đọc lại bản sao lưu ${manifest.name}`);
  const key = await keyCheck(manifest, options.key);
  const files = await fileChecks(options.folder, manifest);
  const broken = [key, ...files].filter(({ ok, key: what }) => !ok && ['key', 'cluster', 'wal'].includes(what));
  const restored =
    manifest.cluster === null
      ? [
          check(
            'restore',
            'Dựng bản khôi phục',
            'Cơ sở dữ liệu ở máy chủ riêng: thử khôi phục theo docs/runbook.md.',
            [],
          ),
        ]
      : broken.length > 0
        ? [notTried(`Không dựng được khi chưa sửa: ${broken.map(({ title }) => title).join(', ')}.`)]
        : await restoreChecks(options, manifest);
  const checks = [key, ...files, ...restored];
  return {
    ...{ format: 'nghe-dan-drill/1', ok: checks.every(({ ok }) => ok), backup: manifest.name, folder: options.folder },
    ...{ pointAt: manifest.point.at, startedAt, finishedAt: new Date().toISOString(), checks },
  };
}

const MOST_SHOWN = 20;

/** The report as a person reads it. */
export function drillText({ ok, backup, folder, pointAt, startedAt, finishedAt, checks }: DrillReport): string[] {
  return [
    'BIÊN BẢN DIỄN TẬP KHÔI PHỤC',
    `Bản sao lưu: ${backup} trong ${folder} (${MANIFEST} ghi điểm khôi phục lúc ${pointAt})`,
    `Bắt đầu: ${startedAt}; kết thúc: ${finishedAt}`,
    ...checks.flatMap(({ title, ok: fine, detail, differences }) => [
      `${fine ? 'ĐẠT      ' : 'KHÔNG ĐẠT'} ${title}: ${detail}`,
      ...differences.slice(0, MOST_SHOWN).map((line) => `          - ${line}`),
      ...(differences.length > MOST_SHOWN ? [`          - và ${differences.length - MOST_SHOWN} điểm khác nữa`] : []),
    ]),
    ok ? 'KẾT LUẬN: khôi phục được, khớp hoàn toàn.' : 'KẾT LUẬN: KHÔNG ĐẠT, xem các dòng trên.',
  ];
}
