import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { api, lastLoss, onSessionLost } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { Loading, ProblemAlert } from '../ui/feedback.js';
import { forgetEverything, openDrafts } from '../counter/draft-store.js';
import { canKeep, forgetOthers } from '../offline/browser-store.js';
import { forgetSession, rememberSession } from '../offline/remembered-session.js';
import { orAfterPatience } from '../offline/or-after.js';
import { readInfo, readMe } from '../offline/session-answers.js';

export type User = Dto<'User'>;
export type AppInfo = Dto<'AppInfo'>;

interface Session {
  readonly user: User | null;
  readonly info: AppInfo;
  /** The session ended on the server while the page was open: what the server said of it. */
  readonly lost: Problem | null;
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

/** Inspectors look and change nothing: what a procedure lets a verifier do is for those who also work on files. */
export const useReadsOnly = (): boolean => {
  const { user } = useSession();
  return (
    user !== null && user.roles.length > 0 && (user.roles as readonly string[]).every((role) => role === 'inspector')
  );
};

const LEAVE_MS = 5_000;
let opened: { readonly id: number; readonly done: Promise<void> } | null = null;
/** Before a person's screens come up: what others left in this browser goes, the person's own draft is read. */
function openFor({ id }: User): Promise<void> {
  if (opened?.id !== id)
    opened = {
      id,
      done: canKeep()
        ? orAfterPatience(
            forgetOthers(id)
              .catch(() => 0)
              .then(() => openDrafts(id)),
            undefined,
          )
        : Promise.resolve(),
    };
  return opened.done;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [lost, setLost] = useState<Problem | null>(null);
  const info = useQuery({
    queryKey: ['info'],
    queryFn: readInfo,
    refetchInterval: 60_000,
  });
  const me = useQuery({
    queryKey: ['me'],
    queryFn: readMe,
    staleTime: 30_000,
    refetchInterval: (query) => (query.state.data ? 60_000 : false),
  });
  const [user, setUser] = useState<User | null>(null);
  useEffect(() => {
    const found = me.data;
    if (found) void openFor(found).then(() => setUser(found));
    // A session that was there and is gone keeps its page under the dialog.
    if (me.data === null) setUser((known) => (known ? (setLost((why) => why ?? lastLoss()), known) : null));
  }, [me.data]);
  useEffect(() => onSessionLost((why) => setLost((known) => known ?? why)), []);
  useEffect(() => {
    if (user && info.data) void rememberSession(user, info.data);
  }, [user, info.data]);

  const leave = useMutation({
    mutationFn: async (who: User | null) => {
      if (who) await orAfterPatience(forgetEverything(who.id), undefined);
      // A network that says nothing holds nobody: the server is told later.
      const told = await api.POST('/api/v1/auth/logout', { signal: AbortSignal.timeout(LEAVE_MS) }).catch(() => null);
      await orAfterPatience(forgetSession(told !== null), undefined);
    },
  });
  const session = useMemo<Session | null>(() => {
    if (!info.data) return null;
    return {
      user,
      info: info.data,
      lost: user === null ? null : lost,
      signedIn: (next) => {
        if (user && user.id !== next.id) client.clear();
        void openFor(next).then(() => {
          setUser(next);
          setLost(null);
          client.setQueryData(['me'], next);
          void client.invalidateQueries();
        });
      },
      signOut: () => {
        // A fresh page: nothing that this person read stays in memory for the next one.
        leave.mutate(user, { onSettled: () => window.location.assign('/dang-nhap') });
      },
    };
  }, [info.data, user, lost, client, leave]);

  if (info.error && !info.data) return <ProblemAlert error={info.error} onRetry={() => info.refetch()} />;
  if (!session || (me.isPending && !user)) return <Loading />;
  if (me.data && !user) return <Loading />;
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}
