import { foldAddress } from '../text/fold.js';

export interface AddressParts {
  readonly hamlet: string;
  readonly commune: string;
  readonly district: string;
  readonly province: string;
}
export type AddressAgreement = 'same' | 'compatible' | 'commune' | 'different' | 'unknown';

const LEVELS: readonly (readonly [keyof AddressParts, RegExp])[] = [
  ['district', /^(huyen|quan|thi xa|thanh pho thuoc)\b/],
  ['commune', /^(xa|phuong|thi tran|dac khu)\b/],
  ['province', /^(tinh)\b/],
];
const UNIT_START = /\b(?=thi xa |thi tran |thanh pho |dac khu |huyen |quan |phuong |tinh )|(?<!thi )\b(?=xa )/g;

/** Parts of a Vietnamese address, folded. Parts that are not written stay empty; nothing is guessed. */
export function parseAddress(text: string): AddressParts {
  const parts: Record<keyof AddressParts, string> = { hamlet: '', commune: '', district: '', province: '' };
  const pieces = text
    .split(/[,;\n]/)
    .flatMap((piece) => foldAddress(piece).split(UNIT_START))
    .map((p) => p.trim())
    .filter((p) => p !== '');
  for (const piece of pieces) {
    const level =
      LEVELS.find(([, pattern]) => pattern.test(piece))?.[0] ??
      (piece.startsWith('thanh pho ')
        ? parts.district
          ? 'province'
          : 'district'
        : parts.commune
          ? 'province'
          : 'hamlet');
    parts[level] = parts[level] === '' ? piece : `${parts[level]} ${piece}`;
  }
  return parts;
}

const agree = (a: string, b: string): boolean => a === '' || b === '' || a === b;

/** Units were merged in 2025 and lost their districts: a missing part never contradicts, a different one does. */
export function compareAddresses(a: string | null, b: string | null): AddressAgreement {
  if (!a || !b) return 'unknown';
  const [x, y] = [parseAddress(a), parseAddress(b)];
  if (x.commune === '' || y.commune === '') return foldAddress(a) === foldAddress(b) ? 'same' : 'unknown';
  if (x.commune !== y.commune || !agree(x.district, y.district) || !agree(x.province, y.province)) return 'different';
  if (x.hamlet === '' || y.hamlet === '') return 'commune';
  if (x.hamlet !== y.hamlet) return 'different';
  return x.district === y.district ? 'same' : 'compatible';
}
