import type { Actor } from '#libs/access';
import type { Tx } from '#libs/intake';
import type { AgencyId, LocalDate, UserId } from '#libs/shared';
import { roleOf } from '../../chain.js';
import type { ReceptionDependencies } from '../../dependencies.js';
import { notFound, wrongField } from '../../errors.js';
import {
  isSealedVisit,
  type AttendanceRow,
  type DeadlineRow,
  type OpinionRow,
  type PersonRow,
  type ReceiptRow,
  type ReceptionAgency,
  type ScheduleRow,
  type SessionKind,
  type SessionRow,
  type TaskRow,
  type VisitRow,
} from '../../model.js';
import type { TimelineRow } from '../../ports.js';
import { quotaDayOf, type QuotaStatus } from '../../quota.js';
import { agencyInScope, READERS } from '../../scope.js';

export interface SessionListQuery {
  readonly agencyCode?: string | undefined;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  readonly kind?: SessionKind | undefined;
  readonly stage?: string | undefined;
  /** The head whose days they are. */
  readonly leaderId?: UserId | undefined;
  /** Only periodic sessions that count so towards the days owed; asked for a few months, not for years. */
  readonly quota?: QuotaStatus | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}
export type ScheduleListQuery = Pick<SessionListQuery, 'agencyCode' | 'cursor' | 'limit'>;

/** Names that rows mention by id. */
export interface Named {
  readonly agencies: ReadonlyMap<AgencyId, ReceptionAgency>;
  readonly users: ReadonlyMap<UserId, string>;
}

