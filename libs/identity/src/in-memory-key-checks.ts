import { KeyChecks } from './ports.js';

/** Check value of a vault whose data lives as long as the process (specs, dry runs). */
export class InMemoryKeyChecks extends KeyChecks {
  private value: Buffer | null = null;

  override async read(): Promise<Buffer | null> {
    return this.value;
  }

  override async keep(value: Buffer): Promise<Buffer> {
    return (this.value ??= value);
  }
}
