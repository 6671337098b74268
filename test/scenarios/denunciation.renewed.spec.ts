import { beginOn, eventually, Office } from '../e2e/support/cases.js';
import { type RunningSystem, startSystem } from '../e2e/support/system.js';
import { Denunciations, PROVINCE } from './support/denunciations.js';

const CHIEF = PROVINCE.username;
const paper = { documentNumber: '7/UBND-NC' };

/** The direct superior of a commune, from Monday 06/07/2026 on. */
describe('a denunciation that comes to the superior', () => {
  let system: RunningSystem;
  let desk: Denunciations;
  let concluded: string;
  let late: string;
  let partial: string;
  let chief: number;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-07-06');
    desk = new Denunciations(new Office(system));
    chief = await desk.office.userId(CHIEF);
    concluded = (await desk.verifying()).id;
    await desk.conclude(concluded, { conclusion: 'wrong', violationFound: false });
    late = (await desk.verifying()).id;
    partial = (await desk.verifying()).id;
  });
  afterAll(() => system?.stop());

  const renewed = async (renewedOf: string) => {
    await desk.act(renewedOf, 'SHOW_TO_SUPERIOR', { superiorIds: [chief] });
    await desk.seenBy(renewedOf, CHIEF, 200);
    return (await desk.open({ head: PROVINCE, proposal: { renewedOf } })).id;
  };

  it('names a file below only once the resolver there has shown it, and is opened without it until then', async () => {
    const { id } = await desk.open({ head: PROVINCE, proposal: { renewed: true } });
    expect(await desk.stage(id, CHIEF)).toBe('reviewing');
    const hidden = await desk.office.try(CHIEF, id, { type: 'LINK_EARLIER_FILE', earlierFileId: concluded });
    expect(hidden.status).toBe(422);
    await desk.act(concluded, 'SHOW_TO_SUPERIOR', { superiorIds: [chief] });
    await desk.seenBy(concluded, CHIEF, 200);
    await desk.act(id, 'LINK_EARLIER_FILE', { earlierFileId: concluded }, CHIEF);
    await eventually('the link', async () =>
      (await desk.raw(CHIEF, `/case-files/${id}`)).text.includes('renewedOf') ? true : null,
    );
    expect((await desk.timeline(concluded)).some(({ type }) => type === 'GRANT')).toBe(true);
  });

  it('is considered in twenty days and not resolved again with the reason in writing', async () => {
    const id = await renewed(concluded);
    expect(await desk.stage(id, CHIEF)).toBe('reviewing');
    // 20 days from 06/07: Sunday 26/07, so Monday 27/07.
    expect(await desk.limit(id, 'TC.AGAIN', CHIEF)).toMatchObject({ dueOn: '2026-07-27' });
    const keep = { ...paper, reasons: 'Việc giải quyết trước đó đúng quy định' };
    const unread = await desk.refusal(id, 'KEEP_RESULT', { ...keep, earlierFileReviewed: false }, CHIEF);
    expect(unread).toContain('LTC Đ.37');
    expect((await desk.act(id, 'KEEP_RESULT', keep, CHIEF)).outcome).toBe('notResolvedAgain');
    expect(await desk.limit(id, 'TC.AGAIN', CHIEF)).toMatchObject({ state: 'met' });
    await desk.paper(id, 'không giải quyết lại', CHIEF);
  });

  it('is resolved again under a limit of its own where evidence had been missed', async () => {
    const id = await renewed(concluded);
    await desk.act(id, 'RESOLVE_AGAIN', { againGround: 'EVIDENCE_MISSED' }, CHIEF);
    expect(await desk.stage(id, CHIEF)).toBe('accepted');
    expect(await desk.limit(id, 'TC.AGAIN.RESOLVE', CHIEF)).toMatchObject({
      startOn: '2026-07-06',
      dueOn: '2026-08-05',
    });
    expect((await desk.raw(CHIEF, `/case-files/${id}`)).text).toContain('renewedOf');
  });

  it('a demand before the limit has passed is refused with its article', async () => {
    expect(await desk.refusal(late, 'RECEIVE_LATE_DEMAND')).toContain('LTC Đ.38 k1');
  });

  it('an overdue one is demanded in five working days, reported on in five, and its denouncer answered', async () => {
    await desk.office.advance({ to: '2026-08-10' });
    const id = await renewed(late);
    await desk.act(id, 'NOTE_LATENESS', {}, CHIEF);
    expect(await desk.limit(id, 'TC.LATE.ASK', CHIEF)).toMatchObject({ startOn: '2026-08-10', dueOn: '2026-08-17' });
    await desk.office.advance({ to: '2026-08-12' });
    await desk.act(id, 'DEMAND_REPORT', {}, CHIEF);
    // The commune's own file is told: five working days from Wednesday 12/08.
    await eventually('the demand', async () =>
      (await desk.office.caseFile(late)).regions['lateness'] === 'demanded' ? true : null,
    );
    expect(await desk.limit(late, 'TC.LATE.REPLY')).toMatchObject({ startOn: '2026-08-12', dueOn: '2026-08-19' });
    await desk.act(late, 'SEND_LATE_REPORT');
    await desk.paper(late, 'Báo cáo về việc chậm giải quyết');
    expect(await desk.stage(late)).toBe('verifying');
    await desk.act(id, 'RECEIVE_LATE_REPORT', {}, CHIEF);
    const silent = await desk.refusal(id, 'CLOSE_LATENESS', { resolvedBelow: true }, CHIEF);
    expect(silent).toContain('LTC Đ.38 k4');
    await desk.act(id, 'ANSWER_LATENESS', {}, CHIEF);
    expect((await desk.act(id, 'CLOSE_LATENESS', {}, CHIEF)).outcome).toBe('latenessSettled');
    await desk.paper(id, 'Thông báo cho người tố cáo về việc chậm giải quyết', CHIEF);
  });

  it('a partial resolver loses the matter: the superior takes it over with a new clock', async () => {
    const id = await renewed(partial);
    await desk.act(id, 'NOTE_LATENESS', {}, CHIEF);
    await desk.act(id, 'TAKE_OVER', { ground: 'RELATIVE' }, CHIEF);
    await desk.stageBecomes(partial, 'handedOver');
    expect(await desk.limit(partial, 'TC.RESOLVE')).toMatchObject({ state: 'void' });
    const unread = { ...paper, conditionsMet: true, lowerFileReceived: false };
    expect(await desk.refusal(id, 'ACCEPT', unread, CHIEF)).toContain('NĐ31 Đ.5 k3');
    await desk.act(id, 'ACCEPT', { lowerFileReceived: true }, CHIEF);
    // From the new decision of 12/08: Friday 11/09.
    expect(await desk.limit(id, 'TC.TAKEOVER', CHIEF)).toMatchObject({ startOn: '2026-08-12', dueOn: '2026-09-11' });
    const { text } = await desk.raw(CHIEF, `/case-files/${id}`);
    expect(text).toContain('takenOverFrom');
    // The commune sees nothing of what the superior does.
    expect(await desk.sight(id, 'lanhdao')).toBe(404);
  });
});
