import { createHash } from 'node:crypto';
import type {
  CopiedPart,
  KeptReception,
  KeptRow,
  PetitionPlace,
  PetitionsRead,
  ReceptionsRead,
  RowCopy,
} from './copied-rows.js';
import type { Facts } from './facts.js';
import { FORM_MARKS, formFacts, MARK_FACTS } from './forms/index.js';
import { storedSession, storedVisit } from './forms/stored-receptions.js';
import { storedCase, storedPetition, traitsText, type StoredRow } from './forms/stored-rows.js';
import { MILESTONES, RESOLVING_RULES } from './milestones.js';
import type { StoredCaseFact } from './ports.js';
import { withEnds, type EndsOf } from './ends.js';

/** Grows when `formFacts` makes other rows of the same steps: a copy made before then counts for nothing. */
const ROWS_VERSION = 2;
/** What a copy was made by. */
export const ROW_DEFINITIONS = createHash('sha256')
  .update(JSON.stringify([ROWS_VERSION, MILESTONES, FORM_MARKS, MARK_FACTS, RESOLVING_RULES]))
  .digest('hex');

export interface Reconciled {
  readonly petitions: number;
  /** Visits and sessions. */
  readonly receptions: number;
  readonly rows: number;
  /** Petitions, visits and sessions whose copy is not what the ledger gives. */
  readonly differing: readonly string[];
}

const CHUNK = 4_000;

/** A part of the copy with how its rows are made of what the ledger tells. */
interface Made<Read, Row> {
  readonly part: CopiedPart<Read, Row>;
  readonly rowsOf: (read: Read) => readonly Row[];
  readonly unitOf: (row: Row) => string;
}

/** Keeps the copy of form rows beside the ledger, and holds it against the ledger. The rows are those that `formFacts` makes. */
export class RowKeeper {
  constructor(
    private readonly copy: RowCopy,
    private readonly procedures: EndsOf,
  ) {}

  /** Brings the copy up to now. @returns how many petitions, visits and sessions were read anew; null where another keeper is at it. */
  refresh(onProgress?: (done: number, of: number) => void): Promise<number | null> {
    return this.copy.alone(async () => {
      // First how far, then what: whatever is written meanwhile is due again next time.
      const mark = await this.copy.horizon();
      const petitions = await this.copy.petitions.due(ROW_DEFINITIONS);
      const receptions = await this.copy.receptions.due(ROW_DEFINITIONS);
      const all = petitions.length + receptions.length;
      await refreshed(this.ofPetitions(), petitions, (done) => onProgress?.(done, all));
      await refreshed(this.ofReceptions(), receptions, (done) => onProgress?.(petitions.length + done, all));
      await this.copy.reach(mark, ROW_DEFINITIONS, { petitions, receptions });
      return all;
    });
  }

  /** Makes every row anew and holds the copy against it; with `repair` what differs is written anew. */
  reconcile({ repair }: { readonly repair: boolean }): Promise<Reconciled | null> {
    return this.copy.alone(async () => {
      const petitions = await reconciled(this.ofPetitions(), repair);
      const receptions = await reconciled(this.ofReceptions(), repair);
      return {
        petitions: petitions.units,
        receptions: receptions.units,
        rows: petitions.rows + receptions.rows,
        differing: [...petitions.differing, ...receptions.differing],
      };
    });
  }

  private ofPetitions(): Made<PetitionsRead, KeptRow> {
    const rowsOf = (read: PetitionsRead): readonly KeptRow[] => this.rowsOf(read);
    return { part: this.copy.petitions, rowsOf, unitOf: ({ petitionId }) => petitionId };
  }

  private ofReceptions(): Made<ReceptionsRead, KeptReception> {
    return { part: this.copy.receptions, rowsOf: receptionsOf, unitOf: ({ id }) => id };
  }

