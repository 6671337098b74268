import { AgencyRefDto } from '../auth/auth.dto.js';
import {
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
} from '../http/fields.js';

export class ReceptionPersonDto {
  @OutInt('Mã người dùng') id: number;
  @OutText('Họ tên') fullName: string;
}
export class ReceptionPaperDto {
  @OutText('Mã mẫu') form: string;
  @OutText('Tên văn bản') title: string;
  @OutDay('Phát sinh ngày') on: string;
}
export class ReceptionDeadlineDto {
  @OutText('Mã thời hạn') ruleId: string;
  @OutText('Tên thời hạn') title: string;
  @OutText('Căn cứ') citation: string;
  @OutDay('Tính từ ngày') startOn: string;
  @OutDay('Ngày cuối') dueOn: string;
  @OutChoice('Tình trạng', ['running', 'met', 'metLate', 'void']) state: string;
  @OutDay('Ngày làm xong', { nullable: true }) closedOn: string | null;
}
export class ScheduleCreatedDto {
  @OutId('Mã lịch') id: string;
  @OutTexts('Mã các buổi tiếp') sessionIds: string[];
}
export class SchedulePostedDto {
  @OutId('Mã lịch') id: string;
  @OutTexts('Các buổi tiếp vừa niêm yết') posted: string[];
}
export class ReceptionCreatedDto {
  @OutId('Mã') id: string;
}

export class SessionBriefDto {
  @OutId('Mã buổi tiếp') id: string;
  @OutOne('Cơ quan', () => AgencyRefDto) agency: AgencyRefDto;
  @OutId('Mã lịch', { nullable: true }) scheduleId: string | null;
  @OutChoice('Loại', ['regular', 'periodic', 'unscheduled', 'dialogue']) kind: string;
  @OutText('Loại, bằng lời') kindTitle: string;
  @OutChoice('Hình thức', ['inPerson', 'online']) mode: string;
  @OutDay('Ngày tiếp') heldOn: string;
  @OutText('Giờ bắt đầu') startsAt: string;
  @OutText('Giờ kết thúc', { nullable: true }) endsAt: string | null;
  @OutText('Nơi tiếp') place: string;
  @OutOne('Người đứng đầu theo lịch', () => ReceptionPersonDto, { nullable: true }) leader: ReceptionPersonDto | null;
  @OutOne('Người chủ trì', () => ReceptionPersonDto, { nullable: true }) hostedBy: ReceptionPersonDto | null;
  @OutText('Thành phần tham dự', { nullable: true }) attendees: string | null;
  @OutText('Dự kiến nội dung', { nullable: true }) topics: string | null;
  @OutText('Giai đoạn') stage: string;
  @OutText('Giai đoạn, bằng lời') stageTitle: string;
  @OutDay('Ngày niêm yết', { nullable: true }) postedOn: string | null;
  @Out('Niêm yết muộn hoặc tiếp khi chưa niêm yết', { type: Boolean }) postingFlaw: boolean;
  @OutDay('Đã lùi từ ngày', { nullable: true }) postponedFrom: string | null;
  @OutText('Kết quả', { nullable: true }) outcome: string | null;
  @OutInt('Số lần thay đổi; cũng là ETag') rev: number;
}
export class SessionPageDto {
  @OutMany('Các buổi tiếp', () => SessionBriefDto) items: SessionBriefDto[];
  @OutText('Vị trí trang tiếp theo', { nullable: true }) nextCursor: string | null;
}
export class ScheduleBriefDto {
  @OutId('Mã lịch') id: string;
  @OutOne('Cơ quan', () => AgencyRefDto) agency: AgencyRefDto;
  @OutDay('Từ ngày') fromOn: string;
  @OutDay('Đến ngày') toOn: string;
  @OutText('Nơi tiếp công dân') place: string;
  @OutText('Thời gian tiếp thường xuyên') regularHours: string;
}
export class SchedulePageDto {
  @OutMany('Các lịch', () => ScheduleBriefDto) items: ScheduleBriefDto[];
  @OutText('Vị trí trang tiếp theo', { nullable: true }) nextCursor: string | null;
}
export class ScheduleDto extends ScheduleBriefDto {
  @OutMany('Các buổi tiếp', () => SessionBriefDto) sessions: SessionBriefDto[];
}

