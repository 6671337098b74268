import type { ProcedureTitles } from '../common/titles.js';

/** What complaints order, in an officer’s words. */
export const titles: ProcedureTitles = {
  forms: {
    'ND124.03': 'Thông báo về việc thụ lý giải quyết khiếu nại (Mẫu số 03)',
    'ND124.04': 'Thông báo về việc không thụ lý giải quyết khiếu nại (Mẫu số 04)',
    'ND124.05': 'Quyết định xác minh nội dung khiếu nại (Mẫu số 05)',
    'ND124.06': 'Biên bản làm việc (Mẫu số 06)',
    'ND124.07': 'Văn bản yêu cầu cung cấp thông tin, tài liệu (Mẫu số 07)',
    'ND124.08': 'Biên bản giao nhận (Mẫu số 08)',
    'ND124.09': 'Quyết định trưng cầu giám định (Mẫu số 09)',
    'ND124.10': 'Văn bản trưng cầu giám định (Mẫu số 10)',
    'ND124.11': 'Quyết định tạm đình chỉ thi hành quyết định hành chính bị khiếu nại (Mẫu số 11)',
    'ND124.12': 'Quyết định hủy bỏ quyết định tạm đình chỉ thi hành (Mẫu số 12)',
    'ND124.13': 'Báo cáo kết quả xác minh nội dung khiếu nại (Mẫu số 13)',
    'ND124.14': 'Biên bản đối thoại (Mẫu số 14)',
    'ND124.15': 'Quyết định giải quyết khiếu nại lần đầu (Mẫu số 15)',
    'ND155.14A': 'Quyết định tạm đình chỉ hoặc đình chỉ giải quyết khiếu nại (Mẫu số 14a)',
    'ND155.14B': 'Quyết định tiếp tục giải quyết khiếu nại (Mẫu số 14b)',
    'COMPLEXITY.FINDING': 'Văn bản xác định vụ việc phức tạp',
    'DIALOGUE.NOTICE': 'Thông báo tổ chức đối thoại',
    'ENFORCEMENT.ORDER': 'Văn bản chỉ đạo thi hành quyết định giải quyết khiếu nại',
  },
  topics: {
    'complaint.received': 'Hồ sơ khiếu nại mới, chờ thụ lý',
    'complaint.accepted': 'Đã thụ lý khiếu nại',
    'complaint.notAccepted': 'Đã thông báo không thụ lý khiếu nại',
    'complaint.reported': 'Đã có báo cáo kết quả xác minh',
    'complaint.decided': 'Đã ban hành quyết định giải quyết, cần gửi và công khai',
    'complaint.effective': 'Quyết định giải quyết có hiệu lực, cần tổ chức thi hành',
    'complaint.suspended': 'Tạm đình chỉ giải quyết khiếu nại',
    'complaint.resumed': 'Tiếp tục giải quyết khiếu nại',
    'complaint.discontinued': 'Đình chỉ giải quyết khiếu nại',
    'complaint.stayed': 'Tạm đình chỉ thi hành quyết định bị khiếu nại',
    'complaint.appealed': 'Người khiếu nại đã khiếu nại lần hai',
    'complaint.sued': 'Người khiếu nại đã khởi kiện',
    'complaint.passedUp': 'Đã chuyển hồ sơ cho người giải quyết lần hai',
  },
  tasks: {
    draftDiscontinuance: 'Soạn quyết định đình chỉ giải quyết',
  },
};
