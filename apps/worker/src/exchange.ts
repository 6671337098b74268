import type { Outbox } from '#libs/casework';
import {
  collectAnswers,
  collectMessages,
  deliverPackage,
  type DeliveryParts,
  finishReleases,
  type ReceivingParts,
  sendMessage,
  type SendingParts,
} from '#libs/interchange';
import { AppError, type EffectId, isUuid } from '#libs/shared';
import { log } from './log.js';

export interface ExchangeParts {
  readonly national: DeliveryParts;
  readonly axis: SendingParts;
  readonly receiving: ReceivingParts;
  /** A transaction of the system. */
  readonly inTransaction: <T>(work: (tx: object) => Promise<T>) => Promise<T>;
}

interface Told {
  /** What a failure is written down about. */
  failed(id: string, code: string): Promise<void>;
}

interface Carried {
  readonly key: string;
  readonly told: Told;
  readonly work: (tx: object, id: string) => Promise<unknown>;
  /** After the commit: what was laid ready goes. */
  readonly release: (id: string) => Promise<void>;
}

/** A failure is told on the row people look at and on the effect, which is handed out again later. */
async function carried(outbox: Outbox, effectId: EffectId, { key, told, work, release }: Carried): Promise<void> {
  let id: string | null = null;
  try {
    const done = await outbox.take(effectId, async (tx, { payload }) => {
      const named = payload[key];
      if (!isUuid(named)) return { refused: 'EFFECT.MALFORMED' };
      id = named;
      await work(tx, named);
      return undefined;
    });
    if (done && id !== null) await release(id);
  } catch (error) {
    const code = codeOf(error);
    if (id !== null) await told.failed(id, code);
    await outbox.noteFailure(effectId, code);
    throw error;
  }
}
/** A code, never the words: those of a file system hold paths. */
function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code.slice(0, 40) : error instanceof Error ? error.name : 'Unknown';
}

export const deliverNational = (outbox: Outbox, { national }: ExchangeParts, effectId: EffectId): Promise<void> =>
  carried(outbox, effectId, {
    ...{ key: 'packageId', told: national.book },
    work: (tx, id) => deliverPackage(national, tx, id),
    release: (id) => national.platform.release(id),
  });

export const sendOnAxis = (outbox: Outbox, { axis }: ExchangeParts, effectId: EffectId): Promise<void> =>
  carried(outbox, effectId, {
    ...{ key: 'messageId', told: axis.book },
    work: (tx, id) => sendMessage(axis, tx, id),
    release: (id) => axis.axis.release(id),
  });

/** What a killed worker left half done, and what has come into the folders since the last look. */
export async function collectExchange({ national, axis, receiving, inTransaction }: ExchangeParts): Promise<void> {
  const finished =
    (await finishReleases({ channel: national.platform, book: national.book }, inTransaction)) +
    (await finishReleases({ channel: axis.axis, book: axis.book }, inTransaction));
  if (finished > 0) log('info', 'exchange-finished', { finished });
  // A relay that is away does not keep messages of the axis waiting, nor the other way round.
  const [answers, messages] = await Promise.allSettled([
    collectAnswers(national),
    collectMessages(receiving, axis.axis),
  ]);
  const counts = { answers: countOf(answers), messages: countOf(messages) };
  if (counts.answers + counts.messages > 0) log('info', 'exchange-collected', counts);
  for (const one of [answers, messages]) if (one.status === 'rejected') throw one.reason as Error;
}

const countOf = (result: PromiseSettledResult<number>): number => (result.status === 'fulfilled' ? result.value : 0);
