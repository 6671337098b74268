import { PROCEDURES } from '#libs/shared';
import { DeadlineBriefDto } from '../petitions/petition.dto.js';
import {
  Choice,
  Day,
  Out,
  OutChoice,
  OutDay,
  OutId,
  OutInstant,
  OutInt,
  OutMany,
  OutOne,
  OutText,
  OutTexts,
  Text,
  Whole,
} from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import { HAND, REACH_LABELS, REACHES } from '../http/place.js';

export class OverdueQuery extends PageQuery {
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Choice({ label: 'Quy trình', values: PROCEDURES, optional: true }) procedure?: string;
  @Choice({
    label: 'Phạm vi',
    values: ['overdue', 'dueSoon', 'all'],
    labels: { overdue: 'đã quá hạn', dueSoon: 'đến hạn trong 3 ngày làm việc', all: 'mọi thời hạn đang chạy' },
    optional: true,
  })
  scope?: 'overdue' | 'dueSoon' | 'all';
  @Choice({ label: 'Phạm vi cơ quan', values: REACHES, labels: REACH_LABELS, optional: true })
  reach?: 'own' | 'below';
  @Day({ label: 'Hết hạn từ ngày', optional: true }) dueFrom?: string;
  @Day({ label: 'Hết hạn đến ngày', optional: true }) dueTo?: string;
  @Text({ label: 'Người được giao', ...HAND, optional: true }) assignee?: string;
  @Whole({
    label: 'Số ngày làm việc bước kế tiếp cần (giả định của người xem, mặc định 1)',
    min: 0,
    max: 60,
    optional: true,
    fromText: true,
  })
  stepDays?: number;
}

export class OverdueItemDto {
  @OutId('Mã thời hạn') deadlineId: string;
  @OutId('Mã hồ sơ') caseFileId: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutText('Loại đơn') petitionType: string;
  @Out('Được bảo mật', { type: Boolean }) sealed: boolean;
  @OutText('Người đứng đơn; null khi bảo mật', { nullable: true }) petitionerName: string | null;
  @OutText('Quy trình, bằng lời') procedureTitle: string;
  @OutText('Giai đoạn, bằng lời') stageTitle: string;
  @OutText('Tên thời hạn') title: string;
  @OutText('Căn cứ') citation: string;
  @OutDay('Ngày hết hạn') dueOn: string;
  @OutInt('Số ngày làm việc đã quá (dương) hoặc còn lại (âm)') workingDaysLate: number;
  @OutDay('Ngày muộn nhất phải bắt đầu bước kế tiếp để còn kịp hạn; null khi đã quá hạn', { nullable: true })
  startBy: string | null;
  @OutText('Trạng thái đồng hồ') state: string;
  @OutInt('Nấc báo cáo lãnh đạo (quy định nội bộ)') rung: number;
  @OutText('Đang ở ai') inHandsOf: string;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
}

export class OverduePageDto {
  @OutMany('Các thời hạn, cũ nhất trước', () => OverdueItemDto) items: OverdueItemDto[];
  @OutText('Vị trí trang tiếp theo; null khi hết', { nullable: true }) nextCursor: string | null;
  @OutInt('Tổng số trong phạm vi') total: number;
  @OutDay('Ngày tính') asOf: string;
}

export class SummaryQuery {
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Choice({ label: 'Phạm vi cơ quan', values: REACHES, labels: REACH_LABELS, optional: true })
  reach?: 'own' | 'below';
}

export class TileDto {
  @OutText('Mã ô') key: string;
  @OutText('Tên ô') title: string;
  @OutInt('Số lượng') count: number;
  @OutText('Đường dẫn API trả đúng danh sách của con số này') list: string;
  @OutText('Giải thích cách đếm') note: string;
}

export class AgencyListsDto {
  @OutText('Hồ sơ đang giải quyết') open: string;
  @OutText('Thời hạn đã quá') overdue: string;
  @OutText('Thời hạn sắp đến') dueSoon: string;
}

