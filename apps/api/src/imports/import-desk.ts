import type { Actor } from '#libs/access';
import type { UploadedFile } from '../petitions/petition-desk.js';
import type {
  ImportBatchDto,
  ImportListDto,
  ImportPreviewDto,
  ImportProgressDto,
  UndoImportDto,
} from './import.dto.js';

/** An old Excel register: read, look at, register, follow, take back. */
export abstract class ImportDesk {
  abstract preview(actor: Actor, file: UploadedFile, agencyCode?: string): Promise<ImportPreviewDto>;
  abstract list(actor: Actor): Promise<ImportListDto>;
  abstract progress(actor: Actor, batchId: string): Promise<ImportProgressDto>;
  abstract commit(actor: Actor, batchId: string): Promise<ImportBatchDto>;
  abstract cancel(actor: Actor, batchId: string): Promise<ImportBatchDto>;
  abstract undo(actor: Actor, batchId: string, command: UndoImportDto): Promise<ImportBatchDto>;
}
