import type { Actor } from '#libs/access';
import type { AgencyId, CaseFileId, JsonObject, PetitionId } from '#libs/shared';
import type { SealedValue } from './sealer.js';

/** Why somebody needs to know who the denouncer is. */
export const READING_PURPOSES = {
  verification: 'Làm việc với người tố cáo khi xác minh',
  delivery: 'Gửi văn bản cho người tố cáo',
  protection: 'Bảo vệ người tố cáo',
  inspection: 'Thanh tra, kiểm tra trách nhiệm giải quyết',
  investigation: 'Cung cấp cho cơ quan điều tra theo yêu cầu',
} as const;
export type ReadingPurpose = keyof typeof READING_PURPOSES;

export interface Identity {
  readonly ordinal: number;
  readonly role: string;
  readonly fullName: string | null;
  readonly personalId: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

export interface SealedPerson {
  readonly id: string;
  readonly ordinal: number;
  readonly role: string;
  readonly sealed: SealedValue | null;
}

export interface Release {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  readonly registerLabel: string;
  /** Whether a protected petition stands under that number; told to custodians and inspectors only. */
  readonly found: boolean;
  readonly requestedBy: number;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly purpose: ReadingPurpose;
  readonly hours: number;
  readonly reason: SealedValue;
  readonly state: 'pending' | 'approved' | 'refused';
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly readings: number;
}

export interface NewRelease {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly registerLabel: string;
  readonly purpose: ReadingPurpose;
  readonly hours: number;
  readonly reason: SealedValue;
}

/** What a sealed petition says. */
export interface PetitionText {
  readonly content: string | null;
  readonly respondent: string | null;
  readonly challengedDecision: string | null;
  readonly note: string | null;
}

/** By which right an identity is read. */
export type ReadingRight = { readonly by: 'standing' } | { readonly by: 'release'; readonly releaseId: string };

export interface Standing {
  readonly protectedFile: boolean;
  /** Verifiers who work from redacted copies see the file and may read nobody who has not disclosed themself. */
  readonly mayRead: boolean;
}

/** Rows of releases and readings. What is read is still sealed; opening it is the service's. */
export abstract class IdentityRecords {
  /** Null when the actor does not see the file; `protectedFile` false where nothing is sealed. */
  abstract standing(actor: Actor, caseId: CaseFileId): Promise<Standing | null>;
  /** A file of the petition that the actor sees, the open one first. */
  abstract fileOf(actor: Actor, petitionId: PetitionId): Promise<CaseFileId | null>;
  abstract file(actor: Actor, release: NewRelease): Promise<void>;
  abstract list(actor: Actor): Promise<readonly Release[]>;
  /** False where it is not pending any more. */
  abstract decide(actor: Actor, id: string, decision: 'approved' | 'refused'): Promise<boolean>;
  /** The file an approved release of this requester opens now; null when there is none or its time is over. */
  abstract open(
    actor: Actor,
    id: string,
  ): Promise<{ readonly caseId: CaseFileId; readonly purpose: ReadingPurpose } | null>;
  /** Writes the reading into the file's ledger and answers the sealed people, in one transaction: none without the other. */
  abstract read(
    actor: Actor,
    what: {
      readonly caseId: CaseFileId;
      readonly right: ReadingRight;
      readonly facts: JsonObject;
    },
  ): Promise<readonly SealedPerson[]>;
  /** As `read`, of the sealed words of the petition; null, and nothing written, for who may not read everybody on the file. */
  abstract readText(
    actor: Actor,
    what: {
      readonly caseId: CaseFileId;
      readonly right: ReadingRight;
      readonly facts: JsonObject;
    },
  ): Promise<{ readonly id: PetitionId; readonly sealed: SealedValue } | null>;
}
