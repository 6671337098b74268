import { setTimeout as sleep } from 'node:timers/promises';
import { spreadOf, type Spread } from './figures.js';
import { Line } from './line.js';

export interface FloodReport {
  readonly asked: number;
  readonly perSecond: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Refusals that did not say when to come again. */
  readonly silentRefusals: number;
  readonly times: Spread;
}

const ADDRESSES = 60;

/** Strangers who look up codes without end, from many addresses, faster than the limit of one. */
export async function flood(
  port: number,
  { perSecond, seconds, code }: { perSecond: number; seconds: number; code: string },
): Promise<FloodReport> {
  const lines = Array.from({ length: ADDRESSES }, (_, place) => Line.of(port, 2, place));
  const statuses: Record<string, number> = {};
  const times: number[] = [];
  let silentRefusals = 0;
  let asked = 0;
  const ask = async (line: Line): Promise<void> => {
    asked += 1;
    const began = performance.now();
    const wrong = asked % 3 === 0 ? `KHONG-CO-${asked}` : code;
    const path = asked % 10 === 0 ? '/tra-cuu' : `/api/v1/public/status/${wrong}`;
    try {
      const { status, headers } = await line.ask({ path });
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === 429 && headers['retry-after'] === undefined) silentRefusals += 1;
    } catch {
      statuses['no answer'] = (statuses['no answer'] ?? 0) + 1;
    }
    times.push(performance.now() - began);
  };
  const began = performance.now();
  const pending: Promise<void>[] = [];
  while (performance.now() - began < seconds * 1_000) {
    const due = Math.floor(((performance.now() - began) / 1_000) * perSecond);
    while (asked < due) pending.push(ask(lines[asked % ADDRESSES] as Line));
    await sleep(10);
  }
  await Promise.all(pending);
  for (const line of lines) line.close();
  return { asked, perSecond: Math.round(asked / seconds), statuses, silentRefusals, times: spreadOf(times) };
}
