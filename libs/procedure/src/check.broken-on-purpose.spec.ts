import { localDate } from '#libs/shared';
import { assign, createMachine } from 'xstate';
import {
  checkProcedure,
  cite,
  defineProcedure,
  effects,
  eventTable,
  input,
  need,
  requirementTable,
  type ProcedureDefinition,
  type ProcedureSpec,
} from './index.js';

const law = cite('Điều 1');
const stage = {
  title: 'Giai đoạn',
  basis: law,
  owner: 'caseOfficer',
  clocks: ['KN.SEND.L1'],
  publicTitle: 'Đang xử lý',
} as const;
const event = (type: string) => ({
  type,
  title: 'Bước',
  roles: ['caseOfficer'] as const,
  basis: law,
  input: [input.boolean('agreed', 'Đồng ý')],
});

/** As small as a procedure gets: opened, agreed to, closed, with a side region. */
const sound: ProcedureSpec = {
  name: 'feedback',
  version: 1,
  title: 'Thử',
  protectsIdentity: false,
  validFrom: localDate('2026-07-01'),
  opening: [{ on: 'OPEN', to: 'received', basis: law, effects: [effects.open('KN.SEND.L1', 'receivedOn')] }],
  main: {
    stages: {
      received: {
        info: stage,
        arrows: [{ on: 'AGREE', to: 'closed', needs: ['agreed'], basis: law, effects: [effects.remember('agreedOn')] }],
      },
      closed: { info: { ...stage, owner: null, outcome: 'agreed' } },
    },
  },
  side: {
    flag: {
      initial: 'down',
      stages: { down: { info: stage, arrows: [{ on: 'RAISE', to: 'up', basis: law }] }, up: { info: stage } },
    },
  },
  events: eventTable([event('AGREE'), event('RAISE')]),
  requirements: requirementTable([
    need('agreed', 'Có sự đồng ý', law).whenInput((facts) => facts.agreed === true, {
      met: { agreed: true },
      unmet: {},
    }),
  ]),
  factsCatalogue: [{ name: 'agreedOn', label: 'Ngày đồng ý', source: 'remembered', meaning: '' }],
  samples: [{ receivedOn: '2026-07-02' }],
};
const [received] = [sound.main.stages.received];
const [agree] = received?.arrows ?? [];

const check = (definition: ProcedureDefinition): string =>
  checkProcedure(definition, { knownRule: (rule) => rule === 'KN.SEND.L1' })
    .map((finding) => finding.sentence)
    .join('\n');
const inReceived = (change: object, arrow: object = {}): ProcedureSpec => ({
  ...sound,
  main: {
    stages: {
      ...sound.main.stages,
      received: { info: { ...stage, ...change }, arrows: [{ ...(agree as object), ...arrow } as never] },
    },
  },
});

