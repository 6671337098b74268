import type { Actor } from '#libs/access';
import { clientOf, Connections, TransactionRunner } from '#libs/persistence';
import type { AgencyId, UserId } from '#libs/shared';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';

/** Tables without a row scope, each with why everybody may read every row of it. */
const OPEN: Readonly<Record<string, string>> = {
  administrative_unit: 'the catalogue of the country',
  agency: 'the tree that scopes are made of',
  agency_change: 'published decisions',
  app_user: 'read by name before anybody is signed in; written through functions that ask who acts',
  business_clock: 'one row, the day',
  calendar_entry: 'public holidays',
  calendar_job: 'no right to it for who acts for a person',
  calendar_preview: 'counts; its rows are scoped',
  calendar_publication: 'published decisions',
  delegation: 'who stands in for whom, shown to colleagues',
  effect: 'ids and dates; who keeps the system running sees that something failed',
  ledger_leaf: 'hashes',
  master_key: 'check values and keys wrapped by the master key, which is not there',
  meta: 'marks of the seeds and the sealer',
  register_counter: 'the next number',
  schema_migration: 'names of files',
  tree_head: 'signed hashes',
};

describe('row security, by raw SQL as the app role', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ max: 2 });
    // One petition of each of two communes, and one that only a single person may see.
    await database.admin.query(
      `INSERT INTO app.petition (agency_id, province_id, visible_to, type, channel, received_on, register_year, register_series, register_number, register_label, lookup_hash, created_by, registered_at)
       SELECT a.id, a.province_id, CASE WHEN v.named THEN ARRAY[u.id] END, 'complaint', 'in_person', '2026-01-05', 2026, 'T', v.n, v.n || '/2026', decode(md5(a.code || v.n), 'hex'), u.id, now()
         FROM app.agency a, (VALUES (1, false), (2, true)) v(n, named), app.app_user u
        WHERE a.code IN ('XA-TANTHANH', 'XA-HOALOC') AND u.username = 'lanhdao'`,
    );
  });
  afterAll(() => database?.drop());

  const names = async (sql: string): Promise<string[]> =>
    (await database.admin.query<{ name: string }>(sql)).rows.map(({ name }) => name);
  const actor = async (username: string): Promise<Actor> => {
    const { rows } = await database.admin.query(
      `SELECT a.user_id, a.agency_id, a.province_id, a.agencies, a.roles FROM app.app_user u, app.actor_of(u.id) a WHERE u.username = $1`,
      [username],
    );
    const [row] = rows as { user_id: UserId; agency_id: AgencyId; province_id: AgencyId; agencies: AgencyId[] }[];
    const { user_id: userId, agency_id: agencyId, province_id: provinceId, agencies } = row!;
    return { userId, fullName: username, roles: ['receptionist'], agencyId, provinceId, agencies };
  };
  const seen = (runner: TransactionRunner, who: Actor): Promise<string> =>
    runner.run(who, async (tx) => {
      const { rows } = await clientOf(tx).query<{ what: string }>(
        `SELECT a.code || ':' || p.register_number AS what FROM app.petition p JOIN app.agency a ON a.id = p.agency_id ORDER BY 1`,
      );
      return rows.map(({ what }) => what).join(' ');
    });

  it('is forced on every table that is not open on purpose; a partition is nobody’s', async () => {
    const bare = await names(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'app' AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity) AND NOT c.relispartition`,
    );
    expect(bare.sort()).toEqual(Object.keys(OPEN).sort());
    const readablePartitions = await names(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'app' AND c.relispartition
          AND (has_table_privilege('nghedan_app', c.oid, 'SELECT') OR has_table_privilege('nghedan_worker', c.oid, 'SELECT'))`,
    );
    expect(readablePartitions).toEqual([]);
    const withoutPolicy = await names(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'app' AND c.relrowsecurity AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)`,
    );
    expect(withoutPolicy).toEqual([]);
  });

  it('binds roles that own nothing and cannot pass it', async () => {
    const { rows } = await database.admin.query(
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, pg_has_role(oid, 'nghedan_owner', 'MEMBER') AS owner,
              (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owns
         FROM pg_roles r WHERE rolname IN ('nghedan_app', 'nghedan_worker') ORDER BY 1`,
    );
    const bound = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, owner: false, owns: 0 };
    expect(rows).toEqual([
      { rolname: 'nghedan_app', ...bound },
      { rolname: 'nghedan_worker', ...bound },
    ]);
    const { app } = database;
    await expect(app.query('ALTER TABLE app.petition NO FORCE ROW LEVEL SECURITY')).rejects.toThrow(/must be owner/);
    await expect(app.query('SET ROLE nghedan_owner')).rejects.toThrow(/permission denied/);
    await expect(app.query('DELETE FROM app.case_event')).rejects.toThrow(/permission denied/);
    await expect(app.query(`UPDATE app.case_event SET type = 'X'`)).rejects.toThrow(/permission denied/);
  });

  it('shows nothing where nobody acts, whatever the table', async () => {
    const scoped = await names(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'app' AND c.relrowsecurity AND NOT c.relispartition AND c.relkind IN ('r', 'p')
          AND has_table_privilege('nghedan_app', c.oid, 'SELECT')
          AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND pg_get_expr(p.polqual, p.polrelid) = 'true'
                             AND (p.polroles = '{0}' OR 'nghedan_app'::regrole = ANY (p.polroles)))`,
    );
    expect(scoped.length).toBeGreaterThan(30);
    for (const table of scoped)
      expect({ table, rows: (await database.app.query(`SELECT 1 FROM app.${table}`)).rowCount }).toEqual({
        table,
        rows: 0,
      });
  });

  it('keeps the actor inside the transaction: the connection forgets it, after an error too', async () => {
    const connections = new Connections(database.urls, 1);
    try {
      const runner = new TransactionRunner(connections);
      const [clerk, head] = [await actor('motcua'), await actor('lanhdao')];
      expect(await seen(runner, clerk)).toBe('XA-TANTHANH:1');
      const bare = () => connections.app.query('SELECT app.user_id() AS who, app.agencies() AS scope');
      expect((await bare()).rows).toEqual([{ who: null, scope: [] }]);
      expect((await connections.app.query('SELECT 1 FROM app.petition')).rowCount).toBe(0);
      await expect(runner.run(clerk, (tx) => clientOf(tx).query('SELECT 1/0'))).rejects.toThrow(/division/);
      expect((await bare()).rows).toEqual([{ who: null, scope: [] }]);
      expect(await seen(runner, head)).toBe('XA-HOALOC:2 XA-TANTHANH:1 XA-TANTHANH:2');
      expect(await seen(runner, clerk)).toBe('XA-TANTHANH:1');
    } finally {
      await connections.end();
    }
  });

  it('does not mix people who share two connections at the same time', async () => {
    const runner = new TransactionRunner(database.connections);
    const people = await Promise.all(['motcua', 'lanhdao', 'motcua.hoaloc', 'lanhdao.tinh'].map(actor));
    const alone: string[] = [];
    for (const who of people) alone.push(await seen(runner, who));
    expect(new Set(alone).size).toBe(4);
    const together = await Promise.all(Array.from({ length: 200 }, (_, i) => seen(runner, people[i % 4]!)));
    expect(together).toEqual(Array.from({ length: 200 }, (_, i) => alone[i % 4]));
  });

  it('moves nothing out of sight: a row may be changed only by who sees it', async () => {
    const runner = new TransactionRunner(database.connections);
    const clerk = await actor('motcua');
    const touched = await runner.run(clerk, (tx) => clientOf(tx).query('UPDATE app.petition SET field = field'));
    expect(touched.rowCount).toBe(1);
  });
});
