import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/audit';
import type { JsonObject } from '#libs/shared';
import type { KeyVault } from './ports.js';

/**
 * What two requests under one key must share, as it is kept for repeats: keyed, because typed names and addresses are
 * guessed from a plain hash. The order of names does not count, nor does what is undefined.
 */
export function hashRequest(vault: Pick<KeyVault, 'keyedHash'>, request: object): Promise<Buffer> {
  const plain = JSON.parse(JSON.stringify(request)) as JsonObject;
  return vault.keyedHash('request', createHash('sha256').update(canonicalJson(plain)).digest());
}
