import { beginOn, Office } from '../e2e/support/cases.js';
import { type RunningSystem, startSystem } from '../e2e/support/system.js';
import { Denunciations } from './support/denunciations.js';

const paper = { documentNumber: '5/QĐ-UBND' };

/** From Monday 06/07/2026 on. */
describe('a denouncer is protected', () => {
  let system: RunningSystem;
  let desk: Denunciations;
  let guard: number;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-07-06');
    desk = new Denunciations(new Office(system));
    guard = await desk.office.userId('chuyenvien2');
  });
  afterAll(() => system?.stop());

  async function requested(given: Record<string, unknown> = {}): Promise<{ id: string; of: string }> {
    const { petition, id: of } = await desk.verifying();
    await desk.act(of, 'REQUEST_PROTECTION', { requestForm: 'written', scope: 'job', ...given });
    return { of, id: await desk.fileOf(petition.id, 'protection') };
  }

  it('by word of mouth only where it is urgent', async () => {
    const { id } = await desk.open();
    const words = await desk.refusal(id, 'REQUEST_PROTECTION', { requestForm: 'oral', scope: 'safety' });
    expect(words).toContain('LTC Đ.50');
  });

  it('in a file of its own, without a number of days: the law says promptly', async () => {
    const { id, of } = await requested();
    expect(await desk.limit(id, 'BV.DECIDE')).toMatchObject({ dueOn: null, state: 'running' });
    expect((await desk.raw('lanhdao', `/case-files/${id}`)).text).toContain('protects');
    for (const username of ['chuyenvien', 'truongphong', 'thanhtra']) {
      expect(await desk.sight(id, username)).toBe(404);
      expect(await desk.sight(of, username)).toBe(404);
    }
  });

  it('is decided after a check, at work too, carried out by named persons, changed and ended', async () => {
    const { id } = await requested();
    const decision = { ...paper, measures: ['IDENTITY', 'JOB'], competent: true, protectorIds: [guard] };
    expect(await desk.refusal(id, 'DECIDE', decision)).toContain('LTC Đ.51 k1');
    await desk.act(id, 'RECORD_CHECK');
    expect(await desk.refusal(id, 'DECIDE', { ...decision, competent: false })).toContain('LTC Đ.49');
    await desk.act(id, 'DECIDE', decision);
    await desk.paper(id, 'Quyết định áp dụng biện pháp bảo vệ');
    await desk.paper(id, 'vị trí công tác, việc làm');
    await desk.seenBy(id, 'chuyenvien2', 200);
    expect(await desk.limit(id, 'BV.DECIDE')).toMatchObject({ state: 'met' });
    // What is the police's own is asked of them while the measures of the resolver go on.
    await desk.act(id, 'ASK_AUTHORITY', { authority: 'police', corruption: true });
    expect(await desk.stage(id)).toBe('protecting');
    expect(await desk.limit(id, 'BV.CA.DECIDE')).toMatchObject({ state: 'running' });
    await desk.act(id, 'RECORD_AUTHORITY_DECISION', { measures: ['GUARD'] });
    expect(await desk.limit(id, 'BV.CA.DECIDE')).toMatchObject({ state: 'met' });
    await desk.seenBy(id, 'chuyenvien2', 200);
    await desk.act(id, 'TAKE_URGENT_MEASURE', { measures: ['STOP_HARM'] });
    await desk.act(id, 'CHANGE', { changeGround: 'requested', measures: ['SAFE_PLACE'] });
    await desk.paper(id, 'thay đổi, bổ sung');
    expect(await desk.refusal(id, 'END', { ...paper, ground: 'REQUESTED' })).toContain('LTC Đ.54 k2b');
    expect(await desk.refusal(id, 'END', { ...paper, ground: 'RESOLVED' })).toContain('LTC Đ.54 k2a');
    expect((await desk.act(id, 'END', { ground: 'REQUESTED', writtenRequest: true })).outcome).toBe('ended');
    await desk.seenBy(id, 'chuyenvien2', 404);
  });

  it('until the conclusion, of which its file is told', async () => {
    const { id, of } = await requested();
    await desk.act(id, 'RECORD_CHECK');
    await desk.act(id, 'DECIDE', { measures: ['IDENTITY'], competent: true });
    await desk.conclude(of, { conclusion: 'right', violationFound: true });
    await desk.told(id, 'NOTE_RESOLUTION_ENDED');
    expect((await desk.act(id, 'END', { ground: 'RESOLVED' })).outcome).toBe('ended');
  });

  it('is refused with reasons in writing', async () => {
    const { id } = await requested();
    await desk.act(id, 'RECORD_CHECK');
    const silent = await desk.office.try('lanhdao', id, { type: 'REFUSE', ...paper });
    expect(silent.text).toContain('Lý do');
    expect(silent.status).toBe(422);
    await desk.act(id, 'REFUSE', { reasons: 'Không có căn cứ cho rằng bị trù dập' });
    await desk.paper(id, 'Thông báo không áp dụng biện pháp bảo vệ');
    expect((await desk.office.caseFile(id)).outcome).toBe('refused');
  });

  it('by the police in three working days, five where complex, of a case of corruption', async () => {
    const { id } = await requested({ scope: 'safety' });
    await desk.act(id, 'ASK_AUTHORITY', { authority: 'police', corruption: true });
    expect(await desk.limit(id, 'BV.CA.DECIDE')).toMatchObject({ startOn: '2026-07-06', dueOn: '2026-07-09' });
    await desk.act(id, 'NOTE_COMPLEX');
    expect(await desk.limit(id, 'BV.CA.DECIDE')).toMatchObject({ dueOn: '2026-07-13' });
    await desk.act(id, 'RECORD_AUTHORITY_REFUSAL', { reasons: 'Không có nguy cơ' });
    expect(await desk.limit(id, 'BV.CA.REFUSE')).toMatchObject({ dueOn: '2026-07-09' });
    expect((await desk.act(id, 'EXPLAIN_REFUSAL')).outcome).toBe('refused');
  });

  it('by another authority, which decides without a number of days', async () => {
    const { id } = await requested();
    await desk.act(id, 'ASK_AUTHORITY', { authority: 'employer' });
    expect(await desk.stage(id)).toBe('askedAuthority');
    await desk.act(id, 'RECORD_AUTHORITY_DECISION', { measures: ['JOB'] });
    expect(await desk.stage(id)).toBe('protecting');
  });

  it('unless the person declines', async () => {
    const { id } = await requested();
    expect((await desk.act(id, 'DECLINE', { signed: true })).outcome).toBe('declined');
  });
});
