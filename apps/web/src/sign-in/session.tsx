import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { api, ok, onSessionLost } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { Loading, ProblemAlert } from '../ui/feedback.js';
import { forgetDrafts } from '../counter/draft-store.js';

export type User = Dto<'User'>;
export type AppInfo = Dto<'AppInfo'>;

interface Session {
  readonly user: User | null;
  readonly info: AppInfo;
  /** The session ended on the server while the page was open. */
  readonly lost: boolean;
  readonly signedIn: (user: User) => void;
  readonly signOut: () => void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}

export function useUser(): User {
  const { user } = useSession();
  if (!user) throw new Error('useUser on a page without sign-in');
  return user;
}

/** The business day: the day by which every deadline on screen is read. */
export const useToday = (): string => useSession().info.today;
export const useHasRole = (...roles: string[]): boolean => {
  const { user } = useSession();
  return user !== null && roles.some((role) => (user.roles as readonly string[]).includes(role));
};

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [lost, setLost] = useState(false);
  const info = useQuery({
    queryKey: ['info'],
    queryFn: () => ok(api.GET('/api/v1/app-info')),
    refetchInterval: 60_000,
  });
  const me = useQuery({
    queryKey: ['me'],
    queryFn: async () => {
      try {
        return await ok(api.GET('/api/v1/me'));
      } catch (error) {
        if (toProblem(error).status === 401) return null;
        throw error;
      }
    },
    staleTime: 30_000,
    refetchInterval: (query) => (query.state.data ? 60_000 : false),
  });
  const [user, setUser] = useState<User | null>(null);
  useEffect(() => {
    if (me.data) setUser(me.data);
    // A session that was there and is gone keeps its page under the dialog.
    if (me.data === null) setUser((known) => (known ? (setLost(true), known) : null));
  }, [me.data]);
  useEffect(() => onSessionLost(() => setLost(true)), []);

  const leave = useMutation({ mutationFn: () => api.POST('/api/v1/auth/logout') });
  const session = useMemo<Session | null>(() => {
    if (!info.data) return null;
    return {
      user,
      info: info.data,
      lost: lost && user !== null,
      signedIn: (next) => {
        if (user && user.id !== next.id) client.clear();
        setUser(next);
        setLost(false);
        client.setQueryData(['me'], next);
        void client.invalidateQueries();
      },
      signOut: () => {
        if (user) forgetDrafts(user.id);
        // A fresh page: nothing that this person read stays in memory for the next one.
        leave.mutate(undefined, { onSettled: () => window.location.assign('/dang-nhap') });
      },
    };
  }, [info.data, user, lost, client, leave]);

  if (info.error && !info.data) return <ProblemAlert error={info.error} onRetry={() => info.refetch()} />;
  if (!session || (me.isPending && !user)) return <Loading />;
  if (me.data && !user) return <Loading />;
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}
