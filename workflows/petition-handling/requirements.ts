import { need, requirementTable, type Facts, type Requirement } from '#libs/procedure';
import { NEW_LAW_FROM, dayFact, present, underNewLaw } from '../common/dates.js';
import { INELIGIBLE_GROUNDS } from './grounds.js';
import { law } from './law.js';

/** What the petition is taken for now: by its content once classified, by the desk's first reading before. */
const kindOf = (facts: Facts): string => String(facts.classifiedAs ?? facts.petitionType);
const holds = (kind: string, part: 'complaint' | 'denunciation'): boolean => kind === part || kind === 'mixed';
const turnsInto = (facts: Facts, part: 'complaint' | 'denunciation'): boolean =>
  holds(String(facts.contentType), part) && !holds(kindOf(facts), part);
const leaves = (facts: Facts, part: 'complaint' | 'denunciation'): boolean =>
  !holds(String(facts.contentType), part) && holds(kindOf(facts), part);
const INELIGIBLE: ReadonlySet<string> = new Set(INELIGIBLE_GROUNDS.map((ground) => ground.value));

const kinds: readonly Requirement[] = [
  need('isComplaint', 'Nội dung là khiếu nại', law.classify).when((facts) => kindOf(facts) === 'complaint', {
    met: { petitionType: 'complaint' },
    unmet: { petitionType: 'feedback' },
  }),
  need('isDenunciation', 'Nội dung là tố cáo', law.classify).when((facts) => kindOf(facts) === 'denunciation', {
    met: { petitionType: 'denunciation' },
    unmet: { petitionType: 'complaint' },
  }),
  need('isFeedback', 'Nội dung là kiến nghị, phản ánh', law.classify).when((facts) => kindOf(facts) === 'feedback', {
    met: { petitionType: 'feedback' },
    unmet: { petitionType: 'complaint' },
  }),
  need('isMixed', 'Đơn có nhiều nội dung', law.split).when((facts) => kindOf(facts) === 'mixed', {
    met: { petitionType: 'mixed' },
    unmet: { petitionType: 'complaint' },
  }),
  need('notMixed', 'Đơn nhiều nội dung phải tách trước', law.split).when((facts) => kindOf(facts) !== 'mixed', {
    met: { petitionType: 'complaint' },
    unmet: { petitionType: 'mixed' },
  }),
  need('notDenunciation', 'Không phải tố cáo', law.classify).when((facts) => kindOf(facts) !== 'denunciation', {
    met: { petitionType: 'complaint' },
    unmet: { petitionType: 'denunciation' },
  }),
  need('typeChosen', 'Chọn loại nội dung, không theo tiêu đề đơn', law.classify).whenInput(
    (facts) => ['complaint', 'denunciation', 'feedback', 'mixed'].includes(String(facts.contentType)),
    {
      met: { contentType: 'complaint' },
      unmet: {},
    },
  ),
];

const clocks: readonly Requirement[] = [
  need('complaintClock', 'Thời hạn thụ lý khiếu nại chạy từ ngày nhận đơn', law.competentComplaint).when(
    (facts) => holds(kindOf(facts), 'complaint'),
    {
      met: { petitionType: 'complaint' },
      unmet: { petitionType: 'feedback' },
    },
  ),
  need(
    'denunciationClock',
    'Thời hạn xử lý ban đầu tố cáo chạy từ ngày nhận; thông tin gửi trực tuyến không phải tố cáo theo Luật',
    law.online,
  ).when((facts) => holds(kindOf(facts), 'denunciation') && facts.channel !== 'online', {
    met: { petitionType: 'denunciation' },
    unmet: { petitionType: 'denunciation', channel: 'online' },
  }),
  need('disciplineKnown', 'Ngưỡng 45 ngày có từ 01/07/2026', law.discipline).when(
    (facts) => (dayFact(facts, 'receivedOn') ?? '') >= NEW_LAW_FROM,
    {
      met: { receivedOn: '2026-07-02' },
      unmet: { receivedOn: '2026-06-29' },
    },
  ),
  need('handledInternally', 'Không thuộc thời hạn xử lý tố cáo', law.classify).when(
    (facts) => kindOf(facts) !== 'denunciation' || facts.channel === 'online',
    {
      met: { petitionType: 'complaint' },
      unmet: { petitionType: 'denunciation' },
    },
  ),
  need('turnsIntoComplaint', 'Phân loại lại thành khiếu nại', law.classify).whenInput(
    (facts) => turnsInto(facts, 'complaint'),
    {
      met: { petitionType: 'feedback', contentType: 'complaint' },
      unmet: { petitionType: 'complaint', contentType: 'complaint' },
    },
  ),
  need('leavesComplaint', 'Phân loại lại, không còn khiếu nại', law.classify).whenInput(
    (facts) => leaves(facts, 'complaint'),
    {
      met: { petitionType: 'complaint', contentType: 'feedback' },
      unmet: { petitionType: 'complaint', contentType: 'complaint' },
    },
  ),
  need('turnsIntoDenunciation', 'Phân loại lại thành tố cáo', law.classify).whenInput(
    (facts) => turnsInto(facts, 'denunciation') && facts.channel !== 'online',
    {
      met: { petitionType: 'complaint', contentType: 'denunciation' },
      unmet: { petitionType: 'denunciation', contentType: 'denunciation' },
    },
  ),
  need('leavesDenunciation', 'Phân loại lại, không còn tố cáo', law.classify).whenInput(
    (facts) => leaves(facts, 'denunciation'),
    {
      met: { petitionType: 'denunciation', contentType: 'complaint' },
      unmet: { petitionType: 'denunciation', contentType: 'denunciation' },
    },
  ),
];

