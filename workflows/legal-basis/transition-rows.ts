/** One step of the law as the reference tables number it, and the arrows that carry it. */
export interface BasisRow {
  readonly group: string;
  readonly id: string;
  readonly title: string;
  /** `procedure EVENT` of the newest version. */
  readonly arrows?: readonly string[];
  /** Why no arrow, or what else carries it. */
  readonly reason?: string;
}

type Said = readonly [id: string, title: string, arrows: readonly string[], reason?: string];
const rows = (group: string, said: readonly Said[]): BasisRow[] =>
  said.map(([id, title, arrows, reason]) => ({
    ...{ group, id, title },
    ...(arrows.length > 0 && { arrows }),
    ...(reason !== undefined && { reason }),
  }));
const of = (procedure: string, ...events: string[]): string[] => events.map((event) => `${procedure} ${event}`);

const complaint = rows('Khiếu nại lần đầu', [
  ['KN-T1', 'Tiếp nhận đơn', of('petition-handling', 'OPEN')],
  ['KN-T2', 'Thụ lý', of('complaint', 'ACCEPT')],
  ['KN-T3', 'Không thụ lý', of('complaint', 'REFUSE_ACCEPTANCE')],
  ['KN-T3b', 'Hướng dẫn, chuyển đơn không thuộc thẩm quyền', of('petition-handling', 'GUIDE', 'TRANSFER')],
  ['KN-T4', 'Kiểm tra lại quyết định, hành vi bị khiếu nại', of('complaint', 'START_SELF_REVIEW')],
  ['KN-T5', 'Khiếu nại đúng thì quyết định ngay', of('complaint', 'DECIDE')],
  ['KN-T6', 'Quyết định xác minh', of('complaint', 'ASSIGN_VERIFICATION')],
  ['KN-T6a', 'Làm việc trực tiếp', of('complaint', 'HOLD_WORK_SESSION')],
  ['KN-T6b', 'Yêu cầu giải trình, cung cấp tài liệu', of('complaint', 'REQUEST_DOCUMENTS')],
  ['KN-T6c', 'Nhận tài liệu', of('complaint', 'RECEIVE_DOCUMENTS')],
  ['KN-T6d', 'Xác minh thực tế', of('complaint', 'CHECK_ON_SITE')],
  ['KN-T6e', 'Trưng cầu giám định', of('complaint', 'ORDER_EXPERT_EXAMINATION', 'RECORD_EXPERT_RESULT')],
  ['KN-T6f', 'Làm việc với các bên khi kết quả khác nhau', of('complaint', 'HEAR_PARTIES')],
  ['KN-T7', 'Báo cáo kết quả xác minh', of('complaint', 'SUBMIT_REPORT')],
  ['KN-T8', 'Đối thoại', of('complaint', 'CALL_DIALOGUE', 'RECORD_DIALOGUE')],
  ['KN-T8a', 'Vắng mặt không có lý do chính đáng', of('complaint', 'RECORD_DIALOGUE')],
  ['KN-T9', 'Tạm đình chỉ giải quyết', of('complaint', 'SUSPEND', 'SEND_SUSPENSION')],
  ['KN-T10', 'Tiếp tục giải quyết', of('complaint', 'RESUME', 'SEND_RESUMPTION')],
  ['KN-T11', 'Đình chỉ giải quyết', of('complaint', 'DISCONTINUE', 'SEND_DISCONTINUANCE')],
  ['KN-T12', 'Rút một phần, rút toàn bộ', of('complaint', 'WITHDRAW_PART', 'WITHDRAW', 'CONTINUE_AFTER_COERCION')],
  ['KN-T13', 'Tạm đình chỉ thi hành quyết định bị khiếu nại', of('complaint', 'ISSUE_STAY', 'LIFT_STAY')],
  ['KN-T14', 'Quyết định giải quyết lần đầu', of('complaint', 'DECIDE', 'FIND_COMPLEX')],
  ['KN-T15', 'Gửi quyết định', of('complaint', 'SEND_DECISION', 'RECORD_DELIVERY')],
  ['KN-T16', 'Công khai quyết định', of('complaint', 'PUBLISH_DECISION', 'END_POSTING')],
  ['KN-T17', 'Quyết định có hiệu lực pháp luật', of('complaint', 'DECLARE_EFFECTIVE')],
  ['KN-T18', 'Khiếu nại lần hai', of('complaint', 'NOTE_APPEAL', 'HAND_OVER_FILE')],
  ['KN-T19', 'Khởi kiện vụ án hành chính', of('complaint', 'NOTE_COURT')],
  ['KN-T20', 'Thi hành, kết thúc', of('complaint', 'ENFORCE', 'CLOSE')],
  ['KN-T21', 'Xem xét lại việc giải quyết có vi phạm pháp luật', of('complaint', 'ORDER_REVIEW', 'RECORD_REVIEW')],
  ['KN-T22', 'Người thừa kế tiếp tục khiếu nại', of('complaint', 'HEIRS_CONTINUE')],
  ['KN-T23', 'Các bên đọc, sao chụp tài liệu', of('complaint', 'REQUEST_READING', 'GRANT_READING', 'REFUSE_READING')],
  ['KN-MTTQ', 'Báo kết quả cho nơi chuyển đơn', of('complaint', 'NOTIFY_FORWARDER')],
]);

