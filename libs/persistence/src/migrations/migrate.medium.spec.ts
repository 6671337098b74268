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