export class VisitBriefDto {
  @OutId('Mã lượt tiếp') id: string;
  @OutId('Mã buổi tiếp') sessionId: string;
  @OutText('Số trong sổ') registerLabel: string;
  @OutDay('Ngày tiếp') visitedOn: string;
  @OutText('Loại nội dung') type: string;
  @OutText('Loại nội dung, bằng lời') typeTitle: string;
  @Out('Được bảo mật', { type: Boolean }) sealed: boolean;
  @OutText('Tóm tắt; null khi bảo mật', { nullable: true }) summary: string | null;
  @OutInt('Số người') groupSize: number;
  @OutText('Kết quả', { nullable: true }) outcome: string | null;
  @OutText('Kết quả, bằng lời', { nullable: true }) outcomeTitle: string | null;
  @OutId('Đơn đã đăng ký', { nullable: true }) petitionId: string | null;
  @OutDay('Đã trả lời ngày', { nullable: true }) repliedOn: string | null;
  @OutInt('Số lần thay đổi; cũng là ETag') rev: number;
}
export class ReceptionWarningDto {
  @OutText('Mã') code: string;
  @OutText('Lời nhắc') message: string;
  @OutText('Căn cứ') citation: string;
}
export class VisitReceivedDto {
  @OutId('Mã lượt tiếp') id: string;
  @OutMany('Lời nhắc, không chặn', () => ReceptionWarningDto) warnings: ReceptionWarningDto[];
}
export class VisitPersonDto {
  @OutChoice('Tư cách', ['visitor', 'representative', 'authorized', 'lawyer']) role: string;
  @OutText('Họ tên', { nullable: true }) fullName: string | null;
  @OutText('Địa chỉ', { nullable: true }) address: string | null;
  @OutText('Số giấy tờ', { nullable: true }) personalId: string | null;
}
export class PaperReceiptItemDto {
  @OutText('Tên tài liệu') name: string;
  @OutInt('Số trang') pages: number;
  @OutChoice('Tình trạng', ['original', 'photocopy', 'certifiedCopy']) condition: string;
}
export class PaperReceiptDto {
  @OutId('Mã giấy biên nhận') id: string;
  @OutInstant('Lúc nhận') receivedAt: string;
  @OutInt('Số bản') copies: number;
  @OutMany('Danh mục; rỗng khi bảo mật', () => PaperReceiptItemDto) items: PaperReceiptItemDto[];
}
export class VisitDto extends VisitBriefDto {
  @OutText('Người tiếp') receptionistName: string;
  @Out('Thuộc thẩm quyền', { type: Boolean, nullable: true }) withinCompetence: boolean | null;
  @OutText('Nơi hướng dẫn, chuyển đến', { nullable: true }) sentTo: string | null;
  @OutText('Số văn bản', { nullable: true }) documentNumber: string | null;
  @OutText('Căn cứ từ chối', { nullable: true }) refusalGround: string | null;
  @OutText('Căn cứ từ chối, điều khoản', { nullable: true }) refusalCitation: string | null;
  @OutDay('Ngày thông báo từ chối', { nullable: true }) noticedOn: string | null;
  @OutText('Nội dung trả lời', { nullable: true }) replyContent: string | null;
  @OutMany('Người đến; rỗng khi phải giữ bí mật', () => VisitPersonDto) people: VisitPersonDto[];
  @OutMany('Thời hạn', () => ReceptionDeadlineDto) deadlines: ReceptionDeadlineDto[];
  @OutMany('Giấy biên nhận 02/TCD', () => PaperReceiptDto) receipts: PaperReceiptDto[];
  @OutMany('Văn bản phải ban hành', () => ReceptionPaperDto) papers: ReceptionPaperDto[];
}
export class VisitPetitionRegisteredDto {
  @OutId('Mã lượt tiếp') id: string;
  @OutId('Mã đơn') petitionId: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutText('Mã tra cứu, in trên giấy biên nhận') lookupCode: string;
  @OutText('Mã bí mật; null với đơn không bảo mật', { nullable: true }) lookupSecret: string | null;
  @OutId('Hồ sơ xử lý đơn', { nullable: true }) caseFileId: string | null;
}

