import type { Actor } from '#libs/access';
import type { StatusCode } from '#libs/interchange';
import { type AgencyId, AppError, type LocalDate, type PetitionId } from '#libs/shared';
import type { AdministrationJournal } from '../administration/index.js';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';
import { answerOnAxis } from './postgres-axis-book.js';

export interface MessageRow {
  readonly id: string;
  readonly direction: 'out' | 'in';
  readonly kind: 'petition' | 'status';
  readonly agencyId: AgencyId;
  readonly partnerCode: string;
  readonly partnerName: string;
  readonly documentId: string | null;
  readonly number: string | null;
  readonly notation: string | null;
  readonly issuedOn: LocalDate | null;
  readonly state: 'waiting' | 'sent' | 'error' | 'arrived' | 'entered' | 'refused' | 'withdrawn';
  readonly statusCode: StatusCode | null;
  readonly statusAt: Date | null;
  readonly attempts: number;
  readonly nextTryAt: Date | null;
  readonly lastError: string | null;
  readonly proven: boolean | null;
  readonly structured: boolean | null;
  readonly files: number | null;
  readonly refusal: string | null;
  readonly petitionId: PetitionId | null;
  /** Ours, as it was sent or entered; null where the reader may not see it. */
  readonly registerLabel: string | null;
  readonly caseFileId: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  /** In: how often it had been sent on; the receiver had it before, and under which number. */
  readonly hops: number | null;
  readonly comesBack: boolean;
  readonly earlierPetition: PetitionId | null;
  readonly earlierLabel: string | null;
  readonly earlierCaseFileId: string | null;
  /** Entered, and files of it are not with the petition yet. */
  readonly unfinished: boolean;
  /** SHA-256 of the package, hexadecimal. */
  readonly contentHash: string | null;
}
/** What one side told the other about a message. */
export interface StatusRow {
  readonly direction: 'out' | 'in';
  readonly code: StatusCode;
  readonly at: Date;
  readonly words: string | null;
  /** Ours: how far the answer itself has come. */
  readonly state: MessageRow['state'] | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly nextTryAt: Date | null;
}
export interface PassedRow {
  readonly hop: number;
  readonly from: string;
  readonly fromCode: string;
  readonly to: string;
  readonly toCode: string;
  readonly receivedOn: LocalDate | null;
  readonly sentOn: LocalDate | null;
}
export interface MessageFilter {
  readonly direction?: 'out' | 'in' | undefined;
  readonly state?: MessageRow['state'] | undefined;
  readonly id?: string | undefined;
}

const ROWS = `
  SELECT m.id, m.direction, m.kind, m.agency_id AS "agencyId", m.partner_code AS "partnerCode", m.partner_name AS "partnerName",
         m.document_id AS "documentId", m.number, m.notation, m.issued_on AS "issuedOn", m.state, m.status_code AS "statusCode",
         m.status_at AS "statusAt", m.attempts, m.next_try_at AS "nextTryAt", m.last_error AS "lastError", m.proven, m.structured, m.files,
         m.refusal, p.id AS "petitionId", p.register_label AS "registerLabel", p.case_file_id AS "caseFileId", m.created_at AS "createdAt",
         m.sent_at AS "sentAt", coalesce(m.hops, h.hop) AS hops, m.comes_back AS "comesBack", e.id AS "earlierPetition", e.register_label AS "earlierLabel",
         e.case_file_id AS "earlierCaseFileId", m.state = 'entered' AND m.sealed IS NOT NULL AS unfinished, encode(m.content_hash, 'hex') AS "contentHash"
    FROM app.axis_message m LEFT JOIN app.petition_hop h ON h.id = m.hop_id
    LEFT JOIN app.petition p ON p.id = coalesce(m.petition_id, h.petition_id)
    LEFT JOIN app.petition e ON e.id = m.earlier_petition
   WHERE m.kind = 'petition' AND ($1::text IS NULL OR m.direction = $1) AND ($2::text IS NULL OR m.state = $2) AND ($3::uuid IS NULL OR m.id = $3)
   ORDER BY m.created_at DESC, m.id DESC LIMIT 200`;
