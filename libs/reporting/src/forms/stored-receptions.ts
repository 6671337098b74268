import type { AgencyId, LocalDate } from '#libs/shared';
import type { VisitFact } from '../facts.js';
import { matterOfVisit, type SessionRow, type VisitRow } from './rows.js';
import { CROWD } from './tests.js';

type Json = Readonly<Record<string, unknown>>;

/** A visit or a session held as it is kept: what it shares with its equals, its day, the rest. */
export interface StoredReception {
  readonly kind: 'visit' | 'session';
  readonly id: string;
  readonly agencyId: AgencyId;
  /** The first visit of the matter; of a session itself. */
  readonly firstId: string;
  readonly traits: Json;
  readonly day: LocalDate;
  readonly people: number;
  readonly kept: Json;
}
/** A row that stands for `stands` equal ones of `people` people. */
export interface CountedReception extends StoredReception {
  readonly stands: number;
}

export function storedVisit({ fact, id, by, earlier, people }: VisitRow, firstId: string): StoredReception {
  const { registerLabel, visitType, sessionKind } = fact;
  return {
    ...{ kind: 'visit', id, agencyId: fact.agencyId, firstId, day: fact.visitedOn, people },
    // What tests ask of the number of people.
    traits: { by, earlier, crowd: fact.people >= CROWD },
    kept: { registerLabel, visitType, sessionKind, people: fact.people },
  };
}

export const storedSession = ({ id, agencyId, heldOn, label, by }: SessionRow): StoredReception => ({
  ...{ kind: 'session', id, agencyId, firstId: id, day: heldOn, people: 0 },
  traits: { by },
  kept: { label },
});

export function visitOf({ id, agencyId, firstId, traits, day, people, kept, stands }: CountedReception): VisitRow {
  const { by, earlier } = traits as unknown as Pick<VisitRow, 'by' | 'earlier'>;
  const fact = { ...kept, visitId: id, agencyId, visitedOn: day } as unknown as VisitFact;
  return { fact, id, matter: matterOfVisit(by, firstId), people, by, earlier, stands };
}

export const sessionOf = ({ id, agencyId, traits, day, kept, stands }: CountedReception): SessionRow => ({
  ...{ id, agencyId, heldOn: day, label: kept.label as string, by: traits.by as SessionRow['by'], stands },
});
