import { localDate } from '#libs/shared';
import {
  advance,
  available,
  cite,
  defineProcedure,
  effects,
  eventTable,
  input,
  need,
  open,
  ProcedureRegistry,
  requirementTable,
  type ProcedureState,
} from './index.js';

const law = cite('Điều 7');
const info = { title: 'Chờ', basis: law, owner: 'caseOfficer', clocks: ['A'], publicTitle: 'Chờ' } as const;
const event = (type: string, title: string) => ({
  type,
  title,
  roles: ['caseOfficer'] as const,
  basis: law,
  input: [input.boolean('agreed', 'Đồng ý')],
});
const requirements = requirementTable([
  need('agreed', 'Có sự đồng ý', law).whenInput((facts) => facts.agreed === true, { met: { agreed: true }, unmet: {} }),
  need('paid', 'Đã nộp', cite('Điều 8')).when((facts) => facts.paid === true, { met: { paid: true }, unmet: {} }),
  need('inWaiting', 'Đang chờ', cite('Điều 9')).when((facts) => facts.stage === 'waiting', {
    met: { stage: 'waiting' },
    unmet: {},
  }),
]);
const toy = defineProcedure({
  name: 'feedback',
  version: 1,
  title: 'Thử',
  protectsIdentity: false,
  validFrom: localDate('2026-07-01'),
  opening: [{ on: 'OPEN', to: 'waiting', basis: law, effects: effects.when('paid', effects.open('A', 'receivedOn')) }],
  main: {
    stages: {
      waiting: {
        info,
        arrows: [
          {
            on: 'AGREE',
            to: 'done',
            needs: ['agreed', 'paid'],
            basis: law,
            effects: [effects.remember('agreedFrom', 'stage'), effects.remember('absent', 'nowhere')],
          },
          { on: 'AGREE', to: 'half', needs: ['agreed', 'paid', 'inWaiting'], basis: law },
          { on: 'PICK', to: 'done', needs: ['agreed', 'paid'], basis: law },
          { on: 'PICK', to: 'half', needs: ['paid'], basis: law },
          { on: 'NOTE', basis: law, effects: [effects.task('note')] },
        ],
      },
      half: { info, arrows: [{ on: 'AGREE', to: 'done', basis: law }] },
      done: { info: { ...info, owner: null, outcome: 'agreed' } },
    },
  },
  side: {
    flag: {
      initial: 'down',
      stages: { down: { info, arrows: [{ on: 'RAISE', to: 'up', needs: ['inWaiting'], basis: law }] }, up: { info } },
    },
  },
  events: eventTable([
    event('AGREE', 'Đồng ý'),
    event('NOTE', 'Ghi'),
    event('PICK', 'Chọn'),
    event('RAISE', 'Nâng'),
    { ...event('CORRECT', 'Đính chính'), compensates: true, needs: ['paid'] },
  ]),
  requirements,
});
const waiting: ProcedureState = {
  procedure: 'feedback',
  version: 1,
  state: { flag: 'down', progress: 'waiting' },
  context: {},
};
const step = (type: string, facts = {}, state = waiting) => advance(toy, state, { type, facts });

