import type { Actor } from '#libs/access';
import { actDate } from '#libs/casework';
import type { PetitionerRole, RegisteredPetition } from '#libs/intake';
import { agencySettings } from '#libs/oversight';
import { cite } from '#libs/procedure';
import type { PetitionType } from '#libs/shared';
import type { ReceptionDependencies } from '../../dependencies.js';
import { alreadySettled, unlawful } from '../../errors.js';
import type { PersonRole } from '../../model.js';
import { VisitSeal } from '../../people.js';
import { agencyInScope, DESK, ownRow } from '../../scope.js';
import { actOnVisit, type VisitActCommand } from './visit-act.js';

export interface VisitPetitionCommand extends VisitActCommand {
  /** Words of the petition where they differ from what the book says in short. */
  readonly content?: string | undefined;
  readonly field?: string | undefined;
  readonly respondent?: string | undefined;
  readonly challengedDecision?: string | undefined;
  /** There is no paper: the receptionist has written it down, read it back and had it signed (NĐ154 Đ.14 k1). */
  readonly writtenDown?: boolean | undefined;
}

const ROLES: Readonly<Record<PersonRole, PetitionerRole>> = {
  visitor: 'petitioner',
  representative: 'representative',
  authorized: 'authorized',
  lawyer: 'authorized',
};

/**
 * Registers what the visitor brings as a petition, through intake. Two transactions: the key of the first follows from the
 * visit, so that a second try finds the petition and links it instead of registering it again.
 */
export async function registerVisitPetition(
  deps: ReceptionDependencies,
  actor: Actor,
  command: VisitPetitionCommand,
): Promise<{ readonly id: string; readonly petition: RegisteredPetition }> {
  const seal = new VisitSeal(deps.vault);
  const draft = await deps.work.run(actor, async (tx) => {
    const visit = await ownRow(deps.store, tx, { actor, table: 'visit', id: command.visitId });
    if (visit.outcome !== null) throw alreadySettled('Lượt tiếp đã có kết quả.');
    if (visit.type === 'other')
      throw unlawful('Không đăng ký đơn cho lượt tiếp này', [
        {
          code: 'isPetition',
          title: 'Nội dung là khiếu nại, tố cáo, kiến nghị, phản ánh',
          citation: 'LTCD Đ.2 k1; NĐ154 Đ.4 k1g',
        },
      ]);
    // Checked before the first transaction of the two, so that a refused day registers nothing.
    const agency = await agencyInScope(deps.store, tx, { actor });
    actDate({
      ...{ occurredOn: command.occurredOn, reason: command.reason, lastEventOn: visit.visitedOn },
      ...{ now: await deps.store.now(tx), settings: agencySettings(agency.settings), calendar: deps.calendar },
    });
    const people = await deps.store.list(tx, 'person', { where: { visit_id: visit.id }, order: { by: ['ordinal'] } });
    return { visit, summary: await seal.summaryOf(visit), people };
  });
  const { visit, summary, people } = draft;
  const identities = await Promise.all(
    people.map(async (one) => ({ role: ROLES[one.role], ...(await seal.identityOf(one)) })),
  );
  const petition = await deps.registerPetition.execute(actor, {
    type: visit.type as PetitionType,
    channel: command.writtenDown ? 'oral' : 'in_person',
    receivedOn: visit.visitedOn,
    content: command.content ?? summary,
    field: command.field,
    respondent: command.respondent,
    challengedDecision: command.challengedDecision,
    petitionerCount: visit.groupSize,
    jointPetition: visit.groupSize > 1,
    denouncesHead: visit.denouncesHead ? true : undefined,
    petitioners: identities,
    idempotencyKey: `reception-visit-${visit.id}`,
  });
  const { id } = await actOnVisit(deps, actor, {
    command,
    act: {
      ...{ what: 'Tiếp nhận đơn của lượt tiếp', roles: DESK, request: { petition: 'registered' } },
      decide: (row, on) => ({
        type: 'VISIT_SETTLED',
        facts: { outcome: 'petitionRegistered', petitionId: petition.id },
        basis: [cite('LTCD Đ.26 k1a, k2a; NĐ154 Đ.14, Đ.15')],
        set: {
          outcome: 'petitionRegistered',
          outcomeOn: on,
          petitionId: petition.id,
          withinCompetence: row.withinCompetence,
        },
      }),
    },
  });
  return { id, petition };
}
