import { createHash } from 'node:crypto';
import type { Actor } from '#libs/access';
import { Sealer, type KeyVault } from '#libs/identity';
import { AppError, dayOf, isSealedType, type ImportBatchId, type JsonObject, type UserId } from '#libs/shared';
import { uuidAt } from '../../ids.js';
import { parseAddress } from '../../person/address.js';
import type { Agency, CaseOpener, CaseRecords, ImportBatch, ImportRowRecord, Imports, ImportStaging, Petitions, Tx, UnitOfWork } from '../../ports.js';
import { dryRunReport, type DryRunReport } from '../../register/dry-run-report.js';
import { readRegister, type RegisterReading } from '../../register/read-register.js';
import type { RegisterRow } from '../../register/read-row.js';
import { readWorkbook } from '../../register/read-workbook.js';
import { registerAgency, requireRegistrar } from '../../rights.js';
import { openCommandOf, PetitionWriter, type PetitionRows } from '../register-petition/petition-writer.js';
import { draftOfRow, isReady, oldNumbers, type OldPlace, type ReadyRow } from './row-draft.js';

export interface ImportPorts {
  readonly work: UnitOfWork;
  readonly petitions: Petitions;
  readonly imports: Imports;
  readonly staging: ImportStaging;
  readonly cases: CaseOpener;
  readonly records: CaseRecords;
  readonly vault: KeyVault;
}

export interface ImportPreview {
  readonly batchId: ImportBatchId;
  readonly report: DryRunReport;
}

/** Rows of a register between preview and commit, with the pairs that may be resends. */
interface Staged {
  readonly rows: readonly RegisterRow[];
  readonly resends: readonly { readonly row: number; readonly ofRow: number; readonly score: number }[];
}

const CHUNK = 100;
const refuse = (code: string, detail: string, status = 409): AppError => new AppError({ code, status, title: 'Không nhập được sổ', detail });

export const batchNotFound = (): AppError => new AppError({ code: 'IMPORT.NOT_FOUND', status: 404, title: 'Không tìm thấy đợt nhập', detail: 'Đợt nhập không có hoặc không thuộc phạm vi được xem.' });

/** Somebody pressed “dừng” while rows were being registered: all of them are taken back. */
class Cancelled extends Error {}

/**
 * An old Excel register: read and shown first, then registered in one transaction. The file itself is never kept; its rows
 * wait sealed for the decision and are gone after it.
 */
export class ImportRegister {
  private readonly sealer: Sealer;
  private readonly writer: PetitionWriter;

  constructor(private readonly ports: ImportPorts) {
    this.sealer = new Sealer(ports.vault);
    this.writer = new PetitionWriter(ports.vault);
  }

  /** Reads the file and makes a batch of state `ready`. `sealedOk`: show denunciations to the registering officer. */
  async preview(actor: Actor, file: Buffer, options: { readonly agencyCode?: string | undefined; readonly sealedOk?: boolean } = {}): Promise<ImportPreview> {
    requireRegistrar(actor);
    const sheets = await readWorkbook(file);
    const fileSha256 = createHash('sha256').update(file).digest();
    const made = await this.ports.work.run(actor, async (tx) => {
      const agency = await registerAgency(this.ports.petitions, tx, { actor, code: options.agencyCode });
      const now = await this.ports.petitions.now(tx);
      const reading = readRegister(sheets, dayOf(now));
      const earlier = await this.ports.imports.sameFile(tx, agency.id, fileSha256);
      if (earlier) throw refuse('IMPORT.ALREADY_IMPORTED', `Tệp này đã được nhập ở đợt ${earlier}; muốn nhập lại, hãy hoàn tác đợt ấy trước.`);
      const batchId = uuidAt<ImportBatchId>(now);
      await this.ports.imports.create(tx, { id: batchId, agencyId: agency.id, createdBy: actor.userId, createdAt: now, fileSha256, totalRows: reading.rows.length });
      return { batchId, reading };
    });
    await this.stage(made.batchId, made.reading);
    return { batchId: made.batchId, report: dryRunReport(made.reading, { sealedOk: options.sealedOk ?? false }) };
  }

  /** Registers the ready rows. Resolves when it is done; `progress` of another call shows the way there. */
  async commit(actor: Actor, batchId: ImportBatchId): Promise<ImportBatch> {
    const staged = await this.begin(actor, batchId);
    return this.finish(actor, batchId, staged);
  }

