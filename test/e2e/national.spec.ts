import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AxisDocument, petitionIn, readMessage, writeDocument, writeStatus } from '#libs/interchange';
import { describeWithRedis, type RedisServer, startRedis } from '#testing/support/redis';
import { repository } from '#testing/support/repository';
import { call } from './support/call.js';
import { beginOn, eventually, Office } from './support/cases.js';
import { Described, isNational } from './support/described.js';
import {
  arriving,
  Exchange,
  filesBelow,
  type Manifest,
  OUTSIDE,
  type Row,
  type Taken,
  type Package,
  type Message,
} from './support/exchange.js';
import { CONTENT_MARK, MARKS, PERSON, traces } from './support/marks.js';
import { type RunningSystem, startSystem } from './support/system.js';

describe('what goes to other systems', () => {
  let system: RunningSystem;
  let office: Office;
  let exchange: Exchange;
  let described: Described;
  let complaint: string;
  let secret: string;

  beforeAll(async () => {
    system = await startSystem({ worker: true, environment: { PATH: '/nonexistent' } });
    await beginOn(system, '2026-07-06');
    exchange = new Exchange(system);
    office = new Office(system);
    secret = await denounced();
    ({ id: complaint } = await office.complaintFile({ receivedOn: '2026-07-06' }));
    described = new Described(system.url, await office.token('lanhdao'));
  }, 120_000);
  afterAll(async () => {
    await system?.stop();
  });

  /** A denunciation and a visit about it, with marks in every field that says who somebody is. */
  async function denounced(): Promise<string> {
    const what = `Tố cáo cán bộ địa chính nhận tiền ở quán ${CONTENT_MARK}`;
    const { caseFileId } = await office.register({
      ...{ type: 'denunciation', petitioners: [PERSON], content: what, respondent: `Cán bộ ${CONTENT_MARK}` },
      ...{ receivedOn: '2026-07-06', field: null },
    });
    await office.step('motcua', caseFileId, 'CLASSIFY', {
      contentType: 'denunciation',
      note: `Ở quán ${CONTENT_MARK}`,
    });
    const token = await office.token('motcua');
    const session = await call<{ id: string }>(system.url, 'POST', '/reception/sessions', {
      ...{ token, body: { kind: 'regular', heldOn: '2026-07-06', startsAt: '07:30', place: 'Phòng tiếp công dân' } },
    });
    const { birthDate: _, ...person } = PERSON;
    const visit = await call(system.url, 'POST', `/reception/sessions/${session.body.id}/visits`, {
      ...{ token, body: { type: 'denunciation', summary: what, people: [person] } },
    });
    expect([session.status, visit.status]).toEqual([201, 201]);
    return caseFileId;
  }

  const rows = async (query = '', who = 'lanhdao'): Promise<Row[]> =>
    (await office.get<{ items: Row[] }>(who, `/national/records?limit=200${query}`)).items;
  const row = async (id: string): Promise<Row> => (await rows()).find((one) => one.id === id)!;
  const packageOf = async (id: string): Promise<Package> =>
    (await office.get<{ items: Package[] }>('lanhdao', '/national/packages')).items.find((one) => one.id === id)!;
  const make = async (): Promise<string> => {
    const { status, body, text } = await call<{ id: string }>(system.url, 'POST', '/national/packages', {
      ...{ token: await office.token('lanhdao'), body: {} },
    });
    if (status !== 201) throw new Error(text);
    return body.id;
  };
  const delivered = (id: string): Promise<Package> =>
    eventually('the package', async () => {
      const found = await packageOf(id);
      return found.state === 'delivered' && exchange.seen(id) ? found : null;
    });
  const answer = (id: string, outcome: (item: Manifest['items'][number]) => object): void => {
    const items = exchange.manifest(id).items.map((item) => ({ ...item, ...outcome(item) }));
    exchange.put('national', `${id}.json`, JSON.stringify({ packageId: id, items }));
  };

  it('a complaint is not to be entered before it is accepted, and from then on at once', async () => {
    expect(await row(complaint)).toMatchObject({ state: 'not_due', dueOn: null, group: 'Giải quyết khiếu nại' });
    await office.step('lanhdao', complaint, 'ACCEPT', { documentNumber: '3/TB', conditionsChecked: true });
    expect(await row(complaint)).toMatchObject({ state: 'due', dueOn: '2026-07-06', late: false });
    expect((await row(complaint)).citation).toContain('NĐ55/2022 Đ.8 k1');
    await office.advance({ workingDays: 2 });
    expect((await row(complaint)).late).toBe(true);
    expect((await rows('&late=true')).map(({ id }) => id)).toContain(complaint);
    const { agencies } = await office.get<{ agencies: { code: string; late: number; counts: { due: number } }[] }>(
      'lanhdao',
      '/national/summary',
    );
    const own = agencies.find(({ code }) => code === 'XA-TANTHANH')!;
    expect([own.counts.due, own.late]).toEqual([(await rows('&state=due')).length, (await rows('&late=true')).length]);
  });

  it('who may not see a file has no record of it, in no list and in no file taken away', async () => {
    expect((await rows()).find(({ id }) => id === secret)).toMatchObject({ protected: true });
    expect((await rows('', 'chuyenvien')).map(({ id }) => id)).not.toContain(secret);
    const taken = async (who: string, format: string) => {
      const address = `${system.url}/api/v1/national/export?format=${format}`;
      const answered = await fetch(address, { headers: { authorization: `Bearer ${await office.token(who)}` } });
      expect([who, answered.status]).toEqual([who, 200]);
      return Buffer.from(await answered.arrayBuffer());
    };
    expect((await taken('truongphong', 'json')).toString()).not.toContain(secret);
    expect((await taken('lanhdao', 'json')).toString()).toContain(secret);
    for (const format of ['json', 'csv', 'xlsx']) expect(traces(await taken('lanhdao', format))).toEqual([]);
    // The same records, the same file: an export changes nothing.
    expect((await taken('lanhdao', 'json')).equals(await taken('lanhdao', 'json'))).toBe(true);
  });

  it('the operator’s command takes the same records, as the named account sees them', async () => {
    const command = (as: string, ...more: string[]) => {
      const args = ['national', 'export', '--agency', 'XA-TANTHANH', '--as', as, ...more];
      return spawnSync(process.execPath, [join(repository, 'dist/apps/cli/src/main.js'), ...args], {
        ...{ cwd: repository, encoding: 'utf8' as const },
        env: { ...system.environment, DATABASE_URL: system.database.urls.app },
      });
    };
    const ids = (text: string): string[] => (JSON.parse(text) as Taken).records.map(({ id }) => id).sort();
    const seen = (await rows()).map(({ id }) => id).sort();
    expect(ids(command('lanhdao').stdout)).toEqual(seen);
    const { stdout, stderr } = command('truongphong', '--state', 'due');
    expect(ids(stdout)).not.toContain(secret);
    expect(traces(stdout + stderr)).toEqual([]);
  });

  it('a package that cannot be written is tried again by itself and by hand, and goes once', async () => {
    mkdirSync(exchange.national, { recursive: true });
    writeFileSync(join(exchange.national, 'di'), 'in the way');
    const id = await make();
    const failed = await eventually('the failure', async () => {
      const found = await packageOf(id);
      return found.state === 'error' ? found : null;
    });
    expect(failed.lastError).toBe('ENOTDIR');
    expect((await row(complaint)).state).toBe('exported');
    rmSync(join(exchange.national, 'di'));
    await described.check('POST', '/api/v1/national/packages/{id}/retry', { values: { id } });
    await delivered(id);
    expect(exchange.packages()).toEqual([id]);
    const manifest = exchange.manifest(id);
    expect(manifest.items.map((item) => item.id)).toEqual(expect.arrayContaining([complaint, secret]));
    const again = await described.check('POST', '/api/v1/national/packages/{id}/retry', {
      values: { id },
      status: 409,
    });
    expect(again.body['code']).toBe('INTERCHANGE.NOTHING_TO_RETRY');
    expect(
      (await call(system.url, 'POST', '/national/packages', { token: await office.token('lanhdao'), body: {} })).status,
    ).toBe(409);
  });

  it('answers confirm record by record; what changes afterwards is to be entered again', async () => {
    const [id] = exchange.packages() as [string];
    exchange.put('national', 'khong-doc-duoc.json', '{"packageId":');
    answer(id, (item) => (item.id === complaint ? { outcome: 'accepted' } : { outcome: 'rejected', error: 'FIELD-7' }));
    await eventually('the answer', async () => ((await row(complaint)).state === 'confirmed' ? true : null));
    expect(await row(secret)).toMatchObject({ state: 'error', error: 'FIELD-7' });
    const { items, refused } = await office.get<{ items: Package[]; refused: { channel: string }[] }>(
      'lanhdao',
      '/national/packages',
    );
    expect(items[0]).toMatchObject({ state: 'answered', accepted: 1 });
    expect(refused.map(({ channel }) => channel)).toContain('national');
    expect(readdirSync(join(exchange.national, 'tu-choi'))).toEqual(['khong-doc-duoc.json']);
    // Being read by somebody changes the file's ledger and not its record.
    await office.caseFile(complaint);
    expect(await row(complaint)).toMatchObject({ state: 'confirmed', stale: false });
    await office.step('chuyenvien', complaint, 'START_SELF_REVIEW');
    expect(await row(complaint)).toMatchObject({ state: 'confirmed', stale: true });
    const next = await make();
    await delivered(next);
    expect(exchange.manifest(next).items.map((item) => item.id)).toEqual(expect.arrayContaining([complaint, secret]));
    expect(await row(complaint)).toMatchObject({ state: 'exported', stale: false });
  });

  const partner = async (code: string, on: boolean) =>
    described.check('POST', '/api/v1/axis/partners', {
      ...{ token: await office.token('quantri'), body: { agency: code, on } },
    });
  const messages = async (direction: 'in' | 'out', who = 'motcua'): Promise<Message[]> =>
    (await office.get<{ items: Message[] }>(who, `/axis/messages?direction=${direction}`)).items;
  const agencyId = async (code: string): Promise<number> => {
    const { rows: found } = await system.database.admin.query<{ id: number }>(
      'SELECT id FROM app.agency WHERE code = $1',
      [code],
    );
    return found[0]!.id;
  };

  it('a forwarded petition goes over the axis with the act that sends it; what is sealed never does', async () => {
    await partner('XA-HOALOC', true);
    const words = 'Kiến nghị nạo vét kênh liên xã ở ấp Wembley';
    const petition = await office.register({ type: 'feedback', content: words, receivedOn: '2026-07-06' });
    for (const [who, type, inputs] of [
      ['motcua', 'CLASSIFY', { contentType: 'feedback' }],
      ['chuyenvien', 'CHECK_ELIGIBILITY', { eligible: true }],
      ['chuyenvien', 'CHECK_COMPETENCE', { competent: false }],
    ] as const)
      await office.step(who, petition.caseFileId, type, inputs);
    const to = { receivingBody: 'Ủy ban nhân dân xã Hòa Lộc', receivingAgencyId: await agencyId('XA-HOALOC') };
    await office.step('lanhdao', petition.caseFileId, 'TRANSFER', { ...to, documentNumber: '21/PC-UBND' });
    await office.step('lanhdao', secret, 'CHECK_ELIGIBILITY', { eligible: true });
    await office.step('lanhdao', secret, 'CHECK_COMPETENCE', { competent: false });
    await office.step('lanhdao', secret, 'TRANSFER', { ...to, documentNumber: '22/PC-UBND' });
    const message = await eventually('the message', async () =>
      (await messages('out')).find(({ state }) => state === 'sent'),
    );
    expect(await messages('out')).toHaveLength(1);
    expect(message).toMatchObject({
      registerLabel: petition.registerLabel,
      partnerCode: 'XA-HOALOC',
      statusCode: null,
    });
    const sent = await eventually('the message in the folder', async () => exchange.sent()[0]);
    const read = readMessage(sent);
    if (read.kind !== 'document') throw new Error('a document was sent');
    expect(read.to.id).toBe('XA-HOALOC');
    expect(petitionIn(read.enclosed)).toMatchObject({
      type: 'feedback',
      content: words,
      hop: 1,
      chain: ['XA-TANTHANH'],
    });
    expect(sent.toString('utf8')).not.toContain('Wembley');

    const status = (code: '01' | '03', from = read.to) =>
      writeStatus({
        ...{ code, documentId: read.documentId, answers: read.from, number: '21/PC-UBND', issuedOn: read.issuedOn },
        ...{ from, description: '', at: new Date() },
      });
    exchange.put('axis', 'a-nguoi-khac.edxml', status('03', OUTSIDE));
    exchange.put('axis', 'b-da-tiep-nhan.edxml', status('03'));
    exchange.put('axis', 'c-da-den.edxml', status('01'));
    await eventually('the answers', async () =>
      existsSync(join(exchange.axis, 'den', 'c-da-den.edxml')) ? null : true,
    );
    expect(await messages('out')).toMatchObject([{ statusCode: '03', state: 'sent' }]);
    expect(readdirSync(join(exchange.axis, 'tu-choi'))).toEqual(['a-nguoi-khac.edxml']);
    const [hop] = await office.get<{ acknowledgedOn: string | null }[]>('motcua', `/petitions/${petition.id}/hops`);
    expect(hop?.acknowledgedOn).not.toBeNull();
    await partner('XA-HOALOC', false);
  });

  const upload = async (bytes: Buffer, status = 201) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), 'goi.edxml');
    return described.check('POST', '/api/v1/axis/messages', { token: await office.token('motcua'), form, status });
  };

  it('a package that comes waits sealed, is entered under a number of its own, and its sender is told', async () => {
    const [one, two] = [arriving('5'), arriving('6')];
    exchange.put('axis', 'den-5.edxml', writeDocument(one));
    await upload(writeDocument(two));
    await upload(writeDocument(two));
    const waiting = await eventually('both', async () => {
      const found = (await messages('in')).filter(({ state }) => state === 'arrived');
      return found.length === 2 ? found : null;
    });
    expect(existsSync(join(exchange.axis, 'den', 'den-5.edxml'))).toBe(false);
    const { rows: kept } = await system.database.admin.query<{ row: string }>(
      'SELECT m::text AS row FROM app.axis_message m',
    );
    expect(kept.map((found) => found.row).join()).not.toMatch(/Wembley|thu hồi đất/);
    const idOf = (of: AxisDocument): string => waiting.find(({ documentId }) => documentId === of.documentId)!.id;
    const token = await office.token('motcua');
    const entered = await described.check('POST', '/api/v1/axis/messages/{id}/entry', {
      ...{ token, values: { id: idOf(one) }, body: {} },
    });
    const petition = await office.get<{ channel: string; forwarderName: string; content: string }>(
      'lanhdao',
      `/petitions/${String(entered.body['petitionId'])}`,
    );
    expect(petition).toMatchObject({ channel: 'forwarded', content: 'Khiếu nại thu hồi đất, văn bản 5' });
    for (const [path, body] of [
      ['entry', {}],
      ['refusal', { reason: 'duplicate' }],
    ] as const)
      await described.check('POST', `/api/v1/axis/messages/{id}/${path}`, {
        token,
        values: { id: idOf(one) },
        body,
        status: 409,
      });
    await described.check('POST', '/api/v1/axis/messages/{id}/refusal', {
      ...{ token, values: { id: idOf(two) }, body: { reason: 'wrongAddress' } },
    });
    await eventually('the answers', async () =>
      exchange.statusesTo(one.documentId).join() === '01,03' && exchange.statusesTo(two.documentId).join() === '01,02'
        ? true
        : null,
    );
    await described.check('POST', '/api/v1/axis/messages/{id}/retry', {
      token,
      values: { id: idOf(two) },
      status: 409,
    });
  });

  it('a bad package is refused with a reason, and everybody is told which', async () => {
    const good = writeDocument(arriving('7')).toString('utf8');
    const reasons: unknown[] = [];
    for (const bad of [
      good.replace('<edXML ', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><edXML '),
      good.replace(/sha-256:[0-9a-f]{64}/, `sha-256:${'0'.repeat(64)}`),
      good.replaceAll('>XA-TANTHANH<', '>XA-BINHMINH<'),
      writeDocument(arriving('5', { place: 'Chỗ khác' })).toString('utf8'),
      good.replaceAll(`>${OUTSIDE.id}<`, '>XA-TANTHANH<'),
    ])
      reasons.push((await upload(Buffer.from(bad), 422)).body['code']);
    expect(reasons).toEqual(
      ['DOCTYPE', 'HASH', 'NOT_FOR_US', 'CHANGED', 'OUR_OWN'].map((code) => `INTERCHANGE.${code}`),
    );
    const { refused } = await office.get<{ refused: { code: string }[] }>('lanhdao', '/national/packages');
    expect(refused.map(({ code }) => code)).toEqual(expect.arrayContaining(reasons));
  });

  it('nothing that left, and nothing that is kept about it, says who denounced or what', async () => {
    const left = filesBelow(join(system.dataDir, 'lien-thong'));
    expect(left.length).toBeGreaterThan(8);
    for (const path of left) expect([path, traces(readFileSync(path)), traces(path)]).toEqual([path, [], []]);
    for (const table of [
      'national_package',
      'national_item',
      'national_record',
      'axis_message',
      'interchange_refusal',
      'effect',
    ]) {
      const { rows: all } = await system.database.admin.query<{ row: string }>(
        `SELECT t::text AS row FROM app.${table} t`,
      );
      expect([table, traces(all.map((found) => found.row).join('\n'), MARKS)]).toEqual([table, []]);
    }
    expect(traces(system.logs())).toEqual([]);
  });

  it('the described answers are what is answered', async () => {
    await described.check('GET', '/api/v1/national/mapping');
    await described.check('GET', '/api/v1/national/summary', { query: '?agency=XA-TANTHANH' });
    for (const query of ['?limit=2', '?group=reception', '?stale=true', '?from=2026-07-01&to=2026-07-31'])
      await described.check('GET', '/api/v1/national/records', { query });
    const page = await described.check('GET', '/api/v1/national/records', { query: '?limit=1' });
    const next = `?limit=1&cursor=${String(page.body['nextCursor'])}`;
    const second = await described.check('GET', '/api/v1/national/records', { query: next });
    expect(second.body['items']).not.toEqual(page.body['items']);
    await described.check('GET', '/api/v1/national/records', { query: '?cursor=nonsense', status: 422 });
    await described.check('GET', '/api/v1/national/packages');
    await described.check('GET', '/api/v1/national/export', { query: '?format=csv' });
    await described.check('POST', '/api/v1/national/packages', { body: { agency: 'XA-KHONGCO' }, status: 404 });
    await described.check('GET', '/api/v1/axis/messages');
    await described.check('GET', '/api/v1/axis/partners');
    // Papers only: who has entered them at the counter says under which number.
    await upload(
      writeDocument(
        arriving('8', { enclosed: [{ name: 'phieu.txt', mediaType: 'text/plain', bytes: Buffer.from('x') }] }),
      ),
    );
    const [papers] = await messages('in');
    const token = await office.token('motcua');
    const asked = { token, values: { id: papers!.id } };
    await described.check('GET', '/api/v1/axis/messages/{id}', asked);
    await described.check('GET', '/api/v1/axis/messages/{id}/files/{at}', {
      token,
      values: { id: papers!.id, at: '0' },
    });
    await described.check('POST', '/api/v1/axis/messages/{id}/entry', { ...asked, body: {}, status: 422 });
    const { id: petitionId } = await office.register({ receivedOn: '2026-07-06' });
    await described.check('POST', '/api/v1/axis/messages/{id}/entry', { ...asked, body: { petitionId } });
    expect(described.missed(isNational)).toEqual([]);
  });
});

