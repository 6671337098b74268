import {
  cite,
  defineProcedure,
  effects as fx,
  eventTable,
  need,
  requirementTable,
  type Arrow,
  type EventInfo,
  type FactInfo,
  type Stage,
} from '#libs/procedure';
import { localDate, type Role } from '#libs/shared';
import { openKinds, type RuleKind } from '#libs/statute';
import { daysFromTo } from '../common/dates.js';

export const DEADLINE_STATES = [
  'running',
  'dueSoon',
  'overdue',
  'rung1',
  'rung2',
  'rung3',
  'rung4',
  'paused',
  'extended',
  'met',
  'metLate',
  'void',
] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];
export const RUNGS = ['rung1', 'rung2', 'rung3', 'rung4'] as const;

const internal = cite('Quy định nội bộ về đôn đốc, báo cáo lãnh đạo', 'M');
const law = {
  limit: cite('Thời hạn theo luật ghi ở từng đồng hồ'),
  pause: cite('LKN Đ.11a k4 (L136); LTC Đ.34'),
  extend: cite('LTC Đ.30'),
  prolong: cite('LKN Đ.28; NĐ124 Đ.3a (NĐ155)'),
};

/** Only a maximum can be missed: an effect date arrives by itself, a window or a minimum limits somebody's freedom. */
const canLapse = (kind: unknown): boolean =>
  kind === undefined || (typeof kind === 'string' && openKinds[kind as RuleKind]?.overdue !== 'never');

const requirements = requirementTable([
  need('inTime', 'Việc xảy ra trong thời hạn', law.limit).when(
    (facts) => (daysFromTo(facts, 'occurredOn', 'dueOn') ?? 0) >= 0,
    {
      met: { occurredOn: '2026-07-10', dueOn: '2026-07-13' },
      unmet: { occurredOn: '2026-07-14', dueOn: '2026-07-13' },
    },
  ),
  need('afterDue', 'Việc xảy ra sau ngày hết hạn', law.limit).when(
    (facts) => (daysFromTo(facts, 'occurredOn', 'dueOn') ?? 0) < 0,
    {
      met: { occurredOn: '2026-07-14', dueOn: '2026-07-13' },
      unmet: { occurredOn: '2026-07-10', dueOn: '2026-07-13' },
    },
  ),
  need('lapses', 'Chỉ thời hạn tối đa mới có quá hạn', law.limit).when((facts) => canLapse(facts.kind), {
    met: { kind: 'maximum' },
    unmet: { kind: 'effect_date' },
  }),
  need('wasExtended', 'Thời hạn đã được gia hạn hoặc kéo dài', law.extend).when((facts) => facts.extended === true, {
    met: { extended: true },
    unmet: { extended: false },
  }),
  need('neverExtended', 'Thời hạn chưa được gia hạn hoặc kéo dài', law.extend).when(
    (facts) => facts.extended !== true,
    { met: { extended: false }, unmet: { extended: true } },
  ),
]);

const system: EventInfo['roles'] = ['system'];
const event = (type: string, title: string, basis = law.limit): EventInfo => ({
  type,
  title,
  roles: system,
  basis,
  input: [],
});
const events = eventTable([
  event('REMIND', 'Nhắc sắp hết hạn', internal),
  event('LAPSE', 'Hết hạn'),
  event('ESCALATE', 'Báo cáo lãnh đạo cấp tiếp theo', internal),
  event('PAUSE', 'Tạm dừng thời hạn', law.pause),
  event('RESUME', 'Thời hạn tiếp tục chạy', law.pause),
  event('EXTEND', 'Gia hạn', law.extend),
  event('PROLONG', 'Kéo dài thời hạn', law.prolong),
  event('MEET', 'Hoàn thành trong hạn'),
  event('MEET_LATE', 'Hoàn thành quá hạn'),
  event('RECORD_LATE', 'Hoàn thành trong hạn, ghi nhận muộn'),
  event('VOID', 'Không còn áp dụng'),
]);

const annul = [fx.notify('deadline.rungsAnnulled', 'caseOfficer', 'unitHead')];
const meetLate: Arrow = {
  on: 'MEET_LATE',
  to: 'metLate',
  needs: ['afterDue'],
  basis: law.limit,
  effects: [fx.task('apologyLetter')],
};
const voided: Arrow = { on: 'VOID', to: 'void', basis: law.limit };
const dueSoon = [fx.notify('deadline.dueSoon', 'caseOfficer')];

const ticking: readonly Arrow[] = [
  {
    on: 'LAPSE',
    to: 'overdue',
    needs: ['lapses'],
    basis: law.limit,
    effects: [fx.notify('deadline.overdue', 'caseOfficer', 'unitHead')],
  },
  { on: 'PAUSE', to: 'paused', basis: law.pause },
  { on: 'MEET', to: 'met', needs: ['inTime'], basis: law.limit },
  meetLate,
  voided,
];

