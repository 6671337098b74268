import { api, ok, reportLoss } from '../api/client.js';
import { type Problem, toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { readyToSend } from '../uploads/photo.js';
import { drop, fromBytes, keep, take, takeAll, toBytes } from './browser-store.js';

export type RegisterBody = Dto<'RegisterPetition'>;

/** A file that came with the petition; its bytes lie on the shelf of files. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}
/** A petition that was saved while the server could not be reached. Sealed whole in the browser; never a denunciation. */
export interface KeptPetition {
  /** The Idempotency-Key, fixed when it was saved: however often it is sent, it is registered once. */
  readonly key: string;
  readonly savedAt: number;
  readonly body: RegisterBody;
  /** The form as it was typed, to be opened again where the server refuses. */
  readonly values?: unknown;
  readonly files: readonly KeptFile[];
  readonly notResends: readonly string[];
  /** The earlier petition that the officer found this one to double. */
  readonly duplicateOf?: string;
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly reason?: string;
  readonly answer?: Dto<'RegisteredPetition'>;
  /** Registered, but the finding that it doubles another was refused: why. */
  readonly linkFault?: string;
}

const CHANNEL = 'nghe-dan-outbox';
const listeners = new Set<() => void>();
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null;
if (channel) channel.onmessage = () => listeners.forEach((listener) => listener());
/** Something in the outbox is otherwise, in this tab or another. */
export function onOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
function changed(): void {
  listeners.forEach((listener) => listener());
  channel?.postMessage(null);
}

const write = (userId: number, { key, savedAt, ...rest }: KeptPetition): Promise<void> =>
  keep('outbox', { id: key, userId, savedAt }, toBytes(rest));

export async function readOutbox(userId: number): Promise<KeptPetition[]> {
  const rows = await takeAll('outbox', userId);
  return rows
    .map(({ id, savedAt, bytes }) => ({ ...fromBytes<Omit<KeptPetition, 'key' | 'savedAt'>>(bytes), key: id, savedAt }))
    .sort((a, b) => a.savedAt - b.savedAt);
}

export async function putInOutbox(userId: number, petition: KeptPetition, files: readonly File[]): Promise<void> {
  for (const [i, file] of files.entries()) {
    const kept = petition.files[i];
    if (!kept) continue;
    const bytes = await (await readyToSend(file)).arrayBuffer();
    await keep('files', { id: kept.id, userId, savedAt: petition.savedAt }, bytes);
  }
  await write(userId, petition);
  changed();
}

/** The files of a petition that is opened again, as they were kept. */
export async function filesOf(userId: number, { files }: KeptPetition): Promise<File[]> {
  const found = await Promise.all(
    files.map(async ({ id, name, type }) => {
      const kept = await take('files', userId, id);
      return kept && new File([kept.bytes], name, { type });
    }),
  );
  return found.filter((file) => file !== null);
}

export async function dropFromOutbox(petition: KeptPetition): Promise<void> {
  // Files of a sent petition go on as uploads of their own.
  if (petition.state !== 'sent') for (const { id } of petition.files) await drop('files', id);
  await drop('outbox', petition.key);
  changed();
}

export interface Sending {
  /** The petition is in the book; its files may follow. */
  readonly onSent: (petition: KeptPetition, answer: Dto<'RegisteredPetition'>) => Promise<void>;
}

/**
 * Sends what waits, oldest first, one tab at a time. What the server refuses stays with its reason; a lost session or a cut network
 * stops the sending, and what waits goes on waiting.
 */
export async function sendOutbox(userId: number, { onSent }: Sending): Promise<void> {
  const locks = 'locks' in navigator ? navigator.locks : null;
  const send = async () => {
    // The session of the browser may by now be somebody else's: nobody registers in another's name.
    const me = await ok(api.GET('/api/v1/me')).catch((error: unknown) => reportLoss(error));
    if (me?.id !== userId) return;
    for (const { key, state } of await readOutbox(userId)) {
      if (state !== 'waiting') continue;
      // Read again: while this one waited for the lock another tab may have sent or dropped it.
      const petition = await readOne(userId, key);
      if (petition?.state === 'waiting' && !(await sendOne(userId, petition, onSent))) return;
    }
  };
  await (locks ? locks.request(`nghe-dan-outbox-${userId}`, send) : send());
}

async function readOne(userId: number, key: string): Promise<KeptPetition | null> {
  const found = await take('outbox', userId, key);
  return found && { ...fromBytes<Omit<KeptPetition, 'key' | 'savedAt'>>(found.bytes), key, savedAt: found.savedAt };
}

/** False where there is no use in sending the next. */
async function sendOne(userId: number, petition: KeptPetition, onSent: Sending['onSent']): Promise<boolean> {
  try {
    const header = { 'Idempotency-Key': petition.key };
    const answer = await ok(api.POST('/api/v1/petitions', { body: petition.body, params: { header } }));
    // Before it counts as sent: where the network goes now, the same key brings the same answer and the finding is written then.
    const linkFault = await linkAll(answer.id, petition);
    await write(userId, { ...petition, state: 'sent', answer, ...(linkFault ? { linkFault } : {}) });
    changed();
    await onSent(petition, answer);
    return true;
  } catch (error) {
    const problem = toProblem(error);
    if (problem.status === 401) reportLoss(error);
    if (problem.status === 0 || problem.status === 401 || problem.status === 429 || problem.status >= 500) return false;
    await write(userId, { ...petition, state: 'refused', reason: reasonOf(problem) });
    changed();
    return true;
  }
}

/** The detail often says what the faults say: each sentence once. */
function reasonOf({ title, detail, faults }: Problem): string {
  const said = [title, detail ?? '', ...faults.map(({ message }) => message)].map((text) => text.replace(/\.+$/, ''));
  return `${said.filter((text, i) => text && !said.slice(0, i).some((earlier) => earlier.includes(text))).join('. ')}.`;
}

/**
 * Findings of the officer; the petition is in the book even where one is refused. Returns why the finding of a double was.
 * @throws where it could not be asked at all: then it is asked again.
 */
async function linkAll(id: string, { notResends, duplicateOf }: KeptPetition): Promise<string | null> {
  const link = async (toPetitionId: string, kind: 'not-resend' | 'duplicate'): Promise<string | null> => {
    const body = { toPetitionId, kind };
    try {
      await ok(api.POST('/api/v1/petitions/{id}/links', { params: { path: { id } }, body }));
      return null;
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status === 0 || problem.status === 401 || problem.status === 429) throw error;
      return reasonOf(problem);
    }
  };
  for (const toPetitionId of notResends) await link(toPetitionId, 'not-resend');
  return duplicateOf === undefined ? null : link(duplicateOf, 'duplicate');
}
