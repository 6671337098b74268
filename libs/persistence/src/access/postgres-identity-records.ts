import type { Actor } from '#libs/access';
import { chainEvents, type LedgerDraft } from '#libs/audit';
import {
  IdentityRecords,
  type NewRelease,
  type ReadingPurpose,
  type ReadingRight,
  type Release,
  type SealedPerson,
  type SealedValue,
  type Standing,
} from '#libs/identity';
import {
  AppError,
  dayOf,
  type ActorRole,
  type CaseEventId,
  type CaseFileId,
  type JsonObject,
  type PetitionId,
} from '#libs/shared';
import { snakeRow } from '../casework/json-names.js';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';

const STANDING = statement<Standing>(
  'identity.standing',
  `SELECT visible_to IS NOT NULL AS "protectedFile", app.may_read_identity(id) AS "mayRead" FROM app.case_file WHERE id = $1`,
);
const FILE_OF = statement<{ id: CaseFileId }>(
  'identity.file-of',
  'SELECT id FROM app.case_file WHERE petition_id = $1 ORDER BY closed_at IS NULL DESC, id LIMIT 1',
);
const FILE = 'SELECT app.file_release_request($1, $2, $3, $4, $5, $6, $7)';
const LIST = statement<Omit<Release, 'reason'> & { sealed: Buffer; sealedKey: Buffer }>(
  'identity.releases',
  `SELECT r.id, r.agency_id AS "agencyId", a.name AS "agencyName", r.register_label AS "registerLabel", r.case_id IS NOT NULL AS found,
          r.requested_by AS "requestedBy", q.full_name AS "requestedByName", r.requested_at AS "requestedAt", r.purpose, r.hours,
          r.reason_sealed AS sealed, r.reason_key AS "sealedKey", r.state, d.full_name AS "decidedByName", r.decided_at AS "decidedAt",
          r.expires_at AS "expiresAt", r.readings
     FROM app.identity_release r JOIN app.agency a ON a.id = r.agency_id JOIN app.app_user q ON q.id = r.requested_by
     LEFT JOIN app.app_user d ON d.id = r.decided_by ORDER BY r.requested_at DESC, r.id DESC LIMIT 500`,
);
const DECIDE = statement<{ id: string }>(
  'identity.decide',
  `UPDATE app.identity_release SET state = $2, decided_by = $3, decided_at = app.business_now(),
          expires_at = CASE WHEN $2 = 'approved' THEN app.business_now() + make_interval(hours => hours) END
    WHERE id = $1 AND state = 'pending' RETURNING id`,
);
const OPEN = statement<{ caseId: CaseFileId; purpose: ReadingPurpose }>(
  'identity.open',
  `SELECT case_id AS "caseId", purpose FROM app.identity_release
    WHERE id = $1 AND requested_by = $2 AND state = 'approved' AND expires_at > app.business_now()`,
);
const LOCK = statement<{ id: string; seq: number; head: string; now: Date }>(
  'identity.lock',
  'SELECT id, seq, head, now FROM app.identity_lock($1)',
);
const READ = statement<Omit<SealedPerson, 'sealed'> & { sealed: Buffer | null; sealedKey: Buffer | null }>(
  'identity.read',
  'SELECT id, ordinal, role, sealed, sealed_key AS "sealedKey" FROM app.identity_read($1, $2, $3, $4::bytea, $5) ORDER BY ordinal',
);

const TEXT = statement<{ id: PetitionId; sealed: Buffer; sealedKey: Buffer }>(
  'identity.text',
  'SELECT id, sealed, sealed_key AS "sealedKey" FROM app.identity_text($1)',
);

interface Reading {
  readonly caseId: CaseFileId;
  readonly right: ReadingRight;
  readonly facts: JsonObject;
}
/** Thrown inside the transaction, so that a reading that shows nothing is not written either. */
class NothingRead extends Error {}

export class PostgresIdentityRecords extends IdentityRecords {
  constructor(private readonly runner: TransactionRunner) {
    super();
  }

