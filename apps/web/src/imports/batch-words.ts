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
  receivedOn: 'Ngày nhận',
  name: 'Họ và tên',
  fullName: 'Họ và tên',
  personalId: 'Số định danh',
  type: 'Loại đơn',
  field: 'Lĩnh vực',
  content: 'Nội dung',
  address: 'Địa chỉ',
  registerNumber: 'Số trong sổ',
  number: 'Số trong sổ',
  birthDate: 'Ngày sinh',
  phone: 'Điện thoại',
  row: 'Cả dòng',
};
export const fieldName = (field: string): string => FIELD[field] ?? 'Dòng này';
export const ENCODING: Record<string, string> = {
  TCVN3: 'TCVN3 (.VnTime)',
  VNI: 'VNI',
  NFD: 'Unicode tổ hợp',
  'unicode-nfd': 'Unicode tổ hợp',
};
