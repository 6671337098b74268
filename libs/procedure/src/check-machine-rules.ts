import type { AnyStateNode } from 'xstate';
import { compile } from './compile.js';
import { OPEN } from './define.js';
import { graphOf } from './graph.js';
import type { ProcedureDefinition } from './types.js';

/** Machines only decide: nothing in them may wait, run, remember or act by itself. */
export function checkMachineRules(definition: ProcedureDefinition): string[] {
  const found = nodesOf(definition.machine.root).flatMap(nodeFaults);
  if (found.length > 0) return found;
  try {
    compile(definition);
    return regionFaults(definition);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap((child) => nodesOf(child as AnyStateNode)),
];

function nodeFaults(node: AnyStateNode): string[] {
  const name = node.path.join('.') || 'máy trạng thái';
  const faults: string[] = [];
  if (node.after.length > 0) faults.push(`${name} tự chờ (after)`);
  if (node.invoke.length > 0) faults.push(`${name} gọi tác nhân (invoke)`);
  if (node.always && node.always.length > 0) faults.push(`${name} tự chuyển (always)`);
  if (node.type === 'history') faults.push(`${name} là trạng thái lịch sử`);
  if (node.entry.length > 0 || node.exit.length > 0) faults.push(`${name} hành động khi vào hoặc ra`);
  for (const arrow of [...node.transitions.values()].flat()) {
    if (arrow.actions.some((action) => (action as { type?: string }).type !== 'xstate.emit'))
      faults.push(`${name}: ${arrow.eventType} có hành động không phải là hệ quả được phát ra`);
    const guard = arrow.guard as { type?: string } | undefined;
    if (guard?.type !== 'meets') faults.push(`${name}: ${arrow.eventType} có điều kiện riêng thay vì “meets”`);
  }
  return faults;
}

/** Regions choose their arrows apart, so one event in two regions could move one and be refused by the other. */
function regionFaults(definition: ProcedureDefinition): string[] {
  const regionOf = new Map<string, string>();
  const faults = new Set<string>();
  for (const graph of graphOf(definition))
    for (const { event } of graph.arrows) {
      const other = regionOf.get(event);
      if (other !== undefined && other !== graph.name)
        faults.add(`bước ${event} có mũi tên ở hai vùng, “${other}” và “${graph.name}”`);
      regionOf.set(event, graph.name);
      if (event !== OPEN && !definition.events[event]) faults.add(`mũi tên ${event} không thuộc bước nào đã khai báo`);
      if (definition.events[event]?.compensates) faults.add(`bước đính chính ${event} không được có mũi tên`);
    }
  return [...faults];
}
