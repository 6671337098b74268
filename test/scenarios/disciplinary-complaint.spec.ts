import { beginOn, eventually, Office } from '../e2e/support/cases.js';
import { type RunningSystem, startSystem } from '../e2e/support/system.js';
import { COMMUNE, Matters, PROVINCE } from './support/matters.js';

const PROCEDURE = { procedure: 'disciplinary-complaint' };

describe('a complaint against a disciplinary decision', () => {
  let system: RunningSystem;
  let office: Office;
  let commune: Matters;
  let province: Matters;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    // A remote commune: nothing of it may be seen here.
    await system.database.admin.query(`UPDATE app.agency SET remote = true WHERE code = 'XA-TANTHANH'`);
    await beginOn(system, '2026-08-03');
    office = new Office(system);
    commune = new Matters(office, COMMUNE);
    province = new Matters(office, PROVINCE);
  });
  afterAll(() => system?.stop());

  const paper = { documentNumber: '15/TB-UBND', conditionsChecked: true, signedPetition: true };
  const first = () => commune.open({}, PROCEDURE);
  const accepted = async (more: Record<string, unknown> = {}) => {
    const id = await first();
    await commune.head(id, 'ACCEPT', { ...paper, decisionReceivedOn: '2026-07-27', ...more });
    return id;
  };
  const second = (more: Record<string, unknown> = {}) =>
    province.open({}, { ...PROCEDURE, instance: 'second', appealGround: 'disagree', ...more });
  const council = async (id: string) => {
    await commune.officer(id, 'START_SELF_REVIEW');
    await commune.officer(id, 'CLEAR_ON_REVIEW', { conclusion: 'wrong' });
    await commune.head(id, 'ASK_DISCIPLINE_COUNCIL', { documentNumber: '16/CV-UBND' });
    await commune.officer(id, 'RECORD_COUNCIL_PROPOSAL');
  };
  const heard = async (matters: Matters, id: string, dialogueOn: string) => {
    await matters.head(id, 'CALL_DIALOGUE', { dialogueOn, documentNumber: '17/GM-UBND' });
    await office.advance({ to: dialogueOn });
    await matters.officer(id, 'RECORD_DIALOGUE', { attendance: 'present' });
  };

  it('comes within fifteen days of the decision, days of an obstacle not counted', async () => {
    const id = await first();
    const late = await commune.refused(id, 'ACCEPT', { ...paper, decisionReceivedOn: '2026-07-16' });
    expect(late.codes).toEqual(['filedInTime']);
    expect(late.text).toMatch(/15 ngày.*LKN Đ\.48/s);
    expect((await commune.refused(id, 'ACCEPT', paper)).codes).toEqual(['filedInTime']);
    expect(
      await commune.head(id, 'ACCEPT', { ...paper, decisionReceivedOn: '2026-07-16', obstacleDays: 5 }),
    ).toMatchObject({ stage: 'accepted' });
  });

  it('comes a second time within ten days of the first resolution, thirty where it is a dismissal', async () => {
    const id = await second({ firstDecisionOn: '2026-07-20' });
    expect((await province.refused(id, 'ACCEPT', paper)).text).toMatch(/10 ngày.*LKN Đ\.48/s);
    expect(await province.head(id, 'ACCEPT', { ...paper, dismissal: true })).toMatchObject({ stage: 'accepted' });
    const overdue = await second({ appealGround: 'overdue' });
    expect(await province.head(overdue, 'ACCEPT', paper)).toMatchObject({ stage: 'accepted' });
  });

  it('knows no remote place: thirty days, forty-five when complex, one month to effect', async () => {
    const id = await accepted();
    expect(await commune.limit(id, 'KL.ACCEPT')).toMatchObject({
      state: 'met',
      startOn: '2026-08-03',
      dueOn: '2026-08-12',
    });
    expect(await commune.limit(id, 'KL.RESOLVE')).toMatchObject({ startOn: '2026-08-03', dueOn: '2026-09-03' });
    const finding = { ground: 'FOREIGN', documentNumber: '18/TB-UBND' };
    const remote = await office.try(commune.desk.head, id, {
      type: 'FIND_COMPLEX',
      ...finding,
      variant: 'remote_complex',
    });
    expect(remote.status).toBe(422);
    await commune.head(id, 'FIND_COMPLEX', { ...finding, variant: 'complex' });
    expect(await commune.limit(id, 'KL.RESOLVE')).toMatchObject({ dueOn: '2026-09-17' });
  });

  it('sent online is not accepted before its paper has come', async () => {
    const id = await commune.open({ channel: 'online' }, PROCEDURE);
    const online = { ...paper, decisionReceivedOn: '2026-07-27' };
    const refused = await commune.refused(id, 'ACCEPT', online);
    expect(refused.codes).toEqual(['writtenPetition']);
    expect(refused.text).toMatch(/bằng đơn có chữ ký.*LKN Đ\.47, 49/s);
    expect(await commune.head(id, 'ACCEPT', { ...online, paperReceivedOn: '2026-08-03' })).toMatchObject({
      stage: 'accepted',
    });
  });

  it('gives notice to the complainant and whoever else is told, and stays open until a refusal is delivered', async () => {
    const id = await accepted();
    const notice = { paper: 'acceptanceNotice', addressee: 'inspectorate', proof: 'postal' };
    await commune.officer(id, 'RECORD_DELIVERY', notice);
    await commune.deliver(id, 'acceptanceNotice');
    const refused = await first();
    await commune.head(refused, 'REFUSE_ACCEPTANCE', { ground: 'TIME_BARRED', documentNumber: '19/TB-UBND' });
    await commune.deliver(refused, 'nonAcceptanceNotice');
    expect(await commune.officer(refused, 'CLOSE', { fileIndexed: true })).toMatchObject({ outcome: 'notAccepted' });
  });

  it('is suspended and resumed by the general rules, its clock standing still', async () => {
    const id = await accepted();
    await commune.head(id, 'SUSPEND', { ground: 'AWAIT_RESULT', documentNumber: '20/QĐ-UBND' });
    expect(await commune.limit(id, 'KL.RESOLVE')).toMatchObject({ state: 'paused' });
    await commune.head(id, 'RESUME', { groundEnded: true, documentNumber: '21/QĐ-UBND' });
    expect(await commune.limit(id, 'KL.RESOLVE')).toMatchObject({ state: 'running' });
  });

  it('passes the council of discipline, is never decided without a dialogue, and goes to court only over a dismissal', async () => {
    const id = await accepted({ dismissal: true });
    const mild = await accepted();
    await commune.officer(id, 'START_SELF_REVIEW');
    await commune.officer(id, 'CLEAR_ON_REVIEW', { conclusion: 'wrong' });
    const summons = { dialogueOn: '2026-08-10', documentNumber: '22/GM-UBND' };
    expect((await commune.refused(id, 'CALL_DIALOGUE', summons)).text).toMatch(/Hội đồng kỷ luật.*LKN Đ\.52/s);
    await commune.head(id, 'ASK_DISCIPLINE_COUNCIL', { documentNumber: '16/CV-UBND' });
    await commune.officer(id, 'RECORD_COUNCIL_PROPOSAL');
    const early = await commune.refused(id, 'DECIDE', { conclusion: 'wrong', documentNumber: '23/QĐ-UBND' });
    expect(early.codes).toEqual(['dialogueRecorded']);
    expect(early.text).toMatch(/LKN Đ\.53/);
    await heard(commune, id, '2026-08-10');
    await commune.decide(id);
    expect(await commune.limit(id, 'KL.SEND.L1')).toMatchObject({ dueOn: '2026-08-13' });
    await commune.officer(id, 'SEND_DECISION');
    await commune.deliver(id, 'decision');
    expect(await commune.limit(id, 'KL.TIMEBAR.L2')).toMatchObject({ startOn: '2026-08-10', dueOn: '2026-09-09' });
    expect(await commune.limit(id, 'TTHC.SUE')).toMatchObject({ state: 'running' });
    expect((await commune.refused(mild, 'NOTE_COURT')).text).toMatch(/buộc thôi việc.*LKN Đ\.57 k3/s);
    await commune.officer(id, 'NOTE_COURT');
    // Effect is a day, whatever the place: the thirty-first.
    expect(await commune.limit(id, 'KL.EFFECT')).toMatchObject({ dueOn: '2026-09-10' });
  });

  it('takes effect, is announced to the staff and only then closed', async () => {
    const id = await accepted();
    await council(id);
    await heard(commune, id, '2026-08-17');
    await commune.decide(id);
    await commune.officer(id, 'SEND_DECISION');
    await commune.deliver(id, 'decision');
    expect(await commune.limit(id, 'KL.TIMEBAR.L2')).toMatchObject({ dueOn: '2026-08-27' });
    await office.advance({ to: '2026-09-18' });
    await eventually('the day of effect', async () => ((await commune.stage(id)) === 'effective' ? true : null));
    await commune.head(id, 'ENFORCE', { documentNumber: '24/CV-UBND' });
    expect((await commune.refused(id, 'CLOSE', { fileIndexed: true })).text).toMatch(/LKN Đ\.58 k1/);
    await commune.officer(id, 'ANNOUNCE_DECISION');
    expect(await commune.officer(id, 'CLOSE', { fileIndexed: true })).toMatchObject({ stage: 'closed' });
  });

  it('at the second instance hears the issuer first, and the decision goes to the centre too', async () => {
    const id = await second({ firstDecisionOn: '2026-09-14' });
    await province.head(id, 'ACCEPT', paper);
    await province.verification(id);
    const report = { conclusion: 'wrong' };
    const unheard = await province.refused(id, 'SUBMIT_REPORT', report);
    expect(unheard.text).toMatch(/LKN Đ\.55 k1/);
    expect((await province.refused(id, 'START_SELF_REVIEW')).text).not.toBe('');
    await province.officer(id, 'RECORD_RESPONDENT_REPORT');
    await province.officer(id, 'SUBMIT_REPORT', report);
    const council = await province.refused(id, 'ASK_DISCIPLINE_COUNCIL', { documentNumber: '25/CV-UBND' });
    expect(council.codes).toEqual(['councilAtFirst']);
    await heard(province, id, '2026-09-24');
    await province.decide(id);
    expect(await province.limit(id, 'KL.SEND.L2')).toMatchObject({ startOn: '2026-09-24', dueOn: '2026-10-01' });
    expect((await province.refused(id, 'SEND_DECISION')).text).toMatch(/LKN Đ\.56 k2/);
    expect(await province.officer(id, 'SEND_DECISION', { centralSent: true })).toMatchObject({ stage: 'sent' });
  });
});
