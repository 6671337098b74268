import { Client } from './client.js';
import { House } from './house.js';
import { Journal } from './journal.js';
import { Random } from './random.js';
import { arrangementOf, runChaos, type RunReport } from './run.js';
import { Story } from './story.js';

/** Years of files make each check slower and prove nothing more: after so many runs a new house is built. */
const RUNS_A_HOUSE = 25;
/** Days the history of a house begins on: before, on and after the change of the law. */
const FIRST_DAYS = ['2026-06-22', '2026-06-30', '2026-07-02', '2026-08-03'];

/** Runs one seed after the other on one house, which is arranged anew only where a seed asks for it. */
export class Session {
  private house: House | null = null;
  private runs = 0;

  async run(seed: number, options: { readonly stories?: number } = {}): Promise<RunReport> {
    if (this.runs >= RUNS_A_HOUSE) await this.close();
    const house = (this.house ??= await furnished(seed));
    this.runs += 1;
    const wanted = arrangementOf(seed, house.redis !== null);
    if (JSON.stringify(wanted) !== JSON.stringify(house.arrangement)) await house.arrange(wanted);
    return runChaos(house, { seed, ...options });
  }

  async close(): Promise<void> {
    this.runs = 0;
    const { house } = this;
    this.house = null;
    await house?.close();
  }
}

/** A house whose clock stands on a day of 2026, whose officers have given their addresses and whose book has begun. */
async function furnished(seed: number): Promise<House> {
  const house = await House.open();
  const day = new Random(seed).pick(FIRST_DAYS);
  await house.ask(`UPDATE app.business_clock SET offset_seconds = ceil(extract(epoch FROM $1::timestamptz - now()))`, [
    `${day}T08:00:00+07:00`,
  ]);
  await house.arrange({ keeper: 'supervisor', queue: 'postgres' });
  const client = new Client(house, new Random(seed), new Journal());
  for (const as of ['truongphong', 'chuyenvien']) {
    const contact = { channel: 'email', address: `${as}@xatanthanh.example`, quietFrom: '00:00', quietTo: '00:00' };
    await client.send({ as, method: 'POST', path: '/me/contacts', body: contact });
  }
  // With a petition in the book `npm start` seeds no demonstration of its own.
  await new Story(client, 'registered').live();
  return house;
}
