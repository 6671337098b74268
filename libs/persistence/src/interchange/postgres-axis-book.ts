import { type AnyActor, isSystem, SYSTEM_ACTOR } from '#libs/access';
import {
  type ArrivedDocument,
  type Arrival,
  AxisBook,
  type AxisLetter,
  type Fate,
  further,
  isTaken,
  type ReadStatus,
  type SentMessage,
  STATUS_CODES,
  type StatusCode,
  type Tx as OpaqueTx,
  waitAfter,
} from '#libs/interchange';
import { type AgencyId, dayOf } from '#libs/shared';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';

const LETTER = statement<{ letter: AxisLetter | null }>('axis.letter', 'SELECT app.axis_letter($1) AS letter');
const LOCK = statement<object>('axis.lock', 'SELECT id FROM app.axis_message WHERE id = $1 FOR UPDATE');
const SENT = statement<object>(
  'axis.sent',
  `UPDATE app.axis_message SET state = 'sent', sent_at = coalesce(sent_at, now()), document_id = $2, number = $3, notation = $4,
          content_hash = decode($5, 'hex'), next_try_at = NULL, last_error = NULL WHERE id = $1`,
);
const FATE = statement<{ fate: Fate }>(
  'axis.fate',
  `SELECT CASE WHEN sent_at IS NOT NULL THEN 'gone' WHEN state IN ('waiting', 'error') THEN 'waiting' ELSE 'never' END AS fate
     FROM app.axis_message WHERE id = $1 FOR UPDATE SKIP LOCKED`,
);
const THERE = statement<{ there: boolean }>(
  'axis.there',
  'SELECT EXISTS (SELECT FROM app.axis_message WHERE id = $1) AS there',
);
const FAILED = statement<object>(
  'axis.failed',
  `UPDATE app.axis_message SET state = 'error', attempts = attempts + 1, last_error = $2, next_try_at = now() + make_interval(secs => $3)
    WHERE id = $1 AND sent_at IS NULL AND state IN ('waiting', 'error')`,
);
const ATTEMPTS = statement<{ attempts: number }>(
  'axis.attempts',
  'SELECT attempts FROM app.axis_message WHERE id = $1',
);
const RECEIVER = statement<{ id: AgencyId | null; ours: boolean }>(
  'axis.receiver',
  `SELECT (SELECT a.id FROM app.agency a WHERE a.code = $1 AND a.valid_to IS NULL) AS id,
          EXISTS (SELECT FROM app.agency a WHERE a.code = $2 AND NOT EXISTS (SELECT FROM app.axis_partner x WHERE x.agency_id = a.id)) AS ours`,
);
const ARRIVE = statement<{ id: string }>(
  'axis.arrive',
  `INSERT INTO app.axis_message (id, direction, kind, agency_id, partner_code, partner_name, document_id, number, notation, issued_on, state,
                                 status_code, status_at, content_hash, proven, structured, files, sealed, sealed_key, hops, chain, comes_back,
                                 earlier_petition)
   VALUES ($1, 'in', 'petition', $2, $3, $4, $5, $6, $7, $8, 'arrived', '01', now(), decode($9, 'hex'), $10, $11, $12, $13, $14, $15, $16,
           $17 = ANY ($16), app.axis_earlier($2, $18))
   ON CONFLICT (partner_code, document_id) WHERE direction = 'in' AND kind = 'petition' DO NOTHING RETURNING id`,
);
const PATH = statement<object>(
  'axis.path',
  `INSERT INTO app.axis_hop (message_id, hop, from_code, from_name, to_code, to_name, received_on, sent_on, document_id)
   SELECT $1, h.hop, h."from" ->> 'id', left(h."from" ->> 'name', 300), h."to" ->> 'id', left(h."to" ->> 'name', 300), h."receivedOn", h."sentOn", h."documentId"
     FROM jsonb_to_recordset($2) AS h(hop int, "from" jsonb, "to" jsonb, "receivedOn" date, "sentOn" date, "documentId" text)`,
);
const KNOWN = statement<{ same: boolean }>(
  'axis.known',
  `SELECT content_hash = decode($3, 'hex') AS same FROM app.axis_message
    WHERE partner_code = $1 AND document_id = $2 AND direction = 'in' AND kind = 'petition'`,
);
/** An answer of ours about a message that came, and the effect that sends it. */
const ANSWER = statement<object>(
  'axis.answer',
  `WITH s AS (INSERT INTO app.axis_message (direction, kind, agency_id, answers, partner_code, partner_name, state, status_code, refusal)
              SELECT 'out', 'status', m.agency_id, m.id, m.partner_code, m.partner_name, 'waiting', $2, $3 FROM app.axis_message m WHERE m.id = $1
              RETURNING id)
   INSERT INTO app.effect (kind, payload) SELECT 'axis.send', jsonb_build_object('messageId', id) FROM s`,
);
interface Answered {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly state: string;
  readonly status_code: StatusCode | null;
  readonly hop_id: string | null;
}
const ABOUT = statement<Answered>(
  'axis.about',
  `SELECT id, direction, state, status_code, hop_id FROM app.axis_message
    WHERE document_id = $1 AND partner_code = $2 AND kind = 'petition' AND (direction = 'in' OR sent_at IS NOT NULL) FOR UPDATE`,
);
const STATUS = statement<object>(
  'axis.status',
  `UPDATE app.axis_message SET status_code = $2, status_at = now(),
          state = CASE WHEN $2 = '02' THEN 'refused' ELSE state END, settled_at = CASE WHEN $2 IN ('02', '06', '15') THEN now() ELSE settled_at END
    WHERE id = $1`,
);
const NOTED = statement<object>(
  'axis.noted',
  `INSERT INTO app.axis_status (message_id, code, said_at, words) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id`,
);
const ACKNOWLEDGED = statement<object>(
  'axis.acknowledged',
  `UPDATE app.petition_hop SET acknowledged_on = least(greatest($2::date, sent_on), app.business_today())
    WHERE id = $1 AND acknowledged_on IS NULL`,
);
const TAKEN_BACK = statement<object>(
  'axis.taken-back',
  `UPDATE app.axis_message SET state = 'withdrawn', status_code = '13', status_at = now(), settled_at = now(), sealed = NULL, sealed_key = NULL
    WHERE id = $1`,
);

