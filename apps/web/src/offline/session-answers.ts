import { api, noteLoss, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { hasLeft, isLeaving, recallSession } from './remembered-session.js';

const isAway = (error: unknown): boolean => {
  const { status } = toProblem(error);
  return status === 0 || (status >= 502 && status <= 504);
};

/** What the server says of itself; without the network, what it said last. */
export async function readInfo(): Promise<Dto<'AppInfo'>> {
  try {
    return await ok(api.GET('/api/v1/app-info'));
  } catch (error) {
    const kept = isAway(error) ? await recallSession() : null;
    if (kept) return kept.info;
    throw error;
  }
}

/** Who is signed in; null for nobody. A sign-out that the server has not heard of is told it first. */
export async function readMe(): Promise<Dto<'User'> | null> {
  try {
    if (await isLeaving()) {
      await api.POST('/api/v1/auth/logout');
      await hasLeft();
    }
    return await ok(api.GET('/api/v1/me'));
  } catch (error) {
    if (toProblem(error).status === 401) {
      noteLoss(toProblem(error));
      return null;
    }
    if (!isAway(error)) throw error;
    return (await isLeaving()) ? null : ((await recallSession())?.user ?? Promise.reject(error as Error));
  }
}
