import {
  RelatedFiles,
  type CaseRow,
  type NewGrant,
  type NewLink,
  type Place,
  type Revocation,
  type Tx as OpaqueTx,
} from '#libs/casework';
import type { LedgerEvent } from '#libs/audit';
import type { CaseLink } from '#libs/procedure';
import type { AgencyId, CaseFileId, PetitionId, UserId } from '#libs/shared';
import { SEALED_AUDIENCE } from '../intake/sealed-audience.js';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type Tx } from '../transaction.js';
import { camelRow, snakeRows } from './json-names.js';

const LOCK = statement<{ row: object; now: Date }>(
  'related.lock',
  `SELECT to_jsonb(c) - 'shard_id' AS row, app.business_now() AS now FROM app.case_file c WHERE c.id = $1 FOR NO KEY UPDATE`,
);
/**
 * A closed agency is answered by whoever came after it; four times at most. A petition that went past the head of its agency goes
 * past every head but one of a higher rank: the head of a successor may be the one denounced.
 */
const PLACE = statement<Omit<Place, 'audience' | 'resolved'> & { pastHead: boolean }>(
  'related.place',
  `WITH RECURSIVE heir AS (
     SELECT id, 0 AS depth FROM app.agency WHERE id = $1
     UNION ALL
     SELECT a.successor_id, h.depth + 1 FROM heir h JOIN app.agency a ON a.id = h.id
      WHERE a.valid_to < app.business_today() AND a.successor_id IS NOT NULL AND h.depth < 4
   )
   SELECT a.id AS "agencyId", a.province_id AS "provinceId", a.remote,
          EXISTS (SELECT FROM app.petition p JOIN app.agency home ON home.id = p.agency_id
                   WHERE p.id = $2 AND p.past_head AND array_position(r.ranks, a.level) <= array_position(r.ranks, home.level)) AS "pastHead"
     FROM heir h JOIN app.agency a ON a.id = h.id, (VALUES (ARRAY['unit', 'commune', 'department', 'province'])) r (ranks)
    WHERE a.valid_to IS NULL OR a.valid_to >= app.business_today() ORDER BY h.depth DESC LIMIT 1`,
);
const PARENT = statement<{ id: CaseFileId }>(
  'related.parent',
  `SELECT parent_case_id AS id FROM app.case_file WHERE id = $1 AND parent_case_id IS NOT NULL`,
);
const CHILDREN = statement<{ id: CaseFileId }>(
  'related.children',
  `SELECT id FROM app.case_file WHERE parent_case_id = $1 ORDER BY opened_on, id`,
);
const LINKED = statement<{ id: CaseFileId }>(
  'related.linked',
  `SELECT c.id FROM app.case_file c
    WHERE c.id IN (SELECT to_case FROM app.case_link WHERE from_case = $1 AND kind = $2
                   UNION SELECT from_case FROM app.case_link WHERE to_case = $1 AND kind = $2) ORDER BY c.opened_on, c.id`,
);
const EXISTS = statement<{ found: boolean }>(
  'related.exists',
  'SELECT EXISTS (SELECT FROM app.case_file WHERE id = $1) AS found',
);
const LINK = statement<object>(
  'related.link',
  `INSERT INTO app.case_link (from_case, to_case, kind, created_by, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
);
const ACTIVE = statement<{ id: UserId }>(
  'related.active',
  'SELECT id FROM app.app_user WHERE id = ANY ($1::int[]) AND active ORDER BY id',
);
const WRITE = statement<object>('related.write', 'SELECT app.case_write($1::jsonb)');
const HEAD = statement<object>('related.head', 'UPDATE app.case_file SET seq = $2, head_hash = $3 WHERE id = $1');
const SHARE = statement<object>('related.share', 'SELECT app.case_share($1, $2)');
const SHARE_PETITION = statement<object>('related.share-petition', `SELECT app.petition_share($1, $2, '{}')`);
const SHOW_PETITION = statement<object>(
  'related.show-petition',
  'INSERT INTO app.read_sight (petition_id, case_id, agency_id) VALUES ($1, NULL, $2) ON CONFLICT DO NOTHING',
);
const GRANT = statement<object>(
  'related.grant',
  `INSERT INTO app.case_grant (case_id, user_id, capacity, added, granted_by, granted_at)
   SELECT case_id, user_id, capacity, added, granted_by, granted_at
     FROM jsonb_to_recordset($1) AS g(case_id uuid, user_id int, capacity text, added boolean, granted_by uuid, granted_at timestamptz)
   ON CONFLICT DO NOTHING`,
);
const GRANTED = statement<{ row: object }>(
  'related.granted',
  `SELECT to_jsonb(g) - 'id' - 'revoked_by' - 'revoked_at' AS row FROM app.case_grant g WHERE case_id = $1 AND revoked_at IS NULL ORDER BY id`,
);
const REVOKE = statement<object>(
  'related.revoke',
  'UPDATE app.case_grant SET revoked_by = $3, revoked_at = $4 WHERE case_id = $1 AND user_id = $2 AND revoked_at IS NULL',
);
const MOVE = statement<object>('related.move', 'SELECT app.case_move($1, $2, $3)');

const db = (tx: OpaqueTx) => clientOf(tx as Tx);

/** Links, grants and moves in PostgreSQL, through the worker's transactions. */
export class PostgresRelatedFiles extends RelatedFiles {
  override async lock(tx: OpaqueTx, caseId: CaseFileId) {
    const { row, now } = await queryOne(db(tx), LOCK, [caseId]);
    return { row: camelRow<CaseRow>(row), now };
  }

  override async place(tx: OpaqueTx, agencyId: AgencyId, of: PetitionId): Promise<Place | null> {
    const [found] = await query(db(tx), PLACE, [agencyId, of]);
    if (!found) return null;
    const { pastHead, ...place } = found;
    const people = await query(db(tx), SEALED_AUDIENCE, [place.agencyId, pastHead]);
    return { ...place, audience: people.map(({ id }) => id), resolved: people.some(({ head }) => head) };
  }

  override async relatives(tx: OpaqueTx, caseId: CaseFileId, to: 'parent' | 'children' | CaseLink) {
    const rows =
      to === 'parent'
        ? await query(db(tx), PARENT, [caseId])
        : to === 'children'
          ? await query(db(tx), CHILDREN, [caseId])
          : await query(db(tx), LINKED, [caseId, to]);
    return rows.map(({ id }) => id);
  }

  override async exists(tx: OpaqueTx, caseId: CaseFileId): Promise<boolean> {
    return (await queryOne(db(tx), EXISTS, [caseId])).found;
  }

  override async link(tx: OpaqueTx, { fromCase, toCase, kind, createdBy, createdAt }: NewLink): Promise<void> {
    await query(db(tx), LINK, [fromCase, toCase, kind, createdBy, createdAt]);
  }

  override async activeUsers(tx: OpaqueTx, users: readonly UserId[]): Promise<readonly UserId[]> {
    return (await query(db(tx), ACTIVE, [users])).map(({ id }) => id);
  }

  override async record(tx: OpaqueTx, events: readonly LedgerEvent[]): Promise<void> {
    const last = events.at(-1);
    if (!last) return;
    await query(db(tx), WRITE, [JSON.stringify({ events: snakeRows(events) })]);
    await query(db(tx), HEAD, [last.caseId, last.seq, last.hash]);
  }

  override async share(tx: OpaqueTx, caseId: CaseFileId, people: readonly UserId[]): Promise<void> {
    await query(db(tx), SHARE, [caseId, people]);
  }

  override async sharePetition(tx: OpaqueTx, petitionId: PetitionId, people: readonly UserId[]): Promise<void> {
    await query(db(tx), SHARE_PETITION, [petitionId, people]);
  }

  override async showPetition(tx: OpaqueTx, petitionId: PetitionId, agencyId: AgencyId): Promise<void> {
    await query(db(tx), SHOW_PETITION, [petitionId, agencyId]);
  }

  override async grant(tx: OpaqueTx, grants: readonly NewGrant[]): Promise<void> {
    if (grants.length > 0) await query(db(tx), GRANT, [JSON.stringify(snakeRows(grants))]);
  }

  override async granted(tx: OpaqueTx, caseId: CaseFileId): Promise<readonly NewGrant[]> {
    return (await query(db(tx), GRANTED, [caseId])).map(({ row }) => camelRow<NewGrant>(row));
  }

  override async revoke(tx: OpaqueTx, { caseId, userId, revokedBy, revokedAt }: Revocation): Promise<void> {
    await query(db(tx), REVOKE, [caseId, userId, revokedBy, revokedAt]);
  }

  override async move(
    tx: OpaqueTx,
    caseId: CaseFileId,
    { agencyId, people }: { agencyId: AgencyId; people: readonly UserId[] },
  ): Promise<void> {
    await query(db(tx), MOVE, [caseId, agencyId, people]);
  }
}
