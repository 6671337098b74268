import { option } from '#libs/procedure';

export const CONTENT_TYPES = [
  option('complaint', 'Khiếu nại'),
  option('denunciation', 'Tố cáo'),
  option('feedback', 'Kiến nghị, phản ánh'),
  option('mixed', 'Nhiều nội dung'),
];

/** Why a petition does not meet the conditions for handling (TT05 Đ.6 k2). */
export const INELIGIBLE_GROUNDS = [
  option('MISSING_CONTENT', 'Thiếu ngày, họ tên, địa chỉ, chữ ký hoặc nội dung bắt buộc', 'TT05 Đ.6 k2a'),
  option('ANONYMOUS', 'Không rõ hoặc mạo họ tên, địa chỉ người gửi', 'LTC Đ.25 k1'),
  option('SENT_TO_MANY', 'Đã gửi nhiều nơi, trong đó có cơ quan có thẩm quyền', 'TT05 Đ.6 k2b'),
  option('ALREADY_GUIDED', 'Đã được hướng dẫn hoặc chuyển một lần về cùng nội dung', 'TT05 Đ.6 k2b'),
  option('UNREADABLE', 'Đơn rách nát, tẩy xóa, không đọc được', 'TT05 Đ.6 k2b'),
  option('WRONG_FORM', 'Tố cáo không theo hình thức luật định (gửi trực tuyến)', 'LTC Đ.22, Đ.25 k1'),
];

export const REPORT_GROUNDS = [
  option('SUBORDINATE_OVERDUE', 'Cấp dưới quá thời hạn chưa giải quyết', 'NĐ154 Đ.15 k2'),
  option(
    'UNLAWFUL_RESOLUTION',
    'Quyết định giải quyết có hiệu lực nhưng có dấu hiệu vi phạm pháp luật',
    'NĐ124 Đ.38 (NĐ155)',
  ),
  option('IRREPARABLE', 'Thi hành quyết định sẽ gây hậu quả khó khắc phục', 'LKN Đ.35'),
  option('MASS_OR_COMPLEX', 'Đông người, phức tạp, kéo dài', 'LTCD Đ.18 k3'),
];
