import { useEffect, useSyncExternalStore } from 'react';
import { useOnline } from '../offline/connection.js';
import { goOnWithCut, goOnWithKept, onUploads, uploadItems, type UploadItem } from './upload-manager.js';

export const useUploads = (): readonly UploadItem[] => useSyncExternalStore(onUploads, uploadItems);

/** Once, in the shell: uploads go on after a reload, after a cut, after signing in again. */
export function useUploadsGoingOn(userId: number | undefined, lost: boolean): void {
  const online = useOnline();
  const atStake = useUploads().some(({ sealed, state }) => sealed && state !== 'done' && state !== 'failed');
  useEffect(() => {
    if (userId === undefined || lost || !online) return;
    goOnWithCut();
    void goOnWithKept(userId).catch(() => undefined);
  }, [userId, lost, online]);
  useEffect(() => {
    if (!atStake) return;
    // Files of a denunciation are on this page only: leaving it is asked about.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [atStake]);
}
