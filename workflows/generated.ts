import { goldenPaths, procedureMarkdown, type ProcedureDefinition } from '#libs/procedure';
import { procedures } from './registry.js';

/** Texts that are made from the machines and kept in the tree, by path from its root. */
export function generatedTexts(
  definitions: readonly ProcedureDefinition[] = procedures.all(),
): ReadonlyMap<string, string> {
  return new Map(
    definitions.flatMap((definition) => [
      [`docs/procedures/${definition.name}.md`, procedureMarkdown(definition)],
      [`workflows/${definition.name}/paths.txt`, goldenPaths(definition)],
    ]),
  );
}
