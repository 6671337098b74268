import { SYSTEM_ACTOR } from '#libs/access';
import {
  type DeliveryReceipt,
  type Fate,
  MAPPED_FINDINGS,
  MAPPED_STEPS,
  type NationalSource,
  PackageBook,
  type PlatformAnswer,
  type Tx as OpaqueTx,
  waitAfter,
  WAYS_OUT,
  type WaitingPackage,
} from '#libs/interchange';
import { query, type Queryable, queryOne, statement } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';

const SOURCES = statement<{ source: NationalSource }>(
  'interchange.sources',
  'SELECT source FROM app.national_sources($1, $2, $3)',
);
const WAITING = statement<WaitingPackage>(
  'interchange.waiting-package',
  `SELECT p.id, a.code AS "agencyCode", p.mapping,
          (SELECT coalesce(array_agg(i.subject_id ORDER BY i.subject_id), '{}') FROM app.national_item i WHERE i.package_id = p.id) AS subjects
     FROM app.national_package p JOIN app.agency a ON a.id = p.agency_id
    WHERE p.id = $1 AND p.delivered_at IS NULL FOR UPDATE OF p`,
);
const DELIVERED = statement<object>(
  'interchange.delivered',
  `UPDATE app.national_package SET state = 'delivered', delivered_at = now(), manifest_hash = decode($2, 'hex'), next_try_at = NULL,
          last_error = NULL WHERE id = $1`,
);
/** What really went: the facts may have moved between the making and the sending. */
const WENT = statement<object>(
  'interchange.went',
  `WITH went AS (SELECT id AS subject_id, decode(hash, 'hex') AS hash FROM jsonb_to_recordset($2) AS w(id uuid, hash text)),
        items AS (UPDATE app.national_item i SET content_hash = w.hash FROM went w WHERE i.package_id = $1 AND i.subject_id = w.subject_id)
   UPDATE app.national_record r SET content_hash = w.hash FROM went w WHERE r.subject_id = w.subject_id AND r.package_id = $1`,
);
const FATE = statement<{ fate: Fate }>(
  'interchange.fate',
  `SELECT CASE WHEN delivered_at IS NOT NULL THEN 'gone' ELSE 'waiting' END AS fate
     FROM app.national_package WHERE id = $1 FOR UPDATE SKIP LOCKED`,
);
const THERE = statement<{ there: boolean }>(
  'interchange.there',
  'SELECT EXISTS (SELECT FROM app.national_package WHERE id = $1) AS there',
);
const FAILED = statement<object>(
  'interchange.package-failed',
  `UPDATE app.national_package SET state = 'error', attempts = attempts + 1, last_error = $2,
          next_try_at = now() + make_interval(secs => $3) WHERE id = $1 AND delivered_at IS NULL`,
);
const ATTEMPTS = statement<{ attempts: number }>(
  'interchange.package-attempts',
  'SELECT attempts FROM app.national_package WHERE id = $1',
);
const ANSWERED = statement<{ id: string }>(
  'interchange.answered',
  `UPDATE app.national_package SET state = 'answered', answered_at = coalesce(answered_at, now()) WHERE id = $1 AND delivered_at IS NOT NULL RETURNING id`,
);
/** An answer counts for what it was given about: a record that has gone out again since keeps waiting. */
const OUTCOMES = statement<object>(
  'interchange.outcomes',
  `WITH said AS (SELECT id AS subject_id, decode(hash, 'hex') AS hash, outcome, error FROM jsonb_to_recordset($2) AS s(id uuid, hash text, outcome text, error text)),
        items AS (UPDATE app.national_item i SET outcome = s.outcome, error = s.error FROM said s
                   WHERE i.package_id = $1 AND i.subject_id = s.subject_id AND i.content_hash = s.hash)
   UPDATE app.national_record r SET state = CASE s.outcome WHEN 'accepted' THEN 'confirmed' ELSE 'error' END, error = s.error,
          confirmed_at = CASE s.outcome WHEN 'accepted' THEN coalesce(r.confirmed_at, now()) ELSE r.confirmed_at END
     FROM said s WHERE r.subject_id = s.subject_id AND r.package_id = $1 AND r.content_hash = s.hash`,
);
const REFUSED = statement<object>(
  'interchange.refused',
  `INSERT INTO app.interchange_refusal (channel, content_hash, code) VALUES ($1, decode($2, 'hex'), $3) ON CONFLICT DO NOTHING`,
);

const STEPS = [...new Set([...MAPPED_STEPS, ...WAYS_OUT])];

/** What is known of these subjects, in the scope of whoever asks. */
export const sourcesOf = async (db: Queryable, subjects: readonly string[]): Promise<readonly NationalSource[]> =>
  (await query(db, SOURCES, [subjects, STEPS, MAPPED_FINDINGS])).map(({ source }) => source);

/** Packages of the national database, as the worker writes them. */
export class PostgresPackageBook extends PackageBook {
  constructor(private readonly runner: TransactionRunner) {
    super();
  }

  override async waiting(tx: OpaqueTx, packageId: string): Promise<WaitingPackage | null> {
    return (await query(clientOf(tx as Tx), WAITING, [packageId]))[0] ?? null;
  }

  override sources(tx: OpaqueTx, subjects: readonly string[]): Promise<readonly NationalSource[]> {
    return sourcesOf(clientOf(tx as Tx), subjects);
  }

  override async delivered(tx: OpaqueTx, packageId: string, receipt: DeliveryReceipt): Promise<void> {
    const db = clientOf(tx as Tx);
    await query(db, DELIVERED, [packageId, receipt.manifestHash]);
    await query(db, WENT, [packageId, JSON.stringify(receipt.items)]);
  }

  override async fate(tx: OpaqueTx, packageId: string): Promise<Fate> {
    const db = clientOf(tx as Tx);
    const [found] = await query(db, FATE, [packageId]);
    return found?.fate ?? ((await queryOne(db, THERE, [packageId])).there ? 'busy' : 'never');
  }

  override failed(packageId: string, code: string): Promise<void> {
    return this.runner.run(SYSTEM_ACTOR, async (tx) => {
      const [found] = await query(clientOf(tx), ATTEMPTS, [packageId]);
      const waitMs = waitAfter((found?.attempts ?? 0) + 1);
      await query(clientOf(tx), FAILED, [packageId, code, waitMs / 1000]);
    });
  }

  override answered({ packageId, items }: PlatformAnswer): Promise<boolean> {
    return this.runner.run(SYSTEM_ACTOR, async (tx) => {
      const known = await query(clientOf(tx), ANSWERED, [packageId]);
      if (known.length === 0) return false;
      await query(clientOf(tx), OUTCOMES, [packageId, JSON.stringify(items)]);
      return true;
    });
  }

  override async refused(channel: 'axis' | 'national', hash: string, code: string): Promise<void> {
    await this.runner.run(SYSTEM_ACTOR, (tx) => query(clientOf(tx), REFUSED, [channel, hash, code]));
  }
}
