import { installQueue } from '#libs/queue';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import { MIGRATION_FILES } from './index.js';
import { migrate, pendingMigrations } from './migrate.js';

describe('migrate', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase({ template: 'empty' });
  });
  afterAll(() => db.drop());

  it('builds everything from nothing, once, even when asked twice at a time', async () => {
    expect(await pendingMigrations(db.admin)).toEqual([...MIGRATION_FILES]);
    const both = await Promise.all([1, 2].map(() => migrate({ adminUrl: db.urls.admin, installQueue })));
    expect(both.map(({ length }) => length).sort((a, b) => a - b)).toEqual([0, MIGRATION_FILES.length]);
    expect(await pendingMigrations(db.app)).toEqual([]);
    expect(await migrate({ adminUrl: db.urls.admin, installQueue })).toEqual([]);
  });

  it('leaves every table and function to the owner', async () => {
    const { rows } = await db.admin.query(
      `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('app', 'bullmq') AND pg_get_userbyid(relowner) <> 'nghedan_owner'
       UNION ALL SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ('app', 'bullmq') AND pg_get_userbyid(proowner) <> 'nghedan_owner'`,
    );
    expect(rows).toEqual([]);
  });

  it('lets both runtime roles use the queue and create nothing', async () => {
    for (const pool of [db.app, db.worker]) {
      await pool.query('SELECT FROM bullmq.migration');
      await expect(pool.query('CREATE TABLE app.x ()')).rejects.toThrow('permission denied');
      await expect(pool.query('CREATE TABLE public.x ()')).rejects.toThrow('permission denied');
      await expect(pool.query('CREATE TABLE bullmq.x ()')).rejects.toThrow('permission denied');
    }
  });
});

describe('migrate, while people work', () => {
  let db: TestDatabase;
  // As the product was before the health of the system had a page: effects had no mark of refusal.
  const earlier = MIGRATION_FILES.filter((file) => Number.parseInt(file, 10) < 135);
  const addEffect = `INSERT INTO app.effect (kind, payload) VALUES ('notify', '{}')`;

  beforeAll(async () => {
    db = await createTestDatabase({ template: 'empty', max: 8 });
    await migrate({ adminUrl: db.urls.admin, installQueue, files: earlier });
  });
  afterAll(() => db.drop());

  it('waits for who is in the middle of something, and holds up nobody behind it', async () => {
    expect((await pendingMigrations(db.admin)).length).toBeGreaterThan(10);
    const busy = await db.admin.connect();
    await busy.query('BEGIN');
    await busy.query(addEffect);
    let done = false;
    const migrating = migrate({ adminUrl: db.urls.admin, installQueue }).finally(() => (done = true));
    const waits = async () =>
      (await db.admin.query(`SELECT FROM pg_locks WHERE NOT granted AND relation = 'app.effect'::regclass`)).rowCount;
    while (!done && !(await waits())) await db.admin.query('SELECT pg_sleep(0.02)');
    // The upgrade stands before the table: whoever writes must get past it all the same.
    for (let written = 0; written < 5; written++) await db.admin.query(addEffect);
    expect(done).toBe(false);
    await busy.query('COMMIT');
    busy.release();
    expect((await migrating).length).toBeGreaterThan(10);
    expect(await pendingMigrations(db.app)).toEqual([]);
    const { rows } = await db.admin.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM app.effect WHERE failed_at IS NULL',
    );
    expect(rows).toEqual([{ n: 6 }]);
  });
});
