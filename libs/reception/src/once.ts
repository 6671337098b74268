import type { Actor } from '#libs/access';
import { keyReused } from '#libs/casework';
import { hashRequest } from '#libs/identity';
import type { Tx } from '#libs/intake';
import type { JsonObject } from '#libs/shared';
import type { ReceptionDependencies } from './dependencies.js';

/** Two requests with one key at once: the second rolled back and reads the first one's answer. */
class KeyTaken extends Error {}

export interface OnceRequest {
  readonly key: string | undefined;
  /** What two requests under one key must share. */
  readonly request: JsonObject;
}

/**
 * One transaction that a repeated request does not repeat: the same key and request answer what they answered. The kept
 * answer holds ids only, and the request a keyed hash only.
 */
export async function once<T extends JsonObject>(
  deps: ReceptionDependencies,
  actor: Actor,
  { key, request, work }: OnceRequest & { readonly work: (tx: Tx) => Promise<T> },
): Promise<T> {
  if (key === undefined) return deps.work.run(actor, work);
  const requestHash = await hashRequest(deps.vault, request);
  const attempt = (): Promise<T> =>
    deps.work.run(actor, async (tx) => {
      const kept = await deps.store.findKey(tx, { actorId: actor.userId, key });
      if (kept) {
        if (!kept.requestHash.equals(requestHash)) throw keyReused();
        return kept.answer as T;
      }
      const answer = await work(tx);
      if (!(await deps.store.keepKey(tx, { actorId: actor.userId, key, requestHash, answer }))) throw new KeyTaken();
      return answer;
    });
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof KeyTaken) return attempt();
    throw error;
  }
}
