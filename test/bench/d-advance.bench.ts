import { advance, open, type Facts, type ProcedureState } from '#libs/procedure';
import { complaint } from '#workflows';
import { bench, median, ROUNDS } from './support/report.js';

const GOAL_US = 80;
const PER_ROUND = 20_000;

/** A complaint in the hands of its chairman: the parallel machine with all its regions, one accepted step forth. */
const facts: Facts = {
  receivedOn: '2026-07-02',
  occurredOn: '2026-07-06',
  petitionType: 'complaint',
  actorRole: 'chairman',
  remote: false,
  groupSize: 1,
  conditionsChecked: true,
  groupPapersComplete: true,
  documentNumber: true,
};

function received(): string {
  const opened = open(complaint, facts);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return JSON.stringify(opened.value.next);
}

/** State and event come in as text and the step goes out as text, as from and to a row. */
function step(state: string, event: string): string {
  const moved = advance(
    complaint,
    JSON.parse(state) as ProcedureState,
    JSON.parse(event) as { type: string; facts: Facts },
  );
  if (!moved.ok) throw new Error(JSON.stringify(moved.error));
  return JSON.stringify(moved.value);
}

bench(async () => {
  const state = received();
  const event = JSON.stringify({ type: 'ACCEPT', facts });
  const round = (): number => {
    const before = process.cpuUsage();
    for (let i = 0; i < PER_ROUND; i += 1) step(state, event);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / PER_ROUND;
  };
  round();
  const micros = median(Array.from({ length: ROUNDS }, round));
  return {
    figures: [
      {
        what: 'advance, JSON in and out',
        value: micros,
        unit: 'µs CPU',
        goal: `≤ ${GOAL_US} µs`,
        met: micros <= GOAL_US,
      },
    ],
  };
});
