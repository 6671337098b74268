import { need, requirementTable, type Facts, type Requirement } from '#libs/procedure';
import { dayFact, daysFromTo, present, underNewLaw } from '../../common/dates.js';
import { requirements as before } from '../requirements.js';
import { law } from './law.js';
import { INELIGIBLE_GROUNDS } from './grounds.js';

const INELIGIBLE: ReadonlySet<string> = new Set(INELIGIBLE_GROUNDS.map((ground) => ground.value));
const number = (facts: Facts, name: string): number => {
  const value = facts[name];
  return typeof value === 'number' ? value : 0;
};
const SMALLEST_GROUP = 5;
const LARGER_GROUP = 11;
const isGroup = (facts: Facts): boolean => number(facts, 'groupSize') >= SMALLEST_GROUP;
/** One or two representatives for five to ten people, up to five for more (LTCD Đ.29). */
export const mostRepresentatives = (people: number): number => (people >= LARGER_GROUP ? 5 : 2);
const holdsOriginals = (facts: Facts): boolean =>
  number(facts, 'originalsHeld') > 0 && !present(facts, 'originalsReturnedOn');
const OTHER_REPORTS: ReadonlySet<string> = new Set(['MASS_OR_COMPLEX', 'POLITICAL', 'COMPETENCE']);
const SEALED: ReadonlySet<string> = new Set(['denunciation', 'mixed']);
const ARCHIVE_DAYS = 365;

const groups: readonly Requirement[] = [
  need('isGroup', 'Từ năm người trở lên cùng đứng đơn về một nội dung', law.representatives).when(isGroup, {
    met: { groupSize: 40 },
    unmet: { groupSize: 1 },
  }),
  need(
    'representativesAllowed',
    'Từ năm đến mười người cử một hoặc hai người đại diện; trên mười người cử không quá năm người',
    law.representatives,
  ).whenInput(
    (facts) =>
      number(facts, 'representatives') >= 1 &&
      number(facts, 'representatives') <= mostRepresentatives(number(facts, 'groupSize')),
    { met: { groupSize: 40, representatives: 5 }, unmet: { groupSize: 8, representatives: 3 } },
  ),
  need(
    'appointmentSigned',
    'Có văn bản cử người đại diện với chữ ký của tất cả những người đứng đơn',
    law.representatives,
  ).whenInput((facts) => facts.appointmentSigned === true, { met: { appointmentSigned: true }, unmet: {} }),
  need('groupComplete', 'Đơn nhiều người phải có văn bản cử người đại diện', law.groupPapers).when(
    (facts) => !isGroup(facts) || dayFact(facts, 'representedOn') !== undefined,
    { met: { groupSize: 40, representedOn: '2026-07-03' }, unmet: { groupSize: 40 } },
  ),
];

const originals: readonly Requirement[] = [
  need('noOriginalsYet', 'Chưa nhận bản gốc nào của đơn này', law.originals).when(
    (facts) => number(facts, 'originalsHeld') === 0,
    { met: {}, unmet: { originalsHeld: 2 } },
  ),
  need('originalsHeld', 'Cơ quan đang giữ bản gốc giấy tờ, tài liệu', law.originals).when(holdsOriginals, {
    met: { originalsHeld: 2 },
    unmet: {},
  }),
  need('originalsAllReturned', 'Trả đủ số bản gốc đã ghi trong giấy biên nhận', law.originals).whenInput(
    (facts) => number(facts, 'originalsCount') === number(facts, 'originalsHeld'),
    { met: { originalsHeld: 1, originalsCount: 1 }, unmet: { originalsHeld: 2, originalsCount: 1 } },
  ),
];

const spawning: readonly Requirement[] = [
  need('disciplinary', 'Khiếu nại quyết định kỷ luật cán bộ, công chức', law.disciplinary).whenInput(
    (facts) => facts.procedure === 'disciplinary-complaint',
    { met: { procedure: 'disciplinary-complaint' }, unmet: {} },
  ),
  need(
    'instanceReasoned',
    'Khiếu nại lần hai phải nêu lý do; đã có quyết định lần đầu thì ghi ngày nhận quyết định đó',
    law.secondInstance,
  ).whenInput(
    (facts) =>
      facts.instance !== 'second' ||
      facts.appealGround === 'overdue' ||
      (facts.appealGround === 'disagree' && present(facts, 'firstDecisionOn')),
    { met: { instance: 'second', appealGround: 'overdue' }, unmet: { instance: 'second' } },
  ),
];

const denounced: readonly Requirement[] = [
  need(
    'sealedFirst',
    'Đơn có nội dung tố cáo phải vào sổ là đơn tố cáo hoặc đơn nhiều nội dung để giữ bí mật người tố cáo: hủy số, vào sổ lại',
    law.secrecy,
  ).whenInput(
    (facts) =>
      !SEALED.has(String(facts.contentType)) ||
      facts.petitionType === undefined ||
      SEALED.has(String(facts.petitionType)),
    {
      met: { petitionType: 'mixed', contentType: 'denunciation' },
      unmet: { petitionType: 'complaint', contentType: 'denunciation' },
    },
  ),
  need('lawfulForm', 'Thông tin gửi trực tuyến không phải hình thức tố cáo, không mở hồ sơ tố cáo', law.online).when(
    (facts) => facts.channel !== 'online',
    { met: { channel: 'post' }, unmet: { channel: 'online' } },
  ),
];

