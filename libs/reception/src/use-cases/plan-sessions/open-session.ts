import type { Actor } from '#libs/access';
import { refused } from '#libs/casework';
import { uuidAt, type Tx } from '#libs/intake';
import { open } from '#libs/procedure';
import type { CaseEventId, JsonObject, JsonValue, LocalDate, UserId } from '#libs/shared';
import { openingNeeds, reception } from '#workflows/reception';
import { chainAct, newChain, roleOf } from '../../chain.js';
import type { ReceptionDependencies } from '../../dependencies.js';
import type { ReceptionAgency, SessionKind, SessionMode, SessionRow } from '../../model.js';
import { unlawful } from '../../errors.js';
import { DESK } from '../../scope.js';
import { daysBefore, reckoningOf, stepRows } from '../../session-step.js';

export interface OnlinePlan {
  readonly onlineCase?: string | undefined;
  /** The denouncer asks that their identity be kept secret (NĐ154 Đ.20 k4). */
  readonly secrecyAsked?: boolean | undefined;
  readonly securityAssured?: boolean | undefined;
  /** Line, devices, recording and storage as NĐ154 Đ.18 asks. */
  readonly technicalReady?: boolean | undefined;
}

export interface SessionPlan extends OnlinePlan {
  readonly kind: SessionKind;
  readonly mode: SessionMode;
  readonly heldOn: LocalDate;
  /** `HH:MM` */
  readonly startsAt: string;
  readonly endsAt?: string | undefined;
  readonly place: string;
  readonly leaderId?: UserId | undefined;
  readonly attendees?: string | undefined;
  readonly topics?: string | undefined;
  readonly unscheduledGround?: string | undefined;
}

export interface Opening {
  readonly actor: Actor;
  readonly agency: ReceptionAgency;
  readonly now: Date;
  /** The day it was planned. */
  readonly occurredOn: LocalDate;
  readonly scheduleId: string | null;
}

const given = (facts: Record<string, JsonValue | undefined>): JsonObject =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const openingFacts = (plan: SessionPlan): JsonObject =>
  given({
    kind: plan.kind,
    mode: plan.mode,
    heldOn: plan.heldOn,
    unscheduledGround: plan.unscheduledGround,
    onlineCase: plan.onlineCase,
    secrecyAsked: plan.secrecyAsked,
    securityAssured: plan.securityAssured,
    technicalReady: plan.technicalReady,
    scheduleComplete: Boolean(plan.leaderId && plan.attendees && plan.topics && plan.place && plan.startsAt),
  });

/** Opens a session by its procedure. @throws AppError 409 with what the law still asks for. */
export async function openSession(
  deps: ReceptionDependencies,
  tx: Tx,
  { plan, opening }: { readonly plan: SessionPlan; readonly opening: Opening },
): Promise<SessionRow> {
  const { actor, agency, now, occurredOn, scheduleId } = opening;
  const how = reckoningOf(deps, agency);
  const role = roleOf(actor, DESK, 'Lập lịch tiếp công dân');
  const stated = openingFacts(plan);
  const facts = {
    ...stated,
    ...daysBefore(plan.heldOn, plan.mode === 'online', how),
    ...{ receivedOn: occurredOn, occurredOn, petitionType: 'none', actorRole: role },
  };
  const lacks = openingNeeds(plan.kind).flatMap((code) => {
    const need = reception.requirements[code];
    return need && !need.test(facts) ? [{ code, title: need.title, citation: need.citation.text }] : [];
  });
  if (lacks.length > 0) throw unlawful('Chưa lập được buổi tiếp', lacks);
  const opened = open(reception, facts);
  if (!opened.ok) throw refused(opened.error);
  const step = opened.value;
  const id = uuidAt<string>(how.systemNow);
  const act = chainAct(
    newChain(id),
    { actor, now, systemNow: how.systemNow },
    {
      ...{ type: 'OPEN', kind: 'procedure', role, occurredOn },
      ...{ facts: stated, basis: step.basis, from: null, to: step.to },
    },
  );
  const scope = { agencyId: agency.id, provinceId: agency.provinceId, visibleTo: null };
  const rows = stepRows(
    step,
    {
      session: { ...scope, id, knownFacts: stated, papers: [] },
      ...{ running: [], facts, occurredOn, eventId: act.event.id as CaseEventId },
    },
    how,
  );
  const session: SessionRow = {
    ...scope,
    ...{ id, scheduleId, kind: plan.kind, mode: plan.mode, leaderId: plan.leaderId ?? null, hostedBy: null },
    ...{ heldOn: plan.heldOn, startsAt: plan.startsAt, endsAt: plan.endsAt ?? null, place: plan.place },
    ...{ attendees: plan.attendees ?? null, topics: plan.topics ?? null, procedureVersion: reception.version },
    ...{ state: step.next.state, stage: step.to, context: step.next.context },
    ...{ knownFacts: rows.knownFacts, papers: rows.papers, rev: 1, ...act.end },
    ...{ openedOn: occurredOn, lastEventOn: occurredOn, closedOn: null, outcome: null, createdBy: actor.userId },
  };
  await deps.store.insert(tx, 'session', [session]);
  if (rows.opened.length > 0) await deps.store.insert(tx, 'deadline', rows.opened);
  await deps.store.append(tx, { events: [act.event], texts: act.texts });
  return session;
}
