import { type NewOnlineFiling, type OnlineAgency, OnlineFilings, type Tx as OpaqueTx } from '#libs/intake';
import type { AgencyId, UserId } from '#libs/shared';
import type { Pool } from 'pg';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type Tx } from '../transaction.js';

const COLUMNS = `id, code, name, level, province_id AS "provinceId", parent_id AS "parentId"`;
const BY_CODE = `SELECT ${COLUMNS} FROM app.agency WHERE code = $1 AND valid_to IS NULL AND level <> 'unit'`;
const BY_ID = `SELECT ${COLUMNS} FROM app.agency WHERE id = $1 AND valid_to IS NULL`;
const CLERK = statement<{ id: UserId }>('online.clerk', 'SELECT app.online_clerk($1) AS id');
const KEEP = statement<object>(
  'online.keep',
  `INSERT INTO app.online_filing (petition_id, agency_id, province_id, visible_to, kind, signature, findings, filed_at)
   SELECT p.id, p.agency_id, p.province_id, p.visible_to, $2, $3, $4, app.business_now() FROM app.petition p WHERE p.id = $1
   ON CONFLICT (petition_id) DO NOTHING`,
);

export class PostgresOnlineFilings extends OnlineFilings {
  constructor(private readonly pool: Pool) {
    super();
  }

  override async agency(code: string): Promise<OnlineAgency | null> {
    return (await query<OnlineAgency>(this.pool, BY_CODE, [code]))[0] ?? null;
  }

  override async agencyById(id: AgencyId): Promise<OnlineAgency | null> {
    return (await query<OnlineAgency>(this.pool, BY_ID, [id]))[0] ?? null;
  }

  override async clerk(agency: AgencyId): Promise<UserId> {
    return (await queryOne(this.pool, CLERK, [agency])).id;
  }

  override async keep(tx: OpaqueTx, { petitionId, kind, signature, findings }: NewOnlineFiling): Promise<void> {
    await query(clientOf(tx as Tx), KEEP, [petitionId, kind, signature, JSON.stringify(findings)]);
  }
}
