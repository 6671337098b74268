import { SYSTEM_ACTOR } from '#libs/access';
import {
  Milestones,
  type Claim,
  type ClaimedCase,
  type ClaimedDeadline,
  type ClaimedMilestone,
  type FiringWrite,
  type NextDue,
} from '#libs/oversight';
import type { AgencyId, DeadlineId, JsonObject } from '#libs/shared';
import { snakeRows } from '../casework/json-names.js';
import type { Connections } from '../connections.js';
import { query, queryOne, statement } from '../query.js';
import { clientOf, TransactionRunner } from '../transaction.js';
import { readPerson, type RawPerson } from './people.js';

const CLAIM = statement<{ claimed: RawClaim | null }>('oversight.claim', 'SELECT app.milestones_claim($1) AS claimed');
const WRITE = statement<object>('oversight.write', 'SELECT app.milestones_write($1)');
const NEXT = statement<{ now: Date; dueAt: Date | null }>(
  'oversight.next',
  `SELECT app.business_now() AS now, (SELECT min(due_at) FROM app.milestone WHERE state = 'pending') AS "dueAt"`,
);
const MOVE = statement<object>(
  'oversight.move-clock',
  `UPDATE app.business_clock SET offset_seconds = ceil(extract(epoch FROM $1::timestamptz - now()))
    WHERE offset_seconds < ceil(extract(epoch FROM $1::timestamptz - now()))`,
);

type RawCase = [
  ClaimedCase['id'],
  AgencyId,
  AgencyId,
  ClaimedCase['visibleTo'],
  ClaimedCase['assigneeId'],
  number,
  string,
];
type RawDue = [
  ...[ClaimedMilestone['id'], ClaimedMilestone['caseId'], DeadlineId, ClaimedMilestone['kind'], string, number],
  ...[
    string,
    string,
    ClaimedDeadline['kind'],
    boolean,
    ClaimedDeadline['dueOn'],
    ClaimedDeadline['state'],
    JsonObject,
    number,
    boolean,
    boolean,
  ],
];

interface RawClaim {
  readonly now: string;
  readonly cases: readonly RawCase[];
  readonly due: readonly RawDue[] | null;
  readonly settings: Readonly<Record<string, JsonObject>> | null;
  readonly people: readonly RawPerson[] | null;
}

const readCase = ([id, agencyId, provinceId, visibleTo, assigneeId, seq, headHash]: RawCase): ClaimedCase => ({
  id,
  agencyId,
  provinceId,
  visibleTo,
  assigneeId,
  seq,
  headHash,
});
const readMilestone = ([id, caseId, deadlineId, kind, dueAt, generation]: RawDue): ClaimedMilestone => ({
  id,
  caseId,
  deadlineId,
  kind,
  dueAt,
  generation,
});
const readDeadline = ([
  ,
  ,
  id,
  ,
  ,
  ,
  ruleId,
  citation,
  kind,
  statutory,
  dueOn,
  state,
  machine,
  rung,
  extended,
  closed,
]: RawDue): ClaimedDeadline => ({
  ...{ id, ruleId, citation, kind, statutory, dueOn },
  ...{ state, machine, rung, extended, closed },
});

function readClaim({ now, cases, due, settings, people }: RawClaim): Claim {
  return {
    now: new Date(now),
    cases: cases.map(readCase),
    milestones: (due ?? []).map(readMilestone),
    deadlines: (due ?? []).map(readDeadline),
    settings: new Map(Object.entries(settings ?? {}).map(([id, value]) => [Number(id) as AgencyId, value])),
    people: (people ?? []).map(readPerson),
  };
}

const LISTS = ['deadlines', 'following', 'events', 'cases', 'inbox', 'tasks', 'effects'] as const;

function writeCall(write: FiringWrite): string {
  const lists: Record<string, unknown> = { outcomes: snakeRows(write.outcomes) };
  for (const name of LISTS) {
    const rows = write[name];
    if (rows.length > 0) lists[name] = snakeRows(rows);
  }
  return JSON.stringify(lists);
}

/** Milestones in PostgreSQL: one call to claim a set, one to write it, in one transaction of the worker. */
export class PostgresMilestones extends Milestones {
  private readonly runner: TransactionRunner;

  constructor(private readonly connections: Connections) {
    super();
    this.runner = new TransactionRunner(connections);
  }

  override async fire(limit: number, decide: (claim: Claim) => FiringWrite): Promise<number> {
    for (;;) {
      const looked = await this.runner.run(SYSTEM_ACTOR, async (tx) => {
        const client = clientOf(tx);
        const { claimed } = await queryOne(client, CLAIM, [limit]);
        if (!claimed) return null;
        const claim = readClaim(claimed);
        if (claim.milestones.length > 0) await query(client, WRITE, [writeCall(decide(claim))]);
        return claim.milestones.length;
      });
      // Cases came free whose milestones another worker had just fired: look again.
      if (looked !== 0) return looked ?? 0;
    }
  }

  override nextDue(): Promise<NextDue> {
    return queryOne(this.connections.worker, NEXT);
  }

  override async moveClockTo(instant: Date): Promise<void> {
    await query(this.connections.worker, MOVE, [instant]);
  }
}
