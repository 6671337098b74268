import { useEffect } from 'react';
import type { Findings } from './use-findings.js';

interface Handed {
  readonly files: readonly File[];
  /** What was found of earlier petitions: a double opened again is still a double. */
  readonly findings?: Findings;
}
let handed: Handed = { files: [] };

/** What goes with a petition that is opened again for correction, on its way to the form: files do not fit in an address. */
export function handOver(what: Handed): void {
  handed = what;
}

/** What the form begins with. Looked at as often as React begins anew, put away once the form stands. */
export const handedFiles = (): File[] => [...handed.files];
export const handedFindings = (): Findings | undefined => handed.findings;
export function usePutAway(): void {
  useEffect(() => handOver({ files: [] }), []);
}
