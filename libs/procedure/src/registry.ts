import type { LocalDate } from '#libs/shared';
import type { ProcedureDefinition } from './types.js';

/** (procedure, version) → machine. Open files keep the version they were opened with. */
export class ProcedureRegistry {
  private readonly byKey = new Map<string, ProcedureDefinition>();

  constructor(definitions: readonly ProcedureDefinition[] = []) {
    for (const definition of definitions) this.registerProcedure(definition);
  }

  /** @throws Error when the version is taken. */
  registerProcedure(definition: ProcedureDefinition): void {
    const key = `${definition.name}@${definition.version}`;
    if (this.byKey.has(key)) throw new Error(`${key} is already registered`);
    this.byKey.set(key, definition);
  }

  /** @throws Error when nobody registered it: a stored row names a machine that is gone. */
  get(name: string, version: number): ProcedureDefinition {
    const definition = this.byKey.get(`${name}@${version}`);
    if (!definition) throw new Error(`no procedure ${name}@${version}`);
    return definition;
  }

  /**
   * The version that opens new files on a day: the highest that has begun by then, so that a later version of the product
   * with the same beginning takes the place of an earlier one. Undefined before the first.
   */
  forDay(name: string, day: LocalDate): ProcedureDefinition | undefined {
    return this.versionsOf(name)
      .filter((definition) => definition.validFrom <= day)
      .at(-1);
  }

  /** Newest version, or the one asked for as `name@version`. */
  find(reference: string): ProcedureDefinition | undefined {
    return reference.includes('@') ? this.byKey.get(reference) : this.versionsOf(reference).at(-1);
  }

  all(): readonly ProcedureDefinition[] {
    return [...this.byKey.values()];
  }

  /** Versions of a procedure, oldest first. */
  versionsOf(name: string): readonly ProcedureDefinition[] {
    return this.all()
      .filter((definition) => definition.name === name)
      .sort((a, b) => a.version - b.version);
  }
}
