import type { Pool, PoolClient } from 'pg';

/** Ids of the nth copy of a row: the same id gives the same one, so that rows go on pointing at each other. */
const NTH = `
  CREATE OR REPLACE FUNCTION pg_temp.nth(id uuid, n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT md5(id::text || n)::uuid $$;`;
const nth = (column: string): string => `pg_temp.nth(${column}, n.n)`;
const ids = (...columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column, nth(column)]));
const NUMBER = { register_number: 'register_number + n.n * 1000000' };

/** Tables of a history with what is another in each copy; words and marks of search are left out. */
const FILES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  petition: {
    ...ids('id', 'case_file_id', 'resend_of'),
    ...NUMBER,
    lookup_hash: `sha256(lookup_hash || int4send(n.n))`,
    ...{ content_folded: 'NULL', content_key: 'NULL' },
  },
  case_file: ids('id', 'petition_id', 'parent_case_id'),
  deadline: ids('id', 'case_id', 'opened_by', 'closed_by'),
  report_row: ids('id', 'petition_id', 'resend_of'),
};
const VISITS: typeof FILES = {
  reception_session: ids('id', 'schedule_id'),
  reception_visit: { ...ids('id', 'session_id', 'petition_id'), ...NUMBER },
  reception_person: { ...ids('id', 'visit_id'), id_index: `sha256(id_index || int4send(n.n))` },
  report_reception_row: ids('id', 'first_id'),
};
/** The ledger of visits and sessions: reports ask it when a visit was recorded and who held the session. */
const VISIT_EVENTS = ids('id', 'case_id', 'subject_id');

/**
 * Copies of a history beside it, so that a bench of a million files is ready in minutes. Its ledger is not copied: what is measured on
 * the copies must not read the events of a file.
 */
export async function multiply(admin: Pool, times: { readonly files: number; readonly visits: number }): Promise<void> {
  const db = await admin.connect();
  try {
    await db.query(NTH);
    // The rows are copies of rows that were checked.
    await db.query('SET session_replication_role = replica');
    for (const [table, other] of Object.entries(FILES)) await copies(db, table, { other, times: times.files });
    for (const [table, other] of Object.entries(VISITS)) await copies(db, table, { other, times: times.visits });
    await copies(db, 'case_event', {
      ...{ other: VISIT_EVENTS, times: times.visits },
      where: `case_id IN (SELECT id FROM app.reception_visit UNION ALL SELECT id FROM app.reception_session)`,
    });
    await db.query('SET session_replication_role = DEFAULT');
    await db.query('VACUUM ANALYZE');
  } finally {
    db.release();
  }
}

interface Copies {
  readonly other: Readonly<Record<string, string>>;
  readonly times: number;
  readonly where?: string;
}
async function copies(db: PoolClient, table: string, { other, times, where = 'true' }: Copies): Promise<void> {
  if (times <= 1) return;
  const { rows } = await db.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'app' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  await db.query(`CREATE TEMP TABLE original AS SELECT * FROM app.${table} WHERE ${where}`);
  await db.query(
    `INSERT INTO app.${table} (${names.join(', ')}) SELECT ${names.map((name) => other[name] ?? name).join(', ')}
       FROM original CROSS JOIN generate_series(1, ${times - 1}) AS n(n)`,
  );
  await db.query('DROP TABLE original');
}
