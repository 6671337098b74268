import { signIn } from './support/call.js';
import { Described, isReception } from './support/described.js';
import { today } from './support/petitions.js';
import { type RunningSystem, startSystem } from './support/system.js';

/** Every operation of reception against the running product: the answer holds what is described, and nothing else. */
describe('the described contract of reception', () => {
  let system: RunningSystem;
  let clerk: string;
  let head: string;
  let described: Described;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await signIn(system.url, 'motcua');
    head = await signIn(system.url, 'lanhdao');
    described = new Described(system.url, clerk);
  });
  afterAll(() => system?.stop());

  const check = (...asked: Parameters<Described['check']>) => described.check(...asked);

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
    const passedOn = await receive();
    await act(passedOn, 'outcome', { outcome: 'transferred', sentTo: 'Sở Xây dựng', documentNumber: '7/CV' });
    await act(passedOn, 'result', { resultNote: 'Đã giải quyết', citizenAsked: true });
    await act(passedOn, 'report-back', { form: 'direct' });
    const refused = await receive();
    await act(refused, 'refusal', { ground: 'SETTLED_LAWFULLY', explained: true, basis: '8/TB' });
    // The clerk does not sign for the head.
    await check('POST', `${at}/visits/{id}/refusal-notice`, {
      ...{ values: refused, token: head, headers: { 'if-match': '"2"' }, body: { documentNumber: '9/TB' } },
    });
    await check('GET', `${at}/visits/{id}/papers/{form}`, { values: { ...refused, form: 'ND154.01' } });
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
    const { body: held } = await check('GET', `${at}/sessions/{id}`, { values: dialogue });
    await check('POST', `${at}/sessions/{id}/events`, {
      values: dialogue,
      headers: { 'if-match': `"${String(held['rev'])}"` },
      body: { type: 'CONCLUDE' },
    });
    await check('GET', `${at}/sessions/{id}/papers/{form}`, { values: { ...dialogue, form: 'RECEPTION.DIALOGUE' } });

    const period = `?from=${today()}&to=${today()}`;
    await check('GET', `${at}/register`, { query: period });
    await check('GET', `${at}/register/export`, { query: `${period}&format=csv` });
    await check('GET', `${at}/quota`, { query: period });
    await check('GET', `${at}/duties`);
    await check('GET', `${at}/refusal-grounds`);
    await check('GET', `${at}/options`);
  });

  it('left no operation out', () => {
    expect(described.missed(isReception)).toEqual([]);
    expect(described.called.size).toBeGreaterThan(28);
  });
});
