import type { Actor } from '#libs/access';
import type { PublishedChange, PublishedDay } from '#libs/calendar';
import {
  CalendarChanges,
  type JobState,
  type LimitSet,
  type NewPreview,
  type NewPublication,
  type OpenLimit,
  type PreviewedRow,
  type StoredPreview,
} from '#libs/oversight';
import type { AgencyId, DeadlineId, JsonObject, LocalDate } from '#libs/shared';
import type { Connections } from '../connections.js';
import { query, queryOne, type Queryable } from '../query.js';
import { clientOf, TransactionRunner } from '../transaction.js';

interface RawChange {
  readonly announces_year: number | null;
  readonly known_from: LocalDate;
  readonly days: readonly PublishedDay[];
}

const PUBLISHED = `
  SELECT p.announces_year, p.known_from,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('date', e.on_date, 'kind', e.kind, 'name', e.name, 'basis', e.basis,
                   'confirmed', e.confirmed) ORDER BY e.on_date), '[]') FROM app.calendar_entry e WHERE e.publication_id = p.id) AS days
    FROM app.calendar_publication p ORDER BY p.number`;
const SAVE = `
  INSERT INTO app.calendar_preview (id, created_by, created_at, base_number, version, entries, announces_year, scanned, hash)
  VALUES ($1, $2, app.business_now(), $3, $4, $5, $6, $7, $8)`;
const SAVE_ROWS = `
  INSERT INTO app.calendar_preview_row (preview_id, deadline_id, case_id, agency_id, protected, rule_id, from_due, to_due, days, becomes)
  SELECT $1, "deadlineId", "caseId", "agencyId", "isProtected", "ruleId", "fromDue", "toDue", days, becomes
    FROM jsonb_to_recordset($2) AS r("deadlineId" uuid, "caseId" uuid, "agencyId" int, "isProtected" boolean, "ruleId" text, "fromDue" date,
         "toDue" date, days jsonb, becomes text)`;
const PREVIEW = `
  SELECT v.id, v.base_number AS "baseNumber", v.version, v.hash, v.entries, v.announces_year AS "announcesYear", p.id AS "publicationId"
    FROM app.calendar_preview v LEFT JOIN app.calendar_publication p ON p.preview_id = v.id WHERE v.id = $1`;
const PREVIEWED = `
  SELECT deadline_id AS "deadlineId", to_due AS "toDue" FROM app.calendar_preview_row WHERE preview_id = $1 AND NOT protected`;
const BUSY = `SELECT EXISTS (SELECT FROM app.calendar_job WHERE state IN ('queued', 'running', 'cancelling')) AS busy`;
const PUBLISH = `
  INSERT INTO app.calendar_publication (id, number, preview_id, reason, version_before, version, announces_year, known_from, published_by, published_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, app.business_today(), $8, app.business_now())`;
const PUBLISH_DAYS = `
  INSERT INTO app.calendar_entry (publication_id, on_date, kind, name, basis, confirmed)
  SELECT $1, date, kind, name, basis, confirmed
    FROM jsonb_to_recordset($2) AS e(date date, kind text, name text, basis text, confirmed boolean)`;
const JOB = `
  SELECT j.state, p.number = (SELECT max(number) FROM app.calendar_publication) AS newest
    FROM app.calendar_job j JOIN app.calendar_publication p ON p.id = j.publication_id WHERE j.publication_id = $1`;
const CANCEL = `
  UPDATE app.calendar_job SET state = CASE state WHEN 'queued' THEN 'cancelled' ELSE 'cancelling' END,
         finished_at = CASE state WHEN 'queued' THEN now() END
   WHERE publication_id = $1 AND state IN ('queued', 'running')`;

