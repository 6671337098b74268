import type { Actor } from '#libs/access';
import { AppError, type AgencyId, type LocalDate } from '#libs/shared';
import type { Pool } from 'pg';
import { query, queryOne } from '../query.js';

export interface AgencyChangeRow {
  readonly id: string;
  readonly kind: 'succeeded' | 'renamed';
  readonly agencyCode: string;
  readonly successorCode: string | null;
  readonly lastDay: LocalDate | null;
  readonly oldName: string;
  readonly newName: string | null;
  readonly basis: string;
  readonly recordedAt: Date;
  readonly moved: number;
  readonly kept: number;
  readonly settledAt: Date | null;
}

const CHANGES = `
  SELECT c.id, c.kind, a.code AS "agencyCode", s.code AS "successorCode", c.last_day AS "lastDay", c.old_name AS "oldName",
         c.new_name AS "newName", c.basis, c.recorded_at AS "recordedAt", c.moved, c.kept, c.settled_at AS "settledAt"
    FROM app.agency_change c JOIN app.agency a ON a.id = c.agency_id LEFT JOIN app.agency s ON s.id = c.successor_id
   WHERE c.agency_id = ANY ($1::int[]) OR c.successor_id = ANY ($1::int[]) ORDER BY c.recorded_at DESC, c.id DESC LIMIT 500`;

const REFUSALS: Readonly<Record<string, string>> = {
  'AGENCY.CLOSED': 'Cơ quan này đã kết thúc hoạt động.',
  'AGENCY.SUCCESSOR_CLOSED': 'Cơ quan kế thừa đã kết thúc hoạt động.',
  'AGENCY.SUCCESSOR_BELOW': 'Cơ quan kế thừa không thể là chính cơ quan kết thúc hoặc đơn vị bên dưới.',
  'AGENCY.DAY_AHEAD': 'Ngày hoạt động cuối cùng phải trước hôm nay: ghi khi việc sáp nhập đã có hiệu lực.',
};

/** Changes of the agency tree. Functions of the database write them; this asks and translates refusals. */
export class AgencyRegister {
  constructor(private readonly pool: Pool) {}

  changes(actor: Actor): Promise<AgencyChangeRow[]> {
    return query<AgencyChangeRow>(this.pool, CHANGES, [actor.agencies]);
  }

  /** @throws AppError 409 with the reason. */
  async succeed(
    actor: Actor,
    change: {
      readonly agency: AgencyId;
      readonly successor: AgencyId;
      readonly lastDay: LocalDate;
      readonly basis: string;
      readonly movePeople: boolean;
    },
  ): Promise<string> {
    const values = [change.agency, change.successor, change.lastDay, change.basis, actor.userId, change.movePeople];
    return this.ask('SELECT app.succeed_agency($1, $2, $3, $4, $5, $6) AS id', values);
  }

  async rename(
    actor: Actor,
    change: { readonly agency: AgencyId; readonly name: string; readonly shortName: string; readonly basis: string },
  ): Promise<string> {
    const values = [change.agency, change.name, change.shortName, change.basis, actor.userId];
    return this.ask('SELECT app.rename_agency($1, $2, $3, $4, $5) AS id', values);
  }

  private async ask(text: string, values: readonly unknown[]): Promise<string> {
    try {
      return (await queryOne<{ id: string }>(this.pool, text, values)).id;
    } catch (error) {
      const code = error instanceof Error ? error.message : '';
      const detail = REFUSALS[code];
      if (detail === undefined) throw error;
      throw new AppError({ code, status: 409, title: 'Không ghi được thay đổi của cơ quan', detail });
    }
  }
}
