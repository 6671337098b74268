import { option } from '#libs/procedure';
import { localDate, type LocalDate } from '#libs/shared';

/** Kinds of session: three of the law (LTCD Đ.2 k1) and the dialogue with citizens. */
export const SESSION_KINDS = [
  option('regular', 'Tiếp công dân thường xuyên', 'LTCD Đ.2 k1'),
  option('periodic', 'Tiếp công dân định kỳ', 'LTCD Đ.2 k1'),
  option('unscheduled', 'Tiếp công dân đột xuất', 'LTCD Đ.18 k3'),
  option('dialogue', 'Đối thoại với công dân'),
] as const;

export const SESSION_MODES = [
  option('inPerson', 'Tiếp trực tiếp', 'LTCD Đ.3a k1a'),
  option('online', 'Tiếp trực tuyến', 'LTCD Đ.3a k1b'),
] as const;

/** When the head receives outside the schedule: a closed list. */
export const UNSCHEDULED_GROUNDS = [
  option(
    'INTENSE',
    'Vụ việc gay gắt, phức tạp, nhiều người, nhiều cơ quan hoặc ý kiến các cơ quan còn khác nhau',
    'LTCD Đ.18 k3a',
  ),
  option('SERIOUS_CONSEQUENCES', 'Không chỉ đạo, xem xét kịp thời có thể gây hậu quả nghiêm trọng', 'LTCD Đ.18 k3b'),
];

/** Matters that may be received online; the head decides. */
export const ONLINE_CASES = [
  option('COMPLEX', 'Khiếu nại, kiến nghị, phản ánh phức tạp, kéo dài, cần nhiều cơ quan', 'NĐ154 Đ.20 k1'),
  option('FAR_OR_FRAIL', 'Người ở vùng sâu, vùng xa, đối tượng chính sách, già yếu, khuyết tật', 'NĐ154 Đ.20 k2'),
  option('DISASTER', 'Thiên tai, dịch bệnh, lý do an ninh, trật tự', 'NĐ154 Đ.20 k3'),
  option('DENUNCIATION', 'Tố cáo phức tạp, người tố cáo không yêu cầu bảo vệ danh tính', 'NĐ154 Đ.20 k4'),
  option('OTHER', 'Vụ việc khác theo yêu cầu thực tiễn', 'NĐ154 Đ.20 k5'),
];

export interface RefusalGround {
  readonly code: string;
  readonly label: string;
  readonly citation: string;
  readonly from: LocalDate;
  /** `written`: the head issues form 01/TCD; `oral`: explained on the spot. */
  readonly how: 'oral' | 'written';
  /** Whose matter the ground is about; any where left out. */
  readonly types?: readonly string[];
  /** The law lets it rest on a paper only: its number is recorded. */
  readonly restsOn?: string;
}

const LAW = localDate('2014-07-01');
const DECREE = localDate('2026-07-01');
const law = (code: string, label: string, citation: string): RefusalGround => ({
  ...{ code, label, citation, from: LAW, how: 'oral' },
});
const decree = (code: string, label: string, letter: string): RefusalGround => ({
  ...{ code, label, citation: `NĐ154 Đ.4 k1${letter}`, from: DECREE, how: 'oral' },
});

/**
 * Why citizens may be refused: a closed list. Letters are those of the copy at hand, whose clauses 2 and 3 both name `h`
 * and neither `a` nor `i`: `h` gets the written notice, the stricter reading; `a` and `i` are explained on the spot.
 */
