import { createPostgresBackend, createRedisBackend, runMigrations, withBackend, type Queue, type Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { QUEUES } from './jobs.js';

export type BackendKind = 'postgres' | 'redis';

export interface QueueConnectionOptions {
  /** Redis when set; otherwise BullMQ runs on PostgreSQL at `databaseUrl`, in its own schema. */
  readonly redisUrl?: string | undefined;
  readonly databaseUrl: string;
  /**
   * PostgreSQL connections this process may spend on the queue, LISTEN connections included: one per worker it runs plus
   * at least one to work with. Default 5.
   */
  readonly maxConnections?: number;
  /** PostgreSQL role taken on after login, e.g. `nghedan_worker`. */
  readonly databaseRole?: string;
  /** Told of a connection that broke; BullMQ reconnects by itself. */
  readonly onError?: (error: Error) => void;
}

interface QueueClasses {
  readonly Queue: new (name: string, options: object) => Queue;
  readonly Worker: new (
    name: string,
    processor: (job: { name: string; data: unknown; id?: string }) => Promise<unknown>,
    options: object,
  ) => Worker;
}

export const QUEUE_SCHEMA = 'bullmq';

/** Each queue's worker keeps one connection for LISTEN out of the pool; with none left to work with, it would wait for ever. */
const FEWEST_CONNECTIONS = QUEUES.length + 1;

/** One process's way to the queue. Producers and workers made from it share its connections. */
export class QueueConnection {
  private constructor(
    readonly kind: BackendKind,
    readonly classes: QueueClasses,
    readonly connection: object,
    private readonly shut: () => Promise<void>,
  ) {}

  static open(options: QueueConnectionOptions): QueueConnection {
    const onError = options.onError ?? (() => undefined);
    // The one line that chooses the backend; everything after it is the same code on both.
    return options.redisUrl
      ? QueueConnection.onRedis(options.redisUrl, onError)
      : QueueConnection.onPostgres(options, onError);
  }

  private static onRedis(url: string, onError: (error: Error) => void): QueueConnection {
    // Blocking reads need maxRetriesPerRequest null: they wait for Redis to come back rather than fail.
    const redis = new Redis(url, { maxRetriesPerRequest: null });
    redis.on('error', onError);
    return new QueueConnection('redis', withBackend(createRedisBackend) as unknown as QueueClasses, redis, async () => {
      redis.disconnect();
      await Promise.resolve();
    });
  }

  private static onPostgres(options: QueueConnectionOptions, onError: (error: Error) => void): QueueConnection {
    const max = options.maxConnections ?? 5;
    if (max < FEWEST_CONNECTIONS)
      throw new RangeError(`The queue needs at least ${FEWEST_CONNECTIONS} connections, got ${max}`);
    // One pool for all queues and workers of the process: given a connection string, BullMQ would open a pool of ten for each.
    const pool = new pg.Pool({
      connectionString: options.databaseUrl,
      max,
      keepAlive: true,
      application_name: 'nghedan-queue',
      options: `-c search_path=${QUEUE_SCHEMA},public${options.databaseRole ? ` -c role=${options.databaseRole}` : ''}`,
    });
    pool.on('error', onError);
    // The pool does not listen to a connection that is lent out; cut off then, without a listener it would end the process.
    pool.on('connect', (client) => client.on('error', onError));
    return new QueueConnection('postgres', withBackend(createPostgresBackend) as unknown as QueueClasses, pool, () =>
      pool.end(),
    );
  }

  /** Close producers and workers first. */
  async close(): Promise<void> {
    await this.shut();
  }
}

/** Creates or upgrades BullMQ's schema on a connection that may create in the database. Safe to run by several at once. */
export async function installQueue(owner: pg.Client): Promise<void> {
  await runMigrations(owner, QUEUE_SCHEMA);
  // Made here by the owner, since BullMQ would make them at first use and the runtime roles may not create anything.
  for (const queue of QUEUES) await owner.query(`SELECT ${QUEUE_SCHEMA}.next_job_id($1)`, [queue]);
}
