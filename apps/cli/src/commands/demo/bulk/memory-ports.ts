import { isSystem, type AnyActor } from '#libs/access';
import {
  CaseFiles,
  Outbox,
  type CaseCommit,
  type CaseOpen,
  type CaseRow,
  type CaseSnapshot,
  type CommitAnswer,
  type EffectOutcome,
  type HandedOut,
  type InboxLine,
  type PendingEffect,
  type TimelineRows,
} from '#libs/casework';
import {
  CaseRecords,
  Petitions,
  RegistrationKeys,
  UnitOfWork,
  type Agency,
  type NewPetition,
  type NewPetitioner,
  type OpenedCase,
  type PetitionSummary,
  type ResendCandidate,
} from '#libs/intake';
import { Milestones, type Claim, type FiringWrite, type NextDue } from '#libs/oversight';
import type { AgencyId, CaseFileId, EffectId, JsonObject, MilestoneId, UserId } from '#libs/shared';
import { MemoryRelatedFiles } from './memory-related.js';
import type { MemoryTables, MilestoneTableRow } from './memory-tables.js';
import type { KnownAgency, Reference } from './reference.js';

/** Tables in memory, with the reference data they stand on and a business clock that only moves when told. */
export interface MemoryDatabase {
  readonly tables: MemoryTables;
  readonly reference: Reference;
  now: Date;
}

const notHere = (what: string): never => {
  throw new Error(`${what} has no place in a bulk history`);
};
const agencyOf = ({ reference }: MemoryDatabase, id: AgencyId): KnownAgency =>
  reference.agencies.get(id) ?? notHere(`Agency ${id}`);

/** Row security of `case_file`. */
const sees = (actor: AnyActor, { visibleTo, agencyId }: CaseRow): boolean =>
  isSystem(actor) || (visibleTo === null ? actor.agencies.includes(agencyId) : visibleTo.includes(actor.userId));

const childKey = ({
  petitionId,
  procedure,
  parentCaseId,
  part,
}: Pick<CaseRow, 'petitionId' | 'procedure' | 'parentCaseId' | 'part'>): string =>
  [petitionId, procedure, parentCaseId, part].join('/');

export class MemoryWork extends UnitOfWork {
  override run<T>(_actor: AnyActor, work: (tx: object) => Promise<T>): Promise<T> {
    return work({});
  }
}

export class MemoryCaseFiles extends CaseFiles {
  constructor(private readonly db: MemoryDatabase) {
    super();
  }

  override async read(actor: AnyActor, caseFileId: CaseFileId, key: string | null): Promise<CaseSnapshot | null> {
    const { tables, now } = this.db;
    const row = tables.cases.get(caseFileId);
    if (!row || !sees(actor, row)) return null;
    const petition = tables.petitions.get(row.petitionId);
    const { settings, level } = agencyOf(this.db, row.agencyId);
    const kept = key === null ? undefined : tables.idempotency.get(`${actor.userId}/${key}`);
    return {
      now,
      case: row,
      settings,
      agencyLevel: level,
      readOnly: false,
      petition: {
        type: petition?.type ?? null,
        channel: petition?.channel ?? null,
        count: petition?.petitionerCount ?? null,
        joint: petition?.jointPetition ?? null,
        forwarder: petition?.forwarderKind ?? null,
        // No petition of a planned history resends another.
        guided: petition ? false : null,
      },
      deadlines: tables.deadlinesOf(caseFileId),
      answer: kept ? { hash: kept.requestHash, status: kept.status, answer: kept.answer } : null,
    };
  }

  override running(): Promise<readonly CaseFileId[]> {
    return notHere('Another version');
  }

  /** The demo's history declares no conflict of interest. */
  override conflicted(): Promise<readonly UserId[]> {
    return Promise.resolve([]);
  }

  override async seen(actor: AnyActor, ids: readonly CaseFileId[]): Promise<readonly CaseFileId[]> {
    const { cases } = this.db.tables;
    return ids.filter((id) => cases.has(id) && sees(actor, cases.get(id)!));
  }

  override async commit(actor: AnyActor, write: CaseCommit): Promise<CommitAnswer> {
    const { tables } = this.db;
    const { before, after } = write;
    const present = tables.cases.get(before.id);
    if (!present || present.rev !== before.rev || present.seq !== before.seq)
      return { done: false, rev: present?.rev ?? -1, seq: present?.seq ?? -1 };
    tables.cases.set(after.id, after);
    tables.write(write);
    if (write.reassigned) tables.reassign(after.id, after.assigneeId);
    if (write.idempotency) {
      const { key, hash, answer } = write.idempotency;
      tables.idempotency.set(`${actor.userId}/${key}`, {
        actorId: actor.userId,
        key,
        requestHash: hash,
        status: 200,
        answer,
      });
    }
    return { done: true };
  }

