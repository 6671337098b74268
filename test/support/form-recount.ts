import type { Period } from '#libs/reporting';
import type { LocalDate } from '#libs/shared';
import type { Histories, Story, VisitStory } from './form-histories.js';

/** Columns of a form, by number. */
export type Columns = Map<number, number>;

/** Counts a form again from what happened, petition after petition, visit after visit; it shares nothing with the tests of columns. */
export function recount(form: string, histories: Histories, period: Period): Columns {
  const columns: Columns = new Map();
  const add = (...numbers: readonly (number | false)[]): void => {
    for (const no of numbers) if (no !== false) columns.set(no, (columns.get(no) ?? 0) + 1);
  };
  const around = { add, period, columns, histories };
  if (form === 'TCD01') reception(around);
  else if (form.startsWith('XLD')) handling(form, around);
  else resolving(form, around);
  return columns;
}
interface Around {
  readonly add: (...numbers: readonly (number | false)[]) => void;
  readonly period: Period;
  readonly columns: Columns;
  readonly histories: Histories;
}

function reception({ add, period: { from, to }, columns, histories: { visits, sessions } }: Around): void {
  const more = (no: number, people: number): unknown => columns.set(no, (columns.get(no) ?? 0) + people);
  const first = { desk: 4, head: 13, deputy: 22 };
  const told = new Map<string, VisitStory>();
  for (const visit of visits) {
    if (visit.on < from || visit.on > to || visit.by === null) continue;
    const at = first[visit.by];
    add(1, at);
    more(2, visit.people);
    more(at + 1, visit.people);
    if (visit.people >= 5) {
      add(at + 4);
      more(at + 5, visit.people);
    }
    const key = `${visit.by} ${visit.first}`;
    const other = told.get(key);
    // The first visit tells of its matter; of later ones the greatest number.
    if (!other || visit.id === visit.first || (other.id !== other.first && visit.id >= other.id)) told.set(key, visit);
  }
  for (const visit of told.values()) {
    const at = first[visit.by!] + (visit.id === visit.first ? 2 : 3);
    add(3, at, visit.people >= 5 && at + 4);
  }
  for (const { on, by } of sessions) if (on >= from && on <= to) add(by === 'head' && 12, by === 'deputy' && 21);
}

const NEVER = '9999-12-31' as LocalDate;
const SENT = ['TRANSFER', 'RETURN_TO_FORWARDER', 'TRANSFER_TO_INVESTIGATION'];
const URGED = ['ORDER_SUBORDINATE', 'ORDER_REVIEW'];
const PUT_AWAY = ['WITHDRAW', 'FILE', 'NOT_PROCESS'];

function handling(form: string, { add, period: { from, to }, histories: { petitions } }: Around): void {
  const type = { XLD02: 'complaint', XLD03: 'denunciation', XLD04: 'feedback' }[form];
  const root = (one: Story): string => {
    const before = petitions.find(({ id }) => id === one.resendOf);
    return before ? root(before) : one.id;
  };
  const matters = new Map<string, Story>();
  for (const one of petitions) {
    if (type !== undefined && one.type !== type) continue;
    if (one.received > to || (one.handled ?? NEVER) < from) continue;
    const old = one.received < from;
    const done = (one.handled ?? NEVER) <= to;
    add(1, old ? 2 : 3);
    if (type === undefined) add(done ? 4 : 5);
    else if (done) add(4, old ? 5 : 6);
    if (!done || !one.eligible || PUT_AWAY.includes(one.act ?? '')) continue;
    if (type === undefined) summary(one, to, add);
    else add(7);
    const other = matters.get(root(one));
    if (!other || `${other.received} ${other.id}` <= `${one.received} ${one.id}`) matters.set(root(one), one);
  }
  for (const one of matters.values()) {
    if (type === undefined) add(7);
    else add(8, ...{ complaint: ofComplaint, denunciation: ofDenunciation, feedback: ofFeedback }[one.type](one, to));
  }
}

const isResolved = ({ resolved }: Story, to: LocalDate): boolean => resolved !== null && resolved <= to;
const opened = ({ act }: Story): boolean => act === 'PROPOSE_ACCEPTANCE';
const timesResolved = (one: Story, to: LocalDate): number =>
  (opened(one) && one.type !== 'feedback' && one.second && one.ground === 'disagree' ? 1 : 0) +
  (isResolved(one, to) ? 1 : 0);