/** One lock for all publications: they follow one another. */
const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtext('app.calendar_publication'))`;
const ROWS_AT_ONCE = 2_000;
const isUniqueViolation = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '23505';

/** Everything published so far, in order. */
export async function readPublished(db: Queryable): Promise<readonly PublishedChange[]> {
  const rows = await query<RawChange>(db, PUBLISHED);
  return rows.map(({ announces_year, known_from, days }) => ({
    days,
    announcesYear: announces_year,
    knownFrom: known_from,
  }));
}

/** Previews and publications in PostgreSQL. */
export class PostgresCalendarChanges extends CalendarChanges {
  private readonly runner: TransactionRunner;

  constructor(private readonly connections: Connections) {
    super();
    this.runner = new TransactionRunner(connections);
  }

  override published(): Promise<readonly PublishedChange[]> {
    return readPublished(this.connections.app);
  }

  override async openLimits(actor: Actor, after: DeadlineId | null, limit: number): Promise<LimitSet> {
    const { found } = await this.runner.run(actor, (tx) =>
      queryOne<{
        found: { now: string; limits: OpenLimit[]; settings: Record<string, JsonObject> | null };
      }>(clientOf(tx), 'SELECT app.calendar_open_limits($1, $2) AS found', [after, limit]),
    );
    return {
      now: new Date(found.now),
      limits: found.limits,
      settings: new Map(Object.entries(found.settings ?? {}).map(([id, value]) => [Number(id) as AgencyId, value])),
    };
  }

  override async savePreview(actor: Actor, preview: NewPreview): Promise<void> {
    const { id, createdBy, baseNumber, version, entries, announcesYear, scanned, hash, rows } = preview;
    await this.runner.run(actor, async (tx) => {
      const db = clientOf(tx);
      await query(db, SAVE, [
        id,
        createdBy,
        baseNumber,
        version,
        JSON.stringify(entries),
        announcesYear,
        scanned,
        hash,
      ]);
      for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
        await query(db, SAVE_ROWS, [id, JSON.stringify(rows.slice(at, at + ROWS_AT_ONCE))]);
    });
  }

  override preview(actor: Actor, id: string): Promise<StoredPreview | null> {
    return this.runner.run(actor, async (tx) => (await query<StoredPreview>(clientOf(tx), PREVIEW, [id]))[0] ?? null);
  }

  override previewedRows(actor: Actor, id: string): Promise<readonly PreviewedRow[]> {
    return this.runner.run(actor, (tx) => query<PreviewedRow>(clientOf(tx), PREVIEWED, [id]));
  }

  override async publish(actor: Actor, publication: NewPublication): Promise<boolean> {
    const { id, number, preview, reason, versionBefore, publishedBy } = publication;
    try {
      return await this.runner.run(actor, async (tx) => {
        const db = clientOf(tx);
        await query(db, ONE_AT_A_TIME);
        if ((await queryOne<{ busy: boolean }>(db, BUSY)).busy) return false;
        const head = [
          id,
          number,
          preview.id,
          reason,
          versionBefore,
          preview.version,
          preview.announcesYear,
          publishedBy,
        ];
        await query(db, PUBLISH, head);
        await query(db, PUBLISH_DAYS, [id, JSON.stringify(preview.entries)]);
        await query(db, 'INSERT INTO app.calendar_job (publication_id) VALUES ($1)', [id]);
        await query(db, 'SELECT app.calendar_job_ask($1)', [id]);
        return true;
      });
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  override job(actor: Actor, publicationId: string): Promise<{ state: JobState; newest: boolean } | null> {
    return this.runner.run(
      actor,
      async (tx) => (await query<{ state: JobState; newest: boolean }>(clientOf(tx), JOB, [publicationId]))[0] ?? null,
    );
  }

  override async cancel(actor: Actor, publicationId: string): Promise<void> {
    await this.runner.run(actor, (tx) => query(clientOf(tx), CANCEL, [publicationId]));
  }

  override async resume(actor: Actor, publicationId: string): Promise<void> {
    await this.runner.run(actor, (tx) => query(clientOf(tx), 'SELECT app.calendar_job_ask($1)', [publicationId]));
  }
}
