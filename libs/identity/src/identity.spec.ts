import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  BlindIndex,
  commit,
  hashRequest,
  checkOf,
  InMemoryKeyChecks,
  LocalKeyVault,
  openKeyVault,
  SealBroken,
  Sealer,
  verifyCommitment,
  type SealPlace,
} from './index.js';

const vaultOf = (...keys: Buffer[]): LocalKeyVault => new LocalKeyVault(new Map(keys.map((key, i) => [i + 1, key])));
const KEY = Buffer.alloc(32, 7);
const PLACE: SealPlace = { table: 'petitioner', recordId: '0198c5e2-0000-7000-8000-000000000001' };

describe('sealing', () => {
  const sealer = new Sealer(vaultOf(KEY));

  it('opens what it sealed, at its own place, and never writes the same bytes twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null))),
        async (value) => {
          const expected: unknown = JSON.parse(JSON.stringify(value));
          const first = await sealer.seal(PLACE, value);
          const second = await sealer.seal(PLACE, value);
          expect(first.sealed.equals(second.sealed) || first.sealedKey.equals(second.sealedKey)).toBe(false);
          expect(await sealer.open(PLACE, first)).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('holds no readable trace of the value', async () => {
    const { sealed, sealedKey } = await sealer.seal(PLACE, { name: 'Nguyễn Thị Lan', personalId: '001163036270' });
    for (const part of [sealed, sealedKey])
      for (const word of ['Nguyễn', '001163036270', 'name']) expect(part.includes(Buffer.from(word))).toBe(false);
  });

  it('does not open after any byte has changed, in value or key', async () => {
    const whole = await sealer.seal(PLACE, { name: 'Nguyễn Thị Lan' });
    for (const column of ['sealed', 'sealedKey'] as const) {
      for (let at = 0; at < whole[column].length; at++) {
        const changed = Buffer.from(whole[column]);
        changed[at] = (changed[at] ?? 0) ^ 1;
        await expect(sealer.open(PLACE, { ...whole, [column]: changed })).rejects.toThrow(SealBroken);
      }
      await expect(sealer.open(PLACE, { ...whole, [column]: whole[column].subarray(0, -1) })).rejects.toThrow(
        SealBroken,
      );
      await expect(sealer.open(PLACE, { ...whole, [column]: Buffer.alloc(0) })).rejects.toThrow(SealBroken);
    }
  });

  it('does not open at another record, in another table, with the key of another record, or under another master key', async () => {
    const mine = await sealer.seal(PLACE, { name: 'A' });
    const other = await sealer.seal({ ...PLACE, recordId: 'other' }, { name: 'B' });
    await expect(sealer.open({ ...PLACE, recordId: 'other' }, mine)).rejects.toThrow(SealBroken);
    await expect(sealer.open({ ...PLACE, table: 'petition' }, mine)).rejects.toThrow(SealBroken);
    await expect(sealer.open(PLACE, { sealed: mine.sealed, sealedKey: other.sealedKey })).rejects.toThrow(SealBroken);
    await expect(new Sealer(vaultOf(randomBytes(32))).open(PLACE, mine)).rejects.toThrow(SealBroken);
  });

  it('opens old values after the master key is rotated, and hashes stay the same', async () => {
    const next = vaultOf(KEY, randomBytes(32));
    const old = await sealer.seal(PLACE, { name: 'A' });
    expect(await new Sealer(next).open(PLACE, old)).toEqual({ name: 'A' });
    const fresh = await new Sealer(next).seal(PLACE, { name: 'A' });
    await expect(sealer.open(PLACE, fresh)).rejects.toThrow(SealBroken);
    expect(await new BlindIndex(next).ofPersonalId('1')).toEqual(await new BlindIndex(vaultOf(KEY)).ofPersonalId('1'));
  });
});

describe('blind index', () => {
  const index = new BlindIndex(vaultOf(KEY));

  it('meets equal values only, within one purpose, one province and one key', async () => {
    expect(await index.ofPersonalId('001163036270')).toEqual(await index.ofPersonalId('001163036270'));
    const hashes = await Promise.all([
      index.ofPersonalId('1'),
      index.ofPersonalId('2'),
      index.ofName('1', 1),
      index.ofName('1', 2),
      index.ofName('11', 1),
      index.ofName('', 11),
      new BlindIndex(vaultOf(Buffer.alloc(32, 8))).ofPersonalId('1'),
    ]);
    expect(new Set(hashes.map((hash) => hash.toString('hex'))).size).toBe(hashes.length);
  });

  it('turns a band into another number that a database bigint holds', async () => {
    const keyed = await index.ofBand(123n);
    expect(keyed).not.toBe(123n);
    expect(keyed >= 0n && keyed < 2n ** 63n).toBe(true);
    expect(await index.ofBand(123n)).toBe(keyed);
  });
});

describe('commitments', () => {
  it('prove a text and no other, and hide it behind the salt', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        const made = commit(text);
        expect(verifyCommitment(text, made)).toBe(true);
        if (other.normalize('NFC') !== text.normalize('NFC')) expect(verifyCommitment(other, made)).toBe(false);
        expect(commit(text).hash.equals(made.hash)).toBe(false);
      }),
    );
  });
});

