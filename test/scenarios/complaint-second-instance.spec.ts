import { beginOn, eventually, Office } from '../e2e/support/cases.js';
import { type RunningSystem, startSystem } from '../e2e/support/system.js';
import { COMMUNE, Matters, PROVINCE } from './support/matters.js';

describe('a second complaint', () => {
  let system: RunningSystem;
  let office: Office;
  let commune: Matters;
  let province: Matters;
  /** Left undecided until its limit has run out. */
  let neglected: string;
  /** Decided, delivered and appealed in time. */
  let decided: string;
  let second: string;
  let deliveredOn: string;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-07-06');
    office = new Office(system);
    commune = new Matters(office, COMMUNE);
    province = new Matters(office, PROVINCE);
  });
  afterAll(() => system?.stop());

  const today = async () => (await office.get<{ today: string }>('lanhdao', '/clock')).today;
  const ground = { ground: 'SEVERAL_CONTENTS', documentNumber: '41/TB-UBND' };
  const secondOf = (firstCaseFileId?: string, more: Record<string, unknown> = {}) =>
    province.open({}, { instance: 'second', appealGround: 'disagree', firstCaseFileId, ...more });
  const firstDecided = async (): Promise<string> => {
    const id = await commune.open();
    await commune.accept(id);
    await commune.decidedOnReview(id);
    await commune.deliver(id, 'decision');
    return id;
  };
  /** Accepted, verified and reported at the province. */
  const reported = async (petition: Record<string, unknown> = {}, acceptance: Record<string, unknown> = {}) => {
    const firstDecisionOn = await today();
    const id = await province.open(petition, { instance: 'second', appealGround: 'disagree', firstDecisionOn });
    await province.accept(id, acceptance);
    await province.verification(id);
    return id;
  };
  const call = async (matters: Matters, id: string) => {
    const day = new Date(`${await today()}T00:00:00Z`);
    const dialogueOn = new Date(day.getTime() + 6 * 86_400_000).toISOString().slice(0, 10);
    await matters.head(id, 'CALL_DIALOGUE', { dialogueOn, documentNumber: '42/GM-UBND' });
    return dialogueOn;
  };

  it('has the clocks of its own instance, and no second look at one’s own decision', async () => {
    neglected = await commune.open();
    await commune.accept(neglected);
    decided = await firstDecided();
    deliveredOn = await today();
    const id = await province.open({}, { instance: 'second', appealGround: 'disagree', firstDecisionOn: deliveredOn });
    expect(await province.limit(id, 'KN.ACCEPT.L2')).toMatchObject({ startOn: deliveredOn, dueOn: '2026-07-15' });
    expect(await province.limit(id, 'KN.ACCEPT.L1')).toBeUndefined();
    await province.accept(id);
    expect(await province.limit(id, 'KN.RESOLVE.L2')).toMatchObject({ startOn: '2026-07-06', dueOn: '2026-08-20' });
    const refused = await province.refused(id, 'START_SELF_REVIEW');
    expect(refused.codes).toEqual(['reviewAtFirst']);
    expect(refused.text).toMatch(/LKN Đ\.29 k1, Đ\.38/);
    expect((await province.refused(id, 'NOTE_APPEAL', { appealGround: 'disagree' })).text).toMatch(
      /LKN Đ\.11 k7, Đ\.42/,
    );
  });

  it('after a decision is linked to the first file both ways, and the first is told and waits for it', async () => {
    await office.advance({ to: '2026-07-20' });
    expect(await commune.limit(decided, 'KN.APPEAL.L2')).toMatchObject({ state: 'running', dueOn: '2026-08-05' });
    second = await secondOf(decided, { firstDecisionOn: deliveredOn });
    const note = await commune.told(decided, 'NOTE_APPEAL');
    expect(note).toMatchObject({ actorName: expect.any(String), occurredOn: '2026-07-20' });
    expect((await commune.file(decided)).regions).toMatchObject({ recourse: 'appealed' });
    expect(await commune.limit(decided, 'KN.EFFECT.L1')).toMatchObject({ state: 'void' });
    expect(await commune.limit(decided, 'KN.APPEAL.L2')).toMatchObject({ state: 'met' });
    expect((await province.file(second)).links).toEqual([
      expect.objectContaining({ kind: 'firstInstance', direction: 'to', caseFileId: decided }),
    ]);
    expect((await commune.file(decided)).links).toEqual([
      expect.objectContaining({ kind: 'firstInstance', direction: 'from' }),
    ]);
    const handing = { documentNumber: '43/CV-UBND', fileIndexed: true };
    expect((await commune.refused(decided, 'HAND_OVER_FILE', { ...handing, fileIndexed: false })).text).toMatch(
      /LKN Đ\.34/,
    );
    expect(await commune.officer(decided, 'HAND_OVER_FILE', handing)).toMatchObject({
      stage: 'passedUp',
      closedOn: null,
    });
    await commune.expectPapers(decided, 'FILE.HANDOVER', 'FILE.INDEX');
  });

  it('refused acceptance gives the first file back, with the day of effect its decision had', async () => {
    const first = await firstDecided();
    const receivedOn = await today();
    const effect = (await commune.limit(first, 'KN.EFFECT.L1'))!.dueOn;
    const id = await secondOf(first, { firstDecisionOn: receivedOn });
    await commune.told(first, 'NOTE_APPEAL');
    await commune.officer(first, 'HAND_OVER_FILE', { documentNumber: '44/CV-UBND', fileIndexed: true });
    expect((await commune.refused(first, 'TAKE_FILE_BACK')).codes).toEqual(['secondEnded']);
    await province.head(id, 'REFUSE_ACCEPTANCE', { ground: 'NOT_AFFECTED', documentNumber: '45/TB-UBND' });
    await commune.told(first, 'SECOND_ENDED');
    expect(await commune.officer(first, 'TAKE_FILE_BACK')).toMatchObject({
      stage: 'sent',
      regions: { recourse: 'none' },
    });
    expect(await commune.limit(first, 'KN.EFFECT.L1')).toMatchObject({ state: 'running', dueOn: effect });
  });

  it('is not decided without a dialogue, which may be delegated where the law allows and is then reported', async () => {
    const id = await reported();
    await province.report(id);
    const decree = { conclusion: 'wrong', documentNumber: '46/QĐ-UBND' };
    const early = await province.refused(id, 'DECIDE', decree);
    expect(early.codes).toEqual(['dialogueAtSecond']);
    expect(early.text).toMatch(/LKN Đ\.39; NĐ124 Đ\.28 k2/);
    const dialogueOn = await call(province, id);
    const delegation = { chairPost: 'deputy', documentNumber: '47/QĐ-UBND' };
    const tense = await province.refused(id, 'DELEGATE_DIALOGUE', { ...delegation, tense: true });
    expect(tense.text).toMatch(/trực tiếp đối thoại.*NĐ124 Đ\.28 k2a, k2b/s);
    await province.head(id, 'DELEGATE_DIALOGUE', delegation);
    await office.advance({ to: dialogueOn });
    await province.officer(id, 'RECORD_DIALOGUE', { attendance: 'present' });
    expect((await province.refused(id, 'DECIDE', decree)).codes).toEqual(['dialogueReported']);
    await province.officer(id, 'REPORT_DIALOGUE');
    expect(await province.decide(id)).toMatchObject({ stage: 'decided' });
    await province.expectPapers(id, 'ND124.14', 'ND124.16');
  });

  it('of several people, and a first complaint, are heard by the resolver in person', async () => {
    const group = await reported({ petitionerCount: 6 }, { groupPapersComplete: true });
    await province.report(group);
    await call(province, group);
    const delegation = { chairPost: 'deputy', documentNumber: '48/QĐ-UBND' };
    expect((await province.refused(group, 'DELEGATE_DIALOGUE', delegation)).codes).toEqual(['delegationAllowed']);
    const first = await commune.open();
    await commune.accept(first);
    await commune.officer(first, 'START_SELF_REVIEW');
    await commune.verification(first);
    await commune.report(first, { demandDiffers: true });
    await call(commune, first);
    expect((await commune.refused(first, 'DELEGATE_DIALOGUE', delegation)).text).toMatch(/LKN Đ\.30 k1/);
  });

  it('in a complex matter of a remote place has seventy days, by one written finding', async () => {
    const id = await reported({}, { remotePlace: true });
    const start = await today();
    const days = async () => {
      const { startOn, dueOn } = (await province.limit(id, 'KN.RESOLVE.L2'))!;
      return [startOn, (Date.parse(dueOn!) - Date.parse(startOn)) / 86_400_000] as const;
    };
    expect((await days())[0]).toBe(start);
    expect((await days())[1]).toBeGreaterThanOrEqual(60);
    expect((await days())[1]).toBeLessThan(65);
    expect((await province.refused(id, 'FIND_COMPLEX', { ...ground, variant: 'complex' })).text).toMatch(
      /LKN Đ\.28, 37/,
    );
    await province.head(id, 'FIND_COMPLEX', { ...ground, variant: 'remote_complex' });
    expect((await days())[1]).toBeGreaterThanOrEqual(70);
    expect((await days())[1]).toBeLessThan(75);
    expect((await province.refused(id, 'FIND_COMPLEX', { ...ground, variant: 'remote_complex' })).codes).toEqual([
      'notProlonged',
    ]);
  });

  it('consults a council only in a complex matter, and is not decided before it has spoken', async () => {
    const id = await reported();
    const council = { documentNumber: '49/QĐ-UBND' };
    expect((await province.refused(id, 'SET_UP_COUNCIL', council)).text).toMatch(/LKN Đ\.15 k1đ, Đ\.36 k2/);
    await province.head(id, 'CONSULT_SPECIALIST', { documentNumber: '50/CV-UBND' });
    await province.head(id, 'FIND_COMPLEX', { ...ground, variant: 'complex' });
    await province.head(id, 'SET_UP_COUNCIL', council);
    await province.officer(id, 'RECORD_RESPONDENT_REPORT');
    await province.report(id);
    const dialogueOn = await call(province, id);
    await office.advance({ to: dialogueOn });
    await province.officer(id, 'RECORD_DIALOGUE', { attendance: 'absentWithoutReason' });
    const waiting = await province.refused(id, 'DECIDE', { conclusion: 'wrong', documentNumber: '51/QĐ-UBND' });
    expect(waiting.codes).toEqual(['councilHeard']);
    expect(waiting.text).toMatch(/Đ\.43/);
    await province.officer(id, 'RECORD_COUNCIL_OPINION');
    await province.decide(id);
    await province.expectPapers(id, 'COUNCIL.DECISION', 'COUNCIL.MINUTES', 'RESPONDENT.REPORT', 'COMPLEXITY.FINDING');
    const send = (await province.limit(id, 'KN.SEND.L2'))!;
    expect(send.citation).toMatch(/Đ\.41 k1/);
    expect(send.explanation!.readings.map(({ rule }) => rule.citation).join()).toMatch(/NĐ124 Đ\.29 k2/);
  });

  it('filed too late is refused with the article, unless for a good reason; only then is the first file told', async () => {
    const first = await firstDecided();
    const receivedOn = await today();
    await office.advance({ days: 27 });
    // The decision has taken effect or will; the window ends thirty days after receipt, rolled off days off.
    await office.advance({ days: 8 });
    const id = await secondOf(first, { firstDecisionOn: receivedOn });
    const acceptance = { documentNumber: '52/TB-UBND', conditionsChecked: true };
    const late = await province.refused(id, 'ACCEPT', acceptance);
    expect(late.codes).toEqual(['secondFiledInTime']);
    expect(late.text).toMatch(/LKN Đ\.33 k1 \(L136\), Đ\.11 k6/);
    expect((await commune.timeline(first)).some(({ type }) => type === 'NOTE_APPEAL')).toBe(false);
    await province.head(id, 'ACCEPT', { ...acceptance, lateReasonAccepted: true });
    await commune.told(first, 'NOTE_APPEAL');
    // In force meanwhile, it stays in force; only its file goes up.
    await eventually('the day of effect', async () => ((await commune.stage(first)) === 'effective' ? true : null));
    await commune.officer(first, 'HAND_OVER_FILE', { documentNumber: '53/CV-UBND', fileIndexed: true });
    expect(await commune.stage(first)).toBe('effective');
  });

  it('without a first decision goes up when the first limit has run out, and the first file waits apart', async () => {
    expect((await commune.limit(neglected, 'KN.RESOLVE.L1'))!.dueOn! < (await today())).toBe(true);
    const id = await secondOf(neglected, { appealGround: 'overdue' });
    await commune.told(neglected, 'NOTE_APPEAL');
    expect(
      await commune.officer(neglected, 'HAND_OVER_FILE', { documentNumber: '54/CV-UBND', fileIndexed: true }),
    ).toMatchObject({ stage: 'passedUpUndecided' });
    expect(await commune.limit(neglected, 'KN.RESOLVE.L1')).toMatchObject({ state: 'void' });
    const ended = new Date(Date.parse(await today()) - 20 * 86_400_000).toISOString().slice(0, 10);
    await province.accept(id, { firstLimitEndedOn: ended });
    await province.verification(id);
    await province.report(id, { conclusion: 'partlyRight' });
    await office.advance({ to: await call(province, id) });
    await province.officer(id, 'RECORD_DIALOGUE', { attendance: 'present' });
    await province.decide(id, 'partlyRight');
    await province.expectPapers(id, 'ND124.16');
    await commune.told(neglected, 'SECOND_DECIDED');
    expect(await commune.file(neglected)).toMatchObject({ stage: 'settledAbove', outcome: 'secondInstance' });
  });

  it('decided, tells the first file how; takes effect on its day, not appealed again', async () => {
    await province.accept(second);
    await province.verification(second);
    await province.report(second);
    await office.advance({ to: await call(province, second) });
    await province.officer(second, 'RECORD_DIALOGUE', { attendance: 'present' });
    await province.decide(second, 'right');
    const told = await commune.told(decided, 'SECOND_DECIDED');
    expect(told.facts).toMatchObject({ conclusion: 'right' });
    expect(await commune.stage(decided)).toBe('settledAbove');
    await province.officer(second, 'SEND_DECISION');
    await province.officer(second, 'PUBLISH_DECISION', { channel: 'portal' });
    const { dueOn } = (await province.limit(second, 'KN.EFFECT.L2'))!;
    expect(await province.limit(second, 'KN.EFFECT.L1')).toBeUndefined();
    await province.deliver(second, 'decision');
    expect(await province.limit(second, 'KN.APPEAL.L2')).toBeUndefined();
    expect(await province.limit(second, 'TTHC.SUE')).toMatchObject({ state: 'running' });
    await office.advance({ to: dueOn! });
    await eventually('the day of effect', async () => ((await province.stage(second)) === 'effective' ? true : null));
    await province.head(second, 'ENFORCE', { documentNumber: '55/CV-UBND' });
    await office.advance({ days: 15 });
    await province.officer(second, 'END_POSTING');
    expect(await province.officer(second, 'CLOSE', { fileIndexed: true })).toMatchObject({ stage: 'closed' });
  });
});
