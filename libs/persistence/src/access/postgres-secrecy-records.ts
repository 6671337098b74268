import type { Actor } from '#libs/access';
import {
  type Conflict,
  type NewConflict,
  type NewSecrecyFact,
  type Secrecy,
  type SecrecyFact,
  SecrecyRecords,
  type SealedValue,
} from '#libs/identity';
import type { CaseRecords } from '#libs/intake';
import type { CaseFileId, JsonObject, LocalDate, PetitionId } from '#libs/shared';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';

const PETITION = statement<{ protectedPetition: boolean; fromCopies: boolean; today: LocalDate }>(
  'secrecy.petition',
  `SELECT visible_to IS NOT NULL AS "protectedPetition", app.works_from_copies(id) AS "fromCopies", app.business_today()::text AS today
     FROM app.petition WHERE id = $1`,
);
const PETITIONERS = statement<{ id: string; ordinal: number }>(
  'secrecy.petitioners',
  'SELECT id, ordinal FROM app.petitioner WHERE petition_id = $1 ORDER BY ordinal',
);
const FACTS = statement<SecrecyFact & SealedValue>(
  'secrecy.facts',
  `SELECT f.id, f.kind, f.petitioner_id AS "petitionerId", f.on_day::text AS "onDay", f.sealed, f.sealed_key AS "sealedKey",
          u.full_name AS "recordedByName", f.recorded_at AS "recordedAt", f.ended_at AS "endedAt"
     FROM app.secrecy_fact f JOIN app.app_user u ON u.id = f.recorded_by WHERE f.petition_id = $1 ORDER BY f.recorded_at, f.id`,
);
const CONFLICTS = statement<Conflict>(
  'secrecy.conflicts',
  `SELECT i.id, i.user_id AS "userId", u.full_name AS "fullName", i.kind, d.full_name AS "declaredByName", i.declared_at AS "declaredAt",
          i.ended_at AS "endedAt"
     FROM app.interest_conflict i JOIN app.app_user u ON u.id = i.user_id JOIN app.app_user d ON d.id = i.declared_by
    WHERE i.petition_id = $1 ORDER BY i.declared_at, i.id`,
);
const NOTE = statement<{ id: string }>(
  'secrecy.note',
  `INSERT INTO app.secrecy_fact (id, petition_id, petitioner_id, kind, on_day, sealed, sealed_key, recorded_by, recorded_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, app.user_id(), app.business_now()) ON CONFLICT DO NOTHING RETURNING id`,
);
const END = statement<{ kind: string; petitionerId: string | null }>(
  'secrecy.end',
  `UPDATE app.secrecy_fact SET ended_by = app.user_id(), ended_at = app.business_now()
    WHERE id = $1 AND petition_id = $2 AND ended_at IS NULL RETURNING kind, petitioner_id AS "petitionerId"`,
);
const STANDS = statement<object>(
  'secrecy.conflict-stands',
  'SELECT 1 FROM app.interest_conflict WHERE petition_id = $1 AND user_id = $2 AND ended_at IS NULL',
);
const SOMEBODY = statement<object>(
  'secrecy.somebody',
  `SELECT 1 FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id WHERE u.id = $1 AND u.active AND a.province_id = $2`,
);
const DECLARE = 'SELECT app.declare_conflict($1, $2, $3)';
const END_CONFLICT = statement<{ userId: number }>(
  'secrecy.end-conflict',
  `UPDATE app.interest_conflict SET ended_by = app.user_id(), ended_at = app.business_now()
    WHERE id = $1 AND petition_id = $2 AND ended_at IS NULL AND user_id <> app.user_id() RETURNING user_id AS "userId"`,
);
const FILES = statement<{ id: CaseFileId }>('secrecy.files', 'SELECT id FROM app.case_file WHERE petition_id = $1');

/** Facts and conflicts with their ledger events, as the app role. */
export class PostgresSecrecyRecords extends SecrecyRecords {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly records: CaseRecords,
  ) {
    super();
  }

  override of(actor: Actor, petitionId: PetitionId): Promise<Secrecy<SealedValue> | null> {
    return this.runner.run(actor, async (tx) => {
      const db = clientOf(tx);
      const [petition] = await query(db, PETITION, [petitionId]);
      if (!petition) return null;
      const facts = await query(db, FACTS, [petitionId]);
      return {
        ...petition,
        petitioners: await query(db, PETITIONERS, [petitionId]),
        facts: facts.map(({ sealed, sealedKey, ...fact }) => ({ ...fact, words: { sealed, sealedKey } })),
        conflicts: await query(db, CONFLICTS, [petitionId]),
      };
    });
  }

  override note(actor: Actor, fact: NewSecrecyFact): Promise<boolean> {
    return this.runner.run(actor, (tx) => this.noteIn(tx, actor, fact));
  }

  override async noteIn(opaque: object, actor: Actor, { words, ...fact }: NewSecrecyFact): Promise<boolean> {
    const tx = opaque as Tx;
    const { id, petitionId, petitionerId, kind, onDay } = fact;
    const values = [id, petitionId, petitionerId, kind, onDay, words.sealed, words.sealedKey];
    if ((await query(clientOf(tx), NOTE, values)).length === 0) return false;
    await this.write(tx, actor, { petitionId, type: 'SECRECY_NOTED', facts: { kind, petitionerId, onDay } });
    return true;
  }

  override end(actor: Actor, petitionId: PetitionId, id: string): Promise<boolean> {
    return this.runner.run(actor, async (tx) => {
      const [ended] = await query(clientOf(tx), END, [id, petitionId]);
      if (ended) await this.write(tx, actor, { petitionId, type: 'SECRECY_ENDED', facts: { ...ended } });
      return ended !== undefined;
    });
  }

  /** The event first: whoever names themself does not see the files afterwards. */
  override declare(actor: Actor, { petitionId, userId, kind }: NewConflict) {
    return this.runner.run(actor, async (tx) => {
      const db = clientOf(tx);
      if ((await query(db, STANDS, [petitionId, userId])).length > 0) return 'stands';
      if ((await query(db, SOMEBODY, [userId, actor.provinceId])).length === 0) return 'nobody';
      await this.write(tx, actor, { petitionId, type: 'CONFLICT_DECLARED', facts: { userId, kind } });
      await query(db, DECLARE, [petitionId, userId, kind]);
      return 'declared';
    });
  }

  override endConflict(actor: Actor, petitionId: PetitionId, id: string): Promise<boolean> {
    return this.runner.run(actor, async (tx) => {
      const [ended] = await query(clientOf(tx), END_CONFLICT, [id, petitionId]);
      if (ended) await this.write(tx, actor, { petitionId, type: 'CONFLICT_ENDED', facts: { ...ended } });
      return ended !== undefined;
    });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    {
      petitionId,
      type,
      facts,
    }: {
      readonly petitionId: PetitionId;
      readonly type: 'SECRECY_NOTED' | 'SECRECY_ENDED' | 'CONFLICT_DECLARED' | 'CONFLICT_ENDED';
      readonly facts: JsonObject;
    },
  ): Promise<void> {
    const files = await query(clientOf(tx), FILES, [petitionId]);
    await this.records.record(
      tx,
      actor,
      files.map(({ id }) => ({ caseFileId: id, type, facts })),
    );
  }
}
