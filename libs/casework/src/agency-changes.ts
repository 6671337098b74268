import type { AgencyId, CaseFileId, LocalDate } from '#libs/shared';
import type { Tx } from './ports.js';

export interface Succession {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly successorId: AgencyId;
  readonly lastDay: LocalDate;
  /** The deciding paper. */
  readonly basis: string;
}

export interface OpenFile {
  readonly id: CaseFileId;
  readonly protected: boolean;
}

/** Agencies that have ended, and what they left open. Rows of the worker's transaction. */
export abstract class AgencyChanges {
  abstract succession(tx: Tx, changeId: string): Promise<Succession | null>;
  abstract openCases(tx: Tx, agencyId: AgencyId): Promise<readonly OpenFile[]>;
  abstract settle(tx: Tx, changeId: string, count: { readonly moved: number; readonly kept: number }): Promise<void>;
}
