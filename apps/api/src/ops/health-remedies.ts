/** What an administrator does about an item that is not well. The whole of it is in docs/runbook.md. */
export const REMEDIES: Readonly<Record<string, string>> = {
  migrations: 'Chạy: npm run -s cli -- migrate, rồi khởi động lại.',
  workers: 'Khởi động lại chương trình; xem tệp nhật ký của bộ phận chạy nền.',
  queue: 'Xem nhật ký của bộ phận chạy nền. Hàng đợi chỉ chuyển việc: xóa nó không mất việc nào.',
  milestones: 'Xem bộ phận chạy nền có chạy không. Mốc trễ vẫn còn nguyên và được xử lý khi nó chạy lại.',
  effects: 'Xem bộ phận chạy nền có chạy không; việc chờ được làm tiếp khi nó chạy lại.',
  failed: 'Mở danh sách việc bị từ chối, xem hồ sơ, sửa nguyên nhân rồi cho làm lại.',
  email: 'Đặt NGHE_DAN_SMTP_URL và NGHE_DAN_MAIL_FROM rồi khởi động lại.',
  sms: 'Đặt NGHE_DAN_SMS_URL rồi khởi động lại, nếu cơ quan dùng tin nhắn.',
  zalo: 'Đặt NGHE_DAN_ZALO_URL rồi khởi động lại, nếu cơ quan dùng Zalo.',
  messages: 'Xem cổng gửi; tin gửi không được nằm trong hồ sơ, mục Tin gửi.',
  ledger: 'Bộ phận chạy nền ký mỗi ngày; muốn ký ngay thì mở trang Nhật ký.',
  backup: 'Chạy: npm run -s cli -- backup THƯ-MỤC, đặt lịch mỗi đêm, thư mục ở đĩa khác.',
  archive: 'Xem quyền ghi và chỗ trống của thư mục wal-archive; với máy chủ riêng, xem archive_command.',
  drill: 'Chạy: npm run -s cli -- backup drill THƯ-MỤC và đọc biên bản trong thư mục drills.',
  disk: 'Dọn hoặc mở rộng đĩa trước khi đầy; chuyển bản sao lưu cũ sang đĩa khác.',
  calendar: 'Mở Lịch làm việc, lập đề xuất ngày nghỉ năm tới rồi công bố.',
};
