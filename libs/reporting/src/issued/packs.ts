import type { Actor } from '#libs/access';
import { addDays, type AgencyId, type Clock, dayOf, instantOf, type LocalDate, type UserId } from '#libs/shared';
import { type AddedForm, type FormRegister, formsOfPack } from '../forms/form-register.js';
import type { ReportForm } from '../forms/form.js';
import { periodsOf, reportingYear, reportMonthsOf, type ReportPeriod } from '../periods.js';
import type { IssueRoom } from './issue-room.js';

export interface ReportPack extends ReportPeriod {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly knownAt: Date;
  readonly madeFor: UserId;
  readonly madeForName: string;
  readonly madeBy: 'schedule' | 'person';
  readonly madeAt: Date;
  readonly drafts: number;
  readonly issued: number;
}
export interface NewPack {
  readonly id: string;
  readonly window: ReportPeriod;
  readonly knownAt: Date;
  readonly madeBy: ReportPack['madeBy'];
}

/** Packs of drafts. A pack is written once; one of an agency and a period. */
export abstract class ReportPacks {
  abstract all(actor: Actor): Promise<ReportPack[]>;
  abstract find(actor: Actor, id: string): Promise<ReportPack | null>;
  /** The id of the pack: of the one that is there already, where there is one. */
  abstract add(actor: Actor, pack: NewPack): Promise<string>;
  /** Forms the pack has a draft of. */
  abstract formsOf(actor: Actor, packId: string): Promise<ReadonlySet<string>>;
  /** Tells the signer, once. */
  abstract tell(actor: Actor, packId: string): Promise<void>;
}
export interface PackSigner {
  readonly agencyId: AgencyId;
  readonly provinceId: AgencyId;
  readonly userId: UserId;
}
/** What the schedule asks, for nobody. */
export abstract class PackSchedule {
  /** Who signs for which agency; nobody without an account of their own. */
  abstract signers(): Promise<readonly PackSigner[]>;
  /** The day from which packs are drawn up: the first time it is asked. */
  abstract since(today: LocalDate): Promise<LocalDate>;
  /** Forms that packs of an agency have a draft of, by the key of the period. */
  abstract drafted(agencyId: AgencyId): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  abstract actor(userId: UserId): Promise<Actor | null>;
}

/** Every window of a reporting year that a pack is made of. */
export const packPeriods = (year: number): readonly ReportPeriod[] => {
  const periods = periodsOf(year);
  const whole = periods.find(({ kind }) => kind === 'year');
  return [...periods, ...(whole ? reportMonthsOf(whole) : [])];
};
/** Windows that have ended from one day up to the day before another. */
export const periodsEnded = (since: LocalDate, today: LocalDate): readonly ReportPeriod[] =>
  [reportingYear(today) - 1, reportingYear(today)]
    .flatMap(packPeriods)
    .filter(({ to }) => since <= to && to < today)
    .sort((a, b) => (a.to === b.to ? 0 : a.to < b.to ? -1 : 1));
/** The last instant of the last day: what was recorded by then is in it. */
export const cutOffOf = ({ to }: ReportPeriod): Date => new Date(instantOf(addDays(to, 1)).getTime() - 1);

/** Which packs go with a text by TT 01/2024; the others have figures alone. */
export const goesWithText = ({ kind, key }: Pick<ReportPeriod, 'kind' | 'key'>): boolean =>
  kind === 'half' || kind === 'nineMonths' || kind === 'year' || key.endsWith('-Q1');

export interface PackMakerParts {
  readonly packs: ReportPacks;
  readonly room: IssueRoom;
  readonly register: FormRegister;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Makes packs: a draft of each form as its signer sees it, known at the cut-off. Made twice it is the same pack. */
export class PackMaker {
  constructor(private readonly parts: PackMakerParts) {}

  async make(actor: Actor, window: ReportPeriod, madeBy: ReportPack['madeBy']): Promise<string> {
    const { packs, register, clock } = this.parts;
    // By hand whoever signs asks for what is there today; the schedule for what was there at the cut-off.
    const knownBy = madeBy === 'schedule' ? cutOffOf(window) : await clock.now();
    return this.draw(actor, window, {
      packId: await packs.add(actor, { id: this.parts.newId(), window, knownAt: cutOffOf(window), madeBy }),
      forms: formsOfPack(await register.all(actor), { lastDay: window.to, knownBy }),
    });
  }

  /** Draws up whatever has ended since the last look, for everybody who signs. Returns how many packs. */
  async makeDue(schedule: PackSchedule): Promise<number> {
    const today = dayOf(await this.parts.clock.now());
    const ended = periodsEnded(await schedule.since(today), today);
    if (ended.length === 0) return 0;
    let made = 0;
    const added = new Map<AgencyId, readonly AddedForm[]>();
    for (const { agencyId, provinceId, userId } of await schedule.signers()) {
      const drafted = await schedule.drafted(agencyId);
      const known = added.get(provinceId) ?? (await this.addedIn(schedule, userId));
      added.set(provinceId, known);
      const due = ended.filter((window) => {
        const forms = formsOfPack(known, { lastDay: window.to, knownBy: cutOffOf(window) });
        return forms.some(({ id }) => !drafted.get(window.key)?.has(id));
      });
      const actor = due.length > 0 ? await schedule.actor(userId) : null;
      if (!actor) continue;
      for (const window of due) await this.make(actor, window, 'schedule');
      made += due.length;
    }
    return made;
  }

  private async draw(
    actor: Actor,
    window: ReportPeriod,
    { packId, forms }: { readonly packId: string; readonly forms: readonly ReportForm[] },
  ): Promise<string> {
    const { packs, room } = this.parts;
    const made = await packs.formsOf(actor, packId);
    const missing = forms.filter(({ id }) => !made.has(id));
    const { from, to } = window;
    const knownAt = cutOffOf(window);
    await room.draftAll(actor, missing, { agencyId: actor.agencyId, period: { from, to }, knownAt, packId });
    await packs.tell(actor, packId);
    return packId;
  }

  private async addedIn(schedule: PackSchedule, userId: UserId): Promise<readonly AddedForm[]> {
    const actor = await schedule.actor(userId);
    return actor ? this.parts.register.all(actor) : [];
  }
}