export class AgencyRowDto {
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutInt('Hồ sơ đang giải quyết') open: number;
  @OutInt('Thời hạn đã quá') overdue: number;
  @OutInt('Thời hạn sắp đến') dueSoon: number;
  @OutOne('Đường dẫn API trả đúng danh sách của từng con số: riêng cơ quan này', () => AgencyListsDto)
  lists: AgencyListsDto;
}

export class SummaryDto {
  @OutDay('Ngày tính') asOf: string;
  @OutMany('Các ô số liệu', () => TileDto) tiles: TileDto[];
  @OutMany('Theo cơ quan', () => AgencyRowDto) byAgency: AgencyRowDto[];
  @OutTexts('Điều cần biết khi đọc các con số, như thiếu lịch nghỉ năm sau') warnings: string[];
}

export class MyWorkItemDto {
  @OutChoice('Loại việc', ['case', 'task']) kind: string;
  @OutId('Mã việc (hồ sơ hoặc nhiệm vụ)') id: string;
  @OutId('Mã hồ sơ') caseFileId: string;
  @OutText('Việc, bằng lời') title: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutText('Loại đơn') petitionType: string;
  @Out('Được bảo mật', { type: Boolean }) sealed: boolean;
  @OutText('Người đứng đơn; null khi bảo mật', { nullable: true }) petitionerName: string | null;
  @OutText('Quy trình') procedure: string;
  @OutText('Quy trình, bằng lời') procedureTitle: string;
  @Out('Đã giao cho đích danh tôi; false: việc của vai trò tôi, chưa ai nhận', { type: Boolean }) mine: boolean;
  @Out('Nhiệm vụ xong khi người làm tự đánh dấu', { type: Boolean }) markable: boolean;
  @OutText('Giai đoạn, bằng lời') stageTitle: string;
  @OutOne('Thời hạn gần nhất', () => DeadlineBriefDto, { nullable: true }) deadline: DeadlineBriefDto | null;
  @Out('Quá ngưỡng phải xem xét trách nhiệm do không xử lý đơn (NĐ154 Đ.41 k3b)', { type: Boolean }) liability: boolean;
}

export class MyWorkDto {
  @OutDay('Ngày tính') asOf: string;
  @OutMany('Quá hạn', () => MyWorkItemDto) overdue: MyWorkItemDto[];
  @OutMany('Sắp đến hạn', () => MyWorkItemDto) dueSoon: MyWorkItemDto[];
  @OutMany('Việc khác đang chờ tôi', () => MyWorkItemDto) waiting: MyWorkItemDto[];
  @OutMany('Nhiệm vụ được giao', () => MyWorkItemDto) tasks: MyWorkItemDto[];
}

export class InboxQuery extends PageQuery {
  @Choice({ label: 'Lọc', values: ['unread', 'all'], labels: { unread: 'chưa đọc', all: 'tất cả' }, optional: true })
  show?: 'unread' | 'all';
}

export class InboxItemDto {
  @OutId('Mã thông báo') id: string;
  @OutId('Mã hồ sơ; null: không về hồ sơ nào', { nullable: true }) caseFileId: string | null;
  @OutId('Mã thời hạn', { nullable: true }) deadlineId: string | null;
  @OutId('Mã gói báo cáo; null: không về gói nào', { nullable: true }) packId: string | null;
  @OutText('Chủ đề') topic: string;
  @OutText('Nội dung, bằng lời') title: string;
  @OutText('Số tiếp nhận; null khi không còn được xem', { nullable: true }) registerLabel: string | null;
  @OutInstant('Lúc báo') createdAt: string;
  @OutInstant('Lúc đọc', { nullable: true }) readAt: string | null;
}

export class InboxPageDto {
  @OutMany('Thông báo, mới trước', () => InboxItemDto) items: InboxItemDto[];
  @OutText('Vị trí trang tiếp theo; null khi hết', { nullable: true }) nextCursor: string | null;
  @OutInt('Số chưa đọc') unread: number;
}
