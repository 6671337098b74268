/** What an effect was to do, and why a rule refused it, as an administrator reads them. */
const KINDS: Readonly<Record<string, string>> = {
  notify: 'Báo cho người có trách nhiệm',
  'document.issue': 'Giao việc soạn văn bản',
  'case.spawn': 'Mở hồ sơ kế tiếp',
  'case.advance': 'Chuyển bước khi đến ngày có hiệu lực',
  'case.link': 'Nối hồ sơ liên quan',
  'case.tell': 'Báo cho hồ sơ liên quan',
  'case.grant': 'Cấp quyền đọc theo nhiệm vụ',
  'case.revoke': 'Thu hồi quyền đọc',
  'case.move': 'Chuyển hồ sơ sang cơ quan khác',
  'agency.succeed': 'Chuyển hồ sơ khi cơ quan kết thúc hoạt động',
  'clock.advance': 'Tua đồng hồ minh họa',
  'calendar.reproject': 'Tính lại thời hạn theo lịch mới',
  'national.deliver': 'Giao gói cập nhật Cơ sở dữ liệu quốc gia',
  'axis.send': 'Gửi gói qua trục liên thông văn bản',
};
const REASONS: Readonly<Record<string, string>> = {
  'CASEWORK.BACKDATED': 'Ngày của việc quá xa về trước, hoặc trước bước đã ghi liền trước',
  'CASEWORK.NOT_FOUND': 'Không còn hồ sơ',
  'CASEWORK.READ_ONLY': 'Hồ sơ đã chuyển sang cơ quan khác, chỉ được xem',
  'CASEWORK.FUTURE_DATE': 'Ngày của việc chưa đến',
  'CASEWORK.INPUT_INVALID': 'Thông tin kèm theo không đúng với quy trình',
  'CASEWORK.REASON_REQUIRED': 'Thiếu lý do ghi muộn',
  'PROCEDURE.EVENT_NOT_ALLOWED': 'Hồ sơ không ở giai đoạn cho phép',
  'PROCEDURE.EVENT_UNKNOWN': 'Quy trình của hồ sơ không có bước này',
  'ACCESS.ROLE_REFUSED': 'Không đủ thẩm quyền',
};

export const effectTitle = (kind: string): string => KINDS[kind] ?? 'Việc khác';
export const refusalReason = (code: string | null): string => (code && REASONS[code]) ?? 'Bị một quy tắc từ chối';
