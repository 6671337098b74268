import type { ActorRole } from '#libs/shared';

export const ROLE_TITLES: Readonly<Record<ActorRole, string>> = {
  receptionist: 'công chức tiếp nhận',
  caseOfficer: 'công chức thụ lý',
  unitHead: 'trưởng phòng',
  chairman: 'Chủ tịch Ủy ban nhân dân cấp xã',
  provinceChairman: 'Chủ tịch Ủy ban nhân dân cấp tỉnh',
  inspector: 'thanh tra',
  identityCustodian: 'người được giao quản lý thông tin người tố cáo',
  administrator: 'quản trị',
  system: 'hệ thống',
};

/** A running file goes over to a newer version of its procedure. */
export const MIGRATED = 'MIGRATED';

export const OPEN_TITLE = 'Mở hồ sơ';

/** Acts on a file that move no stage, written by others than this service. */
const RECORD_TITLES: Readonly<Record<string, string>> = {
  PETITION_LINKED: 'Ghi nhận liên hệ với đơn đã gửi trước',
  ATTACHMENT_ADDED: 'Thêm tài liệu vào hồ sơ',
  GRANT: 'Cho phép xem hồ sơ được bảo mật',
  REVOKE: 'Thôi cho phép xem hồ sơ được bảo mật',
  MOVED: 'Chuyển hồ sơ sang cơ quan khác',
  [MIGRATED]: 'Chuyển hồ sơ sang phiên bản mới của quy trình',
  PETITION_VOIDED: 'Hủy đơn đã vào sổ',
  PETITION_CORRECTED: 'Sửa sai sót khi ghi đơn vào sổ',
  SECRECY_NOTED: 'Ghi nhận về bí mật thông tin người tố cáo',
  SECRECY_ENDED: 'Thôi ghi nhận về bí mật thông tin người tố cáo',
  CONFLICT_DECLARED: 'Ghi nhận xung đột lợi ích: người này thôi được xem, xử lý hồ sơ',
  CONFLICT_ENDED: 'Thôi ghi nhận xung đột lợi ích',
  WORKING_COPY_MADE: 'Lập bản làm việc đã che thông tin người tố cáo',
  IDENTITY_READ: 'Đọc thông tin người tố cáo (bảo mật)',
  NOTE_WRITTEN: 'Ghi chú làm việc (nội dung ở mục Ghi chú)',
  TASK_DONE: 'Đánh dấu đã làm một nhiệm vụ',
  URGED: 'Đôn đốc (quy định nội bộ)',
  PAPER_SUBMITTED: 'Trình ký văn bản',
  PAPER_APPROVED: 'Duyệt văn bản',
  PAPER_RETURNED: 'Trả lại văn bản đã trình',
  PAPER_SIGNED: 'Ký văn bản',
  PAPER_ISSUED: 'Cho số và phát hành văn bản',
  PAPER_VOIDED: 'Hủy văn bản',
  PAPER_SIGNED_COPY: 'Lưu bản đã ký',
  PAPER_SENT: 'Gửi văn bản',
  PAPER_IDENTITY_READ: 'Xem văn bản có thông tin được bảo vệ',
};

export const recordTitle = (type: string): string => RECORD_TITLES[type] ?? 'Ghi nhận trên hồ sơ';
