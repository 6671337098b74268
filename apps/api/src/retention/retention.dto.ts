import { PROCEDURES } from '#libs/shared';
import {
  Choice,
  Flag,
  Out,
  OutChoice,
  OutDay,
  OutId,
  OutInstant,
  OutInt,
  OutMany,
  OutText,
  Text,
  Whole,
} from '../http/fields.js';

export class RetentionRuleDto {
  @OutChoice('Loại hồ sơ', PROCEDURES) procedure: string;
  @OutText('Tên loại hồ sơ') title: string;
  @OutInt('Số năm; null khi giữ vĩnh viễn', { nullable: true }) years: number | null;
  @OutText('Căn cứ do người quản trị ghi; null khi chưa đặt', { nullable: true }) basis: string | null;
  @OutText('Người đặt', { nullable: true }) setByName: string | null;
  @OutInstant('Đặt lúc', { nullable: true }) setAt: string | null;
  @OutText('Điều luật nói về việc lưu giữ') citation: string;
  @OutText('Nội dung điều luật') says: string;
  @Out('Đã đối chiếu với văn bản', { type: Boolean }) confirmed: boolean;
}
export class RetentionRuleListDto {
  @OutMany('Theo loại hồ sơ', () => RetentionRuleDto) items: RetentionRuleDto[];
  @OutText('Điều cần biết') note: string;
  @Out('Người xem được đặt thời hạn', { type: Boolean }) maySet: boolean;
}
export class NewRetentionRuleDto {
  @Choice({ label: 'Loại hồ sơ', values: PROCEDURES }) procedure: (typeof PROCEDURES)[number];
  @Flag({ label: 'Giữ vĩnh viễn' }) permanent: boolean;
  @Whole({ label: 'Số năm giữ từ ngày kết thúc hồ sơ', min: 1, max: 200, optional: true }) years?: number;
  @Text({ label: 'Căn cứ', help: 'Số, ngày của văn bản quy định thời hạn', min: 10, max: 300 }) basis: string;
}
export class PastKeepingDto {
  @OutId('Mã hồ sơ') caseFileId: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutText('Loại hồ sơ') title: string;
  @OutText('Cơ quan') agencyName: string;
  @OutDay('Kết thúc ngày') closedOn: string;
  @OutDay('Phải giữ đến hết ngày') keepUntil: string;
  @OutInt('Số năm giữ') years: number;
  @OutText('Căn cứ của thời hạn') basis: string;
}
export class PastKeepingListDto {
  @OutMany('Hết thời hạn trước, xếp trước', () => PastKeepingDto) items: PastKeepingDto[];
  @Out('Người xem được lập đề xuất', { type: Boolean }) mayPropose: boolean;
}
export class RetentionProposalDto {
  @OutId('Mã đề xuất') id: string;
  @OutText('Cơ quan') agencyName: string;
  @OutInt('Số hồ sơ') items: number;
  @OutText('Ghi chú') note: string;
  @OutText('Người lập') madeByName: string;
  @OutInstant('Lập lúc') madeAt: string;
  @OutChoice('Tình trạng', ['proposed', 'approved', 'rejected']) state: 'proposed' | 'approved' | 'rejected';
  @OutText('Người quyết định', { nullable: true }) decidedByName: string | null;
  @OutInstant('Quyết định lúc', { nullable: true }) decidedAt: string | null;
  @OutText('Số, ngày văn bản quyết định', { nullable: true }) decisionNo: string | null;
  @OutText('Lý do', { nullable: true }) decisionReason: string | null;
  @Out('Người xem được quyết định', { type: Boolean }) mayDecide: boolean;
}
export class RetentionProposalListDto {
  @OutMany('Mới trước', () => RetentionProposalDto) items: RetentionProposalDto[];
}
export class RetentionProposalDetailDto extends RetentionProposalDto {
  @OutMany('Các hồ sơ người xem được thấy', () => PastKeepingDto) lines: PastKeepingDto[];
  @OutInt('Số hồ sơ được bảo vệ, không nêu') hidden: number;
  @OutText('Việc sau khi phê duyệt') after: string;
}
export class NewRetentionProposalDto {
  @Text({ label: 'Ghi chú gửi người quyết định', min: 5, max: 500, multiline: true }) note: string;
}
export class RetentionDecisionDto {
  @Choice({
    label: 'Quyết định',
    values: ['approved', 'rejected'],
    labels: { approved: 'đồng ý', rejected: 'không đồng ý' },
  })
  state: 'approved' | 'rejected';
  @Text({ label: 'Số, ngày văn bản', min: 3, max: 120 }) decisionNo: string;
  @Text({ label: 'Lý do', min: 5, max: 500, multiline: true }) reason: string;
}
