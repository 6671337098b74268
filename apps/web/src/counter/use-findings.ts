import { useState } from 'react';
import { handedFindings } from './handed-over.js';

/** What the officer found of the earlier petitions that look alike. */
export interface Findings {
  /** At most one: the petition before the registration says of it that this one resends or doubles it. */
  readonly same: { readonly id: string; readonly kind: 'resend' | 'duplicate' } | null;
  readonly rejected: ReadonlySet<string>;
}
export type Finding = 'resend' | 'duplicate' | 'not-resend';
const NONE: Findings = { same: null, rejected: new Set() };

export function useFindings() {
  const [findings, setFindings] = useState<Findings>(() => handedFindings() ?? NONE);
  return {
    findings,
    /** null takes back what was found. */
    find: (id: string, finding: Finding | null) =>
      setFindings(({ same, rejected }) => {
        const others = new Set([...rejected].filter((one) => one !== id));
        const kept = same?.id === id ? null : same;
        if (finding === 'not-resend') return { same: kept, rejected: others.add(id) };
        return { same: finding === null ? kept : { id, kind: finding }, rejected: others };
      }),
  };
}
