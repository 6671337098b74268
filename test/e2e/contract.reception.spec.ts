import { call, signIn } from './support/call.js';
import { today } from './support/petitions.js';
import { document, faults, type Operation } from './support/schema.js';
import { type RunningSystem, startSystem } from './support/system.js';

type Method = 'GET' | 'POST';

/** Every operation of reception against the running product: the answer holds what is described, and nothing else. */
describe('the described contract of reception', () => {
  let system: RunningSystem;
  let clerk: string;
  let head: string;
  const called = new Set<string>();

  beforeAll(async () => {
    system = await startSystem();
    clerk = await signIn(system.url, 'motcua');
    head = await signIn(system.url, 'lanhdao');
  });
  afterAll(() => system?.stop());

  const operation = (method: Method, path: string): Operation => {
    const found = document.paths[path]?.[method.toLowerCase()];
    if (!found) throw new Error(`${method} ${path} is not described`);
    called.add(`${method} ${path}`);
    return found;
  };

  /** Calls and compares. `path` is the template; `values` fill it. */
  async function check(
    method: Method,
    path: string,
    options: {
      values?: Record<string, string>;
      query?: string;
      token?: string | null;
      body?: unknown;
      headers?: Record<string, string>;
      status?: number;
    } = {},
  ) {
    const described = operation(method, path);
    const address =
      path.replace(/\{(\w+)\}/g, (_, name: string) => options.values?.[name] ?? '') + (options.query ?? '');
    const answer = await call<Record<string, unknown>>(system.url, method, address, {
      ...(options.token === null ? {} : { token: options.token ?? clerk }),
      ...(options.body === undefined ? {} : { body: options.body }),
      ...(options.headers ? { headers: options.headers } : {}),
    });
    const expected = options.status ?? Number(Object.keys(described.responses)[0]);
    if (answer.status !== expected)
      throw new Error(`${method} ${address}: ${answer.status} ${answer.text.slice(0, 400)}`);
    const schema = described.responses[String(expected)]?.content?.['application/json']?.schema;
    if (schema) expect({ path, faults: faults(schema, answer.body) }).toEqual({ path, faults: [] });
    return answer;
  }

  it('plans, receives, answers, keeps the book', async () => {
    const { body: me } = await check('GET', '/api/v1/me', { token: head });
    const leaderId = me['id'];
    const at = '/api/v1/reception';
    const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const plan = { startsAt: '07:30', leaderId, attendees: 'Công chức địa chính', topics: 'Đất đai' };
    const schedule = await check('POST', `${at}/schedules`, {
      body: {
        ...{ fromOn: today(), toOn: ahead(60), place: 'Phòng tiếp công dân', regularHours: 'Ngày làm việc' },
        sessions: [{ ...plan, heldOn: ahead(30) }],
      },
    });
    const planned = { id: String(schedule.body['id']) };
    await check('POST', `${at}/schedules/{id}/postings`, { values: planned, body: { onSite: true, onPortal: true } });
    await check('GET', `${at}/schedules`);
    await check('GET', `${at}/schedules/{id}`, { values: planned });

    const desk = { kind: 'regular', heldOn: today(), startsAt: '07:30', place: 'Phòng tiếp công dân' };
    const session = { id: String((await check('POST', `${at}/sessions`, { body: desk })).body['id']) };
    await check('GET', `${at}/sessions`);
    const person = { fullName: 'Đặng Thị Hoa', address: 'Thôn 2', personalId: '001185000021' };
    const receive = async (): Promise<{ id: string }> => {
      const body = { type: 'complaint', summary: 'Khiếu nại bồi thường', people: [person] };
      return { id: String((await check('POST', `${at}/sessions/{id}/visits`, { values: session, body })).body['id']) };
    };
    const act = async (values: { id: string }, what: string, body: unknown) => {
      const { body: visit } = await check('GET', `${at}/visits/{id}`, { values });
      const headers = { 'if-match': `"${String(visit['rev'])}"` };
      return check('POST', `${at}/visits/{id}/${what}`, { values, headers, body });
    };
    const brought = await receive();
    const paper = { name: 'Quyết định', pages: 2, condition: 'photocopy' };
    await act(brought, 'receipts', { items: [paper], copies: 2 });
    await act(brought, 'petition', {});
    await act(brought, 'reply', { content: 'accepted', form: 'direct' });
    await act(await receive(), 'outcome', { outcome: 'answered' });
    const refused = await receive();
    await act(refused, 'refusal', { ground: 'SETTLED_LAWFULLY', explained: true, basis: '8/TB' });
    // The clerk does not sign for the head.
    await check('POST', `${at}/visits/{id}/refusal-notice`, {
      ...{ values: refused, token: head, headers: { 'if-match': '"2"' }, body: { documentNumber: '9/TB' } },
    });
    await check('GET', `${at}/sessions/{id}/visits`, { values: session });

    const dialogue = {
      id: String(
        (await check('POST', `${at}/dialogues`, { body: { ...plan, heldOn: today(), place: 'Hội trường' } })).body[
          'id'
        ],
      ),
    };
    await check('GET', `${at}/dialogues`);
    await check('GET', `${at}/sessions/{id}/events/available`, { values: dialogue });
    const { body: open } = await check('GET', `${at}/sessions/{id}`, { values: dialogue });
    await check('POST', `${at}/sessions/{id}/events`, {
      values: dialogue,
      headers: { 'if-match': `"${String(open['rev'])}"` },
      body: { type: 'HOLD', hostedBy: leaderId },
    });
    const came = { party: 'citizens', name: 'Công dân thôn 2', people: 30, present: true };
    await check('POST', `${at}/dialogues/{id}/attendance`, { values: dialogue, body: came });
    const opinion = await check('POST', `${at}/dialogues/{id}/opinions`, {
      values: dialogue,
      body: { content: 'Đường hỏng' },
    });
    const raised = { id: String(opinion.body['id']) };
    await check('POST', `${at}/opinions/{id}/answer`, { values: raised, body: { answer: 'Sửa trong quý IV' } });
    const order = { content: 'Khảo sát đường thôn 2', body: 'Công chức xây dựng', dueOn: ahead(10) };
    const task = await check('POST', `${at}/sessions/{id}/tasks`, { values: dialogue, body: order });
    const done = { values: { id: String(task.body['id']) }, body: { result: 'Đã khảo sát' } };
    await check('POST', `${at}/tasks/{id}/result`, done);
    await check('GET', `${at}/sessions/{id}`, { values: dialogue });
    await check('GET', `${at}/sessions/{id}/timeline`, { values: dialogue });

    const period = `?from=${today()}&to=${today()}`;
    await check('GET', `${at}/register`, { query: period });
    await check('GET', `${at}/register/export`, { query: `${period}&format=csv` });
    await check('GET', `${at}/quota`, { query: period });
    await check('GET', `${at}/duties`);
    await check('GET', `${at}/refusal-grounds`);
  });

  it('left no operation out', () => {
    const all = Object.entries(document.paths)
      .filter(([path]) => path.startsWith('/api/v1/reception/'))
      .flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`));
    expect(all.filter((name) => !called.has(name))).toEqual([]);
    expect(all.length).toBeGreaterThan(28);
  });
});
