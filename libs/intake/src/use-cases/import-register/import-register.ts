import { createHash } from 'node:crypto';
import type { Actor } from '#libs/access';
import type { KeyVault } from '#libs/identity';
import { AppError, dayOf, type ImportBatchId } from '#libs/shared';
import { uuidAt } from '../../ids.js';
import type {
  CaseOpener,
  CaseRecords,
  ImportBatch,
  ImportRowRecord,
  Imports,
  ImportStaging,
  Petitions,
  UnitOfWork,
} from '../../ports.js';
import { dryRunReport, type DryRunReport } from '../../register/dry-run-report.js';
import { readRegister, type RegisterReading } from '../../register/read-register.js';
import { readWorkbook } from '../../register/read-workbook.js';
import { registerAgency, requireRegistrar } from '../../rights.js';
import { Cancelled, RowRegistrar } from './row-registrar.js';
import { readingOf, StagedRows, type Staged } from './staged-rows.js';

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
  /** A batch of the very same file that is done and not undone: the officer decides whether it comes in again. */
  readonly sameFileAs: ImportBatchId | null;
  /** Skipped rows and sheets are told from it. Holds personal data; not for the screen as it is. */
  readonly reading: RegisterReading;
  readonly report: DryRunReport;
}

const refuse = (code: string, detail: string, status = 409): AppError =>
  new AppError({ code, status, title: 'Không nhập được sổ', detail });

export const batchNotFound = (): AppError =>
  new AppError({
    code: 'IMPORT.NOT_FOUND',
    status: 404,
    title: 'Không tìm thấy đợt nhập',
    detail: 'Đợt nhập không có hoặc không thuộc phạm vi được xem.',
  });

/**
 * An old Excel register: read and shown first, then registered in one transaction. The file itself is never kept; its rows
 * wait sealed for the decision and are gone after it.
 */
export class ImportRegister {
  private readonly waiting: StagedRows;
  private readonly registrar: RowRegistrar;

  constructor(private readonly ports: ImportPorts) {
    this.waiting = new StagedRows(ports.staging, ports.vault);
    this.registrar = new RowRegistrar(ports);
  }

  /** Reads the file and makes a batch of state `ready`. `sealedOk`: show denunciations to the registering officer. */
  async preview(
    actor: Actor,
    file: Buffer,
    options: { readonly agencyCode?: string | undefined; readonly sealedOk?: boolean } = {},
  ): Promise<ImportPreview> {
    requireRegistrar(actor);
    const sheets = await readWorkbook(file);
    const fileSha256 = createHash('sha256').update(file).digest();
    const made = await this.ports.work.run(actor, async (tx) => {
      const agency = await registerAgency(this.ports.petitions, tx, { actor, code: options.agencyCode });
      const now = await this.ports.petitions.now(tx);
      const reading = readRegister(sheets, dayOf(now));
      const sameFileAs = await this.ports.imports.sameFile(tx, agency.id, fileSha256);
      const batchId = uuidAt<ImportBatchId>(now);
      await this.ports.imports.create(tx, {
        id: batchId,
        agencyId: agency.id,
        createdBy: actor.userId,
        createdAt: now,
        fileSha256,
        totalRows: reading.rows.length,
      });
      return { batchId, reading, sameFileAs };
    });
    await this.waiting.keep(made.batchId, made.reading);
    const { batchId, reading, sameFileAs } = made;
    return { batchId, sameFileAs, reading, report: dryRunReport(reading, { sealedOk: options.sealedOk ?? false }) };
  }

  /** Registers the ready rows. Resolves when it is done; `progress` of another call shows the way there. */
  async commit(actor: Actor, batchId: ImportBatchId): Promise<ImportBatch> {
    const staged = await this.begin(actor, batchId);
    return this.finish(actor, batchId, staged);
  }