describe('the checker', () => {
  it('certifies a sound machine', () => expect(check(defineProcedure(sound))).toBe(''));

  it.each<[string, ProcedureSpec, string]>([
    ['a stage in nobody’s hands', inReceived({ owner: null }), 'giai đoạn “received” chưa kết thúc mà không ai giữ'],
    [
      'no clock and no reason',
      inReceived({ clocks: [] }),
      'giai đoạn “received” không có thời hạn mà cũng không ghi lý do',
    ],
    [
      'an empty reason',
      inReceived({ clocks: { none: ' ' } }),
      'giai đoạn “received” không có thời hạn mà cũng không ghi lý do',
    ],
    ['a rule nobody wrote', inReceived({ clocks: ['KN.NEVER'] }), 'nêu thời hạn KN.NEVER, không có trong bộ quy tắc'],
    [
      'an effect on a rule nobody wrote',
      inReceived({}, { effects: [effects.met('KN.NEVER')] }),
      'AGREE từ “received” nêu thời hạn KN.NEVER',
    ],
    [
      'a clock from a fact nobody supplies',
      inReceived({}, { effects: [effects.open('KN.SEND.L1', 'sentOn')] }),
      'đọc dữ kiện “sentOn” mà không ai cung cấp',
    ],
    [
      'a finding outside the catalogue',
      inReceived({}, { effects: [effects.remember('otherOn')] }),
      'nhớ “otherOn” mà danh mục dữ kiện không có',
    ],
    ['a stage without a name', inReceived({ title: '' }), 'giai đoạn “received” chưa có tên'],
    ['a stage without an article', inReceived({ basis: cite('') }), 'giai đoạn “received” chưa dẫn căn cứ'],
    ['an arrow without an article', inReceived({}, { basis: cite('') }), 'mũi tên AGREE từ “received” chưa dẫn căn cứ'],
    [
      'an arrow nobody can take',
      inReceived({}, { needs: ['agreed', 'refused'] }),
      'AGREE đòi điều kiện “refused” chưa khai báo',
    ],
    [
      'an event without arrows',
      { ...sound, events: eventTable([event('AGREE'), event('RAISE'), event('LOST')]) },
      'bước LOST không có mũi tên nào',
    ],
    [
      'an arrow without an event',
      { ...sound, events: eventTable([event('AGREE')]) },
      'mũi tên RAISE không thuộc bước nào đã khai báo',
    ],
    [
      'an event nobody may do',
      { ...sound, events: eventTable([{ ...event('AGREE'), roles: [] }, event('RAISE')]) },
      'không vai trò nào được làm bước AGREE',
    ],
    [
      'an event in two regions',
      {
        ...sound,
        side: {
          flag: {
            initial: 'down',
            stages: {
              down: { info: stage, arrows: [{ on: 'AGREE', to: 'up', basis: law }] },
              up: { info: stage, arrows: [{ on: 'RAISE', basis: law }] },
            },
          },
        },
      },
      'bước AGREE có mũi tên ở hai vùng, “progress” và “flag”',
    ],
    [
      'a dead end',
      { ...sound, main: { stages: { ...sound.main.stages, lost: { info: stage } } } },
      'từ giai đoạn “lost” không mũi tên nào dẫn đến kết thúc',
    ],
    [
      'a stage nothing reaches',
      {
        ...sound,
        main: { stages: { ...sound.main.stages, lost: { info: { ...stage, owner: null, outcome: 'lost' } } } },
      },
      'không đường nào đến được giai đoạn “lost”',
    ],
    [
      'a sample that does not meet',
      {
        ...sound,
        requirements: requirementTable([
          need('agreed', 'Có sự đồng ý', law).whenInput((facts) => facts.agreed === true, { met: {}, unmet: {} }),
        ]),
      },
      'điều kiện agreed không đạt với mẫu lẽ ra phải đạt',
    ],
    [
      'a requirement that is always met',
      {
        ...sound,
        requirements: requirementTable([
          need('agreed', 'Có sự đồng ý', law).whenInput(() => true, { met: {}, unmet: {} }),
        ]),
      },
      'điều kiện agreed đạt với mẫu lẽ ra không đạt',
    ],
    [
      'a requirement that guards nothing',
      {
        ...sound,
        requirements: {
          ...sound.requirements,
          ...requirementTable([
            need('idle', 'Không dùng', law).when((facts) => facts.idle === true, { met: { idle: true }, unmet: {} }),
          ]),
        },
      },
      'điều kiện idle không giữ mũi tên nào',
    ],
  ])('names %s', (_what, spec, sentence) => expect(check(defineProcedure(spec))).toContain(sentence));

  it.each<[string, object, string]>([
    ['waits', { after: { 1000: 'closed' } }, 'received tự chờ (after)'],
    ['moves by itself', { always: { target: 'closed' } }, 'received tự chuyển (always)'],
    ['invokes', { invoke: { src: 'actor' } }, 'received gọi tác nhân (invoke)'],
    ['acts on entry', { entry: assign({}) }, 'received hành động khi vào hoặc ra'],
    [
      'acts inline',
      { on: { AGREE: { target: 'closed', guard: 'meets', actions: assign({}) } } },
      'received: AGREE có hành động không phải là hệ quả được phát ra',
    ],
    [
      'guards inline',
      { on: { AGREE: { target: 'closed', guard: () => true } } },
      'received: AGREE có điều kiện riêng thay vì “meets”',
    ],
  ])('refuses a machine that %s', (_what, state, sentence) => {
    const machine = createMachine({
      initial: 'received',
      states: { received: state, closed: { type: 'final' } },
    } as never);
    expect(check({ ...defineProcedure(sound), mainRegion: undefined, regions: undefined, machine })).toContain(
      sentence,
    );
  });
});
