import { CASE_LINKS } from '#libs/procedure';
import { DocumentLineDto } from '../documents/document.dto.js';
import { PETITION_TYPES, PROCEDURES } from '#libs/shared';
import { AgencyRefDto } from '../auth/auth.dto.js';
import { UnmetRequirementDto } from '../http/problem.dto.js';
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
} from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import { HAND, REACH_LABELS, REACHES } from '../http/place.js';
import { DeadlineBriefDto } from '../petitions/petition.dto.js';
import { DeadlineDto } from './deadline.dto.js';

const LIMIT_STATES = {
  overdue: 'đã quá hạn',
  dueSoon: 'đến hạn trong 3 ngày làm việc',
  paused: 'đang tạm đình chỉ giải quyết',
  prolonged: 'đã kéo dài',
  extended: 'đã gia hạn',
} as const;

export class CaseFileListQuery extends PageQuery {
  @Text({ label: 'Tìm theo họ tên, nội dung, số tiếp nhận; không cần dấu', max: 200, optional: true }) q?: string;
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Choice({ label: 'Quy trình', values: PROCEDURES, optional: true }) procedure?: string;
  @Text({ label: 'Giai đoạn', max: 40, optional: true }) stage?: string;
  @Choice({ label: 'Loại đơn', values: PETITION_TYPES, optional: true }) type?: string;
  @Choice({
    label: 'Tình trạng',
    values: ['open', 'closed', 'all'],
    labels: { open: 'đang giải quyết', closed: 'đã kết thúc', all: 'tất cả' },
    optional: true,
  })
  state?: 'open' | 'closed' | 'all';
  @Choice({ label: 'Phạm vi cơ quan', values: REACHES, labels: REACH_LABELS, optional: true })
  reach?: 'own' | 'below';
  @Text({ label: 'Người được giao', ...HAND, optional: true }) assignee?: string;
  @Choice({ label: 'Tình trạng thời hạn', values: Object.keys(LIMIT_STATES), labels: LIMIT_STATES, optional: true })
  deadline?: keyof typeof LIMIT_STATES;
  @Day({ label: 'Nhận đơn từ ngày', optional: true }) receivedFrom?: string;
  @Day({ label: 'Nhận đơn đến ngày', optional: true }) receivedTo?: string;
  @Day({ label: 'Kết thúc từ ngày', optional: true }) closedFrom?: string;
  @Choice({ label: 'Hồ sơ được bảo mật', values: ['no'], labels: { no: 'không gồm' }, optional: true }) sealed?: 'no';
}

export class CaseFileListItemDto {
  @OutId('Mã hồ sơ') id: string;
  @OutId('Mã đơn') petitionId: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutChoice('Loại đơn', PETITION_TYPES) petitionType: string;
  @Out('true: thông tin người gửi được bảo mật', { type: Boolean }) sealed: boolean;
  @OutText('Người đứng đơn; null khi bảo mật', { nullable: true }) petitionerName: string | null;
  @OutText('Trích nội dung; null khi bảo mật', { nullable: true }) excerpt: string | null;
  @OutText('Quy trình') procedure: string;
  @OutText('Quy trình, bằng lời') procedureTitle: string;
  @OutText('Giai đoạn') stage: string;
  @OutText('Giai đoạn, bằng lời') stageTitle: string;
  @OutDay('Ngày nhận đơn') receivedOn: string;
  @OutDay('Ngày mở hồ sơ') openedOn: string;
  @OutDay('Ngày kết thúc', { nullable: true }) closedOn: string | null;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutText('Người được giao', { nullable: true }) assigneeName: string | null;
  @OutOne('Thời hạn gần nhất', () => DeadlineBriefDto, { nullable: true }) deadline: DeadlineBriefDto | null;
}

export class CaseFilePageDto {
  @OutMany('Các hồ sơ', () => CaseFileListItemDto) items: CaseFileListItemDto[];
  @OutText('Vị trí trang tiếp theo; null khi hết', { nullable: true }) nextCursor: string | null;
}

