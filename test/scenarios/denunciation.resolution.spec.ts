import { beginOn, Office } from '../e2e/support/cases.js';
import { type RunningSystem, startSystem } from '../e2e/support/system.js';
import { Denunciations } from './support/denunciations.js';

const paper = { documentNumber: '9/QĐ-UBND' };

/** From Monday 06/07/2026 on. */
describe('a denunciation is received and resolved', () => {
  let system: RunningSystem;
  let desk: Denunciations;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-07-06');
    desk = new Denunciations(new Office(system));
  });
  afterAll(() => system?.stop());

  it('what is not accepted is told at once', async () => {
    const { id } = await desk.open();
    await desk.act(id, 'REFUSE_ACCEPTANCE', { ground: 'NO_BASIS' });
    expect(await desk.limit(id, 'TC.NOACCEPT.NOTIFY')).toMatchObject({ dueOn: '2026-07-06', state: 'running' });
    expect((await desk.act(id, 'SEND_REFUSAL')).outcome).toBe('notAccepted');
    expect(await desk.limit(id, 'TC.NOACCEPT.NOTIFY')).toMatchObject({ metOn: '2026-07-06', state: 'met' });
    await desk.paper(id, 'Mẫu số 05');
  });

  it('a forbidden act returns its article', async () => {
    const { id } = await desk.open();
    expect(await desk.refusal(id, 'ACCEPT', { ...paper, conditionsMet: false })).toContain('LTC Đ.29');
    const complaint = { ...paper, conditionsMet: true, fromComplaint: true };
    expect(await desk.refusal(id, 'ACCEPT', complaint)).toContain('vi phạm của người giải quyết khiếu nại');
    await desk.act(id, 'ACCEPT');
    const early = await desk.refusal(id, 'CONCLUDE', { ...paper, conclusion: 'right', violationFound: true });
    expect(early).toContain('khi hồ sơ đang ở giai đoạn “Đã thụ lý”');
  });

  it('a check in several places takes ten working days at most, once', async () => {
    const { id } = await desk.open();
    expect(await desk.limit(id, 'TC.REG')).toMatchObject({ startOn: '2026-07-06', dueOn: '2026-07-15' });
    await desk.act(id, 'CHECK_LONGER', { ground: 'SEVERAL_PLACES' });
    expect(await desk.limit(id, 'TC.REG')).toMatchObject({ dueOn: '2026-07-20' });
    expect(await desk.refusal(id, 'CHECK_LONGER', { ground: 'AUTHORISED', variant: 'complex' })).toContain(
      'LTC Đ.24 k1',
    );
  });

  it('the denounced is told the contents without the denouncer, both within five working days', async () => {
    const { id } = await desk.verifying();
    expect(await desk.limit(id, 'TC.ACCEPT.NOTIFY')).toMatchObject({ dueOn: '2026-07-13' });
    const notice = { denouncerNotified: true, denouncedNotified: true };
    expect(await desk.refusal(id, 'NOTIFY_ACCEPTANCE', { ...notice, identityRemoved: false })).toContain('LTC Đ.8 k3');
    await desk.act(id, 'NOTIFY_ACCEPTANCE', { ...notice, identityRemoved: true });
    expect(await desk.limit(id, 'TC.ACCEPT.NOTIFY')).toMatchObject({ state: 'met', metOn: '2026-07-06' });
    await desk.paper(id, 'Thông báo về nội dung tố cáo (Mẫu số 06)');
  });

  it('harm that is found is stopped at once, and a late day shows', async () => {
    const { id } = await desk.open();
    await desk.act(id, 'REQUEST_PREVENTION', { riskFoundOn: '2026-07-06' });
    expect(await desk.limit(id, 'TC.URGENT')).toMatchObject({ dueOn: '2026-07-06', state: 'met' });
    const tomorrow = { riskFoundOn: '2026-07-07', ...paper };
    expect(await desk.refusal(id, 'REQUEST_PREVENTION', tomorrow)).toContain('LTC Đ.27 k2');
  });

  it('clear evidence in a field of state management is handled at once', async () => {
    const { id } = await desk.open();
    expect(
      await desk.refusal(id, 'HANDLE_AT_ONCE', { ...paper, fieldViolation: true, clearEvidence: false }),
    ).toContain('LTC Đ.43');
    const duty = { ...paper, clearEvidence: true, fieldViolation: false };
    expect(await desk.refusal(id, 'HANDLE_AT_ONCE', duty)).toContain('NĐ31 Đ.19');
    await desk.act(id, 'NOTE_CRIME_SIGNS');
    const crime = await desk.refusal(id, 'HANDLE_AT_ONCE', { ...duty, fieldViolation: true });
    expect(crime).toContain('LTC Đ.27 k1');
    await desk.act(id, 'TRANSFER_TO_INVESTIGATION');
    expect((await desk.act(id, 'HANDLE_AT_ONCE')).outcome).toBe('handledAtOnce');
  });

  it('the limit of administrative sanctions stops extensions', async () => {
    const { id } = await desk.verifying();
    await desk.act(id, 'RECORD_SANCTION_CAP', { violationRecordOn: '2026-06-01', sanctionCapOn: '2026-09-03' });
    const extension = { ...paper, complexity: 'complex', criteria: ['FOREIGN'], days: 30 };
    // 30 days from 06/07 end on 05/08; with 29 more on 03/09, the last day there is.
    expect(await desk.refusal(id, 'EXTEND', extension)).toContain('LTC Đ.42 k2');
    await desk.act(id, 'EXTEND', { ...extension, days: 29 });
    const more = { ...extension, complexity: 'specially_complex', criteria: ['FOREIGN', 'SEVERAL_BODIES'], days: 1 };
    expect(await desk.refusal(id, 'EXTEND', more)).toContain('LTC Đ.42 k2');
    await desk.conclude(id, { conclusion: 'right', violationFound: false });
    expect(await desk.limit(id, 'TC.XLVPHC')).toMatchObject({ state: 'met' });
  });

  it('suspension and expert examination stop the clock', async () => {
    const suspended = (await desk.verifying()).id;
    const examined = (await desk.verifying()).id;
    // 30 days from 06/07: Wednesday 05/08.
    for (const id of [suspended, examined])
      expect(await desk.limit(id, 'TC.RESOLVE')).toMatchObject({ dueOn: '2026-08-05' });
    await desk.office.advance({ to: '2026-07-20' });
    await desk.act(suspended, 'SUSPEND', { ground: 'AWAIT_RESULT' });
    await desk.act(examined, 'ORDER_EXAMINATION', { orderedBy: 'resolver' });
    expect(await desk.limit(suspended, 'TC.SUSPEND.SEND')).toMatchObject({ dueOn: '2026-07-27' });
    for (const id of [suspended, examined])
      expect(await desk.limit(id, 'TC.RESOLVE')).toMatchObject({ state: 'paused', dueOn: null });
    const again = await desk.refusal(examined, 'SUSPEND', { ...paper, ground: 'AWAIT_EXAMINATION' });
    expect(again).toContain('Chờ kết luận giám định');
    await desk.act(suspended, 'SEND_SUSPENSION');
    await desk.office.advance({ to: '2026-07-27' });
    // The ground was gone on Friday 24/07, the decision to go on came on Monday: "ngay" was missed.
    await desk.act(suspended, 'RESUME', { groundEndedOn: '2026-07-24' });
    expect(await desk.limit(suspended, 'TC.RESUME')).toMatchObject({ dueOn: '2026-07-24', metOn: '2026-07-27' });
    await desk.act(examined, 'RECORD_EXAMINATION_RESULT');
    // Seven days are not counted (21–27/07): Wednesday 12/08.
    for (const id of [suspended, examined])
      expect(await desk.limit(id, 'TC.RESOLVE')).toMatchObject({
        dueOn: '2026-08-12',
        pauses: [{ from: '2026-07-20', to: '2026-07-27' }],
      });
  });

  const application = { form: 'application', signed: true };

  it('a partial withdrawal goes on with the rest', async () => {
    const { id } = await desk.verifying();
    const { dueOn } = await desk.limit(id, 'TC.RESOLVE');
    await desk.act(id, 'WITHDRAW_PART', { ...application, part: 'content' });
    expect(await desk.stage(id)).toBe('verifying');
    expect((await desk.limit(id, 'TC.RESOLVE')).dueOn).toBe(dueOn);
    await desk.paper(id, 'Đơn rút tố cáo (Mẫu số 02)');
  });

  it('a withdrawal under coercion does not end the matter', async () => {
    const { id } = await desk.verifying();
    await desk.act(id, 'WITHDRAW', application);
    const end = { ...paper, ground: 'WITHDRAWN' };
    expect(await desk.refusal(id, 'DISCONTINUE', end)).toContain('LTC Đ.34 k3');
    await desk.act(id, 'GO_ON_DESPITE_WITHDRAWAL', { goOnGround: 'COERCED' });
    expect(await desk.stage(id)).toBe('verifying');
    expect(await desk.refusal(id, 'DISCONTINUE', { ...end, noGroundToGoOn: true })).toContain('khoản 3 Điều 33');
  });

  it('a whole withdrawal without such a ground ends by a decision that is sent in five working days', async () => {
    const { id } = await desk.verifying();
    await desk.act(id, 'WITHDRAW', application);
    await desk.act(id, 'DISCONTINUE', { ground: 'WITHDRAWN', noGroundToGoOn: true });
    // From Monday 27/07.
    expect(await desk.limit(id, 'TC.SUSPEND.SEND')).toMatchObject({ dueOn: '2026-08-03' });
    expect((await desk.act(id, 'SEND_DISCONTINUANCE')).outcome).toBe('discontinued');
  });

  it('one of three denouncers withdraws and the other two go on', async () => {
    const { id } = await desk.open({ petition: { petitionerCount: 3 } });
    const accept = { ...paper, conditionsMet: true };
    expect(await desk.refusal(id, 'ACCEPT', accept)).toContain('LTC Đ.23 k1');
    await desk.act(id, 'ACCEPT', { representativeNamed: true });
    expect(await desk.refusal(id, 'WITHDRAW', { ...application, allWithdraw: false })).toContain('LTC Đ.33 k2');
    await desk.act(id, 'WITHDRAW_PART', { ...application, part: 'persons' });
    expect(await desk.stage(id)).toBe('accepted');
  });

  it('what the press has forwarded is answered with the very step that ends it', async () => {
    const petition = { channel: 'forwarded', forwarderKind: 'press', forwarderName: 'Báo Thanh tra' };
    const { id } = await desk.open({ petition });
    await desk.act(id, 'FIND_NOT_COMPETENT');
    expect((await desk.act(id, 'TRANSFER')).outcome).toBe('transferred');
    expect(await desk.limit(id, 'TC.PRESS')).toMatchObject({ state: 'met' });
    await desk.paper(id, 'do nơi khác chuyển đến');
  });

  it('signs of crime found by the verifier are passed on at once, the rest goes on', async () => {
    const { id } = await desk.verifying();
    await desk.act(id, 'RECORD_EXPLANATION');
    await desk.act(id, 'NOTE_CRIME_SIGNS');
    expect(await desk.limit(id, 'TC.CRIME')).toMatchObject({ dueOn: '2026-07-27', state: 'running' });
    const conclusion = { ...paper, conclusion: 'right', violationFound: true };
    expect(await desk.refusal(id, 'CONCLUDE', conclusion)).toContain('LTC Đ.27 k1');
    const sent = await desk.act(id, 'TRANSFER_TO_INVESTIGATION');
    expect(sent.regions).toMatchObject({ crime: 'transferred' });
    expect(sent.stage).toBe('verifying');
    expect((await desk.act(id, 'CONCLUDE', conclusion)).stage).toBe('concluded');
  });

  it('what the press has forwarded is answered within twenty days of receipt', async () => {
    const petition = { channel: 'forwarded', forwarderKind: 'press', forwarderName: 'Báo Thanh tra' };
    const { id } = await desk.open({ petition });
    // 20 days from 27/07: Sunday 16/08, so Monday 17/08.
    expect(await desk.limit(id, 'TC.PRESS')).toMatchObject({ startOn: '2026-07-27', dueOn: '2026-08-17' });
    await desk.act(id, 'REFUSE_ACCEPTANCE', { ground: 'CAPACITY' });
    expect((await desk.act(id, 'SEND_REFUSAL')).stage).toBe('answeringForwarder');
    expect((await desk.act(id, 'ANSWER_FORWARDER')).outcome).toBe('notAccepted');
    expect(await desk.limit(id, 'TC.PRESS')).toMatchObject({ state: 'met' });
    await desk.paper(id, 'do nơi khác chuyển đến');
  });
});
