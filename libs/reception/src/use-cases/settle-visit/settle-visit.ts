import type { Actor } from '#libs/access';
import { cite } from '#libs/procedure';
import { VISIT_OUTCOMES } from '#workflows/reception';
import type { ReceptionDependencies } from '../../dependencies.js';
import { alreadySettled, unlawful, wrongField } from '../../errors.js';
import type { ReplyContent, VisitOutcome, VisitRow } from '../../model.js';
import { DESK, HEADS } from '../../scope.js';
import { groundOf, outcomeLacks, owesNotice, refusalLacks, replyLacks } from '../../visit-rules.js';
import { sealedWords } from './sealed-words.js';
import { actOnVisit, type VisitActCommand, type VisitChange } from './visit-act.js';

export interface OutcomeCommand extends VisitActCommand {
  readonly outcome: Exclude<VisitOutcome, 'refused' | 'petitionRegistered'>;
  readonly withinCompetence?: boolean | undefined;
  readonly sentTo?: string | undefined;
  readonly documentNumber?: string | undefined;
  readonly resultNote?: string | undefined;
  readonly contact?: string | undefined;
}

const open = (visit: VisitRow): void => {
  if (visit.outcome !== null) throw alreadySettled('Lượt tiếp đã có kết quả.');
};

/** Answers given to the citizen at the desk itself; the others leave the answer owed. */
const ANSWERED_ON_THE_SPOT: ReadonlySet<string> = new Set(['guided', 'explained', 'answered']);
const CITED = new Map(VISIT_OUTCOMES.map(({ value, citation }) => [value, citation ?? 'LTCD Đ.26']));

/** How the matter was dealt with at the desk (LTCD Đ.26). */
export const recordOutcome = (deps: ReceptionDependencies, actor: Actor, command: OutcomeCommand) => {
  const { outcome, withinCompetence = null } = command;
  const [sentTo, documentNumber, resultNote] = [command.sentTo, command.documentNumber, command.resultNote].map(
    (text) => text?.trim() || null,
  ) as [string | null, string | null, string | null];
  return actOnVisit(deps, actor, {
    command,
    act: {
      ...{ what: 'Ghi kết quả lượt tiếp', roles: DESK },
      request: { outcome, withinCompetence, sentTo, documentNumber, resultNote },
      decide: async (visit, on): Promise<VisitChange> => {
        open(visit);
        const asked = { outcome, on, type: visit.type, sentTo, documentNumber, contact: command.contact ?? null };
        const lacks = outcomeLacks(asked);
        if (lacks.length > 0) throw unlawful('Chưa ghi được kết quả lượt tiếp', lacks);
        const onTheSpot = ANSWERED_ON_THE_SPOT.has(outcome) && on === visit.visitedOn;
        return {
          type: 'VISIT_SETTLED',
          facts: { outcome },
          basis: [cite(CITED.get(outcome) ?? 'LTCD Đ.26')],
          set: {
            outcome,
            outcomeOn: on,
            withinCompetence,
            documentNumber,
            ...(await sealedWords(deps, visit, { sentTo, resultNote })),
          },
          closes: onTheSpot ? [{ ruleId: 'TCD.REPLY', outcome: 'met' }] : [],
          papers: outcome === 'guided' ? ['TT05.02'] : [],
        };
      },
    },
  });
};

export interface RefusalCommand extends VisitActCommand {
  readonly ground: string;
  readonly explained: boolean;
  readonly basis?: string | undefined;
}

