import {
  ReceptionStore,
  type LedgerWrite,
  type Leader,
  type ReceptionAgency,
  type ReceptionRows,
  type ReceptionTable,
  type RowFilter,
  type SessionCounts,
  type TimelineRow,
} from '#libs/reception';
import type { Tx as OpaqueTx } from '#libs/intake';
import type { AgencyId, JsonObject, UserId } from '#libs/shared';
import type { PoolClient } from 'pg';
import { camelRow, snakeRows } from '../casework/json-names.js';
import { businessNow } from '../clock.js';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type Tx } from '../transaction.js';

const TABLES: readonly ReceptionTable[] = [
  'schedule',
  'session',
  'visit',
  'person',
  'receipt',
  'deadline',
  'task',
  'attendance',
  'opinion',
];
const known = (table: ReceptionTable): string => {
  if (!TABLES.includes(table)) throw new TypeError(`No reception table ${table}`);
  return `app.reception_${table}`;
};
/** Column names come from this house only, yet they are text in a statement. */
const column = (name: string): string => {
  if (!/^[a-z_]+$/.test(name)) throw new TypeError(`No column ${name}`);
  return `t.${name}`;
};

const AGENCY = `SELECT id, code, name, level, province_id AS "provinceId", remote, settings FROM app.agency`;
const AGENCY_BY_CODE = statement<ReceptionAgency>(
  'reception.agency-by-code',
  `${AGENCY} WHERE valid_to IS NULL AND code = $1`,
);
const AGENCY_BY_ID = statement<ReceptionAgency>('reception.agency-by-id', `${AGENCY} WHERE id = $1`);
const AGENCIES = statement<ReceptionAgency>('reception.agencies', `${AGENCY} WHERE id = ANY ($1::int[]) ORDER BY id`);
const HEADS = statement<Leader>(
  'reception.heads',
  `SELECT u.id, u.full_name AS "fullName", u.title, u.agency_id AS "agencyId" FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id
    WHERE u.agency_id = ANY ($1::int[]) AND u.active
      AND CASE a.level WHEN 'commune' THEN 'chairman' WHEN 'province' THEN 'provinceChairman' ELSE 'unitHead' END = ANY (u.roles)
    ORDER BY u.id`,
);
const NAMES = statement<{ id: UserId; name: string }>(
  'reception.names',
  `SELECT id, full_name AS name FROM app.app_user WHERE id = ANY ($1::int[])`,
);
const COUNTS = statement<SessionCounts>(
  'reception.counts',
  `SELECT (SELECT count(*)::int FROM app.reception_visit v WHERE v.session_id = $1 AND v.outcome IS NULL) AS "visitsWithoutOutcome",
          (SELECT count(*)::int FROM app.reception_opinion o WHERE o.session_id = $1 AND o.answered_on IS NULL AND o.answer_due_on IS NULL) AS "opinionsUnanswered",
          (SELECT count(*)::int FROM app.reception_task k WHERE k.session_id = $1) AS "tasksTotal",
          (SELECT count(*)::int FROM app.reception_task k WHERE k.session_id = $1 AND k.done_on IS NULL) AS "tasksOpen"`,
);
const APPEND = statement<object>('reception.append', 'SELECT app.case_write($1::jsonb)');
const TIMELINE = statement<Omit<TimelineRow, 'recordedAt'> & { recordedAt: Date }>(
  'reception.timeline',
  `SELECT e.id, e.seq, e.type, e.occurred_on AS "occurredOn", e.recorded_at AS "recordedAt", e.actor_id AS "actorId", u.full_name AS "actorName",
          e.actor_role AS "actorRole", e.facts, e.basis, e.from_stage AS "fromStage", e.to_stage AS "toStage", encode(e.hash, 'hex') AS hash,
          (SELECT coalesce(jsonb_object_agg(x.field, x.text), '{}') FROM app.event_text x WHERE x.event_id = e.id AND x.text IS NOT NULL) AS texts
     FROM app.case_event e LEFT JOIN app.app_user u ON u.id = e.actor_id WHERE e.case_id = $1 ORDER BY e.seq`,
);
const FIND_KEY = statement<{ requestHash: Buffer; answer: JsonObject }>(
  'reception.find-key',
  `SELECT request_hash AS "requestHash", answer FROM app.idempotency WHERE actor_id = $1 AND key = $2`,
);
const KEEP_KEY = statement<{ kept: number }>(
  'reception.keep-key',
  `INSERT INTO app.idempotency (actor_id, key, request_hash, status, answer) VALUES ($1, $2, $3, 201, $4) ON CONFLICT DO NOTHING RETURNING 1 AS kept`,
);

const db = (tx: OpaqueTx): PoolClient => clientOf(tx as Tx);

/** Reception in PostgreSQL. Rows travel as JSON, whole; row security holds for every statement. */
export class PostgresReceptionStore extends ReceptionStore {
  override now(tx: OpaqueTx): Promise<Date> {
    return businessNow(tx as Tx);
  }

