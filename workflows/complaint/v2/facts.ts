import type { FactInfo, Facts } from '#libs/procedure';
import { factsCatalogue as first, samples as firstSamples } from '../facts.js';

const fact = (name: string, label: string, source: FactInfo['source'], meaning = label): FactInfo => ({
  name,
  label,
  source,
  meaning,
});
const all = (source: FactInfo['source'], list: readonly (readonly [string, string])[]): readonly FactInfo[] =>
  list.map(([name, label]) => fact(name, label, source));

/** Facts of version 1 and what version 2 reads besides. */
export const factsCatalogue: readonly FactInfo[] = [
  ...first,
  fact('instance', 'Lần giải quyết', 'case', '`first` hoặc trống: lần đầu; `second`: lần hai.'),
  fact(
    'firstCaseFileId',
    'Hồ sơ giải quyết lần đầu',
    'case',
    'Mã hồ sơ lần đầu khi biết; ghi khi mở hoặc liên kết sau.',
  ),
  ...all('remembered', [
    ['firstCaseFileId', 'Hồ sơ giải quyết lần đầu'],
    ['firstFileLinkedOn', 'Ngày liên kết hồ sơ lần đầu'],
    ['firstDecisionOn', 'Ngày nhận quyết định giải quyết lần đầu'],
    ['firstLimitEndedOn', 'Ngày hết thời hạn giải quyết lần đầu'],
    ['remotePlaceOn', 'Ngày ghi nhận nơi phát sinh ở vùng sâu, vùng xa'],
    ['refusalDeliveredOn', 'Ngày giao thông báo không thụ lý'],
    ['representativesOn', 'Ngày ghi nhận văn bản cử đại diện'],
    ['respondentReportOn', 'Ngày nhận báo cáo của người bị khiếu nại'],
    ['resumedAgainOn', 'Ngày tiếp tục giải quyết từ lần thứ hai'],
    ['councilSetUpOn', 'Ngày thành lập Hội đồng tư vấn'],
    ['councilOpinionOn', 'Ngày có ý kiến của Hội đồng tư vấn'],
    ['specialistAskedOn', 'Ngày xin ý kiến cơ quan chuyên môn'],
    ['dialogueDelegatedOn', 'Ngày phân công người đối thoại'],
    ['dialogueReportedOn', 'Ngày báo cáo kết quả đối thoại'],
    ['firstLevelFaultOn', 'Ngày xử lý trách nhiệm người giải quyết lần đầu'],
    ['onNoticeBoardOn', 'Ngày niêm yết'],
    ['forwarderToldOn', 'Ngày thông báo kết quả cho nơi chuyển khiếu nại'],
    ['handedOverOn', 'Ngày chuyển hồ sơ lên'],
    ['secondDecidedOn', 'Ngày ghi nhận quyết định lần hai'],
    ['secondConclusion', 'Kết luận của lần hai'],
    ['secondEndedOn', 'Ngày lần hai kết thúc không có quyết định'],
    ['reviewOrderedOn', 'Ngày yêu cầu xem xét việc giải quyết'],
    ['reviewReportedOn', 'Ngày báo cáo kết quả xem xét'],
    ['readingAskedOn', 'Ngày yêu cầu đọc, sao chụp tài liệu'],
    ['readingBy', 'Người yêu cầu đọc, sao chụp'],
    ['readingGrantedOn', 'Ngày cho đọc, sao chụp tài liệu'],
    ['readingRefusedOn', 'Ngày từ chối cho đọc, sao chụp'],
    ['courtFileOn', 'Ngày chuyển hồ sơ cho Tòa án'],
  ]),
  ...all('input', [
    ['firstDecisionOn', 'Ngày nhận quyết định giải quyết lần đầu'],
    ['firstLimitEndedOn', 'Ngày hết thời hạn giải quyết lần đầu'],
    ['remotePlace', 'Vụ việc ở vùng sâu, vùng xa'],
    ['chairPost', 'Người được phân công chủ trì'],
    ['opinionsDiffer', 'Ý kiến các cơ quan khác nhau'],
    ['tense', 'Thái độ gay gắt'],
    ['publicAttention', 'Dư luận quan tâm'],
    ['securityAffected', 'Ảnh hưởng an ninh, trật tự'],
    ['departmentHead', 'Người giải quyết là thủ trưởng cơ quan chuyên môn'],
    ['representativeCount', 'Số người đại diện'],
    ['appointmentSigned', 'Văn bản cử đại diện đủ chữ ký'],
    ['scope', 'Phần được rút'],
    ['stayUntil', 'Tạm đình chỉ thi hành đến ngày'],
    ['reader', 'Người yêu cầu đọc, sao chụp'],
    ['authorityShown', 'Đã xuất trình giấy tờ'],
    ['redactionChecked', 'Đã che thông tin'],
    ['orderedBy', 'Người yêu cầu xem xét'],
    ['effectiveOn', 'Ngày có hiệu lực'],
    ['harmFound', 'Có vi phạm gây thiệt hại'],
  ]),
];

const second = { petitionType: 'complaint', actorRole: 'provinceChairman', instance: 'second' } as const;

/** Besides those of version 1: second complaints after a decision, without one, of a remote place, of a group. */
export const samples: readonly Facts[] = [
  ...firstSamples,
  {
    ...second,
    receivedOn: '2026-07-02',
    remote: false,
    groupSize: 1,
    appealGround: 'disagree',
    firstDecisionOn: '2026-06-22',
  },
  {
    ...second,
    receivedOn: '2026-07-02',
    remote: true,
    groupSize: 6,
    appealGround: 'overdue',
  },
];
