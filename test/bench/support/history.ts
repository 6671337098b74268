import { SYSTEM_ACTOR } from '#libs/access';
import type { OpenCommand } from '#libs/casework';
import { addDays, instantOf, type LocalDate } from '#libs/shared';
import type { KeyVault } from '#libs/identity';
import type { Connections } from '#libs/persistence';
import { planDemo, type DemoPetition, type PlanOptions } from '../../../apps/cli/src/commands/demo/plan.js';
import { copyTables } from '../../../apps/cli/src/commands/demo/bulk/copy-tables.js';
import type { MemoryDatabase } from '../../../apps/cli/src/commands/demo/bulk/memory-ports.js';
import { memorySystem, type HistorySystem } from '../../../apps/cli/src/commands/demo/bulk/memory-system.js';
import { MemoryTables } from '../../../apps/cli/src/commands/demo/bulk/memory-tables.js';
import { readReference } from '../../../apps/cli/src/commands/demo/bulk/reference.js';
import { replayHistory, startClock } from '../../../apps/cli/src/commands/demo/bulk/replay-history.js';

export const AGENCIES: PlanOptions['agencies'] = [
  { code: 'XA-TANTHANH', weight: 3, remote: false },
  { code: 'XA-HOALOC', weight: 2, remote: false },
  { code: 'XA-BINHMINH', weight: 2, remote: false },
  { code: 'XA-SONLAM', weight: 1, remote: true },
  { code: 'PHUONG-TRUNGTAM', weight: 3, remote: false },
  { code: 'PHUONG-NAMCAU', weight: 2, remote: false },
];

export interface HistoryOptions {
  readonly petitions: number;
  readonly seed: number;
  readonly from: LocalDate;
  readonly today: LocalDate;
  readonly agencies?: PlanOptions['agencies'];
  /** At most this many acts of a petition are done, the rest waits. */
  readonly acts?: number;
}

/** The demo's own plan, cut short: most files of a bench wait, as on a desk. */
export function planHistory({ acts = 6, ...options }: HistoryOptions): readonly DemoPetition[] {
  return planDemo({ ...options, agencies: options.agencies ?? AGENCIES }).map((petition, i) => ({
    ...petition,
    acts: petition.acts.slice(0, i % (acts + 1)),
  }));
}

/** Complaints of one day that nobody has touched. */
export function waitingComplaints({ petitions, ...options }: HistoryOptions): readonly DemoPetition[] {
  const drawn = planDemo({ ...options, petitions: petitions * 3, agencies: options.agencies ?? AGENCIES });
  const complaints = drawn.filter(({ matter }) => matter.type === 'complaint').slice(0, petitions);
  return complaints.map((petition) => ({ ...petition, receivedOn: options.from, acts: [] }));
}

/** Petitions of one batch; more would only cost memory. */
const BATCH = 10_000;
const PLANS = { demo: planHistory, waiting: waitingComplaints } as const;
export type PlanName = keyof typeof PLANS;

export interface BulkOptions extends HistoryOptions {
  /** `demo`: the demo's plan cut short. `waiting`: complaints of one day that nobody has touched. */
  readonly plan?: PlanName;
  /** Opens the complaint file of every petition, as the spawning effect does. */
  readonly complaintFiles?: boolean;
  readonly onProgress?: (line: string) => void;
}

/** The same history made in memory by the same services and written by COPY. Sets the business clock to `today`. */
export async function bulkHistory(connections: Connections, vault: KeyVault, options: BulkOptions): Promise<void> {
  await startClock(connections, instantOf(options.today, '08:30'));
  await bulkBatches(connections, vault, options);
  await connections.admin.query('VACUUM ANALYZE');
}

export async function bulkBatches(connections: Connections, vault: KeyVault, options: BulkOptions): Promise<void> {
  const reference = await readReference(connections);
  const counters = new MemoryTables().counters;
  for (let done = 0; done < options.petitions; done += BATCH) {
    const tables = new MemoryTables();
    for (const [key, counter] of counters) tables.counters.set(key, counter);
    const db: MemoryDatabase = { tables, reference, now: instantOf(addDays(options.from, -1)) };
    const petitions = Math.min(BATCH, options.petitions - done);
    const plan = PLANS[options.plan ?? 'demo']({ ...options, petitions, seed: options.seed + done });
    const began = performance.now();
    const system = memorySystem(db, vault);
    await replayHistory(system, reference, { plan, today: options.today });
    if (options.complaintFiles) await openComplaintFiles(system, tables);
    const replayed = performance.now();
    await copyTables(connections.admin, tables);
    for (const [key, counter] of tables.counters) counters.set(key, counter);
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
    options.onProgress?.(
      `${petitions} petitions, ${tables.cases.size} files, ${tables.events.length} events: made in ${seconds(replayed - began)}, copied in ${seconds(performance.now() - replayed)}`,
    );
  }
}

async function openComplaintFiles({ casework, settle }: HistorySystem, { cases }: MemoryTables): Promise<void> {
  const commands = [...cases.values()].map(
    ({ id, petitionId, agencyId, provinceId, visibleTo, receivedOn, remote, knownFacts }): OpenCommand => ({
      ...{ petitionId, agencyId, provinceId, visibleTo, receivedOn, remote },
      ...{ procedure: 'complaint', parentCaseId: id, petitionType: 'complaint', facts: knownFacts },
    }),
  );
  await casework.openCases({}, SYSTEM_ACTOR, commands);
  await settle();
}
