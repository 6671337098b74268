import { createHash } from 'node:crypto';
import type { Actor } from '#libs/access';
import { checkPublishedDays, LiveCalendar } from '#libs/calendar';
import { dayOf, type DeadlineId } from '#libs/shared';
import { idsAt } from '../ids.js';
import { agencySettings } from '../settings.js';
import { alreadyPublished, notCancellable, notFound, notResumable, overtaken, worldMoved } from './errors.js';
import type { LimitMove, MovingRow, ProposedChange, PublishedChange, Reckon, StoredPreview } from './model.js';
import { planMove } from './plan-move.js';
import type { CalendarChanges } from './ports.js';

export interface CalendarChangeDependencies {
  readonly changes: CalendarChanges;
  readonly reckon: Reckon;
  readonly businessNow: () => Promise<Date>;
  readonly systemNow: () => Date;
}

export interface PublishCommand {
  readonly previewId: string;
  readonly reason: string;
  /** Rows that may differ from the preview without another look. */
  readonly acceptDiffering?: number;
}

interface Outlook {
  readonly baseNumber: number;
  readonly versionBefore: string;
  readonly version: string;
  readonly hash: string;
  readonly scanned: number;
  readonly rows: readonly MovingRow[];
}

const LIMITS_AT_ONCE = 2_000;

/** A change of the calendar in two acts: what would move, then the publication of exactly that. */
export class CalendarChangeService {
  constructor(private readonly deps: CalendarChangeDependencies) {}

  /**
   * Nothing is written but the preview itself.
   * @throws AppError `CALENDAR.DAYS_INVALID`
   */
  async preview(actor: Actor, change: ProposedChange): Promise<{ readonly id: string }> {
    checkPublishedDays(change.entries);
    const outlook = await this.lookAhead(actor, change);
    const id = this.newId();
    await this.deps.changes.savePreview(actor, { id, createdBy: actor.userId, ...change, ...outlook });
    return { id };
  }

  /**
   * @throws AppError `CALENDAR.PREVIEW_UNKNOWN`, `CALENDAR.ALREADY_PUBLISHED`, `CALENDAR.OVERTAKEN`, `CALENDAR.WORLD_MOVED`
   */
  async publish(
    actor: Actor,
    { previewId, reason, acceptDiffering = 0 }: PublishCommand,
  ): Promise<{ readonly publicationId: string }> {
    const { changes } = this.deps;
    const preview = await changes.preview(actor, previewId);
    if (!preview) throw notFound('Không có bản xem trước này.');
    if (preview.publicationId) throw alreadyPublished();
    const outlook = await this.lookAhead(actor, preview);
    if (outlook.baseNumber !== preview.baseNumber) throw overtaken();
    const differing = await this.differing(actor, preview, outlook);
    if (differing > acceptDiffering) throw worldMoved(differing);
    const publicationId = this.newId();
    const done = await changes.publish(actor, {
      ...{ id: publicationId, number: preview.baseNumber + 1, preview, reason },
      ...{ versionBefore: outlook.versionBefore, publishedBy: actor.userId },
    });
    if (!done) throw overtaken();
    return { publicationId };
  }

  /** @throws AppError `CALENDAR.NOT_CANCELLABLE` */
  async cancel(actor: Actor, publicationId: string): Promise<void> {
    const job = await this.deps.changes.job(actor, publicationId);
    if (!job) throw notFound('Không có lần công bố này.');
    if (job.state !== 'queued' && job.state !== 'running' && job.state !== 'cancelling') throw notCancellable();
    await this.deps.changes.cancel(actor, publicationId);
  }

  /** @throws AppError `CALENDAR.NOT_RESUMABLE` */
  async resume(actor: Actor, publicationId: string): Promise<void> {
    const job = await this.deps.changes.job(actor, publicationId);
    if (!job) throw notFound('Không có lần công bố này.');
    if (job.state !== 'cancelled' || !job.newest) throw notResumable();
    await this.deps.changes.resume(actor, publicationId);
  }

  /** Every open limit reckoned by the calendar to come, a set at a time. */
  private async lookAhead(actor: Actor, change: ProposedChange): Promise<Outlook> {
    const published = await this.deps.changes.published();
    const today = dayOf(await this.deps.businessNow());
    const before = new LiveCalendar(published);
    const to = new LiveCalendar([...published, proposed(change, today)]);
    const rows: MovingRow[] = [];
    let scanned = 0;
    for (let after: DeadlineId | null = null; ;) {
      const set = await this.deps.changes.openLimits(actor, after, LIMITS_AT_ONCE);
      for (const limit of set.limits) {
        const settings = agencySettings(set.settings.get(limit.agencyId));
        const move = planMove(limit, { calendar: to, settings, reckon: this.deps.reckon, today });
        if (move?.moved) rows.push(rowOf(move));
      }
      scanned += set.limits.filter(({ isProtected }) => !isProtected).length;
      after = set.limits.at(-1)?.id ?? null;
      if (set.limits.length < LIMITS_AT_ONCE) break;
    }
    const hash = hashOf(to.version, rows);
    return { baseNumber: published.length, versionBefore: before.version, version: to.version, hash, scanned, rows };
  }

  /** Limits that would move now and were not seen, or move elsewhere. What has been settled since does not count. */
  private async differing(actor: Actor, preview: StoredPreview, { hash, rows }: Outlook): Promise<number> {
    if (hash === preview.hash) return 0;
    const seen = new Map(
      (await this.deps.changes.previewedRows(actor, preview.id)).map(({ deadlineId, toDue }) => [deadlineId, toDue]),
    );
    return rows.filter((row) => !row.isProtected && seen.get(row.deadlineId) !== row.toDue).length;
  }

  private newId(): string {
    return idsAt(this.deps.systemNow())();
  }
}

const proposed = (
  { entries, announcesYear }: ProposedChange,
  knownFrom: PublishedChange['knownFrom'],
): PublishedChange => ({
  days: entries,
  announcesYear,
  knownFrom,
});

const rowOf = ({ limit, to, days, becomes }: LimitMove): MovingRow => ({
  deadlineId: limit.id,
  caseId: limit.caseId,
  agencyId: limit.agencyId,
  isProtected: limit.isProtected,
  ruleId: limit.ruleId,
  fromDue: limit.dueOn,
  toDue: to.dueOn,
  days,
  becomes,
});

/** Of what the administrator may see: a protected file that moves must not show in a refusal. */
function hashOf(version: string, rows: readonly MovingRow[]): string {
  const lines = rows.filter((row) => !row.isProtected).map((row) => `${row.deadlineId} ${row.fromDue} ${row.toDue}`);
  return createHash('sha256')
    .update([version, ...lines.sort()].join('\n'))
    .digest('hex');
}