  override async surroundings(_tx: object, agencies: readonly AgencyId[]) {
    const settings = new Map<AgencyId, JsonObject>(agencies.map((id) => [id, agencyOf(this.db, id).settings]));
    return { now: this.db.now, settings };
  }

  override async open(_tx: object, { cases, ...write }: CaseOpen): Promise<void> {
    for (const row of cases) {
      this.db.tables.cases.set(row.id, row);
      this.db.tables.children.add(childKey(row));
      this.db.tables.freshCases.push(row);
    }
    this.db.tables.write(write);
  }

  override timeline(): Promise<TimelineRows | null> {
    return notHere('A timeline');
  }
}

export class MemoryMilestones extends Milestones {
  constructor(private readonly db: MemoryDatabase) {
    super();
  }

  override async fire(_limit: number, decide: (claim: Claim) => FiringWrite): Promise<number> {
    const due = this.due();
    if (due.size === 0) return 0;
    this.db.tables.writeFirings(decide(this.claim(due)), due);
    return due.size;
  }

  override async nextDue(): Promise<NextDue> {
    let first: string | null = null;
    for (const dueAt of this.db.tables.pending.keys()) if (first === null || dueAt < first) first = dueAt;
    return { now: this.db.now, dueAt: first === null ? null : new Date(first) };
  }

  override async moveClockTo(instant: Date): Promise<void> {
    if (instant > this.db.now) this.db.now = instant;
  }

  private due(): Map<MilestoneId, MilestoneTableRow> {
    const due = new Map<MilestoneId, MilestoneTableRow>();
    const now = this.db.now.toISOString();
    for (const [dueAt, rows] of this.db.tables.pending) if (dueAt <= now) for (const row of rows) due.set(row.id, row);
    return due;
  }

  private claim(due: ReadonlyMap<MilestoneId, MilestoneTableRow>): Claim {
    const { tables, reference, now } = this.db;
    const cases = [...new Set([...due.values()].map(({ caseId }) => caseId))].sort();
    const deadlines = cases.flatMap((id) => tables.deadlinesOf(id));
    return {
      now,
      cases: cases.map((id) => tables.cases.get(id)!),
      deadlines: deadlines.map((row) => ({
        ...row,
        extended: row.extensions.length > 0,
        closed: row.closedAt !== null,
      })),
      milestones: [...due.values()],
      settings: new Map([...reference.agencies.values()].map(({ id, settings }) => [id, settings])),
      people: reference.colleagues,
    };
  }
}

/** Effects are done in the order they were written, so that one mark says how far. */
export class MemoryOutbox extends Outbox {
  override readonly related: MemoryRelatedFiles;

  constructor(private readonly db: MemoryDatabase) {
    super();
    this.related = new MemoryRelatedFiles(db);
  }

  /** One after the other is the order they were written in. */
  override async before(): Promise<readonly EffectId[]> {
    return [];
  }

  override async pending(_kinds: readonly string[], limit: number): Promise<readonly EffectId[]> {
    const { tables } = this.db;
    const ids = tables.effects.slice(tables.effectsDone, tables.effectsDone + limit).map(({ id }) => id as EffectId);
    if (ids.length === 0) tables.forgetEvents();
    return ids;
  }

  override async take(
    _id: EffectId,
    work: (tx: object, effect: PendingEffect) => Promise<EffectOutcome>,
  ): Promise<boolean> {
    const { tables } = this.db;
    const effect = tables.effects[tables.effectsDone]!;
    const event = tables.eventOf(effect.eventId);
    const outcome = await work(
      {},
      {
        ...{ id: effect.id as EffectId, kind: effect.kind, caseId: effect.caseId, payload: effect.payload },
        event: event
          ? { id: event.id, occurredOn: event.occurredOn, recordedAt: event.recordedAt, facts: event.facts }
          : null,
      },
    );
    effect.doneAt = new Date();
    effect.lastError = outcome?.refused ?? null;
    tables.effectsDone += 1;
    return true;
  }

  override async around(_tx: object, caseId: CaseFileId) {
    const row = this.db.tables.cases.get(caseId) ?? notHere(`File ${caseId}`);
    return { row, about: row, people: this.db.reference.colleagues };
  }

