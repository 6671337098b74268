import { option } from '#libs/procedure';
import { INELIGIBLE_GROUNDS as BEFORE, REPORT_GROUNDS as REPORTS_BEFORE } from '../grounds.js';

export const INELIGIBLE_GROUNDS = [
  ...BEFORE,
  option('RESOLVED', 'Đã được giải quyết đúng chính sách, pháp luật', 'LTCD Đ.26 k1c'),
];

export const REPORT_GROUNDS = [
  ...REPORTS_BEFORE,
  option('POLITICAL', 'Vụ việc phức tạp về an ninh, chính trị', 'LTCD Đ.30 k2'),
  option('COMPETENCE', 'Các cơ quan không thống nhất về thẩm quyền', 'Quy định nội bộ'),
];

/** Matters that other regimes decide; guided or sent there like any matter that is not ours. */
export const OUTSIDE_MATTERS = [
  option('JUDICIAL', 'Hoạt động tố tụng', 'TT05 (chưa đối chiếu)'),
  option('ENFORCEMENT', 'Thi hành án', 'TT05 (chưa đối chiếu)'),
  option('ELECTED', 'Cơ quan dân cử', 'TT05 (chưa đối chiếu)'),
  option('PARTY', 'Tổ chức của Đảng', 'TT05 (chưa đối chiếu)'),
  option('SOE', 'Doanh nghiệp nhà nước', 'TT05 (chưa đối chiếu)'),
  option('PUBLIC_UNIT', 'Đơn vị sự nghiệp công lập', 'TT05 (chưa đối chiếu)'),
];

export const FEEDBACK_KINDS = [
  option('general', 'Kiến nghị, phản ánh', 'LTCD Đ.26 k2'),
  option('regulation', 'Phản ánh, kiến nghị về quy định hành chính', 'NĐ20/2008'),
  option('recommendation', 'Kiến nghị của Mặt trận, đoàn thể, cử tri'),
  option('dispute', 'Đề nghị giải quyết tranh chấp', 'LKN Đ.5 k3'),
];

export const APPEAL_GROUNDS = [
  option('disagree', 'Không đồng ý với quyết định giải quyết lần đầu', 'LKN Đ.33 k1'),
  option('overdue', 'Quá thời hạn mà lần đầu chưa giải quyết', 'LKN Đ.33 k1'),
];