export class ReceptionTaskDto {
  @OutId('Mã việc') id: string;
  @OutText('Nội dung chỉ đạo') content: string;
  @OutText('Nơi thực hiện') body: string;
  @OutText('Người liên hệ', { nullable: true }) contact: string | null;
  @OutDay('Thời hạn') dueOn: string;
  @OutDay('Ngày kiểm tra lại', { nullable: true }) followUpOn: string | null;
  @OutDay('Ngày xong', { nullable: true }) doneOn: string | null;
  @OutText('Kết quả', { nullable: true }) result: string | null;
}
export class AttendanceDto {
  @OutChoice('Thành phần', ['leader', 'body', 'citizens', 'witness', 'other']) party: string;
  @OutText('Tên cơ quan, chức danh') name: string;
  @OutInt('Số người') people: number;
  @Out('Có mặt', { type: Boolean }) present: boolean;
}
export class OpinionDto {
  @OutId('Mã ý kiến') id: string;
  @OutInt('Thứ tự') ordinal: number;
  @OutText('Nội dung') content: string;
  @OutText('Lĩnh vực', { nullable: true }) field: string | null;
  @OutText('Trả lời', { nullable: true }) answer: string | null;
  @OutDay('Trả lời ngày', { nullable: true }) answeredOn: string | null;
  @OutDay('Hẹn trả lời ngày', { nullable: true }) answerDueOn: string | null;
}
export class SessionDto extends SessionBriefDto {
  @OutMany('Thời hạn', () => ReceptionDeadlineDto) deadlines: ReceptionDeadlineDto[];
  @OutMany('Lượt tiếp', () => VisitBriefDto) visits: VisitBriefDto[];
  @OutMany('Việc giao theo kết luận', () => ReceptionTaskDto) tasks: ReceptionTaskDto[];
  @OutMany('Thành phần đối thoại', () => AttendanceDto) attendance: AttendanceDto[];
  @OutMany('Ý kiến tại đối thoại', () => OpinionDto) opinions: OpinionDto[];
  @OutMany('Văn bản phải ban hành', () => ReceptionPaperDto) papers: ReceptionPaperDto[];
}
export class ReceptionActDto {
  @OutId('Mã sự kiện') id: string;
  @OutInt('Thứ tự') seq: number;
  @OutText('Loại') type: string;
  @OutText('Việc, bằng lời') title: string;
  @OutDay('Ngày việc xảy ra') occurredOn: string;
  @OutInstant('Lúc ghi nhận') recordedAt: string;
  @OutText('Người làm') actorName: string;
  @OutText('Từ giai đoạn', { nullable: true }) from: string | null;
  @OutText('Sang giai đoạn', { nullable: true }) to: string | null;
  @OutTexts('Căn cứ') basis: string[];
  @Out('Lời ghi theo trường', { type: 'object', additionalProperties: { type: 'string' } }) texts: Record<
    string,
    string
  >;
  @OutText('Mã băm (hex)') hash: string;
}

export class BookColumnDto {
  @OutInt('Số cột') no: number;
  @OutText('Tên cột') title: string;
}
export class ReceptionBookLineDto {
  @OutId('Mã lượt tiếp') visitId: string;
  @OutId('Mã buổi tiếp') sessionId: string;
  @Out('Được bảo mật', { type: Boolean }) sealed: boolean;
  @OutText('Người tiếp (cột nội bộ, không in)') receptionistName: string;
  @OutId('Đơn đã đăng ký', { nullable: true }) petitionId: string | null;
  @OutTexts('Các ô, theo thứ tự cột') cells: string[];
}
export class ReceptionBookDto {
  @OutOne('Cơ quan', () => AgencyRefDto) agency: AgencyRefDto;
  @OutText('Mẫu sổ') form: string;
  @OutText('Tên sổ') title: string;
  @OutText('Căn cứ') citation: string;
  @OutMany('Các cột', () => BookColumnDto) columns: BookColumnDto[];
  @OutMany('Các dòng', () => ReceptionBookLineDto) items: ReceptionBookLineDto[];
  @OutText('Vị trí trang tiếp theo', { nullable: true }) nextCursor: string | null;
}

