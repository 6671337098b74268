import { createHash } from 'node:crypto';
import { dayOf } from '#libs/shared';
import { petitionFile } from '../edxml/petition.js';
import { documentIdOf, writeDocument, writeStatus } from '../edxml/write.js';
import type { AxisBook, AxisLetter, DocumentAxis, SentMessage, Tx } from '../ports.js';

export interface SendingParts {
  readonly book: AxisBook;
  readonly axis: DocumentAxis;
}

/** What the sender's number is followed by where the house has no notation of its own. */
const NOTATION = 'PCĐ';
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Lays one message ready under its id; `release` sends it once this stands. A message that was taken back meanwhile does not go. */
export async function sendMessage({ book, axis }: SendingParts, tx: Tx, messageId: string): Promise<boolean> {
  const letter = await book.letter(tx, messageId);
  const written = letter && (letter.kind === 'status' ? status(letter) : document(letter));
  if (!written) return false;
  await axis.prepare(messageId, written.bytes);
  await book.sent(tx, messageId, { ...written.sent, hash: sha256(written.bytes) });
  return true;
}

interface Written {
  readonly bytes: Buffer;
  readonly sent: Omit<SentMessage, 'hash'>;
}

function document({ hop, ours, partner, createdAt }: AxisLetter): Written | null {
  if (!hop) return null;
  const number = hop.number.slice(0, 50);
  const documentId = documentIdOf({ organ: ours.id, issuedOn: hop.sentOn, number, notation: NOTATION });
  const petition = petitionFile({
    ...hop.petition,
    ...{ receivedOn: hop.receivedOn, sentOn: hop.sentOn, hop: hop.hop, chain: hop.chain, hops: hop.hops },
  });
  const bytes = writeDocument({
    ...{ documentId, from: ours, to: partner, number, notation: NOTATION, place: '', issuedOn: hop.sentOn },
    ...{ sentAt: new Date(createdAt), enclosed: [petition] },
  });
  return { bytes, sent: { documentId, number, notation: NOTATION } };
}

function status({ answers, statusCode, ours, refusal, createdAt }: AxisLetter): Written | null {
  if (!answers || !statusCode) return null;
  const at = new Date(createdAt);
  const bytes = writeStatus({
    ...{ code: statusCode, documentId: answers.documentId, answers: answers.organ, from: ours, at },
    ...{ number: answers.number ?? '', issuedOn: answers.issuedOn ?? dayOf(at), description: refusal ?? '' },
  });
  return { bytes, sent: { documentId: answers.documentId, number: answers.number, notation: null } };
}
