import type { Dto } from '../../api/types.js';

export type AgencyNode = Dto<'AgencyNode'>;

/** The tree as lines, each below its superior. What hangs nowhere in the list is a root. */
export function treeRows(items: readonly AgencyNode[]): { readonly node: AgencyNode; readonly depth: number }[] {
  const codes = new Set(items.map(({ code }) => code));
  const below = (parent: string | null): readonly AgencyNode[] =>
    items.filter(({ parentCode }) => (parentCode !== null && codes.has(parentCode) ? parentCode : null) === parent);
  const walk = (parent: string | null, depth: number): { node: AgencyNode; depth: number }[] =>
    below(parent).flatMap((node) => [{ node, depth }, ...walk(node.code, depth + 1)]);
  return walk(null, 0);
}
