import { createServer, type Server, type ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { writeDocument } from '#libs/interchange';
import { call } from './support/call.js';
import { beginOn, eventually, Office } from './support/cases.js';
import { arriving, Exchange, type Package, type Row } from './support/exchange.js';
import { CONTENT_MARK, IDENTITY_MARKS, PERSON, traces } from './support/marks.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Item {
  kind: string;
  id: string;
  hash: string;
}
interface Taken {
  packageId: string;
  items: Item[];
  content: { records: { id: string; values: Record<string, unknown> }[] };
}
type Mood = 'well' | 'ill' | 'silent' | 'strict';

/** A relay as somebody may write one, with moods. Every byte it was sent is kept. */
class Relay {
  mood: Mood = 'well';
  readonly received: Buffer[] = [];
  readonly asked: string[] = [];
  readonly packages = new Map<string, Taken>();
  answers: { key: string; [more: string]: unknown }[] = [];
  private server: Server | null = null;
  port = 0;

  async open(): Promise<void> {
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts);
        const line = `${request.method} ${request.url}`;
        this.asked.push(line);
        this.received.push(Buffer.from(`${line}\n${request.rawHeaders.join('\n')}\n`), body);
        this.answer(line, body, response);
      });
    });
    await new Promise<void>((ready) => this.server!.listen(this.port, '127.0.0.1', ready));
    this.port = (this.server.address() as AddressInfo).port;
  }
  private answer(line: string, body: Buffer, response: ServerResponse): void {
    if (line === 'GET /v1/answers') return void response.end(JSON.stringify(this.answers));
    if (line.startsWith('DELETE /v1/answers/')) {
      this.answers = this.answers.filter(({ key }) => !line.endsWith(`/${key}`));
      return void response.writeHead(204).end();
    }
    if (this.mood === 'silent') return;
    if (this.mood !== 'well') return void response.writeHead(this.mood === 'ill' ? 500 : 400).end('{"error":"no"}');
    const taken = JSON.parse(body.toString('utf8')) as Taken;
    if (!this.packages.has(taken.packageId)) this.packages.set(taken.packageId, taken);
    response.end(JSON.stringify({ items: this.packages.get(taken.packageId)!.items }));
  }
  puts = (id: string): number => this.asked.filter((line) => line === `PUT /v1/packages/${id}`).length;
  async close(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
  }
}

