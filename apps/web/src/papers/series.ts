export interface Numbered {
  readonly numberKind: string;
  readonly numberSeq: number | null;
  readonly state: string;
}
export interface Series {
  readonly kind: string;
  readonly issued: number;
  readonly voided: number;
  readonly last: number;
  /** Numbers of the series that no line of the book has. */
  readonly missing: readonly number[];
}

/** Each series of numbers with what is in it: a number is there, voided with its reason, or named as missing. */
export function seriesOf(lines: readonly Numbered[]): readonly Series[] {
  const byKind = new Map<string, Numbered[]>();
  for (const line of lines)
    if (line.numberSeq !== null) byKind.set(line.numberKind, [...(byKind.get(line.numberKind) ?? []), line]);
  return [...byKind]
    .map(([kind, all]) => {
      const seen = new Set(all.map(({ numberSeq }) => numberSeq));
      const last = Math.max(...all.map(({ numberSeq }) => numberSeq ?? 0));
      const voided = all.filter(({ state }) => state === 'voided').length;
      const missing = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !seen.has(number));
      return { kind, issued: all.length - voided, voided, last, missing };
    })
    .sort((a, b) => a.kind.localeCompare(b.kind));
}

export const seriesName = (kind: string): string => (kind ? `Số …/${kind}` : 'Công văn');
