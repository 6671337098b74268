import type { Actor } from '#libs/access';
import { foldText } from '#libs/intake';
import type { AgencyId, LocalDate, UserId } from '#libs/shared';
import type { Pool } from 'pg';
import { query } from '../query.js';

export interface UserRow {
  readonly id: UserId;
  readonly full_name: string;
  readonly title: string | null;
  readonly roles: string[];
  readonly agency_id: AgencyId;
  readonly absent: boolean;
}
export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly province_code: string | null;
  readonly province_name: string | null;
  readonly valid_from: LocalDate;
  readonly valid_to: LocalDate | null;
}

const USERS = `
  SELECT id, full_name, title, roles, agency_id,
         coalesce(app.business_today() >= absent_from AND (absent_to IS NULL OR app.business_today() <= absent_to), false) AS absent
    FROM app.app_user
   WHERE active AND agency_id = ANY ($1::int[]) AND ($2::text IS NULL OR $2 = ANY (roles))
   ORDER BY agency_id, id LIMIT 500`;
const UNITS = `
  SELECT u.code, u.name, u.type, u.province_code, p.name AS province_name, u.valid_from, u.valid_to
    FROM app.administrative_unit u
    LEFT JOIN LATERAL (SELECT name FROM app.administrative_unit x WHERE x.code = u.province_code AND x.valid_from <= $1
                         AND (x.valid_to IS NULL OR x.valid_to >= $1) ORDER BY x.valid_from DESC LIMIT 1) p ON true
   WHERE u.valid_from <= $1 AND (u.valid_to IS NULL OR u.valid_to >= $1)
     AND ($2::text IS NULL OR u.province_code = $2 OR u.code = $2)
     AND ($3::text IS NULL OR u.name_folded LIKE '%' || $3 || '%')
   ORDER BY (u.name_folded = $3) DESC NULLS LAST, u.province_code NULLS FIRST, u.code LIMIT $4`;

export class ReferenceReader {
  constructor(private readonly pool: Pool) {}

  users(
    actor: Actor,
    { role, agencies }: { role?: string | undefined; agencies: readonly AgencyId[] },
  ): Promise<UserRow[]> {
    return query<UserRow>(this.pool, USERS, [agencies.filter((id) => actor.agencies.includes(id)), role ?? null]);
  }

  units({
    q,
    province,
    on,
    limit,
  }: {
    q?: string | undefined;
    province?: string | undefined;
    on: LocalDate;
    limit: number;
  }): Promise<UnitRow[]> {
    const folded = q === undefined ? null : foldText(q);
    return query<UnitRow>(this.pool, UNITS, [on, province ?? null, folded === '' ? null : folded, limit]);
  }
}
