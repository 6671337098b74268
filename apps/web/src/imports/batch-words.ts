export const WIZARD = ['Chọn tệp', 'Xem trước', 'Đăng ký', 'Kết quả'] as const;

export const BATCH_STATE: Record<string, string> = {
  reading: 'Đang đọc tệp',
  ready: 'Chờ xem và đăng ký',
  importing: 'Đang đăng ký',
  done: 'Đã xong',
  cancelled: 'Đã dừng',
  failed: 'Bị lỗi',
  undone: 'Đã hoàn tác',
};
export const STEP_OF: Record<string, number> = {
  reading: 0,
  ready: 1,
  importing: 2,
  done: 3,
  cancelled: 3,
  failed: 3,
  undone: 3,
};

const FIELD: Record<string, string> = {
  ordinal: 'Số thứ tự',
  oldNumber: 'Số trong sổ cũ',
  receivedOn: 'Ngày nhận',
  channel: 'Nguồn đơn',
  name: 'Họ và tên',
  nameAndAddress: 'Họ tên, địa chỉ',
  personalId: 'Số định danh',
  sex: 'Giới tính',
  birth: 'Năm sinh',
  phone: 'Điện thoại',
  address: 'Địa chỉ',
  type: 'Loại đơn',
  field: 'Lĩnh vực',
  content: 'Nội dung',
  respondent: 'Người bị khiếu nại, tố cáo',
  acceptedOn: 'Ngày thụ lý',
  note: 'Ghi chú',
};
export const fieldName = (field: string): string => FIELD[field] ?? 'Cả dòng';
export const ENCODING: Record<string, string> = {
  TCVN3: 'TCVN3 (.VnTime)',
  VNI: 'VNI',
  NFD: 'Unicode tổ hợp',
  'unicode-nfd': 'Unicode tổ hợp',
};
