import type { Actor } from '#libs/access';
import { uuidAt } from '#libs/intake';
import { cite } from '#libs/procedure';
import type { JsonObject } from '#libs/shared';
import type { ReceptionDependencies } from '../../dependencies.js';
import { isSealedVisit, type ReceiptItem, type ReceiptRow } from '../../model.js';
import { VisitSeal } from '../../people.js';
import { DESK } from '../../scope.js';
import { actOnVisit, type VisitActCommand } from './visit-act.js';

export interface PapersCommand extends VisitActCommand {
  readonly items: readonly ReceiptItem[];
  /** At least one goes to who handed them in. */
  readonly copies: number;
}

/** Giấy biên nhận thông tin, tài liệu (02/TCD): name, pages and state of each paper (NĐ154 Đ.15). */
export const takePapers = (deps: ReceptionDependencies, actor: Actor, command: PapersCommand) =>
  actOnVisit(deps, actor, {
    command,
    act: {
      ...{ what: 'Nhận thông tin, tài liệu', roles: DESK },
      request: { items: command.items as unknown as JsonObject[], copies: command.copies },
      decide: async (visit, _on, tx) => {
        const id = uuidAt<string>(deps.systemNow());
        const hidden = isSealedVisit(visit.type)
          ? await new VisitSeal(deps.vault).seal(id, { items: command.items as unknown as JsonObject[] })
          : null;
        const receipt: ReceiptRow = {
          ...{
            id,
            visitId: visit.id,
            agencyId: visit.agencyId,
            provinceId: visit.provinceId,
            visibleTo: visit.visibleTo,
          },
          ...{ receivedAt: (await deps.store.now(tx)).toISOString(), receivedBy: actor.userId, copies: command.copies },
          items: hidden ? null : command.items,
          ...{ sealed: hidden?.sealed ?? null, sealedKey: hidden?.sealedKey ?? null },
        };
        await deps.store.insert(tx, 'receipt', [receipt]);
        return {
          type: 'PAPERS_RECEIVED',
          facts: { receiptId: id, items: command.items.length, copies: command.copies },
          basis: [cite('NĐ154 Đ.15 k2')],
          set: {},
          papers: ['ND154.02'],
        };
      },
    },
  });
