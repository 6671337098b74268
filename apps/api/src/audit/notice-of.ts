import type { KeyRecord, SignedTreeHead } from '#libs/audit';
import type { HeadNotice } from '#libs/documents';

const instant = new Intl.DateTimeFormat('vi-VN', {
  ...{ timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', hour12: false },
});
const whole = new Intl.NumberFormat('vi-VN');

/** What the notice board is told of a head. The code holds the head just as the verifier's `--against` takes it. */
export function noticeOf(head: SignedTreeHead, keys: readonly KeyRecord[], agency: string): HeadNotice {
  const { treeSize, rootHash, signedAt, keyId, signature } = head;
  const at = keys.findIndex((key) => key.keyId === keyId);
  return {
    ...{ agency, rootHash, keyId, signature },
    treeSize: whole.format(treeSize),
    signedAt: instant.format(new Date(signedAt)),
    publicKey: keys[at]?.publicKey ?? '',
    formerKeys: keys.slice(0, Math.max(0, at)).map((key) => key.keyId),
    code: JSON.stringify({ treeSize, rootHash, signedAt, keyId, signature }),
  };
}
