/** Names of WAL segments: timeline, then where the segment lies, twenty-four hex digits together. */
const SEGMENT = /^[0-9A-F]{24}$/;

export const isSegment = (name: string): boolean => SEGMENT.test(name);

/** What orders segments of one timeline. */
export const placeOf = (segment: string): string => segment.slice(8);

const PER_LOG = (segmentBytes: number): bigint => 0x1_0000_0000n / BigInt(segmentBytes);

const numberOf = (segment: string, segmentBytes: number): bigint =>
  BigInt(`0x${segment.slice(8, 16)}`) * PER_LOG(segmentBytes) + BigInt(`0x${segment.slice(16)}`);

const hex = (value: bigint): string => value.toString(16).toUpperCase().padStart(8, '0');

/** Every segment from the first to the last, both included, of the first one's timeline. */
export function segmentsBetween(first: string, last: string, segmentBytes: number): string[] {
  const perLog = PER_LOG(segmentBytes);
  const names: string[] = [];
  for (let n = numberOf(first, segmentBytes); n <= numberOf(last, segmentBytes); n++)
    names.push(`${first.slice(0, 8)}${hex(n / perLog)}${hex(n % perLog)}`);
  return names;
}

/** The segments that follow one another without a gap from the first on, and the first that is missing before a later one. */
export function unbroken(
  first: string,
  present: Iterable<string>,
  segmentBytes: number,
): { readonly segments: string[]; readonly missing: string | null } {
  const own = [...present].filter((name) => isSegment(name) && name.startsWith(first.slice(0, 8)));
  const later = own.filter((name) => placeOf(name) >= placeOf(first)).sort();
  const last = later.at(-1);
  if (last === undefined) return { segments: [], missing: first };
  const have = new Set(later);
  const wanted = segmentsBetween(first, last, segmentBytes);
  const gap = wanted.findIndex((name) => !have.has(name));
  return gap === -1
    ? { segments: wanted, missing: null }
    : { segments: wanted.slice(0, gap), missing: wanted[gap] ?? null };
}
