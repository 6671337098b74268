import type { AnyActor } from '#libs/access';
import type { CaseworkService, OpenCommand } from '#libs/casework';
import type { LocalDate } from '#libs/shared';
import { CaseOpener, type OpenedCase, type Tx } from './ports.js';

/** Whose day the receipt shows: xử lý đơn; a denunciation has no such limit but one of its own (LTC Đ.24 k.1). */
const HANDLING_RULES = ['XLD.HANDLE', 'TC.REG'];

const handlingDay = (
  deadlines: readonly { readonly ruleId: string; readonly dueOn: LocalDate | null }[],
): LocalDate | null =>
  HANDLING_RULES.map((rule) => deadlines.find(({ ruleId }) => ruleId === rule)?.dueOn ?? null).find(
    (day) => day !== null,
  ) ?? null;

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
        handlingDeadline: handlingDay(deadlines),
      };
    });
  }
}
