export interface Step {
  /** Absent for the leaf itself. */
  readonly sibling?: string;
  readonly side?: 'left' | 'right';
  /** Hex, after this step. */
  readonly hash: string;
}

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hex = (hash: ArrayBuffer): string =>
  Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function sha256(mark: number, ...parts: readonly string[]): Promise<string> {
  const all = [Uint8Array.of(mark), ...parts.map(bytes)];
  const joined = new Uint8Array(all.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of all) {
    joined.set(part, at);
    at += part.length;
  }
  return hex(await crypto.subtle.digest('SHA-256', joined));
}

/**
 * The way from an event to the root of an RFC 6962 tree, hash by hash; the last step's hash is what the signed root must be.
 * `null` where the page may not hash (browsers give `crypto.subtle` to HTTPS and to this machine alone).
 */
export async function walkPath({
  eventHash,
  leafNo,
  treeSize,
  path,
}: {
  readonly eventHash: string;
  readonly leafNo: number;
  readonly treeSize: number;
  readonly path: readonly string[];
}): Promise<readonly Step[] | null> {
  if (!(globalThis.crypto as Crypto | undefined)?.subtle) return null;
  let hash = await sha256(0, eventHash);
  let [node, last] = [leafNo, treeSize - 1];
  const steps: Step[] = [{ hash }];
  for (const sibling of path) {
    if (last === 0) return [...steps, { sibling, hash: '' }];
    const left = node % 2 === 1 || node === last;
    hash = left ? await sha256(1, sibling, hash) : await sha256(1, hash, sibling);
    steps.push({ sibling, side: left ? 'left' : 'right', hash });
    if (left) while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? steps : [...steps, { hash: '' }];
}
