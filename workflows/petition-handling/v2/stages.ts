import { effects as fx, type Arrow, type Stage } from '#libs/procedure';
import type { Citation } from '#libs/statute';
import {
  anywhere,
  classify,
  dealtWith,
  fileAway,
  HANDLING,
  headDecides,
  heads,
  keptAway,
  receiveOriginals,
  reports,
  representatives,
  returnOriginals,
  toInvestigation,
  withdraw,
} from './arrows.js';
import { elsewhere, proposals } from './arrows-ways.js';
import { ends } from './ends.js';
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

const receiving: Readonly<Record<string, Stage>> = {
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
        to: 'splitting',
        needs: ['isMixed', 'severalParts'],
        basis: law.split,
        effects: [fx.issue('TT05.SPLIT'), fx.remember('contentsToSplit', 'contents')],
      },
      receiveOriginals,
    ],
  }),
  splitting: openStage({
    title: 'Đã hướng dẫn tách đơn, chờ vào sổ từng phần',
    basis: law.split,
    owner: 'receptionist',
    arrows: [
      {
        on: 'COMPLETE_SPLIT',
        to: 'splitUp',
        needs: ['allPartsRegistered'],
        basis: law.split,
        // Each part is a petition of its own, its limits counted from the same day of receipt.
        effects: [...dealtWith('KN.ACCEPT.L1', 'TC.REG', 'TC.PRESS')],
      },
    ],
    leaving: [withdraw],
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
        effects: [
          ...fx.when('denunciationClock', fx.open('TC.TRANSFER', 'receivedOn')),
          fx.remember('outsideMatter', 'outsideMatter'),
        ],
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
        effects: [
          ...dealtWith(),
          fx.met('TC.REG'),
          ...fx.when('pressed', fx.issue('TC.FORWARD.RESULT')),
          fx.met('TC.PRESS'),
          fx.issue('TRANSFER.INSPECTION'),
        ],
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
};

const deciding: Readonly<Record<string, Stage>> = {
  competent: openStage({
    title: 'Thuộc thẩm quyền, chờ đề xuất thụ lý',
    basis: law.competence,
    owner: 'caseOfficer',
    arrows: [classify, ...proposals, ...representatives, receiveOriginals, returnOriginals(), ...reports, ...heads],
  }),
  notCompetent: openStage({
    title: 'Không thuộc thẩm quyền, chờ hướng dẫn hoặc chuyển đơn',
    basis: law.competence,
    owner: 'caseOfficer',
    clocks: [...HANDLING, 'TC.TRANSFER'],
    arrows: [...elsewhere, returnOriginals(), ...reports],
  }),
  holdingOriginals: openStage({
    title: 'Đã mở hồ sơ giải quyết, còn giữ bản gốc phải trả',
    basis: law.originals,
    owner: 'caseOfficer',
    clocks: { none: 'Bản gốc được trả ngay sau khi có quyết định giải quyết; không có số ngày.' },
    publicTitle: 'Đã chuyển sang giải quyết',
    arrows: [
      returnOriginals('complaintOpened', 'isComplaint'),
      returnOriginals('denunciationOpened', 'isDenunciation'),
      returnOriginals('feedbackOpened', 'isFeedback'),
    ],
    leaving: [],
  }),
};

const kept = (title: string, basis: Citation): Stage =>
  openStage({
    title,
    basis,
    owner: 'caseOfficer',
    clocks: ['XLD.ARCHIVE'],
    publicTitle: 'Đã xử lý xong',
    arrows: keptAway,
    leaving: [],
  });

const keeping: Readonly<Record<string, Stage>> = {
  filed: kept('Lưu đơn', law.file),
  notProcessed: kept('Không xử lý, lưu đơn', law.notProcessedDenunciation),
  destructionProposed: openStage({
    title: 'Đã lưu đủ một năm, chờ người đứng đầu quyết định tiêu hủy',
    basis: law.archive,
    owner: 'chairman',
    clocks: { none: 'Không có thời hạn để quyết định tiêu hủy.' },
    publicTitle: 'Đã xử lý xong',
    arrows: headDecides,
    leaving: [],
  }),
};

const { received, ...sorting } = receiving as { received: Stage } & typeof receiving;
const { holdingOriginals, ...choosing } = deciding as { holdingOriginals: Stage } & typeof deciding;

/** In the order of the usual way; what lies beside it stands before it, so that the map does not take it for the way. */
export const stages: Readonly<Record<string, Stage>> = {
  received,
  ...keeping,
  holdingOriginals,
  ...sorting,
  ...choosing,
  ...ends,
};
