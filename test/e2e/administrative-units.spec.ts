import { call, signIn } from './support/call.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Unit {
  code: string;
  name: string;
  type: string;
  provinceName: string | null;
  validTo: string | null;
  became: { code: string; name: string; type: string }[];
}

describe('finding a commune', () => {
  let system: RunningSystem;
  let token: string;
  beforeAll(async () => {
    system = await startSystem();
    // The province of the demonstration is nowhere; here it is Đồng Nai.
    await system.database.admin.query(`UPDATE app.agency SET unit_code = '75' WHERE level = 'province'`);
    token = await signIn(system.url, 'motcua');
  });
  afterAll(() => system?.stop());
  const find = async (q: string, more = ''): Promise<Unit[]> =>
    (
      await call<{ items: Unit[] }>(system.url, 'GET', `/administrative-units?q=${encodeURIComponent(q)}${more}`, {
        token,
      })
    ).body.items;

  it('goes by a few letters without diacritics, with rank and province or without', async () => {
    for (const q of ['tan phu dong nai', 'phuong tan phu dong nai', 'Tân Phú, Đồng Nai', 'TAN  phu dong'])
      expect((await find(q)).map(({ name, provinceName }) => [name, provinceName])).toContainEqual([
        'Tân Phú',
        'Đồng Nai',
      ]);
    expect(await find('%%_')).toEqual([]);
    expect(await find('tan thanh xuan loc cu')).toEqual([]);
  });

  it('puts the exact name in the own province first', async () => {
    expect((await find('tan phu'))[0]).toMatchObject({ name: 'Tân Phú', provinceName: 'Đồng Nai' });
  });

  it('has Hoàng Sa and Trường Sa', async () => {
    expect((await find('hoang sa'))[0]).toMatchObject({
      name: 'Hoàng Sa',
      provinceName: 'Đà Nẵng',
      type: 'special_zone',
    });
    expect((await find('truong sa'))[0]).toMatchObject({ name: 'Trường Sa', provinceName: 'Khánh Hòa' });
  });

  it('finds a rank that has ended when asked to, and says what it is now', async () => {
    expect((await find('trang bom')).map(({ type }) => type)).toEqual(['ward']);
    const [now, old] = await find('trang bom', '&past=with');
    expect(now).toMatchObject({ type: 'ward', validTo: null, became: [] });
    expect(old).toMatchObject({
      type: 'commune',
      validTo: '2026-04-29',
      became: [{ name: 'Trảng Bom', type: 'ward' }],
    });
    expect((await find('xa trang bom', '&past=with')).map(({ type }) => type)).toEqual(['commune']);
  });
});
