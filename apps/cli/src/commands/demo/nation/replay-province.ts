import type { KeyVault } from '#libs/identity';
import type { Connections } from '#libs/persistence';
import { addDays, instantOf, type LocalDate } from '#libs/shared';
import { copyTables } from '../bulk/copy-tables.js';
import type { MemoryDatabase } from '../bulk/memory-ports.js';
import { MemoryReceptionStore } from '../bulk/memory-reception.js';
import { memoryReception, memorySystem } from '../bulk/memory-system.js';
import { MemoryTables } from '../bulk/memory-tables.js';
import type { Reference } from '../bulk/reference.js';
import { replayHistory } from '../bulk/replay-history.js';
import type { DemoPetition } from '../plan.js';
import { SeededRandom } from '../random.js';
import type { NationAgency } from './country.js';
import { inOrder, PetitionPlan, type ReportingPeriod } from './plan-petitions.js';
import { ReceptionPlan, type PlannedSession } from './plan-receptions.js';
import { ReceptionReplay } from './replay-receptions.js';
import { divide, type Totals } from './totals.js';

export interface PlaceHistory {
  readonly petitions: readonly DemoPetition[];
  readonly sessions: readonly PlannedSession[];
}

/** The histories of some agencies that come to the totals together. */
export function planPlace(
  agencies: readonly NationAgency[],
  { totals, period, seed }: { readonly totals: Totals; readonly period: ReportingPeriod; readonly seed: number },
): PlaceHistory {
  const random = new SeededRandom(seed);
  const petitions = new PetitionPlan(period, random);
  const receptions = new ReceptionPlan(period, random);
  const parts = divide(
    totals,
    agencies.map(({ weight }) => weight),
  );
  return {
    petitions: inOrder(agencies.flatMap((agency, place) => petitions.of(agency, parts[place]!))),
    sessions: agencies.flatMap((agency, place) => receptions.of(agency, parts[place]!)),
  };
}

export interface Written {
  readonly petitions: number;
  readonly files: number;
  readonly visits: number;
  readonly events: number;
}

/** Replays the history of a place in memory and writes it by COPY. */
export async function writePlace(
  { connections, vault }: { readonly connections: Connections; readonly vault: KeyVault },
  { petitions, sessions }: PlaceHistory,
  { reference, today }: { readonly reference: Reference; readonly today: LocalDate },
): Promise<Written> {
  const tables = new MemoryTables();
  const start = instantOf(addDays(petitions[0]?.receivedOn ?? today, -1));
  const db: MemoryDatabase = { tables, reference, now: start };
  await replayHistory(memorySystem(db, vault), reference, { plan: petitions, today });
  const store = new MemoryReceptionStore(db);
  const stage = {
    service: memoryReception(db, { store, vault }),
    setTime: (instant: Date) => {
      db.now = instant;
    },
  };
  await new ReceptionReplay(stage, reference).run(sessions.filter(({ heldOn }) => heldOn <= today));
  await copyTables(connections.admin, tables, store);
  return {
    ...{ petitions: tables.petitions.size, files: tables.cases.size, events: tables.events.length },
    visits: store.tables.visit.rows.size,
  };
}
