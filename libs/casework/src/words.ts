import type { CaseEventId, JsonObject } from '#libs/shared';
import { commitTo } from './ids.js';
import type { CaseRow, NewText } from './model.js';
import type { TextSeal } from './ports.js';

export interface KeptWords {
  /** Commitments by field, for the ledger. */
  readonly commitments: JsonObject;
  readonly texts: readonly NewText[];
}

/** Words of a protected case are sealed before they reach the database; of any other they are kept beside the ledger. */
export async function keepWords(
  words: Readonly<Record<string, string>>,
  {
    eventId,
    row,
    seal,
  }: { readonly eventId: CaseEventId; readonly row: Pick<CaseRow, 'id' | 'visibleTo'>; readonly seal: TextSeal },
): Promise<KeptWords> {
  const commitments: Record<string, { sha256: string }> = {};
  const texts: NewText[] = [];
  for (const [field, text] of Object.entries(words)) {
    const { salt, sha256 } = commitTo(text);
    commitments[field] = { sha256 };
    const sealed = row.visibleTo === null ? null : await seal.seal(wordsContext(eventId, field), text);
    texts.push({
      eventId,
      caseId: row.id,
      field,
      salt,
      text: sealed ? null : text,
      sealed: sealed?.sealed ?? null,
      sealedKey: sealed?.sealedKey ?? null,
    });
  }
  return { commitments, texts };
}

export const wordsContext = (eventId: CaseEventId, field: string): string => `event_text/${eventId}/${field}`;