const forwarding: readonly Requirement[] = [
  need('pressed', 'Tố cáo do báo chí, cơ quan, tổ chức có thẩm quyền chuyển đến', law.forwarderAnswer).when(
    (facts) => facts.petitionType === 'denunciation' && present(facts, 'forwarderKind') && facts.channel !== 'online',
    { met: { petitionType: 'denunciation', forwarderKind: 'press' }, unmet: { petitionType: 'denunciation' } },
  ),
  need('receptionOfFeedback', 'Công dân đến kiến nghị, phản ánh trực tiếp', law.receptionAnswer).when(
    (facts) => facts.petitionType === 'feedback' && facts.channel === 'counter',
    {
      met: { petitionType: 'feedback', channel: 'counter' },
      unmet: { petitionType: 'feedback', channel: 'post' },
    },
  ),
  need(
    'mayLeave',
    'Trước 01/07/2026 đơn khiếu nại do cơ quan khác chuyển đến thì trả lại nơi chuyển; từ 01/07/2026 được hướng dẫn',
    law.forwardedLeaves,
  ).when((facts) => !present(facts, 'forwarderKind') || underNewLaw(facts), {
    met: { forwarderKind: 'deputy', occurredOn: '2026-08-03' },
    unmet: { forwarderKind: 'deputy', occurredOn: '2026-06-15' },
  }),
  need('forwardedOften', 'Đơn đã qua từ hai lần chuyển', law.notBack).when((facts) => number(facts, 'hops') >= 2, {
    met: { hops: 2 },
    unmet: {},
  }),
  need(
    'notBack',
    'Nơi nhận đã từng nhận, chuyển chính đơn này: không chuyển vòng, mỗi nội dung chỉ chuyển một lần',
    law.notBack,
  ).whenInput(
    (facts) => {
      const chain = facts.chain;
      return !Array.isArray(chain) || !(chain as readonly unknown[]).includes(facts.receivingAgencyId);
    },
    { met: { chain: [1], receivingAgencyId: 2 }, unmet: { chain: [1], receivingAgencyId: 1 } },
  ),
];

const heads: readonly Requirement[] = [
  ...(
    [
      ['overdueBelow', 'SUBORDINATE_OVERDUE', 'Báo cáo cấp dưới quá thời hạn chưa giải quyết', law.subordinate],
      ['unlawfulResolution', 'UNLAWFUL_RESOLUTION', 'Báo cáo quyết định giải quyết có dấu hiệu vi phạm', law.review],
      ['irreparable', 'IRREPARABLE', 'Báo cáo thi hành quyết định gây hậu quả khó khắc phục', law.stay],
    ] as const
  ).map(([code, ground, title, basis]) =>
    need(code, title, basis).whenInput((facts) => facts.reportGround === ground, {
      met: { reportGround: ground },
      unmet: { reportGround: 'MASS_OR_COMPLEX' },
    }),
  ),
  need('otherReport', 'Báo cáo vụ việc đông người, phức tạp hoặc nội dung khác', law.reportComplex).whenInput(
    (facts) => OTHER_REPORTS.has(String(facts.reportGround)),
    { met: { reportGround: 'MASS_OR_COMPLEX' }, unmet: { reportGround: 'IRREPARABLE' } },
  ),
  need('overdueReported', 'Đã báo cáo việc cấp dưới quá thời hạn', law.subordinate).when(
    (facts) => dayFact(facts, 'overdueReportedOn') !== undefined,
    { met: { overdueReportedOn: '2026-07-08' }, unmet: {} },
  ),
  need('reviewReported', 'Đã báo cáo dấu hiệu vi phạm của quyết định giải quyết', law.review).when(
    (facts) => dayFact(facts, 'unlawfulReportedOn') !== undefined,
    { met: { unlawfulReportedOn: '2026-07-08' }, unmet: {} },
  ),
];

const keeping: readonly Requirement[] = [
  need('yearOver', 'Đơn đã lưu đủ một năm', law.archive).when(
    (facts) => (daysFromTo(facts, 'filedOn', 'occurredOn') ?? -1) >= ARCHIVE_DAYS,
    {
      met: { filedOn: '2026-07-08', occurredOn: '2027-07-09' },
      unmet: { filedOn: '2026-07-08', occurredOn: '2026-12-01' },
    },
  ),
  need('allPartsRegistered', 'Từng phần đã tách có đơn riêng trong sổ', law.split).whenInput(
    (facts) => Array.isArray(facts.contentsToSplit) && number(facts, 'parts') >= facts.contentsToSplit.length,
    {
      met: { parts: 2, contentsToSplit: ['complaint', 'denunciation'] },
      unmet: { parts: 1, contentsToSplit: ['complaint', 'denunciation'] },
    },
  ),
  need('severalParts', 'Tách thành ít nhất hai phần', law.split).whenInput(
    (facts) => Array.isArray(facts.contents) && facts.contents.length >= 2,
    { met: { contents: ['complaint', 'denunciation'] }, unmet: { contents: ['complaint'] } },
  ),
];

const { ineligible, fromCitizen: _fromCitizen, ...unchanged } = before;

/** Requirements of version 1 that hold unchanged, with those of version 2. */
export const requirements = requirementTable([
  ...Object.values(unchanged),
  need('ineligible', ineligible!.title, ineligible!.citation).whenInput(
    (facts) => facts.eligible === false && INELIGIBLE.has(String(facts.ground)),
    ineligible!.exercised,
  ),
  ...groups,
  ...originals,
  ...spawning,
  ...denounced,
  ...forwarding,
  ...heads,
  ...keeping,
]);
