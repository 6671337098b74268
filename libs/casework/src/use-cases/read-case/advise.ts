import type { AnyActor } from '#libs/access';
import { dayOf, type CaseFileId } from '#libs/shared';
import { adviseDisposition, type DecisionRow } from '#workflows/petition-handling';
import type { CaseworkDependencies } from '../../dependencies.js';
import { notFound } from '../../errors.js';
import { caseFacts, factsOf } from '../../facts.js';

/** What the decision table says of a petition where it stands, likeliest first; nothing of files that resolve a matter. */
export async function advise(
  deps: CaseworkDependencies,
  actor: AnyActor,
  id: CaseFileId,
): Promise<readonly DecisionRow[]> {
  const snapshot = await deps.files.read(actor, id, null);
  if (!snapshot) throw notFound();
  const { case: file, now } = snapshot;
  if (file.procedure !== 'petition-handling') return [];
  const act = { occurredOn: dayOf(now), role: 'caseOfficer' as const, stated: caseFacts(snapshot) };
  return adviseDisposition({ ...factsOf(file, act), stage: file.stage });
}
