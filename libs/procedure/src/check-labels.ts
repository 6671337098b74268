import type { Citation } from '#libs/statute';
import { graphOf, stageOf } from './graph.js';
import type { ProcedureDefinition } from './types.js';

const empty = (text: string | undefined): boolean => text === undefined || text.trim() === '';
const uncited = (citation: Citation | undefined): boolean => empty(citation?.text);

/** Nothing reaches an officer without its words and its article. */
export function checkLabels(definition: ProcedureDefinition): string[] {
  return [...stageFaults(definition), ...eventFaults(definition), ...requirementFaults(definition)];
}

function stageFaults(definition: ProcedureDefinition): string[] {
  return graphOf(definition).flatMap((graph) => [
    ...graph.states
      .filter((state) => state !== graph.initial || !graph.main)
      .flatMap((state) => {
        const stage = graph.stages[state];
        if (!stage) return [`giai đoạn “${state}” có trong máy mà chưa có tên`];
        const faults: string[] = [];
        if (empty(stage.title)) faults.push(`giai đoạn “${state}” chưa có tên`);
        if (graph.main && empty(stage.publicTitle)) faults.push(`giai đoạn “${state}” chưa có lời cho trang công khai`);
        if (uncited(stage.basis)) faults.push(`giai đoạn “${state}” chưa dẫn căn cứ`);
        return faults;
      }),
    ...Object.keys(graph.stages)
      .filter((state) => !graph.states.includes(state))
      .map((state) => `giai đoạn “${state}” có tên mà không có trong máy`),
    ...graph.arrows
      .filter((arrow) => uncited(arrow.basis))
      .map((arrow) => `mũi tên ${arrow.event} từ “${stageOf(arrow.source)}” chưa dẫn căn cứ`),
  ]);
}

function eventFaults(definition: ProcedureDefinition): string[] {
  const carried = new Set(graphOf(definition).flatMap((graph) => graph.arrows.map((arrow) => arrow.event)));
  return Object.entries(definition.events).flatMap(([type, event]) => {
    const faults: string[] = [];
    if (!event.compensates && !carried.has(type)) faults.push(`bước ${type} không có mũi tên nào`);
    if (event.type !== type) faults.push(`bước ${type} được xếp dưới mã khác, ${event.type}`);
    if (empty(event.title)) faults.push(`bước ${type} chưa có tên`);
    if (uncited(event.basis)) faults.push(`bước ${type} chưa dẫn căn cứ`);
    if (event.roles.length === 0) faults.push(`không vai trò nào được làm bước ${type}`);
    for (const field of event.input) {
      if (empty(field.label)) faults.push(`mục nhập ${field.name} của ${type} chưa có tên`);
      if (['choice', 'choices'].includes(field.kind) && !field.options?.length)
        faults.push(`mục nhập ${field.name} của ${type} không có lựa chọn`);
      if (field.options?.some((one) => empty(one.label)))
        faults.push(`một lựa chọn của ${field.name} trong ${type} chưa có tên`);
    }
    return faults;
  });
}

function requirementFaults(definition: ProcedureDefinition): string[] {
  return Object.entries(definition.requirements).flatMap(([code, requirement]) => {
    const faults: string[] = [];
    if (requirement.code !== code) faults.push(`điều kiện ${code} được xếp dưới mã khác, ${requirement.code}`);
    if (empty(requirement.title)) faults.push(`điều kiện ${code} chưa có tên`);
    if (uncited(requirement.citation)) faults.push(`điều kiện ${code} chưa dẫn căn cứ`);
    return faults;
  });
}
