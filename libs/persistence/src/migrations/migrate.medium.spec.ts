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

describe('migrate, under a process of the version before', () => {
  let db: TestDatabase;
  // The last files that this build brings: a house that skipped a few versions runs them all under its old processes.
  const earlier = MIGRATION_FILES.slice(0, -12);

  beforeAll(async () => {
    db = await createTestDatabase({ template: 'empty', max: 8 });
    await migrate({ adminUrl: db.urls.admin, installQueue, files: earlier });
  });
  afterAll(() => db.drop());

  /** Reading, writing and adding by the columns that the version before knows, as each of its roles may. */
  async function formerStatements(): Promise<{ role: 'app' | 'worker'; sql: string }[]> {
    const { rows } = await db.admin.query<{ t: string; right: string; role: 'app' | 'worker'; columns: string }>(
      `SELECT quote_ident(c.table_name) AS t, p AS right, r AS role, string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position) AS columns
         FROM information_schema.columns c JOIN pg_tables t ON t.schemaname = c.table_schema AND t.tablename = c.table_name,
              unnest(ARRAY['SELECT', 'INSERT', 'UPDATE']) p, unnest(ARRAY['app', 'worker']) r
        WHERE c.table_schema = 'app' AND c.is_generated = 'NEVER' AND (c.is_identity = 'NO' OR p <> 'UPDATE')
          AND has_column_privilege('nghedan_' || r, format('app.%I', c.table_name), c.column_name, p)
        GROUP BY 1, 2, 3`,
    );
    return rows.map(({ t, right, role, columns }) => {
      const first = columns.split(', ')[0] ?? '';
      const sql = {
        SELECT: `SELECT ${columns} FROM app.${t} LIMIT 0`,
        INSERT: `INSERT INTO app.${t} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM app.${t} LIMIT 0`,
        UPDATE: `UPDATE app.${t} SET ${first} = ${first} WHERE false`,
      }[right];
      return { role, sql: sql ?? '' };
    });
  }
  const refusedOf = async (statements: readonly { role: 'app' | 'worker'; sql: string }[]): Promise<string[]> => {
    const refused: string[] = [];
    for (const { role, sql } of statements)
      await db[role]
        .query(sql)
        .catch((error: Error) => refused.push(`${role}: ${sql.slice(0, 120)}: ${error.message}`));
    return refused;
  };

  it('leaves every statement of that version as good as it was, before, meanwhile and afterwards', async () => {
    const all = await formerStatements();
    expect(all.length).toBeGreaterThan(150);
    const broken = new Set((await refusedOf(all)).map((one) => one.slice(0, 120)));
    const good = all.filter(({ role, sql }) => !broken.has(`${role}: ${sql.slice(0, 120)}`.slice(0, 120)));
    expect(good.length).toBeGreaterThan(150);
    let going = true;
    const lane = async (): Promise<string[]> => {
      const refused: string[] = [];
      while (going) refused.push(...(await refusedOf(good)));
      return refused;
    };
    const lanes = [lane(), lane()];
    const ran = await migrate({ adminUrl: db.urls.admin, installQueue });
    going = false;
    expect((await Promise.all(lanes)).flat()).toEqual([]);
    expect(ran).toHaveLength(12);
    expect(await refusedOf(good)).toEqual([]);
  });

  it('asks nothing new of a row that version writes', async () => {
    const { rows: known } = await db.admin.query<{ name: string }>('SELECT name FROM app.schema_migration ORDER BY id');
    expect(known).toHaveLength(MIGRATION_FILES.length);
    const before = await createTestDatabase({ template: 'empty' });
    try {
      await migrate({ adminUrl: before.urls.admin, installQueue, files: earlier });
      const COLUMNS = `SELECT table_name || '.' || column_name AS name, is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO' AND is_generated = 'NEVER' AS asked,
                              data_type AS type FROM information_schema.columns WHERE table_schema = 'app' ORDER BY 1`;
      interface Column {
        readonly name: string;
        readonly asked: boolean;
        readonly type: string;
      }
      const [then, now] = await Promise.all([before.admin.query<Column>(COLUMNS), db.admin.query<Column>(COLUMNS)]);
      const was = new Map(then.rows.map((one) => [one.name, one]));
      const tables = new Set(then.rows.map(({ name }) => name.split('.')[0]));
      const asked = now.rows.filter(
        ({ name, asked: needed }) => tables.has(name.split('.')[0]) && needed && was.get(name)?.asked !== true,
      );
      expect(asked).toEqual([]);
      const is = new Map(now.rows.map(({ name, type }) => [name, type]));
      expect(then.rows.filter(({ name, type }) => is.get(name) !== type)).toEqual([]);
    } finally {
      await before.drop();
    }
  });
});