/** What of a message is still here: until its files stand with the petition. */
export interface KeptRow {
  readonly sealed: Buffer;
  readonly sealedKey: Buffer;
  readonly agencyId: AgencyId;
  readonly partnerName: string;
  readonly state: 'arrived' | 'entered';
  readonly petitionId: PetitionId | null;
  readonly attached: number;
  readonly hops: number | null;
  readonly earlierPetition: PetitionId | null;
  /** Agencies of the tree that stand in its chain. */
  readonly chain: readonly AgencyId[];
}
const KEPT = statement<KeptRow>(
  'axis.kept',
  `SELECT m.sealed, m.sealed_key AS "sealedKey", m.agency_id AS "agencyId", m.partner_name AS "partnerName", m.state, m.petition_id AS "petitionId",
          m.attached, m.hops, (SELECT e.id FROM app.petition e WHERE e.id = m.earlier_petition AND e.voided_at IS NULL) AS "earlierPetition",
          ARRAY(SELECT a.id FROM unnest(m.chain) WITH ORDINALITY o(code, at) JOIN app.agency a ON a.code = o.code ORDER BY o.at) AS chain
     FROM app.axis_message m WHERE m.id = $1 AND m.direction = 'in' AND m.state IN ('arrived', 'entered') AND m.sealed IS NOT NULL`,
);
const ATTACHED = statement<object>('axis.attached', 'UPDATE app.axis_message SET attached = $2 WHERE id = $1');
const EMPTIED = statement<object>(
  'axis.emptied',
  `UPDATE app.axis_message SET sealed = NULL, sealed_key = NULL WHERE id = $1 AND state = 'entered'`,
);
const SAID = statement<StatusRow>(
  'axis.said',
  `SELECT 'in' AS direction, code, said_at AS at, words, NULL AS state, 0 AS attempts, NULL AS "lastError", NULL::timestamptz AS "nextTryAt"
     FROM app.axis_status WHERE message_id = $1
   UNION ALL
   SELECT 'out', status_code, created_at, refusal, state, attempts, last_error, next_try_at FROM app.axis_message WHERE answers = $1
   ORDER BY at, code`,
);
const WAY = statement<PassedRow>(
  'axis.way',
  `SELECT hop, from_name AS "from", from_code AS "fromCode", to_name AS "to", to_code AS "toCode", received_on AS "receivedOn", sent_on AS "sentOn"
     FROM app.axis_hop WHERE message_id = $1 ORDER BY hop`,
);
const BY_LABEL = statement<{ id: PetitionId }>(
  'axis.by-label',
  'SELECT id FROM app.petition WHERE agency_id = $1 AND register_label = $2 AND voided_at IS NULL',
);
const ENTERED = statement<{ id: string }>(
  'axis.entered',
  `UPDATE app.axis_message SET state = 'entered', status_code = '03', status_at = now(), petition_id = $2, settled_at = now()
    WHERE id = $1 AND direction = 'in' AND state = 'arrived' RETURNING id`,
);
const REFUSED = statement<{ id: string; agencyId: AgencyId }>(
  'axis.refuse',
  `UPDATE app.axis_message SET state = 'refused', status_code = '02', status_at = now(), refusal = $2, settled_at = now(), sealed = NULL,
          sealed_key = NULL WHERE id = $1 AND direction = 'in' AND state = 'arrived' RETURNING id, agency_id AS "agencyId"`,
);

const settled = (): AppError =>
  new AppError({
    code: 'INTERCHANGE.SETTLED',
    status: 409,
    title: 'Gói này đã được xử lý',
    detail: 'Người khác đã vào sổ hoặc từ chối, hoặc nơi gửi đã lấy lại. Hãy tải lại danh sách.',
  });

const noSuchPetition = (): AppError =>
  new AppError({
    code: 'INTERCHANGE.NO_PETITION',
    status: 404,
    title: 'Không tìm thấy đơn',
    detail: 'Không có đơn này trong phạm vi của bạn.',
  });

