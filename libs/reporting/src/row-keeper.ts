import { createHash } from 'node:crypto';
import type { Facts } from './facts.js';
import { FORM_MARKS, formFacts, MARK_FACTS } from './forms/index.js';
import { storedCase, storedPetition, traitsText, type StoredRow } from './forms/stored-rows.js';
import { MILESTONES, RESOLVING_RULES } from './milestones.js';
import type { PetitionPlace, RowCopy, StoredCaseFact } from './ports.js';
import { withEnds, type EndsOf } from './ends.js';

/** Grows when `formFacts` makes other rows of the same steps: a copy made before then counts for nothing. */
const ROWS_VERSION = 1;
/** What a copy was made by. */
export const ROW_DEFINITIONS = createHash('sha256')
  .update(JSON.stringify([ROWS_VERSION, MILESTONES, FORM_MARKS, MARK_FACTS, RESOLVING_RULES]))
  .digest('hex');

/** A row as it is written: with what only its petition as a whole can tell. */
export interface KeptRow extends StoredRow {
  /** Null: all in the row's own agency. */
  readonly agencies: readonly number[] | null;
  readonly solo: boolean;
  readonly resendOf: string | null;
  readonly changedAt: Date;
}
export interface Reconciled {
  readonly petitions: number;
  readonly rows: number;
  /** Petitions whose copy is not what the ledger gives. */
  readonly differing: readonly string[];
}

const CHUNK = 4_000;

/** Keeps the copy of form rows beside the ledger, and holds it against the ledger. The rows are those that `formFacts` makes. */
export class RowKeeper {
  constructor(
    private readonly copy: RowCopy,
    private readonly procedures: EndsOf,
  ) {}

  /** Brings the copy up to now. @returns how many petitions were read anew; null where another keeper is at it. */
  refresh(onProgress?: (done: number, of: number) => void): Promise<number | null> {
    return this.copy.alone(async () => {
      // First how far, then what: whatever is written meanwhile is due again next time.
      const mark = await this.copy.horizon();
      const due = await this.copy.due(ROW_DEFINITIONS);
      for (let done = 0; done < due.length; done += CHUNK) {
        const petitions = due.slice(done, done + CHUNK);
        await this.copy.put(petitions, await this.rowsOf(petitions));
        onProgress?.(Math.min(done + CHUNK, due.length), due.length);
      }
      await this.copy.reach(mark, ROW_DEFINITIONS, due);
      return due.length;
    });
  }

  /** Makes every row anew and holds the copy against it; with `repair` what differs is written anew. */
  reconcile({ repair }: { readonly repair: boolean }): Promise<Reconciled | null> {
    return this.copy.alone(async () => {
      const moved = new Set(await this.copy.due(ROW_DEFINITIONS));
      const petitions = (await this.copy.everyPetition()).filter((id) => !moved.has(id));
      const differing: string[] = [];
      let rows = 0;
      for (let done = 0; done < petitions.length; done += CHUNK) {
        const chunk = petitions.slice(done, done + CHUNK);
        const wanted = await this.rowsOf(chunk);
        rows += wanted.length;
        const wrong = differingOf(chunk, wanted, await this.copy.kept(chunk));
        if (repair && wrong.length > 0)
          await this.copy.put(
            wrong,
            wanted.filter(({ petitionId }) => wrong.includes(petitionId)),
          );
        differing.push(...wrong);
      }
      return { petitions: petitions.length, rows, differing };
    });
  }

  /** The rows of petitions that nothing protects; their matter is found when they are counted. */
  private async rowsOf(petitions: readonly string[]): Promise<readonly KeptRow[]> {
    const { cases, petitions: facts, more, places } = await this.copy.read(petitions);
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

function keptRow(row: StoredRow, { agencies, resendOf, resent, changedAt }: PetitionPlace, files: number): KeptRow {
  const together = agencies.length === 1 && agencies[0] === row.agencyId;
  return {
    ...row,
    agencies: together ? null : agencies,
    solo: together && resendOf === null && !resent && files <= 1,
    ...{ resendOf, changedAt },
  };
}

const told = (row: KeptRow): string =>
  traitsText({ ...row, changedAt: row.changedAt.toISOString(), days: row.days.map((day) => day ?? null) });

function differingOf(petitions: readonly string[], wanted: readonly KeptRow[], kept: readonly KeptRow[]): string[] {
  const textOf = (rows: readonly KeptRow[]): Map<string, string[]> => {
    const texts = new Map<string, string[]>();
    for (const row of rows) texts.set(row.petitionId, [...(texts.get(row.petitionId) ?? []), told(row)]);
    return texts;
  };
  const [one, other] = [textOf(wanted), textOf(kept)];
  const together = (texts: readonly string[] = []): string => [...texts].sort().join('\n');
  return petitions.filter((id) => together(one.get(id)) !== together(other.get(id)));
}
