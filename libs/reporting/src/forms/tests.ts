import type { Period } from '../facts.js';
import { within } from '../facts.js';
import { MEASURES } from '../measures.js';
import { DEALT_WITH, type CaseRow, type PetitionRow, type SessionRow, type VisitRow } from './rows.js';

/** đoàn đông người: five people or more (in the code of a supplier to the inspectorate; no text was seen). */
export const CROWD = 5;

interface Test<Row> {
  /** Completes “tính …”. */
  readonly says: string;
  readonly holds: (row: Row, period: Period) => boolean;
}
type Tests<Row> = Readonly<Record<string, Test<Row>>>;
const test = <Row>(says: string, holds: Test<Row>['holds']): Test<Row> => ({ says, holds });

const LAND: ReadonlySet<string> = new Set(['Đất đai', 'Bồi thường, hỗ trợ, tái định cư', 'Xây dựng, trật tự đô thị']);
const POLICY: ReadonlySet<string> = new Set(['Chính sách xã hội', 'Người có công']);
const OFFICE: ReadonlySet<string> = new Set(['Cán bộ, công chức', 'Thái độ phục vụ']);
const JUDICIAL: ReadonlySet<string> = new Set(['JUDICIAL', 'ENFORCEMENT']);

const handledBy = ({ handledOn }: PetitionRow, { to }: Period): boolean => handledOn !== null && handledOn <= to;
const resolvedBy = ({ resolvedOn }: PetitionRow, { to }: Period): boolean => resolvedOn !== null && resolvedOn <= to;
/** How often the matter has been resolved by the end of the period: here, and before it came here. */
const times = (row: PetitionRow, period: Period): number =>
  (row.resolvedBefore ? 1 : 0) + (resolvedBy(row, period) ? 1 : 0);
const fieldIn =
  (names: ReadonlySet<string>) =>
  ({ outsideMatter, field }: PetitionRow): boolean =>
    outsideMatter === null && field !== null && names.has(field);
const isOutside = ({ competent, way }: PetitionRow): boolean =>
  competent === false || (competent === null && way === 'investigated');

