import { hash } from '@node-rs/argon2';
import type pg from 'pg';
import type { RunMode } from '../config.js';
import { pendingMigrations } from '../migrations/migrate.js';
import { query, type Queryable } from '../query.js';
import { DEMO_ACCOUNTS, DEMO_AGENCIES, DEMO_PASSWORD } from './demo-people.js';
import { seedUnits } from './unit-catalogue.js';

/** Grows when the seeds change, so that a database seeded by an older build is brought up to date. */
const VERSION = 1;
const MARK = 'reference-seed';

async function seedAgencies(db: Queryable): Promise<void> {
  for (const { code, name, shortName, level, parent, remote } of DEMO_AGENCIES)
    await query(
      db,
      `INSERT INTO app.agency (code, name, short_name, level, parent_id, province_id, remote)
       SELECT $1, $2, $3, $4, p.id, coalesce(p.id, 0), $6 FROM (SELECT 1) one LEFT JOIN app.agency p ON p.code = $5
       ON CONFLICT (code) DO NOTHING`,
      [code, name, shortName, level, parent, remote ?? false],
    );
  await query(db, `UPDATE app.agency SET province_id = id WHERE level = 'province' AND province_id = 0`);
}

async function seedAccounts(db: Queryable): Promise<void> {
  // One hash serves all: the demo's password is published, and forty hashes would cost a start seconds.
  const passwordHash = await hash(DEMO_PASSWORD);
  for (const { username, fullName, title, roles, agency } of DEMO_ACCOUNTS)
    await query(
      db,
      `INSERT INTO app.app_user (username, full_name, password_hash, roles, agency_id, title, demo)
       SELECT $1, $2, $3, $4, id, $5, true FROM app.agency WHERE code = $6 ON CONFLICT (username) DO NOTHING`,
      [username, fullName, passwordHash, roles, title, agency],
    );
}

const seededVersion = async (db: Queryable): Promise<number> => {
  const rows = await query<{ version: number }>(
    db,
    `SELECT (value->>'version')::int AS version FROM app.meta WHERE key = $1`,
    [MARK],
  );
  return rows[0]?.version ?? 0;
};

/**
 * Units of the country, and in demo the invented province with its agencies and accounts. Runs any number of times;
 * what people have changed since (a name, a password) is left alone. True when something was written.
 */
export async function seedReference(admin: pg.Pool, mode: RunMode): Promise<boolean> {
  const client = await admin.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('${MARK}'))`);
    const wanted = (await seededVersion(client)) < VERSION;
    if (wanted) {
      await seedUnits(client);
      if (mode === 'demo') {
        await seedAgencies(client);
        await seedAccounts(client);
      }
      await query(
        client,
        `INSERT INTO app.meta VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
        [MARK, JSON.stringify({ version: VERSION, mode })],
      );
    }
    await client.query('COMMIT');
    return wanted;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** What still keeps the database from service; null when it is migrated and seeded. */
export async function whyNotReady(db: Queryable): Promise<'migrations' | 'seed' | null> {
  if ((await pendingMigrations(db)).length > 0) return 'migrations';
  return (await seededVersion(db)) < VERSION ? 'seed' : null;
}