/** Beside each number the request that lists its sessions; two sessions on one day are one day. */
export class QuotaSpanListsDto {
  @OutText('Đã trực tiếp tiếp') held: string;
  @OutText('Còn theo lịch') planned: string;
}
export class QuotaSpanDto {
  @OutDay('Từ ngày') from: string;
  @OutDay('Đến ngày') to: string;
  @OutInt('Phải tiếp') owed: number;
  @OutInt('Đã tiếp') held: number;
  @OutInt('Còn theo lịch') planned: number;
  @OutInt('Còn thiếu') missing: number;
  @OutOne('Đường dẫn API trả các buổi tiếp của từng con số', () => QuotaSpanListsDto) lists: QuotaSpanListsDto;
}
export class QuotaListsDto extends QuotaSpanListsDto {
  @OutText('Người khác tiếp thay, không tính') heldByOther: string;
  @OutText('Đang lùi lịch') postponed: string;
}
export class QuotaDto {
  @OutOne('Cơ quan', () => AgencyRefDto) agency: AgencyRefDto;
  @OutOne('Người đứng đầu', () => ReceptionPersonDto, { nullable: true }) leader: ReceptionPersonDto | null;
  @OutDay('Tháng, ngày đầu') month: string;
  @OutText('Mã quy tắc') ruleId: string;
  @OutText('Căn cứ') citation: string;
  @OutChoice('Đơn vị', ['days_per_month', 'days_per_week']) unit: string;
  @OutInt('Số ngày phải tiếp trong tháng') owed: number;
  @OutInt('Đã trực tiếp tiếp') held: number;
  @OutInt('Người khác tiếp thay, không tính') heldByOther: number;
  @OutInt('Còn theo lịch') planned: number;
  @OutInt('Đang lùi lịch') postponed: number;
  @OutInt('Còn thiếu, chưa có lịch') missing: number;
  @Out('Đã hết kỳ mà chưa đủ ngày', { type: Boolean }) breached: boolean;
  @OutOne('Đường dẫn API trả các buổi tiếp của từng con số; hai buổi một ngày là một ngày', () => QuotaListsDto)
  lists: QuotaListsDto;
  @OutMany('Theo kỳ: cả tháng, hoặc từng tuần', () => QuotaSpanDto) spans: QuotaSpanDto[];
  @OutText('Cách tính', { nullable: true }) note: string | null;
}
export class DutyDto {
  @OutChoice('Loại việc', [
    'schedulePosting',
    'onlinePreparation',
    'refusalNotice',
    'reply',
    'reportBack',
    'conclusionTask',
    'opinionAnswer',
    'missingDays',
  ])
  kind: string;
  @OutText('Mã thời hạn', { nullable: true }) ruleId: string | null;
  @OutText('Việc phải làm') title: string;
  @OutText('Căn cứ') citation: string;
  @OutDay('Chậm nhất ngày') dueOn: string;
  @Out('Đã quá ngày', { type: Boolean }) overdue: boolean;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutId('Mã buổi tiếp', { nullable: true }) sessionId: string | null;
  @OutId('Mã lượt tiếp', { nullable: true }) visitId: string | null;
}
export class RefusalGroundDto {
  @OutText('Mã') code: string;
  @OutText('Căn cứ, bằng lời') label: string;
  @OutText('Điều khoản') citation: string;
  @OutDay('Áp dụng từ ngày') from: string;
  @OutChoice('Cách từ chối', ['oral', 'written']) how: string;
}

export class ReceptionOptionDto {
  @OutText('Mã') value: string;
  @OutText('Nhãn') label: string;
  @OutText('Căn cứ', { required: false }) citation?: string;
}
export class ReceptionOptionsDto {
  @OutMany('Lý do tiếp đột xuất', () => ReceptionOptionDto) unscheduledGrounds: ReceptionOptionDto[];
  @OutMany('Vụ việc được tiếp trực tuyến', () => ReceptionOptionDto) onlineCases: ReceptionOptionDto[];
  @OutMany('Kết quả lượt tiếp', () => ReceptionOptionDto) outcomes: ReceptionOptionDto[];
  @OutMany('Nội dung trả lời sau khi tiếp', () => ReceptionOptionDto) replyContents: ReceptionOptionDto[];
}
