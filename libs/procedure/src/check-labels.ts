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
        if (!stage) return [`stage "${state}" is in the machine but has no label`];
        const faults: string[] = [];
        if (empty(stage.title)) faults.push(`stage "${state}" has no label`);
        if (graph.main && empty(stage.publicTitle)) faults.push(`stage "${state}" has no words for the public page`);
        if (uncited(stage.basis)) faults.push(`stage "${state}" cites no article`);
        return faults;
      }),
    ...Object.keys(graph.stages)
      .filter((state) => !graph.states.includes(state))
      .map((state) => `stage "${state}" has a label but is not in the machine`),
    ...graph.arrows
      .filter((arrow) => uncited(arrow.basis))
      .map((arrow) => `the arrow ${arrow.event} from "${stageOf(arrow.source)}" cites no article`),
  ]);
}

function eventFaults(definition: ProcedureDefinition): string[] {
  return Object.entries(definition.events).flatMap(([type, event]) => {
    const faults: string[] = [];
    if (event.type !== type) faults.push(`the event ${type} is listed under another name, ${event.type}`);
    if (empty(event.title)) faults.push(`the event ${type} has no label`);
    if (uncited(event.basis)) faults.push(`the event ${type} cites no article`);
    if (event.roles.length === 0) faults.push(`nobody may do ${type}`);
    for (const field of event.input) {
      if (empty(field.label)) faults.push(`the input ${field.name} of ${type} has no label`);
      if (['choice', 'choices'].includes(field.kind) && !field.options?.length)
        faults.push(`the input ${field.name} of ${type} offers no choice`);
      if (field.options?.some((one) => empty(one.label)))
        faults.push(`a choice of ${field.name} of ${type} has no label`);
    }
    return faults;
  });
}

function requirementFaults(definition: ProcedureDefinition): string[] {
  return Object.entries(definition.requirements).flatMap(([code, requirement]) => {
    const faults: string[] = [];
    if (requirement.code !== code)
      faults.push(`the requirement ${code} is listed under another code, ${requirement.code}`);
    if (empty(requirement.title)) faults.push(`the requirement ${code} has no label`);
    if (uncited(requirement.citation)) faults.push(`the requirement ${code} cites no article`);
    return faults;
  });
}
