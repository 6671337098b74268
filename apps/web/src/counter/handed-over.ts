import { useEffect } from 'react';

let handed: readonly File[] = [];

/** Files of a petition that is opened again for correction, on their way to the form: files do not fit in an address. */
export function handOver(files: readonly File[]): void {
  handed = files;
}

/** What the form begins with. Looked at as often as React begins anew, put away once the form stands. */
export const handedOver = (): File[] => [...handed];
export function usePutAway(): void {
  useEffect(() => handOver([]), []);
}
