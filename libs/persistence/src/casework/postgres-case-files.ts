import { isSystem, type AnyActor } from '#libs/access';
import {
  CaseFiles,
  type CaseCommit,
  type CaseOpen,
  type CaseRow,
  type CaseSnapshot,
  type CaseWrite,
  type CommitAnswer,
  type DeadlineRow,
  type StoredEvent,
  type TimelineRows,
  type Tx as OpaqueTx,
} from '#libs/casework';
import type { AgencyId, CaseFileId, JsonObject, UserId } from '#libs/shared';
import type { Pool } from 'pg';
import type { Connections } from '../connections.js';
import { query, queryOne, statement } from '../query.js';
import { clientOf, TransactionRunner, type Tx } from '../transaction.js';
import { camelRow, snakeRows } from './json-names.js';

const READ = statement<{ found: RawSnapshot | null }>('casework.read', 'SELECT app.case_read($1, $2, $3, $4) AS found');
const COMMIT = statement<{ answer: CommitAnswer }>('casework.commit', 'SELECT app.case_commit($1, $2, $3) AS answer');
const OPEN = statement<object>('casework.open', 'SELECT app.case_open($1)');
const TIMELINE = statement<{ found: RawTimeline | null }>(
  'casework.timeline',
  'SELECT app.case_timeline($1, $2, $3) AS found',
);
const SEEN = statement<{ id: CaseFileId }>('casework.seen', 'SELECT id FROM app.case_file WHERE id = ANY ($1::uuid[])');
const CONFLICTED = statement<{ id: UserId }>(
  'casework.conflicted',
  `SELECT DISTINCT i.user_id AS id FROM app.interest_conflict i JOIN app.case_file c ON c.petition_id = i.petition_id
    WHERE c.id = $1 AND i.user_id = ANY ($2::int[]) AND i.ended_at IS NULL`,
);
const RUNNING = statement<{ id: CaseFileId }>(
  'casework.running',
  'SELECT id FROM app.case_file WHERE procedure = $1 AND procedure_version = $2 AND closed_at IS NULL ORDER BY opened_on, id',
);
const SURROUNDINGS = statement<{ now: Date; settings: Record<string, JsonObject> | null }>(
  'casework.surroundings',
  `SELECT app.business_now() AS now, (SELECT jsonb_object_agg(a.id, a.settings) FROM app.agency a WHERE a.id = ANY ($1::int[])) AS settings`,
);

interface RawSnapshot extends Omit<CaseSnapshot, 'now' | 'case' | 'deadlines'> {
  readonly now: string;
  readonly case: object;
  readonly deadlines: readonly object[];
}
interface RawTimeline {
  readonly case: object;
  readonly events: readonly object[];
  readonly texts: readonly object[];
  readonly rules: Readonly<Record<string, string>>;
}

/** Another write took the same idempotency key first. */
const UNIQUE_VIOLATION = '23505';
const isUniqueViolation = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === UNIQUE_VIOLATION;
const NOT_WRITTEN: CommitAnswer = { done: false, rev: -1, seq: -1 };

/** Lists that are empty stay out of the call. */
function writeLists(write: CaseWrite): Record<string, unknown> {
  const lists: Record<string, unknown> = { events: snakeRows(write.events) };
  for (const name of ['texts', 'opened', 'changed', 'milestones', 'effects', 'tasks'] as const)
    if (write[name].length > 0) lists[name] = snakeRows(write[name]);
  if (write.calledOff.length > 0) lists.calledOff = write.calledOff;
  if (write.annulled.length > 0) lists.annulled = write.annulled;
  return lists;
}