export const REFUSAL_GROUNDS: readonly RefusalGround[] = [
  law('INTOXICATED', 'Người say do chất kích thích, mất khả năng nhận thức hoặc điều khiển hành vi', 'LTCD Đ.9 k1'),
  law('DISORDERLY', 'Người đe dọa, xúc phạm, vi phạm nội quy nơi tiếp công dân', 'LTCD Đ.9 k2'),
  {
    ...law(
      'SETTLED_LAWFULLY',
      'Khiếu nại, tố cáo đã giải quyết đúng, đã được kiểm tra, rà soát, thông báo bằng văn bản, vẫn cố tình kéo dài',
      'LTCD Đ.9 k3',
    ),
    how: 'written',
    types: ['complaint', 'denunciation'],
    restsOn: 'Số văn bản thông báo kết quả kiểm tra, rà soát',
  },
  decree('WEAPONS', 'Mang vũ khí, vật liệu nổ, vật nguy hiểm mà không gửi, không giao nộp', 'a'),
  decree('NO_SECURITY_CHECK', 'Không chấp hành kiểm tra an ninh', 'b'),
  decree('RECORDING', 'Tự ý ghi âm, ghi hình, phát trực tiếp khi đã được yêu cầu không làm hoặc gây mất trật tự', 'c'),
  decree('INCITEMENT', 'Kích động, lôi kéo, gây rối trật tự tại nơi tiếp công dân', 'd'),
  decree('NO_CAPACITY', 'Không có năng lực hành vi dân sự đầy đủ mà không có người đại diện hợp pháp', 'đ'),
  decree('NO_STANDING', 'Người đại diện, người được ủy quyền không có giấy tờ chứng minh tư cách', 'e'),
  decree('OUT_OF_SCOPE', 'Nội dung không phải khiếu nại, tố cáo, kiến nghị, phản ánh', 'g'),
  {
    ...decree(
      'ALREADY_ANSWERED',
      'Kiến nghị, phản ánh đã được tiếp, hướng dẫn hoặc trả lời bằng văn bản đúng quy định, không có tình tiết mới',
      'h',
    ),
    how: 'written',
    types: ['feedback'],
  },
  {
    ...decree(
      'COURT_JUDGMENT',
      'Đã có bản án, quyết định của Tòa án có hiệu lực, không thuộc trường hợp xem xét lại',
      'i',
    ),
    restsOn: 'Số văn bản trả lời của cơ quan nhà nước có thẩm quyền',
  },
  decree('HANDLED_ELSEWHERE', 'Cơ quan có thẩm quyền khác đang thụ lý, giải quyết', 'k'),
];

/** What an answer after reception may say: one of four (LTCD Đ.28 k1). */
export const REPLY_CONTENTS = [
  option('accepted', 'Đã thụ lý để giải quyết', 'LTCD Đ.28 k1a'),
  option('needsTime', 'Cần kéo dài thời gian xem xét thụ lý để xác minh thêm', 'LTCD Đ.28 k1b'),
  option('notAccepted', 'Từ chối thụ lý do không thuộc thẩm quyền hoặc không đủ điều kiện', 'LTCD Đ.28 k1c'),
  option('transferred', 'Đã chuyển đến nơi có thẩm quyền giải quyết', 'LTCD Đ.28 k1d'),
];

/** What came of a visit. */
export const VISIT_OUTCOMES = [
  option('guided', 'Hướng dẫn đến nơi có thẩm quyền', 'LTCD Đ.26 k1b'),
  option('petitionRegistered', 'Tiếp nhận đơn, nội dung trình bày', 'LTCD Đ.26 k1a, k2a'),
  option('transferred', 'Chuyển đến nơi có thẩm quyền', 'LTCD Đ.26 k1b (L136), k2b'),
  option('reported', 'Báo cáo để yêu cầu cấp dưới giải quyết', 'LTCD Đ.26 k1b'),
  option('explained', 'Giải thích kết quả đã giải quyết, đề nghị chấp hành', 'LTCD Đ.26 k1c'),
  option('answered', 'Trả lời ngay tại buổi tiếp', 'LTCD Đ.18 k4; NĐ154 Đ.25 k3'),
  option('refused', 'Từ chối tiếp', 'LTCD Đ.9; NĐ154 Đ.4'),
];
