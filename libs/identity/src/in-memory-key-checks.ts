import { KeyChecks, type KnownKey } from './ports.js';

/** Check value of a vault whose data lives as long as the process (specs, dry runs). */
export class InMemoryKeyChecks extends KeyChecks {
  private value: Buffer | null = null;
  /** What a rotation has announced. */
  versions: readonly KnownKey[] = [];

  override async known(): Promise<readonly KnownKey[]> {
    return this.versions;
  }

  override async read(): Promise<Buffer | null> {
    return this.value;
  }

  override async keep(value: Buffer): Promise<Buffer> {
    return (this.value ??= value);
  }
}
