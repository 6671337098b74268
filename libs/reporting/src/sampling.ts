import { createHash } from 'node:crypto';

/** Said with every sample, so that anyone can draw it again with a table of ids and a hash program. */
export const SAMPLING = {
  name: 'sha256-rank-1',
  says: 'Mỗi vụ việc được xếp theo SHA-256 của «số khởi tạo:mã hồ sơ» (chữ thường, UTF-8), từ nhỏ đến lớn; lấy từ đầu cho đủ số. Phân tầng: mỗi tầng được số mẫu theo tỷ lệ (phần dư lớn nhất), tầng nào cũng ít nhất một khi đủ số. Mã băm danh sách là SHA-256 của các mã hồ sơ xếp tăng dần, mỗi mã một dòng.',
} as const;

export type Strata = 'none' | 'agency' | 'overdue';
export interface Candidate {
  readonly id: string;
  readonly stratum: string;
}
export interface Sampled extends Candidate {
  readonly ordinal: number;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Of the sorted ids, one a line: `sort ids.txt | sha256sum`. */
export const populationHash = (ids: readonly string[]): string =>
  sha256(
    [...ids]
      .sort()
      .map((id) => `${id}\n`)
      .join(''),
  );

const rank = (seed: string, id: string): string => sha256(`${seed}:${id}`);

/**
 * The same list, seed and size always give the same sample, whatever the order of the list.
 * @returns at most `size` candidates, stratum by stratum in the order of their names, each stratum by rank
 */
export function drawSample(
  candidates: readonly Candidate[],
  { seed, size }: { seed: string; size: number },
): Sampled[] {
  const strata = new Map<string, Candidate[]>();
  for (const one of candidates) strata.set(one.stratum, [...(strata.get(one.stratum) ?? []), one]);
  const names = [...strata.keys()].sort();
  const shares = sharesOf(
    names.map((name) => strata.get(name)?.length ?? 0),
    Math.min(size, candidates.length),
  );
  const drawn = names.flatMap((name, index) =>
    [...(strata.get(name) ?? [])]
      .map((one) => ({ ...one, rank: rank(seed, one.id) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .slice(0, shares[index])
      .map(({ id, stratum }) => ({ id, stratum })),
  );
  return drawn.map((one, index) => ({ ...one, ordinal: index + 1 }));
}

/** Proportional, by the largest remainder; at least one for each where there are enough to go round. */
export function sharesOf(sizes: readonly number[], size: number): number[] {
  const total = sizes.reduce((sum, one) => sum + one, 0);
  if (total === 0) return sizes.map(() => 0);
  const least = size >= sizes.length ? 1 : 0;
  const exact = sizes.map((one) => (one * size) / total);
  const shares = exact.map((share, index) => Math.min(sizes[index] ?? 0, Math.max(least, Math.floor(share))));
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const given = (): number => shares.reduce((sum, share) => sum + share, 0);
  while (given() < size) {
    const next =
      byRemainder.find(({ index }) => shares[index] === Math.floor(exact[index] ?? 0) && hasRoom(index)) ??
      byRemainder.find(({ index }) => hasRoom(index));
    if (!next) break;
    shares[next.index]! += 1;
  }
  while (given() > size) shares[shares.indexOf(Math.max(...shares))]! -= 1;
  return shares;

  function hasRoom(index: number): boolean {
    return (shares[index] ?? 0) < (sizes[index] ?? 0);
  }
}
