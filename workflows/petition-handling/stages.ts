import { effects as fx, type Arrow, type Stage } from '#libs/procedure';
import type { Citation } from '#libs/statute';
import {
  anywhere,
  classify,
  dealtWith,
  elsewhere,
  fileAway,
  HANDLING,
  proposals,
  toInvestigation,
  withdraw,
} from './arrows.js';
import { law } from './law.js';

interface OpenSpec {
  readonly title: string;
  readonly basis: Citation;
  readonly owner: NonNullable<Stage['info']['owner']>;
  readonly clocks?: Stage['info']['clocks'];
  readonly publicTitle?: string;
  readonly arrows: readonly Arrow[];
  /** How the petition may leave handling here besides the stage's own ways. */
  readonly leaving?: readonly Arrow[];
}
const openStage = ({
  title,
  basis,
  owner,
  clocks = HANDLING,
  publicTitle = 'Đang xử lý đơn',
  arrows,
  leaving = [withdraw, toInvestigation],
}: OpenSpec): Stage => ({
  info: { title, basis, owner, clocks, publicTitle },
  arrows: [...arrows, ...anywhere, ...leaving],
});
const end = (
  title: string,
  basis: Citation,
  { outcome, publicTitle = title }: { outcome: string; publicTitle?: string },
): Stage => ({
  info: { title, basis, owner: null, clocks: { none: 'Đơn đã xử lý xong.' }, outcome, publicTitle },
});

