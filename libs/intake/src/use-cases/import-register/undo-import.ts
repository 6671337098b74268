import type { Actor } from '#libs/access';
import { AppError, type ImportBatchId } from '#libs/shared';
import { requireRegistrar } from '../../rights.js';
import { readReason } from '../void-petition/void-petition.js';
import { voidPetitions } from '../void-petition/void-petitions.js';
import { batchNotFound, type ImportPorts } from './import-register.js';
import type { ImportBatch } from '../../ports.js';

const refuse = (code: string, detail: string): AppError =>
  new AppError({ code, status: 409, title: 'Không hoàn tác được đợt nhập', detail });
const SHOWN_ROWS = 20;

/** Voids a whole batch with a reason. Rows and numbers stay; one case that has moved on refuses all of it. */
export class UndoImport {
  constructor(private readonly ports: ImportPorts) {}

  async execute(actor: Actor, batchId: ImportBatchId, reasonText: string): Promise<ImportBatch> {
    requireRegistrar(actor);
    const reason = readReason(reasonText);
    return this.ports.work.run(actor, async (tx) => {
      const { imports, petitions } = this.ports;
      const batch = await imports.find(tx, batchId);
      if (!batch) throw batchNotFound();
      if (batch.state !== 'done')
        throw refuse(
          'IMPORT.NOT_DONE',
          batch.state === 'undone' ? 'Đợt nhập đã được hoàn tác.' : 'Đợt nhập chưa đăng ký đơn nào.',
        );
      const members = await imports.petitions(tx, batchId);
      // Denunciations show themselves to named people only: who does not see all of a batch cannot undo it.
      if (members.length < batch.registered)
        throw refuse(
          'IMPORT.NOT_ALL_VISIBLE',
          'Đợt nhập có đơn bạn không được xem; người đã đăng ký đợt này mới hoàn tác được.',
        );
      const movedOn = new Set(
        await voidPetitions(this.ports, tx, {
          actor,
          order: { petitions: members.filter(({ voided }) => !voided), reasonCode: 'import-undone', reason },
        }),
      );
      if (movedOn.size > 0) {
        const rows = members
          .filter(({ caseFileId }) => caseFileId !== null && movedOn.has(caseFileId))
          .map(({ row }) => row)
          .sort((a, b) => a - b);
        throw refuse(
          'IMPORT.MOVED_ON',
          `Có ${movedOn.size} hồ sơ đã được xử lý tiếp (dòng ${rows.slice(0, SHOWN_ROWS).join(', ')}${rows.length > SHOWN_ROWS ? ', …' : ''}); không hoàn tác cả đợt.`,
        );
      }
      await imports.markUndone(tx, batchId, { at: await petitions.now(tx), by: actor.userId, reason });
      return (await imports.find(tx, batchId)) ?? batch;
    });
  }
}
