import { isSealedType, type LocalDate, type PetitionType } from '#libs/shared';
import type { RegisterRow } from '../../register/read-row.js';
import { denouncesLeader } from '../register-petition/denounces-leader.js';
import type { PetitionDraft } from '../register-petition/petition-draft.js';

/** A row that may be registered: its errors are none, so these are there. */
export interface ReadyRow extends RegisterRow {
  readonly receivedOn: LocalDate;
  readonly name: string;
  readonly type: PetitionType;
  readonly content: string;
}

export const isReady = (row: RegisterRow): row is ReadyRow =>
  !row.faults.some((fault) => fault.severity === 'error') &&
  row.receivedOn !== null &&
  row.name !== null &&
  row.type !== null &&
  row.content !== null;

const BIRTH_YEAR = /(?:19|20)\d\d/;

/** A row of an old book as a petition. Old addresses stay as text; the unit is matched apart, and only when unambiguous. */
export function draftOfRow(
  row: ReadyRow,
  { unitCode, level }: { readonly unitCode: string | null; readonly level: string },
): PetitionDraft {
  return {
    type: row.type,
    channel: row.channel.channel,
    receivedOn: row.receivedOn,
    titleType: null,
    forwarderKind: row.channel.forwarderKind,
    forwarderName: row.channel.forwarderName,
    field: row.field,
    content: row.content,
    respondent: row.respondent,
    challengedDecision: null,
    note: row.note,
    petitionerCount: 1,
    jointPetition: false,
    denouncesHead: isSealedType(row.type) && denouncesLeader(level, [row.respondent, row.content]),
    petitioners: [
      {
        role: 'petitioner',
        fullName: row.name,
        personalId: row.personalId,
        personalIdKind: row.personalIdKind,
        birthDate: row.birth ? (BIRTH_YEAR.exec(row.birth)?.[0] ?? null) : null,
        sex: row.sex,
        phone: row.phone,
        address: row.address,
        unitCode,
      },
    ],
  };
}

export interface OldPlace {
  readonly number: number;
  readonly label: string;
}

/**
 * Numbers of an old book, kept as its own series. A number that is missing, repeated (several sheets that each start at 1)
 * or no number gets the next free one; the label says what the book says.
 */
export function oldNumbers(rows: readonly ReadyRow[]): ReadonlyMap<ReadyRow, OldPlace> {
  const numbers = new Map<ReadyRow, OldPlace>();
  const takenBy = new Map<string, Set<number>>();
  const yearOf = (row: ReadyRow): string => row.receivedOn.slice(0, 4);
  const taken = (year: string): Set<number> => takenBy.get(year) ?? takenBy.set(year, new Set()).get(year) ?? new Set();
  const later: ReadyRow[] = [];
  for (const row of rows) {
    const number = Number(/^\d{1,7}/.exec(row.oldNumber ?? '')?.[0] ?? 0);
    if (number === 0 || taken(yearOf(row)).has(number)) later.push(row);
    else {
      taken(yearOf(row)).add(number);
      numbers.set(row, { number, label: labelOf(row, number) });
    }
  }
  for (const row of later) {
    const used = taken(yearOf(row));
    const number = used.size === 0 ? 1 : Math.max(...used) + 1;
    used.add(number);
    numbers.set(row, { number, label: labelOf(row, number) });
  }
  return numbers;
}

const labelOf = (row: ReadyRow, number: number): string => {
  const old =
    row.oldNumber && /\D/.test(row.oldNumber)
      ? row.oldNumber
      : `${row.oldNumber ?? number}/${row.receivedOn.slice(0, 4)}`;
  return old.slice(0, 60);
};
