import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keepUpload } from '../uploads/kept-uploads.js';
import { goOnWithKept } from '../uploads/upload-manager.js';
import { canKeep } from './browser-store.js';
import { onConnection, useOnline } from './connection.js';
import { onOutbox, readOutbox, sendOutbox, type KeptPetition } from './outbox.js';

const NONE: readonly KeptPetition[] = [];

/** What this officer's outbox holds, as it stands in all tabs. */
export function useOutbox(userId: number): readonly KeptPetition[] {
  const client = useQueryClient();
  const outbox = useQuery({
    queryKey: ['outbox', userId],
    queryFn: () => (canKeep() ? readOutbox(userId) : []),
    staleTime: Infinity,
  });
  useEffect(() => onOutbox(() => void client.invalidateQueries({ queryKey: ['outbox', userId] })), [client, userId]);
  return outbox.data ?? NONE;
}

const AGAIN_MS = 20_000;

/** Once, in the shell: sends what waits when the network and the session are there. */
export function useOutboxSending(userId: number | undefined, lost: boolean): void {
  const client = useQueryClient();
  const online = useOnline();
  useEffect(() => {
    if (userId === undefined || lost || !online || !canKeep()) return;
    const send = () =>
      void sendOutbox(userId, {
        onSent: async ({ files }, { id: petitionId }) => {
          for (const { id, name, type } of files) await keepUpload(userId, { id, petitionId, name, type });
          if (files.length > 0) void goOnWithKept(userId).catch(() => undefined);
          void client.invalidateQueries({ queryKey: ['petitions'] });
        },
      }).catch(() => undefined);
    send();
    const timer = setInterval(send, AGAIN_MS);
    return () => clearInterval(timer);
  }, [client, userId, lost, online]);
  useEffect(() => {
    const leave = onConnection((now) => now && void client.invalidateQueries());
    return () => void leave();
  }, [client]);
}
