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
  /** What a unit that is no longer so called or ranked is on the day asked about. */
  readonly became: readonly { readonly code: string; readonly name: string; readonly type: string }[];
}

const USERS = `
  SELECT id, full_name, title, roles, agency_id,
         coalesce(app.business_today() >= absent_from AND (absent_to IS NULL OR app.business_today() <= absent_to), false) AS absent
    FROM app.app_user
   WHERE active AND agency_id = ANY ($1::int[]) AND ($2::text IS NULL OR $2 = ANY (roles))
   ORDER BY agency_id, id LIMIT 500`;
/** Rank, name and province as somebody types them: `xa tan thanh dong nai` finds it, so does `tan thanh`. */
const RANK = `CASE u.type WHEN 'commune' THEN 'xa' WHEN 'ward' THEN 'phuong' WHEN 'special_zone' THEN 'dac khu' WHEN 'province' THEN 'tinh' ELSE 'thanh pho tp' END`;
const UNITS = `
  SELECT u.code, u.name, u.type, u.province_code, p.name AS province_name, u.valid_from, u.valid_to,
         CASE WHEN u.valid_to < $1 THEN (
           SELECT coalesce(jsonb_agg(jsonb_build_object('code', x.code, 'name', x.name, 'type', x.type)), '[]') FROM app.administrative_unit x
            WHERE x.code = u.code AND x.valid_from <= $1 AND (x.valid_to IS NULL OR x.valid_to >= $1)) ELSE '[]' END AS became
    FROM app.administrative_unit u
    LEFT JOIN LATERAL (SELECT name, name_folded FROM app.administrative_unit x WHERE x.code = u.province_code AND x.valid_from <= $1
                         AND (x.valid_to IS NULL OR x.valid_to >= $1) ORDER BY x.valid_from DESC LIMIT 1) p ON true
   WHERE u.valid_from <= $1 AND ($5 OR u.valid_to IS NULL OR u.valid_to >= $1)
     AND ($2::text IS NULL OR u.province_code = $2 OR u.code = $2)
     AND ($3::text[] IS NULL OR NOT EXISTS (SELECT FROM unnest($3::text[]) w
           WHERE strpos(' ' || ${RANK} || ' ' || u.name_folded || ' ' || coalesce(p.name_folded, ''), ' ' || w) = 0))
   ORDER BY (u.name_folded = $6) DESC NULLS LAST, (u.valid_to IS NULL OR u.valid_to >= $1) DESC, (u.province_code = $7) DESC NULLS LAST,
            u.province_code NULLS FIRST, u.code LIMIT $4`;

export interface UnitSearch {
  readonly q?: string | undefined;
  readonly province?: string | undefined;
  readonly on: LocalDate;
  readonly limit: number;
  /** Names and ranks that have ended too. */
  readonly past?: boolean;
  /** Province whose units come first. */
  readonly near?: string | null;
}

export class ReferenceReader {
  constructor(private readonly pool: Pool) {}

  users(
    actor: Actor,
    { role, agencies }: { role?: string | undefined; agencies: readonly AgencyId[] },
  ): Promise<UserRow[]> {
    return query<UserRow>(this.pool, USERS, [agencies.filter((id) => actor.agencies.includes(id)), role ?? null]);
  }

  /** Each typed word begins a word of the unit's rank, name or province. */
  units({ q, province, on, limit, past = false, near = null }: UnitSearch): Promise<UnitRow[]> {
    const folded = q === undefined ? '' : foldText(q).replaceAll(/[^a-z0-9' -]/g, ' ');
    const words = folded.split(' ').filter((word) => word !== '');
    if (q?.trim() && words.length === 0) return Promise.resolve([]);
    const name = words.join(' ').replace(/^(xa|phuong|dac khu|tinh|thanh pho|tp) /, '');
    return query<UnitRow>(this.pool, UNITS, [
      ...[on, province ?? null, words.length > 0 ? words : null, limit, past],
      ...[words.length > 0 ? name : null, near],
    ]);
  }
}
