/**
 * What a citizen reads beside the stage of a petition: what happens next and what they may do. Nothing here is for
 * denunciations, whose page says the stage and the day of receipt only.
 */
export interface PublicWords {
  readonly next: string;
  readonly mayDo: readonly PublicRight[];
}
export interface PublicRight {
  readonly text: string;
  /** Null: practice of the counter, no article. */
  readonly citation: string | null;
}

const right = (text: string, citation: string | null = null): PublicRight => ({ text, citation });

const askDesk = right('Hỏi nơi đã nhận đơn, đọc số tiếp nhận hoặc mã tra cứu.');
const evidence = right('Nộp thêm giấy tờ, chứng cứ và giải trình ý kiến của mình.', 'Luật Khiếu nại Đ.12 k.1g');
const lawyer = right('Nhờ luật sư, trợ giúp viên pháp lý tư vấn.', 'Luật Khiếu nại Đ.12 k.1b');
const readFile = right('Xem, sao chụp tài liệu đã thu thập, trừ bí mật nhà nước.', 'Luật Khiếu nại Đ.12 k.1d');
const attend = right('Dự buổi đối thoại, hoặc nhờ người đại diện hợp pháp dự thay.', 'Luật Khiếu nại Đ.12 k.1c');
const withdraw = right('Rút khiếu nại bằng đơn có chữ ký hoặc điểm chỉ.', 'Luật Khiếu nại Đ.10');
const again = right(
  'Nếu không đồng ý: khiếu nại lần hai trong 30 ngày kể từ ngày nhận quyết định (vùng sâu, vùng xa đi lại khó khăn: không quá 45 ngày), hoặc khởi kiện tại Tòa án.',
  'Luật Khiếu nại Đ.33',
);
const court = right('Nếu không đồng ý: khởi kiện vụ án hành chính tại Tòa án.', 'Luật Khiếu nại Đ.7 k.1');
const asWritten = right('Nếu không đồng ý: làm theo hướng dẫn ghi trong văn bản đã nhận.');
const elsewhere = right('Gửi đơn đến nơi có thẩm quyền ghi trong văn bản đã nhận.');

const words = (next: string, ...mayDo: PublicRight[]): PublicWords => ({ next, mayDo });
const over = (next: string, ...mayDo: PublicRight[]): PublicWords => words(next, ...mayDo, askDesk);

const sorting = words(
  'Cán bộ xem đơn thuộc loại nào, đủ điều kiện chưa và thuộc thẩm quyền của ai, rồi giải quyết, chuyển hoặc hướng dẫn.',
  right('Nộp thêm giấy tờ nếu còn thiếu.'),
  askDesk,
);
const HANDLING: Readonly<Record<string, PublicWords>> = {
  received: sorting,
  classified: sorting,
  splitting: sorting,
  eligible: sorting,
  ineligible: sorting,
  competent: sorting,
  proposedAcceptance: sorting,
  notCompetent: words('Cơ quan nhận đơn sẽ hướng dẫn hoặc chuyển đơn đến nơi có thẩm quyền.', askDesk),
  supplementing: words(
    'Cơ quan đang chờ ông/bà bổ sung đơn. Khi đủ, đơn được xem xét tiếp.',
    right('Bổ sung đúng những điều ghi trong giấy hướng dẫn.'),
    askDesk,
  ),
  resolvingFeedback: words('Cơ quan xem xét và trả lời ông/bà.', right('Nộp thêm giấy tờ nếu có.'), askDesk),
  holdingOriginals: words('Hồ sơ giải quyết đã mở. Giấy tờ bản gốc ông/bà nộp sẽ được trả lại.', askDesk),
  complaintOpened: over('Việc giải quyết khiếu nại tiếp tục theo thời hạn của bước giải quyết.'),
  feedbackOpened: over('Việc giải quyết tiếp tục; ông/bà sẽ nhận được trả lời.'),
  denunciationOpened: over('Nơi nhận đơn đã xử lý xong phần việc của mình.'),
  denunciationAccepted: over('Nơi nhận đơn đã xử lý xong phần việc của mình.'),
  denunciationRefused: over('Nơi nhận đơn đã xử lý xong phần việc của mình.'),
  guided: over('Đơn không thuộc thẩm quyền của nơi nhận; văn bản hướng dẫn ghi nơi có thẩm quyền.', elsewhere),
  transferred: over('Đơn đã được chuyển đến nơi có thẩm quyền; nơi ấy sẽ xem xét đơn.'),
  returned: over('Đơn đã trả lại nơi chuyển đến kèm lý do.'),
  subordinateOrdered: over('Cơ quan cấp dưới có thẩm quyền được yêu cầu giải quyết và sẽ trả lời ông/bà.'),
  reviewOrdered: over('Việc giải quyết trước đây được yêu cầu xem xét lại.'),
  splitUp: over('Đơn có nhiều nội dung đã được tách; mỗi phần có số và mã tra cứu riêng.'),
  answered: over('Cơ quan đã trả lời, việc của đơn này đã xong.'),
  withdrawn: over('Đơn đã được rút theo đề nghị của ông/bà, việc của đơn này đã xong.'),
  filed: over('Nơi nhận đơn đã xử lý xong và lưu đơn.'),
  notProcessed: over('Nơi nhận đơn đã xem xét xong và lưu đơn.'),
  destructionProposed: over('Nơi nhận đơn đã xử lý xong và lưu đơn.'),
  destructionDecided: over('Nơi nhận đơn đã xử lý xong.'),
  keptOn: over('Nơi nhận đơn đã xử lý xong và lưu đơn.'),
  transferredForInspection: over('Nơi nhận đơn đã chuyển nội dung đến nơi có thẩm quyền xem xét.'),
  transferredToInvestigation: over('Nơi nhận đơn đã chuyển nội dung đến nơi có thẩm quyền xem xét.'),
};

