import type { Actor } from '#libs/access';
import { AppError, isSealedType, type PetitionId } from '#libs/shared';
import type { UnitOfWork } from '../../ports.js';
import { petitionNotFound, requireRegistrar } from '../../rights.js';
import { voidPetitions, type VoidPorts } from '../void-petition/void-petitions.js';

/** How long whoever has just pressed the key may take it back; the house's own rule, no law's. */
const UNDO_MINUTES = 10;
const REASON = 'Đăng ký nhầm, hoàn tác';

export const undoUntil = (registeredAt: Date): Date => new Date(registeredAt.getTime() + UNDO_MINUTES * 60_000);

const refuse = (code: string, detail: string): AppError =>
  new AppError({ code, status: 409, title: 'Không hoàn tác được', detail });

/** Takes a registration back right after it was made: the number stays in the book as voided, with that reason. */
export class UndoRegistration {
  constructor(private readonly ports: VoidPorts & { readonly work: UnitOfWork }) {}

  execute(actor: Actor, id: PetitionId): Promise<void> {
    requireRegistrar(actor);
    return this.ports.work.run(actor, async (tx) => {
      const found = await this.ports.petitions.find(tx, id);
      if (!found) throw petitionNotFound();
      if (found.voided) throw refuse('INTAKE.PETITION_VOIDED', `Số ${found.registerLabel} đã hủy.`);
      if (found.createdBy !== actor.userId)
        throw refuse('INTAKE.UNDO_NOT_YOURS', 'Chỉ người vừa đăng ký được hoàn tác; người khác hủy số và ghi lý do.');
      if ((await this.ports.petitions.now(tx)) > undoUntil(found.registeredAt))
        throw refuse(
          'INTAKE.UNDO_OVER',
          `Chỉ hoàn tác được trong ${UNDO_MINUTES} phút sau khi đăng ký (quy định nội bộ); sau đó hủy số và ghi lý do.`,
        );
      const petitions = [{ petitionId: found.id, caseFileId: found.caseFileId, sealed: isSealedType(found.type) }];
      const order = { petitions, reasonCode: 'undone', reason: REASON };
      if ((await voidPetitions(this.ports, tx, { actor, order })).length > 0)
        throw refuse('INTAKE.MOVED_ON', 'Hồ sơ đã được xử lý tiếp sau khi đăng ký.');
    });
  }
}