export class PetitionBriefDto {
  @OutId('Mã đơn') id: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutChoice('Loại đơn', PETITION_TYPES) type: string;
  @Out('Được bảo mật', { type: Boolean }) sealed: boolean;
  @OutText('Người đứng đơn; null khi bảo mật', { nullable: true }) petitionerName: string | null;
  @OutText('Lĩnh vực', { nullable: true }) field: string | null;
  @OutText('Trích nội dung; null khi bảo mật', { nullable: true }) excerpt: string | null;
}

export class CaseRelationDto {
  @OutId('Mã hồ sơ') id: string;
  @OutText('Quy trình, bằng lời') procedureTitle: string;
  @OutText('Giai đoạn, bằng lời') stageTitle: string;
  @OutChoice('Quan hệ', ['parent', 'child', 'sibling']) relation: string;
}

export const LINK_DIRECTIONS = ['from', 'to'] as const;

/** Files that belong together. Of a file the reader does not see only the kind is told. */
export class CaseLinkDto {
  @OutChoice('Quan hệ', CASE_LINKS) kind: string;
  @OutText('Quan hệ, bằng lời') kindTitle: string;
  @OutChoice('to: hồ sơ này dẫn đến hồ sơ kia; from: hồ sơ kia dẫn đến hồ sơ này', LINK_DIRECTIONS) direction: string;
  @OutId('Mã hồ sơ', { required: false }) caseFileId?: string;
  @OutText('Quy trình', { required: false }) procedure?: string;
  @OutText('Quy trình, bằng lời', { required: false }) procedureTitle?: string;
  @OutText('Giai đoạn', { required: false }) stage?: string;
  @OutText('Giai đoạn, bằng lời', { required: false }) stageTitle?: string;
  @OutText('Cơ quan', { required: false }) agencyName?: string;
}

/** The file after a step. Who it is about is read apart, so that a step stays at two calls of the database. */
export class CaseStateDto {
  @OutId('Mã hồ sơ') id: string;
  @OutId('Mã đơn') petitionId: string;
  @OutId('Hồ sơ mẹ', { nullable: true }) parentCaseId: string | null;
  @OutText('Quy trình') procedure: string;
  @OutInt('Phiên bản quy trình') procedureVersion: number;
  @OutText('Quy trình, bằng lời') procedureTitle: string;
  @OutText('Giai đoạn chính') state: string;
  @Out('Các nhánh song song, theo tên nhánh', { type: 'object', additionalProperties: { type: 'string' } })
  regions: Record<string, string>;
  @OutText('Giai đoạn') stage: string;
  @OutText('Giai đoạn, bằng lời') stageTitle: string;
  @OutInt('Số lần thay đổi; cũng là ETag') rev: number;
  @OutOne('Cơ quan giải quyết', () => AgencyRefDto) agency: AgencyRefDto;
  @OutInt('Người được giao', { nullable: true }) assigneeId: number | null;
  @OutDay('Ngày nhận đơn') receivedOn: string;
  @OutDay('Ngày mở hồ sơ') openedOn: string;
  @OutDay('Ngày kết thúc', { nullable: true }) closedOn: string | null;
  @OutText('Kết quả', { nullable: true }) outcome: string | null;
  @OutMany('Thời hạn', () => DeadlineDto) deadlines: DeadlineDto[];
}

export class CaseFileDto extends CaseStateDto {
  @OutText('Tên người được giao', { nullable: true }) assigneeName: string | null;
  @OutOne('Đơn', () => PetitionBriefDto) petition: PetitionBriefDto;
  @OutMany('Hồ sơ liên quan', () => CaseRelationDto) related: CaseRelationDto[];
  @OutMany('Hồ sơ liên kết, cả hai chiều', () => CaseLinkDto) links: CaseLinkDto[];
}

export const INPUT_KINDS = [
  'date',
  'text',
  'longText',
  'choice',
  'choices',
  'boolean',
  'number',
  'user',
  'agency',
  'document',
  'users',
  'caseFile',
] as const;

export class InputOptionDto {
  @OutText('Giá trị') value: string;
  @OutText('Nhãn') label: string;
  @OutText('Căn cứ', { required: false }) citation?: string;
}

