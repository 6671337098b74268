import { forms } from '#libs/documents';
import type { EarlierAnswers } from '#libs/persistence';
import { adviseResend, type EarlierStanding } from '#workflows/petition-handling';
import { isSealed, procedureTitle, stageTitle } from '../http/labels.js';
import type { EarlierAnswersDto } from './correction.dto.js';

const NOTHING: EarlierAnswersDto = {
  sealed: true,
  ...{ registerLabel: null, receivedOn: null, files: [], papers: [], nextSteps: [], notes: ['Đã gửi trước.'] },
};
const formTitle = (code: string): string => forms.findLast((form) => form.code === code)?.title ?? code;

/** What was answered to an earlier petition and what the law has for one that repeats it. */
export function earlierView(found: EarlierAnswers): EarlierAnswersDto {
  if (isSealed(found.type)) return NOTHING;
  const handling = found.files.find(({ procedure }) => procedure === 'petition-handling');
  const matter = found.files.filter((file) => file !== handling).at(-1);
  const steps = found.voided
    ? []
    : adviseResend({
        kind: found.type as EarlierStanding['kind'],
        handling: handling?.closed ? (handling.outcome ?? 'closed') : null,
        matter: matter ?? null,
      });
  return {
    sealed: false,
    registerLabel: found.register_label,
    receivedOn: found.received_on,
    files: found.files.map(({ id, procedure, procedure_version, stage, since, closed }) => ({
      ...{ id, since, closed },
      procedureTitle: procedureTitle(procedure, procedure_version),
      stageTitle: stageTitle(procedure, procedure_version, stage),
    })),
    papers: found.papers.map(({ id, form, number_label: number, issued_on: issuedOn }) => ({
      ...{ id, number, issuedOn },
      title: formTitle(form),
    })),
    nextSteps: steps.map(({ id, advice, citation }) => ({
      ...{ id, advice },
      citation: citation.text,
      confirmed: citation.mark === 'V',
    })),
    notes: found.voided ? ['Số của đơn trước đã hủy.'] : [],
  };
}
