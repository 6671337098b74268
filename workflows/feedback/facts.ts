import type { FactInfo, Facts } from '#libs/procedure';

const fact = (name: string, label: string, source: FactInfo['source'], meaning = label): FactInfo => ({
  name,
  label,
  source,
  meaning,
});

export const factsCatalogue: readonly FactInfo[] = [
  fact('occurredOn', 'Ngày xảy ra', 'case', 'Ngày của việc đang ghi; luật của ngày này điều chỉnh việc đó.'),
  fact('receivedOn', 'Ngày nhận đơn', 'case', 'Thời hạn chuyển, trả lời tính từ ngày này.'),
  fact(
    'feedbackKind',
    'Loại kiến nghị, phản ánh',
    'case',
    '`general`, `regulation`, `recommendation`, `dispute`; trống: `general`. Do bước đề xuất thụ lý ghi.',
  ),
  fact('channel', 'Hình thức nhận', 'case', '`counter`: công dân đến trực tiếp; `online`: gửi trực tuyến.'),
  fact('forwarderKind', 'Loại cơ quan chuyển đến', 'case', '`front`: Mặt trận Tổ quốc và tổ chức thành viên.'),
  fact('startedOn', 'Ngày bắt đầu giải quyết', 'remembered'),
  fact('targetOn', 'Ngày trả lời theo mục tiêu nội bộ', 'remembered'),
  fact('subject', 'Nhóm nội dung', 'remembered'),
  fact('receptionAnsweredOn', 'Ngày trả lời người đến', 'remembered'),
  fact('forwardedOn', 'Ngày chuyển', 'remembered'),
  fact('invitedOn', 'Ngày mời hòa giải', 'remembered'),
  fact('meetingOn', 'Ngày hòa giải đã mời', 'remembered'),
  fact('decidedOn', 'Ngày có quyết định giải quyết kiến nghị', 'remembered'),
  fact('answeredOn', 'Ngày trả lời', 'remembered'),
  fact('publishedOn', 'Ngày công khai', 'remembered'),
  fact('handling', 'Cách xử lý quy định hành chính', 'remembered'),
  fact('mediationResult', 'Kết quả hòa giải', 'remembered'),
  fact('documentNumber', 'Có số văn bản', 'input'),
  fact('replyContent', 'Nội dung trả lời', 'input'),
  fact('attitudeOutcome', 'Kết quả xử lý thái độ phục vụ', 'input'),
  fact('redacted', 'Đã che thông tin cá nhân', 'input'),
  fact('nameAndAddress', 'Có tên, địa chỉ, điện thoại', 'input'),
  fact('aboutComplaintResult', 'Kiến nghị về kết quả giải quyết khiếu nại', 'input'),
  fact('signed', 'Có chữ ký hoặc điểm chỉ', 'input'),
  fact('correction', 'Nội dung đính chính', 'input'),
];

const common = { petitionType: 'feedback', receivedOn: '2026-07-02', actorRole: 'chairman', remote: false };

/** Sample files the checker walks: one of each kind, one from a reception, one online, one the Front sent. */
export const samples: readonly Facts[] = [
  { ...common, channel: 'counter' },
  { ...common, channel: 'online', feedbackKind: 'general' },
  { ...common, channel: 'post', feedbackKind: 'regulation' },
  { ...common, channel: 'forwarded', feedbackKind: 'recommendation', forwarderKind: 'front' },
  { ...common, channel: 'counter', feedbackKind: 'dispute' },
];