export const stages: Readonly<Record<string, Stage>> = {
  received: openStage({
    title: 'Đã tiếp nhận, chờ phân loại',
    basis: law.receive,
    owner: 'receptionist',
    publicTitle: 'Đã tiếp nhận',
    arrows: [classify],
  }),
  classified: openStage({
    title: 'Đã phân loại, chờ kiểm tra điều kiện',
    basis: law.classify,
    owner: 'caseOfficer',
    arrows: [
      classify,
      { on: 'CHECK_ELIGIBILITY', to: 'eligible', needs: ['notMixed', 'eligible'], basis: law.eligibility },
      {
        on: 'CHECK_ELIGIBILITY',
        to: 'ineligible',
        needs: ['ineligible'],
        basis: law.ineligible,
        effects: [fx.remember('ineligibleGround', 'ground')],
      },
      {
        on: 'SPLIT',
        to: 'splitUp',
        needs: ['isMixed'],
        basis: law.split,
        // Each part is handled in a file of its own, its limits counted from the same day of receipt.
        effects: [
          ...dealtWith('KN.ACCEPT.L1', 'TC.REG'),
          { type: 'case.spawn', procedure: 'petition-handling', per: 'content' },
          fx.issue('TT05.SPLIT'),
        ],
      },
    ],
  }),
  eligible: openStage({
    title: 'Đủ điều kiện, chờ xác định thẩm quyền',
    basis: law.eligibility,
    owner: 'caseOfficer',
    arrows: [
      classify,
      { on: 'CHECK_COMPETENCE', to: 'competent', needs: ['competent'], basis: law.competence },
      {
        on: 'CHECK_COMPETENCE',
        to: 'notCompetent',
        needs: ['notCompetent'],
        basis: law.competence,
        effects: fx.when('denunciationClock', fx.open('TC.TRANSFER', 'receivedOn')),
      },
    ],
  }),
  ineligible: openStage({
    title: 'Không đủ điều kiện xử lý',
    basis: law.ineligible,
    owner: 'caseOfficer',
    arrows: [
      {
        on: 'REQUEST_SUPPLEMENT',
        to: 'supplementing',
        needs: ['missingContent', 'documentNumber'],
        basis: law.supplement,
        effects: [fx.issue('TT05.SUPPLEMENT')],
      },
      {
        on: 'TRANSFER_FOR_INSPECTION',
        to: 'transferredForInspection',
        needs: ['isDenunciation', 'inspectable', 'documentNumber'],
        basis: law.inspection,
        effects: [...dealtWith(), fx.met('TC.REG')],
      },
      { on: 'CHECK_ELIGIBILITY', to: 'eligible', needs: ['notMixed', 'eligible'], basis: law.eligibility },
      ...fileAway,
    ],
  }),
  supplementing: openStage({
    title: 'Chờ công dân bổ sung đơn',
    basis: law.supplement,
    owner: 'caseOfficer',
    publicTitle: 'Chờ bổ sung đơn',
    arrows: [{ on: 'RECEIVE_SUPPLEMENT', to: 'classified', basis: law.receive }, ...fileAway],
  }),
  competent: openStage({
    title: 'Thuộc thẩm quyền, chờ đề xuất thụ lý',
    basis: law.competence,
    owner: 'caseOfficer',
    arrows: [classify, ...proposals],
  }),
  notCompetent: openStage({
    title: 'Không thuộc thẩm quyền, chờ hướng dẫn hoặc chuyển đơn',
    basis: law.competence,
    owner: 'caseOfficer',
    clocks: [...HANDLING, 'TC.TRANSFER'],
    arrows: elsewhere,
  }),
  proposedAcceptance: openStage({
    title: 'Đã đề xuất thụ lý tố cáo, chờ quyết định',
    leaving: [toInvestigation],
    basis: law.denunciation,
    owner: 'chairman',
    clocks: ['TC.REG'],
    arrows: [
      {
        on: 'RECORD_DENUNCIATION_ACCEPTED',
        to: 'denunciationAccepted',
        needs: ['documentNumber'],
        basis: law.denunciationOutcome,
        effects: [fx.met('TC.REG'), fx.remember('handledOn')],
      },
      {
        on: 'RECORD_DENUNCIATION_REFUSED',
        to: 'denunciationRefused',
        needs: ['documentNumber'],
        basis: law.denunciationOutcome,
        effects: [fx.met('TC.REG'), fx.issue('ND31.05'), fx.remember('handledOn')],
      },
    ],
  }),
  resolvingFeedback: openStage({
    title: 'Đang giải quyết kiến nghị, phản ánh',
    leaving: [withdraw],
    basis: law.feedback,
    owner: 'caseOfficer',
    clocks: { none: 'Luật không định thời hạn trả lời nội dung kiến nghị, phản ánh; chỉ theo mục tiêu nội bộ.' },
    publicTitle: 'Đang giải quyết',
    arrows: [
      {
        on: 'ANSWER_FEEDBACK',
        to: 'answered',
        needs: ['documentNumber'],
        basis: law.feedbackAnswer,
        effects: [fx.issue('FEEDBACK.ANSWER'), fx.remember('handledOn')],
      },
    ],
  }),
  complaintOpened: end('Đã mở hồ sơ giải quyết khiếu nại', law.competentComplaint, {
    outcome: 'acceptanceProposed',
    publicTitle: 'Đã chuyển sang giải quyết khiếu nại',
  }),
  guided: end('Đã hướng dẫn', law.guideComplaint, { outcome: 'guided' }),
  transferred: end('Đã chuyển đơn', law.competence, { outcome: 'transferred' }),
  returned: end('Đã trả lại nơi chuyển đơn', law.returnToForwarder, { outcome: 'returned' }),
  filed: end('Lưu đơn', law.file, { outcome: 'filed', publicTitle: 'Đã xử lý xong' }),
  notProcessed: end('Không xử lý', law.notProcessedDenunciation, {
    outcome: 'notProcessed',
    publicTitle: 'Đã xử lý xong',
  }),
  splitUp: end('Đã tách đơn', law.split, { outcome: 'split' }),
  answered: end('Đã trả lời kiến nghị, phản ánh', law.feedbackAnswer, { outcome: 'answered' }),
  withdrawn: end('Đã rút đơn', law.withdraw, { outcome: 'withdrawn' }),
  denunciationAccepted: end('Đã có quyết định thụ lý tố cáo', law.denunciationOutcome, {
    outcome: 'denunciationAccepted',
    publicTitle: 'Đã xử lý xong',
  }),
  denunciationRefused: end('Không thụ lý tố cáo', law.denunciationOutcome, {
    outcome: 'denunciationRefused',
    publicTitle: 'Đã xử lý xong',
  }),
  transferredForInspection: end('Đã chuyển để thanh tra, kiểm tra', law.inspection, {
    outcome: 'transferredForInspection',
    publicTitle: 'Đã xử lý xong',
  }),
  transferredToInvestigation: end('Đã chuyển cơ quan điều tra', law.investigation, {
    outcome: 'transferredToInvestigation',
    publicTitle: 'Đã xử lý xong',
  }),
};
