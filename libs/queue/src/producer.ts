import { randomUUID } from 'node:crypto';
import type { Queue } from 'bullmq';
import type { QueueConnection } from './backend.js';
import { QUEUES, queueOf, type JobItem, type QueueName } from './jobs.js';

export interface JobSettings {
  /** Milliseconds of the system clock. Never months: a long delay belongs into a row that a sweep finds. */
  readonly delayMs?: number;
  /** The same id is queued once while it waits or runs; the second adding is dropped. No colon, not a number. */
  readonly id?: string;
}

/** Longest delay a job may have; past it the scheduler's sweep has long come by. */
export const LONGEST_DELAY_MS = 24 * 3_600_000;

/** A busy queue comes to a repeated job late; later than this, the job is gone. */
const LATE_MS = 60_000;

const RETRY = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: { count: 1_000 },
};

/** Puts jobs into their queues. */
export class JobProducer {
  private readonly queues: ReadonlyMap<QueueName, Queue>;

  constructor(connection: QueueConnection, onError: (error: Error) => void = () => undefined) {
    this.queues = new Map(
      QUEUES.map((name) => {
        const queue = new connection.classes.Queue(name, {
          connection: connection.connection,
          defaultJobOptions: RETRY,
        });
        queue.on('error', onError);
        return [name, queue];
      }),
    );
  }

  async add(item: JobItem, settings: JobSettings = {}): Promise<void> {
    if ((settings.delayMs ?? 0) > LONGEST_DELAY_MS)
      throw new RangeError(`Job ${item.name}: a delay over a day belongs into a row`);
    await this.queue(item).add(item.name, item.data, options(settings));
  }

  /**
   * Several at once, as many in flight as there are connections. BullMQ's own bulk adding needs the right to make temporary
   * tables in PostgreSQL, which the runtime roles do not have.
   */
  async addAll(items: readonly (readonly [JobItem, JobSettings])[]): Promise<void> {
    await Promise.all(items.map(([item, settings]) => this.add(item, settings)));
  }

  /** Repeats a job. Asked again, it restores a schedule that was wiped or fell out of step, and leaves others alone. True: it was restored. */
  async every(id: string, everyMs: number, item: JobItem): Promise<boolean> {
    const queue = this.queue(item);
    const standing = await queue.getJobScheduler(id);
    if (standing && Number(standing.every) === everyMs && isInStep(standing.next, everyMs)) return false;
    if (standing) await queue.removeJobScheduler(id);
    await queue.upsertJobScheduler(id, { every: everyMs }, { name: item.name, data: item.data, opts: RETRY });
    return true;
  }

  /** Jobs waiting, running and delayed, by queue. */
  async counts(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>> {
    const entries = await Promise.all(
      [...this.queues].map(
        async ([name, queue]) => [name, await queue.getJobCounts('waiting', 'active', 'delayed', 'failed')] as const,
      ),
    );
    return Object.fromEntries(entries);
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private queue(item: JobItem): Queue {
    return this.byName(queueOf(item.name));
  }

  private byName(name: QueueName): Queue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`Unknown queue ${name}`);
    return queue;
  }
}

/**
 * The next time is reckoned by the system clock: set back by a day, a schedule would be silent for that day. One that is long past has
 * lost its job, which carries it on.
 */
const isInStep = (next: number | undefined, everyMs: number): boolean =>
  next === undefined || (next <= Date.now() + 2 * everyMs && next >= Date.now() - Math.max(2 * everyMs, LATE_MS));

const options = ({ delayMs, id }: JobSettings) => ({
  ...(delayMs === undefined ? {} : { delay: Math.max(0, Math.round(delayMs)) }),
  // Always an id of ours: numbering by BullMQ makes a sequence per queue at its first use, a right of the owner alone.
  jobId: id ?? randomUUID(),
});