  /** Moves the batch to `importing` and answers what is to be registered; refuses what cannot be. */
  async begin(actor: Actor, batchId: ImportBatchId): Promise<Staged> {
    requireRegistrar(actor);
    const staged = await this.waiting.read(batchId);
    await this.ports.work.run(actor, async (tx) => {
      const batch = await this.ports.imports.find(tx, batchId);
      if (!batch) throw batchNotFound();
      if (batch.createdBy !== actor.userId)
        throw refuse(
          'IMPORT.OTHER_OFFICER',
          'Đợt nhập này do người khác đọc; người đó đăng ký hoặc bạn tải lại tệp.',
          403,
        );
      // `importing` without a living importer is a crash: it may start again, the claim below keeps two apart.
      const moved =
        (await this.ports.imports.claim(tx, batchId)) &&
        (await this.ports.imports.move(tx, batchId, {
          from: ['ready', 'failed', 'importing'],
          to: 'importing',
          doneRows: 0,
        }));
      if (!moved) throw refuse('IMPORT.NOT_READY', 'Đợt nhập đang chạy, đã xong hoặc đã dừng.');
    });
    if (!staged) throw refuse('IMPORT.ROWS_GONE', 'Các dòng đã đọc không còn được giữ; hãy tải lại tệp.');
    return staged;
  }

  /** The second half of `commit`, for callers that answer before it ends. */
  async finish(actor: Actor, batchId: ImportBatchId, staged: Staged): Promise<ImportBatch> {
    let mine = false;
    try {
      await this.ports.work.run(actor, async (tx) => {
        const { imports } = this.ports;
        mine = await imports.claim(tx, batchId);
        const batch = mine ? await imports.find(tx, batchId) : null;
        mine = batch?.state === 'importing';
        const agency = mine && batch ? await this.ports.petitions.agencyById(tx, batch.agencyId) : null;
        if (!agency) throw refuse('IMPORT.NOT_READY', 'Đợt nhập đang chạy, đã xong hoặc đã dừng.');
        await this.registrar.registerAll(tx, actor, { batchId, staged, agency });
        const done = { from: ['importing'], to: 'done', doneRows: staged.rows.length } as const;
        if (!(await imports.move(tx, batchId, done))) throw new Cancelled();
      });
    } catch (error) {
      // Another importer's batch is not ours to call failed.
      if (!mine) throw error;
      if (!(error instanceof Cancelled)) {
        await this.fail(actor, batchId);
        throw error;
      }
    }
    await this.waiting.drop(batchId);
    return this.batch(actor, batchId);
  }

  private async fail(actor: Actor, batchId: ImportBatchId): Promise<void> {
    const failed = { from: ['importing'], to: 'failed', doneRows: 0 } as const;
    await this.ports.work.run(actor, (tx) => this.ports.imports.move(tx, batchId, failed));
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
    return this.ports.work.run(actor, async (tx) =>
      (await this.ports.imports.rows(tx, batchId)).filter((row) => row.faults.length > 0),
    );
  }

  /** The preview again, while the rows still wait. */
  async report(batchId: ImportBatchId): Promise<DryRunReport | null> {
    const staged = await this.waiting.read(batchId);
    return staged ? dryRunReport(readingOf(staged), { sealedOk: false }) : null;
  }

  /** Stops a batch that is not done. Rows already written in the running transaction are taken back by the importer. */
  async cancel(actor: Actor, batchId: ImportBatchId): Promise<ImportBatch> {
    requireRegistrar(actor);
    const moved = await this.ports.work.run(actor, async (tx) => {
      if (!(await this.ports.imports.find(tx, batchId))) throw batchNotFound();
      return this.ports.imports.move(tx, batchId, {
        from: ['reading', 'ready', 'importing', 'failed'],
        to: 'cancelled',
        doneRows: 0,
      });
    });
    if (!moved) throw refuse('IMPORT.NOT_RUNNING', 'Đợt nhập đã xong hoặc đã dừng.');
    await this.waiting.drop(batchId);
    return this.batch(actor, batchId);
  }
}
