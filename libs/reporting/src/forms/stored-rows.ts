import type { AgencyId, LocalDate } from '#libs/shared';
import type { CaseFact, PetitionFact } from '../facts.js';
import type { CaseRow, PetitionRow } from './rows.js';

/** Days of a row that tests hold against a period; rows that stand alike to the period in all of them are counted as one group. */
const CASE_FACT_DAYS = ['acceptedOn', 'resolvedOn', 'endedOn'] as const;
const CASE_DAYS = ['carryOutFrom', 'carriedOutOn', 'investigatedOn'] as const;

/** What a group need not share: days that no test holds against a period, and what tells one row from another. */
const CASE_KEPT = [
  'receivedOn',
  'openedOn',
  'dueOn',
  'rawEnd',
  'registerLabel',
  'stage',
  'leaderId',
  'procedureVersion',
] as const;
const PETITION_KEPT = ['registerLabel', 'channel'] as const;

type Day = LocalDate | null;
type Json = Readonly<Record<string, unknown>>;

/** A row as it is kept: what it shares with its equals, its days, the rest. */
export interface StoredRow {
  readonly kind: 'case' | 'petition';
  readonly id: string;
  readonly petitionId: string;
  readonly agencyId: AgencyId;
  readonly traits: Json;
  readonly days: readonly Day[];
  readonly people: number;
  readonly kept: Json;
}
/** A row that stands for `stands` equal ones of `people` people. */
export interface CountedStoredRow extends StoredRow {
  readonly stands: number;
  readonly resendOf: string | null;
}

const pick = (from: Json, names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, from[name] ?? null]));
const without = (from: Json, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(from).filter(([name, value]) => !names.includes(name) && value !== undefined));

export function storedPetition(row: PetitionRow): StoredRow {
  const { fact, id, matter: _matter, people, receivedOn, handledOn, resolvedOn, field: _field, ...own } = row;
  const known = fact as unknown as Json;
  return {
    ...{ kind: 'petition', id, petitionId: id, agencyId: fact.agencyId, people },
    traits: { ...own, fact: without(known, ['petitionId', 'agencyId', 'receivedOn', 'people', ...PETITION_KEPT]) },
    days: [receivedOn, handledOn, resolvedOn],
    kept: pick(known, PETITION_KEPT),
  };
}

export function storedCase(row: CaseRow): StoredRow {
  const { fact, id, matter: _matter, petition, people, ...own } = row;
  const known = fact as unknown as Json;
  return {
    ...{ kind: 'case', id, petitionId: petition, agencyId: fact.agencyId, people },
    traits: {
      ...without(own, CASE_DAYS),
      // Two days of the row that are held against each other.
      late: fact.dueOn === null || fact.resolvedOn === null ? null : fact.resolvedOn > fact.dueOn,
      fact: without(known, ['caseId', 'petitionId', 'parentCaseId', 'agencyId', ...CASE_FACT_DAYS, ...CASE_KEPT]),
    },
    days: [...CASE_FACT_DAYS.map((name) => fact[name]), ...CASE_DAYS.map((name) => row[name])],
    kept: { ...pick(known, CASE_KEPT), parentCaseId: fact.parentCaseId },
  };
}

export function petitionOf(stored: CountedStoredRow, matterOf: (petition: string) => string): PetitionRow {
  const { id, agencyId, traits, days, people, kept, stands } = stored;
  const { fact: shared, ...own } = traits;
  const [receivedOn, handledOn, resolvedOn] = days as [LocalDate, Day, Day];
  const fact = {
    ...(shared as object),
    ...kept,
    petitionId: id,
    agencyId,
    receivedOn,
    people,
  } as unknown as PetitionFact;
  return {
    ...(own as unknown as PetitionRow),
    ...{ fact, id, matter: matterOf(id), people, receivedOn, handledOn, resolvedOn, field: fact.field, stands },
  };
}

export function caseOf(stored: CountedStoredRow, matterOf: (petition: string) => string): CaseRow {
  const { id, petitionId, agencyId, traits, days, people, kept, stands } = stored;
  const { fact: shared, late: _late, ...own } = traits;
  const dayOf = (at: number): Day => days[at] ?? null;
  const fact = {
    ...(shared as object),
    ...kept,
    ...{ caseId: id, petitionId, agencyId, acceptedOn: dayOf(0), resolvedOn: dayOf(1), endedOn: dayOf(2) },
  } as unknown as CaseFact;
  return {
    ...(own as unknown as CaseRow),
    ...{ fact, id, petition: petitionId, matter: matterOf(petitionId), people, stands },
    ...{ carryOutFrom: dayOf(3), carriedOutOn: dayOf(4), investigatedOn: dayOf(5) },
  };
}

/** Canonical text of traits: equal traits are one text, whatever order they were made in. */
export function traitsText(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(traitsText).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${traitsText(member)}`).join(',')}}`;
}
