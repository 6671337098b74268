/** Colours of the plots: each pair also differs in lightness, and every figure stands in the table too. */
export const LATE = '#b42318';
export const SOON = '#c98a1b';
export const OPEN = '#0b5f87';
export const CALM = '#7fa9bf';
export const LINES = '#d9e0e6';
export const INK = '#17232e';

/** From a light to a deep red by a share between 0 and 1; the words on it stay readable. */
export function redness(share: number): { ground: string; ink: string } {
  const steps = ['#f7d9d5', '#eeaaa2', '#df7a6f', '#c2412f', '#8f1a10'];
  const step = Math.min(steps.length - 1, Math.floor(Math.max(0, share) * steps.length));
  return { ground: steps[step] ?? '#f7d9d5', ink: step >= 3 ? '#fff' : INK };
}