  override standing(actor: Actor, caseId: CaseFileId) {
    return this.runner.run(actor, async (tx) => (await query(clientOf(tx), STANDING, [caseId]))[0] ?? null);
  }

  override fileOf(actor: Actor, petitionId: PetitionId): Promise<CaseFileId | null> {
    return this.runner.run(actor, async (tx) => (await query(clientOf(tx), FILE_OF, [petitionId]))[0]?.id ?? null);
  }

  override async file(
    actor: Actor,
    { id, agencyId, registerLabel, purpose, hours, reason }: NewRelease,
  ): Promise<void> {
    await this.runner.run(actor, (tx) =>
      query(clientOf(tx), FILE, [agencyId, registerLabel, purpose, hours, reason.sealed, reason.sealedKey, id]),
    );
  }

  override list(actor: Actor): Promise<Release[]> {
    return this.runner.run(actor, async (tx) =>
      (await query(clientOf(tx), LIST)).map(({ sealed, sealedKey, ...row }) => ({
        ...row,
        reason: { sealed, sealedKey },
      })),
    );
  }

  override decide(actor: Actor, id: string, decision: 'approved' | 'refused'): Promise<boolean> {
    return this.runner.run(
      actor,
      async (tx) => (await query(clientOf(tx), DECIDE, [id, decision, actor.userId])).length > 0,
    );
  }

  override open(actor: Actor, id: string) {
    return this.runner.run(actor, async (tx) => (await query(clientOf(tx), OPEN, [id, actor.userId]))[0] ?? null);
  }

  override read(actor: Actor, what: Reading): Promise<SealedPerson[]> {
    return this.runner.run(actor, (tx) => written(tx, actor, what));
  }

  override async readText(actor: Actor, what: Reading): Promise<{ id: PetitionId; sealed: SealedValue } | null> {
    try {
      return await this.runner.run(actor, async (tx) => {
        await written(tx, actor, what);
        const row = (await query(clientOf(tx), TEXT, [what.caseId]))[0];
        if (!row) throw new NothingRead();
        return { id: row.id, sealed: { sealed: row.sealed, sealedKey: row.sealedKey } };
      });
    } catch (error) {
      if (error instanceof NothingRead) return null;
      throw error;
    }
  }
}

async function written(tx: Tx, actor: Actor, { right, ...what }: Reading): Promise<SealedPerson[]> {
  const locked = (await query(clientOf(tx), LOCK, [what.caseId]))[0];
  if (!locked) throw new AppError({ code: 'IDENTITY.NOT_FOUND', status: 404, title: 'Không tìm thấy' });
  const [event] = chainEvents(locked.head, [draft(actor, what, locked)]);
  if (!event) throw new Error('A reading is an event');
  const release = right.by === 'release' ? right.releaseId : null;
  const events = JSON.stringify({ events: [snakeRow(event)] });
  const rows = await query(clientOf(tx), READ, [what.caseId, events, event.seq, event.hash, release]);
  return rows.map(({ sealed, sealedKey, ...row }) => ({
    ...row,
    sealed: sealed && sealedKey ? ({ sealed, sealedKey } satisfies SealedValue) : null,
  }));
}

function draft(
  actor: Actor,
  { caseId, facts }: { readonly caseId: CaseFileId; readonly facts: JsonObject },
  { id, seq, now }: { readonly id: string; readonly seq: number; readonly now: Date },
): LedgerDraft {
  return {
    ...{ id: id as CaseEventId, caseId, seq: seq + 1, kind: 'reading', type: 'IDENTITY_READ', facts },
    ...{ occurredOn: dayOf(now), recordedAt: now.toISOString(), systemAt: new Date().toISOString() },
    ...{ actorId: actor.userId, actorRole: (actor.roles[0] ?? 'receptionist') as ActorRole },
    basis: [{ text: 'LTC Đ.8 k3, Đ.11 k2d, Đ.56', mark: 'V' }],
    ...{ fromStage: null, toStage: null, subjectId: null, corrects: null },
  };
}