const checks: readonly Requirement[] = [
  need('eligible', 'Đơn đủ điều kiện xử lý', law.eligibility).whenInput((facts) => facts.eligible === true, {
    met: { eligible: true },
    unmet: { eligible: false },
  }),
  need('ineligible', 'Đơn không đủ điều kiện xử lý, có lý do trong danh mục', law.ineligible).whenInput(
    (facts) => facts.eligible === false && INELIGIBLE.has(String(facts.ground)),
    {
      met: { eligible: false, ground: 'UNREADABLE' },
      unmet: { eligible: false },
    },
  ),
  need('competent', 'Thuộc thẩm quyền giải quyết', law.competence).whenInput((facts) => facts.competent === true, {
    met: { competent: true },
    unmet: { competent: false },
  }),
  need('notCompetent', 'Không thuộc thẩm quyền giải quyết', law.competence).whenInput(
    (facts) => facts.competent === false,
    { met: { competent: false }, unmet: { competent: true } },
  ),
  need('missingContent', 'Đơn thiếu nội dung có thể bổ sung', law.supplement).when(
    (facts) => facts.ineligibleGround === 'MISSING_CONTENT',
    {
      met: { ineligibleGround: 'MISSING_CONTENT' },
      unmet: { ineligibleGround: 'UNREADABLE' },
    },
  ),
  need(
    'inspectable',
    'Thông tin tố cáo không rõ người gửi nhưng rõ người vi phạm, có tài liệu, chứng cứ cụ thể',
    law.inspection,
  ).whenInput(
    (facts) => ['ANONYMOUS', 'WRONG_FORM'].includes(String(facts.ineligibleGround)) && facts.clearEvidence === true,
    { met: { ineligibleGround: 'ANONYMOUS', clearEvidence: true }, unmet: { ineligibleGround: 'ANONYMOUS' } },
  ),
];

const ways: readonly Requirement[] = [
  need('notGuidedBefore', 'Chỉ hướng dẫn, chuyển đơn một lần về cùng nội dung', law.guideOnce).when(
    (facts) => facts.guidedBefore !== true,
    { met: {}, unmet: { guidedBefore: true } },
  ),
  need(
    'fromCitizen',
    'Đơn do công dân gửi trực tiếp; đơn do cơ quan khác chuyển đến thì trả lại nơi chuyển',
    law.returnToForwarder,
  ).when((facts) => !present(facts, 'forwarderKind'), {
    met: {},
    unmet: { forwarderKind: 'deputy' },
  }),
  need('forwarded', 'Đơn do cơ quan, tổ chức, cá nhân khác chuyển đến', law.returnToForwarder).when(
    (facts) => present(facts, 'forwarderKind'),
    { met: { forwarderKind: 'deputy' }, unmet: {} },
  ),
  need(
    'transferAllowed',
    'Từ 01/07/2026 được chuyển khiếu nại không thuộc thẩm quyền; trước đó chỉ hướng dẫn',
    law.transferComplaint,
  ).when(underNewLaw, {
    met: { occurredOn: '2026-07-06' },
    unmet: { occurredOn: '2026-06-29' },
  }),
  need('inPerson', 'Người tố cáo đến trực tiếp', law.denunciationGuide).when((facts) => facts.channel === 'counter', {
    met: { channel: 'counter' },
    unmet: { channel: 'post' },
  }),
  need('crimeSign', 'Có dấu hiệu tội phạm', law.investigation).whenInput((facts) => facts.crimeSign === true, {
    met: { crimeSign: true },
    unmet: {},
  }),
  need('documentNumber', 'Có số văn bản', law.responsibility).whenInput((facts) => present(facts, 'documentNumber'), {
    met: { documentNumber: true },
    unmet: {},
  }),
  need('withdrawalSigned', 'Đơn rút có chữ ký hoặc điểm chỉ', law.withdraw).whenInput(
    (facts) => facts.signed === true,
    { met: { signed: true }, unmet: {} },
  ),
  need('correctionExplained', 'Nêu rõ sai ở đâu và căn cứ đính chính', law.responsibility).whenInput(
    (facts) => present(facts, 'correction'),
    { met: { correction: true }, unmet: {} },
  ),
];

export const requirements = requirementTable([...kinds, ...clocks, ...checks, ...ways]);