describe('the kernel', () => {
  it('opens with the effects whose condition holds', () => {
    expect(open(toy, { paid: true })).toMatchObject({
      ok: true,
      value: { from: null, to: 'waiting', effects: [{ type: 'deadline.open', rule: 'A', startFact: 'receivedOn' }] },
    });
    expect(open(toy, {})).toMatchObject({ ok: true, value: { effects: [] } });
  });

  it('takes the first open alternative, fills in what is remembered and leaves out what is not there', () => {
    expect(step('AGREE', { agreed: true, paid: true })).toEqual({
      ok: true,
      value: {
        next: { ...waiting, state: { flag: 'down', progress: 'done' } },
        from: 'waiting',
        to: 'done',
        regions: { flag: 'down' },
        effects: [{ type: 'fact.remember', fact: 'agreedFrom', from: 'stage', value: 'waiting' }],
        basis: [law],
        closed: true,
        outcome: 'agreed',
      },
    });
  });

  it('refuses with the least that is missing and its articles', () => {
    expect(step('AGREE', { agreed: true })).toEqual({
      ok: false,
      error: {
        code: 'PROCEDURE.EVENT_NOT_ALLOWED',
        allowed: ['AGREE', 'PICK', 'NOTE', 'RAISE'],
        unmet: [{ code: 'paid', title: 'Đã nộp', citation: 'Điều 8' }],
        detail: 'Chưa thể thực hiện “Đồng ý”: Đã nộp (Điều 8).',
      },
    });
  });

  it('decides between alternatives anew each time and explains a refusal by the nearest one', () => {
    expect(step('PICK', { paid: true })).toMatchObject({ ok: true, value: { to: 'half' } });
    expect(step('PICK', { paid: true, agreed: true })).toMatchObject({ ok: true, value: { to: 'done' } });
    expect(step('PICK', { paid: true })).toMatchObject({ ok: true, value: { to: 'half' } });
    expect(step('PICK')).toMatchObject({ ok: false, error: { unmet: [{ code: 'paid' }] } });
  });

  it('tells an unknown event from one out of place and from a closed file', () => {
    expect(step('VANISH')).toMatchObject({ ok: false, error: { code: 'PROCEDURE.EVENT_UNKNOWN' } });
    expect(step('OPEN')).toMatchObject({ ok: false, error: { code: 'PROCEDURE.EVENT_UNKNOWN' } });
    expect(step('NOTE', {}, { ...waiting, state: { progress: 'half', flag: 'up' } })).toMatchObject({
      ok: false,
      error: { allowed: ['AGREE'], unmet: [] },
    });
    expect(step('RAISE', {}, { ...waiting, state: { progress: 'done', flag: 'down' } })).toMatchObject({
      ok: false,
      error: { allowed: [], detail: expect.stringContaining('đã kết thúc') },
    });
  });

  it('moves a side region beside the main stage and keeps a sub-act in place', () => {
    expect(step('RAISE')).toMatchObject({
      ok: true,
      value: { from: 'waiting', to: 'waiting', regions: { flag: 'up' } },
    });
    expect(step('NOTE')).toMatchObject({
      ok: true,
      value: { to: 'waiting', effects: [{ type: 'task.open', task: 'note' }] },
    });
  });

  it('answers alike whichever facts came first and however the stored value is ordered', () => {
    const before = step('AGREE', { agreed: true });
    step('AGREE', { agreed: true, paid: true });
    expect(step('AGREE', { agreed: true })).toEqual(before);
    expect(step('NOTE', {}, { ...waiting, state: { progress: 'waiting', flag: 'down' } })).toEqual(step('NOTE'));
  });

  it('refuses a stored state of another machine', () => {
    expect(() => step('NOTE', {}, { ...waiting, state: { progress: 'elsewhere', flag: 'down' } })).toThrow('elsewhere');
  });

  it('lets a correction through on a closed file and moves nothing', () => {
    const closed = { ...waiting, state: { progress: 'done', flag: 'down' } };
    expect(step('CORRECT', { paid: true }, closed)).toMatchObject({ ok: true, value: { next: closed, effects: [] } });
    expect(step('CORRECT', {}, closed)).toMatchObject({ ok: false, error: { unmet: [{ code: 'paid' }] } });
  });

  it('lists what the stage knows, leaving the form’s own answers to the form', () => {
    const list = available(toy, waiting, () => ({}));
    expect(list.map(({ info: { type }, allowed, unmet }) => [type, allowed, unmet.map((one) => one.code)])).toEqual([
      ['AGREE', false, ['paid']],
      ['NOTE', true, []],
      ['PICK', false, ['paid']],
      ['RAISE', true, []],
      ['CORRECT', false, ['paid']],
    ]);
    expect(available(toy, { ...waiting, state: { progress: 'done', flag: 'down' } }, () => ({}))).toEqual([]);
  });
});

describe('the registry', () => {
  const later = { ...toy, version: 2, validFrom: localDate('2027-01-01') };
  const registry = new ProcedureRegistry([later, toy]);

  it('opens new files by the version of the day and finds old ones by number', () => {
    expect(registry.forDay('feedback', localDate('2026-12-31'))?.version).toBe(1);
    expect(registry.forDay('feedback', localDate('2027-01-01'))?.version).toBe(2);
    expect(registry.forDay('feedback', localDate('2026-06-30'))).toBeUndefined();
    expect(registry.get('feedback', 1)).toBe(toy);
    expect(registry.find('feedback')?.version).toBe(2);
    expect(registry.find('feedback@1')?.version).toBe(1);
  });

  it('refuses a version twice; of two that begin on one day the later one opens new files', () => {
    expect(() => registry.registerProcedure(toy)).toThrow('already');
    const both = new ProcedureRegistry([{ ...toy, version: 3 }, toy]);
    expect(both.forDay(toy.name, toy.validFrom)?.version).toBe(3);
    expect(() => registry.get('feedback', 9)).toThrow('feedback@9');
  });
});
