import type { Actor } from '#libs/access';
import type { AgencyId, UserId } from '#libs/shared';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import { clientOf, TransactionRunner } from './transaction.js';

describe('database roles and row scope', () => {
  let db: TestDatabase;
  let runner: TransactionRunner;
  const agencies = new Map<string, number>();
  const users = new Map<string, number>();

  const actor = (username: string, agency: string, below: readonly string[] = [agency]): Actor => ({
    userId: (users.get(username) ?? -1) as UserId,
    fullName: username,
    roles: [],
    agencyId: (agencies.get(agency) ?? -1) as AgencyId,
    provinceId: (agencies.get('TINH-DEMO') ?? -1) as AgencyId,
    agencies: below.map((code) => (agencies.get(code) ?? -1) as AgencyId),
  });
  /** What an actor of the app role finds in a table, by raw SQL. */
  const count = (who: Actor, from: string) =>
    runner.run(
      who,
      async (tx) => (await clientOf(tx).query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`)).rows[0]?.n,
    );

  async function register(agency: string, number: number, visibleTo: readonly number[] | null): Promise<void> {
    const type = visibleTo ? 'denunciation' : 'complaint';
    await db.admin.query(
      `WITH a AS (SELECT id, province_id FROM app.agency WHERE code = $1),
       p AS (INSERT INTO app.petition (agency_id, province_id, visible_to, type, channel, received_on, registered_at, register_year, register_series, register_number, register_label, lookup_hash, created_by)
             SELECT id, province_id, $2::int[], $3, 'in_person', '2026-07-02', now(), 2026, 'main', $4::int, 'x', decode(md5($1 || $4::int), 'hex'), $5 FROM a RETURNING id, agency_id, province_id),
       h AS (INSERT INTO app.petitioner (petition_id, agency_id, province_id, visible_to, ordinal, role) SELECT id, agency_id, province_id, $2::int[], 1, 'petitioner' FROM p),
       c AS (INSERT INTO app.case_file (petition_id, agency_id, province_id, visible_to, procedure, procedure_version, state, stage, head_hash, opened_on, received_on, last_event_on)
             SELECT id, agency_id, province_id, $2::int[], 'petition-handling', 1, '"received"', 'received', '', '2026-07-02', '2026-07-02', '2026-07-02' FROM p RETURNING id),
       t AS (INSERT INTO app.event_text (event_id, field, case_id, salt, text) SELECT uuidv7(), 'reason', id, '', 'x' FROM c)
       INSERT INTO app.case_event (case_id, seq, kind, type, occurred_on, recorded_at, system_at, actor_id, actor_role, facts, basis, prev_hash, hash)
       SELECT id, 1, 'procedure', 'RECEIVE', '2026-07-02', now(), now(), 0, 'system', '{}', '[]', '', '' FROM c`,
      [agency, visibleTo, type, number, users.get('motcua')],
    );
  }

  beforeAll(async () => {
    db = await createTestDatabase();
    runner = new TransactionRunner(db.connections);
    for (const { id, code } of (await db.admin.query<{ id: number; code: string }>('SELECT id, code FROM app.agency'))
      .rows)
      agencies.set(code, id);
    for (const { id, username } of (
      await db.admin.query<{ id: number; username: string }>('SELECT id, username FROM app.app_user')
    ).rows)
      users.set(username, id);
    await register('XA-TANTHANH', 1, null);
    await register('XA-TANTHANH', 2, [users.get('lanhdao.tinh') ?? -1, users.get('thanhtra') ?? -1]);
    await register('XA-HOALOC', 1, null);
  });
  afterAll(() => db.drop());

  it('lets neither runtime role change, remove or renumber an event, nor write leaves as the app', async () => {
    for (const pool of [db.app, db.worker]) {
      await expect(pool.query(`UPDATE app.case_event SET type = 'x'`)).rejects.toThrow('permission denied');
      await expect(pool.query(`DELETE FROM app.case_event`)).rejects.toThrow('permission denied');
      await expect(pool.query(`TRUNCATE app.case_event`)).rejects.toThrow('permission denied');
      await expect(pool.query(`INSERT INTO app.case_event (tx) VALUES (1)`)).rejects.toThrow('permission denied');
      await expect(pool.query(`UPDATE app.event_text SET text = 'x'`)).rejects.toThrow('permission denied');
      await expect(pool.query(`UPDATE app.ledger_leaf SET leaf_no = 1`)).rejects.toThrow('permission denied');
      await expect(pool.query(`ALTER TABLE app.case_event DISABLE ROW LEVEL SECURITY`)).rejects.toThrow(
        'must be owner',
      );
    }
    await expect(db.app.query(`INSERT INTO app.ledger_leaf VALUES (0, uuidv7(), '')`)).rejects.toThrow(
      'permission denied',
    );
  });

  it('lets nobody ask a partition past its parent', async () => {
    const { rows } = await db.admin.query<{ part: string }>(
      `SELECT inhrelid::regclass::text AS part FROM pg_inherits WHERE inhparent = 'app.case_event'::regclass`,
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { part } of rows)
      for (const pool of [db.app, db.worker])
        await expect(pool.query(`SELECT FROM ${part}`)).rejects.toThrow('permission denied');
  });

  it('gives no runtime role a way around row security', async () => {
    const { rows } = await db.admin.query(
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'nghedan\\_%' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)`,
    );
    expect(rows).toEqual([]);
    await expect(db.app.query('SET ROLE nghedan_owner')).rejects.toThrow('permission denied');
    await expect(db.app.query('SET ROLE nghedan_worker')).rejects.toThrow('permission denied');
  });

  it('shows an agency its own files, its province all, another agency none', async () => {
    const province = actor('quantri', 'TINH-DEMO', [...agencies.keys()]);
    for (const table of ['app.petition', 'app.petitioner', 'app.case_file', 'app.case_event', 'app.event_text']) {
      expect([table, await count(actor('motcua', 'XA-TANTHANH'), table)]).toEqual([table, 1]);
      expect([table, await count(actor('motcua.hoaloc', 'XA-HOALOC'), table)]).toEqual([table, 1]);
      expect([table, await count(actor('motcua.binhminh', 'XA-BINHMINH'), table)]).toEqual([table, 0]);
      expect([table, await count(province, table)]).toEqual([table, 2]);
    }
  });

  it('shows a file with named persons to them alone, wherever they sit', async () => {
    const scoped = `app.case_file WHERE visible_to IS NOT NULL`;
    expect(await count(actor('lanhdao', 'XA-TANTHANH'), scoped)).toBe(0);
    expect(await count(actor('quantri', 'TINH-DEMO', [...agencies.keys()]), scoped)).toBe(0);
    expect(await count(actor('thanhtra', 'TINH-DEMO', []), scoped)).toBe(1);
    expect(await count(actor('thanhtra', 'TINH-DEMO', []), `app.case_event`)).toBe(1);
  });

  it('shows nothing where no actor is set, and forgets the actor with the transaction', async () => {
    const client = await db.app.connect();
    const seen = async () =>
      (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM app.petition')).rows[0]?.n;
    expect(await seen()).toBe(0);
    await client.query(`BEGIN; SELECT app.act_as(${users.get('motcua')}, '{${agencies.get('XA-TANTHANH')}}')`);
    expect(await seen()).toBe(1);
    await client.query('COMMIT');
    expect(await seen()).toBe(0);
    client.release();
  });

  it('cannot hold the words of a denunciation in the open', async () => {
    await expect(db.admin.query(`UPDATE app.petition SET content = 'x' WHERE type = 'denunciation'`)).rejects.toThrow(
      'check constraint',
    );
    await expect(
      db.admin.query(`UPDATE app.petition SET visible_to = NULL WHERE type = 'denunciation'`),
    ).rejects.toThrow('check constraint');
  });

  it('rolls back and closes the transaction whose work failed', async () => {
    const failed = runner.run(actor('motcua', 'XA-TANTHANH'), async (tx) => {
      await clientOf(tx).query(`UPDATE app.petition SET field = 'đất đai'`);
      throw new Error('stop');
    });
    await expect(failed).rejects.toThrow('stop');
    expect(await count(actor('motcua', 'XA-TANTHANH'), `app.petition WHERE field IS NOT NULL`)).toBe(0);
  });

  it('pins the search path of every definer function, all of them the owner’s', async () => {
    const { rows } = await db.admin.query(
      `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE n.nspname = 'app' AND p.prosecdef
         AND (pg_get_userbyid(p.proowner) <> 'nghedan_owner' OR NOT coalesce(p.proconfig, '{}') && ARRAY['search_path=app, pg_temp', 'search_path=app, public, pg_temp'])`,
    );
    expect(rows).toEqual([]);
  });

  it('forces row security on every table that holds rows of an agency', async () => {
    const { rows } = await db.admin.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'app' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
         AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('agency_id', 'visible_to', 'case_id')) ORDER BY 1`,
    );
    // Accounts, counters and mergers belong to an agency without being secret; effects hold ids only.
    expect(rows.map(({ name }) => name)).toEqual(['agency_change', 'app_user', 'effect', 'register_counter']);
  });
});
