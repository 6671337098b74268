import type { Actor } from '#libs/access';
import type { SignedTreeHead } from '#libs/audit';
import type { JsonValue } from '#libs/shared';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import { CHAINED } from './ledger-rows.js';

export interface AuditCheckRow {
  readonly id: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly cancelled: boolean;
  /** No sign of life for a minute: the process that ran it is gone. */
  readonly lost: boolean;
  readonly total: number;
  readonly done: number;
  readonly events: number;
  readonly unsealed: number | null;
  readonly ok: boolean | null;
  readonly faults: readonly JsonValue[] | null;
}
export interface LastAuditCheck {
  readonly finishedAt: Date;
  readonly checkedBy: string;
  readonly cases: number;
  readonly events: number;
  readonly ok: boolean;
}

const START = statement<{ id: string; total: number }>(
  'auditCheck.start',
  `INSERT INTO app.audit_check (id, checked_by, cases_total) SELECT $1, $2, count(*) FROM ${CHAINED} RETURNING id, cases_total AS total`,
);
const FIND = statement<AuditCheckRow>(
  'auditCheck.find',
  `SELECT id, started_at AS "startedAt", finished_at AS "finishedAt", cancelled, finished_at IS NULL AND seen_at < now() - interval '1 minute' AS lost,
          cases_total AS total, cases_done AS done, events, unsealed, ok, faults FROM app.audit_check WHERE id = $1`,
);
const ADVANCE = statement<{ cancelled: boolean }>(
  'auditCheck.advance',
  'UPDATE app.audit_check SET cases_done = $2, seen_at = now() WHERE id = $1 AND finished_at IS NULL RETURNING cancelled',
);
const FINISH = statement<object>(
  'auditCheck.finish',
  `UPDATE app.audit_check SET finished_at = now(), seen_at = now(), cases_done = $2, events = $3, unsealed = $4, ok = $5, faults = $6 WHERE id = $1`,
);
const CANCEL = statement<{ id: string }>(
  'auditCheck.cancel',
  'UPDATE app.audit_check SET cancelled = true WHERE id = $1 AND finished_at IS NULL RETURNING id',
);
const END_CANCELLED = statement<object>(
  'auditCheck.endCancelled',
  'UPDATE app.audit_check SET finished_at = now(), cancelled = true WHERE id = $1',
);
const LAST = statement<LastAuditCheck>(
  'auditCheck.last',
  'SELECT finished_at AS "finishedAt", checked_by AS "checkedBy", cases, events, ok FROM app.last_audit_check()',
);
const HEADS = statement<Omit<SignedTreeHead, 'signedAt'> & { signedAt: Date }>(
  'auditCheck.heads',
  `SELECT tree_size AS "treeSize", encode(root_hash, 'hex') AS "rootHash", signed_at AS "signedAt", key_id AS "keyId",
          replace(encode(signature, 'base64'), E'\\n', '') AS signature FROM app.tree_head ORDER BY tree_size DESC LIMIT 30`,
);

/** Checks of the ledger started from a screen; each belongs to who started it. */
export class AuditChecks {
  constructor(private readonly runner: TransactionRunner) {}

  start(actor: Actor, id: string): Promise<{ id: string; total: number }> {
    return this.runner.run(actor, (tx) => queryOne(clientOf(tx), START, [id, actor.userId]));
  }
  find(actor: Actor, id: string): Promise<AuditCheckRow | null> {
    return this.runner.run(actor, async (tx) => (await query(clientOf(tx), FIND, [id]))[0] ?? null);
  }
  /** True when somebody wants it to stop. */
  advance(actor: Actor, id: string, done: number): Promise<boolean> {
    return this.runner.run(actor, async (tx) => (await query(clientOf(tx), ADVANCE, [id, done]))[0]?.cancelled ?? true);
  }
  async finish(
    actor: Actor,
    id: string,
    {
      cases,
      events,
      unsealed,
      faults,
    }: {
      readonly cases: number;
      readonly events: number;
      readonly unsealed: number;
      readonly faults: readonly JsonValue[];
    },
  ): Promise<void> {
    const values = [id, cases, events, unsealed, faults.length === 0, JSON.stringify(faults)];
    await this.runner.run(actor, (tx) => query(clientOf(tx), FINISH, values));
  }
  async endCancelled(actor: Actor, id: string): Promise<void> {
    await this.runner.run(actor, (tx) => query(clientOf(tx), END_CANCELLED, [id]));
  }
  cancel(actor: Actor, id: string): Promise<boolean> {
    return this.runner.run(actor, async (tx) => (await query(clientOf(tx), CANCEL, [id])).length > 0);
  }
  last(actor: Actor): Promise<LastAuditCheck | null> {
    return this.runner.run(actor, async (tx) => (await query(clientOf(tx), LAST))[0] ?? null);
  }
  /** Newest first. */
  async heads(actor: Actor): Promise<SignedTreeHead[]> {
    const rows = await this.runner.run(actor, (tx) => query(clientOf(tx), HEADS));
    return rows.map((row) => ({ ...row, signedAt: row.signedAt.toISOString() }));
  }
}
