import { setTimeout as sleep } from 'node:timers/promises';
import { SYSTEM_ACTOR } from '#libs/access';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
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
});
