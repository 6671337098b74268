import type { AgencyId, PetitionId, UserId } from '#libs/shared';
import type { SignatureFinding } from '../online/pdf-signature.js';
import type { OnlineKind, OnlineSignature } from '../online/online-filing.js';
import type { Tx } from './work.js';

/** An agency that may be filed to online. */
export interface OnlineAgency {
  readonly id: AgencyId;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly provinceId: AgencyId;
  readonly parentId: AgencyId | null;
}

export interface NewOnlineFiling {
  readonly petitionId: PetitionId;
  readonly kind: OnlineKind;
  readonly signature: OnlineSignature | null;
  readonly findings: readonly SignatureFinding[];
}

/** What online filing keeps beside the petition, and the account in whose name it enters petitions. */
export abstract class OnlineFilings {
  /** Null for an unknown code. */
  abstract agency(code: string): Promise<OnlineAgency | null>;
  abstract agencyById(id: AgencyId): Promise<OnlineAgency | null>;
  /** The account nobody can sign in to; made when first asked for. */
  abstract clerk(agency: AgencyId): Promise<UserId>;
  /** Under the scope of the petition, which exists. Once. */
  abstract keep(tx: Tx, filing: NewOnlineFiling): Promise<void>;
}
