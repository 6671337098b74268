import type { Actor } from '#libs/access';
import { actDate } from '#libs/casework';
import { uuidAt, type Tx } from '#libs/intake';
import { agencySettings } from '#libs/oversight';
import { dayOf, type LocalDate, type UserId } from '#libs/shared';
import { roleOf } from '../../chain.js';
import type { ReceptionDependencies } from '../../dependencies.js';
import { wrongField } from '../../errors.js';
import type { ReceptionAgency, ScheduleRow } from '../../model.js';
import { once } from '../../once.js';
import { agencyInScope, DESK, mustBeOwn } from '../../scope.js';
import { openSession, type SessionPlan } from './open-session.js';

interface Planning {
  readonly agencyCode?: string | undefined;
  /** The day it was planned; today where left out. */
  readonly occurredOn?: LocalDate | undefined;
  readonly reason?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

export interface ScheduleCommand extends Planning {
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly place: string;
  readonly regularHours: string;
  readonly sessions: readonly SessionPlan[];
}

export interface SessionCommand extends Planning {
  readonly session: SessionPlan;
}

/** The schedule of a period with the leader's days in it, all planned or none. */
export function planSchedule(
  deps: ReceptionDependencies,
  actor: Actor,
  { idempotencyKey, ...command }: ScheduleCommand,
): Promise<{ readonly id: string; readonly sessionIds: readonly string[] }> {
  return once(deps, actor, {
    key: idempotencyKey,
    request: { plan: 'schedule', ...command } as never,
    work: async (tx) => {
      if (command.toOn < command.fromOn)
        throw wrongField('/toOn', 'DATE.BEFORE_START', 'Ngày cuối của lịch không được trước ngày đầu.');
      const ground = await groundOf(deps, tx, actor, command);
      const scheduleId = uuidAt<string>(deps.systemNow());
      const schedule: ScheduleRow = {
        ...{ id: scheduleId, agencyId: ground.agency.id, provinceId: ground.agency.provinceId, visibleTo: null },
        ...{ fromOn: command.fromOn, toOn: command.toOn, place: command.place, regularHours: command.regularHours },
        ...{ createdBy: actor.userId, createdAt: ground.now.toISOString() },
      };
      await deps.store.insert(tx, 'schedule', [schedule]);
      const sessionIds: string[] = [];
      for (const [index, plan] of command.sessions.entries()) {
        if (plan.heldOn < command.fromOn || plan.heldOn > command.toOn)
          throw wrongField(`/sessions/${index}/heldOn`, 'DATE.OUTSIDE', 'Ngày tiếp nằm ngoài khoảng ngày của lịch.');
        await leaderOfAgency(deps, tx, { agency: ground.agency, leaderId: plan.leaderId, at: `/sessions/${index}` });
        const session = await openSession(deps, tx, { plan, opening: { ...ground, actor, scheduleId } });
        sessionIds.push(session.id);
      }
      return { id: scheduleId, sessionIds };
    },
  });
}

/** One session of its own: the desk's day, an unscheduled reception, a dialogue. */
export function planSession(
  deps: ReceptionDependencies,
  actor: Actor,
  { idempotencyKey, ...command }: SessionCommand,
): Promise<{ readonly id: string }> {
  return once(deps, actor, {
    key: idempotencyKey,
    request: { plan: 'session', ...command } as never,
    work: async (tx) => {
      const ground = await groundOf(deps, tx, actor, command);
      const plan = command.session;
      if (plan.kind === 'regular' && plan.heldOn !== ground.occurredOn)
        throw wrongField('/heldOn', 'DATE.NOT_TODAY', 'Tiếp công dân thường xuyên mở đúng ngày tiếp.');
      await leaderOfAgency(deps, tx, { agency: ground.agency, leaderId: plan.leaderId, at: '' });
      const { id } = await openSession(deps, tx, { plan, opening: { ...ground, actor, scheduleId: null } });
      return { id };
    },
  });
}

async function groundOf(deps: ReceptionDependencies, tx: Tx, actor: Actor, command: Planning) {
  roleOf(actor, DESK, 'Lập lịch tiếp công dân');
  const agency = await agencyInScope(deps.store, tx, { actor, code: command.agencyCode });
  mustBeOwn(actor, agency.id);
  const now = await deps.store.now(tx);
  const occurredOn = command.occurredOn
    ? actDate({
        ...{ occurredOn: command.occurredOn, reason: command.reason, lastEventOn: command.occurredOn, now },
        ...{ settings: agencySettings(agency.settings), calendar: deps.calendar },
      })
    : dayOf(now);
  return { agency, now, occurredOn };
}

async function leaderOfAgency(
  deps: ReceptionDependencies,
  tx: Tx,
  { agency, leaderId, at }: { agency: ReceptionAgency; leaderId: UserId | undefined; at: string },
): Promise<void> {
  if (leaderId === undefined) return;
  const heads = await deps.store.heads(tx, [agency.id]);
  if (!heads.some(({ id }) => id === leaderId))
    throw wrongField(`${at}/leaderId`, 'LEADER.UNKNOWN', 'Người tiếp định kỳ phải là người đứng đầu cơ quan.');
}
