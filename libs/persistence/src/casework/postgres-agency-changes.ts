import { AgencyChanges, type OpenFile, type Succession, type Tx as OpaqueTx } from '#libs/casework';
import type { AgencyId } from '#libs/shared';
import { query } from '../query.js';
import { clientOf, type Tx } from '../transaction.js';

const READ = `
  SELECT id, agency_id AS "agencyId", successor_id AS "successorId", last_day AS "lastDay", basis
    FROM app.agency_change WHERE id = $1 AND kind = 'succeeded' AND settled_at IS NULL`;
const OPEN = `SELECT id, visible_to IS NOT NULL AS protected FROM app.case_file WHERE agency_id = $1 AND closed_at IS NULL ORDER BY id`;
const SETTLE = `UPDATE app.agency_change SET moved = $2, kept = $3, settled_at = app.business_now() WHERE id = $1`;

export class PostgresAgencyChanges extends AgencyChanges {
  override async succession(tx: OpaqueTx, changeId: string): Promise<Succession | null> {
    return (await query<Succession>(clientOf(tx as Tx), READ, [changeId]))[0] ?? null;
  }

  override async openCases(tx: OpaqueTx, agencyId: AgencyId): Promise<OpenFile[]> {
    return query<OpenFile>(clientOf(tx as Tx), OPEN, [agencyId]);
  }

  override async settle(
    tx: OpaqueTx,
    changeId: string,
    { moved, kept }: { readonly moved: number; readonly kept: number },
  ): Promise<void> {
    await query(clientOf(tx as Tx), SETTLE, [changeId, moved, kept]);
  }
}
