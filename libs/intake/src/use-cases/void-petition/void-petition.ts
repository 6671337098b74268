import type { Actor } from '#libs/access';
import { AppError, isSealedType, type PetitionId } from '#libs/shared';
import type { UnitOfWork } from '../../ports.js';
import { petitionNotFound, requireRegistrar } from '../../rights.js';
import { FieldErrors } from '../../text/clean-text.js';
import { voidPetitions, type VoidPorts } from './void-petitions.js';

export const VOID_REASONS = ['wrong-entry', 'registered-twice', 'not-a-petition', 'other'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

export interface VoidCommand {
  readonly petitionId: PetitionId;
  readonly reasonCode: VoidReason;
  readonly reason: string;
}

/** Takes a number out of use. It stays in the register with its reason, so that the series has no gap. */
export class VoidPetition {
  constructor(private readonly ports: VoidPorts & { readonly work: UnitOfWork }) {}

  execute(actor: Actor, command: VoidCommand): Promise<void> {
    requireRegistrar(actor);
    const reason = readReason(command.reason);
    return this.ports.work.run(actor, async (tx) => {
      const found = await this.ports.petitions.find(tx, command.petitionId);
      if (!found) throw petitionNotFound();
      if (found.voided)
        throw new AppError({
          code: 'INTAKE.PETITION_VOIDED',
          status: 409,
          title: 'Số tiếp nhận đã hủy',
          detail: `Số ${found.registerLabel} đã bị hủy trước đó.`,
        });
      const petitions = [{ petitionId: found.id, caseFileId: found.caseFileId, sealed: isSealedType(found.type) }];
      const movedOn = await voidPetitions(this.ports, tx, {
        actor,
        order: { petitions, reasonCode: command.reasonCode, reason },
      });
      if (movedOn.length > 0)
        throw new AppError({
          code: 'INTAKE.MOVED_ON',
          status: 409,
          title: 'Không hủy được số tiếp nhận',
          detail: 'Hồ sơ đã được xử lý tiếp sau khi đăng ký; hãy kết thúc hồ sơ theo quy trình.',
        });
    });
  }
}

/** A reason somebody can understand later. @throws AppError 422 */
export function readReason(text: unknown): string {
  const errors = new FieldErrors();
  const reason = errors.text('/reason', text, { label: 'Lý do', maxLength: 1_000, multiline: true, required: true });
  if (reason !== null && [...reason].length < 5)
    errors.add('/reason', { code: 'TEXT.TOO_SHORT', message: 'Lý do cần ít nhất 5 ký tự.' });
  errors.finish();
  return reason ?? '';
}
