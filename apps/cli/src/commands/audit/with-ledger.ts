import { loadSigningKey, PostgresLedgerArchive, readConfig, withDatabase, type SigningKey } from '#libs/persistence';
import type { CliIo } from '../../io.js';

export interface Ledger {
  readonly archive: PostgresLedgerArchive;
  readonly key: SigningKey;
}

/** Opens the ledger as the worker, whom row scope does not limit. */
export function withLedger<T>(io: CliIo, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const config = readConfig();
  return withDatabase(config, { max: 3, onProgress: (line) => io.say(line) }, ({ connections }) =>
    work({ archive: new PostgresLedgerArchive(connections), key: loadSigningKey(config.dataDir) }),
  );
}