/** Past the due day: an act of a day within the limit, keyed late, still counts by its own day and annuls the rungs. */
const overdue: readonly Arrow[] = [
  { on: 'RECORD_LATE', to: 'met', needs: ['inTime'], basis: law.limit, effects: annul },
  { on: 'PAUSE', to: 'paused', needs: ['inTime'], basis: law.pause, effects: annul },
  { on: 'EXTEND', to: 'extended', needs: ['inTime'], basis: law.extend, effects: annul },
  { on: 'PROLONG', to: 'extended', needs: ['inTime'], basis: law.prolong, effects: annul },
  meetLate,
  voided,
];
const lengthened = (target: 'extended' | undefined): readonly Arrow[] => [
  { on: 'EXTEND', ...(target && { to: target }), basis: law.extend },
  { on: 'PROLONG', ...(target && { to: target }), basis: law.prolong },
];

const clock = { none: 'Đây chính là đồng hồ.' };
const stage = (
  title: string,
  { owner = 'caseOfficer', arrows }: { owner?: Role; arrows: readonly Arrow[] },
): Stage => ({ info: { title, basis: law.limit, owner, clocks: clock, publicTitle: title }, arrows });
const end = (title: string, outcome: string): Stage => ({
  info: { title, basis: law.limit, owner: null, clocks: clock, outcome, publicTitle: title },
});

const RUNG_OWNERS: readonly Role[] = ['caseOfficer', 'unitHead', 'chairman', 'provinceChairman'];
const escalate = (rung: number): Arrow => ({
  on: 'ESCALATE',
  to: RUNGS[rung],
  basis: internal,
  effects: [
    fx.notify(`deadline.${RUNGS[rung]}`, RUNG_OWNERS[rung] as Role),
    ...(rung >= 2 ? [fx.task('urgingLetter')] : []),
  ],
});
const rungStage = (rung: number): Stage =>
  stage(`Quá hạn, đã báo cáo cấp ${rung + 1}`, {
    owner: RUNG_OWNERS[rung] as Role,
    arrows: [...(rung + 1 < RUNGS.length ? [escalate(rung + 1)] : []), ...overdue],
  });

const stages: Readonly<Record<DeadlineState, Stage>> = {
  running: stage('Đang chạy', {
    arrows: [{ on: 'REMIND', to: 'dueSoon', basis: internal, effects: dueSoon }, ...ticking, ...lengthened('extended')],
  }),
  dueSoon: stage('Sắp hết hạn', {
    arrows: [{ on: 'REMIND', basis: internal, effects: dueSoon }, ...ticking, ...lengthened('extended')],
  }),
  extended: stage('Đang chạy, đã gia hạn hoặc kéo dài', {
    arrows: [{ on: 'REMIND', to: 'dueSoon', basis: internal, effects: dueSoon }, ...ticking, ...lengthened(undefined)],
  }),
  overdue: stage('Quá hạn', { arrows: [escalate(0), ...overdue] }),
  rung1: rungStage(0),
  rung2: rungStage(1),
  rung3: rungStage(2),
  rung4: rungStage(3),
  paused: stage('Tạm dừng', {
    arrows: [
      { on: 'RESUME', to: 'extended', needs: ['wasExtended'], basis: law.pause },
      { on: 'RESUME', to: 'running', needs: ['neverExtended'], basis: law.pause },
      { on: 'MEET', to: 'met', basis: law.limit },
      voided,
    ],
  }),
  met: end('Đúng hạn', 'met'),
  metLate: end('Hoàn thành quá hạn', 'metLate'),
  void: end('Không còn áp dụng', 'void'),
};

const factsCatalogue: readonly FactInfo[] = [
  {
    name: 'occurredOn',
    label: 'Ngày xảy ra',
    source: 'case',
    meaning: 'Ngày của việc làm thời hạn hoàn thành, tạm dừng hay kéo dài.',
  },
  {
    name: 'dueOn',
    label: 'Ngày hết hạn',
    source: 'case',
    meaning: 'Trống khi đang tạm dừng hoặc luật không định số ngày.',
  },
  {
    name: 'kind',
    label: 'Loại thời hạn',
    source: 'case',
    meaning: 'Loại của quy tắc thời hạn; trống coi là thời hạn tối đa.',
  },
  { name: 'extended', label: 'Đã gia hạn', source: 'case', meaning: 'Đã gia hạn hoặc kéo dài ít nhất một lần.' },
];

/** The small machine of one running time limit, version 1. */
export const deadline = defineProcedure({
  name: 'deadline',
  version: 1,
  title: 'Thời hạn',
  protectsIdentity: false,
  validFrom: localDate('2012-07-01'),
  opening: [{ on: 'OPEN', to: 'running', basis: law.limit }],
  main: { stages },
  events,
  requirements,
  factsCatalogue,
  samples: [
    { dueOn: '2026-07-13', kind: 'maximum', extended: false, actorRole: 'system', receivedOn: '2026-07-06' },
    { dueOn: '2026-07-13', kind: 'maximum', extended: true, actorRole: 'system', receivedOn: '2026-07-06' },
  ],
});
