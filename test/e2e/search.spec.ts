import { call, signIn } from './support/call.js';
import { Office } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Hit {
  matchedBy: string;
  petition: { id: string; registerLabel: string; sealed: boolean; petitionerName: string | null };
}

describe('one box finds what an officer has in hand', () => {
  let system: RunningSystem;
  let office: Office;
  const person = {
    fullName: 'Trịnh Thị Hoà Bình',
    birthDate: '1979',
    address: 'Ấp 2, xã Tân Thành',
    personalId: '079179004321',
  };
  let complaint: { id: string; lookupCode: string; registerNumber: number };
  let denunciation: { id: string; lookupCode: string };

  const find = async (username: string, q: string): Promise<Hit[]> => {
    const { status, body, text } = await call<{ items: Hit[] }>(system.url, 'POST', '/search', {
      token: await office.token(username),
      body: { q },
    });
    if (status !== 200) throw new Error(text);
    return body.items;
  };

  beforeAll(async () => {
    system = await startSystem();
    office = new Office(system);
    complaint = await office.register({
      content: 'Khiếu nại việc thu hồi thửa đất số 88 không đúng trình tự.',
      petitioners: [person],
    });
    denunciation = await office.register({
      type: 'denunciation',
      content: 'Tố cáo hành vi nhận tiền của một cán bộ địa chính.',
      petitioners: [person],
    });
  });
  afterAll(() => system?.stop());

  it('by the number of an identity card, with or without its spaces', async () => {
    for (const q of ['079179004321', '0791 7900 4321', 'CCCD 079179004321']) {
      const hits = await find('motcua', q);
      expect(hits.map(({ matchedBy, petition }) => [matchedBy, petition.id])).toEqual([
        ['personalNumber', complaint.id],
      ]);
    }
    expect(await find('motcua', '079179004322')).toEqual([]);
  });

  it('by the code on a receipt, as a person types it', async () => {
    const hits = await find('chuyenvien', complaint.lookupCode.toLowerCase().replaceAll('-', ' '));
    expect(hits.map(({ matchedBy, petition }) => [matchedBy, petition.id])).toEqual([['lookupCode', complaint.id]]);
  });

  it('by name and content without diacritics, and by the number in the book', async () => {
    expect((await find('motcua', 'trinh thi hoà bình')).map(({ petition }) => petition.id)).toEqual([complaint.id]);
    expect((await find('motcua', 'thu hoi thua dat')).map(({ petition }) => petition.id)).toContain(complaint.id);
    const [first] = await find('motcua', String(complaint.registerNumber));
    expect(first).toMatchObject({ matchedBy: 'number', petition: { id: complaint.id } });
  });

  it('never by a denouncer’s number, code or name, whoever asks', async () => {
    for (const username of ['motcua', 'chuyenvien', 'lanhdao', 'lanhdao.tinh', 'thanhtra', 'baomat', 'quantri'])
      for (const q of ['079179004321', denunciation.lookupCode, 'Trịnh Thị Hoà Bình'])
        expect((await find(username, q)).map(({ petition }) => petition.id)).not.toContain(denunciation.id);
  });

  it('says nothing outside the reader’s scope', async () => {
    const token = await signIn(system.url, 'motcua');
    const { status, body } = await call<{ code: string }>(system.url, 'POST', '/search', { token, body: { q: '' } });
    expect([status, body.code]).toEqual([422, expect.any(String)]);
    expect((await call(system.url, 'POST', '/search', { body: { q: '079179004321' } })).status).toBe(401);
  });
});

describe('what a person has chosen about the screens', () => {
  let system: RunningSystem;
  let office: Office;
  beforeAll(async () => {
    system = await startSystem();
    office = new Office(system);
  });
  afterAll(() => system?.stop());

  const put = async (username: string, key: string, value: unknown) =>
    call<{ code: string }>(system.url, 'PUT', `/me/settings/${key}`, {
      token: await office.token(username),
      body: { value },
    });
  const mine = async (username: string) =>
    (await office.get<{ items: { key: string; value: unknown }[] }>(username, '/me/settings')).items;

  it('is kept for them alone, replaced and dropped', async () => {
    expect((await put('motcua', 'theme', 'contrast')).status).toBe(204);
    expect((await put('motcua', 'theme', 'light')).status).toBe(204);
    expect(await mine('motcua')).toEqual([{ key: 'theme', value: 'light' }]);
    expect(await mine('chuyenvien')).toEqual([]);
    const { status } = await call(system.url, 'DELETE', '/me/settings/theme', { token: await office.token('motcua') });
    expect([status, await mine('motcua')]).toEqual([204, []]);
  });

  it('is refused under a name nobody knows, and past its size', async () => {
    expect((await put('motcua', 'petitioner', 'x')).body.code).toBe('SETTING.UNKNOWN');
    expect((await put('motcua', 'views', 'x'.repeat(17_000))).body.code).toBe('SETTING.TOO_LARGE');
    expect(await mine('motcua')).toEqual([]);
  });
});