const denunciation = rows('Tố cáo', [
  ['TC-T1', 'Tiếp nhận tố cáo', of('petition-handling', 'OPEN')],
  ['TC-T1b', 'Tách nội dung tố cáo khỏi đơn nhiều nội dung', of('petition-handling', 'SPLIT')],
  ['TC-T1c', 'Từ chối tiếp công dân', [], 'Việc của buổi tiếp công dân: lượt tiếp bị từ chối, thông báo Mẫu 01/TCD.'],
  ['TC-T2', 'Xử lý ban đầu, kéo dài khi phải kiểm tra ở nhiều nơi', of('denunciation', 'OPEN', 'CHECK_LONGER')],
  ['TC-T3', 'Không thụ lý', of('denunciation', 'REFUSE_ACCEPTANCE', 'SEND_REFUSAL')],
  [
    'TC-T4',
    'Chuyển đến nơi có thẩm quyền, một lần',
    [...of('petition-handling', 'TRANSFER'), ...of('denunciation', 'FIND_NOT_COMPETENT', 'TRANSFER')],
  ],
  ['TC-T4b', 'Hướng dẫn người đến trực tiếp', of('petition-handling', 'GUIDE')],
  ['TC-T4c', 'Không xử lý', of('petition-handling', 'NOT_PROCESS')],
  ['TC-T5', 'Nặc danh, mạo danh, sai hình thức', of('petition-handling', 'NOT_PROCESS', 'TRANSFER_FOR_INSPECTION')],
  ['TC-T6', 'Báo chí, cơ quan chuyển đến: trả lời kết quả', of('denunciation', 'ANSWER_FORWARDER')],
  [
    'TC-T7',
    'Dấu hiệu tội phạm',
    [
      ...of('petition-handling', 'TRANSFER_TO_INVESTIGATION'),
      ...of('denunciation', 'NOTE_CRIME_SIGNS', 'TRANSFER_TO_INVESTIGATION'),
    ],
  ],
  ['TC-T7b', 'Ngăn chặn thiệt hại nghiêm trọng', of('denunciation', 'REQUEST_PREVENTION')],
  ['TC-T8', 'Thụ lý', of('denunciation', 'ACCEPT')],
  ['TC-T9', 'Thông báo việc thụ lý và nội dung tố cáo', of('denunciation', 'NOTIFY_ACCEPTANCE')],
  ['TC-T10', 'Thời hạn giải quyết', of('denunciation', 'ACCEPT')],
  ['TC-T11', 'Gia hạn, vụ việc phức tạp', of('denunciation', 'EXTEND')],
  ['TC-T12', 'Gia hạn, vụ việc đặc biệt phức tạp', of('denunciation', 'EXTEND')],
  ['TC-T13', 'Giao xác minh, lập Đoàn hoặc Tổ xác minh', of('denunciation', 'START_VERIFICATION', 'SET_TEAM')],
  ['TC-T14', 'Xác minh, giải trình', of('denunciation', 'HOLD_WORK_SESSION', 'RECORD_EXPLANATION', 'CHECK_ON_SITE')],
  ['TC-T15', 'Trưng cầu giám định', of('denunciation', 'ORDER_EXAMINATION', 'RECORD_EXAMINATION_RESULT')],
  ['TC-T16', 'Báo cáo kết quả xác minh', of('denunciation', 'SUBMIT_REPORT')],
  ['TC-T17', 'Rút tố cáo, toàn bộ hoặc một phần', of('denunciation', 'WITHDRAW', 'WITHDRAW_PART')],
  ['TC-T17g', 'Vẫn giải quyết dù đã rút', of('denunciation', 'GO_ON_DESPITE_WITHDRAWAL')],
  ['TC-T18', 'Tạm đình chỉ, tiếp tục', of('denunciation', 'SUSPEND', 'SEND_SUSPENSION', 'RESUME')],
  ['TC-T19', 'Đình chỉ', of('denunciation', 'DISCONTINUE', 'SEND_DISCONTINUANCE')],
  ['TC-T20', 'Kết luận nội dung tố cáo', of('denunciation', 'CONCLUDE', 'SEND_CONCLUSION')],
  ['TC-T21', 'Xử lý kết luận', of('denunciation', 'HANDLE_CONCLUSION', 'RESTORE_RIGHTS', 'APOLOGISE')],
  ['TC-T21b', 'Báo cáo kết quả xử lý', of('denunciation', 'RECEIVE_HANDLING_REPORT')],
  [
    'TC-T22',
    'Công khai kết luận, quyết định xử lý',
    of('denunciation', 'PUBLISH_CONCLUSION', 'PUBLISH_HANDLING', 'END_POSTING'),
  ],
  ['TC-T23', 'Theo dõi, đôn đốc', of('denunciation', 'ASSIGN_FOLLOW_UP', 'REPORT_FOLLOW_UP')],
  ['TC-T24', 'Tố cáo tiếp', of('denunciation', 'KEEP_RESULT', 'RESOLVE_AGAIN')],
  ['TC-T24g', 'Căn cứ giải quyết lại', of('denunciation', 'RESOLVE_AGAIN')],
  [
    'TC-T25',
    'Quá thời hạn chưa giải quyết',
    of('denunciation', 'RECEIVE_LATE_DEMAND', 'NOTE_LATENESS', 'DEMAND_REPORT'),
  ],
  [
    'TC-T25b',
    'Báo cáo và trả lời về việc chậm giải quyết',
    of('denunciation', 'SEND_LATE_REPORT', 'RECEIVE_LATE_REPORT', 'ANSWER_LATENESS'),
  ],
  ['TC-T26', 'Cấp trên trực tiếp giải quyết', of('denunciation', 'TAKE_OVER')],
  ['TC-T27', 'Giải quyết ngay việc rõ ràng', of('denunciation', 'HANDLE_AT_ONCE')],
  ['TC-T28', 'Lập, lưu trữ hồ sơ', of('denunciation', 'CLOSE', 'HAND_OVER_FILE')],
]);