export const PETITION_TESTS = {
  inHand: test('đơn nhận đến cuối kỳ mà trước kỳ chưa xử lý xong', ({ receivedOn, handledOn }: PetitionRow, {
    from,
    to,
  }) => receivedOn <= to && (handledOn === null || handledOn >= from)),
  receivedBefore: test('nhận trước kỳ', ({ receivedOn }: PetitionRow, { from }) => receivedOn < from),
  received: test('nhận trong kỳ', ({ receivedOn }: PetitionRow, period) => within(receivedOn, period)),
  handled: test('đã xử lý trong kỳ', ({ handledOn }: PetitionRow, period) => within(handledOn, period)),
  unhandled: test('đến cuối kỳ chưa xử lý', (row: PetitionRow, period) => !handledBy(row, period)),
  eligible:
    test('đã kết luận đủ điều kiện và đã đề xuất thụ lý, hướng dẫn, chuyển, trả lại hoặc đôn đốc (đơn đã rút, đơn lưu không tính)', ({
      eligible,
      way,
    }: PetitionRow) => eligible === true && way !== null && DEALT_WITH.has(way)),
  complaint: test('khiếu nại theo nội dung', ({ content }: PetitionRow) => content === 'complaint'),
  denunciation: test('tố cáo theo nội dung', ({ content }: PetitionRow) => content === 'denunciation'),
  feedback: test('kiến nghị, phản ánh theo nội dung', ({ content }: PetitionRow) => content === 'feedback'),
  competent: test('đã xác định thuộc thẩm quyền', ({ competent }: PetitionRow) => competent === true),
  outside: test('đã xác định không thuộc thẩm quyền, hoặc chuyển cơ quan điều tra', isOutside),
  guided: test('đã hướng dẫn', ({ way }: PetitionRow) => way === 'guided'),
  sent: test('đã chuyển, trả lại nơi chuyển hoặc chuyển cơ quan điều tra', ({ way }: PetitionRow) =>
    way === 'transferred' || way === 'returned' || way === 'investigated'),
  guidedOrSent: test('đã hướng dẫn, chuyển hoặc trả lại nơi chuyển', ({ way }: PetitionRow) =>
    way === 'guided' || way === 'transferred' || way === 'returned' || way === 'investigated'),
  urged: test('đã yêu cầu cấp dưới giải quyết, xem xét lại', ({ way }: PetitionRow) => way === 'urged'),
  administrative: test('lĩnh vực hành chính có ghi tên', ({ outsideMatter, field }: PetitionRow) =>
    outsideMatter === null && field !== null),
  policy: test('lĩnh vực Chính sách xã hội, Người có công', fieldIn(POLICY)),
  land: test('lĩnh vực Đất đai, Bồi thường, Xây dựng', fieldIn(LAND)),
  office: test('lĩnh vực Cán bộ, công chức, Thái độ phục vụ', fieldIn(OFFICE)),
  otherThanPolicyLand: test('lĩnh vực khác', ({ outsideMatter, field }: PetitionRow) =>
    outsideMatter === null && field !== null && !POLICY.has(field) && !LAND.has(field)),
  otherThanPolicyLandOffice: test('lĩnh vực khác', ({ outsideMatter, field }: PetitionRow) =>
    outsideMatter === null && field !== null && !POLICY.has(field) && !LAND.has(field) && !OFFICE.has(field)),
  judicial: test('ghi là hoạt động tố tụng, thi hành án', ({ outsideMatter }: PetitionRow) =>
    outsideMatter !== null && JUDICIAL.has(outsideMatter)),
  party: test('ghi là việc của tổ chức Đảng', ({ outsideMatter }: PetitionRow) => outsideMatter === 'PARTY'),
  elsewhere: test('ngoài các lĩnh vực trên hoặc chưa ghi lĩnh vực', ({ outsideMatter, field }: PetitionRow) =>
    outsideMatter === null ? field === null : outsideMatter !== 'PARTY' && !JUDICIAL.has(outsideMatter)),
  notJudicialPolicyLand: test('lĩnh vực khác hoặc chưa ghi lĩnh vực', (row: PetitionRow) =>
    row.outsideMatter === null
      ? row.field === null || (!POLICY.has(row.field) && !LAND.has(row.field))
      : !JUDICIAL.has(row.outsideMatter)),
  neverResolved: test('đến cuối kỳ chưa giải quyết lần nào', (row: PetitionRow, period) => times(row, period) === 0),
  resolvedOnce: test('đến cuối kỳ đã giải quyết một lần', (row: PetitionRow, period) => times(row, period) === 1),
  resolvedAgain: test('đến cuối kỳ đã giải quyết từ hai lần', (row: PetitionRow, period) => times(row, period) > 1),
  answered: test('đến cuối kỳ đã trả lời, giải quyết', resolvedBy),
  unanswered: test('đến cuối kỳ chưa trả lời, giải quyết', (row: PetitionRow, period) => !resolvedBy(row, period)),
  firstTime: test('lần đầu', ({ again }: PetitionRow) => !again),
  again: test('lần hai (khiếu nại), tố cáo tiếp', ({ again }: PetitionRow) => again),
  againForLateness: test('tố cáo tiếp do cấp dưới quá hạn', ({ again, forLateness }: PetitionRow) =>
    again && forLateness),
  againAfterConclusion: test('tố cáo tiếp sau kết luận', ({ again, forLateness }: PetitionRow) =>
    again && !forLateness),
} as const satisfies Tests<PetitionRow>;
export type PetitionTest = keyof typeof PETITION_TESTS;

const decided = ({ fact }: CaseRow, period: Period): boolean =>
  MEASURES.resolved.counts(fact, period) && fact.resolvedAs === 'resolved';
const discontinued = ({ fact }: CaseRow, period: Period): boolean =>
  MEASURES.resolved.counts(fact, period) && fact.resolvedAs === 'discontinued';

