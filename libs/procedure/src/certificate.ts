import { createHash } from 'node:crypto';
import { BEFORE_OPENING } from './define.js';
import { certifiedArrows } from './explore.js';
import { CHECKS, checkProcedure, type CheckOptions, type Finding } from './check.js';
import { graphOf, stageOf } from './graph.js';
import type { ProcedureDefinition } from './types.js';

/** What stands behind a version: its hash, what was proved of it, and how much of it the proof walked. */
export interface Certificate {
  readonly procedure: string;
  readonly version: number;
  readonly sha256: string;
  readonly checks: Readonly<Record<string, 'passed' | 'failed'>>;
  readonly arrows: number;
  readonly certifiedArrows: number;
  readonly findings: readonly Finding[];
}

export function certify(definition: ProcedureDefinition, options: CheckOptions): Certificate {
  const findings = checkProcedure(definition, options);
  const failed = new Set(findings.map((finding) => finding.check));
  const broken = failed.has('machine');
  return {
    procedure: definition.name,
    version: definition.version,
    sha256: hashOf(definition),
    checks: Object.fromEntries(
      Object.keys(CHECKS).map((check) => [
        check,
        failed.has(check) || (broken && check !== 'machine') ? 'failed' : 'passed',
      ]),
    ),
    arrows: broken
      ? 0
      : graphOf(definition).reduce(
          (sum, graph) => sum + graph.arrows.filter((arrow) => stageOf(arrow.source) !== BEFORE_OPENING).length,
          0,
        ),
    certifiedArrows: broken ? 0 : certifiedArrows(definition).length,
    findings,
  };
}

/**
 * SHA-256 over everything a version says: machine, labels, articles, forms, and each requirement by its words and by what
 * its samples answer. The code of a requirement is not text of the version; a change of it shows in its samples.
 */
export function hashOf(definition: ProcedureDefinition): string {
  const { machine, requirements, samples: _samples, ...said } = definition;
  const judged = Object.fromEntries(
    Object.values(requirements).map(({ test, ...one }) => [
      one.code,
      { ...one, answers: [test(one.exercised.met), test(one.exercised.unmet)] },
    ]),
  );
  return createHash('sha256')
    .update(canonical({ ...said, machine: machine.config, requirements: judged }))
    .digest('hex');
}

/** JSON with sorted keys and without functions, so that the order of declaration does not count. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => {
    if (typeof one === 'function') return (one as { event?: unknown }).event;
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
