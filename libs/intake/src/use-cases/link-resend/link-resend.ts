import type { Actor } from '#libs/access';
import { AppError, type PetitionId } from '#libs/shared';
import type { CaseRecords, PetitionLink, Petitions, UnitOfWork } from '../../ports.js';
import { petitionNotFound, requireRegistrar } from '../../rights.js';

export interface LinkCommand {
  readonly from: PetitionId;
  readonly to: PetitionId;
  /** `not-resend` keeps the officer's decision, so that the same pair is not proposed again and again. */
  readonly kind: PetitionLink['kind'];
  readonly score?: number | undefined;
}

const refuse = (code: string, detail: string): AppError =>
  new AppError({ code, status: 409, title: 'Không ghi nhận được đơn liên quan', detail });

/** An officer decides that a petition resends an earlier one, doubles it, or does not. The ledger keeps ids and the kind. */
export class LinkResend {
  constructor(
    private readonly ports: { readonly work: UnitOfWork; readonly petitions: Petitions; readonly records: CaseRecords },
  ) {}

  execute(actor: Actor, command: LinkCommand): Promise<void> {
    requireRegistrar(actor);
    if (command.from === command.to) throw refuse('INTAKE.LINK_SELF', 'Một đơn không thể là đơn gửi lại của chính nó.');
    return this.ports.work.run(actor, async (tx) => {
      const [from, to] = [
        await this.ports.petitions.find(tx, command.from),
        await this.ports.petitions.find(tx, command.to),
      ];
      if (!from || !to) throw petitionNotFound();
      if (from.voided || to.voided)
        throw refuse('INTAKE.PETITION_VOIDED', 'Số tiếp nhận của một trong hai đơn đã bị hủy.');
      if (command.kind !== 'not-resend' && to.receivedOn > from.receivedOn)
        throw refuse('INTAKE.LINK_LATER', 'Đơn trước phải nhận cùng ngày hoặc sớm hơn đơn gửi lại.');
      if (command.kind !== 'not-resend' && to.resendOf === from.id)
        throw refuse('INTAKE.LINK_CIRCLE', 'Đơn kia đã được ghi là gửi lại của chính đơn này.');
      const decidedAt = await this.ports.petitions.now(tx);
      await this.ports.petitions.link(tx, {
        ...command,
        score: command.score ?? null,
        decidedBy: actor.userId,
        decidedAt,
      });
      if (from.caseFileId)
        await this.ports.records.record(tx, actor, [
          { caseFileId: from.caseFileId, type: 'PETITION_LINKED', facts: { kind: command.kind, to: to.id } },
        ]);
    });
  }
}