  override async agency(
    tx: OpaqueTx,
    which: { readonly code: string } | { readonly id: AgencyId },
  ): Promise<ReceptionAgency | null> {
    const found =
      'code' in which
        ? await query(db(tx), AGENCY_BY_CODE, [which.code])
        : await query(db(tx), AGENCY_BY_ID, [which.id]);
    return found[0] ?? null;
  }

  override agencies(tx: OpaqueTx, ids: readonly AgencyId[]): Promise<readonly ReceptionAgency[]> {
    return query(db(tx), AGENCIES, [[...new Set(ids)]]);
  }

  override heads(tx: OpaqueTx, agencies: readonly AgencyId[]): Promise<readonly Leader[]> {
    return query(db(tx), HEADS, [agencies]);
  }

  override async names(tx: OpaqueTx, users: readonly UserId[]): Promise<ReadonlyMap<UserId, string>> {
    const rows = await query(db(tx), NAMES, [[...new Set(users)]]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  override async insert<T extends ReceptionTable>(
    tx: OpaqueTx,
    table: T,
    rows: readonly ReceptionRows[T][],
  ): Promise<void> {
    const names = Object.keys(snakeRows(rows)[0] ?? {})
      .map((name) => column(name).slice(2))
      .join(', ');
    const text = `INSERT INTO ${known(table)} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${known(table)}, $1::jsonb)`;
    await query(db(tx), text, [JSON.stringify(snakeRows(rows))]);
  }

  override async update<T extends ReceptionTable>(
    tx: OpaqueTx,
    table: T,
    rows: readonly ReceptionRows[T][],
  ): Promise<void> {
    const names = Object.keys(snakeRows(rows)[0] ?? {}).filter((name) => name !== 'id');
    const sets = names.map((name) => `${column(name).slice(2)} = r.${name}`).join(', ');
    const text = `UPDATE ${known(table)} t SET ${sets} FROM jsonb_populate_recordset(NULL::${known(table)}, $1::jsonb) r WHERE t.id = r.id`;
    await query(db(tx), text, [JSON.stringify(snakeRows(rows))]);
  }

  override async lock<T extends ReceptionTable>(tx: OpaqueTx, table: T, id: string): Promise<ReceptionRows[T] | null> {
    const text = `SELECT to_jsonb(t) - 'shard_id' AS row FROM ${known(table)} t WHERE t.id = $1 FOR UPDATE`;
    const found = (await query<{ row: object }>(db(tx), text, [id]))[0];
    return found ? camelRow<ReceptionRows[T]>(found.row) : null;
  }

  override async list<T extends ReceptionTable>(
    tx: OpaqueTx,
    table: T,
    { where = {}, day, order = { by: [] }, after, limit }: RowFilter,
  ): Promise<readonly ReceptionRows[T][]> {
    const values: unknown[] = [];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const tests = Object.entries(where).map(([name, value]) => {
      if (value === null) return `${column(name)} IS NULL`;
      return Array.isArray(value) ? `${column(name)} = ANY (${add(value)})` : `${column(name)} = ${add(value)}`;
    });
    if (day?.from) tests.push(`${column(day.column)} >= ${add(day.from)}`);
    if (day?.to) tests.push(`${column(day.column)} <= ${add(day.to)}`);
    const keys = [...order.by.map(column), 't.id'];
    if (after) tests.push(`(${keys.join(', ')}) ${order.down ? '<' : '>'} (${after.map(add).join(', ')})`);
    const text = `SELECT to_jsonb(t) - 'shard_id' AS row FROM ${known(table)} t ${tests.length > 0 ? `WHERE ${tests.join(' AND ')}` : ''}
      ORDER BY ${keys.map((key) => `${key} ${order.down ? 'DESC' : 'ASC'}`).join(', ')} ${limit === undefined ? '' : `LIMIT ${add(limit)}`}`;
    return (await query<{ row: object }>(db(tx), text, values)).map(({ row }) => camelRow<ReceptionRows[T]>(row));
  }

  override counts(tx: OpaqueTx, sessionId: string): Promise<SessionCounts> {
    return queryOne(db(tx), COUNTS, [sessionId]);
  }

  override async append(tx: OpaqueTx, { events, texts }: LedgerWrite): Promise<void> {
    const lists = { events: snakeRows(events), ...(texts.length > 0 ? { texts: snakeRows(texts) } : {}) };
    await query(db(tx), APPEND, [JSON.stringify(lists)]);
  }

  override async timeline(tx: OpaqueTx, chainId: string): Promise<readonly TimelineRow[]> {
    const rows = await query(db(tx), TIMELINE, [chainId]);
    return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
  }

  override async findKey(tx: OpaqueTx, { actorId, key }: { readonly actorId: UserId; readonly key: string }) {
    return (await query(db(tx), FIND_KEY, [actorId, key]))[0] ?? null;
  }

  override async keepKey(
    tx: OpaqueTx,
    entry: {
      readonly actorId: UserId;
      readonly key: string;
      readonly requestHash: Buffer;
      readonly answer: JsonObject;
    },
  ): Promise<boolean> {
    const { actorId, key, requestHash, answer } = entry;
    return (await query(db(tx), KEEP_KEY, [actorId, key, requestHash, JSON.stringify(answer)])).length === 1;
  }
}
