import type { Actor } from '#libs/access';
import {
  type FieldGroup,
  GROUP_OF_PROCEDURE,
  MAPPING_VERSION,
  type NationalRecord,
  recordOf,
  type SubjectKind,
  type SyncState,
} from '#libs/interchange';
import type { AgencyId, LocalDate } from '#libs/shared';
import type { AdministrationJournal } from '../administration/index.js';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';
import { sourcesOf } from './postgres-package-book.js';

export interface RecordRow {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly procedure: string | null;
  readonly protected: boolean;
  readonly registerLabel: string;
  readonly receivedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly state: SyncState;
  readonly stale: boolean;
  readonly error: string | null;
  readonly attempts: number;
  readonly exportedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly packageId: string | null;
}
export interface RecordFilter {
  /** Of the reader's scope; absent: all of it. */
  readonly agencies?: readonly AgencyId[] | undefined;
  readonly group?: FieldGroup | undefined;
  readonly state?: SyncState | undefined;
  readonly stale?: boolean | undefined;
  /** Due before this day. */
  readonly before?: LocalDate | undefined;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  /** What went, or is to go, in this package. */
  readonly packageId?: string | undefined;
}
export interface AgencyCount {
  readonly agencyId: AgencyId;
  readonly counts: Readonly<Record<SyncState, number>>;
  readonly stale: number;
  readonly late: number;
  readonly oldestDueOn: LocalDate | null;
}
export interface PackageRow {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly madeAt: Date;
  readonly madeByName: string;
  readonly state: 'waiting' | 'delivered' | 'answered' | 'error';
  readonly attempts: number;
  readonly nextTryAt: Date | null;
  readonly lastError: string | null;
  readonly deliveredAt: Date | null;
  readonly answeredAt: Date | null;
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
}

const STATE = `coalesce(r.state, CASE WHEN s.due_on IS NULL THEN 'not_due' ELSE 'due' END)`;
const SEEN = 'FROM app.national_subject s LEFT JOIN app.national_record r ON r.subject_id = s.id';
const WANTED = `($1::int[] IS NULL OR s.agency_id = ANY ($1)) AND ($2::text[] IS NULL OR coalesce(s.procedure, '') = ANY ($2))
  AND ($3::text IS NULL OR ${STATE} = $3) AND ($4::boolean IS NULL OR coalesce(r.stale, false) = $4)
  AND ($5::date IS NULL OR (r.subject_id IS NULL AND s.due_on < $5)) AND ($6::date IS NULL OR s.received_on >= $6)
  AND ($7::date IS NULL OR s.received_on <= $7)
  AND ($8::uuid IS NULL OR EXISTS (SELECT FROM app.national_item i WHERE i.package_id = $8 AND i.subject_id = s.id))`;
const LIST = `
  SELECT s.kind, s.id, s.agency_id AS "agencyId", s.procedure, s.protected, s.register_label AS "registerLabel", s.received_on AS "receivedOn",
         s.due_on AS "dueOn", ${STATE} AS state, coalesce(r.stale, false) AS stale, r.error, coalesce(r.attempts, 0) AS attempts,
         r.exported_at AS "exportedAt", r.confirmed_at AS "confirmedAt", r.package_id AS "packageId"
    ${SEEN} WHERE ${WANTED} AND ($9::date IS NULL OR (s.received_on, s.id) < ($9, $10::uuid))
   ORDER BY s.received_on DESC, s.id DESC LIMIT $11`;
const COUNTS = `
  SELECT s.agency_id AS "agencyId", count(*) FILTER (WHERE ${STATE} = 'not_due')::int AS not_due, count(*) FILTER (WHERE ${STATE} = 'due')::int AS due,
         count(*) FILTER (WHERE r.state = 'exported')::int AS exported, count(*) FILTER (WHERE r.state = 'confirmed')::int AS confirmed,
         count(*) FILTER (WHERE r.state = 'error')::int AS error, count(*) FILTER (WHERE r.stale)::int AS stale,
         count(*) FILTER (WHERE r.subject_id IS NULL AND s.due_on < $1)::int AS late, min(s.due_on) FILTER (WHERE r.subject_id IS NULL) AS "oldestDueOn"
    ${SEEN} WHERE ($2::int[] IS NULL OR s.agency_id = ANY ($2)) GROUP BY s.agency_id ORDER BY s.agency_id`;
/** The longest waiting first. */
const READY = `
  SELECT s.id ${SEEN} WHERE ($1::int[] IS NULL OR s.agency_id = ANY ($1))
     AND ((r.subject_id IS NULL AND s.due_on IS NOT NULL) OR r.stale OR ($2 AND r.state = 'error'))
   ORDER BY s.due_on NULLS FIRST, s.id LIMIT $3`;
