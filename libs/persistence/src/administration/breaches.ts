import type { Actor } from '#libs/access';
import type { AgencyId } from '#libs/shared';
import { query, queryOne } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import type { AdministrationJournal } from './administration-journal.js';

export interface BreachStepRow {
  readonly step: string;
  readonly applies: boolean;
  readonly doneAt: string;
  readonly note: string;
  readonly notedByName: string;
}
export interface BreachRow {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly discoveredAt: Date;
  readonly what: string;
  readonly notedByName: string;
  readonly notedAt: Date;
  readonly steps: readonly BreachStepRow[];
}

const ROWS = `
  SELECT b.id, b.agency_id AS "agencyId", b.discovered_at AS "discoveredAt", b.what, u.full_name AS "notedByName", b.noted_at AS "notedAt",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('step', s.step, 'applies', s.applies, 'note', s.note, 'notedByName', w.full_name,
                   'doneAt', to_char(s.done_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')
            FROM app.breach_step s JOIN app.app_user w ON w.id = s.noted_by WHERE s.breach_id = b.id) AS steps
    FROM app.breach b JOIN app.app_user u ON u.id = b.noted_by`;

/** What got out and what was done about it. Nothing is changed once written. */
export class Breaches {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly journal: AdministrationJournal,
  ) {}

  all(actor: Actor): Promise<BreachRow[]> {
    return this.transactions.run(actor, (tx) =>
      query<BreachRow>(clientOf(tx), `${ROWS} ORDER BY b.discovered_at DESC, b.id DESC LIMIT 100`),
    );
  }

  async find(actor: Actor, id: string): Promise<BreachRow | null> {
    const [row] = await this.transactions.run(actor, (tx) =>
      query<BreachRow>(clientOf(tx), `${ROWS} WHERE b.id = $1`, [id]),
    );
    return row ?? null;
  }

  /** The words stay in the row: the book says that something was seen, and when. */
  note(actor: Actor, { discoveredAt, what }: { readonly discoveredAt: Date; readonly what: string }): Promise<string> {
    return this.journal.act(actor, async (tx) => {
      const { id } = await queryOne<{ id: string }>(
        clientOf(tx),
        `INSERT INTO app.breach (agency_id, discovered_at, what, noted_by, noted_at)
         VALUES ($1, $2, $3, app.user_id(), app.business_now()) RETURNING id`,
        [actor.agencyId, discoveredAt, what],
      );
      const facts = { breachId: id, discoveredAt: discoveredAt.toISOString() };
      return { result: id, acts: [{ agencyId: actor.agencyId, type: 'BREACH_NOTED', facts }] };
    });
  }

  /** False where the step was written down before. */
  done(actor: Actor, breach: BreachRow, step: Omit<BreachStepRow, 'notedByName'>): Promise<boolean> {
    return this.journal.act(actor, async (tx) => {
      const rows = await query(
        clientOf(tx),
        `INSERT INTO app.breach_step (breach_id, step, applies, done_at, note, noted_by, noted_at)
         VALUES ($1, $2, $3, $4, $5, app.user_id(), app.business_now()) ON CONFLICT DO NOTHING RETURNING step`,
        [breach.id, step.step, step.applies, step.doneAt, step.note],
      );
      if (rows.length === 0) return { result: false, acts: [] };
      const facts = { breachId: breach.id, step: step.step, applies: step.applies, doneAt: step.doneAt };
      return { result: true, acts: [{ agencyId: breach.agencyId, type: 'BREACH_STEP_DONE', facts }] };
    });
  }
}