function commitCall({ before, after, reassigned, idempotency, ...write }: CaseCommit): Record<string, unknown> {
  const { state, stage, context, knownFacts, headHash, assigneeId, lastEventOn, closedOn, closedAt, outcome } = after;
  return {
    caseId: before.id,
    rev: before.rev,
    seq: before.seq,
    seqAfter: after.seq,
    ...{ state, stage, context, knownFacts, headHash, assigneeId, lastEventOn, closedOn, closedAt, outcome },
    ...(after.procedureVersion === before.procedureVersion ? {} : { procedureVersion: after.procedureVersion }),
    ...(reassigned ? { reassign: true } : {}),
    ...(idempotency ? { idempotency } : {}),
    ...writeLists(write),
  };
}

const agenciesOf = (actor: AnyActor): readonly AgencyId[] => (isSystem(actor) ? [] : actor.agencies);

/** Case files in PostgreSQL: one prepared call to read, one to write. */
export class PostgresCaseFiles extends CaseFiles {
  constructor(private readonly connections: Connections) {
    super();
  }

  async read(actor: AnyActor, caseFileId: CaseFileId, idempotencyKey: string | null): Promise<CaseSnapshot | null> {
    const { found } = await queryOne(this.pool(actor), READ, [
      actor.userId,
      agenciesOf(actor),
      caseFileId,
      idempotencyKey,
    ]);
    if (!found) return null;
    return {
      ...found,
      now: new Date(found.now),
      case: camelRow<CaseRow>(found.case),
      deadlines: found.deadlines.map((row) => camelRow<DeadlineRow>(row)),
    };
  }

  async conflicted(actor: AnyActor, caseFileId: CaseFileId, userIds: readonly UserId[]): Promise<readonly UserId[]> {
    const rows = await new TransactionRunner(this.connections).run(actor, (tx) =>
      query(clientOf(tx), CONFLICTED, [caseFileId, userIds]),
    );
    return rows.map(({ id }) => id);
  }

  async seen(actor: AnyActor, caseFileIds: readonly CaseFileId[]): Promise<readonly CaseFileId[]> {
    const rows = await new TransactionRunner(this.connections).run(actor, (tx) =>
      query(clientOf(tx), SEEN, [caseFileIds]),
    );
    return rows.map(({ id }) => id);
  }

  async running(procedure: string, version: number): Promise<readonly CaseFileId[]> {
    return (await query(this.connections.worker, RUNNING, [procedure, version])).map(({ id }) => id);
  }

  async commit(actor: AnyActor, write: CaseCommit): Promise<CommitAnswer> {
    try {
      const { answer } = await queryOne(this.pool(actor), COMMIT, [
        actor.userId,
        agenciesOf(actor),
        JSON.stringify(commitCall(write)),
      ]);
      return answer;
    } catch (error) {
      if (write.idempotency && isUniqueViolation(error)) return NOT_WRITTEN;
      throw error;
    }
  }

  async surroundings(tx: OpaqueTx, agencies: readonly AgencyId[]) {
    const { now, settings } = await queryOne(clientOf(tx as Tx), SURROUNDINGS, [agencies]);
    return {
      now,
      settings: new Map(Object.entries(settings ?? {}).map(([id, value]) => [Number(id) as AgencyId, value])),
    };
  }

  async open(tx: OpaqueTx, { cases, ...write }: CaseOpen): Promise<void> {
    await query(clientOf(tx as Tx), OPEN, [JSON.stringify({ cases: snakeRows(cases), ...writeLists(write) })]);
  }

  async timeline(actor: AnyActor, caseFileId: CaseFileId): Promise<TimelineRows | null> {
    const { found } = await queryOne(this.pool(actor), TIMELINE, [actor.userId, agenciesOf(actor), caseFileId]);
    if (!found) return null;
    return {
      case: camelRow<CaseRow>(found.case),
      events: found.events.map((row) => camelRow<StoredEvent & { actorName: string | null }>(row)),
      texts: found.texts.map((row) => camelRow<TimelineRows['texts'][number]>(row)),
      rules: found.rules,
    };
  }

  private pool(actor: AnyActor): Pool {
    return isSystem(actor) ? this.connections.worker : this.connections.app;
  }
}