  /** Moves the batch to `importing` and answers what is to be registered; refuses what cannot be. */
  async begin(actor: Actor, batchId: ImportBatchId): Promise<Staged> {
    requireRegistrar(actor);
    const staged = await this.staged(batchId);
    await this.ports.work.run(actor, async (tx) => {
      const batch = await this.ports.imports.find(tx, batchId);
      if (!batch) throw batchNotFound();
      if (batch.createdBy !== actor.userId) throw refuse('IMPORT.OTHER_OFFICER', 'Đợt nhập này do người khác đọc; người đó đăng ký hoặc bạn tải lại tệp.', 403);
      // `importing` without a living importer is a crash: it may start again, the claim below keeps two apart.
      const moved = (await this.ports.imports.claim(tx, batchId)) && (await this.ports.imports.move(tx, batchId, { from: ['ready', 'failed', 'importing'], to: 'importing', doneRows: 0 }));
      if (!moved) throw refuse('IMPORT.NOT_READY', 'Đợt nhập đang chạy, đã xong hoặc đã dừng.');
    });
    if (!staged) throw refuse('IMPORT.ROWS_GONE', 'Các dòng đã đọc không còn được giữ; hãy tải lại tệp.');
    return staged;
  }

  /** The second half of `commit`, for callers that answer before it ends. */
  async finish(actor: Actor, batchId: ImportBatchId, staged: Staged): Promise<ImportBatch> {
    try {
      await this.ports.work.run(actor, async (tx) => {
        if (!(await this.ports.imports.claim(tx, batchId))) throw refuse('IMPORT.NOT_READY', 'Đợt nhập đang chạy.');
        await this.registerAll(tx, actor, { batchId, staged });
        if (!(await this.ports.imports.move(tx, batchId, { from: ['importing'], to: 'done', doneRows: staged.rows.length }))) throw new Cancelled();
      });
    } catch (error) {
      if (!(error instanceof Cancelled)) await this.ports.work.run(actor, (tx) => this.ports.imports.move(tx, batchId, { from: ['importing'], to: 'failed', doneRows: 0 }));
      if (!(error instanceof Cancelled)) throw error;
    }
    await this.ports.staging.drop(batchId);
    return this.batch(actor, batchId);
  }

  async batch(actor: Actor, batchId: ImportBatchId): Promise<ImportBatch> {
    const found = await this.ports.work.run(actor, (tx) => this.ports.imports.find(tx, batchId));
    if (!found) throw batchNotFound();
    return found;
  }

  list(actor: Actor): Promise<readonly ImportBatch[]> {
    requireRegistrar(actor);
    return this.ports.work.run(actor, (tx) => this.ports.imports.list(tx, 100));
  }

  faults(actor: Actor, batchId: ImportBatchId): Promise<readonly ImportRowRecord[]> {
    return this.ports.work.run(actor, async (tx) => (await this.ports.imports.rows(tx, batchId)).filter((row) => row.faults.length > 0));
  }

  /** The preview again, while the rows still wait. */
  async report(batchId: ImportBatchId): Promise<DryRunReport | null> {
    const staged = await this.staged(batchId);
    return staged ? dryRunReport(readingOf(staged), { sealedOk: false }) : null;
  }

  /** Stops a batch that is not done. Rows already written in the running transaction are taken back by the importer. */
  async cancel(actor: Actor, batchId: ImportBatchId): Promise<ImportBatch> {
    requireRegistrar(actor);
    const moved = await this.ports.work.run(actor, async (tx) => {
      if (!(await this.ports.imports.find(tx, batchId))) throw batchNotFound();
      return this.ports.imports.move(tx, batchId, { from: ['reading', 'ready', 'importing', 'failed'], to: 'cancelled', doneRows: 0 });
    });
    if (!moved) throw refuse('IMPORT.NOT_RUNNING', 'Đợt nhập đã xong hoặc đã dừng.');
    await this.ports.staging.drop(batchId);
    return this.batch(actor, batchId);
  }

  private async registerAll(tx: Tx, actor: Actor, { batchId, staged }: { readonly batchId: ImportBatchId; readonly staged: Staged }): Promise<void> {
    const { imports, petitions } = this.ports;
    const batch = await imports.find(tx, batchId);
    const agency = batch && (await petitions.agencyById(tx, batch.agencyId));
    if (!agency) throw batchNotFound();
    const now = await petitions.now(tx);
    const ready = staged.rows.filter(isReady);
    const places = oldNumbers(ready);
    const series = await this.seriesByYear(tx, agency, places);
    const audience = await this.audiences(tx, actor, agency);
    const record = recorder(staged);
    await imports.addRows(tx, batchId, staged.rows.filter((row) => !isReady(row)).map((row) => record(row, null)));
    for (let at = 0; at < ready.length; at += CHUNK) {
      const { cancelled } = await imports.progress(actor, batchId, at);
      if (cancelled) throw new Cancelled();
      const chunk = ready.slice(at, at + CHUNK);
      const written: PetitionRows[] = [];
      for (const row of chunk) {
        const place = places.get(row) as OldPlace;
        const year = Number(row.receivedOn.slice(0, 4));
        const draft = draftOfRow(row, await this.unitCode(tx, agency, row));
        const visibleTo = isSealedType(row.type) ? audience(draft.denouncesHead) : null;
        written.push(await this.writer.rows(draft, { agency, userId: actor.userId, now, place: { year, series: series.get(year) ?? 'old-book', ...place }, visibleTo, importBatchId: batchId }));
      }
      await petitions.insert(tx, written.map(({ petition }) => petition), written.flatMap(({ petitioners }) => petitioners));
      const opened = await this.ports.cases.open(tx, actor, written.map((rows, i) => openCommandOf(rows, agency, oldBookFacts(batchId, chunk[i]))));
      await petitions.setCaseFiles(tx, opened);
      await imports.addRows(tx, batchId, chunk.map((row, i) => record(row, written[i]?.petition.id ?? null)));
    }
  }