const second = rows('Khiếu nại lần hai', [
  [
    'KN2-1',
    'Gửi khiếu nại lần hai',
    [...of('complaint', 'NOTE_APPEAL'), ...of('petition-handling', 'PROPOSE_ACCEPTANCE')],
  ],
  ['KN2-2', 'Thụ lý, không thụ lý', of('complaint', 'ACCEPT', 'REFUSE_ACCEPTANCE')],
  ['KN2-3', 'Hội đồng tư vấn, tham khảo ý kiến', of('complaint', 'SET_UP_COUNCIL')],
  ['KN2-4', 'Xác minh', of('complaint', 'ASSIGN_VERIFICATION', 'SUBMIT_REPORT')],
  ['KN2-5', 'Tạm đình chỉ thi hành', of('complaint', 'ISSUE_STAY', 'LIFT_STAY')],
  ['KN2-6', 'Đối thoại bắt buộc', of('complaint', 'CALL_DIALOGUE', 'RECORD_DIALOGUE')],
  ['KN2-7', 'Quyết định giải quyết lần hai', of('complaint', 'DECIDE', 'FIND_COMPLEX')],
  ['KN2-8', 'Gửi quyết định', of('complaint', 'SEND_DECISION')],
  ['KN2-9', 'Công khai', of('complaint', 'PUBLISH_DECISION')],
  ['KN2-10', 'Có hiệu lực pháp luật', of('complaint', 'DECLARE_EFFECTIVE')],
  ['KN2-11', 'Khởi kiện', of('complaint', 'NOTE_COURT')],
  ['KN2-12', 'Thi hành', of('complaint', 'ENFORCE', 'CLOSE')],
]);