describe('a relay to the national database that is not always well', () => {
  const relay = new Relay();
  let system: RunningSystem;
  let office: Office;
  let complaint: string;
  let feedback: string;
  let secret: string;
  let packageId: string;
  beforeAll(async () => {
    await relay.open();
    const address = `http://ma-truy-cap@127.0.0.1:${relay.port}/v1`;
    system = await startSystem({ worker: true, environment: { PATH: '/nonexistent', NGHE_DAN_NATIONAL_URL: address } });
    await beginOn(system, '2026-07-06');
    office = new Office(system);
    ({ caseFileId: secret } = await office.register({
      ...{ type: 'denunciation', petitioners: [PERSON], content: `Tố cáo cán bộ ${CONTENT_MARK}`, field: null },
      ...{ respondent: `Cán bộ ${CONTENT_MARK}`, receivedOn: '2026-07-06' },
    }));
    await office.step('motcua', secret, 'CLASSIFY', { contentType: 'denunciation', note: `Ghi chú ${CONTENT_MARK}` });
    ({ caseFileId: feedback } = await office.register({ type: 'feedback', receivedOn: '2026-07-06' }));
    ({ id: complaint } = await office.complaintFile({ receivedOn: '2026-07-06' }));
    await office.step('lanhdao', complaint, 'ACCEPT', { documentNumber: '3/TB', conditionsChecked: true });
  });
  afterAll(async () => {
    await system?.stop();
    await relay.close();
  });

  const rows = async (query = ''): Promise<Row[]> =>
    (await office.get<{ items: Row[] }>('lanhdao', `/national/records?limit=200${query}`)).items;
  const row = async (id: string): Promise<Row> => (await rows()).find((one) => one.id === id)!;
  const packageOf = async (id: string) =>
    (
      await office.get<{ items: (Package & { nextTryAt: string | null })[] }>('lanhdao', '/national/packages')
    ).items.find((one) => one.id === id)!;
  const make = async (who = 'lanhdao') =>
    call<{ id: string; records: number }>(system.url, 'POST', '/national/packages', {
      ...{ token: await office.token(who), body: {} },
    });
  const again = async (id: string): Promise<void> => {
    await call(system.url, 'POST', `/national/packages/${id}/retry`, {
      token: await office.token('lanhdao'),
      body: {},
    });
  };
  const failedWith = (code: string) =>
    eventually(code, async () => {
      const found = await packageOf(packageId);
      return found.lastError === code ? found : null;
    });
  const delivered = (id: string) =>
    eventually('the package', async () => ((await packageOf(id)).state === 'delivered' ? true : null));
  const answer = (id: string, key: string, outcome: (item: Item) => object | null): void => {
    const items = relay.packages.get(id)!.items.flatMap((item) => {
      const said = outcome(item);
      return said ? [{ ...item, ...said }] : [];
    });
    relay.answers.push({ key, packageId: id, items });
  };
  const taken = (key: string) =>
    eventually(`the answer ${key}`, async () => (relay.answers.some((one) => one.key === key) ? null : true));

  it('tries again, each time later, whatever is wrong; the package goes under one id and says where it stands', async () => {
    relay.mood = 'ill';
    const made = await make();
    packageId = made.body.id;
    const ill = await failedWith('PLATFORM_500');
    expect(ill).toMatchObject({ state: 'error', records: made.body.records });
    expect(await row(complaint)).toMatchObject({ state: 'exported' });

    relay.mood = 'silent';
    await again(packageId);
    const silent = await failedWith('PLATFORM_TIMEOUT');
    expect(silent.attempts).toBeGreaterThan(ill.attempts);
    expect(Date.parse(silent.nextTryAt!)).toBeGreaterThan(Date.parse(ill.nextTryAt!));

    await relay.close();
    await again(packageId);
    await failedWith('PLATFORM_AWAY');
    // What comes over the axis is taken in all the same.
    const exchange = new Exchange(system);
    exchange.put('axis', 'den-91.edxml', writeDocument(arriving('91')));
    await eventually('the message of the axis', async () =>
      existsSync(join(exchange.axis, 'den', 'den-91.edxml')) ? null : true,
    );
    relay.mood = 'strict';
    await relay.open();
    await again(packageId);
    await failedWith('PLATFORM_400');
    expect(relay.packages.size).toBe(0);

    relay.mood = 'well';
    await again(packageId);
    await delivered(packageId);
    expect([...relay.packages.keys()]).toEqual([packageId]);
    expect(relay.puts(packageId)).toBeGreaterThan(3);
    expect(await packageOf(packageId)).toMatchObject({ lastError: null, nextTryAt: null });
    const { notice } = await office.get<{ notice: string }>('lanhdao', '/national/summary');
    expect(notice).toContain('cổng trung gian');
  });

  it('keeps the state of every record by itself: confirmed, refused with its code, not answered, not yet entered', async () => {
    answer(packageId, 'mot', ({ id }) =>
      id === complaint
        ? { outcome: 'accepted' }
        : id === secret
          ? { outcome: 'rejected', error: 'R-400' }
          : id === feedback
            ? null
            : { outcome: 'accepted' },
    );
    // Unreadable, of nobody's package, and about other facts: none of them changes anything.
    relay.answers.push({ key: 'hong', packageId, items: 'x' });
    relay.answers.push({ key: 'la', packageId: '01900000-0000-7000-8000-000000000000', items: [] });
    answer(packageId, 'cu', ({ id }) => (id === feedback ? { outcome: 'rejected', hash: '0'.repeat(64) } : null));
    for (const key of ['mot', 'hong', 'la', 'cu']) await taken(key);
    expect(await row(complaint)).toMatchObject({ state: 'confirmed', error: null });
    expect(await row(secret)).toMatchObject({ state: 'error', error: 'R-400' });
    expect(await row(feedback)).toMatchObject({ state: 'exported', error: null });
    const { refused } = await office.get<{ refused: { channel: string }[] }>('lanhdao', '/national/packages');
    expect(refused.map(({ channel }) => channel)).toContain('national');

    const { caseFileId: fresh } = await office.register({ type: 'feedback', receivedOn: '2026-07-06' });
    expect((await rows('&state=due')).map(({ id }) => id)).toEqual([fresh]);
    const { agencies } = await office.get<{ agencies: { code: string; counts: Record<string, number> }[] }>(
      'lanhdao',
      '/national/summary',
    );
    const counts = agencies.find(({ code }) => code === 'XA-TANTHANH')!.counts;
    for (const [state, count] of Object.entries(counts))
      expect([state, (await rows(`&state=${state}`)).length]).toEqual([state, count]);

    // The next package takes what was refused and what is new, and leaves what is confirmed or under way.
    const next = await make();
    await delivered(next.body.id);
    expect(
      relay.packages
        .get(next.body.id)!
        .items.map(({ id }) => id)
        .sort(),
    ).toEqual([fresh, secret].sort());
    answer(next.body.id, 'hai', () => ({ outcome: 'accepted' }));
    await taken('hai');
    expect([(await row(secret)).state, (await row(fresh)).state]).toEqual(['confirmed', 'confirmed']);
    expect((await make()).status).toBe(409);
  });

  it('of a denunciation nothing reaches the relay but its progress, and of who may not see it not even that', async () => {
    const everything = Buffer.concat(relay.received);
    expect(everything.length).toBeGreaterThan(10_000);
    expect(traces(everything)).toEqual([]);
    // A mark that did go is found by the same means.
    expect(traces(Buffer.concat([everything, Buffer.from(PERSON.fullName)]), IDENTITY_MARKS)).not.toEqual([]);
    const record = relay.packages.get(packageId)!.content.records.find(({ id }) => id === secret)!;
    const typed = ['handlingField', 'summary', 'visitorNames', 'visitorAddresses', 'complaintField', 'feedbackField'];
    for (const field of typed) expect([field, record.values[field] ?? null]).toEqual([field, null]);

    await office.step('lanhdao', secret, 'CHECK_ELIGIBILITY', { eligible: true });
    const { caseFileId: open } = await office.register({ type: 'feedback', receivedOn: '2026-07-06' });
    const { body } = await make('truongphong');
    await delivered(body.id);
    const ids = relay.packages.get(body.id)!.items.map(({ id }) => id);
    expect([ids.includes(open), ids.includes(secret)]).toEqual([true, false]);
    expect(traces(Buffer.concat(relay.received))).toEqual([]);
    expect(traces(system.logs())).toEqual([]);
  });
});
