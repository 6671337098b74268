import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import type { Tone } from '../ui/deadline-words.js';
import { randomKey } from '../ui/random-key.js';

export type Session = Dto<'SessionBrief'>;
export type SessionFile = Dto<'Session'>;
export type Visit = Dto<'Visit'>;

interface Period {
  readonly from: string;
  readonly to: string;
  readonly agency?: string | undefined;
  /** The head whose days they are, and how they count towards what is owed. */
  readonly leader?: string | undefined;
  readonly quota?: string | undefined;
}
const given = <T extends object>(query: T): T =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')) as T;

export const useSessions = (period: Period) =>
  useQuery({
    queryKey: ['reception', 'sessions', period],
    queryFn: async () => {
      const items: Session[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const query = given({ ...period, limit: 100, cursor: cursor ?? undefined }) as object;
        const page = await ok(api.GET('/api/v1/reception/sessions', { params: { query } }));
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return items.sort((a, b) => a.heldOn.localeCompare(b.heldOn) || a.startsAt.localeCompare(b.startsAt));
    },
  });

export const useQuota = ({ from, agency, below }: { from: string; agency?: string | undefined; below: boolean }) =>
  useQuery({
    queryKey: ['reception', 'quota', from, agency, below],
    queryFn: () =>
      ok(
        api.GET('/api/v1/reception/quota', {
          params: {
            query: given({ from, to: from, agency, below: below ? ('yes' as const) : ('no' as const) }) as never,
          },
        }),
      ),
  });

export const useSession = (id: string) =>
  useQuery({
    queryKey: ['reception', 'session', id],
    queryFn: () => ok(api.GET('/api/v1/reception/sessions/{id}', { params: { path: { id } } })),
  });

export const useVisit = (id: string) =>
  useQuery({
    queryKey: ['reception', 'visit', id],
    queryFn: () => ok(api.GET('/api/v1/reception/visits/{id}', { params: { path: { id } } })),
  });

/** The closed lists of the law that forms offer. */
export const useReceptionOptions = () =>
  useQuery({
    queryKey: ['reception-options'],
    queryFn: () => ok(api.GET('/api/v1/reception/options')),
    staleTime: 600_000,
  });

/** One act, sent once however often the key is pressed; everything of the reception room is read anew after it. */
export function useAct<Input, Result>(
  send: (input: Input, key: string) => Promise<Result>,
  done?: (r: Result) => void,
) {
  const client = useQueryClient();
  const attempt = useRef({ text: '', key: '' });
  return useMutation({
    mutationFn: (input: Input) => {
      const text = JSON.stringify(input);
      if (attempt.current.text !== text) attempt.current = { text, key: randomKey() };
      return send(input, attempt.current.key);
    },
    onSuccess: async (result) => {
      attempt.current = { text: '', key: '' };
      await client.invalidateQueries({ queryKey: ['reception'] });
      done?.(result);
    },
  });
}

/** Icon, words and colour of where a session stands. */
export const STAGE_TONE: Readonly<Record<string, Tone>> = {
  planned: 'soon',
  prepared: 'calm',
  posted: 'calm',
  postponed: 'paused',
  receiving: 'calm',
  concluded: 'soon',
  notified: 'calm',
  finished: 'met',
  followedUp: 'met',
  cancelled: 'none',
};
export const MODE_TITLE: Readonly<Record<string, string>> = { inPerson: 'Tiếp trực tiếp', online: 'Tiếp trực tuyến' };
export const lastOf = (month: string): string => {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return `${month}-${String(new Date(Date.UTC(year, index, 0)).getUTCDate()).padStart(2, '0')}`;
};
