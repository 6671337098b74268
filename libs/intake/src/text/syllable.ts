const ONSETS = new Set('b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' '));
const NUCLEI = new Set(
  (
    'a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu iêu oa oă oe oi oo ôi ơi oai oao oay oeo ' +
    'ua uâ uây uê ui uô uôi uơ uy uya uyê uyu ưa ưi ươ ươi ươu ưu yê yêu uă'
  ).split(' '),
);
const CODA = /(ch|ng|nh|c|m|n|p|t)?$/;
/** Combining marks that change the vowel (breve, circumflex, horn) stay; the five tones go. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const TONE_OF_STOP = /[\u0301\u0323]/;

/**
 * Whether a word has the shape of a Vietnamese syllable with its marks: onset, nucleus, coda and a tone that the coda
 * bears. It says "could be Vietnamese", not "is in the dictionary"; enough to tell a wrong decoding from a right one.
 */
export function isVietnameseSyllable(word: string): boolean {
  const spread = word.toLowerCase().normalize('NFD');
  const bare = spread.replace(TONES, '').normalize('NFC');
  if ((spread.match(TONES) ?? []).length > 1) return false;
  const coda = CODA.exec(bare)?.[0] ?? '';
  const stem = bare.slice(0, bare.length - coda.length);
  if (/^(c|ch|p|t)$/.test(coda) && !TONE_OF_STOP.test(spread)) return false;
  for (const length of [3, 2, 1, 0]) {
    const onset = stem.slice(0, length);
    if (length > 0 && !ONSETS.has(onset)) continue;
    if (NUCLEI.has(stem.slice(onset.length)) || (onset === 'gi' && stem.length === 2)) return true;
  }
  return false;
}
