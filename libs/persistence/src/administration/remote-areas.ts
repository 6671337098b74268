import type { Actor } from '#libs/access';
import type { AgencyId, LocalDate } from '#libs/shared';
import { query, queryOne } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import type { AdministrationJournal } from './administration-journal.js';

export interface RemoteAreaRow {
  readonly id: number;
  readonly unitCode: string;
  readonly unitName: string | null;
  readonly provinceName: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly basis: string;
  readonly endBasis: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

const UNIT_NAME = (code: string) => `
  (SELECT u.name FROM app.administrative_unit u WHERE u.code = ${code} ORDER BY u.valid_from DESC LIMIT 1)`;
const LIST = `
  SELECT r.id, r.unit_code AS "unitCode", ${UNIT_NAME('r.unit_code')} AS "unitName",
         ${UNIT_NAME('(SELECT u.province_code FROM app.administrative_unit u WHERE u.code = r.unit_code ORDER BY u.valid_from DESC LIMIT 1)')} AS "provinceName",
         r.valid_from AS "validFrom", r.valid_to AS "validTo", r.basis, r.end_basis AS "endBasis", u.full_name AS "recordedBy", r.recorded_at AS "recordedAt"
    FROM app.remote_area r LEFT JOIN app.app_user u ON u.id = r.recorded_by
   WHERE r.province_id = $1 AND ($2::date IS NULL OR r.valid_from <= $2 AND (r.valid_to IS NULL OR r.valid_to >= $2))
   ORDER BY r.valid_to NULLS FIRST, r.unit_code, r.valid_from DESC LIMIT 1000`;

/** Địa bàn vùng sâu, vùng xa, đi lại khó khăn of a province, with the paper that says so. */
export class RemoteAreas {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly journal: AdministrationJournal,
  ) {}

  list(actor: Actor, on: LocalDate | null): Promise<RemoteAreaRow[]> {
    return this.transactions.run(actor, (tx) => query<RemoteAreaRow>(clientOf(tx), LIST, [actor.provinceId, on]));
  }

  add(
    actor: Actor,
    { unitCode, from, basis }: { readonly unitCode: string; readonly from: LocalDate; readonly basis: string },
  ): Promise<number> {
    return this.journal.act(actor, async (tx) => {
      const text = 'SELECT app.remote_area_add($1, $2, $3) AS id';
      const { id } = await queryOne<{ id: number }>(clientOf(tx), text, [unitCode, from, basis]);
      const act = { agencyId: actor.provinceId, type: 'REMOTE_AREA_ADDED', facts: { unitCode, from } } as const;
      return { result: id, acts: [{ ...act, texts: { basis } }] };
    });
  }

  end(
    actor: Actor,
    area: RemoteAreaRow,
    { lastDay, basis }: { readonly lastDay: LocalDate; readonly basis: string },
  ): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      await query(clientOf(tx), 'SELECT app.remote_area_end($1, $2, $3)', [area.id, lastDay, basis]);
      const facts = { unitCode: area.unitCode, lastDay };
      const act = {
        agencyId: actor.provinceId as AgencyId,
        type: 'REMOTE_AREA_ENDED',
        facts,
        texts: { basis },
      } as const;
      return { result: undefined, acts: [act] };
    });
  }

  /** What a registration of the agency would start from. */
  async byDefault(
    actor: Actor,
    place: { agencyId: AgencyId; units: readonly string[]; on: LocalDate },
  ): Promise<boolean> {
    const text = 'SELECT app.remote_by_default($1, $2, $3) AS remote';
    const values = [place.agencyId, place.units, place.on];
    return (await this.transactions.run(actor, (tx) => queryOne<{ remote: boolean }>(clientOf(tx), text, values)))
      .remote;
  }
}
