import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { consistencyProof, inclusionProof, leafHash, rootOf, verifyConsistency, verifyInclusion } from './merkle.js';

/** The eight inputs and the roots published with the Certificate Transparency reference implementation. */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** Proofs published with it: leaf counted from one, or the older size; the size of the tree; the hashes. */
const A = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const B = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const C = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const D = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const E = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const F = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
const PATHS: readonly [number, number, readonly string[]][] = [
  [1, 1, []],
  [1, 8, [A, B, C]],
  [6, 8, [D, E, ROOTS[3]!]],
  [3, 3, [ROOTS[1]!]],
  [2, 5, [ROOTS[0]!, B, D]],
];
const GROWTHS: readonly [number, number, readonly string[]][] = [
  [1, 1, []],
  [1, 8, [A, B, C]],
  [6, 8, [F, E, ROOTS[3]!]],
  [2, 5, [B, D]],
];

/** A second, slow implementation straight from the recursive definition of RFC 6962 §2.1. */
function slowRoot(data: readonly Buffer[]): Buffer {
  const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (data.length === 0) return sha();
  if (data.length === 1) return sha(Buffer.of(0), data[0] ?? Buffer.alloc(0));
  const k = 2 ** Math.floor(Math.log2(data.length - 1));
  return sha(Buffer.of(1), slowRoot(data.slice(0, k)), slowRoot(data.slice(k)));
}

const dataOf = (count: number) => Array.from({ length: count }, (_, index) => Buffer.from(`event ${index}`));

describe('RFC 6962 tree', () => {
  it('gives the published roots', () => {
    const leaves = INPUTS.map((hex) => leafHash(Buffer.from(hex, 'hex')));
    expect(ROOTS.map((_, index) => rootOf(leaves.slice(0, index + 1)).toString('hex'))).toEqual(ROOTS);
    expect(rootOf([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('gives the published proofs', () => {
    const tree = (size: number) => INPUTS.slice(0, size).map((hex) => leafHash(Buffer.from(hex, 'hex')));
    const hex = (proof: readonly Buffer[]) => proof.map((hash) => hash.toString('hex'));
    expect(PATHS.map(([leaf, size]) => [leaf, size, hex(inclusionProof(tree(size), leaf - 1))])).toEqual(PATHS);
    expect(GROWTHS.map(([old, size]) => [old, size, hex(consistencyProof(tree(size), old))])).toEqual(GROWTHS);
  });

  it('agrees with the recursive definition for every size to 70', () => {
    for (let size = 0; size <= 70; size += 1)
      expect(rootOf(dataOf(size).map(leafHash))).toEqual(slowRoot(dataOf(size)));
  });

  it('proves every leaf of every size to 40, and proves nothing else', () => {
    for (let size = 1; size <= 40; size += 1) {
      const leaves = dataOf(size).map(leafHash);
      const root = slowRoot(dataOf(size));
      for (let index = 0; index < size; index += 1) {
        const claim = {
          index,
          size,
          root,
          leaf: leafHash(Buffer.from(`event ${index}`)),
          proof: inclusionProof(leaves, index),
        };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, leaf: leafHash(Buffer.from('other')) })).toBe(false);
        expect(verifyInclusion({ ...claim, index: index + 1 })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: [...claim.proof, root] })).toBe(false);
        if (claim.proof.length > 0) expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
      }
    }
  });

  it('proves that each tree grew out of each smaller one, and of no forged one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 80 }), (oldSize, more) => {
        const size = oldSize + more;
        const leaves = dataOf(size).map(leafHash);
        const claim = {
          oldSize,
          size,
          oldRoot: slowRoot(dataOf(oldSize)),
          root: slowRoot(dataOf(size)),
          proof: consistencyProof(leaves, oldSize),
        };
        expect(verifyConsistency(claim)).toBe(true);
        const forged = [Buffer.from('forged'), ...dataOf(oldSize).slice(1)];
        expect(verifyConsistency({ ...claim, oldRoot: slowRoot(forged) })).toBe(false);
        expect(verifyConsistency({ ...claim, root: slowRoot([...forged, ...dataOf(size).slice(oldSize)]) })).toBe(
          false,
        );
      }),
    );
  });
});
