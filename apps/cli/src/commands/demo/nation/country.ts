import { query, type Queryable } from '#libs/persistence';
import type { Role } from '#libs/shared';
import { SeededRandom } from '../random.js';

export interface NationAgency {
  readonly code: string;
  readonly level: 'province' | 'commune';
  readonly weight: number;
  readonly remote: boolean;
}
export interface NationProvince {
  readonly code: string;
  readonly weight: number;
  /** The province's own desk first, then its communes. */
  readonly agencies: readonly NationAgency[];
}

/** As many as there are; no one of these stands for a real one. */
export const PROVINCES = 34;
const COMMUNES = { least: 3, most: 5 } as const;
const two = (n: number): string => String(n).padStart(2, '0');

/** The tree of a made-up country: the same seed gives the same one. */
export function planCountry(seed: number): readonly NationProvince[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: PROVINCES }, (_, place) => {
    const code = `TINH-${two(place + 1)}`;
    const communes = Array.from({ length: random.between(COMMUNES.least, COMMUNES.most) }, (_commune, n) => ({
      ...{ code: `XA-${two(place + 1)}-${n + 1}`, level: 'commune' as const },
      ...{ weight: random.between(2, 6), remote: random.chance(0.15) },
    }));
    return {
      code,
      weight: random.between(4, 16),
      agencies: [{ code, level: 'province', weight: 4, remote: false }, ...communes],
    };
  });
}

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Hồ', 'Mai', 'Đỗ', 'Ngô', 'Dương'];
const GIVEN = ['Văn Hùng', 'Thị Nga', 'Đức Thắng', 'Thị Yến', 'Quang Vinh', 'Thị Hiền', 'Hữu Phước', 'Minh Tuấn'];
const POSTS: Readonly<Record<NationAgency['level'], readonly (readonly [string, string, Role])[]>> = {
  commune: [
    ['motcua', 'Công chức tiếp nhận', 'receptionist'],
    ['chuyenvien', 'Chuyên viên', 'caseOfficer'],
    ['truongphong', 'Trưởng phòng', 'unitHead'],
    ['lanhdao', 'Chủ tịch', 'chairman'],
  ],
  province: [
    ['motcua', 'Công chức tiếp công dân', 'receptionist'],
    ['chuyenvien', 'Chuyên viên', 'caseOfficer'],
    ['truongban', 'Trưởng Ban Tiếp công dân', 'unitHead'],
    ['thanhtra', 'Thanh tra viên', 'inspector'],
    ['lanhdao', 'Chủ tịch UBND tỉnh', 'provinceChairman'],
  ],
};

/** The body the provinces report to, with one who reads what they report. Signs in as the accounts of the demo do. */
export const CENTRAL = { agency: 'TTCP', username: 'thanhtra.trunguong' } as const;
export async function seedCentral(db: Queryable): Promise<void> {
  await query(
    db,
    `WITH made AS (SELECT nextval(pg_get_serial_sequence('app.agency', 'id'))::int AS id)
     INSERT INTO app.agency (id, code, name, short_name, level, parent_id, province_id)
     SELECT id, $1, 'Thanh tra Chính phủ (bản trình diễn)', 'Thanh tra Chính phủ', 'central', NULL, id FROM made`,
    [CENTRAL.agency],
  );
  await query(
    db,
    `INSERT INTO app.app_user (username, full_name, password_hash, roles, agency_id, title, demo)
     SELECT $1, 'Đoàn Thị Kim Liên', (SELECT password_hash FROM app.app_user WHERE demo ORDER BY id LIMIT 1), ARRAY['inspector'], a.id,
            'Thanh tra viên Thanh tra Chính phủ', true FROM app.agency a WHERE a.code = $2`,
    [CENTRAL.username, CENTRAL.agency],
  );
}

/** Agencies and accounts of the country. Accounts sign in as those of the demo do. */
export async function seedCountry(db: Queryable, provinces: readonly NationProvince[]): Promise<void> {
  const agencies = provinces.flatMap((province) => province.agencies.map((agency) => ({ ...agency, province })));
  for (const level of ['province', 'commune'] as const) {
    const own = agencies.filter((agency) => agency.level === level);
    await query(
      db,
      `INSERT INTO app.agency (code, name, short_name, level, parent_id, province_id, remote)
       SELECT n.code, n.name, n.short, $1, p.id, coalesce(p.id, 0), n.remote
         FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bool[]) AS n(code, name, short, parent, remote)
         LEFT JOIN app.agency p ON p.code = n.parent`,
      [
        level,
        own.map(({ code }) => code),
        own.map(({ code }) => `Ủy ban nhân dân ${placeName(code)}`),
        own.map(({ code }) => `UBND ${placeName(code)}`),
        own.map(({ province }) => (level === 'province' ? null : province.code)),
        own.map(({ remote }) => remote),
      ],
    );
    await query(db, `UPDATE app.agency SET province_id = id WHERE level = 'province' AND province_id = 0`);
  }
  const people = agencies.flatMap(({ code, level }, place) =>
    POSTS[level].map(([post, title, role], n) => ({
      ...{ code, title, role, username: `${post}.${code.toLowerCase()}` },
      fullName: `${SURNAMES[(place * 3 + n) % SURNAMES.length]} ${GIVEN[(place + n * 3) % GIVEN.length]}`,
    })),
  );
  await query(
    db,
    `INSERT INTO app.app_user (username, full_name, password_hash, roles, agency_id, title, demo)
     SELECT n.username, n.name, (SELECT password_hash FROM app.app_user WHERE demo ORDER BY id LIMIT 1), ARRAY[n.role], a.id, n.title, true
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS n(username, name, role, title, agency)
       JOIN app.agency a ON a.code = n.agency`,
    [
      people.map(({ username }) => username),
      people.map(({ fullName }) => fullName),
      people.map(({ role }) => role),
      people.map(({ title }) => title),
      people.map(({ code }) => code),
    ],
  );
}

/** `XA-07-2` is xã giả định 07.2, `TINH-07` tỉnh giả định 07. */
const placeName = (code: string): string => {
  const [kind, ...numbers] = code.split('-');
  return `${kind === 'TINH' ? 'tỉnh' : 'xã'} giả định ${numbers.join('.')}`;
};
