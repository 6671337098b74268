import {
  cite,
  defineProcedure,
  effects as fx,
  eventTable,
  input,
  ProcedureRegistry,
  type Arrow,
  type CaseMigration,
  type EventInfo,
  type Stage,
} from '#libs/procedure';
import { localDate } from '#libs/shared';

const basis = cite('Quy trình thử', 'M');
const act = (type: string, fields: EventInfo['input'] = []): EventInfo => ({
  ...{ type, title: `${type} thử`, roles: ['chairman', 'caseOfficer'] as const, basis },
  input: fields,
});
const stage = (title: string, clocks: readonly string[], arrows: readonly Arrow[]): Stage => ({
  info: { title, basis, owner: 'chairman', clocks: clocks.length > 0 ? clocks : { none: 'thử' }, publicTitle: title },
  arrows,
});
const end = (title: string): Stage => ({
  info: { title, basis, owner: null, clocks: { none: 'thử' }, outcome: title, publicTitle: title },
});
const common = {
  name: 'complaint',
  title: 'Khiếu nại thử',
  protectsIdentity: false,
  validFrom: localDate('2012-07-01'),
  requirements: {},
} as const;
const accept: Arrow = {
  ...{ on: 'ACCEPT', to: 'accepted', basis },
  effects: [fx.met('KN.ACCEPT.L1'), fx.open('KN.RESOLVE.L1', 'occurredOn'), fx.remember('acceptedOn', 'occurredOn')],
};
const opening: readonly Arrow[] = [
  { on: 'OPEN', to: 'received', basis, effects: [fx.open('KN.ACCEPT.L1', 'receivedOn')] },
];
const correct: EventInfo = { ...act('CORRECT', [input.text('correction', 'Lý do')]), compensates: true };

const first = defineProcedure({
  ...{ ...common, version: 1, opening },
  main: {
    stages: {
      received: stage('Mới nhận', ['KN.ACCEPT.L1'], [accept]),
      accepted: stage(
        'Đã thụ lý',
        ['KN.RESOLVE.L1'],
        [
          { on: 'NOTE', basis },
          { on: 'LOOK', to: 'looking', basis },
          { on: 'DECIDE', to: 'decided', basis, effects: [fx.met('KN.RESOLVE.L1')] },
        ],
      ),
      looking: stage('Đang xem xét', ['KN.RESOLVE.L1'], [{ on: 'DECIDE', to: 'decided', basis }]),
      decided: end('Đã quyết định'),
    },
  },
  events: eventTable([act('ACCEPT'), act('NOTE'), act('LOOK'), act('DECIDE'), correct]),
});

/** One more clock on an accepted file, a stage fewer and a region of its own. */
const second = defineProcedure({
  ...{ ...common, version: 2, opening, validFrom: localDate('2026-08-01') },
  main: {
    stages: {
      received: stage('Mới nhận', ['KN.ACCEPT.L1'], [accept]),
      accepted: stage(
        'Đã thụ lý, đang giải quyết',
        ['KN.RESOLVE.L1', 'KN.SEND.L1'],
        [
          { on: 'NOTE', basis },
          { on: 'NOTIFY', basis, effects: [fx.met('KN.SEND.L1')] },
          { on: 'DECIDE', to: 'decided', basis, effects: [fx.met('KN.RESOLVE.L1')] },
        ],
      ),
      decided: end('Đã quyết định'),
    },
  },
  side: { stay: { initial: 'inForce', stages: { inForce: stage('Đang thi hành', [], []) } } },
  events: eventTable([act('ACCEPT'), act('NOTE'), act('NOTIFY'), act('DECIDE'), correct]),
  factsCatalogue: [{ name: 'carried', label: 'Mang theo', source: 'remembered', meaning: 'thử' }],
});

export const toyMigration: CaseMigration = {
  ...{ procedure: 'complaint', from: 1, to: 2, basis },
  stateMap: {
    main: {
      received: 'received',
      accepted: 'accepted',
      looking: { stays: 'Việc xem xét kết thúc theo phiên bản cũ.' },
      decided: 'decided',
    },
  },
  newRegions: { stay: 'inForce' },
  facts: [{ fact: 'carried', from: 'acceptedOn' }],
  starts: { 'KN.SEND.L1': 'acceptedOn' },
  movesDates: 'Phiên bản 2 theo dõi việc gửi.',
};

export const toyVersions = { first, second, registry: () => new ProcedureRegistry([first, second]) };