  /** Nobody has left an address in a history made at once. */
  override async tellCitizens(): Promise<void> {}

  override async post(_tx: object, lines: readonly InboxLine[]): Promise<void> {
    for (const one of lines) this.db.tables.inbox.push({ ...one, deadlineId: null });
  }

  override async openTask(
    _tx: object,
    { kind, ownerRole, effect, row }: Parameters<Outbox['openTask']>[1],
  ): Promise<void> {
    const { id: caseId, agencyId, visibleTo, assigneeId } = row;
    const createdAt = effect.event?.recordedAt ?? this.db.now.toISOString();
    this.db.tables.tasks.push({
      caseId,
      agencyId,
      visibleTo,
      kind,
      ownerRole,
      assigneeId,
      sourceId: effect.id,
      createdAt,
    });
  }

  override async openingFacts(_tx: object, caseId: CaseFileId): Promise<JsonObject> {
    return this.db.tables.openings.get(caseId) ?? {};
  }

  override async hasChild(_tx: object, child: Parameters<Outbox['hasChild']>[1]): Promise<boolean> {
    return this.db.tables.children.has(childKey(child));
  }

  override handOut(): Promise<readonly HandedOut[]> {
    return notHere('A queue');
  }
  override async noteFailure(): Promise<void> {
    return;
  }
  override giveUp(): Promise<void> {
    return notHere('A refusal');
  }
  override forget(): Promise<number> {
    return notHere('Forgetting');
  }
}

export class MemoryPetitions extends Petitions {
  constructor(private readonly db: MemoryDatabase) {
    super();
  }

  override async now(): Promise<Date> {
    return this.db.now;
  }
  override async agencyByCode(_tx: object, code: string): Promise<Agency | null> {
    return [...this.db.reference.agencies.values()].find((agency) => agency.code === code) ?? null;
  }
  override async agencyById(_tx: object, id: AgencyId): Promise<Agency | null> {
    return agencyOf(this.db, id);
  }
  override async takeNumbers(
    _tx: object,
    { agencyId, year, series }: { agencyId: AgencyId; year: number; series: string },
    count: number,
  ): Promise<number> {
    const key = `${agencyId}/${year}/${series}`;
    const counter = this.db.tables.counters.get(key) ?? { agencyId, year, series, lastNumber: 0 };
    counter.lastNumber += count;
    this.db.tables.counters.set(key, counter);
    return counter.lastNumber - count + 1;
  }
  override async insert(_tx: object, petitions: readonly NewPetition[], petitioners: readonly NewPetitioner[]) {
    for (const row of petitions) this.db.tables.petitions.set(row.id, { ...row });
    this.db.tables.petitioners.push(...petitioners);
  }
  override async setCaseFiles(_tx: object, opened: readonly OpenedCase[]): Promise<void> {
    for (const { petitionId, caseFileId } of opened) {
      const row = this.db.tables.petitions.get(petitionId);
      if (row) row.caseFileId = caseFileId;
    }
  }
  /** No list of areas is kept in memory: the agency's own place stands. */
  override async remoteByDefault(_tx: object, { agencyId }: { agencyId: AgencyId }): Promise<boolean> {
    return agencyOf(this.db, agencyId).remote;
  }
  override async sealedAudience(
    _tx: object,
    agencyId: AgencyId,
    { denouncesHead }: { denouncesHead: boolean },
  ): Promise<readonly UserId[]> {
    const { audience } = agencyOf(this.db, agencyId);
    return denouncesHead ? audience.head : audience.usual;
  }
  /** Only the answer to the counter would hold them; the rows do not. */
  override async resendCandidates(): Promise<readonly ResendCandidate[]> {
    return [];
  }
  override freeOldSeries(): Promise<string> {
    return notHere('An old book');
  }
  override find(): Promise<PetitionSummary | null> {
    return notHere('A lookup');
  }
  override void(): Promise<void> {
    return notHere('A voided number');
  }
  override link(): Promise<void> {
    return notHere('A link');
  }
  override unitCode(): Promise<string | null> {
    return notHere('A unit of an imported address');
  }
}

export class MemoryKeys extends RegistrationKeys {
  override async find(): Promise<null> {
    return null;
  }
  override async keep(): Promise<boolean> {
    return true;
  }
}

export class MemoryRecords extends CaseRecords {
  override async movedOn(): Promise<readonly CaseFileId[]> {
    return [];
  }
  override record(): Promise<void> {
    return notHere('A record of intake');
  }
}
