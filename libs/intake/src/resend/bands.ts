import { contentFeatures } from './content.js';

const BANDS = 8;
const ROWS = 2;
const MASK = (1n << 62n) - 1n;

/** 32-bit FNV-1a with a seed; spread, not secrecy. Sealed petitions key the band afterwards. */
function hash32(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * Band hashes of a text (MinHash over its words and numbers, 8 bands of 2): texts that share most of their words share a
 * band with near certainty. They choose candidates only; the score decides. Empty for text without words.
 */
export function contentBands(text: string): readonly bigint[] {
  const { words } = contentFeatures(text);
  if (words.size === 0) return [];
  const least = Array.from({ length: BANDS * ROWS }, (_, seed) =>
    Math.min(...[...words].map((word) => hash32(word, seed + 1))),
  );
  return Array.from({ length: BANDS }, (_, band) => {
    const [first = 0, second = 0] = least.slice(band * ROWS, band * ROWS + ROWS);
    return ((BigInt(band) << 59n) ^ (BigInt(first) << 29n) ^ BigInt(second)) & MASK;
  });
}

/** Bands as they are stored: mixed with the agency, so that one template of the whole province is not one block. */
export const agencyBands = (text: string, agencyId: number): readonly bigint[] =>
  contentBands(text).map((band) => (band ^ (BigInt(agencyId) * 0x9e3779b97f4a7c15n)) & MASK);

/** How many bands there are to meet. */
export const BAND_COUNT = BANDS;
