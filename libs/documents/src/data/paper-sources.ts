import type { AgencyId, CaseFileId, JsonObject, LocalDate, UserId } from '#libs/shared';
import type { PaperPerson } from '../form.js';
import type { AgencyRow } from './paper-agency.js';

/** Two columns of a row that only identity opens. */
export interface SealedColumns {
  readonly sealed: Buffer | null;
  readonly sealedKey: Buffer | null;
}

/** What any paper of a file is made of. The query behind it reads no petitioner and no words of the petition. */
export interface OpenPaperRows {
  readonly caseFileId: CaseFileId;
  readonly petitionId: string;
  readonly agencyId: AgencyId;
  readonly provinceId: AgencyId;
  readonly visibleTo: readonly UserId[] | null;
  readonly agency: AgencyRow;
  readonly procedure: string;
  readonly registerLabel: string;
  readonly receivedOn: LocalDate;
  readonly field: string | null;
  readonly petitionerCount: number;
  readonly challengedDecision: string | null;
  /** Of the opening, of the file, and of the ordering event: later ones win. */
  readonly facts: JsonObject;
  /** Words of the ordering event, sealed where the file is protected. */
  readonly texts: readonly ({
    readonly eventId: string;
    readonly field: string;
    readonly text: string | null;
  } & SealedColumns)[];
  readonly earlier: readonly { readonly form: string; readonly number: string; readonly signedOn: LocalDate }[];
  readonly deadlines: readonly {
    readonly ruleId: string;
    readonly startOn: LocalDate;
    readonly dueOn: LocalDate | null;
  }[];
  readonly team: readonly { readonly fullName: string; readonly title: string | null }[];
}

export type PersonRow = SealedColumns & { readonly id: string } & {
  readonly [K in keyof PaperPerson]: K extends 'fullName' ? string | null : PaperPerson[K];
};

/** Who petitioned and what they wrote. */
export interface IdentityRows {
  readonly petition: SealedColumns & {
    readonly id: string;
    readonly content: string | null;
    readonly respondent: string | null;
    readonly forwarderKind: string | null;
    readonly forwarderName: string | null;
  };
  readonly people: readonly PersonRow[];
}

/**
 * Rows a paper is filled from, inside a transaction whose actor sets the row scope. Two questions, so that a paper for anyone never asks the
 * second. Left out on purpose: deciding who is entitled (paper-reader).
 */
export abstract class PaperSources {
  /** `null` where the actor does not see the file. `orderedBy`: event that ordered the paper. */
  abstract open(tx: object, caseFileId: CaseFileId, orderedBy: string | null): Promise<OpenPaperRows | null>;
  abstract identities(tx: object, petitionId: string): Promise<IdentityRows | null>;
}