const resolving = words(
  'Cơ quan kiểm tra lại việc bị khiếu nại, xác minh, có thể mời ông/bà đối thoại, rồi ra quyết định giải quyết.',
  ...[evidence, readFile, lawyer, withdraw],
);
const decided = words(
  'Quyết định giải quyết được gửi đến ông/bà và công khai theo quy định.',
  right('Nhận quyết định giải quyết khiếu nại.', 'Luật Khiếu nại Đ.12 k.1h'),
  again,
);
const COMPLAINT: Readonly<Record<string, PublicWords>> = {
  received: words(
    'Người có thẩm quyền xem có đủ điều kiện thụ lý không và báo ông/bà bằng văn bản, nêu lý do nếu không thụ lý.',
    ...[evidence, lawyer, withdraw],
  ),
  notAccepted: words('Thông báo không thụ lý, có nêu lý do, được gửi đến ông/bà.', asWritten, askDesk),
  closedNotAccepted: over('Thông báo không thụ lý, có nêu lý do, đã được gửi.', asWritten),
  accepted: resolving,
  selfReviewing: resolving,
  verifying: words(
    'Người xác minh làm việc với ông/bà, người bị khiếu nại và nơi liên quan, rồi báo cáo kết quả.',
    ...[evidence, readFile, lawyer, withdraw],
  ),
  reported: words(
    'Người giải quyết xem báo cáo xác minh, đối thoại nếu phải đối thoại, rồi ra quyết định.',
    ...[readFile, attend, withdraw],
  ),
  dialogue: words('Sau đối thoại, người giải quyết ra quyết định.', ...[attend, evidence, lawyer, withdraw]),
  suspended: words(
    'Việc giải quyết đang tạm dừng, thời hạn không tính trong lúc này. Khi lý do không còn, cơ quan giải quyết tiếp.',
    ...[evidence, withdraw],
  ),
  withdrawn: words('Cơ quan ra quyết định đình chỉ giải quyết vì ông/bà đã rút.', askDesk),
  discontinued: words('Quyết định đình chỉ giải quyết được gửi đến ông/bà.', asWritten, askDesk),
  closedByDiscontinuance: over('Việc giải quyết đã đình chỉ và kết thúc.', asWritten),
  decided,
  sent: decided,
  published: decided,
  effective: words('Quyết định được thi hành.', askDesk),
  enforcing: words('Cơ quan có trách nhiệm đang thi hành quyết định.', askDesk),
  closed: over('Quyết định đã thi hành xong.'),
  passedUp: words('Khiếu nại lần hai do cấp trên giải quyết; nơi ấy sẽ báo ông/bà.', askDesk),
  passedUpUndecided: words('Khiếu nại lần hai do cấp trên giải quyết; nơi ấy sẽ báo ông/bà.', askDesk),
  settledAbove: over('Đã có quyết định giải quyết lần hai.', court),
};
const disciplinaryDecided = words('Quyết định giải quyết được gửi đến ông/bà.', asWritten, askDesk);
const DISCIPLINARY: Readonly<Record<string, PublicWords>> = {
  ...COMPLAINT,
  decided: disciplinaryDecided,
  sent: disciplinaryDecided,
};

const answering = words('Cơ quan xem xét rồi trả lời ông/bà.', right('Nộp thêm giấy tờ, hình ảnh nếu có.'), askDesk);
const FEEDBACK: Readonly<Record<string, PublicWords>> = {
  received: answering,
  resolving: answering,
  answered: words('Cơ quan đã trả lời; kết quả được công khai nếu phải công khai.', askDesk),
  regulationReceived: words('Phản ánh về quy định hành chính được chuyển đến cơ quan xử lý quy định.', askDesk),
  withHandler: words('Cơ quan xử lý quy định đang xem xét.', askDesk),
  regulationHandled: words('Kết quả xử lý quy định sắp được công khai.', askDesk),
  handlingPublished: over('Kết quả xử lý đã công khai.'),
  notTaken: over(
    'Phản ánh thiếu tên, địa chỉ người gửi nên không được tiếp nhận.',
    right('Gửi lại, ghi rõ tên, địa chỉ.'),
  ),
  recommendationReceived: answering,
  recommendationTracked: answering,
  recommendationDecided: answering,
  disputeReceived: words('Cơ quan mời các bên hòa giải.', right('Nộp giấy tờ về tranh chấp.'), askDesk),
  mediating: words('Các bên được mời hòa giải; kết quả ghi vào biên bản.', right('Dự buổi hòa giải.'), askDesk),
  mediated: over('Các bên đã hòa giải được.'),
  notMediated: over('Hòa giải không thành; văn bản hướng dẫn ghi nơi có thẩm quyền giải quyết.', elsewhere),
  forwarded: over('Nội dung đã chuyển đến nơi có thẩm quyền; nơi ấy sẽ trả lời.'),
  closed: over('Cơ quan đã trả lời, việc của đơn này đã xong.'),
  withdrawn: over('Đơn đã được rút theo đề nghị của ông/bà.'),
};

const PUBLIC_WORDS: Readonly<Record<string, Readonly<Record<string, PublicWords>>>> = {
  'petition-handling': HANDLING,
  complaint: COMPLAINT,
  'disciplinary-complaint': DISCIPLINARY,
  feedback: FEEDBACK,
};

/** What happens next in this stage and what the citizen may do; undefined where the page must not say. */
export const publicWordsFor = (procedure: string, stage: string): PublicWords | undefined =>
  PUBLIC_WORDS[procedure]?.[stage];
