import type { Worker } from 'bullmq';
import type { QueueConnection } from './backend.js';
import type { HandlerTable } from './handlers.js';
import { isJobName, QUEUES, type QueueName } from './jobs.js';

export interface WorkerHarnessOptions {
  /** Jobs of one queue run at once in this process. Default 4. */
  readonly concurrency?: Partial<Readonly<Record<QueueName, number>>>;
  /** How long a job may stay silent before another worker takes it over. Default 30 s. */
  readonly lockMs?: number;
  readonly onFailed?: (job: string, error: Error) => void;
  readonly onError?: (error: Error) => void;
}

/** Consumes all queues with the handlers bound at start. */
export class WorkerHarness {
  private workers: readonly Worker[] = [];

  constructor(
    private readonly connection: QueueConnection,
    private readonly handlers: HandlerTable,
    private readonly options: WorkerHarnessOptions = {},
  ) {}

  /** Resolves when every queue is listened to. */
  async start(): Promise<void> {
    const lockMs = this.options.lockMs ?? 30_000;
    this.workers = QUEUES.map((name) => {
      const worker = new this.connection.classes.Worker(name, (job) => this.run(job.name, job.data), {
        connection: this.connection.connection,
        concurrency: this.options.concurrency?.[name] ?? 4,
        lockDuration: lockMs,
        stalledInterval: lockMs,
        maxStalledCount: 10,
      });
      worker.on('error', this.options.onError ?? (() => undefined));
      worker.on('failed', (job, error) => this.options.onFailed?.(job?.name ?? name, error));
      return worker;
    });
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /** Takes no new job and waits for those that run, at most `graceMs`; what is cut off is taken over by another worker. */
  async stop(graceMs = 10_000): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), graceMs);
    });
    const closed = Promise.all(this.workers.map((worker) => worker.close())).then(() => 'closed' as const);
    const outcome = await Promise.race([closed, late]);
    clearTimeout(timer);
    if (outcome === 'late') await Promise.all(this.workers.map((worker) => worker.close(true)));
    this.workers = [];
  }

  private async run(name: string, data: unknown): Promise<void> {
    const handler = isJobName(name) ? this.handlers.get(name) : undefined;
    if (!handler) throw new Error(`Job '${name}' has no handler in this version`);
    await handler.handle(data as never);
  }
}