describeWithRedis('a package on the other queue', () => {
  let redis: RedisServer;
  let system: RunningSystem;
  beforeAll(async () => {
    redis = await startRedis();
    system = await startSystem({ redisUrl: redis.url });
  }, 120_000);
  afterAll(async () => {
    await system?.stop();
    await redis?.stop();
  });

  it('survives a worker that is killed and a queue that is wiped, and goes once', async () => {
    const office = new Office(system);
    const exchange = new Exchange(system);
    await office.register({ type: 'feedback' });
    const token = await office.token('lanhdao');
    const { body } = await call<{ id: string }>(system.url, 'POST', '/national/packages', { token, body: {} });
    // A stubborn place: the first worker tries in vain until it is killed.
    mkdirSync(exchange.national, { recursive: true });
    writeFileSync(join(exchange.national, 'di'), 'in the way');
    const first = await system.startWorker();
    const state = async (): Promise<Package> =>
      (await office.get<{ items: Package[] }>('lanhdao', '/national/packages')).items.find(({ id }) => id === body.id)!;
    await eventually('a failure', async () => ((await state()).attempts > 0 ? true : null));
    first.kill('SIGKILL');
    await redis.command('FLUSHALL');
    rmSync(join(exchange.national, 'di'));
    await call(system.url, 'POST', `/national/packages/${body.id}/retry`, { token, body: {} });
    await system.startWorker();
    await eventually('the package', async () =>
      (await state()).state === 'delivered' && exchange.seen(body.id) ? true : null,
    );
    expect(exchange.packages()).toEqual([body.id]);
  });
});