  /** The rows of petitions that nothing protects; their matter is found when they are counted. */
  private rowsOf({ cases, petitions: facts, more, places }: PetitionsRead): readonly KeptRow[] {
    const { petitions: ofPetitions, cases: ofCases } = formFacts(this.facts(cases, facts), more);
    const byPetition = new Map(places.map((place) => [place.petitionId, place]));
    const files = new Map<string, number>();
    for (const { petition } of ofCases) files.set(petition, (files.get(petition) ?? 0) + 1);
    return [...ofPetitions.map(storedPetition), ...ofCases.map(storedCase)].flatMap((row) => {
      const place = byPetition.get(row.petitionId);
      return place?.open ? [keptRow(row, place, files.get(row.petitionId) ?? 0)] : [];
    });
  }

  private facts(cases: readonly StoredCaseFact[], petitions: Facts['petitions']): Facts {
    return { cases: withEnds(this.procedures, cases), petitions, visits: [] };
  }
}

/** Rows of visits and sessions that nothing protects. */
function receptionsOf({ facts, visits, sessions, places }: ReceptionsRead): readonly KeptReception[] {
  const made = formFacts({ cases: [], petitions: [], visits: facts }, { marks: [], resends: [], visits, sessions });
  const first = new Map(visits.map(({ visitId, firstVisitId }) => [visitId, firstVisitId]));
  const byId = new Map(places.map((place) => [place.id, place]));
  return [
    ...made.visits.map((row) => storedVisit(row, first.get(row.id) ?? row.id)),
    ...made.sessions.map(storedSession),
  ].flatMap((row) => {
    const place = byId.get(row.id);
    return place?.open ? [{ ...row, solo: place.solo, changedAt: place.changedAt }] : [];
  });
}

async function refreshed<Read, Row>(
  { part, rowsOf }: Made<Read, Row>,
  due: readonly string[],
  onDone: (done: number) => void,
): Promise<void> {
  for (let done = 0; done < due.length; done += CHUNK) {
    const units = due.slice(done, done + CHUNK);
    await part.put(units, rowsOf(await part.read(units)));
    onDone(Math.min(done + CHUNK, due.length));
  }
}

async function reconciled<Read, Row extends KeptRow | KeptReception>(
  { part, rowsOf, unitOf }: Made<Read, Row>,
  repair: boolean,
): Promise<{ readonly units: number; readonly rows: number; readonly differing: readonly string[] }> {
  const moved = new Set(await part.due(ROW_DEFINITIONS));
  const units = (await part.every()).filter((id) => !moved.has(id));
  const differing: string[] = [];
  let rows = 0;
  for (let done = 0; done < units.length; done += CHUNK) {
    const chunk = units.slice(done, done + CHUNK);
    const wanted = rowsOf(await part.read(chunk));
    rows += wanted.length;
    const [one, other] = [textsOf(unitOf, wanted), textsOf(unitOf, await part.kept(chunk))];
    const wrong = chunk.filter((id) => one.get(id) !== other.get(id));
    if (repair && wrong.length > 0) {
      const again = new Set(wrong);
      await part.put(
        wrong,
        wanted.filter((row) => again.has(unitOf(row))),
      );
    }
    differing.push(...wrong);
  }
  return { units: units.length, rows, differing };
}

function keptRow(row: StoredRow, { agencies, resendOf, resent, changedAt }: PetitionPlace, files: number): KeptRow {
  const together = agencies.length === 1 && agencies[0] === row.agencyId;
  return {
    ...row,
    agencies: together ? null : agencies,
    solo: together && resendOf === null && !resent && files <= 1,
    ...{ resendOf, changedAt },
  };
}

/** What is kept of each unit, as one text. */
function textsOf<Row extends KeptRow | KeptReception>(
  unitOf: (row: Row) => string,
  rows: readonly Row[],
): ReadonlyMap<string, string> {
  const texts = new Map<string, string[]>();
  for (const row of rows) {
    const unit = unitOf(row);
    texts.set(unit, [...(texts.get(unit) ?? []), told(row)]);
  }
  return new Map([...texts].map(([unit, lines]) => [unit, lines.sort().join('\n')]));
}
const told = (row: KeptRow | KeptReception): string =>
  traitsText({
    ...row,
    changedAt: row.changedAt.toISOString(),
    ...('days' in row ? { days: row.days.map((day) => day ?? null) } : {}),
  });
