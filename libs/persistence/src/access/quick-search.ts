import type { Actor } from '#libs/access';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import { PETITION_COLUMNS, PETITION_JOINS, type PetitionRow } from './petition-list.js';

const BY_INDEX = statement<PetitionRow>(
  'search.by-index',
  `SELECT ${PETITION_COLUMNS} FROM app.petition p ${PETITION_JOINS}
    WHERE p.id IN (SELECT found FROM app.find_by_index($1, $2, $3, $4) AS found)
    ORDER BY p.received_on DESC, p.id DESC`,
);

/** What a personal number or a receipt's code leads to, by its hash: neither is stored, neither is sent on. */
export class QuickSearch {
  constructor(private readonly transactions: TransactionRunner) {}

  byIndex(actor: Actor, index: { id: Buffer | null; lookup: Buffer | null }): Promise<PetitionRow[]> {
    return this.transactions.run(actor, (tx) =>
      query(clientOf(tx), BY_INDEX, [actor.userId, actor.agencies, index.id, index.lookup]),
    );
  }
}
