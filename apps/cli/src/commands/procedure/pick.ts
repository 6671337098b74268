import type { ProcedureDefinition } from '#libs/procedure';
import { procedures } from '#workflows';
import { UsageError } from '../../exit-code.js';

/** The procedure a person named, as `NAME` (newest version) or `NAME@VERSION`. @throws UsageError naming those there are. */
export function pickProcedure(reference: string): ProcedureDefinition {
  const definition = procedures.find(reference);
  if (definition) return definition;
  const known = procedures.all().map(({ name, version }) => `${name}@${version}`);
  throw new UsageError(`Không có quy trình ${JSON.stringify(reference)}. Đang có: ${known.join(', ')}.`);
}
