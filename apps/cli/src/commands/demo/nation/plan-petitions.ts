import { vietnamCalendar } from '#libs/calendar';
import { addDays, daysBetween, type LocalDate } from '#libs/shared';
import { handlingJourney, type DemoAct } from '../journey.js';
import { demoMatter, type DemoMatter } from '../matters.js';
import { demoPerson } from '../people.js';
import { furtherJourney, type DemoPetition } from '../plan.js';
import type { SeededRandom } from '../random.js';
import type { NationAgency } from './country.js';
import type { Totals } from './totals.js';

export interface ReportingPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}
export type PetitionTotals = Pick<Totals, 'petitions' | 'cases' | 'resolved'>;

const calendar = vietnamCalendar();
/** Of the cases in competence one of so many was accepted before the period; shares of kinds. */
const SHARES = { carriedOver: 12, denunciation: 0.2, openedFeedback: 0.08 } as const;
const REST = [
  ['complaint', 50],
  ['feedback', 38],
  ['denunciation', 12],
] as const;
const RESOLVING: ReadonlySet<string> = new Set(['DECIDE', 'CONCLUDE', 'DISCONTINUE']);
const BEFORE = { most: 75, least: 20 } as const;
const TRIES = 2_000;

/** How a case in competence must stand to the period. */
interface Wanted {
  readonly carriedOver: boolean;
  readonly resolved: boolean;
}

/** Petitions of an agency whose forms of the period come to the totals: each a journey of the demo, drawn until it fits. */
export class PetitionPlan {
  constructor(
    private readonly period: ReportingPeriod,
    private readonly random: SeededRandom,
  ) {}

  of(agency: NationAgency, { petitions, cases, resolved }: PetitionTotals): DemoPetition[] {
    // Carried over are some of the resolved and some of those still open: the first of each twelve.
    const plan = Array.from({ length: cases }, (_, n) =>
      this.inCompetence(agency, { carriedOver: n % SHARES.carriedOver === 0, resolved: n < resolved }),
    );
    const received = plan.filter(({ receivedOn }) => receivedOn >= this.period.from).length;
    if (received > petitions) throw new Error(`${agency.code}: ${petitions} petitions cannot hold ${received} cases`);
    for (let n = received; n < petitions; n += 1) plan.push(this.elsewhere(agency));
    return plan;
  }

  private inCompetence(agency: NationAgency, wanted: Wanted): DemoPetition {
    const type = this.random.chance(SHARES.denunciation) ? 'denunciation' : 'complaint';
    for (let tries = 0; tries < TRIES; tries += 1) {
      const receivedOn = wanted.carriedOver ? this.dayBefore() : this.dayWithin();
      const petition = this.petition(agency, { receivedOn, competent: true, type });
      const acts = this.fitting(petition.acts, wanted);
      if (acts) return { ...petition, acts };
    }
    throw new Error('No journey fits the period');
  }

  /** The acts of a journey that leaves the case as wanted; null where it does not. */
  private fitting(acts: readonly DemoAct[], { carriedOver, resolved }: Wanted): readonly DemoAct[] | null {
    const { from, to } = this.period;
    const accepted = acts.find(({ type }) => type === 'ACCEPT');
    const end = acts.findIndex(({ type }) => RESOLVING.has(type));
    const over = acts[end];
    if (!accepted || !over) return null;
    const acceptedFits = carriedOver ? accepted.on < from : accepted.on >= from && accepted.on <= to;
    if (!acceptedFits || over.on < from) return null;
    if (resolved) return over.on <= to ? acts : null;
    return acts.slice(0, end);
  }

  private elsewhere(agency: NationAgency): DemoPetition {
    const type = this.random.weighted(REST);
    const competent = type === 'feedback' && this.random.chance(SHARES.openedFeedback);
    return this.petition(agency, { receivedOn: this.dayWithin(), competent, type });
  }

  private petition(
    { code, remote }: NationAgency,
    { receivedOn, competent, type }: { receivedOn: LocalDate; competent: boolean; type: DemoMatter['type'] },
  ): DemoPetition {
    const { random } = this;
    const matter = demoMatter(random, type);
    const channel = random.weighted([
      ['in_person', 45],
      ['post', 40],
      ['mailbox', 8],
      ['forwarded', 7],
    ] as const);
    const forwarded = channel === 'forwarded';
    const people = type === 'complaint' && random.chance(0.03) ? random.between(2, 6) : 1;
    const handling = handlingJourney(receivedOn, { matter, forwarded, people, competent }, random);
    return {
      ...{ agencyCode: code, receivedOn, channel, matter, remote },
      forwarder: forwarded ? { kind: 'press', name: 'Báo của tỉnh' } : null,
      people: Array.from({ length: people }, () => demoPerson(random)),
      acts: [...handling, ...furtherJourney(handling.at(-1), { matter, remote, forwarded }, random)],
    };
  }

  private dayWithin(): LocalDate {
    const { from, to } = this.period;
    return this.officeDay(addDays(from, this.random.between(0, daysBetween(from, to))));
  }

  private dayBefore(): LocalDate {
    return this.officeDay(addDays(this.period.from, -this.random.between(BEFORE.least, BEFORE.most)));
  }

  /** The working day before a day off; after it where the period has only begun. */
  private officeDay(day: LocalDate): LocalDate {
    const step = day < addDays(this.period.from, 14) && day >= this.period.from ? 1 : -1;
    let found = day;
    while (!calendar.isWorkingDay(found, 'ignore')) found = addDays(found, step);
    return found;
  }
}

/** In the order of receipt, as a register has them. */
export const inOrder = (plan: readonly DemoPetition[]): readonly DemoPetition[] =>
  [...plan].sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0));