const MOVED = `SELECT s.id, s.seq, encode(r.content_hash, 'hex') AS hash ${SEEN} WHERE r.seen_seq <> s.seq AND NOT r.stale LIMIT 500`;
const LOOKED = statement<object>(
  'interchange.looked',
  'UPDATE app.national_record SET seen_seq = $2, stale = $3 WHERE subject_id = $1',
);
const PACKAGES = `
  SELECT p.id, p.agency_id AS "agencyId", p.made_at AS "madeAt", u.full_name AS "madeByName", p.state, p.attempts, p.next_try_at AS "nextTryAt",
         p.last_error AS "lastError", p.delivered_at AS "deliveredAt", p.answered_at AS "answeredAt", i.records, i.accepted, i.rejected
    FROM app.national_package p JOIN app.app_user u ON u.id = p.made_by
    CROSS JOIN LATERAL (SELECT count(*)::int AS records, count(*) FILTER (WHERE outcome = 'accepted')::int AS accepted,
                               count(*) FILTER (WHERE outcome = 'rejected')::int AS rejected FROM app.national_item WHERE package_id = p.id) i
   WHERE ($1::uuid IS NULL OR p.id = $1) ORDER BY p.made_at DESC, p.id DESC LIMIT 200`;
const INSERT = statement<object>(
  'interchange.make',
  `INSERT INTO app.national_package (id, agency_id, mapping, made_by, made_at) VALUES ($1, $2, $3, app.user_id(), app.business_now())`,
);
const ITEMS = statement<object>(
  'interchange.items',
  `WITH made AS (SELECT * FROM jsonb_to_recordset($2) AS m(kind text, id uuid, hash text, seq int)),
        items AS (INSERT INTO app.national_item (package_id, kind, subject_id, content_hash) SELECT $1, kind, id, decode(hash, 'hex') FROM made)
   INSERT INTO app.national_record (subject_id, kind, state, package_id, content_hash, seen_seq, exported_at)
   SELECT id, kind, 'exported', $1, decode(hash, 'hex'), seq, app.business_now() FROM made
   ON CONFLICT (subject_id) DO UPDATE SET state = 'exported', package_id = excluded.package_id, content_hash = excluded.content_hash,
     seen_seq = excluded.seen_seq, stale = false, attempts = app.national_record.attempts + 1, error = NULL, exported_at = excluded.exported_at`,
);
const EFFECT = statement<object>(
  'interchange.effect',
  `INSERT INTO app.effect (kind, payload) VALUES ('national.deliver', jsonb_build_object('packageId', $1::uuid))`,
);
const AGAIN = statement<object>(
  'interchange.again',
  `UPDATE app.effect SET sent_at = NULL, failed_at = NULL WHERE kind = $1 AND payload ->> $2 = $3::text AND done_at IS NULL RETURNING pg_notify('effect', '')`,
);
const REFUSED = statement<object>(
  'interchange.refused-by-hand',
  `INSERT INTO app.interchange_refusal (channel, content_hash, code) VALUES ($1, decode($2, 'hex'), $3) ON CONFLICT DO NOTHING`,
);
/** One package at a time, so that no record goes into two. */
const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtext('national-package'))`;

const proceduresOf = (group: FieldGroup): string[] =>
  group === 'reception'
    ? ['']
    : Object.entries(GROUP_OF_PROCEDURE).flatMap(([procedure, of]) => (of === group ? [procedure] : []));
const wanted = ({ agencies, group, state, stale, before, from, to, packageId }: RecordFilter): unknown[] => [
  ...[agencies ?? null, group ? proceduresOf(group) : null, state ?? null, stale ?? null, before ?? null],
  ...[from ?? null, to ?? null, packageId ?? null],
];

/** Records of the national database as a person sees them: of their own scope, computed live. */
export class NationalRecords {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly journal: AdministrationJournal,
  ) {}

  list(
    actor: Actor,
    filter: RecordFilter,
    {
      after,
      limit,
    }: { readonly after?: { readonly on: string; readonly id: string } | undefined; readonly limit: number },
  ): Promise<RecordRow[]> {
    return this.transactions.run(actor, (tx) =>
      query<RecordRow>(clientOf(tx), LIST, [...wanted(filter), after?.on ?? null, after?.id ?? null, limit]),
    );
  }

  async counts(
    actor: Actor,
    { lateBefore, agencies }: { readonly lateBefore: LocalDate; readonly agencies?: readonly AgencyId[] | undefined },
  ): Promise<AgencyCount[]> {
    type Raw = Record<SyncState, number> & Omit<AgencyCount, 'counts'>;
    const rows = await this.transactions.run(actor, (tx) =>
      query<Raw>(clientOf(tx), COUNTS, [lateBefore, agencies ?? null]),
    );
    return rows.map(({ agencyId, stale, late, oldestDueOn, not_due, due, exported, confirmed, error }) => ({
      ...{ agencyId, stale, late, oldestDueOn },
      counts: { not_due, due, exported, confirmed, error },
    }));
  }

  /** Looks at what has moved since it went out: some of it says the same as before, the rest is to be entered again. */
  lookAgain(actor: Actor): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const db = clientOf(tx);
      const moved = await query<{ id: string; seq: number; hash: string }>(db, MOVED);
      if (moved.length === 0) return;
      const now = new Map(
        (
          await this.recordsIn(
            tx,
            moved.map(({ id }) => id),
          )
        ).map((one) => [one.id, one.hash]),
      );
      for (const { id, seq, hash } of moved) await query(db, LOOKED, [id, seq, now.get(id) !== hash]);
    });
  }

  /** The records themselves, masked as the mapping masks, for a file the reader takes away. */
  records(actor: Actor, filter: RecordFilter, limit: number): Promise<NationalRecord[]> {
    return this.transactions.run(actor, async (tx) => {
      const rows = await query<RecordRow>(clientOf(tx), LIST, [...wanted(filter), null, null, limit]);
      return this.recordsIn(
        tx,
        rows.map(({ id }) => id),
      );
    });
  }

  private async recordsIn(tx: Tx, ids: readonly string[]): Promise<NationalRecord[]> {
    return (await sourcesOf(clientOf(tx), ids)).map(recordOf);
  }

  /** Puts all that is to be entered into one package and orders its delivery. Null: there is nothing to be entered. */
  make(
    actor: Actor,
    packageId: string,
    {
      agencies,
      withErrors,
      limit,
    }: { readonly agencies?: readonly AgencyId[] | undefined; readonly withErrors: boolean; readonly limit: number },
  ): Promise<{ readonly records: number } | null> {
    return this.journal.act(actor, async (tx) => {
      const db = clientOf(tx);
      await query(db, ONE_AT_A_TIME);
      const ready = await query<{ id: string }>(db, READY, [agencies ?? null, withErrors, limit]);
      const sources = await sourcesOf(
        db,
        ready.map(({ id }) => id),
      );
      if (sources.length === 0) return { result: null, acts: [] };
      const items = sources.map((source) => ({ ...recordOf(source), seq: source.seq }));
      await query(db, INSERT, [packageId, actor.agencyId, MAPPING_VERSION]);
      await query(db, ITEMS, [
        packageId,
        JSON.stringify(items.map(({ kind, id, hash, seq }) => ({ kind, id, hash, seq }))),
      ]);
      await query(db, EFFECT, [packageId]);
      const facts = { packageId, records: items.length };
      return {
        result: { records: items.length },
        acts: [{ agencyId: actor.agencyId, type: 'NATIONAL_PACKAGE_MADE', facts }],
      };
    });
  }

  /** Data that a person takes away is written down, how much of it, not what. */
  noteTaken(actor: Actor, facts: { readonly records: number; readonly format: string }): Promise<void> {
    return this.journal.act(actor, async () => ({
      result: undefined,
      acts: [{ agencyId: actor.agencyId, type: 'NATIONAL_RECORDS_TAKEN', facts }],
    }));
  }

  packages(actor: Actor, id?: string): Promise<PackageRow[]> {
    return this.transactions.run(actor, (tx) => query<PackageRow>(clientOf(tx), PACKAGES, [id ?? null]));
  }

  /** Tries now what would be tried later. False: there is nothing left to try. */
  retry(
    actor: Actor,
    what: { readonly kind: 'national.deliver' | 'axis.send'; readonly id: string },
  ): Promise<boolean> {
    const key = what.kind === 'axis.send' ? 'messageId' : 'packageId';
    return this.transactions.run(
      actor,
      async (tx) => (await query(clientOf(tx), AGAIN, [what.kind, key, what.id])).length > 0,
    );
  }

  refusals(actor: Actor): Promise<{ id: string; channel: 'axis' | 'national'; code: string; refusedAt: Date }[]> {
    return this.transactions.run(actor, (tx) =>
      query(
        clientOf(tx),
        `SELECT id, channel, code, refused_at AS "refusedAt" FROM app.interchange_refusal ORDER BY refused_at DESC, id DESC LIMIT 50`,
      ),
    );
  }

  async refused(channel: 'axis' | 'national', hash: string, code: string, actor: Actor): Promise<void> {
    await this.transactions.run(actor, (tx) => query(clientOf(tx), REFUSED, [channel, hash, code]));
  }
}
