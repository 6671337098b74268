import { addWorkingDays, vietnamCalendar } from '#libs/calendar';
import { addDays, daysBetween, type LocalDate } from '#libs/shared';
import { demoMatter } from '../matters.js';
import { demoPerson } from '../people.js';
import type { SeededRandom } from '../random.js';
import type { NationAgency } from './country.js';
import type { ReportingPeriod } from './plan-petitions.js';
import { SMALLEST_GROUP, type Totals } from './totals.js';

export interface PlannedVisit {
  readonly type: 'complaint' | 'denunciation' | 'feedback';
  readonly summary: string;
  readonly fullName: string;
  readonly address: string;
  readonly personalId: string | null;
  readonly people: number;
  readonly outcome: 'guided' | 'explained' | 'answered';
}
export interface PlannedSession {
  readonly agencyCode: string;
  readonly heldOn: LocalDate;
  readonly kind: 'regular' | 'periodic';
  /** Of a periodic one: the leader, or somebody in the leader's place. */
  readonly host: 'leader' | 'deputy';
  readonly visits: readonly PlannedVisit[];
}
export type VisitTotals = Pick<Totals, 'visits' | 'people' | 'groups'>;

const calendar = vietnamCalendar();
/** Of a year's visits: those to the leader's days, of these the days a deputy takes, visitors that come again. */
const SHARES = { leadersDays: 0.12, deputy: 0.25, again: 0.15, denunciation: 0.03 } as const;
const LEADERS_DAYS = 24;
const PER_DAY = 9;

/** Sessions with their visits whose form 01/TCD comes to the totals. */
export class ReceptionPlan {
  private readonly days: readonly LocalDate[];

  constructor(
    { from, to }: ReportingPeriod,
    private readonly random: SeededRandom,
  ) {
    this.days = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n)).filter((day) =>
      calendar.isWorkingDay(day, 'ignore'),
    );
  }

  of({ code }: NationAgency, totals: VisitTotals): PlannedSession[] {
    const visits = this.visits(totals);
    const atLeaders = Math.floor(visits.length * SHARES.leadersDays);
    return [
      ...this.spread(visits.slice(0, atLeaders), LEADERS_DAYS).map(([heldOn, own]) => ({
        ...{ agencyCode: code, heldOn, kind: 'periodic' as const, visits: own },
        host: this.random.chance(SHARES.deputy) ? ('deputy' as const) : ('leader' as const),
      })),
      ...this.spread(visits.slice(atLeaders), Math.ceil(visits.length / PER_DAY)).map(([heldOn, own]) => ({
        ...{ agencyCode: code, heldOn, kind: 'regular' as const, host: 'deputy' as const, visits: own },
      })),
    ].sort((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0));
  }

  private spread(visits: readonly PlannedVisit[], most: number): (readonly [LocalDate, readonly PlannedVisit[]])[] {
    const days = Math.min(most, visits.length, this.days.length);
    const first = days === 0 ? 0 : this.random.between(0, Math.floor(this.days.length / days) - 1);
    const every = Math.max(1, Math.floor(this.days.length / Math.max(1, days)));
    return Array.from({ length: days }, (_, n) => [
      this.days[Math.min(first + n * every, this.days.length - 1)]!,
      visits.filter((_visit, place) => place % days === n),
    ]);
  }

  private visits(totals: VisitTotals): PlannedVisit[] {
    const sizes = this.shuffled(this.sizes(totals));
    const known: PlannedVisit[] = [];
    return sizes.map((people) => {
      const visit = this.visit(people, known);
      known.push(visit);
      return visit;
    });
  }

  /** People of each visit: so many groups, the rest of the people in parties smaller than one. */
  private sizes({ visits, people, groups }: VisitTotals): number[] {
    const sizes = Array.from({ length: visits }, (_, n) => (n < groups ? SMALLEST_GROUP : 1));
    let extra = people - sizes.reduce((sum, size) => sum + size, 0);
    if (extra < 0) throw new Error(`${people} people cannot make ${visits} visits with ${groups} groups`);
    for (let n = 0; n < groups; n += 1) extra -= this.grow(sizes, n, Math.min(extra, this.random.between(0, 9)));
    for (let n = groups; n < visits && extra > 0; n += 1)
      extra -= this.grow(sizes, n, Math.min(extra, this.random.between(0, SMALLEST_GROUP - 2)));
    // What chance has left over: fill parties up, then groups.
    for (let n = groups; n < visits && extra > 0; n += 1)
      extra -= this.grow(sizes, n, Math.min(extra, SMALLEST_GROUP - 1 - sizes[n]!));
    if (extra > 0 && groups === 0) throw new Error(`${people} people cannot make ${visits} visits without a group`);
    if (extra > 0) this.grow(sizes, 0, extra);
    return sizes;
  }

  private grow(sizes: number[], place: number, by: number): number {
    sizes[place]! += by;
    return by;
  }

  private shuffled<T>(items: readonly T[]): T[] {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = this.random.between(0, last);
      [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
    }
    return mixed;
  }

  private visit(people: number, known: readonly PlannedVisit[]): PlannedVisit {
    const { random } = this;
    const outcome = random.weighted([
      ['guided', 5],
      ['explained', 3],
      ['answered', 4],
    ] as const);
    if (known.length > 0 && random.chance(SHARES.again)) return { ...random.pick(known), people, outcome };
    const type = random.chance(SHARES.denunciation) ? 'denunciation' : random.pick(['complaint', 'feedback'] as const);
    const { fullName, personalId, hamlet } = demoPerson(random);
    const summary = demoMatter(random, type).content;
    return { type, summary, fullName, personalId, address: `${hamlet}, xã Tân Thành`, people, outcome };
  }
}

/** Working days before a leader's day on which it is planned and posted (LTCD Đ.24 k4 asks for five). */
export const plannedOn = ({ kind, heldOn }: PlannedSession): LocalDate =>
  kind === 'regular' ? heldOn : addWorkingDays(calendar, { from: heldOn, days: -7 });
