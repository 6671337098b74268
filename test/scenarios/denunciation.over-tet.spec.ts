import { beginOn, Office } from '../e2e/support/cases.js';
import { type RunningSystem, startSystem } from '../e2e/support/system.js';
import { Denunciations } from './support/denunciations.js';

const ONE = { complexity: 'complex', criteria: ['SEVERAL_PLACES'], days: 30 };
const TWO = { complexity: 'specially_complex', criteria: ['SEVERAL_PLACES', 'EVIDENCE_CONFLICTS'], days: 30 };
const signed = { documentNumber: '12/QĐ-UBND' };

/** Accepted on Tuesday 20/01/2026; Tết Bính Ngọ is 16–20/02, Giỗ Tổ 27/04. */
describe('a denunciation over Tết', () => {
  let system: RunningSystem;
  let desk: Denunciations;
  let special: string;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-01-20');
    desk = new Denunciations(new Office(system));
    special = (await desk.verifying()).id;
  });
  afterAll(() => system?.stop());

  it('runs thirty days: their end falls in Tết and is kept until the first working day after it', async () => {
    // 20/01 is not counted; the thirtieth day is 19/02, a day off. Monday 23/02 is the first working day.
    expect(await desk.limit(special, 'TC.RESOLVE')).toMatchObject({ startOn: '2026-01-20', dueOn: '2026-02-23' });
  });

  it('a claim of special complexity over one criterion is refused with its article', async () => {
    const words = await desk.refusal(special, 'EXTEND', { ...ONE, complexity: 'specially_complex', ...signed });
    expect(words).toContain('NĐ31 Đ.3');
    expect(words).toContain('từ hai tiêu chí');
  });

  it('is extended twice where two criteria hold; each thirty days follow the end before the roll', async () => {
    await desk.office.advance({ to: '2026-02-13' });
    await desk.act(special, 'EXTEND', TWO);
    // 30 days after 19/02 (not after 23/02): Saturday 21/03, so Monday 23/03.
    expect(await desk.limit(special, 'TC.RESOLVE')).toMatchObject({ dueOn: '2026-03-23' });
    await desk.office.advance({ to: '2026-03-20' });
    await desk.act(special, 'EXTEND', TWO);
    // 30 days after 21/03: Monday 20/04.
    expect(await desk.limit(special, 'TC.RESOLVE')).toMatchObject({ dueOn: '2026-04-20' });
  });

  it('a third extension is refused with its article', async () => {
    const words = await desk.refusal(special, 'EXTEND', { ...TWO, ...signed });
    expect(words).toContain('tối đa hai lần');
    expect(words).toContain('LTC Đ.30 k3');
  });
});

describe('a complex denunciation', () => {
  let system: RunningSystem;
  let desk: Denunciations;
  let id: string;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-03-02');
    desk = new Denunciations(new Office(system));
    id = (await desk.verifying()).id;
  });
  afterAll(() => system?.stop());

  it('is extended once over one criterion, by as many days as the decision says', async () => {
    expect(await desk.limit(id, 'TC.RESOLVE')).toMatchObject({ dueOn: '2026-04-01' });
    await desk.act(id, 'EXTEND', { ...ONE, days: 20 });
    // 20 days after 01/04: Tuesday 21/04.
    expect(await desk.limit(id, 'TC.RESOLVE')).toMatchObject({ dueOn: '2026-04-21' });
    await desk.paper(id, 'Mẫu số 01');
  });

  it('a second extension over one criterion is refused with its article', async () => {
    const words = await desk.refusal(id, 'EXTEND', { ...ONE, ...signed });
    expect(words).toContain('một tiêu chí chỉ gia hạn một lần');
    expect(words).toContain('LTC Đ.30 k3');
  });

  it('before 01/07/2026 the inspectorate that follows the conclusion up reports monthly', async () => {
    await desk.conclude(id, { conclusion: 'right', violationFound: true });
    await desk.act(id, 'HANDLE_CONCLUSION', { measures: ['DISCIPLINE'] });
    await desk.act(id, 'ASSIGN_FOLLOW_UP', { followedBy: 'inspectorate' });
    expect(await desk.limit(id, 'TC.FOLLOWUP')).toMatchObject({ startOn: '2026-03-02', dueOn: '2026-04-02' });
    const words = await desk.refusal(id, 'ASSIGN_FOLLOW_UP', { followedBy: 'adviser' });
    expect(words).toContain('LTC Đ.44 k3 (L136)');
  });
});
