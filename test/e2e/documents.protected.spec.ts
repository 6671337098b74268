import { docxText } from '#libs/documents';
import { hashRequest, openKeyVault } from '#libs/identity';
import { PostgresKeyChecks } from '#libs/persistence';
import { call } from './support/call.js';
import { Office } from './support/cases.js';
import { register } from './support/petitions.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Paper {
  id: string;
  form: string;
  state: string;
  rev: number;
  number: string | null;
  audience: 'anyone' | 'entitled';
  fields: { name: string; kind: string; items: string[]; value: unknown }[];
  slips: {
    id: string;
    addressee: string;
    recipient: string;
    address: string;
    proof: string;
    deliveredOn: string | null;
  }[];
}
const MARKS = ['Kwyjibo', 'Qoppalandia', '079185909090'];

describe('papers of several files', () => {
  let system: RunningSystem;
  let office: Office;

  beforeAll(async () => {
    system = await startSystem();
    office = new Office(system);
  });
  afterAll(() => system?.stop());

  const post = async <Body = Paper & { code: string; detail: string }>(
    username: string,
    path: string,
    { body = {}, rev, key }: { body?: unknown; rev?: number; key?: string } = {},
  ) =>
    call<Body>(system.url, 'POST', path, {
      token: await office.token(username),
      body,
      headers: {
        ...(rev === undefined ? {} : { 'if-match': `"${rev}"` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
    });
  const content = async (username: string, id: string) => {
    const answer = await fetch(`${system.url}/api/v1/documents/${id}/content.docx`, {
      headers: { authorization: `Bearer ${await office.token(username)}` },
    });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const typed = ({ fields }: Paper) =>
    Object.fromEntries(
      fields
        .filter(({ value }) => value === null || (Array.isArray(value) && value.length === 0))
        .map(({ name, kind, items }) => [
          name,
          kind === 'list' ? [Object.fromEntries(items.map((item) => [item, 'một']))] : 'đã nhập',
        ]),
    );

  describe('of a denunciation', () => {
    let file: string;
    const identityReads = async (): Promise<number> =>
      (await office.timeline(file)).filter(({ type }) => type === 'PAPER_IDENTITY_READ').length;
    beforeAll(async () => {
      const petition = await register(system.url, await office.token('motcua'), {
        type: 'denunciation',
        content: 'Tố cáo cán bộ địa chính Qoppalandia nhận tiền',
        respondent: 'Cán bộ địa chính xã',
        petitioners: [{ fullName: 'Trịnh Kwyjibo Lan', address: 'Thôn Qoppalandia', personalId: '079185909090' }],
      });
      file = petition.caseFileId;
    });

    it('name nobody on a paper for anyone, and say identities to those who resolve only, written down', async () => {
      const { allowed } = await office.get<{ allowed: { code: string }[] }>('lanhdao', `/case-files/${file}/documents`);
      const seen = { anyone: 0, entitled: 0 };
      for (const { code } of allowed) {
        const draft = await post('lanhdao', `/case-files/${file}/documents`, { body: { form: code } });
        expect([code, draft.status]).toEqual([code, 201]);
        const { id, audience } = draft.body;
        const mine = await content('lanhdao', id);
        const text = docxText(mine.bytes);
        expect({ code, found: /[{}]|undefined/u.exec(text) }).toEqual({ code, found: null });
        const clerk = await content('motcua', id);
        seen[audience] += 1;
        if (audience === 'anyone') {
          expect({ code, marks: MARKS.filter((mark) => text.includes(mark)) }).toEqual({ code, marks: [] });
          expect([code, clerk.status]).toEqual([code, 200]);
        } else {
          expect([code, clerk.status]).toEqual([code, 403]);
          expect(JSON.parse(clerk.bytes.toString())).toMatchObject({
            code: 'PAPER.IDENTITY',
            detail: expect.stringContaining('Đ.56'),
          });
          expect((await office.get<Paper>('motcua', `/documents/${id}`)).fields).toEqual([]);
        }
        // Not named on the file: the paper is not there.
        expect([code, (await content('chuyenvien', id)).status]).toEqual([code, 404]);
      }
      expect(seen.anyone).toBeGreaterThan(0);
      expect(seen.entitled).toBeGreaterThan(0);
      // Once with the fields of the draft, once with its words.
      expect(await identityReads()).toBe(seen.entitled * 2);
    });

    it('say whom they were sent to, those the file protects to those who resolve it only, written down', async () => {
      let { body: paper } = await post('lanhdao', `/case-files/${file}/documents`, { body: { form: 'ND31.01' } });
      expect(paper.audience).toBe('anyone');
      for (const what of ['fields', 'submit', 'approve', 'sign', 'issue']) {
        const body = what === 'fields' ? { typed: typed(paper) } : {};
        const answer = await post('lanhdao', `/documents/${paper.id}/${what}`, { rev: paper.rev, body });
        expect([what, answer.status, answer.text]).toEqual([what, 200, expect.anything()]);
        paper = answer.body;
      }
      const address = {
        address: 'Thôn Qoppalandia',
        proof: 'Bà Kwyjibo ký nhận',
        channel: 'post',
        sentOn: '2026-07-08',
      };
      const send = (who: string, body: object) => post(who, `/documents/${paper.id}/slips`, { body });
      const reads = await identityReads();
      const answers = [
        await send('motcua', {
          ...address,
          addressee: 'denounced',
          recipient: 'Cán bộ địa chính',
          proof: '',
          address: '',
        }),
        await send('motcua', { ...address, addressee: 'denouncer', recipient: 'Trịnh Kwyjibo Lan' }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const clerk = await call<Paper>(system.url, 'GET', `/documents/${paper.id}`, {
        token: await office.token('motcua'),
      });
      for (const { text } of [...answers, clerk]) expect(MARKS.filter((mark) => text.includes(mark))).toEqual([]);
      const hidden = { recipient: 'Bảo mật', address: 'Bảo mật', proof: 'Bảo mật' };
      const slipTo = (slips: Paper['slips'], one: string) => slips.find(({ addressee }) => addressee === one)!;
      expect(slipTo(clerk.body.slips, 'denounced').recipient).toBe('Cán bộ địa chính');
      const { id } = slipTo(clerk.body.slips, 'denouncer');
      expect(slipTo(clerk.body.slips, 'denouncer')).toMatchObject(hidden);
      expect(await identityReads()).toBe(reads);
      // The clerk enters the day of delivery on what is shown to them: the name stays behind it.
      const delivered = {
        id,
        addressee: 'denouncer',
        channel: 'post',
        sentOn: '2026-07-08',
        deliveredOn: '2026-07-10',
      };
      expect((await send('motcua', { ...hidden, ...delivered })).status).toBe(200);
      const read = await office.get<Paper>('lanhdao', `/documents/${paper.id}`);
      expect(slipTo(read.slips, 'denouncer')).toMatchObject({
        ...{ recipient: 'Trịnh Kwyjibo Lan', address: 'Thôn Qoppalandia', proof: 'Bà Kwyjibo ký nhận' },
        deliveredOn: '2026-07-10',
      });
      expect(await identityReads()).toBe(reads + 1);
    });

    it('and requests about them are kept for repeats as a hash under the key of the house', async () => {
      const vault = await openKeyVault({
        ...{ masterKey: undefined, dataDir: system.dataDir },
        checks: new PostgresKeyChecks(system.database.connections.app),
      });
      const kept = async (key: string) =>
        (
          await system.database.admin.query<{ hash: Buffer }>(
            'SELECT request_hash AS hash FROM app.idempotency WHERE key = $1',
            [key],
          )
        ).rows[0]?.hash.toString('hex');
      const hashed = async (request: object) => (await hashRequest(vault, request)).toString('hex');
      const form = 'ND31.01';
      const draft = await post('lanhdao', `/case-files/${file}/documents`, { body: { form }, key: 'draft-0001' });
      expect(draft.status).toBe(201);
      expect(await kept('draft-0001')).toBe(await hashed({ caseFileId: file, form, typed: {} }));
      const { rev } = await office.caseFile(file, 'motcua');
      const inputs = { contentType: 'denunciation', note: 'Bà Kwyjibo trình bày' };
      const body = { type: 'CLASSIFY', ...inputs };
      const step = await post('motcua', `/case-files/${file}/events`, { body, rev, key: 'event-0001' });
      expect([step.status, step.text]).toEqual([200, expect.anything()]);
      expect(await kept('event-0001')).toBe(await hashed({ id: file, type: 'CLASSIFY', inputs }));
    });

    it('are rows that nobody else sees, and sealed', async () => {
      const { rows: all } = await system.database.admin.query<{ sealed: Buffer; case_id: string }>(
        'SELECT * FROM app.paper',
      );
      expect(all.length).toBeGreaterThan(0);
      for (const row of all)
        for (const mark of MARKS) expect(row.sealed.includes(mark) || JSON.stringify(row).includes(mark)).toBe(false);
      const client = await system.database.admin.connect();
      try {
        const outsider = await office.userId('chuyenvien');
        const { rows: agencies } = await client.query<{ id: number }>(`SELECT id FROM app.agency`);
        await client.query('BEGIN');
        await client.query('SET LOCAL ROLE nghedan_app');
        await client.query('SELECT app.act_as($1, $2)', [outsider, agencies.map(({ id }) => id)]);
        const { rows } = await client.query('SELECT id FROM app.paper WHERE case_id = $1', [file]);
        expect(rows).toEqual([]);
        await expect(
          client
            .query(`UPDATE app.paper SET rev = rev + 1 WHERE case_id = $1 RETURNING id`, [file])
            .then(({ rowCount }) => rowCount),
        ).resolves.toBe(0);
        await client.query('ROLLBACK');
      } finally {
        client.release();
      }
    });
  });

  it('take numbers without a gap and without a double, also eight at once', async () => {
    const ready: Paper[] = [];
    for (let i = 0; i < 8; i += 1) {
      const { caseFileId } = await office.register();
      let { body } = await post('chuyenvien', `/case-files/${caseFileId}/documents`, { body: { form: 'ND124.03' } });
      const step = async (who: string, what: string, more: unknown = {}) => {
        const answer = await post(who, `/documents/${body.id}/${what}`, { rev: body.rev, body: more });
        expect([what, answer.status]).toEqual([what, 200]);
        body = answer.body;
      };
      await step('chuyenvien', 'fields', { typed: typed(body) });
      await step('chuyenvien', 'submit');
      await step('truongphong', 'approve');
      await step('lanhdao', 'sign');
      ready.push(body);
    }
    const [byHand, ...rest] = ready;
    const taken = await post('motcua', `/documents/${byHand!.id}/issue`, {
      rev: byHand!.rev,
      body: { number: '03/TB-UBND' },
    });
    expect(taken.body.number).toBe('03/TB-UBND');
    const issued = await Promise.all(rest.map(({ id, rev }) => post('motcua', `/documents/${id}/issue`, { rev })));
    expect(issued.map(({ status }) => status)).toEqual(rest.map(() => 200));
    // The number typed in from the document system is passed over, nothing else is missing.
    expect(issued.map(({ body }) => body.number).sort()).toEqual(
      ['01', '02', '04', '05', '06', '07', '08'].map((number) => `${number}/TB-UBND`),
    );
    const again = await post('motcua', `/documents/${rest[0]!.id}/issue`, { rev: rest[0]!.rev });
    expect([again.status, again.body.code]).toEqual([409, 'PAPER.SIGNED']);
    const { rows } = await system.database.admin.query<{ facts: object }>(
      `SELECT facts FROM app.case_event WHERE type LIKE 'PAPER_%'`,
    );
    expect(JSON.stringify(rows)).not.toMatch(/đã nhập|Kwyjibo/u);
  });
});
