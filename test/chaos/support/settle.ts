import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './client.js';
import type { House } from './house.js';

const PATIENCE_MS = 120_000;

interface Open {
  readonly effects: number;
  readonly messages: number;
  readonly milestones: number;
}

const OPEN = `
  SELECT (SELECT count(*)::int FROM app.effect WHERE done_at IS NULL AND failed_at IS NULL) AS effects,
         (SELECT count(*)::int FROM app.message WHERE state = 'waiting') AS messages,
         (SELECT count(*)::int FROM app.milestone WHERE state = 'pending' AND due_at <= app.business_now()) AS milestones`;

/** Nothing is broken any more; one working day passes in calm, and all that was put off is done. */
export async function settle(house: House, client: Client, { hurries }: { hurries: boolean }): Promise<void> {
  house.setClock(0);
  house.proxy.refuse(false);
  house.post.temper = 'kind';
  await house.redis?.start();
  await house.ready();
  const answer = await client.send({
    ...{ as: 'lanhdao', method: 'POST', path: '/clock/advance', body: { workingDays: 1 } },
  });
  if (answer.status !== 200) throw new Error(`The clock did not move: ${answer.status} ${JSON.stringify(answer.body)}`);
  let open: Open | undefined;
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await sleep(250)) {
    [open] = await house.ask<Open>(OPEN);
    if (open && open.effects + open.messages + open.milestones === 0) return;
    await letTimePass(house);
    if (hurries && open && open.effects + open.milestones === 0) await house.sweepNow('messages.send', 1);
  }
  throw new Error(`Still open after two minutes of calm: ${JSON.stringify(open)}\n${house.lastLog()}`);
}

/** Leases of lost jobs run out after seconds, tries at a mail come back after minutes: here at once. */
export async function letTimePass(house: House): Promise<void> {
  await house.ask(
    `UPDATE app.effect SET sent_at = now() - interval '2 hours' WHERE id IN (
       SELECT id FROM app.effect WHERE done_at IS NULL AND failed_at IS NULL AND sent_at < now() - interval '3 seconds' FOR UPDATE SKIP LOCKED)`,
  );
  await house.ask(`UPDATE app.message SET not_before = NULL WHERE state = 'waiting' AND not_before IS NOT NULL`);
}
