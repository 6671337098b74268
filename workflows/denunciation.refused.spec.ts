import { checkProcedure, defineProcedure, open } from '#libs/procedure';
import { knownRule } from './common/known-rule.js';
import { Walk } from './common/walk.js';
import { protection } from './protection/index.js';
import { denunciation, denunciationSpec } from './denunciation/index.js';

const facts = { petitionType: 'denunciation', channel: 'counter', receivedOn: '2026-07-06', actorRole: 'chairman' };
const paper = { documentNumber: true };
const accepted = (more = {}) =>
  Walk.open(denunciation, { ...facts, ...more }).step('ACCEPT', '2026-07-06', { ...paper, conditionsMet: true });
const articles = (refusal: { unmet: readonly { citation: string }[] }): string =>
  refusal.unmet.map(({ citation }) => citation).join('; ');

describe('a denunciation', () => {
  it('that came online opens no file', () => {
    const refused = open(denunciation, { ...facts, channel: 'online', occurredOn: '2026-07-06' });
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(articles(refused.error)).toContain('LTC Đ.22');
  });

  it('renewed is considered before it is accepted, also where the earlier file is not held here', () => {
    expect(Walk.open(denunciation, facts).stage).toBe('received');
    expect(Walk.open(denunciation, { ...facts, renewed: true }).stage).toBe('reviewing');
  });

  it('of several denouncers needs a representative; one of them leaving does not end it', () => {
    const group = Walk.open(denunciation, { ...facts, groupSize: 3 });
    const wanted = group.refusal('ACCEPT', '2026-07-06', { ...paper, conditionsMet: true });
    expect(articles(wanted)).toContain('LTC Đ.23 k1');
    const left = { form: 'application', signed: true, allWithdraw: false };
    expect(articles(group.refusal('WITHDRAW', '2026-07-06', left))).toContain('LTC Đ.33 k2');
  });

  it('is not extended a third time, nor twice over one criterion', () => {
    const one = { ...paper, complexity: 'complex', criteria: ['FOREIGN'], days: 30 };
    const two = { ...one, complexity: 'specially_complex', criteria: ['FOREIGN', 'SEVERAL_BODIES'] };
    const once = accepted().step('EXTEND', '2026-07-20', one);
    expect(articles(once.refusal('EXTEND', '2026-08-20', one))).toContain('LTC Đ.30 k3');
    const twice = once.step('EXTEND', '2026-08-20', two);
    expect(articles(twice.refusal('EXTEND', '2026-09-20', two))).toContain('LTC Đ.30 k3');
    const doubled = { ...two, criteria: ['FOREIGN', 'FOREIGN'] };
    expect(articles(once.refusal('EXTEND', '2026-08-20', doubled))).toContain('LTC Đ.30 k3');
  });

  it('stops and starts whichever resolution clock runs', () => {
    const stopped = accepted().step('SUSPEND', '2026-07-20', { ...paper, ground: 'AWAIT_RESULT' });
    const paused = stopped.last.effects.flatMap((effect) => (effect.type === 'deadline.pause' ? [effect.rule] : []));
    expect(paused).toEqual(['TC.RESOLVE', 'TC.AGAIN.RESOLVE', 'TC.TAKEOVER']);
    const future = { ...paper, groundEndedOn: '2026-07-28' };
    expect(articles(stopped.refusal('RESUME', '2026-07-27', future))).toContain('LTC Đ.34 k2');
    expect(stopped.step('RESUME', '2026-07-28', future).stage).toBe('accepted');
  });

  it('with signs of crime does not end before it has gone to the investigating body', () => {
    const found = (walk: Walk) => walk.step('NOTE_CRIME_SIGNS', '2026-07-07');
    const asked = (walk: Walk, type: string, more = {}) =>
      articles(walk.refusal(type, '2026-07-08', { ...paper, ...more }));
    const received = Walk.open(denunciation, facts);
    const refused = received.step('REFUSE_ACCEPTANCE', '2026-07-06', { ...paper, ground: 'NO_BASIS' });
    const stopped = accepted().step('DISCONTINUE', '2026-07-06', { ...paper, ground: 'SETTLED' });
    const renewed = Walk.open(denunciation, { ...facts, renewed: true });
    const kept = { reasons: true, earlierFileReviewed: true };
    const atOnce = { fieldViolation: true, clearEvidence: true };
    expect(asked(found(received), 'HANDLE_AT_ONCE', atOnce)).toContain('LTC Đ.27 k1');
    expect(asked(found(received.step('FIND_NOT_COMPETENT', '2026-07-06')), 'TRANSFER')).toContain('LTC Đ.27 k1');
    expect(asked(found(refused), 'SEND_REFUSAL')).toContain('LTC Đ.27 k1');
    expect(asked(found(stopped), 'SEND_DISCONTINUANCE')).toContain('LTC Đ.27 k1');
    expect(asked(found(renewed), 'KEEP_RESULT', kept)).toContain('LTC Đ.27 k1');
  });

  it('names a new team before the former one could be mistaken for it', () => {
    const team = (...memberIds: number[]) => ({ ...paper, leaderId: 1, memberIds, noConflict: true });
    const verifying = accepted().step('START_VERIFICATION', '2026-07-06', { ...team(2), verification: 'team' });
    const changed = verifying.step('SET_TEAM', '2026-07-07', team(3));
    expect(changed.remembered).toMatchObject({ formerTeamIds: [2], teamIds: [3] });
    const order = changed.last.effects.flatMap((effect) => (effect.type.startsWith('case.') ? [effect.type] : []));
    expect(order).toEqual(['case.revoke', 'case.revoke', 'case.grant', 'case.grant']);
  });

  it('would not be certified if it could end after acceptance without a conclusion', () => {
    const { accepted: stage, ...rest } = denunciationSpec.main.stages;
    const leak = { on: 'CLOSE', to: 'closed', basis: stage!.info.basis };
    const broken = defineProcedure({
      ...denunciationSpec,
      main: { stages: { ...rest, accepted: { ...stage!, arrows: [...stage!.arrows!, leak] } } },
    });
    const found = checkProcedure(broken, { knownRule }).map(({ check }) => check);
    expect(found).toContain('decision');
  });

  it('tells the public nothing of its nature', () => {
    const words = [denunciation, protection].flatMap(({ stages, regions = {} }) => [
      ...Object.values(stages).map(({ publicTitle }) => publicTitle),
      ...Object.values(regions).flatMap((region) => Object.values(region).map(({ publicTitle }) => publicTitle)),
    ]);
    expect(words.filter((one) => /tố cáo|xác minh|kết luận|giám định|đình chỉ|bảo vệ|tội phạm/i.test(one))).toEqual([]);
  });
});