function summary(one: Story, to: LocalDate, add: Around['add']): void {
  const kind = { complaint: 0, denunciation: 1, feedback: 2 }[one.type];
  add(6, 8 + kind, [13, 11, 12][timesResolved(one, to)]!);
  if (one.competent) add(14, 15 + kind);
  else add(18, one.act === 'GUIDE' && 19, SENT.includes(one.act ?? '') && 20, URGED.includes(one.act ?? '') && 21);
}

const isLand = (field: string): boolean =>
  ['Đất đai', 'Bồi thường, hỗ trợ, tái định cư', 'Xây dựng, trật tự đô thị'].includes(field);
const isPolicy = (field: string): boolean => ['Chính sách xã hội', 'Người có công'].includes(field);
const away = ({ act }: Story): boolean => act === 'GUIDE' || SENT.includes(act ?? '');

function ofComplaint(one: Story, to: LocalDate): readonly (number | false)[] {
  const field = fieldOf(one, (name) => (isPolicy(name) ? [9, 10] : isLand(name) ? [9, 11] : [9, 12]), [13, 14, 15]);
  const state = [19, 16, 17][timesResolved(one, to)]!;
  if (one.competent) return [...field, state, 20, one.second ? 22 : 21];
  return [...field, state, 23, away(one) && 24, URGED.includes(one.act ?? '') && 25];
}
function ofDenunciation(one: Story): readonly (number | false)[] {
  const office = (name: string): boolean => name === 'Cán bộ, công chức' || name === 'Thái độ phục vụ';
  const field = fieldOf(
    one,
    (name) => [9, isPolicy(name) ? 10 : isLand(name) ? 11 : office(name) ? 12 : 13],
    [15, 16, 17],
  );
  const renewed = opened(one) && one.second;
  const state = !renewed ? 20 : one.ground === 'overdue' ? 18 : 19;
  return one.competent ? [...field, state, 21, one.second ? 23 : 22] : [...field, state, 24, away(one) && 25];
}
function ofFeedback(one: Story, to: LocalDate): readonly (number | false)[] {
  const judicial = one.outsideMatter === 'JUDICIAL' || one.outsideMatter === 'ENFORCEMENT';
  const known = one.outsideMatter === null ? (one.field ?? '') : '';
  const field = judicial ? 11 : isPolicy(known) ? 9 : isLand(known) ? 10 : 12;
  const answered = isResolved(one, to);
  return one.competent
    ? [field, answered ? 13 : 14, 15, answered ? 19 : 20]
    : [field, answered ? 13 : 14, 16, away(one) && 17];
}
function fieldOf(
  { field, outsideMatter }: Story,
  administrative: (name: string) => number[],
  [judicial, party, other]: readonly [number, number, number],
): number[] {
  if (outsideMatter === 'JUDICIAL' || outsideMatter === 'ENFORCEMENT') return [judicial];
  if (outsideMatter === 'PARTY') return [party];
  return outsideMatter !== null || field === null ? [other] : administrative(field);
}

function resolving(form: string, { add, period: { from, to }, histories: { petitions } }: Around): void {
  const denounces = form === 'KQGQ03' || form === 'KQGQ04';
  for (const one of petitions) {
    if (one.act !== 'PROPOSE_ACCEPTANCE' || one.type !== (denounces ? 'denunciation' : 'complaint')) continue;
    if (form === 'KQGQ02' || form === 'KQGQ04') {
      if (one.carryOut === null) continue;
      const over = one.closed ?? NEVER;
      add(one.carryOut <= to && over >= from && 1, over >= from && over <= to && 2);
      continue;
    }
    if (denounces && one.investigated !== null && one.investigated >= from && one.investigated <= to) add(21);
    if (one.accepted === null || one.accepted > to || (one.resolved ?? NEVER) < from) continue;
    add(1, one.accepted < from ? 2 : 3, 4, denounces && one.second && 5);
    if ((one.resolved ?? NEVER) > to) continue;
    const late = one.due !== null && one.resolved! > one.due;
    add(...(denounces ? concluded(one, late) : decided(one, late)));
  }
}
function decided({ discontinued, second, conclusion }: Story, late: boolean): number[] {
  const time = late ? 26 : 25;
  if (discontinued !== null) return [6, time];
  if (second) return [5, conclusion === 'wrong' ? 23 : 24, time];
  return [5, { right: 20, wrong: 21, partlyRight: 22 }[conclusion], time];
}
function concluded({ discontinued, second, conclusion }: Story, late: boolean): number[] {
  const time = late ? 31 : 30;
  if (discontinued !== null) return [6, discontinued === 'WITHDRAWN' ? 9 : 10, time];
  const result = { right: 24, wrong: 26, partlyRight: 28 }[conclusion];
  return [6, second ? 8 : 7, result, ...(second ? [result + 1] : []), time];
}
