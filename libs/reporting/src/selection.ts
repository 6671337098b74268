import type { AgencyId, LocalDate, PetitionType, ProcedureName, UserId } from '#libs/shared';
import type { CaseFact, Facts, Period, PetitionFact } from './facts.js';
import { placesOf, type FlowPlace } from './flow.js';

/** What narrows a figure. A filter that a kind of fact does not know leaves none of its rows. */
export interface Selection {
  readonly agencies?: readonly AgencyId[] | undefined;
  readonly field?: string | undefined;
  readonly procedure?: ProcedureName | undefined;
  /** `null`: nobody has resolved or taken on yet. */
  readonly leader?: UserId | null | undefined;
  readonly petitionType?: PetitionType | undefined;
  /** Where the way of a petition leads: its first places, in order. */
  readonly flow?: readonly FlowPlace[] | undefined;
}

/** The facts a figure of this selection is counted from. */
export function select(facts: Facts, selection: Selection): Facts {
  const { agencies, field, procedure, leader, petitionType, flow } = selection;
  const inAgencies = ({ agencyId }: { agencyId: AgencyId }): boolean => !agencies || agencies.includes(agencyId);
  const ofMatter = (fact: CaseFact | PetitionFact): boolean =>
    inAgencies(fact) &&
    (field === undefined || (fact.field ?? '') === field) &&
    (petitionType === undefined || fact.petitionType === petitionType);
  const ofCasesOnly = procedure !== undefined || leader !== undefined;
  const petitions = facts.petitions.filter(
    (fact) =>
      ofMatter(fact) &&
      (procedure === undefined || procedure === 'petition-handling') &&
      (leader === undefined || (fact.leaderId ?? null) === leader),
  );
  return {
    cases: facts.cases.filter(
      (fact) =>
        ofMatter(fact) &&
        flow === undefined &&
        (procedure === undefined || fact.procedure === procedure) &&
        (leader === undefined || fact.leaderId === leader),
    ),
    petitions: flow === undefined ? petitions : alongFlow(petitions, facts, flow),
    visits: facts.visits.filter(
      (fact) =>
        inAgencies(fact) && !ofCasesOnly && field === undefined && petitionType === undefined && flow === undefined,
    ),
  };
}

function alongFlow(
  petitions: readonly PetitionFact[],
  facts: Facts,
  flow: readonly FlowPlace[],
): readonly PetitionFact[] {
  const places = placesOf(facts.cases);
  return petitions.filter((petition) => {
    const way = places(petition);
    return flow.every((place, step) => way[step] === place);
  });
}

/** The months of a period, the first and the last as far as they belong to it. */
export function monthsOf({ from, to }: Period): readonly (Period & { readonly month: string })[] {
  const months: (Period & { month: string })[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = monthAfter(month)) {
    const first = `${month}-01` as LocalDate;
    const last = lastOf(month);
    months.push({ month, from: first < from ? from : first, to: last > to ? to : last });
  }
  return months;
}

const monthAfter = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};
const lastOf = (month: string): LocalDate => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}` as LocalDate;
};
