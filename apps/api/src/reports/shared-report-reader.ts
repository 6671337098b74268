import type { Actor } from '#libs/access';
import { type Facts, type FormFacts, ReportReader } from '#libs/reporting';
import { SharedReading } from '../http/shared-reading.js';

/** Lists that one person asks for at the same time, as known at one instant, are cut from the same reading. */
export class SharedReportReader extends ReportReader {
  private readonly facts = new Map<string, SharedReading<Facts>>();
  private readonly rows = new Map<string, SharedReading<FormFacts>>();

  override seen(actor: Actor, knownAt: Date): Promise<Facts> {
    return shared(this.facts, [actor, knownAt], () => super.seen(actor, knownAt));
  }

  override forForms(actor: Actor, knownAt: Date): Promise<FormFacts> {
    return shared(this.rows, [actor, knownAt], () => super.forForms(actor, knownAt));
  }
}

async function shared<T>(
  readings: Map<string, SharedReading<T>>,
  asked: readonly [Actor, Date],
  read: () => Promise<T>,
): Promise<T> {
  const key = JSON.stringify(asked);
  const reading = readings.get(key) ?? new SharedReading(read);
  readings.set(key, reading);
  try {
    return await reading.ask();
  } finally {
    if (reading.idle) readings.delete(key);
  }
}
