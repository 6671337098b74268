import type { Actor } from '#libs/access';
import { type NewPack, PackSchedule, type PackSigner, type ReportPack, ReportPacks } from '#libs/reporting';
import type { AgencyId, LocalDate, UserId } from '#libs/shared';
import type { Pool } from 'pg';
import type { PostgresAccounts } from '../access/index.js';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

const PACK = `
  SELECT p.id, p.agency_id AS "agencyId", p.period_key AS key, p.kind, p.title, p.from_on AS "from", p.to_on AS "to", p.known_at AS "knownAt",
         p.made_for AS "madeFor", u.full_name AS "madeForName", p.made_by AS "madeBy", p.made_at AS "madeAt",
         (SELECT count(*) FROM app.report_snapshot s WHERE s.pack_id = p.id) AS drafts,
         (SELECT count(*) FROM app.report_snapshot s JOIN app.report_issue i ON i.snapshot_id = s.id WHERE s.pack_id = p.id) AS issued
    FROM app.report_pack p JOIN app.app_user u ON u.id = p.made_for`;
const ALL = statement<ReportPack>('packs.all', `${PACK} ORDER BY p.to_on DESC, p.id DESC LIMIT 200`);
const ONE = statement<ReportPack>('packs.one', `${PACK} WHERE p.id = $1`);
const ADD = statement<object>(
  'packs.add',
  `INSERT INTO app.report_pack (id, agency_id, province_id, period_key, kind, title, from_on, to_on, known_at, made_for, made_by, made_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, app.user_id(), $10, app.business_now()) ON CONFLICT (agency_id, period_key) DO NOTHING`,
);
const OF = statement<{ id: string }>(
  'packs.of',
  'SELECT id FROM app.report_pack WHERE agency_id = $1 AND period_key = $2',
);
const FORMS = statement<{ formId: string }>(
  'packs.forms',
  'SELECT form_id AS "formId" FROM app.report_snapshot WHERE pack_id = $1',
);
const TELL = statement<object>(
  'packs.tell',
  `INSERT INTO app.inbox (user_id, case_id, topic, source_id, created_at) VALUES (app.user_id(), NULL, 'report.packReady', $1, app.business_now())
   ON CONFLICT DO NOTHING`,
);

export class PostgresReportPacks extends ReportPacks {
  constructor(private readonly runner: TransactionRunner) {
    super();
  }

  override all(actor: Actor) {
    return this.runner.run(actor, (tx) => query(clientOf(tx), ALL));
  }

  override async find(actor: Actor, id: string) {
    const [row] = await this.runner.run(actor, (tx) => query(clientOf(tx), ONE, [id]));
    return row ?? null;
  }

  override add(actor: Actor, { id, window, knownAt, madeBy }: NewPack): Promise<string> {
    const { key, kind, title, from, to } = window;
    return this.runner.run(actor, async (tx) => {
      const db = clientOf(tx);
      await query(db, ADD, [id, actor.agencyId, actor.provinceId, key, kind, title, from, to, knownAt, madeBy]);
      return (await queryOne(db, OF, [actor.agencyId, key])).id;
    });
  }

  override async formsOf(actor: Actor, packId: string) {
    const rows = await this.runner.run(actor, (tx) => query(clientOf(tx), FORMS, [packId]));
    return new Set(rows.map(({ formId }) => formId));
  }

  override async tell(actor: Actor, packId: string): Promise<void> {
    await this.runner.run(actor, (tx) => query(clientOf(tx), TELL, [packId]));
  }
}

const SINCE = `
  WITH first AS (INSERT INTO app.meta (key, value) VALUES ('report-packs', jsonb_build_object('since', $1::text)) ON CONFLICT (key) DO NOTHING RETURNING value)
  SELECT value ->> 'since' AS since FROM first UNION ALL SELECT value ->> 'since' FROM app.meta WHERE key = 'report-packs' LIMIT 1`;
const DRAFTED = `
  SELECT p.period_key AS key, array_agg(s.form_id) AS forms FROM app.report_pack p JOIN app.report_snapshot s ON s.pack_id = p.id
   WHERE p.agency_id = $1 GROUP BY p.id`;

/** For the worker: it looks with its own role and draws up each pack as the person who signs it. */
export class PostgresPackSchedule extends PackSchedule {
  constructor(
    private readonly worker: Pool,
    private readonly accounts: Pick<PostgresAccounts, 'actor'>,
  ) {
    super();
  }

  override signers() {
    return query<PackSigner>(
      this.worker,
      `SELECT s.agency_id AS "agencyId", a.province_id AS "provinceId", s.user_id AS "userId"
         FROM app.report_signers() s JOIN app.agency a ON a.id = s.agency_id`,
    );
  }

  override async since(today: LocalDate): Promise<LocalDate> {
    return (await queryOne<{ since: LocalDate }>(this.worker, SINCE, [today])).since;
  }

  override async drafted(agencyId: AgencyId) {
    const rows = await query<{ key: string; forms: string[] }>(this.worker, DRAFTED, [agencyId]);
    return new Map(rows.map(({ key, forms }) => [key, new Set(forms)]));
  }

  override actor(userId: UserId) {
    return this.accounts.actor(userId);
  }
}
