import type { Actor } from '#libs/access';
import { cite } from '#libs/procedure';
import type { ReceptionDependencies } from '../../dependencies.js';
import { unlawful } from '../../errors.js';
import { DESK } from '../../scope.js';
import { actOnVisit, type VisitActCommand } from './visit-act.js';
import { sealedWords } from './sealed-words.js';

export interface ResultCommand extends VisitActCommand {
  readonly resultNote: string;
  /** The citizen had asked to be told; only then is there a limit (LTCD Đ.28 k2). */
  readonly citizenAsked: boolean;
}

/** What became of a complaint or denunciation that was passed on, as the body that resolved it tells (LTCD Đ.27 k2). */
export const receiveResult = (deps: ReceptionDependencies, actor: Actor, command: ResultCommand) => {
  const { citizenAsked } = command;
  const resultNote = command.resultNote.trim();
  return actOnVisit(deps, actor, {
    command,
    act: {
      ...{ what: 'Ghi kết quả giải quyết được thông báo', roles: DESK, request: { resultNote, citizenAsked } },
      decide: async (visit, on, tx) => {
        if (visit.outcome !== 'transferred')
          throw unlawful('Chưa ghi được kết quả giải quyết', [
            {
              code: 'wasTransferred',
              title: 'Nội dung đã được chuyển đến nơi có thẩm quyền',
              citation: 'LTCD Đ.27 k2',
            },
          ]);
        const agency = await deps.store.agency(tx, { id: visit.agencyId });
        // The limit binds reception boards and elected bodies: here the province, whose board keeps the reception office.
        const bound = citizenAsked && agency?.level === 'province' && visit.type !== 'feedback';
        return {
          type: 'RESULT_RECEIVED',
          facts: { citizenAsked },
          basis: [cite('LTCD Đ.27 k2')],
          set: await sealedWords(deps, visit, { resultNote }),
          opens: bound ? [{ ruleId: 'TCD.REPORT.BACK', startOn: on }] : [],
        };
      },
    },
  });
};

export interface ReportBackCommand extends VisitActCommand {
  readonly form: 'direct' | 'written';
  readonly documentNumber?: string | undefined;
}

/** Tells the citizen what came of it, within five working days of knowing. */
export const reportBack = (deps: ReceptionDependencies, actor: Actor, command: ReportBackCommand) => {
  const { form } = command;
  const documentNumber = command.documentNumber?.trim() || null;
  return actOnVisit(deps, actor, {
    command,
    act: {
      ...{ what: 'Báo lại kết quả cho công dân', roles: DESK, request: { form, documentNumber } },
      decide: async (visit, _on, tx) => {
        const known = await deps.store.timeline(tx, visit.id);
        if (!known.some(({ type }) => type === 'RESULT_RECEIVED'))
          throw unlawful('Chưa báo lại được cho công dân', [
            { code: 'resultReceived', title: 'Đã nhận thông báo kết quả giải quyết', citation: 'LTCD Đ.28 k2' },
          ]);
        return {
          type: 'REPORTED_BACK',
          facts: { form },
          basis: [cite('LTCD Đ.28 k2')],
          set: {},
          closes: [{ ruleId: 'TCD.REPORT.BACK', outcome: 'met' }],
        };
      },
    },
  });
};
