import type { Gateways, Messages, Settled } from './ports.js';
import { sendableAt } from './quiet-hours.js';
import { textFor } from './templates.js';
import type { WaitingMessage } from './types.js';

/** Minutes until the next try, by how often it has been tried; after the last one it has failed for good. */
const NEXT_TRY_MINUTES = [1, 5, 30, 120, 720] as const;
/** Held in one transaction while they are sent: what a crash sends twice, and what a slow mail server keeps locked. */
const AT_ONCE = 10;

export interface SendingParts {
  readonly messages: Messages;
  readonly gateways: Gateways;
  /** The process is being stopped: what has been sent is written down, the rest goes on waiting for the next. */
  readonly stop?: AbortSignal;
}

/** Sends what is due, set by set. Returns how many left the house. */
export async function sendMessages({ messages, gateways, stop }: SendingParts): Promise<number> {
  let sent = 0;
  while (!stop?.aborted) {
    const some = await messages.claim(AT_ONCE, async (now, rows, settle) => {
      for (const row of rows) {
        if (stop?.aborted) return;
        const from = sendableAt(now, row.contact);
        if (from > now && !row.withdrawn) {
          await settle.later(row.id, from);
          continue;
        }
        const outcome = row.withdrawn ? ({ state: 'withdrawn' } as const) : await attempt(row, now);
        await settle(row.id, outcome);
        if (outcome.state === 'sent') sent += 1;
      }
    });
    if (!some) break;
  }
  return sent;

  async function attempt(row: WaitingMessage, now: Date): Promise<Settled> {
    const gateway = gateways[row.contact.channel];
    try {
      const { ref } = await gateway.send({ id: row.id, to: row.contact.address, ...textFor(row) });
      return { state: gateway.dryRun ? 'dryRun' : 'sent', ref };
    } catch (error) {
      const wait = NEXT_TRY_MINUTES[row.attempts];
      return {
        state: 'failed',
        error: error instanceof Error ? error.name : 'Unknown',
        notBefore: wait === undefined ? null : new Date(now.getTime() + wait * 60_000),
      };
    }
  }
}