const disciplinary = rows('Khiếu nại quyết định kỷ luật', [
  ['KL-1', 'Thời hiệu 15 ngày, lần hai 10 ngày, buộc thôi việc 30 ngày', of('disciplinary-complaint', 'ACCEPT')],
  ['KL-2', 'Chỉ bằng đơn', of('disciplinary-complaint', 'ACCEPT')],
  ['KL-3', 'Thụ lý', of('disciplinary-complaint', 'ACCEPT', 'REFUSE_ACCEPTANCE')],
  [
    'KL-4',
    'Kiểm tra lại, Hội đồng kỷ luật',
    of('disciplinary-complaint', 'ASK_DISCIPLINE_COUNCIL', 'RECORD_COUNCIL_PROPOSAL', 'CLEAR_ON_REVIEW'),
  ],
  ['KL-5', 'Đối thoại bắt buộc', of('disciplinary-complaint', 'CALL_DIALOGUE', 'RECORD_DIALOGUE')],
  ['KL-6', 'Quyết định, gửi', of('disciplinary-complaint', 'DECIDE', 'SEND_DECISION')],
  ['KL-7', 'Hiệu lực', of('disciplinary-complaint', 'DECLARE_EFFECTIVE')],
  ['KL-8', 'Khởi kiện (buộc thôi việc)', of('disciplinary-complaint', 'NOTE_COURT')],
  ['KL-9', 'Công bố, thi hành', of('disciplinary-complaint', 'ANNOUNCE_DECISION', 'CLOSE')],
]);

const protection = rows('Bảo vệ người tố cáo', [
  [
    'BV-P1',
    'Đề nghị bảo vệ',
    [...of('denunciation', 'REQUEST_PROTECTION'), ...of('protection', 'OPEN', 'RECEIVE_WRITTEN_REQUEST')],
  ],
  [
    'BV-P2',
    'Kiểm tra, quyết định, từ chối có lý do',
    of('protection', 'RECORD_CHECK', 'DECIDE', 'REFUSE', 'TAKE_URGENT_MEASURE'),
  ],
  [
    'BV-P2b',
    'Đề nghị Công an, cơ quan có thẩm quyền',
    of('protection', 'ASK_AUTHORITY', 'RECORD_AUTHORITY_DECISION', 'RECORD_AUTHORITY_REFUSAL', 'NOTE_COMPLEX'),
  ],
  ['BV-P3', 'Thực hiện quyết định', of('protection', 'REPORT_RESULT')],
  ['BV-P4', 'Thay đổi, chấm dứt', of('protection', 'CHANGE', 'END', 'NOTE_RESOLUTION_ENDED')],
  [
    'BV-P5',
    'Hồ sơ bảo vệ riêng',
    of('protection', 'OPEN'),
    'Hồ sơ bảo vệ là một hồ sơ riêng, liên kết với hồ sơ tố cáo.',
  ],
  ['BV-P6', 'Bảo vệ vị trí công tác, việc làm', of('protection', 'REQUEST_EMPLOYER')],
]);

const handling = rows('Xử lý đơn', [
  ['XLD-1', 'Khiếu nại đủ điều kiện, thuộc thẩm quyền', of('petition-handling', 'PROPOSE_ACCEPTANCE')],
  [
    'XLD-2',
    'Khiếu nại thuộc thẩm quyền, thiếu điều kiện',
    [...of('petition-handling', 'REQUEST_SUPPLEMENT', 'RECEIVE_SUPPLEMENT'), ...of('complaint', 'REFUSE_ACCEPTANCE')],
  ],
  ['XLD-3', 'Khiếu nại không thuộc thẩm quyền, công dân gửi', of('petition-handling', 'GUIDE', 'TRANSFER')],
  ['XLD-4', 'Khiếu nại không thuộc thẩm quyền, cơ quan chuyển đến', of('petition-handling', 'RETURN_TO_FORWARDER')],
  ['XLD-5', 'Đã hướng dẫn, chuyển một lần', of('petition-handling', 'FILE')],
  [
    'XLD-6',
    'Đơn trùng',
    of('petition-handling', 'FILE'),
    'Liên kết đơn gửi lại do cán bộ tiếp nhận xác nhận khi đăng ký.',
  ],
  ['XLD-7', 'Cấp dưới quá hạn', of('petition-handling', 'REPORT_TO_HEAD', 'ORDER_SUBORDINATE')],
  [
    'XLD-8',
    'Quyết định giải quyết đã có hiệu lực, có dấu hiệu vi phạm',
    of('petition-handling', 'REPORT_TO_HEAD', 'ORDER_REVIEW'),
  ],
  [
    'XLD-9',
    'Thi hành gây hậu quả khó khắc phục',
    [...of('petition-handling', 'REPORT_TO_HEAD'), ...of('complaint', 'ISSUE_STAY')],
  ],
  ['XLD-10', 'Nhiều người ký, không thuộc thẩm quyền', of('petition-handling', 'GUIDE')],
  [
    'XLD-11',
    'Nhiều người ký, thuộc thẩm quyền',
    of('petition-handling', 'ASK_REPRESENTATIVES', 'NAME_REPRESENTATIVES'),
  ],
  ['XLD-12', 'Đơn nhiều nội dung', of('petition-handling', 'SPLIT')],
  ['XLD-13', 'Có tài liệu gốc', of('petition-handling', 'RECEIVE_ORIGINALS', 'RETURN_ORIGINALS')],
  ['XLD-14', 'Tố cáo thuộc thẩm quyền', of('petition-handling', 'PROPOSE_ACCEPTANCE')],
  ['XLD-15', 'Tố cáo không thuộc thẩm quyền', of('petition-handling', 'TRANSFER')],
  ['XLD-16', 'Tố cáo nặc danh', of('petition-handling', 'NOT_PROCESS', 'TRANSFER_FOR_INSPECTION')],
  ['XLD-17', 'Kiến nghị, phản ánh thuộc thẩm quyền', of('petition-handling', 'PROPOSE_ACCEPTANCE')],
  [
    'XLD-18',
    'Kiến nghị, phản ánh không thuộc thẩm quyền',
    [...of('petition-handling', 'TRANSFER'), ...of('feedback', 'FORWARD')],
  ],
  ['XLD-19', 'Tố tụng, thi hành án, dân cử, Đảng, doanh nghiệp nhà nước', of('petition-handling', 'GUIDE', 'TRANSFER')],
  ['XLD-20', 'Đông người, phức tạp', of('petition-handling', 'REPORT_TO_HEAD')],
  [
    'XLD-21',
    'Lưu đơn một năm, đề xuất tiêu hủy',
    of('petition-handling', 'FILE', 'PROPOSE_DESTRUCTION', 'DECIDE_DESTRUCTION', 'KEEP_LONGER'),
  ],
]);

