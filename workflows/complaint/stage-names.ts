/** Stages in which the resolution clock may run and the new law's suspension may strike. */
export const RESOLVING = ['accepted', 'selfReviewing', 'verifying', 'reported', 'dialogue'] as const;
export type ResolvingStage = (typeof RESOLVING)[number];

export const STAGE_TITLES = {
  received: 'Chờ thụ lý',
  notAccepted: 'Không thụ lý',
  accepted: 'Đã thụ lý',
  selfReviewing: 'Kiểm tra lại quyết định, hành vi bị khiếu nại',
  verifying: 'Đang xác minh',
  reported: 'Đã báo cáo kết quả xác minh',
  dialogue: 'Tổ chức đối thoại',
  suspended: 'Tạm đình chỉ giải quyết',
  withdrawn: 'Đã rút toàn bộ, chờ quyết định đình chỉ',
  discontinued: 'Đình chỉ giải quyết, chờ gửi quyết định',
  closedByDiscontinuance: 'Kết thúc do đình chỉ giải quyết',
  decided: 'Đã ban hành quyết định giải quyết',
  sent: 'Đã gửi quyết định giải quyết',
  published: 'Đã công khai quyết định giải quyết',
  effective: 'Quyết định có hiệu lực pháp luật',
  enforcing: 'Đang thi hành quyết định',
  closed: 'Đã thi hành xong, kết thúc vụ việc',
  passedUp: 'Đã chuyển hồ sơ lên cấp giải quyết lần hai',
} as const;
