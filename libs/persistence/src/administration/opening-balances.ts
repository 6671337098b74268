import type { Actor, OpeningFigures } from '#libs/access';
import { AppError, type AgencyId, type LocalDate, type UserId } from '#libs/shared';
import { query } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';
import type { AdministrationJournal, AdministrativeActType } from './administration-journal.js';

export interface OpeningBalanceRow {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly year: number;
  readonly startsOn: LocalDate;
  readonly version: number;
  readonly figures: OpeningFigures;
  readonly source: string;
  readonly state: 'entered' | 'returned' | 'confirmed';
  readonly enteredById: UserId;
  readonly enteredBy: string;
  readonly enteredAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  readonly returnReason: string | null;
  readonly correctionReason: string | null;
  readonly rev: number;
}

const LIST = `
  SELECT o.id, o.agency_id AS "agencyId", a.code AS "agencyCode", a.short_name AS "agencyName", o.year, o.starts_on AS "startsOn", o.version,
         o.figures, o.source, o.state, o.entered_by AS "enteredById", e.full_name AS "enteredBy", o.entered_at AS "enteredAt",
         c.full_name AS "confirmedBy", o.confirmed_at AS "confirmedAt", o.return_reason AS "returnReason",
         o.correction_reason AS "correctionReason", o.rev
    FROM app.opening_balance o JOIN app.agency a ON a.id = o.agency_id JOIN app.app_user e ON e.id = o.entered_by
    LEFT JOIN app.app_user c ON c.id = o.confirmed_by`;
const INSERT = `
  INSERT INTO app.opening_balance (agency_id, year, starts_on, version, figures, source, state, entered_by, entered_at, correction_reason)
  SELECT $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, 'entered', $6, app.business_now(), $7
    FROM app.opening_balance WHERE agency_id = $1 AND starts_on = $3
  HAVING coalesce(bool_and(state = 'confirmed'), true) AND (count(*) > 0) = ($7::text IS NOT NULL) RETURNING id`;
const UPDATE = `
  UPDATE app.opening_balance SET figures = $3, source = $4, state = 'entered', entered_by = $5, entered_at = app.business_now(), return_reason = NULL,
         rev = rev + 1 WHERE id = $1 AND rev = $2 RETURNING id`;
const CONFIRM = `
  UPDATE app.opening_balance SET state = 'confirmed', confirmed_by = $3, confirmed_at = app.business_now(), rev = rev + 1
   WHERE id = $1 AND rev = $2 AND state = 'entered' AND entered_by <> $3 RETURNING id`;
const RETURN = `
  UPDATE app.opening_balance SET state = 'returned', return_reason = $3, rev = rev + 1 WHERE id = $1 AND rev = $2 AND state = 'entered' RETURNING id`;

const changed = (): AppError =>
  new AppError({
    code: 'OPENING.CHANGED',
    status: 412,
    title: 'Số liệu đã thay đổi',
    detail: 'Có người vừa sửa, trả lại hoặc xác nhận số dư này. Hãy xem lại rồi làm tiếp.',
  });
const exists = (): AppError =>
  new AppError({
    code: 'OPENING.EXISTS',
    status: 409,
    title: 'Kỳ này đã có số dư',
    detail: 'Cơ quan đã nhập số dư cho kỳ này; hãy sửa bản đang chờ, hoặc lập bản đính chính nếu đã khóa.',
  });

/** Số dư đầu kỳ: entered by one, confirmed by another, then locked; a correction is a version of its own. */
export class OpeningBalances {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly journal: AdministrationJournal,
  ) {}

  list(actor: Actor, year: number | null): Promise<OpeningBalanceRow[]> {
    const text = `${LIST} WHERE $1::int IS NULL OR o.year = $1 ORDER BY a.id, o.starts_on DESC, o.version DESC LIMIT 1000`;
    return this.transactions.run(actor, (tx) => query<OpeningBalanceRow>(clientOf(tx), text, [year]));
  }

  async find(actor: Actor, id: string): Promise<OpeningBalanceRow | null> {
    const rows = await this.transactions.run(actor, (tx) =>
      query<OpeningBalanceRow>(clientOf(tx), `${LIST} WHERE o.id = $1`, [id]),
    );
    return rows[0] ?? null;
  }

  enter(
    actor: Actor,
    entry: {
      readonly agencyId: AgencyId;
      readonly year: number;
      readonly startsOn: LocalDate;
      readonly figures: OpeningFigures;
      readonly source: string;
      /** Of a correction of what has been confirmed. */
      readonly correctionReason: string | null;
    },
  ): Promise<string> {
    const { agencyId, year, startsOn, figures, source, correctionReason } = entry;
    return this.journal.act(actor, async (tx) => {
      const values = [agencyId, year, startsOn, JSON.stringify(figures), source, actor.userId, correctionReason];
      const made = await inserted(tx, values);
      const facts = { balanceId: made, year, startsOn, figures: { ...figures } };
      const texts = { source, ...(correctionReason ? { reason: correctionReason } : {}) };
      return { result: made, acts: [{ agencyId, type: 'OPENING_ENTERED', facts, texts }] };
    });
  }

  change(
    actor: Actor,
    row: OpeningBalanceRow,
    { figures, source }: { readonly figures: OpeningFigures; readonly source: string },
  ): Promise<void> {
    const values = [row.id, row.rev, JSON.stringify(figures), source, actor.userId];
    const facts = { figures: { ...figures } };
    return this.move(actor, row, { type: 'OPENING_CHANGED', text: UPDATE, values, facts, texts: { source } });
  }

  confirm(actor: Actor, row: OpeningBalanceRow): Promise<void> {
    const values = [row.id, row.rev, actor.userId];
    return this.move(actor, row, { type: 'OPENING_CONFIRMED', text: CONFIRM, values, facts: {}, texts: {} });
  }

  giveBack(actor: Actor, row: OpeningBalanceRow, reason: string): Promise<void> {
    const values = [row.id, row.rev, reason];
    return this.move(actor, row, { type: 'OPENING_RETURNED', text: RETURN, values, facts: {}, texts: { reason } });
  }

  private move(
    actor: Actor,
    row: OpeningBalanceRow,
    move: {
      readonly type: AdministrativeActType;
      readonly text: string;
      readonly values: readonly unknown[];
      readonly facts: Readonly<Record<string, Record<string, number>>>;
      readonly texts: Readonly<Record<string, string>>;
    },
  ): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      if ((await query(clientOf(tx), move.text, move.values)).length === 0) throw changed();
      const facts = { balanceId: row.id, year: row.year, startsOn: row.startsOn, ...move.facts };
      return {
        result: undefined,
        acts: [{ agencyId: row.agencyId, type: move.type, facts, texts: move.texts }],
      };
    });
  }
}

const UNIQUE_VIOLATION = '23505';
async function inserted(tx: Tx, values: readonly unknown[]): Promise<string> {
  const rows = await query<{ id: string }>(clientOf(tx), INSERT, values).catch((error: unknown) => {
    throw (error as { code?: string }).code === UNIQUE_VIOLATION ? exists() : error;
  });
  const made = rows[0];
  if (!made) throw exists();
  return made.id;
}
