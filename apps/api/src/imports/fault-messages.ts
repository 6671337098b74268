/** Kept rows of a batch hold field and code only, never the value: the sentence is put together again here. */
const BY_CODE: Readonly<Record<string, string>> = {
  DATE_MISSING: 'Chưa có ngày nhận đơn.',
  DATE_UNREADABLE: 'Không đọc được ngày; hãy ghi theo dạng ngày/tháng/năm.',
  DATE_IN_FUTURE: 'Ngày nhận đơn sau ngày hôm nay.',
  DATE_TOO_OLD: 'Ngày quá xa trong quá khứ.',
  ACCEPTED_DATE_UNREADABLE: 'Không đọc được ngày thụ lý.',
  ACCEPTED_DATE_IN_FUTURE: 'Ngày thụ lý sau ngày hôm nay.',
  ACCEPTED_DATE_TOO_OLD: 'Ngày thụ lý quá xa trong quá khứ.',
  ACCEPTED_BEFORE_RECEIVED: 'Ngày thụ lý trước ngày nhận đơn.',
  FORMULA_TEXT: 'Ô là công thức chứ không phải chữ; hãy đối chiếu với đơn.',
  ENCODING_UNKNOWN: 'Có chữ lạ, có thể sai bảng mã; hãy đối chiếu với đơn.',
  TYPE_MISSING: 'Chưa ghi loại đơn.',
  TYPE_UNKNOWN: 'Không hiểu loại đơn; hãy ghi Khiếu nại, Tố cáo, hoặc Kiến nghị, phản ánh.',
  TYPE_CONTENT_CONFLICT: 'Loại đơn không phải tố cáo nhưng nội dung ghi là tố cáo; hãy xem lại.',
  NAME_MISSING: 'Chưa có họ tên người gửi đơn.',
  CONTENT_MISSING: 'Chưa có nội dung đơn.',
  DENUNCIATION_ONLINE: 'Nộp trực tuyến không phải hình thức tố cáo; tiếp nhận như thông tin có nội dung tố cáo.',
  ID_FORMAT: 'Số định danh chỉ gồm chữ số.',
  ID_LENGTH: 'Số định danh sai số chữ số; CCCD có 12, CMND cũ có 9.',
  ID_DIGITS_LOST: 'Số định danh đã bị bảng tính làm tròn, mất chữ số; hãy nhập lại theo giấy tờ.',
  ID_ZEROS_RESTORED: 'Số định danh bị mất số 0 ở đầu, đã bù; hãy đối chiếu giấy tờ.',
  ID_PROVINCE_UNKNOWN: 'Ba số đầu của số CCCD không phải mã nơi đăng ký khai sinh đã biết.',
  ID_SEX_MISMATCH: 'Giới tính không khớp với số CCCD.',
  ID_BIRTH_YEAR_MISMATCH: 'Năm sinh không khớp với số CCCD.',
  TEXT_TOO_LONG: 'Chữ trong ô dài quá giới hạn.',
  TEXT_CONTROL_CHARACTER: 'Ô có ký tự điều khiển không hiển thị được.',
  TEXT_BROKEN_UNICODE: 'Ô có ký tự bị hỏng.',
  TEXT_DIRECTION_MARK: 'Ô có ký tự đổi chiều chữ.',
};

export const importFaultMessage = (field: string, code: string): string =>
  BY_CODE[code.replace(/^IMPORT\./, '')] ?? `Dòng cần xem lại ở cột ${field}.`;
