import { type KeyObject } from 'node:crypto';
import { AppError } from '#libs/shared';
import { growOn } from './stored-tree.js';
import type { Subtree } from './merkle.js';
import type { LedgerArchive } from './ports.js';
import { firstKey, nextKey, type KeyRecord } from './signing-keys.js';
import { keyIdOf, signHead, type SignedTreeHead } from './tree-head.js';

export interface Sealed {
  readonly added: number;
  /** Null while there is not a single event. */
  readonly head: SignedTreeHead | null;
}

export const keyNotCurrent = (keyId: string): AppError =>
  new AppError({
    code: 'AUDIT.KEY_NOT_CURRENT',
    status: 409,
    title: 'Khóa ký không phải khóa đang dùng',
    detail:
      `Khóa ${keyId} trên máy này không phải khóa cuối trong sổ khóa của nhật ký, nên không ký gốc cây nào. Hãy đặt lại tệp keys/audit-ed25519.pem ` +
      'từ bản sao lưu khóa; nếu khóa đã mất hẳn, thay khóa bằng lệnh audit rotate-key --lost rồi niêm yết gốc cây mới.',
  });

/**
 * Numbers what is ripe and signs a head over the whole tree. A size that was signed before keeps its first head.
 * @param now System clock.
 */
export async function seal(archive: LedgerArchive, privateKey: KeyObject, now: Date): Promise<Sealed> {
  const current = (await archive.keys()).at(-1);
  if (current && current.keyId !== keyIdOf(privateKey)) throw keyNotCurrent(keyIdOf(privateKey));
  const added = await archive.number();
  const latest = (await archive.heads()).at(-1);
  if (added === 0 && latest && current) return { added, head: latest };
  const complete: Subtree[] = [];
  const tree = await growOn(archive, await archive.storedBlocks(), (subtree) => complete.push(subtree));
  if (tree.size === 0) return { added, head: null };
  const head = signHead(
    { treeSize: tree.size, rootHash: tree.root().toString('hex'), signedAt: now.toISOString() },
    privateKey,
  );
  await archive.saveHead(head, complete, firstKey(privateKey, now));
  return { added, head };
}

export interface Rotation {
  /** Null where it is lost. */
  readonly previous: KeyObject | null;
  readonly next: KeyObject;
  readonly now: Date;
}

/** Hands over to the next key: the old one seals what is ripe, then both sign the record of the new one over that tree. */
export async function rotateKey(archive: LedgerArchive, { previous, next, now }: Rotation): Promise<KeyRecord> {
  if (previous) await seal(archive, previous, now);
  const [current, head] = [(await archive.keys()).at(-1), (await archive.heads()).at(-1) ?? null];
  if (!current)
    throw new AppError({
      code: 'AUDIT.NO_KEY',
      status: 409,
      title: 'Chưa có khóa nào để thay',
      detail: 'Nhật ký chưa có gốc cây nào được ký. Khóa đầu tiên vào sổ cùng gốc cây đầu tiên.',
    });
  if (previous && current.keyId !== keyIdOf(previous)) throw keyNotCurrent(keyIdOf(previous));
  const record = nextKey({ previousKeyId: current.keyId, previous, next, head, now });
  await archive.saveKey(record);
  return record;
}
