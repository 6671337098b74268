import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from './support/call.js';
import { eventually, Office } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Filed {
  taken: string;
  agencyName: string;
  registerLabel: string;
  lookupCode: string;
  lookupSecret: string | null;
  findings: { code: string; holds: boolean | null }[];
  words: string[];
  messages: boolean;
  code?: string;
}
interface Page {
  items: {
    id: string;
    registerLabel: string;
    type: string;
    channel: string;
    caseFileId: string;
    excerpt: string | null;
  }[];
}
interface Rating {
  score: number | null;
  open: boolean;
  code?: string;
}

const SIGNED = readFileSync(join(import.meta.dirname, '../../libs/intake/fixtures/signed-online.pdf'));
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const FEEDBACK = {
  kind: 'feedback',
  agency: 'XA-TANTHANH',
  content: 'Đề nghị sửa đoạn đường liên thôn bị sạt lở ở Ấp 5.',
  fullName: 'Nông Thị Mẫu',
  address: 'Ấp 5, xã Tân Thành',
};
/** Words that occur nowhere but in what was sent. */
const MARK = 'Brillig';
const INFORMATION = {
  kind: 'information',
  agency: 'XA-TANTHANH',
  content: `Chủ tịch xã nhận tiền của dân khi cấp sổ ở quán ${MARK}.`,
  respondent: `Chủ tịch xã ${MARK}`,
};

