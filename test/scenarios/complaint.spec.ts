import { beginOn, eventually, Office } from '../e2e/support/cases.js';
import { type RunningSystem, startSystem } from '../e2e/support/system.js';
import { COMMUNE, Matters } from './support/matters.js';

describe('a first complaint', () => {
  let system: RunningSystem;
  let office: Office;
  let commune: Matters;
  let older: string;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-06-22');
    office = new Office(system);
    commune = new Matters(office, COMMUNE);
  });
  afterAll(() => system?.stop());

  const suspension = { ground: 'AWAIT_RESULT', documentNumber: '20/QĐ-UBND' };
  const accepted = async (petition: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => {
    const id = await commune.open(petition);
    await commune.accept(id, more);
    return id;
  };

  it('of June cannot be suspended in June, and is suspended in July by the new rule', async () => {
    older = await accepted({ receivedOn: '2026-06-22' });
    const inJune = await commune.refused(older, 'SUSPEND', suspension);
    expect(inJune.codes).toEqual(['newLaw']);
    expect(inJune.text).toMatch(/NĐ155 Đ\.22 k1/);
    await office.advance({ to: '2026-07-06' });
    expect(await commune.head(older, 'SUSPEND', suspension)).toMatchObject({ stage: 'suspended' });
    expect(await commune.limit(older, 'KN.RESOLVE.L1')).toMatchObject({
      state: 'paused',
      pauses: [{ from: '2026-07-06', to: null }],
    });
  });

  it('suspended then resumed goes on where it stood, and each decision is sent in three working days', async () => {
    const id = await accepted({ receivedOn: '2026-07-06' });
    await commune.officer(id, 'START_SELF_REVIEW');
    expect(await commune.limit(id, 'KN.RESOLVE.L1')).toMatchObject({ startOn: '2026-07-06', dueOn: '2026-08-05' });
    await office.advance({ to: '2026-07-13' });
    await commune.head(id, 'SUSPEND', { ground: 'FORCE_MAJEURE', evidenceOnFile: true, documentNumber: '21/QĐ-UBND' });
    expect(await commune.limit(id, 'KN.SUSPEND.SEND')).toMatchObject({ dueOn: '2026-07-16' });
    await commune.officer(id, 'SEND_SUSPENSION');
    expect((await commune.refused(id, 'DECIDE', { conclusion: 'right', documentNumber: '1/QĐ' })).text).toMatch(
      /Tạm đình chỉ giải quyết/,
    );
    await office.advance({ to: '2026-07-20' });
    expect(await commune.head(id, 'RESUME', { groundEnded: true, documentNumber: '22/QĐ-UBND' })).toMatchObject({
      stage: 'selfReviewing',
    });
    const limit = (await commune.limit(id, 'KN.RESOLVE.L1'))!;
    expect(limit).toMatchObject({ state: 'running', pauses: [{ from: '2026-07-13', to: '2026-07-20' }] });
    // Seven days stood still; the day of resumption counts again.
    expect(limit.dueOn).toBe('2026-08-12');
    await commune.officer(id, 'SEND_RESUMPTION');
    expect(await commune.limit(id, 'KN.RESUME.SEND')).toMatchObject({ state: 'met', metOn: '2026-07-20' });
  });

  it('withdrawn in part goes on with the rest; the oral withdrawal has its record', async () => {
    const id = await accepted();
    const part = { scope: 'content', form: 'record', signed: true };
    expect((await commune.refused(id, 'WITHDRAW_PART', { ...part, signed: false })).text).toMatch(/LKN Đ\.10/);
    expect(await commune.officer(id, 'WITHDRAW_PART', part)).toMatchObject({ stage: 'accepted', closedOn: null });
    await commune.expectPapers(id, 'WITHDRAWAL.RECORD');
    expect(await commune.limit(id, 'KN.RESOLVE.L1')).toMatchObject({ state: 'running' });
  });

  it('of six people goes on for five when one withdraws; of one person nobody can leave a group', async () => {
    const group = await accepted({ petitionerCount: 6 }, { groupPapersComplete: true });
    const leaves = { scope: 'persons', form: 'application', signed: true };
    expect(await commune.officer(group, 'WITHDRAW_PART', leaves)).toMatchObject({ stage: 'accepted' });
    expect((await commune.refused(group, 'WITHDRAW', { form: 'application', signed: true })).codes).toEqual([
      'allWithdraw',
    ]);
    const alone = await accepted();
    const refused = await commune.refused(alone, 'WITHDRAW_PART', leaves);
    expect(refused.codes).toEqual(['personsOfGroup']);
    expect(refused.text).toMatch(/NĐ124 Đ\.7a/);
  });

  it('of a group is spoken for by no more people than the law allows', async () => {
    const group = await accepted({ petitionerCount: 6 }, { groupPapersComplete: true });
    const three = { representativeCount: 3, appointmentSigned: true };
    expect((await commune.refused(group, 'RECORD_REPRESENTATIVES', three)).text).toMatch(/LTCD Đ\.29/);
    await commune.officer(group, 'RECORD_REPRESENTATIVES', { ...three, representativeCount: 2 });
    await commune.expectPapers(group, 'REPRESENTATIVE.APPOINTMENT');
  });

  it('is continued by heirs who prove it', async () => {
    const id = await accepted();
    expect((await commune.refused(id, 'HEIRS_CONTINUE', { heirProof: false })).text).toMatch(/NĐ124 Đ\.5 k4/);
    expect(await commune.officer(id, 'HEIRS_CONTINUE', { heirProof: true })).toMatchObject({ stage: 'accepted' });
    expect(await commune.limit(id, 'KN.RESOLVE.L1')).toMatchObject({ state: 'running' });
  });

  it('may be stayed within what is left of its limit and no longer', async () => {
    const id = await accepted();
    const { dueOn } = (await commune.limit(id, 'KN.RESOLVE.L1'))!;
    const stay = { hardToRepair: true, documentNumber: '23/QĐ-UBND' };
    const late = await commune.refused(id, 'ISSUE_STAY', { ...stay, stayUntil: '2026-10-01' });
    expect(late.codes).toEqual(['stayWithinLimit']);
    expect(late.text).toMatch(/LKN Đ\.35/);
    expect(await commune.head(id, 'ISSUE_STAY', { ...stay, stayUntil: dueOn })).toMatchObject({
      stage: 'accepted',
      regions: { stay: 'stayed' },
    });
    expect(await commune.limit(id, 'KN.STAY.CAP')).toMatchObject({ state: 'running', dueOn: null });
  });

  it('lets the parties read what was gathered: asked, redacted, given, each a line of the ledger', async () => {
    const id = await accepted();
    const asks = (reader: string, more = {}) => ({ reader, note: 'Đề nghị sao chụp biên bản làm việc', ...more });
    expect((await commune.refused(id, 'REQUEST_READING', asks('lawyer'))).text).toMatch(/LKN Đ\.16 k2a/);
    await commune.officer(id, 'REQUEST_READING', asks('respondent'));
    expect((await commune.refused(id, 'GRANT_READING', { redactionChecked: false })).text).toMatch(/LKN Đ\.12 k1d/);
    await commune.officer(id, 'GRANT_READING', { redactionChecked: true, pages: 4 });
    await commune.officer(id, 'REQUEST_READING', asks('lawyer', { authorityShown: true }));
    await commune.officer(id, 'REFUSE_READING', { ground: 'STATE_SECRET' });
    const lines = (await commune.timeline(id)).filter(({ type }) => type.endsWith('_READING'));
    expect(lines.map(({ type }) => type)).toEqual([
      'REQUEST_READING',
      'GRANT_READING',
      'REQUEST_READING',
      'REFUSE_READING',
    ]);
    // Words are beside the ledger, never in it.
    expect(JSON.stringify(lines.map(({ facts }) => facts))).not.toContain('sao chụp');
    expect((await commune.file(id)).regions).toMatchObject({ reading: 'noRequest' });
  });

  it('refused acceptance stays open until the notice is delivered', async () => {
    const id = await commune.open();
    const refusal = { ground: 'NO_SIGNATURE', documentNumber: '24/TB-UBND' };
    expect(await commune.head(id, 'REFUSE_ACCEPTANCE', refusal)).toMatchObject({
      stage: 'notAccepted',
      closedOn: null,
    });
    expect((await commune.refused(id, 'CLOSE', { fileIndexed: true })).codes).toEqual(['refusalDelivered']);
    await commune.deliver(id, 'nonAcceptanceNotice', { addressee: 'forwarder' });
    expect((await commune.refused(id, 'CLOSE', { fileIndexed: true })).text).toMatch(/NĐ124 Đ\.16 k2/);
    await commune.deliver(id, 'nonAcceptanceNotice');
    expect(await commune.officer(id, 'CLOSE', { fileIndexed: true })).toMatchObject({
      stage: 'closedNotAccepted',
      outcome: 'notAccepted',
    });
    await commune.expectPapers(id, 'ND124.04', 'DELIVERY.RECORD');
  });

  it('taken to court is noted, and its file goes to the court that asks for it', async () => {
    const id = await accepted();
    await commune.officer(id, 'NOTE_COURT');
    const handing = { documentNumber: '25/CV-UBND', fileIndexed: false };
    expect((await commune.refused(id, 'HAND_FILE_TO_COURT', handing)).text).toMatch(/LKN Đ\.34/);
    await commune.officer(id, 'HAND_FILE_TO_COURT', { ...handing, fileIndexed: true });
    expect((await commune.file(id)).regions).toMatchObject({ recourse: 'sued' });
    expect((await commune.refused(id, 'NOTE_APPEAL', { appealGround: 'overdue' })).text).toMatch(/khiếu nại lần hai/);
    expect(await commune.head(id, 'DISCONTINUE', { ground: 'COURT', documentNumber: '26/QĐ-UBND' })).toMatchObject({
      stage: 'discontinued',
    });
  });

  it('shows the day of effect beside the appeal window, and says when the one comes before the other ends', async () => {
    const id = await accepted();
    await commune.decidedOnReview(id);
    const { dueOn: effectOn } = (await commune.limit(id, 'KN.EFFECT.L1'))!;
    await office.advance({ days: 10 });
    await commune.deliver(id, 'decision');
    const window = (await commune.limit(id, 'KN.APPEAL.L2'))!;
    expect(window).toMatchObject({ state: 'running' });
    expect(window.dueOn! > effectOn!).toBe(true);
    await office.advance({ to: effectOn! });
    await eventually('the day of effect', async () => ((await commune.stage(id)) === 'effective' ? true : null));
    expect(await commune.limit(id, 'KN.APPEAL.L2')).toMatchObject({ state: 'running', dueOn: window.dueOn });
    interface Inbox {
      items: { topic: string; title: string; caseFileId: string }[];
    }
    const notice = await eventually('the notice', async () => {
      const { items } = await office.get<Inbox>('lanhdao', '/inbox');
      return items.find((one) => one.caseFileId === id && one.topic === 'complaint.effectiveWhileAppealable');
    });
    expect(notice.title).toMatch(/thời hạn khiếu nại lần hai chưa hết/);
    // In force and looked into by the superior: not closed before that is reported (NĐ124 Đ.38).
    const order = { orderedBy: 'provinceChairman', documentNumber: '7/CV-UBND' };
    expect(
      (await commune.office.try('lanhdao.tinh', id, { type: 'ORDER_REVIEW', harmFound: false, ...order })).status,
    ).toBe(409);
    await office.step('lanhdao.tinh', id, 'ORDER_REVIEW', { harmFound: true, ...order });
    await commune.head(id, 'ENFORCE', { documentNumber: '27/CV-UBND' });
    await commune.officer(id, 'PUBLISH_DECISION', { channel: 'posting' });
    const closing = await commune.refused(id, 'CLOSE', { fileIndexed: true });
    expect(closing.text).toMatch(/NĐ124 Đ\.38/);
    await office.step('chuyenvien.tinh', id, 'RECORD_REVIEW', { finding: 'lawful' });
    // Posted, the decision is not put away before the posting has ended.
    const posted = await commune.refused(id, 'CLOSE', { fileIndexed: true });
    expect(posted.codes).toEqual(['postingEnded']);
    expect(posted.text).toMatch(/NĐ124 Đ\.29 k3/);
    await office.advance({ days: 15 });
    await commune.officer(id, 'END_POSTING');
    expect(await commune.officer(id, 'CLOSE', { fileIndexed: true })).toMatchObject({ stage: 'closed' });
    await commune.expectPapers(id, 'POSTING.RECORD', 'RESOLUTION.REVIEW', 'ENFORCEMENT.ORDER', 'FILE.INDEX');
  });

  it('takes effect by the day of its issue, sent or not, and is sent, published, enforced and closed afterwards', async () => {
    const id = await accepted({ forwarderKind: 'receptionBoard', forwarderName: 'Ban tiếp công dân' });
    await commune.officer(id, 'START_SELF_REVIEW');
    await commune.decide(id, 'right');
    expect(await commune.limit(id, 'TCD.TRANSFER.RESULT')).toMatchObject({ state: 'running' });
    const { dueOn: effectOn } = (await commune.limit(id, 'KN.EFFECT.L1'))!;
    await office.advance({ to: effectOn! });
    await eventually('the day of effect', async () => ((await commune.stage(id)) === 'effective' ? true : null));
    await office.advance({ days: 2 });
    expect(await commune.officer(id, 'SEND_DECISION')).toMatchObject({ stage: 'effective' });
    expect(await commune.limit(id, 'KN.SEND.L1')).toMatchObject({ state: 'metLate' });
    expect((await commune.refused(id, 'SEND_DECISION')).codes).toEqual(['decisionUnsent']);
    expect(await commune.limit(id, 'KN.ENFORCE')).toMatchObject({ startOn: effectOn });
    await commune.deliver(id, 'decision');
    await commune.officer(id, 'PUBLISH_DECISION', { channel: 'media' });
    await commune.head(id, 'ENFORCE', { documentNumber: '29/CV-UBND' });
    // Who forwarded the complaint is owed the result (LTCD Đ.27 k2); closing would let that duty lapse.
    const untold = await commune.refused(id, 'CLOSE', { fileIndexed: true });
    expect(untold.codes).toEqual(['forwarderTold']);
    expect(untold.text).toMatch(/LTCD Đ\.27 k2/);
    await commune.officer(id, 'NOTIFY_FORWARDER', { documentNumber: '30/TB-UBND' });
    expect(await commune.limit(id, 'TCD.TRANSFER.RESULT')).toMatchObject({ state: 'metLate' });
    expect(await commune.officer(id, 'CLOSE', { fileIndexed: true })).toMatchObject({ stage: 'closed' });
  });

  it('answers a forbidden act with its article in Vietnamese', async () => {
    const id = await accepted();
    const decided = { conclusion: 'wrong', documentNumber: '28/QĐ-UBND' };
    const articles = {
      START_VERIFICATION: await commune.refused(id, 'ASSIGN_VERIFICATION', {
        documentNumber: '1/QĐ',
        assigneeId: await office.userId('chuyenvien'),
        verificationDays: 5,
      }),
      SET_UP_COUNCIL: await commune.refused(id, 'FIND_COMPLEX', {
        ground: 'FOREIGN',
        variant: 'remote_complex',
        documentNumber: '2/TB',
      }),
    };
    expect(articles.START_VERIFICATION.text).toMatch(/kiểm tra lại.*NĐ124 Đ\.17/s);
    expect(articles.SET_UP_COUNCIL.text).toMatch(/LKN Đ\.28/);
    await commune.officer(id, 'START_SELF_REVIEW');
    expect((await commune.refused(id, 'DECIDE', decided)).text).toMatch(/LKN Đ\.29 k1a/);
  });
});
