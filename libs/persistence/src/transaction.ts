import { isSystem, type AnyActor } from '#libs/access';
import type { Pool, PoolClient } from 'pg';
import type { Connections } from './connections.js';

declare const txBrand: unique symbol;

/** An open transaction with its actor set. Services pass it on and cannot look inside. */
export interface Tx {
  readonly [txBrand]: true;
}

const clients = new WeakMap<Tx, PoolClient>();

/** For repositories of this lib and the adapters beside it only. @throws when the transaction has ended. */
export function clientOf(tx: Tx): PoolClient {
  const client = clients.get(tx);
  if (!client) throw new Error('The transaction has ended');
  return client;
}

/**
 * `snapshot`: several reads of one moment. `plannedOnce`: statements of few shapes that are run all day, where planning anew would cost more
 * than running.
 */
export type Reading = 'snapshot' | 'plannedOnce';

/** Text that opens a transaction as an actor: row security reads user and agencies from it. Numbers only, so it needs no parameters. */
export function beginAs(actor: AnyActor, reading?: Reading): string {
  const agencies = isSystem(actor) ? [] : actor.agencies;
  const ids = [actor.userId, ...agencies];
  if (!ids.every(Number.isSafeInteger)) throw new TypeError('Actor ids are integers');
  const mode = reading === 'snapshot' ? ' ISOLATION LEVEL REPEATABLE READ READ ONLY' : '';
  const plans = reading === 'plannedOnce' ? `, set_config('plan_cache_mode', 'force_generic_plan', true)` : '';
  return `BEGIN${mode}; SELECT app.act_as(${actor.userId}, '{${agencies.join(',')}}')${plans}`;
}

/** The only opener of transactions: actor first, then the work, then commit; anything thrown rolls back. */
export class TransactionRunner {
  constructor(private readonly connections: Pick<Connections, 'app' | 'worker'>) {}

  /** People act through the app role, the system through the worker role. */
  run<T>(actor: AnyActor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within(actor, beginAs(actor), work);
  }

  /** Several reads of one moment: what others commit meanwhile stays unseen. */
  snapshot<T>(actor: AnyActor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within(actor, beginAs(actor, 'snapshot'), work);
  }

  /** Statements of few shapes: a plan for any values is kept for each connection. */
  plannedOnce<T>(actor: AnyActor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.within(actor, beginAs(actor, 'plannedOnce'), work);
  }

  private async within<T>(actor: AnyActor, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const pool: Pool = isSystem(actor) ? this.connections.worker : this.connections.app;
    const client = await pool.connect();
    const tx = Object.freeze({}) as Tx;
    let broken: Error | undefined;
    try {
      await client.query(begin);
      clients.set(tx, client);
      const result = await work(tx);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      clients.delete(tx);
      client.release(broken);
    }
  }
}