/** Vaults of one key answer the same. */
const proofOf = (vault: LocalKeyVault): Promise<Buffer> => vault.keyedHash('request', Buffer.from('which'));

describe('the master key', () => {
  let dataDir: string;
  beforeEach(async () => (dataDir = await mkdtemp(join(tmpdir(), 'identity-'))));
  afterEach(() => rm(dataDir, { recursive: true }));

  it('is made once beside the data, for one user, and found again', async () => {
    const checks = new InMemoryKeyChecks();
    const vaults = await Promise.all(Array.from({ length: 8 }, () => openKeyVault({ dataDir, checks })));
    const values = new Set(await Promise.all(vaults.map(async (vault) => (await proofOf(vault)).toString('hex'))));
    expect(values.size).toBe(1);
    expect((await stat(join(dataDir, 'master.key'))).mode & 0o777).toBe(0o600);
    const again = await openKeyVault({ dataDir, checks });
    expect((await proofOf(again)).toString('hex')).toBe([...values][0]);
  });

  it('is refused when it is not the one the data was sealed with', async () => {
    const checks = new InMemoryKeyChecks();
    await openKeyVault({ dataDir, masterKey: KEY, checks });
    await expect(openKeyVault({ dataDir, masterKey: randomBytes(32), checks })).rejects.toMatchObject({
      code: 'IDENTITY.KEY_WRONG',
    });
    await openKeyVault({ dataDir, masterKey: KEY, checks });
    await writeFile(join(dataDir, 'master.key'), 'hỏng');
    await expect(openKeyVault({ dataDir, checks })).rejects.toMatchObject({ code: 'IDENTITY.KEY_MALFORMED' });
  });

  it('has versions: all in use are needed, a retired one is refused, hashes outlive the first', async () => {
    const [old, next] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const before = new LocalKeyVault(old);
    const both = new LocalKeyVault(
      new Map([
        [1, old],
        [2, next],
      ]),
    );
    const one = { version: 1, check: checkOf(old), hashRoot: null, retired: false };
    const two = { version: 2, check: checkOf(next), hashRoot: await both.wrappedRoot(), retired: false };
    const checks = new InMemoryKeyChecks();
    checks.versions = [one, two];
    const open = (masterKey: Buffer[]) => openKeyVault({ dataDir, masterKey, checks });
    await expect(open([old])).rejects.toMatchObject({ code: 'IDENTITY.KEY_MISSING' });
    await expect(open([next])).rejects.toMatchObject({ code: 'IDENTITY.KEY_MISSING' });
    const wrapped = await before.wrap(KEY, Buffer.from('x'));
    expect(await (await open([next, old])).unwrap(wrapped, Buffer.from('x'))).toEqual(KEY);
    checks.versions = [{ ...one, retired: true }, two];
    await expect(open([old])).rejects.toMatchObject({ code: 'IDENTITY.KEY_RETIRED' });
    await expect(open([randomBytes(32)])).rejects.toMatchObject({ code: 'IDENTITY.KEY_WRONG' });
    const after = await open([next]);
    expect(await proofOf(after)).toEqual(await proofOf(before));
    await expect(after.unwrap(wrapped, Buffer.from('x'))).rejects.toThrow(SealBroken);
  });

  it('is not readable from its check value', async () => {
    const checks = new InMemoryKeyChecks();
    await openKeyVault({ dataDir, checks });
    const file = await readFile(join(dataDir, 'master.key'), 'utf8');
    expect(file).not.toContain((await checks.read())!.toString('base64').slice(0, 12));
  });
});

describe('the hash of a request kept for repeats', () => {
  it('is the same for the same words in any order, and says nothing without the key of the house', async () => {
    const request = { recipient: 'Trịnh Lan', address: 'Thôn 3', size: undefined };
    const kept = await hashRequest(vaultOf(KEY), request);
    expect(await hashRequest(vaultOf(KEY), { address: 'Thôn 3', recipient: 'Trịnh Lan' })).toEqual(kept);
    expect(await hashRequest(vaultOf(KEY), { ...request, address: 'Thôn 4' })).not.toEqual(kept);
    expect(await hashRequest(vaultOf(Buffer.alloc(32, 8)), request)).not.toEqual(kept);
  });
});
