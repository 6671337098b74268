import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SYSTEM_ACTOR } from '#libs/access';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import type { Config } from './config.js';
import { openStanding } from './database.js';
import { clientOf, TransactionRunner } from './transaction.js';

describe('connections', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.drop());

  // Nobody reads from the connection just then: unheard, its end would be the end of the process.
  it('may be cut off between two statements of a transaction: the work fails, the process lives and works on', async () => {
    const runner = new TransactionRunner(db.connections);
    const cut = runner.run(SYSTEM_ACTOR, async (tx) => {
      const { rows } = await clientOf(tx).query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      let ended = false;
      clientOf(tx).once('end', () => (ended = true));
      await db.admin.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      while (!ended) await sleep(5);
      await clientOf(tx).query('SELECT 1');
    });
    await expect(cut).rejects.toThrow();
    expect(await runner.run(SYSTEM_ACTOR, async (tx) => (await clientOf(tx).query('SELECT 1')).rowCount)).toBe(1);
  });

  it('are waited for by a program that starts while the server comes up, and only then', async () => {
    const real = new URL(db.connections.urls.worker ?? '');
    let refusals = 3;
    const door = createServer((caller) => {
      if (refusals-- > 0) return void caller.destroy();
      const server = connect(Number(real.port), real.hostname);
      caller.on('error', () => server.destroy()).pipe(server);
      server.on('error', () => caller.destroy()).pipe(caller);
    });
    await once(door.listen(0, '127.0.0.1'), 'listening');
    const url = new URL(real);
    url.port = String((door.address() as AddressInfo).port);
    const config = { databaseUrl: String(url) } as Config;
    const ask = (text: string) =>
      openStanding(config, { max: 1 }, async ({ connections }) => (await connections.worker.query(text)).rowCount);
    const { made, database } = await ask('SELECT 1');
    expect([made, refusals]).toEqual([1, -1]);
    await database.close();
    // What is wrong for another reason is not tried again.
    const before = refusals;
    await expect(ask('SELECT * FROM app.nowhere')).rejects.toThrow('nowhere');
    expect(refusals).toBe(before - 1);
    door.close();
  });
});
