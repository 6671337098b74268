/** Stages between acceptance and conclusion in which the resolution clock runs. */
export const RESOLVING = ['accepted', 'verifying', 'reported'] as const;
export type ResolvingStage = (typeof RESOLVING)[number];

/** Stages a file may be withdrawn in, and to which it returns where it must go on nevertheless (LTC Đ.33 k3). */
export const WITHDRAWABLE = [...RESOLVING, 'examining', 'suspended'] as const;
/** The same before the matter is accepted. */
export const WITHDRAWABLE_EARLY = ['received', 'reviewing', 'late', 'demanded'] as const;

export const STAGE_TITLES = {
  received: 'Đã tiếp nhận, kiểm tra điều kiện thụ lý',
  notCompetent: 'Không thuộc thẩm quyền, chờ chuyển',
  refused: 'Không thụ lý, chờ thông báo lý do',
  answeringForwarder: 'Chờ thông báo kết quả cho nơi chuyển đến',
  reviewing: 'Đang xem xét tố cáo tiếp',
  late: 'Tố cáo tiếp do quá thời hạn, chờ yêu cầu báo cáo',
  demanded: 'Đã yêu cầu báo cáo về việc chậm giải quyết',
  urging: 'Theo dõi, đôn đốc cấp dưới giải quyết',
  takingOver: 'Lấy vụ việc lên giải quyết, chờ hồ sơ',
  accepted: 'Đã thụ lý',
  verifying: 'Đang xác minh',
  examining: 'Chờ kết luận giám định',
  reported: 'Đã báo cáo kết quả xác minh',
  suspended: 'Tạm đình chỉ giải quyết',
  withdrawn: 'Đã rút toàn bộ, chờ quyết định',
  withdrawnEarly: 'Đã rút trước khi thụ lý, chờ quyết định',
  discontinued: 'Đình chỉ giải quyết, chờ gửi quyết định',
  concluded: 'Đã kết luận nội dung tố cáo',
  restoring: 'Khôi phục quyền, lợi ích của người bị tố cáo sai',
  following: 'Theo dõi thực hiện kết luận',
} as const;
