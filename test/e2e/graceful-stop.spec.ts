import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { call } from './support/call.js';
import { eventually, Office } from './support/cases.js';
import { complaint } from './support/petitions.js';
import { type RunningSystem, startSystem } from './support/system.js';

/** The processes are stopped as an operator stops them, with work under way; nothing of it is lost, nothing is done twice. */
describe('a stop in good order', () => {
  let system: RunningSystem;
  let office: Office;
  let held: PoolClient;

  /** Whoever writes into the table waits, until `held` lets go. */
  const hold = async (table: string): Promise<void> => {
    held = await system.database.admin.connect();
    await held.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
  };
  const letGo = async (): Promise<void> => {
    await held.query('COMMIT');
    held.release();
  };
  const somebodyWaits = (table: string) =>
    eventually(`a writer before ${table}`, async () => {
      const { rowCount } = await system.database.admin.query(
        `SELECT FROM pg_locks WHERE NOT granted AND relation = $1::regclass AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        [table],
      );
      return rowCount ? true : null;
    });

  beforeAll(async () => {
    system = await startSystem();
    office = new Office(system);
  });
  afterAll(() => system?.stop());

  it('lets the api answer who already asked, although somebody is listening, and turns away who comes later', async () => {
    const token = await office.token('motcua');
    const listening = await fetch(`${system.url}/api/v1/live`, { headers: { authorization: `Bearer ${token}` } });
    expect(listening.status).toBe(200);
    await hold('app.petition');
    const asked = call<{ id: string; registerNumber: number }>(system.url, 'POST', '/petitions', {
      token,
      body: complaint(),
    });
    await somebodyWaits('app.petition');
    const gone = once(system.api, 'exit');
    system.api.kill('SIGTERM');
    await eventually('a closed door', () =>
      fetch(`${system.url}/livez`, { headers: { connection: 'close' } }).then(
        ({ status }) => (status === 503 ? true : null),
        () => true,
      ),
    );
    await letGo();
    const { status, body } = await asked;
    expect(status).toBe(201);
    expect(await gone).toEqual([0, null]);
    const { rows } = await system.database.admin.query('SELECT id FROM app.petition WHERE register_number = $1', [
      body.registerNumber,
    ]);
    expect(rows).toEqual([{ id: body.id }]);
  });
});
