import type { LiveCalendar, PublishedChange } from '#libs/calendar';
import { nextYearWarning } from '#libs/calendar';
import { dayOf } from '#libs/shared';
import { idsAt } from '../ids.js';
import { decideReprojection } from './decide-reprojection.js';
import type { JobState, Reckon } from './model.js';
import type { CalendarJobs } from './ports.js';

export interface ReprojectionDependencies {
  readonly jobs: CalendarJobs;
  readonly calendar: LiveCalendar;
  readonly published: () => Promise<readonly PublishedChange[]>;
  readonly reckon: Reckon;
  readonly businessNow: () => Promise<Date>;
  readonly systemNow: () => Date;
}

/** Cases in one set: small enough that nobody waits long for a case, and that a cancelled job stops soon. */
export const REPROJECTION_SET = 250;

/** Carries out what has been published. Any number of workers; each limit is reckoned once a version. */
export class ReprojectionService {
  constructor(private readonly deps: ReprojectionDependencies) {}

  /** Set by set until done or cancelled. Called again after a crash it goes on where the last written set ended. */
  async carryOut(publicationId: string, limit = REPROJECTION_SET): Promise<JobState | null> {
    const { jobs, calendar, reckon, systemNow } = this.deps;
    for (;;) {
      // Never behind the publication: it was committed before its job.
      await this.refresh();
      const state = await jobs.reproject({ publicationId, version: calendar.version, limit }, (claim) => {
        const now = systemNow();
        return decideReprojection(claim, { publicationId, calendar, reckon, systemNow: now, newId: idsAt(now) });
      });
      if (state !== 'running' && state !== 'queued') return state;
    }
  }

  async refresh(): Promise<void> {
    this.deps.calendar.learn(await this.deps.published());
  }

  /** What a lost signal, a process behind by a minute or a new October would leave undone. */
  async tend(): Promise<void> {
    const { jobs, calendar, businessNow } = this.deps;
    await this.refresh();
    if (calendar.superseded.length > 0) await jobs.reconcile(calendar.superseded);
    const today = dayOf(await businessNow());
    if (nextYearWarning(calendar, today) !== null) await jobs.tellNextYearMissing(missingYear(calendar.horizon.to));
  }
}

const missingYear = (knownTo: string): number => Number(knownTo.slice(0, 4)) + 1;