export const CASE_TESTS = {
  ofComplaint: test('hồ sơ giải quyết khiếu nại', ({ fact }: CaseRow) =>
    fact.procedure === 'complaint' || fact.procedure === 'disciplinary-complaint'),
  ofDenunciation: test('hồ sơ giải quyết tố cáo', ({ fact }: CaseRow) => fact.procedure === 'denunciation'),
  onHand: test('thuộc thẩm quyền: kỳ trước chuyển sang hoặc thụ lý trong kỳ', ({ fact }: CaseRow, period) =>
    MEASURES.inCompetence.counts(fact, period)),
  acceptedBefore: test('thụ lý trước kỳ', ({ fact }: CaseRow, { from }) => (fact.acceptedOn ?? from) < from),
  accepted: test('thụ lý trong kỳ', ({ fact }: CaseRow, period) => within(fact.acceptedOn, period)),
  ended: test('đã giải quyết trong kỳ, kể cả đình chỉ', ({ fact }: CaseRow, period) =>
    MEASURES.resolved.counts(fact, period)),
  decided: test('đã ban hành quyết định giải quyết, kết luận trong kỳ', decided),
  discontinued: test('đã đình chỉ giải quyết trong kỳ', discontinued),
  withdrawn: test('đình chỉ trong kỳ do rút toàn bộ', (row: CaseRow, period) =>
    discontinued(row, period) && row.endGround === 'WITHDRAWN'),
  endedOtherwise: test('đình chỉ trong kỳ không do rút', (row: CaseRow, period) =>
    discontinued(row, period) && row.endGround !== 'WITHDRAWN'),
  firstTime: test('lần đầu', ({ again }: CaseRow) => !again),
  again: test('lần hai, tố cáo tiếp', ({ again }: CaseRow) => again),
  right: test('kết luận đúng', ({ conclusion }: CaseRow) => conclusion === 'right'),
  wrong: test('kết luận sai', ({ conclusion }: CaseRow) => conclusion === 'wrong'),
  partlyRight: test('kết luận đúng một phần', ({ conclusion }: CaseRow) => conclusion === 'partlyRight'),
  rightOrPartly: test('kết luận đúng toàn bộ hoặc một phần', ({ conclusion }: CaseRow) =>
    conclusion === 'right' || conclusion === 'partlyRight'),
  inTime: test('không sau hạn giải quyết (kể cả khi hạn đang tạm dừng)', ({ fact }: CaseRow) =>
    fact.dueOn === null || fact.resolvedOn === null || fact.resolvedOn <= fact.dueOn),
  late: test('sau hạn giải quyết', ({ fact }: CaseRow) =>
    fact.dueOn !== null && fact.resolvedOn !== null && fact.resolvedOn > fact.dueOn),
  toInvestigation: test('chuyển cơ quan điều tra trong kỳ', ({ investigatedOn }: CaseRow, period) =>
    within(investigatedOn, period)),
  toCarryOut:
    test('phải thực hiện: đã có hiệu lực (quyết định) hoặc đã có văn bản xử lý (kết luận) mà trước kỳ chưa xong', ({
      carryOutFrom,
      carriedOutOn,
    }: CaseRow, { from, to }) =>
      carryOutFrom !== null && carryOutFrom <= to && (carriedOutOn === null || carriedOutOn >= from)),
  carriedOut: test('đã thực hiện xong trong kỳ', ({ carriedOutOn }: CaseRow, period) => within(carriedOutOn, period)),
} as const satisfies Tests<CaseRow>;
export type CaseTest = keyof typeof CASE_TESTS;

export const VISIT_TESTS = {
  received: test('tiếp trong kỳ', ({ fact }: VisitRow, period) => within(fact.visitedOn, period)),
  inReception: test('ở buổi tiếp công dân (không phải buổi đối thoại)', ({ by }: VisitRow) => by !== null),
  atDesk: test('tiếp thường xuyên', ({ by }: VisitRow) => by === 'desk'),
  byHead: test('Thủ trưởng tiếp', ({ by }: VisitRow) => by === 'head'),
  byDeputy: test('người khác chủ trì thay Thủ trưởng', ({ by }: VisitRow) => by === 'deputy'),
  crowd: test(`từ ${CROWD} người trở lên`, ({ fact }: VisitRow) => fact.people >= CROWD),
  firstVisit: test('lượt đầu của vụ việc', ({ earlier }: VisitRow) => !earlier),
  laterVisit: test('vụ việc đã tiếp trước đó', ({ earlier }: VisitRow) => earlier),
} as const satisfies Tests<VisitRow>;
export type VisitTest = keyof typeof VISIT_TESTS;

export const SESSION_TESTS = {
  held: test('buổi tiếp đã diễn ra trong kỳ', ({ heldOn }: SessionRow, period) => within(heldOn, period)),
  byHead: test('Thủ trưởng chủ trì', ({ by }: SessionRow) => by === 'head'),
  byDeputy: test('người khác chủ trì thay Thủ trưởng', ({ by }: SessionRow) => by === 'deputy'),
} as const satisfies Tests<SessionRow>;
export type SessionTest = keyof typeof SESSION_TESTS;
