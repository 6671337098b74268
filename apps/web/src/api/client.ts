import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query';
import createClient from 'openapi-fetch';
import { isOnline, watchedFetch } from '../offline/connection.js';
import { Problem, toProblem } from './problem.js';
import type { paths } from './schema.js';

export const api = createClient<paths>({
  baseUrl: '',
  credentials: 'same-origin',
  fetch: watchedFetch,
  // Says that the request comes from our own page, where the browser does not (plain HTTP inside an office).
  headers: { 'X-Requested-With': 'nghe-dan' },
});

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a good answer, or the problem the server describes. */
export async function ok<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await okWithResponse(call)).data;
}

export async function okWithResponse<T>(call: Promise<Answer<T>>): Promise<{ data: T; response: Response }> {
  const { data, error, response } = await call;
  if (!response.ok) throw new Problem(response.status, isRecord(error) ? error : {});
  return { data: data as T, response };
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Listener = (why: Problem) => void;
let loss: Problem | null = null;
/** Kept for the page that learns of it a moment later. */
export const noteLoss = (why: Problem): void => {
  loss = why;
};
/** Why the session was lost that was lost last. */
export const lastLoss = (): Problem => loss ?? new Problem(401, {});
const listeners = new Set<Listener>();
/** Called when the server no longer knows the session; the page under it stays as it was. */
export function onSessionLost(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const reportLoss = (error: unknown) => {
  const why = toProblem(error);
  if (why.status !== 401) return;
  noteLoss(why);
  listeners.forEach((listener) => listener(why));
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => query.queryKey[0] !== 'me' && reportLoss(error) }),
  mutationCache: new MutationCache({
    onError: (error, _v, _c, mutation) => mutation.meta?.['signIn'] !== true && reportLoss(error),
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (count, error) =>
        count < 2 && isOnline() && (toProblem(error).status === 0 || toProblem(error).status >= 502),
      // A request without the network fails and is told; nothing hangs, and nothing is sent later unasked.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
