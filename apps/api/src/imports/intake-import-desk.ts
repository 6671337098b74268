import type { Actor } from '#libs/access';
import type { DryRunReport, ImportBatch, ImportRegister, ImportRowRecord, UndoImport } from '#libs/intake';
import { isSealedType, type ImportBatchId } from '#libs/shared';
import { iso, isoOrNull } from '../http/labels.js';
import { log } from '../http/log.js';
import type { UploadedFile } from '../petitions/petition-desk.js';
import { importFaultMessage } from './fault-messages.js';
import { ImportDesk } from './import-desk.js';
import type {
  ImportBatchDto,
  ImportFaultDto,
  ImportListDto,
  ImportPreviewDto,
  ImportProgressDto,
  UndoImportDto,
} from './import.dto.js';

export class IntakeImportDesk extends ImportDesk {
  /** Imports under way in this process; a stop waits for them. */
  private readonly running = new Set<Promise<unknown>>();

  constructor(
    private readonly imports: ImportRegister,
    private readonly undoImport: UndoImport,
  ) {
    super();
  }

  async preview(actor: Actor, file: UploadedFile, agencyCode?: string): Promise<ImportPreviewDto> {
    const { batchId, report } = await this.imports.preview(actor, file.bytes, { agencyCode });
    return previewView(batchId, report);
  }

  async list(actor: Actor): Promise<ImportListDto> {
    return { items: (await this.imports.list(actor)).map(batchView) };
  }

  async progress(actor: Actor, id: string): Promise<ImportProgressDto> {
    const batchId = id as ImportBatchId;
    const batch = await this.imports.batch(actor, batchId);
    const faults = await this.imports.faults(actor, batchId);
    // The waiting rows belong to the officer who read the file: nobody else may register them either.
    const report =
      batch.state === 'ready' && batch.createdBy === actor.userId ? await this.imports.report(batchId) : null;
    return { ...batchView(batch), faults: faults.flatMap(faultsOf), preview: report && previewView(batchId, report) };
  }

  async commit(actor: Actor, id: string): Promise<ImportBatchDto> {
    const batchId = id as ImportBatchId;
    const staged = await this.imports.begin(actor, batchId);
    const work = this.imports
      .finish(actor, batchId, staged)
      .catch((error: unknown) => log('error', 'import-failed', { batchId, code: (error as { code?: string }).code }));
    this.running.add(work);
    void work.finally(() => this.running.delete(work));
    return batchView(await this.imports.batch(actor, batchId));
  }

  async cancel(actor: Actor, id: string): Promise<ImportBatchDto> {
    return batchView(await this.imports.cancel(actor, id as ImportBatchId));
  }

  async undo(actor: Actor, id: string, { reason }: UndoImportDto): Promise<ImportBatchDto> {
    return batchView(await this.undoImport.execute(actor, id as ImportBatchId, reason));
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.running);
  }
}

const batchView = (batch: ImportBatch): ImportBatchDto => ({
  batchId: batch.id,
  state: batch.state,
  agencyCode: batch.agencyCode,
  totalRows: batch.totalRows,
  doneRows: batch.doneRows,
  registered: batch.registered,
  attention: batch.attention,
  createdAt: iso(batch.createdAt),
  createdBy: batch.createdByName,
  undoneAt: isoOrNull(batch.undoneAt),
  undoReason: batch.undoReason,
});

const faultsOf = ({ row, faults }: ImportRowRecord): ImportFaultDto[] =>
  faults.map(({ field, code, severity }) => ({ row, field, code, severity, message: importFaultMessage(field, code) }));

const previewView = (batchId: string, report: DryRunReport): ImportPreviewDto => ({
  batchId,
  rows: report.rows,
  ready: report.ready,
  attention: [...report.attention],
  decoded: [...report.decoded],
  resends: report.resends.map(({ reasons, ...pair }) => ({
    ...pair,
    reasons: reasons.map((title) => ({ code: 'resend', title })),
  })),
  petitions: report.petitions.map(({ type, name = null, personalId = null, content = null, ...row }) => ({
    ...row,
    type,
    sealed: type !== null && isSealedType(type),
    name,
    personalId,
    content,
  })),
});