/** Refusal on the closed list; clause 3 and point h owe form 01/TCD within three working days (NĐ154 Đ.4 k3). */
export const refuseVisit = (deps: ReceptionDependencies, actor: Actor, command: RefusalCommand) => {
  const { ground, explained } = command;
  const basis = command.basis?.trim() || null;
  return actOnVisit(deps, actor, {
    command,
    act: {
      ...{ what: 'Từ chối tiếp công dân', roles: DESK, request: { ground, explained, basis } },
      decide: (visit, on) => {
        open(visit);
        const lacks = refusalLacks({ ground, on, type: visit.type, explained, basis });
        const known = groundOf(ground);
        if (lacks.length > 0 || !known) throw unlawful('Không được từ chối tiếp công dân', lacks);
        const written = owesNotice(known, on);
        return {
          type: 'VISIT_REFUSED',
          facts: { ground, written },
          basis: [cite(known.citation), cite(known.how === 'written' ? 'NĐ154 Đ.4 k3' : 'NĐ154 Đ.4 k2')],
          set: { outcome: 'refused', outcomeOn: on, refusalGround: ground, refusalBasis: basis },
          closes: [{ ruleId: 'TCD.REPLY', outcome: 'void' }],
          ...(written ? { opens: [{ ruleId: 'TCD.REFUSE.NOTICE', startOn: on }], papers: ['ND154.01'] } : {}),
        };
      },
    },
  });
};

export interface NoticeCommand extends VisitActCommand {
  readonly documentNumber: string;
}

export const issueRefusalNotice = (deps: ReceptionDependencies, actor: Actor, command: NoticeCommand) =>
  actOnVisit(deps, actor, {
    command,
    act: {
      ...{ what: 'Ban hành thông báo từ chối tiếp công dân', roles: HEADS },
      request: { documentNumber: command.documentNumber },
      decide: (visit, on) => {
        const ground = visit.refusalGround ? groundOf(visit.refusalGround) : undefined;
        if (visit.noticedOn) throw alreadySettled('Thông báo từ chối đã ban hành.');
        if (!ground || ground.how !== 'written')
          throw unlawful('Không ban hành thông báo từ chối cho lượt tiếp này', [
            {
              code: 'noticeOwed',
              title:
                'Thông báo theo Mẫu 01/TCD chỉ dành cho từ chối theo khoản 3 Điều 9 của Luật hoặc điểm h khoản 1 Điều 4 của Nghị định; căn cứ khác thì giải thích trực tiếp',
              citation: 'NĐ154 Đ.4 k2, k3',
            },
          ]);
        return {
          type: 'REFUSAL_NOTICED',
          facts: { ground: ground.code },
          basis: [cite('NĐ154 Đ.4 k3')],
          set: { noticedOn: on, noticeNumber: command.documentNumber.trim() },
          closes: [{ ruleId: 'TCD.REFUSE.NOTICE', outcome: 'met' }],
        };
      },
    },
  });

export interface ReplyCommand extends VisitActCommand {
  readonly content: string;
  readonly form: 'direct' | 'written';
  readonly documentNumber?: string | undefined;
}

/** The answer after reception: one of four contents within ten working days (LTCD Đ.28 k1). */
export const replyToVisitor = (deps: ReceptionDependencies, actor: Actor, command: ReplyCommand) => {
  const { content, form } = command;
  const documentNumber = command.documentNumber?.trim() || null;
  return actOnVisit(deps, actor, {
    command,
    act: {
      ...{ what: 'Trả lời sau khi tiếp', roles: DESK, request: { content, form, documentNumber } },
      decide: (visit, on) => {
        if (visit.repliedOn) throw alreadySettled('Đã trả lời công dân.');
        if (visit.outcome === null)
          throw wrongField('/content', 'OUTCOME.MISSING', 'Ghi kết quả lượt tiếp trước khi trả lời.');
        const lacks = replyLacks({ content, form, documentNumber, type: visit.type, outcome: visit.outcome });
        if (lacks.length > 0) throw unlawful('Nội dung trả lời chưa đúng', lacks);
        return {
          type: 'VISIT_REPLIED',
          facts: { content, form },
          basis: [cite('LTCD Đ.28 k1')],
          set: { repliedOn: on, replyContent: content as ReplyContent, replyForm: form, replyNumber: documentNumber },
          closes: [{ ruleId: 'TCD.REPLY', outcome: 'met' }],
        };
      },
    },
  });
};
