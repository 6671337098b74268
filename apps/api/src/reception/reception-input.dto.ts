import { QUOTA_STATUSES } from '#libs/reception';
import { Choice, Day, Flag, Many, Text, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const TIME_SAYS = 'viết giờ dạng GG:PP, ví dụ 07:30';

export const SESSION_KIND_LABELS = {
  regular: 'tiếp thường xuyên',
  periodic: 'tiếp định kỳ',
  unscheduled: 'tiếp đột xuất',
  dialogue: 'đối thoại',
} as const;
const KINDS = ['regular', 'periodic', 'unscheduled', 'dialogue'] as const;
const MODES = ['inPerson', 'online'] as const;
export const VISIT_TYPE_LABELS = {
  complaint: 'khiếu nại',
  denunciation: 'tố cáo',
  feedback: 'kiến nghị, phản ánh',
  mixed: 'nhiều nội dung',
  other: 'nội dung khác',
} as const;
const VISIT_TYPES = ['complaint', 'denunciation', 'feedback', 'mixed', 'other'] as const;

/** When an act happened, where that is not today. */
export class OnDayDto {
  @Day({ label: 'Ngày việc xảy ra', optional: true }) occurredOn?: string;
  @Text({ label: 'Lý do ghi nhận muộn', max: 500, optional: true }) reason?: string;
}

class SessionTimesDto extends OnDayDto {
  @Day({ label: 'Ngày tiếp' }) heldOn: string;
  @Text({ label: 'Giờ bắt đầu', max: 5, pattern: TIME, patternSays: TIME_SAYS }) startsAt: string;
  @Text({ label: 'Giờ kết thúc', max: 5, optional: true, pattern: TIME, patternSays: TIME_SAYS }) endsAt?: string;
  @Whole({ label: 'Người đứng đầu tiếp', min: 1, max: 2_147_483_647, optional: true }) leaderId?: number;
  @Text({ label: 'Thành phần tham dự', max: 2000, multiline: true, optional: true }) attendees?: string;
  @Text({ label: 'Dự kiến nội dung tiếp', max: 2000, multiline: true, optional: true }) topics?: string;
  @Choice({
    label: 'Hình thức',
    values: MODES,
    labels: { inPerson: 'trực tiếp', online: 'trực tuyến' },
    optional: true,
  })
  mode?: (typeof MODES)[number];
  @Text({ label: 'Loại vụ việc tiếp trực tuyến', max: 40, optional: true }) onlineCase?: string;
  @Flag({ label: 'Người tố cáo yêu cầu bảo vệ danh tính', optional: true }) secrecyAsked?: boolean;
  @Flag({ label: 'Bảo đảm điều kiện bảo mật', optional: true }) securityAssured?: boolean;
  @Flag({ label: 'Đủ điều kiện hạ tầng, thiết bị, ghi âm, ghi hình', optional: true }) technicalReady?: boolean;
}

export class ScheduledSessionDto extends SessionTimesDto {
  @Text({ label: 'Nơi tiếp; mặc định theo lịch', max: 300, optional: true }) place?: string;
}

export class PlanScheduleDto extends OnDayDto {
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Day({ label: 'Lịch từ ngày' }) fromOn: string;
  @Day({ label: 'Lịch đến ngày' }) toOn: string;
  @Text({ label: 'Nơi tiếp công dân', max: 300 }) place: string;
  @Text({ label: 'Thời gian tiếp công dân thường xuyên', max: 300 }) regularHours: string;
  @Many({ label: 'Các buổi tiếp định kỳ', of: () => ScheduledSessionDto, min: 1, max: 62 })
  sessions: ScheduledSessionDto[];
}

export class PlanSessionDto extends SessionTimesDto {
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Choice({ label: 'Loại buổi tiếp', values: KINDS, labels: SESSION_KIND_LABELS }) kind: (typeof KINDS)[number];
  @Text({ label: 'Nơi tiếp', max: 300 }) place: string;
  @Text({ label: 'Lý do tiếp đột xuất', max: 40, optional: true }) unscheduledGround?: string;
}

export class PlanDialogueDto extends SessionTimesDto {
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Text({ label: 'Nơi đối thoại', max: 300 }) place: string;
}

export class PostScheduleDto extends OnDayDto {
  @Flag({ label: 'Đã niêm yết tại trụ sở, địa điểm tiếp công dân' }) onSite: boolean;
  @Flag({ label: 'Đã công bố trên cổng, trang thông tin điện tử' }) onPortal: boolean;
  @Flag({ label: 'Cơ quan chưa có trang thông tin điện tử', optional: true }) noPortal?: boolean;
  @Text({ label: 'Lý do niêm yết muộn', max: 500, optional: true }) lateReason?: string;
}

export class SessionListQuery extends PageQuery {
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Day({ label: 'Từ ngày', optional: true }) from?: string;
  @Day({ label: 'Đến ngày', optional: true }) to?: string;
  @Choice({ label: 'Loại buổi tiếp', values: KINDS, labels: SESSION_KIND_LABELS, optional: true })
  kind?: (typeof KINDS)[number];
  @Text({ label: 'Giai đoạn', max: 40, optional: true }) stage?: string;
  @Whole({ label: 'Mã tài khoản người đứng đầu', min: 1, max: 999_999_999, optional: true, fromText: true })
  leader?: number;
  @Choice({
    label: 'Tính vào số ngày phải tiếp',
    values: QUOTA_STATUSES,
    labels: {
      held: 'đã trực tiếp tiếp',
      heldByOther: 'người khác tiếp thay',
      upcoming: 'còn theo lịch',
      postponed: 'đang lùi lịch',
    },
    optional: true,
  })
  quota?: (typeof QUOTA_STATUSES)[number];
}

export class ScheduleListQuery extends PageQuery {
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
}

const ROLES = ['visitor', 'representative', 'authorized', 'lawyer'] as const;
export class VisitPersonInputDto {
  @Choice({
    label: 'Tư cách',
    values: ROLES,
    labels: {
      visitor: 'người đến trình bày',
      representative: 'người đại diện của đoàn',
      authorized: 'người được ủy quyền',
      lawyer: 'luật sư, trợ giúp viên pháp lý',
    },
    optional: true,
  })
  role?: (typeof ROLES)[number];
  @Text({ label: 'Họ và tên', max: 120, optional: true }) fullName?: string;
  @Text({ label: 'Địa chỉ', max: 300, optional: true }) address?: string;
  @Text({ label: 'Số căn cước, định danh, hộ chiếu', max: 40, optional: true }) personalId?: string;
  @Choice({ label: 'Loại giấy tờ', values: ['personal-id', 'old-id', 'passport', 'other'], optional: true })
  personalIdKind?: 'personal-id' | 'old-id' | 'passport' | 'other';
  @Text({ label: 'Điện thoại', max: 40, optional: true }) phone?: string;
}

export class ReceiveVisitDto {
  @Choice({ label: 'Loại nội dung', values: VISIT_TYPES, labels: VISIT_TYPE_LABELS })
  type: (typeof VISIT_TYPES)[number];
  @Text({ label: 'Tóm tắt nội dung vụ việc', max: 20_000, multiline: true }) summary: string;
  @Many({ label: 'Người đến', of: () => VisitPersonInputDto, max: 50 }) people: VisitPersonInputDto[];
  @Whole({ label: 'Số người của đoàn', min: 1, max: 10_000, optional: true }) groupSize?: number;
  @Flag({ label: 'Có văn bản cử người đại diện, tất cả đã ký', optional: true }) appointedInWriting?: boolean;
  @Whole({ label: 'Số công dân có đơn cùng một nội dung', min: 1, max: 100_000, optional: true })
  sameMatterCount?: number;
  @Text({ label: 'Cơ quan đã giải quyết', max: 500, optional: true }) priorResolution?: string;
  @Flag({ label: 'Đã đề nghị Công an phối hợp', optional: true }) policeAsked?: boolean;
  @Flag({ label: 'Tố cáo người đứng đầu chính cơ quan này', optional: true }) denouncesHead?: boolean;
  @Text({ label: 'Ghi chú', max: 1000, multiline: true, optional: true }) note?: string;
}

const OUTCOMES = ['guided', 'transferred', 'reported', 'explained', 'answered'] as const;
export class VisitOutcomeDto extends OnDayDto {
  @Choice({
    label: 'Kết quả',
    values: OUTCOMES,
    labels: {
      guided: 'hướng dẫn đến nơi có thẩm quyền',
      transferred: 'chuyển đến nơi có thẩm quyền',
      reported: 'báo cáo để yêu cầu cấp dưới giải quyết',
      explained: 'giải thích kết quả đã giải quyết',
      answered: 'trả lời ngay',
    },
  })
  outcome: (typeof OUTCOMES)[number];
  @Flag({ label: 'Thuộc thẩm quyền giải quyết', optional: true }) withinCompetence?: boolean;
  @Text({ label: 'Cơ quan được hướng dẫn đến, chuyển đến', max: 300, optional: true }) sentTo?: string;
  @Text({ label: 'Số văn bản hướng dẫn, chuyển', max: 60, optional: true }) documentNumber?: string;
  @Text({ label: 'Theo dõi kết quả', max: 1000, multiline: true, optional: true }) resultNote?: string;
  @Text({ label: 'Người liên hệ để biết kết quả', max: 200, optional: true }) contact?: string;
}

export class RefuseVisitDto extends OnDayDto {
  @Text({ label: 'Căn cứ từ chối', max: 40, help: 'Mã trong danh mục căn cứ từ chối' }) ground: string;
  @Flag({ label: 'Đã giải thích lý do cho công dân' }) explained: boolean;
  @Text({ label: 'Số văn bản làm căn cứ', max: 120, optional: true }) basis?: string;
}

export class RefusalNoticeDto extends OnDayDto {
  @Text({ label: 'Số thông báo (Mẫu 01/TCD)', max: 60 }) documentNumber: string;
}

export class VisitReplyDto extends OnDayDto {
  @Text({ label: 'Nội dung trả lời', max: 40, help: '`accepted`, `needsTime`, `notAccepted`, `transferred`' })
  content: string;
  @Choice({
    label: 'Hình thức',
    values: ['direct', 'written'],
    labels: { direct: 'trả lời trực tiếp', written: 'bằng văn bản' },
  })
  form: 'direct' | 'written';
  @Text({ label: 'Số văn bản', max: 60, optional: true }) documentNumber?: string;
}

export class ForwardedResultDto extends OnDayDto {
  @Text({ label: 'Kết quả giải quyết được thông báo', max: 1000, multiline: true }) resultNote: string;
  @Flag({ label: 'Công dân đã yêu cầu được báo kết quả' }) citizenAsked: boolean;
}

export class ReportBackDto extends OnDayDto {
  @Choice({
    label: 'Hình thức',
    values: ['direct', 'written'],
    labels: { direct: 'báo trực tiếp', written: 'bằng văn bản' },
  })
  form: 'direct' | 'written';
  @Text({ label: 'Số văn bản', max: 60, optional: true }) documentNumber?: string;
}

export class VisitPetitionDto extends OnDayDto {
  @Text({ label: 'Nội dung đơn', max: 20_000, multiline: true, optional: true }) content?: string;
  @Text({ label: 'Lĩnh vực', max: 120, optional: true }) field?: string;
  @Text({ label: 'Người bị khiếu nại, bị tố cáo', max: 300, optional: true }) respondent?: string;
  @Text({ label: 'Số, ngày quyết định bị khiếu nại', max: 200, optional: true }) challengedDecision?: string;
  @Flag({ label: 'Người tiếp ghi lại, đã đọc lại và công dân ký, điểm chỉ', optional: true }) writtenDown?: boolean;
}

const CONDITIONS = ['original', 'photocopy', 'certifiedCopy'] as const;
export class ReceiptItemInputDto {
  @Text({ label: 'Tên tài liệu', max: 300 }) name: string;
  @Whole({ label: 'Số trang', min: 1, max: 100_000 }) pages: number;
  @Choice({
    label: 'Tình trạng',
    values: CONDITIONS,
    labels: { original: 'bản gốc, bản chính', photocopy: 'bản photo', certifiedCopy: 'bản sao công chứng, chứng thực' },
  })
  condition: (typeof CONDITIONS)[number];
}

export class TakePapersDto extends OnDayDto {
  @Many({ label: 'Thông tin, tài liệu', of: () => ReceiptItemInputDto, min: 1, max: 200 }) items: ReceiptItemInputDto[];
  @Whole({ label: 'Số bản lập', min: 1, max: 20 }) copies: number;
}

export class DirectTaskDto extends OnDayDto {
  @Text({ label: 'Nội dung chỉ đạo', max: 2000, multiline: true }) content: string;
  @Text({ label: 'Cơ quan, đơn vị thực hiện', max: 300 }) body: string;
  @Text({ label: 'Người liên hệ để biết kết quả', max: 200, optional: true }) contact?: string;
  @Day({ label: 'Thời hạn thực hiện' }) dueOn: string;
  @Day({ label: 'Ngày kiểm tra lại', optional: true }) followUpOn?: string;
}

export class TaskResultDto extends OnDayDto {
  @Text({ label: 'Kết quả thực hiện', max: 2000, multiline: true }) result: string;
}

const PARTIES = ['leader', 'body', 'citizens', 'witness', 'other'] as const;
export class AttendanceInputDto extends OnDayDto {
  @Choice({
    label: 'Thành phần',
    values: PARTIES,
    labels: {
      leader: 'người chủ trì',
      body: 'cơ quan, tổ chức',
      citizens: 'công dân',
      witness: 'người chứng kiến',
      other: 'khác',
    },
  })
  party: (typeof PARTIES)[number];
  @Text({ label: 'Tên cơ quan, chức danh', max: 300 }) name: string;
  @Whole({ label: 'Số người', min: 0, max: 100_000 }) people: number;
  @Flag({ label: 'Có mặt' }) present: boolean;
}

export class OpinionInputDto extends OnDayDto {
  @Text({ label: 'Nội dung ý kiến', max: 4000, multiline: true }) content: string;
  @Text({ label: 'Lĩnh vực', max: 120, optional: true }) field?: string;
}

export class OpinionAnswerDto extends OnDayDto {
  @Text({ label: 'Nội dung trả lời', max: 4000, multiline: true, optional: true }) answer?: string;
  @Day({ label: 'Ngày hẹn trả lời', optional: true }) answerDueOn?: string;
}

const BOOKS = ['all', 'main', 'sealed'] as const;
export class RegisterPeriodQuery {
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Day({ label: 'Từ ngày' }) from: string;
  @Day({ label: 'Đến ngày' }) to: string;
  @Choice({
    label: 'Sổ',
    values: BOOKS,
    labels: { all: 'cả hai', main: 'sổ chung', sealed: 'sổ riêng của tố cáo' },
    optional: true,
  })
  book?: (typeof BOOKS)[number];
}
export class ReceptionBookQuery extends RegisterPeriodQuery {
  @Text({ label: 'Vị trí trang tiếp theo', max: 300, optional: true }) cursor?: string;
  @Whole({ label: 'Số dòng mỗi trang', min: 1, max: 200, optional: true, fromText: true }) limit?: number;
}
export class RegisterExportQuery extends RegisterPeriodQuery {
  @Choice({ label: 'Kiểu tệp', values: ['csv', 'xlsx', 'docx', 'pdf'], optional: true }) format?:
    'csv' | 'xlsx' | 'docx' | 'pdf';
}

export class ReceptionPaperQuery {
  @Choice({ label: 'Kiểu tệp', values: ['docx', 'pdf'], optional: true }) format?: 'docx' | 'pdf';
}
export class VisitPaperQuery extends ReceptionPaperQuery {
  @Text({ label: 'Giấy biên nhận nào, khi có nhiều; bỏ trống là lần nhận sau cùng', max: 36, optional: true })
  receipt?: string;
}

export class QuotaQuery {
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Day({ label: 'Từ tháng (một ngày trong tháng)' }) from: string;
  @Day({ label: 'Đến tháng (một ngày trong tháng)' }) to: string;
  @Choice({ label: 'Cả cơ quan cấp dưới', values: ['yes', 'no'], labels: { yes: 'có', no: 'không' }, optional: true })
  below?: 'yes' | 'no';
}

export class DutyQuery {
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
}

export class GroundQuery {
  @Day({ label: 'Theo luật của ngày', optional: true }) on?: string;
}
