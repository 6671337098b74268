import type { Pool, PoolClient } from 'pg';
import { query } from '../query.js';

/** Who people are, where they sit and what they have chosen stays; so does what processes say of themselves. */
const KEPT: readonly string[] = [
  ...['schema_migration', 'meta', 'process_pulse', 'backup_run', 'live_event', 'session'],
  ...['app_user', 'administrative_unit', 'delegation', 'user_setting'],
  ...['second_factor', 'recovery_code', 'outside_identity', 'outside_sign_in', 'attempt', 'emergency_access'],
];
const SEED = 'training_seed';
/** Written back onto the rows that are there: agencies are named by accounts that stay. */
const WRITTEN_OVER = 'agency';
const DEADLOCK = '40P01';
const TRIES = 10;

const TABLES = `
  SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname`;
/** Columns that both have and that are written, not derived. */
const COLUMNS = `
  SELECT string_agg(quote_ident(a.column_name), ', ' ORDER BY a.ordinal_position) AS list
    FROM information_schema.columns a JOIN information_schema.columns b ON b.column_name = a.column_name
   WHERE a.table_schema = 'app' AND b.table_schema = '${SEED}' AND a.table_name = $1 AND b.table_name = $1 AND a.is_generated = 'NEVER'`;

export type TrainingStep = (done: number, total: number) => Promise<void>;

/**
 * The data of a demonstration as they were when training began, and the way back to them. Needs the login of the owner with the
 * right to set rows past their foreign keys (superuser); a production database is never given to it.
 */
export class TrainingData {
  constructor(private readonly admin: Pool) {}

  /** Copies every table beside the living ones; an older copy gives way. */
  async keep(): Promise<void> {
    await this.inTransaction(async (client) => {
      await client.query(`DROP SCHEMA IF EXISTS ${SEED} CASCADE`);
      await client.query(`CREATE SCHEMA ${SEED}`);
      for (const name of await tablesOf(client, 'app'))
        if (name === WRITTEN_OVER || name === 'meta' || !KEPT.includes(name))
          await client.query(`CREATE TABLE ${SEED}."${name}" AS TABLE app."${name}"`);
    });
  }

  async isKept(): Promise<boolean> {
    return (await query<{ name: string }>(this.admin, TABLES, [SEED])).length > 0;
  }

  /**
   * All of it or nothing: others wait meanwhile and then see the data as they were. Whoever is at work holds tables in an order of
   * their own, so that the database may have to cut this one off; by the next try they are through.
   */
  async restore(onStep: TrainingStep): Promise<void> {
    for (let left = TRIES; ; left--)
      try {
        return await this.restoreOnce(onStep);
      } catch (error) {
        if (left === 1 || (error as { code?: string }).code !== DEADLOCK) throw error;
      }
  }

  private async restoreOnce(onStep: TrainingStep): Promise<void> {
    await this.inTransaction(async (client) => {
      await client.query(`SET LOCAL session_replication_role = 'replica'`);
      const names = (await tablesOf(client, SEED)).filter((name) => name !== 'meta' && name !== WRITTEN_OVER);
      const living = (await tablesOf(client, 'app')).filter((name) => !KEPT.includes(name) && name !== WRITTEN_OVER);
      await client.query(`TRUNCATE ${living.map((name) => `app."${name}"`).join(', ')}`);
      for (const [done, name] of names.entries()) {
        const columns = await columnsOf(client, name);
        await client.query(
          `INSERT INTO app."${name}" (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM ${SEED}."${name}"`,
        );
        await onStep(done + 1, names.length);
      }
      await this.restoreAgencies(client);
      // The seal goes on from where the copied ledger was sealed.
      await client.query(`DELETE FROM app.meta WHERE key = 'ledger-sealed'`);
      await client.query(`INSERT INTO app.meta SELECT * FROM ${SEED}.meta WHERE key = 'ledger-sealed'`);
      await client.query(`SELECT pg_notify('business_clock', offset_seconds::text) FROM app.business_clock`);
      await client.query(`SELECT pg_notify('calendar', ''), pg_notify('effect', '')`);
    });
  }

  private async restoreAgencies(client: PoolClient): Promise<void> {
    const columns = (await columnsOf(client, WRITTEN_OVER)).split(', ').filter((name) => name !== 'id');
    const set = columns.map((name) => `${name} = s.${name}`).join(', ');
    await client.query(`UPDATE app.agency a SET ${set} FROM ${SEED}.agency s WHERE s.id = a.id`);
  }

  private async inTransaction(work: (client: PoolClient) => Promise<void>): Promise<void> {
    const client = await this.admin.connect();
    try {
      await client.query('BEGIN');
      await work(client);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}

const tablesOf = async (client: PoolClient, schema: string): Promise<string[]> =>
  (await query<{ name: string }>(client, TABLES, [schema])).map(({ name }) => name);

async function columnsOf(client: PoolClient, table: string): Promise<string> {
  return (await query<{ list: string }>(client, COLUMNS, [table]))[0]?.list ?? '';
}
