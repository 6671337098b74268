import type { Citation } from '#libs/statute';

/** What may become of a petition (TT05; the enumeration of the register). */
export type Disposition =
  | 'ACCEPT'
  | 'REFUSE_ACCEPTANCE'
  | 'GUIDE'
  | 'TRANSFER'
  | 'RETURN'
  | 'FILE'
  | 'REPORT'
  | 'SPLIT'
  | 'SUPPLEMENT'
  | 'RETURN_ORIGINALS'
  | 'INSPECT';

export type PetitionKind = 'complaint' | 'denunciation' | 'feedback' | 'mixed';

/** One row of the table of TT05: where it holds, what is given, the lawful way and the arrow that carries it. */
export interface DecisionRow {
  readonly id: string;
  readonly kind: PetitionKind | 'any';
  readonly stage: string;
  /** Facts that must have these values; `true` means any value, `null` none. */
  readonly given: Readonly<Record<string, string | number | true | null>>;
  readonly disposition: Disposition;
  /** In an officer's words. */
  readonly advice: string;
  readonly event: string;
  readonly arrives: string;
  readonly paper: string | null;
  /** The limit by which it is to be done. */
  readonly rule: string | null;
  readonly citation: Citation;
}

/** One row, written as where it holds and what is done there. */
export const row = (
  id: string,
  where: readonly [PetitionKind | 'any', string, DecisionRow['given']],
  way: Omit<DecisionRow, 'id' | 'kind' | 'stage' | 'given'>,
): DecisionRow => ({ id, kind: where[0], stage: where[1], given: where[2], ...way });

/** Put away for a year. */
export const file = (advice: string, citation: Citation, rule: string | null = 'XLD.HANDLE') =>
  ({ disposition: 'FILE', advice, event: 'FILE', arrives: 'filed', paper: null, rule, citation }) as const;
/** A denunciation that is not processed. */
export const notProcess = (advice: string, citation: Citation) =>
  ({
    disposition: 'FILE',
    advice,
    event: 'NOT_PROCESS',
    arrives: 'notProcessed',
    paper: null,
    rule: 'TC.REG',
    citation,
  }) as const;