  /** Both audiences are asked once: they are the same for every denunciation of the file. */
  private async audiences(tx: Tx, actor: Actor, agency: Agency): Promise<(denouncesHead: boolean) => readonly UserId[]> {
    const [usual, pastHead] = await Promise.all([false, true].map((denouncesHead) => this.ports.petitions.sealedAudience(tx, agency.id, { denouncesHead })));
    const withActor = (others: readonly UserId[] | undefined): readonly UserId[] => [...new Set([actor.userId, ...(others ?? [])])].sort((a, b) => a - b);
    return (denouncesHead) => withActor(denouncesHead ? pastHead : usual);
  }

  private async seriesByYear(tx: Tx, agency: Agency, places: ReadonlyMap<ReadyRow, OldPlace>): Promise<ReadonlyMap<number, string>> {
    const byYear = new Map<number, number[]>();
    for (const [row, { number }] of places) byYear.set(Number(row.receivedOn.slice(0, 4)), [...(byYear.get(Number(row.receivedOn.slice(0, 4))) ?? []), number]);
    const series = new Map<number, string>();
    for (const [year, numbers] of byYear) series.set(year, await this.ports.petitions.freeOldSeries(tx, { agencyId: agency.id, year, numbers }));
    return series;
  }

  /** An address with a district is of the old map: its commune may be another one of the same name, so it stays text. */
  private async unitCode(tx: Tx, agency: Agency, row: ReadyRow): Promise<string | null> {
    if (!row.address || isSealedType(row.type)) return null;
    const { commune, district } = parseAddress(row.address);
    return commune === '' || district !== '' ? null : this.ports.petitions.unitCode(tx, { provinceId: agency.provinceId, commune, on: row.receivedOn });
  }

  private async stage(batchId: ImportBatchId, reading: RegisterReading): Promise<void> {
    const staged: Staged = { rows: reading.rows, resends: reading.resends.map(({ key, of, score }) => ({ row: reading.rows.indexOf(key), ofRow: reading.rows.indexOf(of), score })) };
    const { sealed, sealedKey } = await this.sealer.sealBytes({ table: 'import', recordId: batchId }, Buffer.from(JSON.stringify(staged), 'utf8'));
    const length = Buffer.alloc(2);
    length.writeUInt16BE(sealedKey.length);
    await this.ports.staging.keep(batchId, Buffer.concat([length, sealedKey, sealed]));
  }

  private async staged(batchId: ImportBatchId): Promise<Staged | null> {
    const bytes = await this.ports.staging.read(batchId);
    if (!bytes) return null;
    const end = 2 + bytes.readUInt16BE(0);
    const plain = await this.sealer.openBytes({ table: 'import', recordId: batchId }, { sealedKey: bytes.subarray(2, end), sealed: bytes.subarray(end) });
    return JSON.parse(plain.toString('utf8')) as Staged;
  }
}

const readingOf = ({ rows, resends }: Staged): RegisterReading => ({
  rows, skipped: [], otherSheets: [],
  resends: resends.flatMap(({ row, ofRow, score }) => {
    const [key, of] = [rows[row], rows[ofRow]];
    return key && of ? [{ key, of, score, reasons: [] }] : [];
  }),
});

const oldBookFacts = (batchId: ImportBatchId, row: ReadyRow | undefined): JsonObject => ({ oldBook: { batchId, row: row?.row ?? null, acceptedOn: row?.acceptedOn ?? null } });

/** Rows of further sheets are moved out of the way of the first sheet's numbers. */
const SHEET_STEP = 100_000;

/** What `import_row` keeps of each row: the number the sheet shows, fields and codes, the pair it may resend. */
function recorder(staged: Staged): (row: RegisterRow, petitionId: ImportRowRecord['petitionId']) => ImportRowRecord {
  const sheets = [...new Set(staged.rows.map(({ sheet }) => sheet))];
  const numberOf = (row: RegisterRow): number => row.row + SHEET_STEP * sheets.indexOf(row.sheet);
  const pairs = new Map(staged.resends.map((pair) => [staged.rows[pair.row], pair]));
  return (row, petitionId) => {
    const pair = pairs.get(row);
    const of = pair && staged.rows[pair.ofRow];
    return {
      row: numberOf(row), petitionId, state: petitionId ? 'registered' : 'attention',
      faults: row.faults.map(({ field, code, severity }) => ({ field, code, severity })), encoding: row.encoding,
      ofRow: of ? numberOf(of) : null, score: pair?.score ?? null,
    };
  };
}
