import type { AnyActor } from '#libs/access';
import type { CaseworkService, OpenCommand } from '#libs/casework';
import { CaseOpener, type OpenedCase, type Tx } from './ports.js';

/** The rule whose day the receipt shows: xử lý đơn. */
const HANDLING_RULE = 'XLD.HANDLE';

/** Files are opened by casework, in the registering transaction. */
export class CaseworkOpener extends CaseOpener {
  constructor(private readonly casework: Pick<CaseworkService, 'openCases'>) {
    super();
  }

  override async open(tx: Tx, actor: AnyActor, commands: readonly OpenCommand[]): Promise<readonly OpenedCase[]> {
    const opened = await this.casework.openCases(tx, actor, commands);
    return opened.map(({ caseFileId, deadlines }, i) => {
      const petitionId = commands[i]?.petitionId;
      if (petitionId === undefined) throw new Error('As many files as commands');
      return {
        petitionId,
        caseFileId,
        handlingDeadline: deadlines.find(({ ruleId }) => ruleId === HANDLING_RULE)?.dueOn ?? null,
      };
    });
  }
}
