import { CHAINED } from '../audit/ledger-rows.js';
import { query, queryOne, type Queryable } from '../query.js';
import type { LedgerState, TableRows } from './manifest.js';

/** Tables that hold rows of their own; unlogged ones begin empty on a restored server. */
const TABLES = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname IN ('app', 'bullmq') AND c.relkind = 'r' AND c.relpersistence = 'p' ORDER BY 1`;

export const tablesOf = async (db: Queryable): Promise<string[]> =>
  (await query<{ name: string }>(db, TABLES)).map(({ name }) => name);

/** How a row reads as text depends on these, wherever it is read. */
const AS_TEXT = `SELECT set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true), set_config('intervalstyle', 'postgres', true),
  set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true)`;

/** Reads every row of every table; on pages with checksums that alone finds a torn or rotten one. */
export async function measureTables(db: Queryable, tables: readonly string[]): Promise<TableRows[]> {
  await query(db, AS_TEXT);
  const measured: TableRows[] = [];
  for (const table of tables) {
    const text = `SELECT count(*) AS rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text AS content FROM ${table} t`;
    measured.push({ table, ...(await queryOne<{ rows: number; content: string }>(db, text)) });
  }
  return measured;
}

const LEDGER = `
  SELECT (SELECT count(*) FROM ${CHAINED}) AS chains, (SELECT count(*) FROM app.case_event) AS events, (SELECT count(*) FROM app.ledger_leaf) AS sealed,
         (SELECT encode(sha256(convert_to(coalesce(string_agg(id || ':' || seq || ':' || head_hash, ',' ORDER BY id), ''), 'UTF8')), 'hex') FROM ${CHAINED}) AS "chainHeads",
         (SELECT jsonb_build_object('size', tree_size, 'rootHash', encode(root_hash, 'hex'), 'signedAt', to_char(signed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
            FROM app.tree_head ORDER BY tree_size DESC LIMIT 1) AS "treeHead"`;

export const measureLedger = (db: Queryable): Promise<LedgerState> => queryOne<LedgerState>(db, LEDGER);

export const keyCheckOf = async (db: Queryable): Promise<string | null> =>
  (await query<{ value: string }>(db, `SELECT value #>> '{}' AS value FROM app.meta WHERE key = 'master-key-check'`))[0]
    ?.value ?? null;

/** Names of stored files that rows know. */
export const referencedBlobs = async (db: Queryable): Promise<string[]> =>
  (
    await query<{ key: string }>(
      db,
      `SELECT blob_key AS key FROM app.attachment UNION SELECT blob_key FROM app.paper_content UNION SELECT blob_key FROM app.document_template ORDER BY 1`,
    )
  ).map(({ key }) => key);
