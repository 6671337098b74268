import { Out, OutChoice, OutDay, OutId, OutInt, OutMany, OutOne, OutText, OutTexts } from '../http/fields.js';

export const DEADLINE_STATES = [
  'running',
  'dueSoon',
  'overdue',
  'escalated',
  'paused',
  'met',
  'metLate',
  'void',
] as const;

export class PauseDto {
  @OutDay('Ngày quyết định tạm đình chỉ') from: string;
  @OutDay('Ngày quyết định tiếp tục; null khi còn tạm đình chỉ', { nullable: true }) to: string | null;
}

export class ExtensionDto {
  @OutDay('Ngày gia hạn hoặc xác định phức tạp') on: string;
  @OutChoice('Mức áp dụng', ['standard', 'complex', 'remote', 'remote_complex', 'specially_complex', 'dismissal'])
  variant: string;
  @OutInt('Số ngày của quyết định gia hạn; null: theo số ngày của luật', { nullable: true }) days: number | null;
}

export class ExplainedDayDto {
  @OutDay('Ngày') date: string;
  @Out('Có được tính không', { type: Boolean }) counted: boolean;
  @OutChoice('Vì sao không tính', ['weekend', 'holiday', 'makeup', 'suspended', 'start'], { required: false })
  reason?: string;
  @OutText('Tên ngày nghỉ', { required: false }) name?: string;
  @OutText('Văn bản quyết định ngày nghỉ', { required: false }) basis?: string;
  @Out('false: chưa có văn bản xác nhận', { type: Boolean, required: false }) confirmed?: boolean;
}

export class RuleReferenceDto {
  @OutText('Mã thời hạn') id: string;
  @OutText('Căn cứ') citation: string;
  @OutText('Phiên bản áp dụng') version: string;
  @OutText('Loại thời hạn') kind: string;
  @Out('false: chưa được xác nhận, chỉ để tham khảo', { type: Boolean }) confirmed: boolean;
  @OutText('Tên thời hạn', { required: false }) title?: string;
}

export class IfDecidedDto {
  @Out('Ngày nghỉ mới được đề xuất', { type: String, format: 'date', isArray: true }) days: string[];
  @OutDay('Ngày hết hạn nếu các ngày ấy được quyết định nghỉ') due: string;
}

export class DeadlineReadingDto {
  @OutOne('Quy định', () => RuleReferenceDto) rule: RuleReferenceDto;
  @OutDay('Ngày hết hạn theo cách hiểu này', { nullable: true }) due: string | null;
}

export class DeadlineExplanationDto {
  @OutOne('Quy định áp dụng', () => RuleReferenceDto) rule: RuleReferenceDto;
  @OutDay('Ngày bắt đầu (không tính)') startOn: string;
  @OutText('Trường hợp') variant: string;
  @OutDay('Ngày cuối trước khi lùi qua ngày nghỉ', { nullable: true }) rawEnd: string | null;
  @OutDay('Ngày hết hạn', { nullable: true }) due: string | null;
  @OutDay('Ngày nên báo trước', { nullable: true }) warnOn: string | null;
  @OutMany('Từng ngày', () => ExplainedDayDto) days: ExplainedDayDto[];
  @OutMany('Cách hiểu khác đã công bố', () => DeadlineReadingDto) readings: DeadlineReadingDto[];
  @OutTexts('Ghi chú') notes: string[];
  @OutText('Câu trả lời gọn') summary: string;
  @OutOne('Ngày hết hạn khác, nếu ngày nghỉ mới đề xuất được quyết định', () => IfDecidedDto, { required: false })
  ifDecided?: IfDecidedDto;
  @OutText('Phiên bản lịch') calendarVersion: string;
}

export class DeadlineDto {
  @OutId('Mã thời hạn') id: string;
  @OutText('Mã quy định') ruleId: string;
  @OutText('Phiên bản quy định') ruleVersion: string;
  @OutText('Tên thời hạn') title: string;
  @OutText('Căn cứ') citation: string;
  @OutText('Loại') kind: string;
  @Out('true: theo luật; false: mục tiêu nội bộ', { type: Boolean }) statutory: boolean;
  @OutChoice('Trạng thái đồng hồ', DEADLINE_STATES) state: string;
  @OutInt('Nấc báo cáo lãnh đạo (quy định nội bộ)') rung: number;
  @OutDay('Ngày bắt đầu') startOn: string;
  @OutDay('Ngày cuối trước khi lùi qua ngày nghỉ', { nullable: true }) rawEnd: string | null;
  @OutDay('Ngày hết hạn', { nullable: true }) dueOn: string | null;
  @OutDay('Ngày nên báo trước', { nullable: true }) warnOn: string | null;
  @OutDay('Ngày hoàn thành', { nullable: true }) metOn: string | null;
  @Out('Hoàn thành đúng hạn nhưng ghi nhận muộn', { type: Boolean }) metRecordedLate: boolean;
  @OutMany('Các lần tạm đình chỉ giải quyết', () => PauseDto) pauses: PauseDto[];
  @OutMany('Các lần gia hạn, kéo dài', () => ExtensionDto) extensions: ExtensionDto[];
  @OutOne('Giải thích từng ngày', () => DeadlineExplanationDto, { required: false })
  explanation?: DeadlineExplanationDto;
}
