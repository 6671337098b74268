import { type Rewrapped, WrappedKeys, type WrappedRow } from '#libs/identity';
import type { Pool } from 'pg';

interface Table {
  readonly key: string;
  /** What the key is bound to, in SQL, behind `nghe-dan/`. */
  readonly bound: string;
  /** The sealed value holds a wrapped key too. */
  readonly holder?: true;
}

/** Every column that holds a wrapped record key; a test compares with the schema. */
const TABLES: Readonly<Record<string, Table>> = {
  petition: { key: 'sealed_key', bound: `'key/petition/' || id` },
  petitioner: { key: 'sealed_key', bound: `'key/petitioner/' || id` },
  attachment: { key: 'sealed_key', bound: `'key/attachment/' || id`, holder: true },
  attachment_copy: { key: 'sealed_key', bound: `'key/attachment_copy/' || id` },
  event_text: { key: 'sealed_key', bound: `'key/event_text/event_text/' || event_id || '/' || field` },
  case_note: { key: 'sealed_key', bound: `'key/event_text/case_note/' || note_id || '/' || rev` },
  petition_correction: { key: 'sealed_key', bound: `'key/event_text/petition_correction/' || event_id` },
  identity_release: { key: 'reason_key', bound: `'key/release/' || id` },
  secrecy_fact: { key: 'sealed_key', bound: `'key/secrecy/' || id` },
  paper: { key: 'sealed_key', bound: `'key/paper/' || id` },
  paper_slip: { key: 'sealed_key', bound: `'key/paper/slip/' || id` },
  paper_content: { key: 'bytes_key', bound: `'key/paper/bytes/' || paper_id || '/' || kind` },
  reception_visit: { key: 'sealed_key', bound: `'key/reception/' || id` },
  reception_person: { key: 'sealed_key', bound: `'key/reception/' || id` },
  reception_receipt: { key: 'sealed_key', bound: `'key/reception/' || id` },
  second_factor: { key: 'sealed_key', bound: `'key/second-factor/' || user_id` },
  upload: { key: 'sealed_key', bound: `'upload/' || id` },
  axis_message: { key: 'sealed_key', bound: `'key/axis/' || id` },
};

interface Row {
  readonly place: string;
  readonly bound: string;
  readonly key: Buffer;
  readonly sealed: Buffer | null;
  readonly id: string | null;
}

/** Wrapped record keys in PostgreSQL, as the owner: no row scope, and words beside the ledger may be wrapped anew. */
export class PostgresWrappedKeys extends WrappedKeys {
  readonly tables = Object.keys(TABLES);

  constructor(private readonly owner: Pool) {
    super();
  }

  override async count(name: string, version: number): Promise<number> {
    const { key } = tableOf(name);
    const sql = `SELECT count(*)::int AS n FROM app.${name} WHERE substring(${key} FROM 1 FOR 4) = int4send($1)`;
    return (await this.owner.query<{ n: number }>(sql, [version])).rows[0]?.n ?? 0;
  }

  override async batch(
    name: string,
    { version, limit }: { readonly version: number; readonly limit: number },
    rewrap: (row: WrappedRow) => Promise<Rewrapped>,
  ): Promise<number> {
    const { key, bound, holder } = tableOf(name);
    const client = await this.owner.connect();
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<Row>(
        `SELECT ctid::text AS place, 'nghe-dan/' || ${bound} AS bound, ${key} AS key, ${holder ? 'sealed, id' : 'NULL AS sealed, NULL AS id'}
           FROM app.${name} WHERE substring(${key} FROM 1 FOR 4) = int4send($1) LIMIT $2 FOR UPDATE`,
        [version, limit],
      );
      for (const row of rows) {
        const anew = await rewrap(wrapped(row));
        const [columns, values] = anew.sealed ? [`${key} = $2, sealed = $3`, [anew.sealed]] : [`${key} = $2`, []];
        await client.query(`UPDATE app.${name} SET ${columns} WHERE ctid = $1::tid`, [row.place, anew.key, ...values]);
      }
      await client.query('COMMIT');
      return rows.length;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  /** The new version, told to every process; the first rotation writes down the first key as well. */
  async announce(
    first: Buffer,
    next: { readonly version: number; readonly check: Buffer; readonly hashRoot: Buffer },
  ): Promise<void> {
    await this.owner.query(
      `INSERT INTO app.master_key (version, check_value, hash_root) SELECT 1, $1, NULL WHERE NOT EXISTS (SELECT FROM app.master_key)`,
      [first],
    );
    await this.owner.query('INSERT INTO app.master_key (version, check_value, hash_root) VALUES ($1, $2, $3)', [
      ...[next.version, next.check, next.hashRoot],
    ]);
  }

  /** From now on nobody starts with the versions before this one, and the check value beside the data is the new key's. */
  async retireBefore(version: number, check: Buffer): Promise<void> {
    await this.owner.query(
      `WITH old AS (UPDATE app.master_key SET retired_at = now() WHERE version < $1 AND retired_at IS NULL)
       UPDATE app.meta SET value = to_jsonb($2::text) WHERE key = 'master-key-check'`,
      [version, check.toString('hex')],
    );
  }
}

function tableOf(name: string): Table {
  const table = TABLES[name];
  if (!table) throw new RangeError(`No wrapped keys in ${name}`);
  return table;
}

const wrapped = ({ bound, key, sealed, id }: Row): WrappedRow => ({
  bound: Buffer.from(bound, 'utf8'),
  key,
  ...(sealed && id
    ? {
        holder: {
          place: { table: 'attachment', recordId: id },
          inner: { table: 'attachment', recordId: `${id}/bytes` },
          sealed,
        },
      }
    : {}),
});
