import type { Actor } from '#libs/access';
import type { ExplainedDay, PublishedDay, PublishedKind } from '#libs/calendar';
import type { JobState } from '#libs/oversight';
import type { AgencyId, LocalDate } from '#libs/shared';
import { query } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import { type Cursor, DEFAULT_LIMIT, decodeCursor, pageOf } from '../access/scope.js';

export interface PreviewHeadRow {
  readonly id: string;
  readonly created_at: Date;
  readonly created_by_name: string;
  readonly version: string;
  readonly hash: string;
  readonly scanned: number;
  readonly announces_year: number | null;
  readonly entries: readonly PublishedDay[];
  readonly publication_id: string | null;
}
export interface PreviewCounts {
  readonly moved: number;
  readonly late: number;
  readonly timely: number;
}
export interface PreviewRow {
  readonly deadline_id: string;
  readonly case_id: string;
  readonly agency_id: AgencyId;
  readonly rule_id: string;
  readonly from_due: LocalDate;
  readonly to_due: LocalDate;
  readonly days: readonly ExplainedDay[];
  readonly becomes: 'late' | 'timely' | null;
  readonly procedure: string;
  readonly procedure_version: number;
  readonly stage: string;
  readonly register_label: string;
}
export interface PublicationRow {
  readonly id: string;
  readonly number: number;
  readonly preview_id: string;
  readonly reason: string;
  readonly version_before: string;
  readonly version: string;
  readonly announces_year: number | null;
  readonly known_from: LocalDate;
  readonly published_at: Date;
  readonly published_by_name: string;
  readonly entries: readonly PublishedDay[];
  readonly state: JobState;
  readonly total: number;
  readonly done: number;
  readonly moved: number;
  readonly late: number;
  readonly timely: number;
  readonly failed: number;
  readonly started_at: Date | null;
  readonly finished_at: Date | null;
}
export interface CalendarEntryRow {
  readonly publication_id: string;
  readonly number: number;
  readonly on_date: LocalDate;
  readonly kind: PublishedKind;
  readonly published_at: Date;
  readonly published_by_name: string;
}

const HEAD = `
  SELECT v.id, v.created_at, u.full_name AS created_by_name, v.version, v.hash, v.scanned, v.announces_year, v.entries, p.id AS publication_id
    FROM app.calendar_preview v JOIN app.app_user u ON u.id = v.created_by
    LEFT JOIN app.calendar_publication p ON p.preview_id = v.id WHERE v.id = $1`;
/** Under row security: what the reader does not see is neither listed nor counted. */
const COUNTS = `
  SELECT agency_id, count(*) AS moved, count(*) FILTER (WHERE becomes = 'late') AS late, count(*) FILTER (WHERE becomes = 'timely') AS timely
    FROM app.calendar_preview_row WHERE preview_id = $1 GROUP BY agency_id ORDER BY agency_id`;
const ROWS = `
  SELECT r.deadline_id, r.case_id, r.agency_id, r.rule_id, r.from_due, r.to_due, r.days, r.becomes, c.procedure, c.procedure_version, c.stage,
         p.register_label
    FROM app.calendar_preview_row r JOIN app.case_file c ON c.id = r.case_id JOIN app.petition p ON p.id = c.petition_id
   WHERE r.preview_id = $1 AND ($2::text IS NULL OR r.becomes = $2) AND ($3::int IS NULL OR r.agency_id = $3)
     AND ($4::date IS NULL OR (r.to_due, r.deadline_id) > ($4::date, $5::uuid))
   ORDER BY r.to_due, r.deadline_id LIMIT $6`;
const PUBLICATIONS = `
  SELECT p.id, p.number, p.preview_id, p.reason, p.version_before, p.version, p.announces_year, p.known_from, p.published_at,
         u.full_name AS published_by_name,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('date', e.on_date, 'kind', e.kind, 'name', e.name, 'basis', e.basis,
                   'confirmed', e.confirmed) ORDER BY e.on_date), '[]') FROM app.calendar_entry e WHERE e.publication_id = p.id) AS entries,
         j.state, j.total, j.done, j.moved, j.late, j.timely, j.unreckoned AS failed, j.started_at, j.finished_at
    FROM app.calendar_publication p JOIN app.calendar_job j ON j.publication_id = p.id JOIN app.app_user u ON u.id = p.published_by
   WHERE $1::uuid IS NULL OR p.id = $1 ORDER BY p.number DESC LIMIT 100`;
/** The publication that holds for each day of a year. */
const ENTRIES = `
  SELECT DISTINCT ON (e.on_date) e.publication_id, p.number, e.on_date, e.kind, p.published_at, u.full_name AS published_by_name
    FROM app.calendar_entry e JOIN app.calendar_publication p ON p.id = e.publication_id JOIN app.app_user u ON u.id = p.published_by
   WHERE e.on_date BETWEEN $1 AND $2 AND ($3::date IS NULL OR p.known_from <= $3) ORDER BY e.on_date, p.number DESC`;

export interface PreviewFilter {
  readonly becomes?: string | undefined;
  readonly agencyId?: AgencyId | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Previews and publications as screens read them. */
export class CalendarReader {
  constructor(private readonly transactions: TransactionRunner) {}

  preview(
    actor: Actor,
    id: string,
  ): Promise<{ head: PreviewHeadRow; byAgency: (PreviewCounts & { agency_id: AgencyId })[] } | null> {
    return this.transactions.run(actor, async (tx) => {
      const [head] = await query<PreviewHeadRow>(clientOf(tx), HEAD, [id]);
      if (!head) return null;
      return { head, byAgency: await query<PreviewCounts & { agency_id: AgencyId }>(clientOf(tx), COUNTS, [id]) };
    });
  }

  async rows(
    actor: Actor,
    id: string,
    filter: PreviewFilter,
  ): Promise<{ items: PreviewRow[]; nextCursor: string | null }> {
    const after = decodeCursor(filter.cursor);
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const rows = await this.transactions.run(actor, (tx) =>
      query<PreviewRow>(clientOf(tx), ROWS, [
        ...[id, filter.becomes ?? null, filter.agencyId ?? null],
        ...[after?.[0] ?? null, after?.[1] ?? null, limit + 1],
      ]),
    );
    return pageOf(rows, limit, (row): Cursor => [row.to_due, row.deadline_id]);
  }

  publications(actor: Actor): Promise<PublicationRow[]> {
    return this.transactions.run(actor, (tx) => query<PublicationRow>(clientOf(tx), PUBLICATIONS, [null]));
  }

  publication(actor: Actor, id: string): Promise<PublicationRow | null> {
    return this.transactions.run(
      actor,
      async (tx) => (await query<PublicationRow>(clientOf(tx), PUBLICATIONS, [id]))[0] ?? null,
    );
  }

  entries(actor: Actor, { from, to, asOf }: { from: LocalDate; to: LocalDate; asOf: LocalDate | null }) {
    return this.transactions.run(actor, (tx) => query<CalendarEntryRow>(clientOf(tx), ENTRIES, [from, to, asOf]));
  }
}
