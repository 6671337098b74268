import type { Actor } from '#libs/access';
import { type FileToUrge, type Urging, Urgings } from '#libs/oversight';
import type { AgencyId, CaseEventId, CaseFileId, JsonObject, LocalDate } from '#libs/shared';
import { businessNow } from '../clock.js';
import { PostgresCaseRecords } from '../intake/postgres-case-records.js';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';
import { type RawPerson, readPerson } from './people.js';

type FileRow = Omit<FileToUrge, 'limit' | 'people'>;

const FILE = statement<FileRow>(
  'urging.file',
  `SELECT c.id, c.agency_id AS "agencyId", c.province_id AS "provinceId", c.visible_to AS "visibleTo", c.assignee_id AS "assigneeId",
          c.closed_at IS NOT NULL AS closed, app.business_today() AS today,
          (SELECT max(e.occurred_on) FROM app.case_event e WHERE e.case_id = c.id AND e.kind = 'record' AND e.type = 'URGED') AS "urgedOn"
     FROM app.case_file c WHERE c.id = $1 FOR NO KEY UPDATE OF c`,
);
const LIMIT = statement<{ deadlineId: string; ruleVersion: string; dueOn: LocalDate }>(
  'urging.limit',
  `SELECT id AS "deadlineId", rule_version AS "ruleVersion", due_on AS "dueOn" FROM app.deadline
    WHERE case_id = $1 AND closed_at IS NULL AND statutory AND due_on IS NOT NULL ORDER BY due_on, id LIMIT 1`,
);
/** Holders of the roles around the file, and whoever acts for somebody today. */
const PEOPLE = statement<{ person: RawPerson }>(
  'urging.people',
  `SELECT jsonb_build_array(u.id, u.agency_id, u.roles,
            u.absent_from IS NOT NULL AND u.absent_from <= $3::date AND (u.absent_to IS NULL OR u.absent_to >= $3::date),
            (SELECT g.to_user FROM app.delegation g JOIN app.app_user t ON t.id = g.to_user AND t.active
              WHERE g.from_user = u.id AND $3::date BETWEEN g.valid_from AND g.valid_to ORDER BY g.id DESC LIMIT 1)) AS person
     FROM app.app_user u
    WHERE u.active AND (u.agency_id = ANY ($1::int[]) OR u.id = ANY ($2::int[])
       OR u.id IN (SELECT g.to_user FROM app.delegation g WHERE $3::date BETWEEN g.valid_from AND g.valid_to))
    ORDER BY u.id`,
);
const TELL = statement<object>(
  'urging.tell',
  `INSERT INTO app.inbox (user_id, case_id, deadline_id, topic, source_id, created_at)
   SELECT u, $2, $3, 'urged', $4, $5 FROM unnest($1::int[]) AS u`,
);
const ANSWERED = statement<{ hash: Buffer; answer: JsonObject }>(
  'urging.answered',
  `SELECT request_hash AS hash, answer FROM app.idempotency WHERE actor_id = $1 AND key = $2`,
);
const ANSWER = statement<object>(
  'urging.answer',
  `INSERT INTO app.idempotency (actor_id, key, request_hash, status, answer) VALUES ($1, $2, $3, 200, $4::jsonb)`,
);

/** Urging in PostgreSQL: ledger, inbox and answer in the caller's transaction. The row of the file is its lock. */
export class PostgresUrgings extends Urgings {
  private readonly records = new PostgresCaseRecords(() => new Date());

  constructor(private readonly transactions: TransactionRunner) {
    super();
  }

  override run<T>(actor: Actor, work: (tx: object) => Promise<T>): Promise<T> {
    return this.transactions.run(actor, work);
  }

  override async file(tx: object, id: CaseFileId): Promise<FileToUrge | null> {
    const db = clientOf(tx as Tx);
    const [row] = await query(db, FILE, [id]);
    if (!row) return null;
    const { agencyId, provinceId, assigneeId, visibleTo, today } = row;
    const agencies: AgencyId[] = [agencyId, provinceId];
    const named = [...(visibleTo ?? []), ...(assigneeId === null ? [] : [assigneeId])];
    const [limit] = await query(db, LIMIT, [id]);
    const people = await query(db, PEOPLE, [agencies, named, today]);
    return { ...row, limit: limit ?? null, people: people.map(({ person }) => readPerson(person)) };
  }

  override async write(tx: object, actor: Actor, file: FileToUrge, urging: Urging): Promise<void> {
    const { eventId, facts, deadlineId, recipients } = urging;
    await this.records.record(tx, actor, [
      { eventId: eventId as CaseEventId, caseFileId: file.id, type: 'URGED', facts },
    ]);
    await query(clientOf(tx as Tx), TELL, [recipients, file.id, deadlineId, eventId, await businessNow(tx as Tx)]);
  }

  override async answered(tx: object, actor: Actor, key: string) {
    return (await query(clientOf(tx as Tx), ANSWERED, [actor.userId, key]))[0] ?? null;
  }

  override async answer(tx: object, actor: Actor, { key, hash, answer }: Parameters<Urgings['answer']>[2]) {
    await query(clientOf(tx as Tx), ANSWER, [actor.userId, key, hash, JSON.stringify(answer)]);
  }
}