export interface Page<Row> extends Named {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

export interface SessionFile extends Named {
  readonly session: SessionRow;
  readonly deadlines: readonly DeadlineRow[];
  readonly visits: readonly VisitRow[];
  readonly tasks: readonly TaskRow[];
  readonly attendance: readonly AttendanceRow[];
  readonly opinions: readonly OpinionRow[];
}

export interface VisitFile extends Named {
  readonly visit: VisitRow;
  /** Empty for who may not know who came: another agency, or a sealed visit. */
  readonly people: readonly PersonRow[];
  readonly deadlines: readonly DeadlineRow[];
  readonly receipts: readonly ReceiptRow[];
}

export interface ScheduleFile extends Named {
  readonly schedule: ScheduleRow;
  readonly sessions: readonly SessionRow[];
}

async function named(deps: ReceptionDependencies, tx: Tx, sessions: readonly SessionRow[]): Promise<Named> {
  const users = sessions.flatMap(({ leaderId, hostedBy, createdBy }) => [leaderId, hostedBy, createdBy]);
  return {
    agencies: new Map(
      (
        await deps.store.agencies(
          tx,
          sessions.map(({ agencyId }) => agencyId),
        )
      ).map((one) => [one.id, one]),
    ),
    users: await deps.store.names(
      tx,
      users.filter((id) => id !== null),
    ),
  };
}

const reading = <T>(deps: ReceptionDependencies, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => {
  roleOf(actor, READERS, 'Xem công tác tiếp công dân');
  return deps.work.run(actor, work);
};

function cursorOf(cursor: string | undefined): { readonly after?: readonly string[] } {
  if (cursor === undefined) return {};
  const after = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (after.length === 2 && /^\d{4}-\d\d-\d\d$/.test(after[0] ?? '') && /^[0-9a-f-]{36}$/.test(after[1] ?? ''))
    return { after };
  throw wrongField('/cursor', 'CURSOR.INVALID', 'Vị trí trang không đúng; hãy lấy lại từ trang trước.');
}
const cursorTo = (day: LocalDate, id: string): string => Buffer.from(`${day} ${id}`).toString('base64url');

export const listSessions = (
  deps: ReceptionDependencies,
  actor: Actor,
  query: SessionListQuery,
): Promise<Page<SessionRow>> =>
  reading(deps, actor, async (tx) => {
    const agency =
      query.agencyCode === undefined ? null : await agencyInScope(deps.store, tx, { actor, code: query.agencyCode });
    const limit = query.limit ?? 50;
    const found = await deps.store.list(tx, 'session', {
      where: {
        ...(agency ? { agency_id: agency.id } : {}),
        ...(query.kind ? { kind: query.kind } : {}),
        ...(query.stage ? { stage: query.stage } : {}),
        ...(query.leaderId === undefined ? {} : { leader_id: query.leaderId }),
        ...(query.quota ? { kind: 'periodic' } : {}),
      },
      day: { column: 'held_on', from: query.from, to: query.to },
      order: { by: ['held_on'], down: true },
      ...cursorOf(query.cursor),
      ...(query.quota ? {} : { limit: limit + 1 }),
    });
    const rows = query.quota ? found.filter((one) => quotaDayOf(one)?.status === query.quota) : found;
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor: rows.length > limit && last ? cursorTo(last.heldOn, last.id) : null,
      ...(await named(deps, tx, items)),
    };
  });

export const listSchedules = (
  deps: ReceptionDependencies,
  actor: Actor,
  query: ScheduleListQuery,
): Promise<Page<ScheduleRow>> =>
  reading(deps, actor, async (tx) => {
    const agency =
      query.agencyCode === undefined ? null : await agencyInScope(deps.store, tx, { actor, code: query.agencyCode });
    const limit = query.limit ?? 50;
    const rows = await deps.store.list(tx, 'schedule', {
      where: agency ? { agency_id: agency.id } : {},
      order: { by: ['from_on'], down: true },
      ...cursorOf(query.cursor),
      limit: limit + 1,
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor: rows.length > limit && last ? cursorTo(last.fromOn, last.id) : null,
      agencies: new Map(
        (
          await deps.store.agencies(
            tx,
            items.map(({ agencyId }) => agencyId),
          )
        ).map((one) => [one.id, one]),
      ),
      users: new Map(),
    };
  });

export const readSchedule = (deps: ReceptionDependencies, actor: Actor, id: string): Promise<ScheduleFile> =>
  reading(deps, actor, async (tx) => {
    const schedule = (await deps.store.list(tx, 'schedule', { where: { id } }))[0];
    if (!schedule) throw notFound();
    const sessions = await deps.store.list(tx, 'session', { where: { schedule_id: id }, order: { by: ['held_on'] } });
    const own = await named(deps, tx, sessions);
    return { schedule, sessions, ...own };
  });

const sessionOf = async (deps: ReceptionDependencies, tx: Tx, id: string): Promise<SessionRow> => {
  const session = (await deps.store.list(tx, 'session', { where: { id } }))[0];
  if (!session) throw notFound();
  return session;
};

export const readSession = (deps: ReceptionDependencies, actor: Actor, id: string): Promise<SessionFile> =>
  reading(deps, actor, async (tx) => {
    const session = await sessionOf(deps, tx, id);
    const where = { session_id: id };
    return {
      session,
      deadlines: await deps.store.list(tx, 'deadline', {
        where: { ...where, visit_id: null },
        order: { by: ['due_on'] },
      }),
      visits: await deps.store.list(tx, 'visit', { where, order: { by: ['register_series', 'register_number'] } }),
      tasks: await deps.store.list(tx, 'task', { where, order: { by: ['due_on'] } }),
      attendance: await deps.store.list(tx, 'attendance', { where, order: { by: ['party'] } }),
      opinions: await deps.store.list(tx, 'opinion', { where, order: { by: ['ordinal'] } }),
      ...(await named(deps, tx, [session])),
    };
  });

export const sessionTimeline = (
  deps: ReceptionDependencies,
  actor: Actor,
  id: string,
): Promise<readonly TimelineRow[]> =>
  reading(deps, actor, async (tx) => {
    await sessionOf(deps, tx, id);
    return deps.store.timeline(tx, id);
  });

export const readVisit = (deps: ReceptionDependencies, actor: Actor, id: string): Promise<VisitFile> =>
  reading(deps, actor, async (tx) => {
    const visit = (await deps.store.list(tx, 'visit', { where: { id } }))[0];
    if (!visit) throw notFound();
    const known = actor.agencyId === visit.agencyId && !isSealedVisit(visit.type);
    const where = { visit_id: id };
    const receipts = await deps.store.list(tx, 'receipt', { where, order: { by: ['received_at'] } });
    return {
      visit,
      people: known ? await deps.store.list(tx, 'person', { where, order: { by: ['ordinal'] } }) : [],
      deadlines: await deps.store.list(tx, 'deadline', { where, order: { by: ['due_on'] } }),
      receipts,
      agencies: new Map((await deps.store.agencies(tx, [visit.agencyId])).map((one) => [one.id, one])),
      users: await deps.store.names(tx, [visit.receptionistId, ...receipts.map(({ receivedBy }) => receivedBy)]),
    };
  });
