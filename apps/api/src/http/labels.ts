import type { ProcedureDefinition } from '#libs/procedure';
import { ruleById } from '#libs/statute';
import { procedures } from '#workflows';

/** What a stored name means, in an officer's words. A name nobody knows is shown as it is rather than failing a list. */
export const definitionOf = (procedure: string, version: number): ProcedureDefinition | undefined =>
  procedures.find(`${procedure}@${version}`);
export const procedureTitle = (procedure: string, version: number): string =>
  definitionOf(procedure, version)?.title ?? procedure;
export const stageTitle = (procedure: string, version: number, stage: string): string =>
  definitionOf(procedure, version)?.stages[stage]?.title ?? stage;
export const ruleTitle = (ruleVersion: string): string => ruleById(ruleVersion)?.title ?? ruleVersion;
export const isSealed = (petitionType: string): boolean => petitionType === 'denunciation' || petitionType === 'mixed';

export const iso = (instant: Date): string => instant.toISOString();
export const isoOrNull = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** For places that know a stage and not its procedure. */
export const anyStageTitle = (stage: string): string =>
  procedures.all().find(({ stages }) => stages[stage])?.stages[stage]?.title ?? stage;
