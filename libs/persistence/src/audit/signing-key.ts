import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** PEM, to hand to whoever checks heads. */
  readonly publicPem: string;
}

const folderOf = (dataDir: string): string => join(dataDir, 'keys');
const pathOf = (dataDir: string): string => join(folderOf(dataDir), 'audit-ed25519.pem');
const nextPathOf = (dataDir: string): string => join(folderOf(dataDir), 'audit-ed25519.next.pem');

function read(path: string): SigningKey {
  const privateKey = createPrivateKey(readFileSync(path));
  const publicKey = createPublicKey(privateKey);
  return { privateKey, publicKey, publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

/** A fresh key at this path, readable by its owner alone; where another process was quicker its key counts. */
function makeAt(path: string): void {
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
  });
  try {
    linkSync(fresh, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** The key tree heads are signed with: `keys/audit-ed25519.pem` in the data folder, made at first use. */
export function loadSigningKey(dataDir: string): SigningKey {
  const path = pathOf(dataDir);
  if (!existsSync(path)) {
    mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 });
    makeAt(path);
  }
  return read(path);
}

/** The key that is to take over: kept beside the present one until the ledger knows it, so that a crash between the two loses none. */
export function loadNextSigningKey(dataDir: string): SigningKey {
  mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 });
  if (!existsSync(nextPathOf(dataDir))) makeAt(nextPathOf(dataDir));
  return read(nextPathOf(dataDir));
}

/** Puts the next key in the place of the present one, whose private half is gone with that. */
export const takeNextSigningKey = (dataDir: string): void => renameSync(nextPathOf(dataDir), pathOf(dataDir));
