import {
  Forwarding,
  type IncomingPetition,
  type PathHop,
  type PetitionerSource,
  type PetitionHop,
  type PetitionSource,
  type SplitState,
  type Tx as OpaqueTx,
} from '#libs/intake';
import type { AgencyId, LocalDate, PetitionId } from '#libs/shared';
import type { PoolClient } from 'pg';
import { camelRow } from '../casework/json-names.js';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type Tx } from '../transaction.js';

interface RawSource {
  readonly petition: object;
  readonly petitioners: readonly object[];
}
const SOURCE = statement<{ found: RawSource | null }>('intake.source', 'SELECT app.petition_source($1) AS found');
const SPLIT = statement<SplitState>(
  'intake.split-state',
  `SELECT c.stage, coalesce(c.known_facts -> 'contentsToSplit', '[]') AS contents,
          (SELECT coalesce(jsonb_agg(p.type), '[]') FROM app.petition_link l JOIN app.petition p ON p.id = l.from_petition
            WHERE l.to_petition = $1 AND l.kind = 'split' AND p.voided_at IS NULL) AS registered
     FROM app.petition m JOIN app.case_file c ON c.id = m.case_file_id WHERE m.id = $1`,
);
const hopColumns = (from: string): string =>
  `SELECT h.id, h.hop, h.kind, h.from_agency AS "fromAgencyId", f.name AS "fromAgency", h.to_agency AS "toAgencyId", t.name AS "toAgency",
          h.received_on AS "receivedOn", h.sent_on AS "sentOn", h.acknowledged_on AS "acknowledgedOn"
     FROM ${from} h JOIN app.agency f ON f.id = h.from_agency JOIN app.agency t ON t.id = h.to_agency`;
const HOPS = statement<PathHop>(
  'intake.path',
  `SELECT id, hop, kind, from_name AS "fromAgency", to_name AS "toAgency", received_on AS "receivedOn", sent_on AS "sentOn",
          acknowledged_on AS "acknowledgedOn", outside FROM app.petition_path($1) ORDER BY hop, id`,
);
const WAITING = statement<PetitionHop>(
  'intake.waiting-hops',
  `${hopColumns('app.petition_hop')} WHERE h.to_agency = $1 AND h.acknowledged_as IS NULL AND h.withdrawn_at IS NULL ORDER BY h.sent_on, h.id LIMIT 200`,
);
interface RawIncoming extends RawSource {
  readonly hop: number;
  readonly chain: readonly AgencyId[];
  readonly from: string;
  readonly earlier: PetitionId | null;
  readonly earlierPastHead: boolean;
}
const TAKE = statement<{ found: RawIncoming | null }>('intake.take-hop', 'SELECT app.hop_take($1) AS found');
const ACKNOWLEDGE = statement<object>('intake.acknowledge-hop', 'SELECT app.hop_acknowledge($1, $2, $3)');

const db = (tx: OpaqueTx): PoolClient => clientOf(tx as Tx);
const bytes = (text: unknown): Buffer | null =>
  typeof text === 'string' ? Buffer.from(text.replace(/^\\x/, ''), 'hex') : null;
const unsealedNames = <Row extends { sealed: unknown; sealedKey: unknown }>(row: object): Row => {
  const named = camelRow<Row>(row);
  return { ...named, sealed: bytes(named.sealed), sealedKey: bytes(named.sealedKey) };
};
const personOf = (row: object): PetitionerSource => {
  const {
    id,
    role,
    fullName,
    personalId,
    personalIdKind,
    birthDate,
    sex,
    phone,
    address,
    unitCode,
    sealed,
    sealedKey,
  } = unsealedNames<PetitionerSource>(row);
  return {
    ...{ id, role, fullName, personalId, personalIdKind, birthDate, sex, phone, address, unitCode },
    ...{ sealed, sealedKey },
  };
};
const readSource = ({ petition, petitioners }: RawSource): PetitionSource => ({
  ...unsealedNames<PetitionSource>(petition),
  petitioners: petitioners.map(personOf),
});

/** Petitions on their way, in PostgreSQL. What arrives is read past row scope by one reviewed function, once, by the receiving desk. */
export class PostgresForwarding extends Forwarding {
  override async source(tx: OpaqueTx, id: PetitionId): Promise<PetitionSource | null> {
    const { found } = await queryOne(db(tx), SOURCE, [id]);
    return found ? readSource(found) : null;
  }

  override async splitState(tx: OpaqueTx, id: PetitionId): Promise<SplitState | null> {
    return (await query(db(tx), SPLIT, [id]))[0] ?? null;
  }

  override hopsOf(tx: OpaqueTx, id: PetitionId): Promise<readonly PathHop[]> {
    return query(db(tx), HOPS, [id]);
  }

  override waiting(tx: OpaqueTx, agencyId: AgencyId): Promise<readonly PetitionHop[]> {
    return query(db(tx), WAITING, [agencyId]);
  }

  override async take(tx: OpaqueTx, hopId: string): Promise<IncomingPetition | null> {
    const { found } = await queryOne(db(tx), TAKE, [hopId]);
    if (!found) return null;
    const { hop, chain, from, earlier, earlierPastHead } = found;
    return { source: readSource(found), hop, chain, from, earlier, earlierPastHead };
  }

  override async acknowledge(
    tx: OpaqueTx,
    hopId: string,
    { petitionId, on }: { readonly petitionId: PetitionId; readonly on: LocalDate },
  ): Promise<void> {
    await query(db(tx), ACKNOWLEDGE, [hopId, petitionId, on]);
  }
}
