import type { AgencyId, LocalDate } from '#libs/shared';
import type { FormFacts } from './rows.js';

/** An agency as a form lists it. */
export interface FormAgency {
  readonly id: AgencyId;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: string;
  readonly parentId: AgencyId | null;
  /** Its last day; null while it works. */
  readonly validTo: LocalDate | null;
}

/** `own`: the agency's own figures; `below`: a subordinate with all below it; `group`: the sum of a kind of subordinates. */
export type LineKind = 'own' | 'below' | 'group' | 'total';
/** What a line of a form is of. */
export interface LineScope {
  /** The code of its agency; of a group `@` and the level; of the whole nothing. */
  readonly key: string;
  readonly kind: LineKind;
  readonly title: string;
  /** I, II of a group; 1, 2 of what stands in it. */
  readonly ordinal: string;
  /** Those whose rows it counts. */
  readonly agencies: readonly AgencyId[];
  /** Agencies that have ended are left out where they have nothing to tell. */
  readonly ended: boolean;
}

export const TOTAL_TITLE = 'Tổng';
const GROUPS: readonly (readonly [level: string, title: string])[] = [
  ['department', 'Sở, ban, ngành, đơn vị'],
  ['province', 'Tỉnh, thành phố'],
  ['commune', 'Xã, phường, đặc khu'],
];
const ROMAN = ['I', 'II', 'III', 'IV', 'V'] as const;
const vietnamese = new Intl.Collator('vi');

/** The lines of an agency's form: its own figures, one line for each agency right below it, by kind, and the total. */
export function linesOf(all: Iterable<FormAgency>, root: FormAgency): readonly LineScope[] {
  const agencies = [...all];
  const below = childrenOf(agencies);
  const subordinates = (below.get(root.id) ?? []).filter(({ level }) => level !== 'unit');
  const own = ownOf(root, below);
  const line = (agency: FormAgency, more: Pick<LineScope, 'kind' | 'agencies' | 'ordinal'>): LineScope => ({
    ...{ key: agency.code, title: agency.shortName, ended: agency.validTo !== null, ...more },
  });
  if (subordinates.length === 0) return [line(root, { kind: 'own', agencies: own, ordinal: '' })];
  const groups = GROUPS.flatMap(([level, title]) => {
    const members = subordinates
      .filter((agency) => agency.level === level)
      .sort((a, b) => vietnamese.compare(a.shortName, b.shortName))
      .map((agency, place) =>
        line(agency, { kind: 'below', agencies: subtreeOf(agency, below), ordinal: `${place + 1}` }),
      );
    return members.length === 0 ? [] : [{ level, title, members }];
  });
  return [
    { ...line(root, { kind: 'own', agencies: own, ordinal: 'I' }), title: `${root.shortName} (trực tiếp)` },
    ...groups.flatMap(({ level, title, members }, place): LineScope[] => [
      sumOf({ key: `@${level}`, kind: 'group', title, ordinal: ROMAN[place + 1] ?? '' }, members),
      ...members,
    ]),
    sumOf({ key: '', kind: 'total', title: TOTAL_TITLE, ordinal: '' }, [
      ...[line(root, { kind: 'own', agencies: own, ordinal: '' })],
      ...groups.flatMap(({ members }) => members),
    ]),
  ];
}

/** The line of this key; the whole where there is none. */
export const lineScoped = (lines: readonly LineScope[], key: string): LineScope | undefined =>
  key === '' ? lines.at(-1) : lines.find((line) => line.key === key);

/** Every agency the form counts. */
export const agenciesOfLines = (lines: readonly LineScope[]): readonly AgencyId[] => lines.at(-1)?.agencies ?? [];

/** What is counted together: an agency with the units inside it. A matter of two agencies is a matter of each. */
export function countedTogether(all: Iterable<FormAgency>): (agency: AgencyId) => AgencyId {
  const byId = new Map([...all].map((agency) => [agency.id, agency]));
  return (id) => {
    let agency = byId.get(id);
    while (agency?.level === 'unit' && agency.parentId !== null) agency = byId.get(agency.parentId);
    return agency?.id ?? id;
  };
}

type Own = { -readonly [Kind in keyof FormFacts]-?: NonNullable<FormFacts[Kind]>[number][] };

/** The rows of each of those that are counted together. */
export function factsByAgency(
  facts: FormFacts,
  together: (agency: AgencyId) => AgencyId,
): ReadonlyMap<AgencyId, FormFacts> {
  const found = new Map<AgencyId, Own>();
  const of = (agency: AgencyId) => {
    const id = together(agency);
    const own = found.get(id) ?? { petitions: [], cases: [], visits: [], sessions: [], openings: [] };
    found.set(id, own);
    return own;
  };
  for (const row of facts.petitions) of(row.fact.agencyId).petitions.push(row);
  for (const row of facts.cases) of(row.fact.agencyId).cases.push(row);
  for (const row of facts.visits) of(row.fact.agencyId).visits.push(row);
  for (const row of facts.sessions) of(row.agencyId).sessions.push(row);
  for (const row of facts.openings ?? []) of(row.agencyId).openings.push(row);
  return found;
}

type Children = ReadonlyMap<AgencyId, readonly FormAgency[]>;
/** Who is right below whom; provinces are below nobody and report to the central agency. */
function childrenOf(agencies: readonly FormAgency[]): Children {
  const central = agencies.find(({ level }) => level === 'central')?.id ?? null;
  const children = new Map<AgencyId, FormAgency[]>();
  for (const agency of agencies) {
    const above = agency.parentId ?? (agency.level === 'province' ? central : null);
    if (above !== null) children.set(above, [...(children.get(above) ?? []), agency]);
  }
  return children;
}
const subtreeOf = ({ id }: FormAgency, below: Children): readonly AgencyId[] => [
  id,
  ...(below.get(id) ?? []).flatMap((child) => subtreeOf(child, below)),
];
const ownOf = ({ id }: FormAgency, below: Children): readonly AgencyId[] => [
  id,
  ...(below.get(id) ?? []).filter(({ level }) => level === 'unit').flatMap((unit) => subtreeOf(unit, below)),
];
const sumOf = (line: Omit<LineScope, 'agencies' | 'ended'>, members: readonly LineScope[]): LineScope => ({
  ...{ ...line, ended: false, agencies: members.flatMap(({ agencies }) => agencies) },
});
