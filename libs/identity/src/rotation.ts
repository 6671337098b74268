import type { JsonObject } from '#libs/shared';
import type { KeyVault } from './ports.js';
import { Sealer, type SealPlace } from './sealer.js';

/** One wrapped record key, and what else of its row hangs on the master key. */
export interface WrappedRow {
  /** What the key is bound to, as it was when it was wrapped. */
  readonly bound: Buffer;
  readonly key: Buffer;
  /** A sealed value that itself holds a wrapped key (the name of an attachment holds the key of its bytes). */
  readonly holder?: { readonly place: SealPlace; readonly sealed: Buffer; readonly inner: SealPlace };
}
export interface Rewrapped {
  readonly key: Buffer;
  /** Set where there is a holder. */
  readonly sealed?: Buffer;
}

/** Every row whose record key the master key wraps. */
export abstract class WrappedKeys {
  /** Names of the tables, in the order they are gone through. */
  abstract readonly tables: readonly string[];
  abstract count(table: string, version: number): Promise<number>;
  /** Rewraps up to `limit` rows of that version in one transaction; answers how many there were. */
  abstract batch(
    table: string,
    { version, limit }: { readonly version: number; readonly limit: number },
    rewrap: (row: WrappedRow) => Promise<Rewrapped>,
  ): Promise<number>;
}

export interface RotationProgress {
  readonly table: string;
  readonly done: number;
  readonly left: number;
}

const BATCH = 200;

/**
 * Wraps every record key anew while the house works: the sealed values are not touched, the rows are taken a batch a
 * transaction, so a killed rotation goes on where it was. The vault holds both keys, the newest wraps.
 */
export class KeyRotation {
  private readonly sealer: Sealer;

  constructor(
    private readonly rows: WrappedKeys,
    private readonly vault: KeyVault,
  ) {
    this.sealer = new Sealer(vault);
  }

  /** Rows still wrapped by that version, by table. */
  async left(version: number): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const table of this.rows.tables) {
      const count = await this.rows.count(table, version);
      if (count > 0) counts.set(table, count);
    }
    return counts;
  }

  async run(version: number, onProgress: (progress: RotationProgress) => void): Promise<number> {
    let total = 0;
    for (const [table, count] of await this.left(version)) {
      for (let done = 0; ;) {
        const some = await this.rows.batch(table, { version, limit: BATCH }, (row) => this.rewrap(row));
        if (some === 0) break;
        done += some;
        total += some;
        onProgress({ table, done, left: Math.max(0, count - done) });
      }
    }
    return total;
  }

  private async rewrap({ bound, key, holder }: WrappedRow): Promise<Rewrapped> {
    if (!holder) return { key: await this.again(key, bound) };
    const value = await this.sealer.open<JsonObject>(holder.place, { sealed: holder.sealed, sealedKey: key });
    const inner = Buffer.from(String(value.bytesKey), 'base64');
    const bytesKey = (await this.again(inner, boundOf(holder.inner))).toString('base64');
    const { sealed, sealedKey } = await this.sealer.seal(holder.place, { ...value, bytesKey });
    return { sealed, key: sealedKey };
  }

  private async again(wrapped: Buffer, bound: Buffer): Promise<Buffer> {
    const key = await this.vault.unwrap(wrapped, bound);
    const anew = await this.vault.wrap(key, bound);
    key.fill(0);
    return anew;
  }
}

/** What the wrapped key of a sealed value is bound to. */
export const boundOf = ({ table, recordId }: SealPlace): Buffer =>
  Buffer.from(`nghe-dan/key/${table}/${recordId}`, 'utf8');

/** Version a wrapped key needs to open. */
export const versionOf = (wrapped: Buffer): number => wrapped.readUInt32BE(0);
