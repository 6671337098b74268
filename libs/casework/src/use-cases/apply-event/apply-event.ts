import type { AnyActor } from '#libs/access';
import type { ProcedureDefinition } from '#libs/procedure';
import type { CaseworkDependencies } from '../../dependencies.js';
import { busy, keyReused, notFound, readOnly, roleRefused, stale, unknownEvent, voided } from '../../errors.js';
import { roleFor } from '../../facts.js';
import type { CaseCommit, CaseSnapshot, DeadlineRow } from '../../model.js';
import type { ApplyCommand, CaseFileView } from '../../types.js';
import { caseView, isVoided } from '../../views.js';
import { correctEvent } from '../correct-event/correct-event.js';
import { decideEvent, type Decision } from './decide-event.js';

/** Times a write is decided anew because deadline events moved the ledger's head in between. */
const TRIES = 8;

/**
 * The one transaction: read, decide, one guarded write. Two round trips when nobody interferes.
 * @throws AppError with the codes of the contract: 404, 422 unknown event, 403, 412, 409, 422.
 */
export async function applyEvent(
  deps: CaseworkDependencies,
  actor: AnyActor,
  command: ApplyCommand,
): Promise<CaseFileView> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const snapshot = await deps.files.read(actor, command.caseFileId, command.idempotency?.key ?? null);
    if (!snapshot) throw notFound();
    const definition = deps.procedures.get(snapshot.case.procedure, snapshot.case.procedureVersion);
    if (isReplay(snapshot, command)) return caseView(definition, snapshot.case, snapshot.deadlines);
    const decision = admit({ snapshot, definition, actor, command });
    const write = await (decision.info.compensates ? correctEvent(decision, deps) : decideEvent(decision, deps));
    const answer = await deps.files.commit(actor, write);
    if (answer.done) return caseView(definition, write.after, deadlinesAfter(snapshot, write));
    // With a key it is read again first: whoever moved the file may have been the same request, sent twice at once.
    if (!command.idempotency && command.expectedRev !== undefined && answer.rev > command.expectedRev)
      throw stale(answer.rev);
  }
  throw busy();
}

/** The same key with the same request gets the answer it got; with another request it is refused. */
function isReplay({ answer }: CaseSnapshot, { idempotency }: ApplyCommand): boolean {
  if (!answer || !idempotency) return false;
  if (answer.hash !== `\\x${idempotency.requestHash.toString('hex')}`) throw keyReused();
  return true;
}

interface Asked {
  readonly snapshot: CaseSnapshot;
  readonly definition: ProcedureDefinition;
  readonly actor: AnyActor;
  readonly command: ApplyCommand;
}

/** Known event, then role, then revision. */
function admit(asked: Asked): Decision {
  const { snapshot, definition, actor, command } = asked;
  const info = Object.hasOwn(definition.events, command.type) ? definition.events[command.type] : undefined;
  if (!info) throw unknownEvent(command.type, Object.keys(definition.events));
  const role = roleFor(actor, info);
  if (!role) throw roleRefused(info.title, info.roles);
  if (snapshot.readOnly) throw readOnly();
  if (isVoided(snapshot.case)) throw voided();
  if (command.expectedRev !== undefined && command.expectedRev !== snapshot.case.rev) throw stale(snapshot.case.rev);
  return { ...asked, info, role };
}

function deadlinesAfter(snapshot: CaseSnapshot, write: CaseCommit): DeadlineRow[] {
  const changed = new Map(write.changed.map((row) => [row.id, row]));
  return [...snapshot.deadlines.map((row) => changed.get(row.id) ?? row), ...write.opened];
}
