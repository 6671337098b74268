import type { Actor } from '#libs/access';
import type { AgencyId, LocalDate } from '#libs/shared';
import type { Issue, IssuedReport, ReportState } from './issued.js';
import type { FrozenList, Snapshot } from './snapshot.js';

export interface ReportAddress {
  readonly formId: string;
  readonly agencyId: AgencyId;
  readonly from: LocalDate;
  readonly to: LocalDate;
}
export interface ReportFilter {
  readonly agencies?: readonly AgencyId[] | undefined;
  readonly formId?: string | undefined;
  readonly state?: ReportState | undefined;
  readonly packId?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}
export interface StandingIssue extends Issue {
  readonly snapshotId: string;
  readonly shown: boolean;
}
export interface NewIssue {
  readonly snapshotId: string;
  readonly address: ReportAddress;
  readonly hash: string;
  /** The issue that stands now and is replaced. */
  readonly replaces: Issue | null;
  readonly reason: string | null;
}

/** A row of a frozen list as it may be shown now. */
export interface FrozenRow {
  readonly id: string;
  readonly weight: number;
  readonly kind: 'petition' | 'case' | 'visit' | 'session';
  readonly petitionId: string | null;
  readonly caseFileId: string | null;
  readonly visitId: string | null;
  readonly registerLabel: string;
  readonly agencyId: AgencyId;
  readonly receivedOn: LocalDate;
}

/**
 * Frozen reports. A snapshot and the act of issuing it are written once; there is no changing and no removing. What a person is
 * not shown is not there: a report that counts a protected row is shown to who is shown that row, and to whom it was made for.
 */
export abstract class IssuedReports {
  abstract all(actor: Actor, filter: ReportFilter): Promise<IssuedReport[]>;
  abstract find(actor: Actor, id: string): Promise<IssuedReport | null>;
  /** The text that was hashed, with every list. */
  abstract snapshot(
    actor: Actor,
    id: string,
  ): Promise<{
    readonly body: string;
    readonly lists: readonly FrozenList[];
    readonly sight: readonly string[];
  } | null>;
  /** Rows of a list that the actor may see, in the order of the list. */
  abstract rows(
    actor: Actor,
    list: { readonly snapshotId: string; readonly hash: string },
  ): Promise<{ readonly rows: readonly FrozenRow[]; readonly hidden: number }>;
  /** Labels of rows by id, of those the actor may see. */
  abstract labels(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, FrozenRow>>;
  abstract keep(
    actor: Actor,
    ids: { readonly id: string; readonly packId: string | null },
    snapshot: Snapshot,
  ): Promise<void>;
  /** The issue that stands for an address, whether or not the actor is shown what it says. */
  abstract standing(actor: Actor, address: ReportAddress): Promise<StandingIssue | null>;
  /** Every issued report of an address, the first first. */
  abstract revisions(actor: Actor, address: ReportAddress): Promise<IssuedReport[]>;
  /**
   * Issues a snapshot, with an event in the administration book of the agency.
   * @throws AppError 409 where another was issued meanwhile.
   */
  abstract issue(actor: Actor, issue: NewIssue): Promise<void>;
}