/** Messages of the axis as a person of the agency sees them: who, when, how far. What they hold is sealed. */
export class AxisMessages {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly journal: AdministrationJournal,
  ) {}

  list(actor: Actor, { direction, state, id }: MessageFilter): Promise<MessageRow[]> {
    return this.transactions.run(actor, (tx) =>
      query<MessageRow>(clientOf(tx), ROWS, [direction ?? null, state ?? null, id ?? null]),
    );
  }

  /** @throws AppError 409 where nothing of it is kept any more. */
  async kept(actor: Actor, id: string): Promise<KeptRow> {
    const row = await this.stillKept(actor, id);
    if (!row) throw settled();
    return row;
  }

  async stillKept(actor: Actor, id: string): Promise<KeptRow | null> {
    const [row] = await this.transactions.run(actor, (tx) => query(clientOf(tx), KEPT, [id]));
    return row ?? null;
  }

  /** What was said about it, oldest first, and the way it came. */
  story(actor: Actor, id: string): Promise<{ said: StatusRow[]; way: PassedRow[] }> {
    return this.transactions.run(actor, async (tx) => ({
      said: await query(clientOf(tx), SAID, [id]),
      way: await query(clientOf(tx), WAY, [id]),
    }));
  }

  /** Answers of ours about it. */
  async answersOf(actor: Actor, id: string): Promise<string[]> {
    const found = await this.transactions.run(actor, (tx) =>
      query<{ id: string }>(clientOf(tx), 'SELECT id FROM app.axis_message WHERE answers = $1', [id]),
    );
    return found.map((one) => one.id);
  }

  /** Within the transaction that puts a file with the petition: after a crash the next one is taken up. */
  async attached(tx: Tx, id: string, count: number): Promise<void> {
    await query(clientOf(tx), ATTACHED, [id, count]);
  }

  /** A file that is left out, and the end: nothing of the message is kept any more. */
  async skip(actor: Actor, id: string, count: number): Promise<void> {
    await this.transactions.run(actor, (tx) => this.attached(tx, id, count));
  }
  async emptied(actor: Actor, id: string): Promise<void> {
    await this.transactions.run(actor, (tx) => query(clientOf(tx), EMPTIED, [id]));
  }

  /** @throws AppError 404 */
  async byLabel(actor: Actor, agencyId: AgencyId, label: string): Promise<PetitionId> {
    const [row] = await this.transactions.run(actor, (tx) => query(clientOf(tx), BY_LABEL, [agencyId, label]));
    if (!row) throw noSuchPetition();
    return row.id;
  }

  /** That somebody opened a file of a message that waits. */
  noteOpened(
    actor: Actor,
    agencyId: AgencyId,
    facts: { readonly messageId: string; readonly file: number },
  ): Promise<void> {
    return this.journal.act(actor, async () => ({
      result: undefined,
      acts: [{ agencyId, type: 'AXIS_FILE_OPENED', facts }],
    }));
  }

  /** Within the registration: the message and the number stand or fall together. */
  async entered(tx: Tx, id: string, petitionId: PetitionId): Promise<void> {
    if ((await query(clientOf(tx), ENTERED, [id, petitionId])).length === 0) throw settled();
    await answerOnAxis(tx, id, { code: '03' });
  }

  /** A petition that was entered at the counter, where the message held papers only. */
  enteredByHand(actor: Actor, id: string, petitionId: PetitionId): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const seen = await query(clientOf(tx), 'SELECT id FROM app.petition WHERE id = $1 AND voided_at IS NULL', [
        petitionId,
      ]);
      if (seen.length === 0) throw noSuchPetition();
      await this.entered(tx, id, petitionId);
    });
  }

  refuse(actor: Actor, id: string, words: string): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      const [row] = await query(clientOf(tx), REFUSED, [id, words]);
      if (!row) throw settled();
      await answerOnAxis(tx, id, { code: '02', words });
      return {
        result: undefined,
        acts: [{ agencyId: row.agencyId, type: 'AXIS_MESSAGE_REFUSED', facts: { messageId: id } }],
      };
    });
  }

  partners(actor: Actor): Promise<{ agencyId: AgencyId; setAt: Date }[]> {
    return this.transactions.run(actor, (tx) =>
      query(clientOf(tx), 'SELECT agency_id AS "agencyId", set_at AS "setAt" FROM app.axis_partner ORDER BY agency_id'),
    );
  }

  /** From now on what is forwarded to this agency also goes over the axis, or does not any more. */
  setPartner(actor: Actor, agencyId: AgencyId, on: boolean): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      const changed = await query(
        clientOf(tx),
        on
          ? `INSERT INTO app.axis_partner (agency_id, set_by, set_at) VALUES ($1, app.user_id(), app.business_now()) ON CONFLICT DO NOTHING RETURNING agency_id`
          : 'DELETE FROM app.axis_partner WHERE agency_id = $1 RETURNING agency_id',
        [agencyId],
      );
      const acts = changed.length > 0 ? [{ agencyId, type: 'AXIS_PARTNER_SET' as const, facts: { agencyId, on } }] : [];
      return { result: undefined, acts };
    });
  }
}
