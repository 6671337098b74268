import { fold } from '../ui/text.js';

export interface DiffPart {
  readonly text: string;
  readonly kind: 'same' | 'gone' | 'new';
}

const MOST_WORDS = 1500;
const wordsOf = (text: string): string[] => text.normalize('NFC').match(/\s*\S+/g) ?? [];
/** Hòa is Hoà, and a comma more is no other word. */
const keyOf = (word: string): string => fold(word).replaceAll(/[.,;:!?"“”'()]/g, '');

/** Lengths of the longest common runs of words from each pair of places on. */
function lengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      rows[i]![j] = a[i] === b[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!);
  return rows;
}

/** Word by word what a later text has kept, left out and added; neighbours of one kind are joined. Beyond 1,500 words the rest is not compared. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [old, fresh] = [wordsOf(before).slice(0, MOST_WORDS), wordsOf(after).slice(0, MOST_WORDS)];
  const [oldKeys, freshKeys] = [old.map(keyOf), fresh.map(keyOf)];
  const common = lengths(oldKeys, freshKeys);
  const parts: { text: string; kind: DiffPart['kind'] }[] = [];
  const put = (kind: DiffPart['kind'], text: string | undefined) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text ?? '';
    else parts.push({ kind, text: text ?? '' });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && oldKeys[i] === freshKeys[j]) {
      put('same', fresh[j]);
      i++;
      j++;
    } else if (j >= fresh.length || (i < old.length && common[i + 1]![j]! >= common[i]![j + 1]!)) put('gone', old[i++]);
    else put('new', fresh[j++]);
  }
  return parts;
}
