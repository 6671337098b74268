import type { LocalDate, PetitionType } from '#libs/shared';
import type { LegacyEncoding } from '../text/legacy-encoding.js';
import { reason } from '../resend/score.js';
import { hasError, isSealedRow, type RegisterReading } from './read-register.js';
import type { RegisterRow } from './read-row.js';

type Place = { readonly row: number; readonly sheet?: string };

export interface DryRunReport {
  /** Petitions found in the file. */
  readonly rows: number;
  /** Rows that need no look. `ready` and the rows named in `attention` add up to `rows`. */
  readonly ready: number;
  readonly attention: readonly (Place & {
    readonly field: string;
    readonly code: string;
    readonly severity: 'error' | 'warning';
    readonly message: string;
  })[];
  readonly decoded: readonly (Place & { readonly encoding: LegacyEncoding })[];
  readonly resends: readonly (Place & {
    readonly ofRow: number;
    readonly ofSheet?: string;
    readonly score: number;
    readonly reasons: readonly string[];
  })[];
  /** Rows that an import registers: those without an error. Denunciations come without identity and content. */
  readonly petitions: readonly (Place & {
    readonly receivedOn: LocalDate | null;
    readonly name?: string | null;
    readonly personalId?: string | null;
    readonly type: PetitionType | null;
    readonly field: string | null;
    readonly content?: string | null;
  })[];
}

/** `import register --dry-run`: the contract's shape. `sealedOk` is the registering officer's right to read denunciations. */
export function dryRunReport(reading: RegisterReading, options: { readonly sealedOk: boolean }): DryRunReport {
  const several = new Set(reading.rows.map((row) => row.sheet)).size > 1;
  const place = (row: RegisterRow): Place => (several ? { row: row.row, sheet: row.sheet } : { row: row.row });
  const open = (row: RegisterRow): boolean => options.sealedOk || !isSealedRow(row);
  return {
    rows: reading.rows.length,
    ready: reading.rows.filter((row) => row.faults.length === 0).length,
    attention: reading.rows.flatMap((row) => row.faults.map((fault) => ({ ...place(row), ...fault }))),
    decoded: reading.rows.flatMap((row) => (row.encoding ? [{ ...place(row), encoding: row.encoding }] : [])),
    resends: reading.resends.map((match) => ({
      ...place(match.key),
      ofRow: match.of.row,
      ...(several ? { ofSheet: match.of.sheet } : {}),
      score: match.score,
      reasons:
        open(match.key) && open(match.of) ? match.reasons.map(({ title }) => title) : [reason('sent-before').title],
    })),
    petitions: reading.rows
      .filter((row) => !hasError(row))
      .map((row) => ({
        ...place(row),
        receivedOn: row.receivedOn,
        type: row.type,
        field: row.field,
        ...(open(row) ? { name: row.name, personalId: row.personalId, content: row.content } : {}),
      })),
  };
}