describe('what citizens send and ask without an account', () => {
  let system: RunningSystem;
  let office: Office;
  let sent = 0;
  beforeAll(async () => {
    system = await startSystem({ worker: true });
    office = new Office(system);
  });
  afterAll(() => system?.stop());

  /** Each from a key of its own; `signed` and `files` by name and bytes. */
  async function file(
    filing: Record<string, unknown>,
    files: { signed?: [string, Buffer]; files?: [string, Buffer][]; key?: string } = {},
  ) {
    const form = new FormData();
    form.append('filing', JSON.stringify(filing));
    if (files.signed) form.append('signed', new Blob([new Uint8Array(files.signed[1])]), files.signed[0]);
    for (const [name, bytes] of files.files ?? []) form.append('files', new Blob([new Uint8Array(bytes)]), name);
    return call<Filed>(system.url, 'POST', '/public/filings', {
      form,
      headers: { 'idempotency-key': files.key ?? `citizen-online-${++sent}` },
    });
  }
  const register = (username: string) => office.get<Page>(username, '/petitions?limit=50');

  it('enters feedback in the register at once, with its files, for the counter to handle like any other', async () => {
    const { status, body } = await file(
      { ...FEEDBACK, messageBy: 'sms', messageTo: '0912 345 678' },
      { files: [['anh.png', PICTURE]], key: 'sent-once-only' },
    );
    expect([status, body.taken, body.messages]).toEqual([201, 'feedback', true]);
    const line = (await register('motcua')).items.find(({ registerLabel }) => registerLabel === body.registerLabel);
    expect(line).toMatchObject({ type: 'feedback', channel: 'online' });
    const petition = await office.get<{ attachments: { mediaType: string }[]; registeredBy: string }>(
      'motcua',
      `/petitions/${line?.id}`,
    );
    expect(petition.attachments.map(({ mediaType }) => mediaType)).toEqual(['image/png']);
    expect(petition.registeredBy).toBe('Tiếp nhận trực tuyến');
    const told = await call(system.url, 'GET', `/public/status/${body.lookupCode}`);
    expect(told.body).toMatchObject({ stage: 'Đã tiếp nhận', agencyName: body.agencyName, rating: null });
    expect(told.body['next']).toEqual(expect.any(String));
  });

  it('gives one number to one sending, however often it arrives', async () => {
    const first = await file(FEEDBACK, { files: [['anh.png', PICTURE]], key: 'sent-over-a-bad-line' });
    const again = await file(FEEDBACK, { files: [['anh.png', PICTURE]], key: 'sent-over-a-bad-line' });
    expect(again.body).toMatchObject({
      registerLabel: first.body.registerLabel,
      lookupCode: first.body.lookupCode,
    });
    const { items } = await register('motcua');
    const numbers = items.map(({ registerLabel }) => Number(registerLabel.split('/')[0])).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, i) => (numbers[0] ?? 0) + i));
  });

  it('takes no complaint without a signature, and says what it looked at in one with', async () => {
    const complaint = {
      ...FEEDBACK,
      kind: 'complaint',
      content: 'Không đồng ý Quyết định số 12/QĐ-UBND về mức bồi thường.',
    };
    expect((await file(complaint)).body.code).toBe('ONLINE.NOT_SIGNED');
    const broken = Buffer.from(SIGNED);
    broken[12] = (broken[12] ?? 0) ^ 1;
    const refused = await file({ ...complaint, signature: 'digital' }, { signed: ['don.pdf', broken] });
    expect([refused.status, refused.body.code]).toEqual([422, 'ONLINE.SIGNATURE_BROKEN']);
    const taken = await file({ ...complaint, signature: 'digital' }, { signed: ['don.pdf', SIGNED] });
    expect(taken.body.findings.filter(({ holds }) => holds === true).map(({ code }) => code)).toEqual([
      ...['PRESENT', 'WHOLE', 'DIGEST', 'KEY'],
    ]);
    expect(taken.body.findings.find(({ code }) => code === 'TRUST')?.holds).toBeNull();
    const line = (await register('motcua')).items.find(
      ({ registerLabel }) => registerLabel === taken.body.registerLabel,
    );
    const kept = await office.get<{ signature: string; findings: unknown[] }>(
      'motcua',
      `/petitions/${line?.id}/online-filing`,
    );
    expect([kept.signature, kept.findings.length]).toEqual(['digital', 7]);
  });

  it('keeps what denounces from the office it was sent to, and promises nothing', async () => {
    const before = (await register('motcua')).items.length;
    const { status, body } = await file(INFORMATION, { files: [[`${MARK}.png`, PICTURE]] });
    expect([status, body.taken, body.messages]).toEqual([201, 'information', false]);
    expect(body.agencyName).toContain('tỉnh');
    expect(body.words.join(' ')).toMatch(/không phải là hình thức tố cáo.*Đ\.22/s);
    expect((await register('motcua')).items.length).toBe(before);
    for (const username of ['motcua', 'chuyenvien', 'truongphong', 'lanhdao', 'thanhtra', 'quantri']) {
      const seen = (await register(username)).items.find(
        ({ registerLabel, channel, type }) =>
          type === 'denunciation' && channel === 'online' && registerLabel === body.registerLabel,
      );
      expect([username, seen?.excerpt ?? null]).toEqual([username, null]);
    }
    const above = (await register('lanhdao.tinh')).items.find(({ type }) => type === 'denunciation');
    const file_ = await office.get<{ deadlines: { ruleId: string }[] }>(
      'lanhdao.tinh',
      `/case-files/${above?.caseFileId}`,
    );
    expect(file_.deadlines.map(({ ruleId }) => ruleId)).not.toContain('TC.REG');
    for (const username of ['motcua', 'chuyenvien', 'truongphong', 'lanhdao'])
      for (const path of [
        `/petitions/${above?.id}`,
        `/petitions/${above?.id}/online-filing`,
        `/case-files/${above?.caseFileId}`,
      ])
        expect((await call(system.url, 'GET', path, { token: await office.token(username) })).status).toBe(404);
    expect((await call(system.url, 'GET', `/public/status/${body.lookupCode}`)).status).toBe(404);
    const status2 = await call(system.url, 'GET', `/public/status/${body.lookupCode}`, {
      headers: { 'x-lookup-secret': body.lookupSecret ?? '' },
    });
    expect(status2.body).toMatchObject({
      agencyName: null,
      registerLabel: null,
      next: null,
      mayDo: [],
      days: [],
      rating: null,
    });
  });

  it('takes feedback that denounces as information too, and its words stand nowhere in the clear', async () => {
    const { body } = await file({ ...FEEDBACK, content: `Trưởng thôn tham ô quỹ, chia nhau ở ${MARK}.` });
    expect(body.taken).toBe('information');
    expect(body.words[0]).toContain('giữ kín');
    const { rows: tables } = await system.database.admin.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
        WHERE table_schema IN ('app', 'bullmq') AND table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const { rows } = await system.database.admin.query(
        `SELECT count(*)::int AS n FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%'`,
        [MARK],
      );
      expect([name, rows[0]]).toEqual([name, { n: 0 }]);
    }
  });

  it('looks at files before it writes anything, and refuses programs and machines', async () => {
    const before = (await register('motcua')).items.length;
    const program = await file(FEEDBACK, { files: [['anh.png', Buffer.from('MZ\u0090\u0000 not a picture at all')]] });
    expect(program.status).toBe(422);
    expect((await file({ ...FEEDBACK, website: 'https://spam.example' })).body.code).toBe('ONLINE.REFUSED');
    expect((await register('motcua')).items.length).toBe(before);
  });

  it('lets nobody sign in as the hand that enters it', async () => {
    const { rows } = await system.database.admin.query<{ username: string }>(
      `SELECT username FROM app.app_user WHERE username LIKE 'truc-tuyen.%'`,
    );
    expect(rows.length).toBe(1);
    for (const password of ['!', '', 'nghedan'])
      expect(
        (await call(system.url, 'POST', '/auth/login', { body: { username: rows[0]?.username, password } })).status,
      ).not.toBe(200);
  });

  it('stops an address that sends too much', async () => {
    const answers = [];
    for (let i = 0; i < 12; i++) answers.push((await file({ ...FEEDBACK, website: 'x' })).status);
    expect(answers.at(-1)).toBe(429);
  });

  it('is rated once the matter is over, again within thirty days, and never where it is sealed', async () => {
    const rate = (code: string, score: number) =>
      call<Rating>(system.url, 'PUT', `/public/status/${code}/rating`, { body: { score } });
    const token = await office.token('motcua');
    const today = (await call<{ today: string }>(system.url, 'GET', '/app-info')).body.today;
    const one = async (type: string) =>
      (
        await call<{ id: string; caseFileId: string; lookupCode: string }>(system.url, 'POST', '/petitions', {
          token,
          body: { ...{ type, channel: 'in_person', receivedOn: today }, content: 'Đề nghị trả lời', petitioners: [] },
        })
      ).body;
    const petition = await one('feedback');
    expect((await rate(petition.lookupCode, 5)).body.code).toBe('PUBLIC.NOT_OVER');
    const withdrawn = await office.try('chuyenvien', petition.caseFileId, {
      type: 'CLASSIFY',
      contentType: 'feedback',
    });
    expect(withdrawn.status).toBe(200);
    await system.database.admin.query(
      `UPDATE app.case_file SET closed_at = now(), closed_on = $2 WHERE petition_id = $1`,
      [petition.id, today],
    );
    expect((await rate(petition.lookupCode, 9)).status).toBe(422);
    expect((await rate(petition.lookupCode, 2)).body).toMatchObject({ score: 2, open: true });
    expect((await rate(petition.lookupCode, 5)).body).toMatchObject({ score: 5, open: true });
    await system.database.admin.query(`UPDATE app.satisfaction SET first_on = first_on - 31`);
    expect((await rate(petition.lookupCode, 1)).body.code).toBe('PUBLIC.RATING_SETTLED');
    const sealed = await one('denunciation');
    expect((await rate(sealed.lookupCode, 5)).status).toBe(404);
    const counts = await office.get<{ items: { agencyCode: string; ratings: number; byScore: number[] }[] }>(
      'lanhdao',
      `/satisfaction?from=${today}&to=${today}`,
    );
    expect(counts.items).toEqual([expect.objectContaining({ agencyCode: 'XA-TANTHANH', byScore: [0, 0, 0, 0, 1] })]);
    await expect(system.database.app.query('SELECT * FROM app.satisfaction')).rejects.toThrow(/permission denied/);
    await eventually('the answer in the status', async () => {
      const { body } = await call<{ rating: Rating }>(system.url, 'GET', `/public/status/${petition.lookupCode}`);
      return body.rating?.score === 5 && !body.rating.open ? body : null;
    });
  });

  it('publishes no small cell', async () => {
    const { body, status } = await call<{ limit: number; items: { received: number | null }[] }>(
      system.url,
      'GET',
      '/public/figures',
    );
    expect(status).toBe(200);
    for (const { received } of body.items) expect(received === null || received >= body.limit).toBe(true);
  });
});
