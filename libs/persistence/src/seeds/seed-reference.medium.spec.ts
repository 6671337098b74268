import { verify } from '@node-rs/argon2';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import { seedReference, whyNotReady } from './seed-reference.js';

describe('reference seed', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.drop());

  const unitOn = async (code: string, day: string) => {
    const { rows } = await db.app.query<{ name: string; type: string; name_folded: string }>(
      `SELECT name, type, name_folded FROM app.administrative_unit WHERE code = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)`,
      [code, day],
    );
    return rows;
  };

  it('knows Đồng Nai as a province before 2026-04-30 and as a city from that day', async () => {
    expect(await unitOn('75', '2026-04-29')).toEqual([{ name: 'Đồng Nai', type: 'province', name_folded: 'dong nai' }]);
    expect(await unitOn('75', '2026-04-30')).toEqual([
      { name: 'Đồng Nai', type: 'province_city', name_folded: 'dong nai' },
    ]);
  });

  it('holds 34 provinces and 3,321 communes on every day, Hoàng Sa and Trường Sa among them', async () => {
    for (const day of ['2025-07-01', '2026-04-29', '2026-04-30', '2026-12-31']) {
      const { rows } = await db.app.query<{ provinces: number; communes: number }>(
        `SELECT count(*) FILTER (WHERE province_code IS NULL)::int AS provinces, count(*) FILTER (WHERE province_code IS NOT NULL)::int AS communes
         FROM app.administrative_unit WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)`,
        [day],
      );
      expect(rows).toEqual([{ provinces: 34, communes: 3321 }]);
    }
    const { rows } = await db.app.query(
      `SELECT name, province_code, type FROM app.administrative_unit WHERE name IN ('Hoàng Sa', 'Trường Sa') ORDER BY code`,
    );
    expect(rows).toEqual([
      { name: 'Hoàng Sa', province_code: '48', type: 'special_zone' },
      { name: 'Trường Sa', province_code: '56', type: 'special_zone' },
    ]);
  });

  it('puts every commune into a province that exists', async () => {
    const { rows } = await db.app.query(
      `SELECT code FROM app.administrative_unit u WHERE province_code IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM app.administrative_unit p WHERE p.code = u.province_code AND p.province_code IS NULL)`,
    );
    expect(rows).toEqual([]);
  });

  it('opens the nine demo accounts with the published password', async () => {
    const { rows } = await db.app.query<{ username: string; password_hash: string; agency: string; roles: string[] }>(
      `SELECT username, password_hash, a.code AS agency, roles FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id
       WHERE username = ANY ($1) ORDER BY username`,
      [['motcua', 'chuyenvien', 'lanhdao', 'lanhdao.tinh', 'thanhtra', 'truongphong', 'baomat', 'baomat2', 'quantri']],
    );
    expect(rows).toHaveLength(9);
    for (const row of rows) expect(await verify(row.password_hash, 'nghedan')).toBe(true);
    expect(rows.find(({ username }) => username === 'lanhdao')).toMatchObject({
      agency: 'XA-TANTHANH',
      roles: ['chairman'],
    });
    expect(rows.find(({ username }) => username === 'lanhdao.tinh')).toMatchObject({
      agency: 'TINH-DEMO',
      roles: ['provinceChairman'],
    });
  });

  it('says that nothing is missing, and writes nothing the second time', async () => {
    expect(await whyNotReady(db.app)).toBeNull();
    await db.admin.query(`UPDATE app.app_user SET full_name = 'Tên đã sửa' WHERE username = 'motcua'`);
    expect(await seedReference(db.admin, 'demo')).toBe(false);
    await db.admin.query(`DELETE FROM app.meta`);
    expect(await whyNotReady(db.worker)).toBe('seed');
    expect(await seedReference(db.admin, 'demo')).toBe(true);
    const { rows } = await db.admin.query(`SELECT full_name FROM app.app_user WHERE username = 'motcua'`);
    expect(rows).toEqual([{ full_name: 'Tên đã sửa' }]);
  });
});
