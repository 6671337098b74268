import type { Connections } from '#libs/persistence';
import type { DemoPetition } from '../plan.js';
import { DemoReplay, type ReplayOptions } from '../replay.js';
import type { HistorySystem } from './memory-system.js';
import { actorFor, type Reference } from './reference.js';

/** Walks a plan day by day through the services, deadlines firing as the days pass. */
export async function replayHistory(
  system: HistorySystem,
  reference: Reference,
  { plan, ...options }: { plan: readonly DemoPetition[] } & Pick<ReplayOptions, 'today' | 'onProgress'>,
): Promise<void> {
  const settle = () => system.settle();
  await new DemoReplay(
    {
      register: system.register,
      casework: system.casework,
      advanceTo: async (instant) => void (await system.oversight.advanceBusinessClock(instant, { settle })),
      settle,
      actor: (agencyCode, role, turn) => actorFor(reference, agencyCode, { role, turn }),
      spawned: (parents) => system.spawned(parents),
    },
    plan,
    { ...options, lanes: 1 },
  ).run();
}

/** Before the first event the business clock may be set to any time. */
export async function startClock(connections: Connections, instant: Date): Promise<void> {
  await connections.admin.query(
    `UPDATE app.business_clock SET offset_seconds = ceil(extract(epoch FROM $1::timestamptz - now()))`,
    [instant],
  );
}