const feedback = rows('Kiến nghị, phản ánh', [
  [
    'PA-1',
    'Kiến nghị, phản ánh thuộc thẩm quyền',
    of('feedback', 'START_RESOLVING', 'ANSWER_FEEDBACK', 'PUBLISH_ANSWER'),
  ],
  ['PA-2', 'Quy định hành chính', of('feedback', 'FORWARD_REGULATION', 'RECORD_HANDLING', 'PUBLISH_HANDLING')],
  [
    'PA-3',
    'Kiến nghị của Mặt trận, cử tri',
    of('feedback', 'TRACK_RECOMMENDATION', 'ANSWER_RECOMMENDATION', 'DECIDE_RECOMMENDATION'),
  ],
  ['PA-4', 'Tranh chấp, hòa giải', of('feedback', 'INVITE_MEDIATION', 'RECORD_MEDIATION')],
  ['PA-5', 'Trả lời sau tiếp công dân', of('feedback', 'ANSWER_RECEPTION')],
]);

const reception = rows('Tiếp công dân', [
  ['TCD-1', 'Lịch tiếp, niêm yết trước 05 ngày làm việc', of('reception', 'POST')],
  ['TCD-2', 'Hoãn buổi tiếp, thông báo lý do, hẹn lại', of('reception', 'POSTPONE', 'RESCHEDULE', 'CANCEL_PLAN')],
  ['TCD-3', 'Tiếp công dân', of('reception', 'HOLD')],
  ['TCD-4', 'Kết luận, thông báo kết luận, theo dõi', of('reception', 'CONCLUDE', 'ISSUE_CONCLUSION', 'FOLLOW_UP')],
  [
    'TCD-5',
    'Tiếp trực tuyến: thông báo, thử đường truyền',
    of('reception', 'NOTIFY_ONLINE', 'TEST_LINE', 'SWITCH_TO_IN_PERSON'),
  ],
  [
    'TCD-6',
    'Định mức ngày tiếp của người đứng đầu',
    [],
    'Bảng định mức theo luật và theo ngày: `GET /reception/quota`.',
  ],
  [
    'TCD-7',
    'Từ chối tiếp',
    [],
    'Lượt tiếp bị từ chối theo danh mục căn cứ, thông báo Mẫu 01/TCD: `/reception/sessions/{id}/visits`.',
  ],
  [
    'TCD-8',
    'Nhiều người cùng đến',
    [],
    'Lượt tiếp ghi số người và người đại diện; số người đại diện vượt quy định không được ghi.',
  ],
  ['TCD-9', 'Trả lời sau tiếp công dân', of('feedback', 'ANSWER_RECEPTION')],
  ['TCD-10', 'Sổ tiếp công dân 03/TCD', [], 'Sổ 13 cột lấy từ các lượt tiếp: `GET /reception/register`.'],
]);

/** Every numbered step of the reference tables. */
export const transitionRows: readonly BasisRow[] = [
  ...complaint,
  ...second,
  ...disciplinary,
  ...denunciation,
  ...protection,
  ...handling,
  ...feedback,
  ...reception,
];
