import {
  cite,
  defineProcedure,
  effects as fx,
  eventTable,
  input,
  option,
  ProcedureRegistry,
  type Arrow,
  type CaseEffect,
  type EventInfo,
  type ProcedureSpec,
  type Stage,
} from '#libs/procedure';
import { localDate, type Role } from '#libs/shared';

const basis = cite('Quy trình thử', 'M');
const ANYONE: readonly Role[] = ['chairman', 'provinceChairman', 'caseOfficer', 'identityCustodian'];

const stage = (title: string, arrows: readonly Arrow[]): Stage => ({
  info: { title, basis, owner: 'chairman', clocks: { none: 'thử' }, publicTitle: title },
  arrows,
});
const act = (type: string, fields: EventInfo['input'] = [], roles: EventInfo['roles'] = ANYONE): EventInfo => ({
  ...{ type, title: type, roles, basis },
  input: fields,
});
const arrow = (on: string, ...list: readonly CaseEffect[]): Arrow => ({ on, basis, effects: list });

const CLASSES = [option('complex', 'phức tạp'), option('specially_complex', 'đặc biệt phức tạp')];

interface Toy extends Pick<ProcedureSpec, 'name' | 'events'> {
  readonly version?: number;
  readonly opening?: readonly CaseEffect[];
  readonly arrows: readonly Arrow[];
}

const toy = ({ name, version = 1, events, opening = [], arrows }: Toy) =>
  defineProcedure({
    ...{ name, version, title: `${name} thử`, protectsIdentity: name !== 'feedback' },
    validFrom: localDate('2019-01-01'),
    opening: [{ on: 'OPEN', to: 'open', basis, effects: opening }],
    main: {
      stages: {
        open: stage('Đang mở', arrows),
        done: {
          info: { title: 'Đã xong', basis, owner: null, clocks: { none: 'thử' }, outcome: 'done', publicTitle: 'Xong' },
        },
      },
    },
    ...{ events, requirements: {} },
  });

/** One stage, and an arrow for each effect that ties files together. */
const source = (name: 'denunciation' | 'feedback') =>
  toy({
    name,
    opening: [fx.open('TC.RESOLVE', 'receivedOn')],
    events: eventTable([
      act('EXTEND', [input.choice('class', 'Mức', CLASSES), input.number('days', 'Số ngày', { optional: true })]),
      act('PAUSE'),
      act('SEND', [input.agency('agencyId', 'Cơ quan'), input.text('words', 'Lời', { optional: true })]),
      act('OPEN_CHILD'),
      act('LINK', [input.caseFile('otherFile', 'Hồ sơ')]),
      act('TELL_CHILDREN', [input.date('toldOn', 'Ngày')]),
      act('GRANT', [input.users('team', 'Thành viên', { optional: true })]),
      act('REVOKE', [input.users('team', 'Thành viên')]),
      act('GRANT_AND_OPEN', [input.users('team', 'Thành viên')]),
      act('MOVE', [input.agency('agencyId', 'Cơ quan')]),
      { ...act('CORRECT', [input.text('correction', 'Lý do')]), compensates: true },
    ]),
    arrows: [
      arrow('EXTEND', fx.extend('TC.RESOLVE', 'class', 'days')),
      arrow('PAUSE', fx.pause('TC.RESOLVE')),
      arrow(
        'SEND',
        fx.spawn('protection', {
          agencyFact: 'agencyId',
          carry: ['receivedOn', 'groupSize', 'words'],
          link: 'protects',
        }),
      ),
      arrow('OPEN_CHILD', fx.spawn('protection', { link: 'protects' })),
      arrow('LINK', fx.link('otherFile', 'renewedOf')),
      arrow('TELL_CHILDREN', fx.tell('children', 'HEAR', ['toldOn', 'groupSize'])),
      arrow('GRANT', fx.grant('team', 'verifier')),
      arrow('REVOKE', fx.revoke('team')),
      arrow(
        'GRANT_AND_OPEN',
        fx.remember('team', 'team'),
        fx.grant('team', 'verifier'),
        fx.spawn('protection', { link: 'protects' }),
        fx.tell('protects', 'HEAR', ['occurredOn']),
      ),
      arrow('MOVE', fx.move('agencyId')),
    ],
  });

const listener = toy({
  name: 'protection',
  opening: [],
  events: eventTable([
    act('HEAR', [input.date('toldOn', 'Ngày', { optional: true })], ['system']),
    act('TELL_PARENT'),
    act('CLOSE'),
  ]),
  arrows: [
    arrow('HEAR', fx.remember('toldOn', 'toldOn')),
    arrow('TELL_PARENT', fx.tell('parent', 'HEAR')),
    { on: 'CLOSE', to: 'done', basis, effects: [] },
  ],
});

/** Machines of a few arrows, for what casework does whatever the procedure. */
export const toyProcedures = (): ProcedureRegistry =>
  new ProcedureRegistry([source('denunciation'), source('feedback'), listener]);
