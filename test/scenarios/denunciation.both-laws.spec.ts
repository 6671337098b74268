import { beginOn, Office } from '../e2e/support/cases.js';
import { type RunningSystem, startSystem } from '../e2e/support/system.js';
import { Denunciations } from './support/denunciations.js';

/** Accepted in June, gone on with in July: each act by the law of its own day (NĐ156 Đ.10 k1). */
describe('a denunciation on both sides of 01/07/2026', () => {
  let system: RunningSystem;
  let desk: Denunciations;
  let id: string;
  let other: string;
  let guarded: string;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-06-15');
    desk = new Denunciations(new Office(system));
    const opened = await desk.verifying();
    id = opened.id;
    other = (await desk.verifying()).id;
    await desk.act(id, 'REQUEST_PROTECTION', { requestForm: 'oral', urgent: true, scope: 'safety' });
    guarded = await desk.fileOf(opened.petition.id, 'protection');
  });
  afterAll(() => system?.stop());

  const record = { form: 'record', recordedBy: 'verifier', signed: true };

  it('in June a record of withdrawal drawn up by the verifier is refused, one by the counter is not', async () => {
    const words = await desk.refusal(id, 'WITHDRAW', record);
    expect(words).toContain('biên bản do người tiếp nhận lập');
    expect(words).toContain('NĐ31 Đ.4 (NĐ156)');
    await desk.act(other, 'WITHDRAW', { ...record, recordedBy: 'receiver' });
    expect(await desk.stage(other)).toBe('withdrawn');
  });

  it('in June only the inspectorate may be authorised to order an examination', async () => {
    const words = await desk.refusal(id, 'ORDER_EXAMINATION', { orderedBy: 'verifyingBody', documentNumber: '1/TC' });
    expect(words).toContain('NĐ31 Đ.15');
  });

  it('in June measures asked for by telephone are taken at once, and decided when the request is in writing', async () => {
    await desk.act(guarded, 'TAKE_URGENT_MEASURE', { measures: ['GUARD'] });
    await desk.act(guarded, 'RECORD_CHECK');
    const decision = { measures: ['GUARD'], competent: true, documentNumber: '3/QĐ-UBND' };
    expect(await desk.refusal(guarded, 'DECIDE', decision)).toContain('LTC Đ.50 k3');
    await desk.act(guarded, 'RECEIVE_WRITTEN_REQUEST', { signed: true });
    await desk.act(guarded, 'DECIDE', decision);
    expect(await desk.stage(guarded)).toBe('protecting');
  });

  const breach = { ground: 'DUTY_BREACHED', breachProven: true, documentNumber: '4/QĐ-UBND' };

  it('in June protection cannot be ended for a duty the protected person fails on purpose', async () => {
    const words = await desk.refusal(guarded, 'END', breach);
    expect(words).toContain('Từ ngày 01/07/2026');
    expect(words).toContain('LTC Đ.54 k2c (L136');
  });

  it('in July the same file is withdrawn by the new form', async () => {
    await desk.office.advance({ to: '2026-07-01' });
    await desk.act(id, 'WITHDRAW', record);
    expect(await desk.stage(id)).toBe('withdrawn');
    await desk.paper(id, 'Biên bản ghi nhận việc rút tố cáo (Mẫu số 03)');
    // The limit of June goes on: 30 days from 15/06 end on 15/07.
    expect(await desk.limit(id, 'TC.RESOLVE')).toMatchObject({ startOn: '2026-06-15', dueOn: '2026-07-15' });
  });

  it('in July the same protection ends by the new ground', async () => {
    expect((await desk.act(guarded, 'END', breach)).outcome).toBe('ended');
    await desk.paper(guarded, 'chấm dứt biện pháp bảo vệ');
  });

  it('in July there is no monthly report of the follow-up any more', async () => {
    await desk.act(id, 'GO_ON_DESPITE_WITHDRAWAL', { goOnGround: 'VIOLATION_SIGNS' });
    await desk.conclude(id, { conclusion: 'right', violationFound: true });
    await desk.act(id, 'HANDLE_CONCLUSION', { measures: ['RECOMMEND'] });
    await desk.act(id, 'ASSIGN_FOLLOW_UP', { followedBy: 'inspectorate' });
    await expect(desk.limit(id, 'TC.FOLLOWUP')).rejects.toThrow('is not among');
  });
});
