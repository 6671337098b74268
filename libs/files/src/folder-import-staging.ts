import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportStaging } from '#libs/intake';
import { isUuid, type ImportBatchId } from '#libs/shared';

/** Sealed rows of registers that wait for a decision, one file a batch. Whole or not there. */
export class FolderImportStaging extends ImportStaging {
  constructor(private readonly root: string) {
    super();
  }

  override async keep(id: ImportBatchId, sealed: Buffer): Promise<void> {
    await mkdir(this.root, { recursive: true });
    const draft = `${this.pathOf(id)}.${randomBytes(6).toString('hex')}.part`;
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(sealed);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.pathOf(id));
  }

  override async read(id: ImportBatchId): Promise<Buffer | null> {
    try {
      return await readFile(this.pathOf(id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  override async drop(id: ImportBatchId): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  private pathOf(id: ImportBatchId): string {
    if (!isUuid(id)) throw new RangeError('Not a batch id');
    return join(this.root, `${id}.sealed`);
  }
}
