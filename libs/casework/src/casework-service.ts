import type { AnyActor } from '#libs/access';
import type { AvailableEvent } from '#libs/procedure';
import type { CaseFileId } from '#libs/shared';
import type { CaseworkDependencies } from './dependencies.js';
import type { Tx } from './ports.js';
import {
  Casework,
  type ApplyCommand,
  type CaseFileView,
  type DeadlineView,
  type OpenCommand,
  type TimelineEntry,
} from './types.js';
import { applyEvent } from './use-cases/apply-event/apply-event.js';
import { openCases, type OpenedCase } from './use-cases/open-case/open-cases.js';
import { advise } from './use-cases/read-case/advise.js';
import { availableEvents, caseDeadlines, caseTimeline, getCase } from './use-cases/read-case/read-case.js';

/** Case files by the book: each method is a use case of its own. */
export class CaseworkService extends Casework {
  constructor(readonly deps: CaseworkDependencies) {
    super();
  }

  override apply(actor: AnyActor, command: ApplyCommand): Promise<CaseFileView> {
    return applyEvent(this.deps, actor, command);
  }

  override available(actor: AnyActor, caseFileId: CaseFileId): Promise<readonly AvailableEvent[]> {
    return availableEvents(this.deps, actor, caseFileId);
  }

  override get(actor: AnyActor, caseFileId: CaseFileId): Promise<CaseFileView> {
    return getCase(this.deps, actor, caseFileId);
  }

  override timeline(actor: AnyActor, caseFileId: CaseFileId): Promise<readonly TimelineEntry[]> {
    return caseTimeline(this.deps, actor, caseFileId);
  }

  override deadlines(actor: AnyActor, caseFileId: CaseFileId): Promise<readonly DeadlineView[]> {
    return caseDeadlines(this.deps, actor, caseFileId);
  }

  /** What the decision table of petition handling says of a file. */
  advise(actor: AnyActor, caseFileId: CaseFileId): ReturnType<typeof advise> {
    return advise(this.deps, actor, caseFileId);
  }

  /** Opens a file inside the caller's transaction, whose actor is already set. */
  async openCase(tx: Tx, actor: AnyActor, command: OpenCommand): Promise<OpenedCase> {
    const [opened] = await this.openCases(tx, actor, [command]);
    if (!opened) throw new Error('A command opens a file');
    return opened;
  }

  /** Opens many files with two statements. */
  openCases(tx: Tx, actor: AnyActor, commands: readonly OpenCommand[]): Promise<OpenedCase[]> {
    return openCases(this.deps, tx, { actor, commands });
  }
}
