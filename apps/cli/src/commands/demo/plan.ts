import { vietnamCalendar } from '#libs/calendar';
import { addDays, daysBetween, type LocalDate } from '#libs/shared';
import {
  complaintJourney,
  denunciationJourney,
  disciplinaryJourney,
  feedbackJourney,
  handlingJourney,
  type DemoAct,
} from './journey.js';
import { demoMatter, DISCIPLINE, type DemoMatter } from './matters.js';
import { demoPerson, type DemoPerson } from './people.js';
import { SeededRandom } from './random.js';

export interface DemoPetition {
  readonly agencyCode: string;
  readonly receivedOn: LocalDate;
  readonly channel: 'in_person' | 'post' | 'mailbox' | 'forwarded';
  readonly forwarder: { readonly kind: string; readonly name: string } | null;
  readonly people: readonly DemoPerson[];
  readonly matter: DemoMatter;
  readonly remote: boolean;
  /** Acts in order; those after today stay undone. */
  readonly acts: readonly DemoAct[];
}

export interface PlanOptions {
  readonly petitions: number;
  readonly seed: number;
  readonly from: LocalDate;
  /** Business day on which the demo opens. */
  readonly today: LocalDate;
  readonly agencies: readonly { readonly code: string; readonly weight: number; readonly remote: boolean }[];
}

const calendar = vietnamCalendar();
const NEGLECTED_DAYS = 110;

function officeDay(random: SeededRandom, from: LocalDate, to: LocalDate): LocalDate {
  let day = addDays(from, random.between(0, daysBetween(from, to)));
  while (!calendar.isWorkingDay(day, 'ignore') && day > from) day = addDays(day, -1);
  return day;
}

/** A few files wait on a desk and their clocks run out: some of this season's, hardly any that are older. */
function neglect(acts: readonly DemoAct[], age: number, random: SeededRandom): readonly DemoAct[] {
  return random.chance(age < NEGLECTED_DAYS ? 0.12 : 0.004) ? acts.slice(0, random.between(0, acts.length)) : acts;
}

interface OpenedMatter {
  readonly matter: DemoMatter;
  readonly remote: boolean;
  readonly forwarded: boolean;
}
/** What follows in the file that handling opened. */
export function furtherJourney(
  last: DemoAct | undefined,
  { matter, remote, forwarded }: OpenedMatter,
  random: SeededRandom,
): readonly DemoAct[] {
  if (last?.type !== 'PROPOSE_ACCEPTANCE') return [];
  if (matter.field === DISCIPLINE) return disciplinaryJourney(last.on, random);
  if (matter.type === 'complaint') return complaintJourney(last.on, { remote }, random);
  return matter.type === 'denunciation'
    ? denunciationJourney(last.on, { forwarded }, random)
    : feedbackJourney(last.on, matter, random);
}

function planPetition(options: PlanOptions, random: SeededRandom): DemoPetition {
  const agency = random.weighted(options.agencies.map((one) => [one, one.weight] as const));
  const receivedOn = officeDay(random, options.from, options.today);
  const matter = demoMatter(random);
  const channel = random.weighted([
    ['in_person', 55],
    ['post', 30],
    ['mailbox', 8],
    ['forwarded', 7],
  ] as const);
  const group = matter.type === 'complaint' && random.chance(0.06) ? random.between(2, 6) : 1;
  const handling = handlingJourney(receivedOn, { matter, forwarded: channel === 'forwarded', people: group }, random);
  return {
    agencyCode: agency.code,
    receivedOn,
    channel,
    forwarder: channel === 'forwarded' ? { kind: 'press', name: 'Báo của tỉnh' } : null,
    people: Array.from({ length: group }, () => demoPerson(random)),
    matter,
    remote: agency.remote,
    acts: neglect(
      [
        ...handling,
        ...furtherJourney(
          handling.at(-1),
          { matter, remote: agency.remote, forwarded: channel === 'forwarded' },
          random,
        ),
      ],
      daysBetween(receivedOn, options.today),
      random,
    ),
  };
}

/** The whole history, in the order of receipt. The same options give the same plan. */
export function planDemo(options: PlanOptions): readonly DemoPetition[] {
  const random = new SeededRandom(options.seed);
  const planned = Array.from({ length: options.petitions }, () => planPetition(options, random));
  return planned.sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0));
}
