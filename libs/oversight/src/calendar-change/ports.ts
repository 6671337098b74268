import type { Actor } from '#libs/access';
import type { DeadlineId, LocalDate } from '#libs/shared';
import type {
  JobState,
  LimitSet,
  NewPreview,
  NewPublication,
  PublishedChange,
  ReprojectionClaim,
  ReprojectionWrite,
  StoredPreview,
} from './model.js';

export interface PreviewedRow {
  readonly deadlineId: DeadlineId;
  readonly toDue: LocalDate | null;
}

/** Previews and publications. The adapter keeps them; it decides nothing. */
export abstract class CalendarChanges {
  /** Everything published so far, in order. */
  abstract published(): Promise<readonly PublishedChange[]>;
  /** Open limits of the whole system in id order, a set at a time; identities are not among what it reads. */
  abstract openLimits(actor: Actor, after: DeadlineId | null, limit: number): Promise<LimitSet>;
  abstract savePreview(actor: Actor, preview: NewPreview): Promise<void>;
  abstract preview(actor: Actor, id: string): Promise<StoredPreview | null>;
  /** Rows of the preview, those of protected files left out. */
  abstract previewedRows(actor: Actor, id: string): Promise<readonly PreviewedRow[]>;
  /** Writes publication, days and job together. `false`: another publication came first, or one is still being carried out. */
  abstract publish(actor: Actor, publication: NewPublication): Promise<boolean>;
  abstract job(
    actor: Actor,
    publicationId: string,
  ): Promise<{ readonly state: JobState; readonly newest: boolean } | null>;
  /** Between two sets; one that has not begun ends at once. */
  abstract cancel(actor: Actor, publicationId: string): Promise<void>;
  abstract resume(actor: Actor, publicationId: string): Promise<void>;
}

/** The carrying out of a publication. */
export abstract class CalendarJobs {
  /**
   * One transaction: locks the job and the next cases with limits of another calendar version, lets `decide` decide, writes
   * all of it and how far it has come. Answers how the job stands afterwards; `running`: call again.
   */
  abstract reproject(
    set: { readonly publicationId: string; readonly version: string; readonly limit: number },
    decide: (claim: ReprojectionClaim) => ReprojectionWrite,
  ): Promise<JobState | null>;
  /** Takes the newest finished publication up again where limits have since been written with a superseded calendar. */
  abstract reconcile(superseded: readonly string[]): Promise<boolean>;
  /** Tells the administrators once for each year. Returns how many were told. */
  abstract tellNextYearMissing(year: number): Promise<number>;
}
