import { goldenPaths, procedureMarkdown, type ProcedureDefinition } from '#libs/procedure';
import { procedures } from './registry.js';

/**
 * Texts that are made from the machines and kept in the tree, by path from its root. The newest version has the plain
 * name; an older one, which open files still follow, bears its number: `complaint-1.md`, `paths-1.txt`.
 */
export function generatedTexts(
  definitions: readonly ProcedureDefinition[] = procedures.all(),
): ReadonlyMap<string, string> {
  const newest = (one: ProcedureDefinition): boolean =>
    definitions.every((other) => other.name !== one.name || other.version <= one.version);
  return new Map(
    definitions.flatMap((definition) => {
      const mark = newest(definition) ? '' : `-${definition.version}`;
      return [
        [`docs/procedures/${definition.name}${mark}.md`, procedureMarkdown(definition)],
        [`workflows/${definition.name}/paths${mark}.txt`, goldenPaths(definition)],
      ];
    }),
  );
}