/** Writes an answer about a message that came, within the transaction of the act that gives it. */
export const answerOnAxis = async (
  tx: Tx,
  messageId: string,
  { code, words = null }: { readonly code: StatusCode; readonly words?: string | null },
): Promise<void> => void (await query(clientOf(tx), ANSWER, [messageId, code, words]));

/** Messages of the axis, as the worker writes them. */
export class PostgresAxisBook extends AxisBook {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly actor: AnyActor = SYSTEM_ACTOR,
  ) {
    super();
  }

  override async letter(tx: OpaqueTx, messageId: string): Promise<AxisLetter | null> {
    const db = clientOf(tx as Tx);
    await query(db, LOCK, [messageId]);
    return (await queryOne(db, LETTER, [messageId])).letter;
  }

  override async sent(tx: OpaqueTx, messageId: string, sent: SentMessage): Promise<void> {
    const { documentId, number, notation, hash } = sent;
    await query(clientOf(tx as Tx), SENT, [messageId, documentId, number, notation, hash]);
  }

  override async fate(tx: OpaqueTx, messageId: string): Promise<Fate> {
    const db = clientOf(tx as Tx);
    const [found] = await query(db, FATE, [messageId]);
    return found?.fate ?? ((await queryOne(db, THERE, [messageId])).there ? 'busy' : 'never');
  }

  override failed(messageId: string, code: string): Promise<void> {
    return this.runner.run(this.actor, async (tx) => {
      const [found] = await query(clientOf(tx), ATTEMPTS, [messageId]);
      await query(clientOf(tx), FAILED, [messageId, code, waitAfter((found?.attempts ?? 0) + 1) / 1000]);
    });
  }

  override arrive({ id, document, hash, structured, path, sealed, sealedKey }: ArrivedDocument): Promise<Arrival> {
    const { from, to, documentId, number, notation, issuedOn, proven, enclosed } = document;
    return this.runner.run(this.actor, async (tx) => {
      const db = clientOf(tx);
      const receiver = await queryOne(db, RECEIVER, [to.id, from.id]);
      if (receiver.ours) return 'ours';
      if (receiver.id === null || !this.mayReceive(receiver.id)) return 'notForUs';
      const inserted = await query(db, ARRIVE, [
        ...[id, receiver.id, from.id, from.name.slice(0, 300), documentId, number, notation, issuedOn, hash],
        ...[proven, structured, enclosed.length, sealed, sealedKey, path.hops, path.chain, to.id],
        path.path.flatMap(({ documentId: of }) => of ?? []),
      ]);
      if (inserted.length === 0) {
        const [known] = await query(db, KNOWN, [from.id, documentId, hash]);
        return known?.same ? 'again' : 'changed';
      }
      await query(db, PATH, [id, JSON.stringify(path.path)]);
      await answerOnAxis(tx, id, { code: '01' });
      return 'taken';
    });
  }

  /** Who brings a file by hand brings it to the agencies of their own scope. */
  private mayReceive(agencyId: AgencyId): boolean {
    return isSystem(this.actor) || this.actor.agencies.includes(agencyId);
  }

  override answered(status: ReadStatus): Promise<boolean> {
    return this.runner.run(this.actor, async (tx) => {
      const [about] = await query(clientOf(tx), ABOUT, [status.documentId, status.from.id]);
      if (!about) return false;
      // Told before, word for word: a carrier may bring the same answer twice.
      if (!(await this.noted(tx, about.id, status))) return true;
      if (about.direction === 'in') await this.askedBack(tx, about, status.code);
      else await this.settle(tx, about, status);
      return true;
    });
  }

  private async noted(tx: Tx, id: string, { code, at, description }: ReadStatus): Promise<boolean> {
    const words = description === '' || description === STATUS_CODES[code].words ? null : description.slice(0, 300);
    return (await query(clientOf(tx), NOTED, [id, code, at, words])).length > 0;
  }

  private async settle(tx: Tx, about: Answered, { code, at }: ReadStatus): Promise<void> {
    const db = clientOf(tx);
    const stands = further(about.status_code, code);
    if (stands !== about.status_code) await query(db, STATUS, [about.id, stands]);
    if (isTaken(code) && about.hop_id !== null) await query(db, ACKNOWLEDGED, [about.hop_id, dayOf(at)]);
  }

  /** The sender wants it back: what nobody has entered goes, what has its number stays and is said to stay. */
  private async askedBack(tx: Tx, about: Answered, code: StatusCode): Promise<void> {
    if (code !== '13' || about.state === 'withdrawn') return;
    if (about.state === 'arrived') await query(clientOf(tx), TAKEN_BACK, [about.id]);
    await answerOnAxis(tx, about.id, { code: about.state === 'arrived' ? '15' : '16' });
  }
}