export class InputFieldDto {
  @OutText('Tên trường, gửi trong thân yêu cầu') name: string;
  @OutText('Nhãn') label: string;
  @OutChoice('Kiểu nhập', INPUT_KINDS) kind: string;
  @Out('Bắt buộc', { type: Boolean }) required: boolean;
  @Out('Các lựa chọn', { type: () => InputOptionDto, isArray: true, required: false }) options?: InputOptionDto[];
  @OutText('Hướng dẫn', { required: false }) help?: string;
  @Out('Nhỏ nhất', { type: Number, required: false }) min?: number;
  @Out('Lớn nhất', { type: Number, required: false }) max?: number;
}

export class AvailableEventDto {
  @OutText('Loại bước', { example: 'ACCEPT' }) type: string;
  @OutText('Tên nút') title: string;
  @Out('Có được làm lúc này không', { type: Boolean }) allowed: boolean;
  @OutMany('Điều kiện còn thiếu', () => UnmetRequirementDto) unmet: UnmetRequirementDto[];
  @OutMany('Các trường cần nhập', () => InputFieldDto) inputSchema: InputFieldDto[];
  @OutTexts('Vai trò được làm') roles: string[];
  @OutText('Căn cứ') citation: string;
  @OutText('Văn bản phải ban hành', { nullable: true }) paper: string | null;
  @Out('Bước sửa sai', { type: Boolean }) compensates: boolean;
}

export class CaseEventInputDto {
  @Text({ label: 'Loại bước', max: 60, example: 'ACCEPT' }) type: string;
  @Day({ label: 'Ngày việc xảy ra', optional: true }) occurredOn?: string;
  @Text({ label: 'Lý do ghi nhận muộn', max: 2000, multiline: true, optional: true }) reason?: string;
}

export class TimelineEntryDto {
  @OutId('Mã sự kiện') id: string;
  @OutInt('Thứ tự trong hồ sơ') seq: number;
  @OutChoice('Nhóm', ['procedure', 'deadline', 'record', 'reading']) kind: string;
  @OutText('Loại') type: string;
  @OutText('Việc, bằng lời') title: string;
  @OutDay('Ngày việc xảy ra') occurredOn: string;
  @OutInstant('Lúc ghi nhận') recordedAt: string;
  @OutInt('Người làm; 0 là hệ thống') actorId: number;
  @OutText('Tên người làm') actorName: string;
  @OutText('Vai trò') actorRole: string;
  @OutText('Từ giai đoạn', { nullable: true }) from: string | null;
  @OutText('Sang giai đoạn', { nullable: true }) to: string | null;
  @OutTexts('Căn cứ') basis: string[];
  @Out('Dữ kiện: mã, ngày, kết luận; không có danh tính', { type: 'object', additionalProperties: true }) facts: Record<
    string,
    unknown
  >;
  @Out('Lời ghi theo trường', { type: 'object', additionalProperties: { type: 'string' } }) texts: Record<
    string,
    string
  >;
  @OutId('Sửa cho sự kiện', { nullable: true }) corrects: string | null;
  @OutText('Mã băm (hex)') hash: string;
}

export class PaperDueDto {
  @OutText('Mẫu, tên văn bản') form: string;
  @OutChoice('Tình trạng', ['due', 'issued']) state: string;
  @OutDay('Phát sinh từ việc ngày') occurredOn: string;
  @OutId('Sự kiện phát sinh', { nullable: true }) eventId: string | null;
  @OutText('Việc phát sinh, bằng lời') eventTitle: string;
}

export class DraftingTaskDto {
  @OutId('Mã việc') id: string;
  @OutText('Mã mẫu') form: string;
  @OutText('Tên văn bản') title: string;
}
export class DraftableFormDto {
  @OutText('Mã mẫu') code: string;
  @OutText('Tên văn bản') title: string;
  @OutText('Căn cứ') citation: string;
}

export class CaseDocumentsDto {
  @OutMany('Văn bản phải ban hành theo các bước đã làm', () => PaperDueDto) items: PaperDueDto[];
  @OutMany('Văn bản của hồ sơ, từ bản nháp đến bản đã phát hành', () => DocumentLineDto) papers: DocumentLineDto[];
  @OutMany('Việc soạn văn bản đang chờ', () => DraftingTaskDto) tasks: DraftingTaskDto[];
  @OutMany('Mẫu được soạn trong thủ tục này hôm nay', () => DraftableFormDto) allowed: DraftableFormDto[];
  @OutText('Lời giải thích khi danh sách rỗng', { nullable: true }) note: string | null;
}
