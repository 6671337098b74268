import { input, option, type EventInfo } from '#libs/procedure';
import { documentNumber, note, signedBy } from '../../common/inputs.js';
import { OFFICE_ACT, RESOLVER_ACT } from '../../common/roles.js';
import { law } from './law.js';

const fileIndexed = input.boolean('fileIndexed', 'Hồ sơ đã đánh số trang (bút lục), lập mục lục');

/** Between the two instances, the superior, the court and the parties who read the file. */
export const superiorEvents: readonly EventInfo[] = [
  {
    type: 'SECOND_DECIDED',
    title: 'Ghi nhận quyết định giải quyết lần hai',
    roles: [...OFFICE_ACT, 'system'],
    basis: law.secondDecision,
    input: [
      input.choice('conclusion', 'Kết luận của lần hai', [
        option('right', 'Khiếu nại đúng toàn bộ'),
        option('partlyRight', 'Khiếu nại đúng một phần'),
        option('wrong', 'Khiếu nại sai toàn bộ'),
      ]),
      note,
    ],
  },
  {
    type: 'SECOND_ENDED',
    title: 'Ghi nhận lần hai không thụ lý hoặc đình chỉ',
    roles: [...OFFICE_ACT, 'system'],
    basis: law.secondOpen,
    input: [note],
  },
  {
    type: 'TAKE_FILE_BACK',
    title: 'Nhận lại hồ sơ đã chuyển lên',
    roles: OFFICE_ACT,
    basis: law.fileHandover,
    input: [note],
  },
  {
    type: 'HANDLE_FIRST_LEVEL_FAULT',
    title: 'Xử lý trách nhiệm người giải quyết lần đầu',
    roles: RESOLVER_ACT,
    basis: law.firstLevelFault,
    input: [documentNumber(), signedBy, note],
  },
  {
    type: 'ORDER_REVIEW',
    title: 'Yêu cầu xem xét việc giải quyết khiếu nại có vi phạm pháp luật',
    roles: ['provinceChairman', 'inspector', 'unitHead', 'caseOfficer'],
    basis: law.review,
    input: [
      input.choice('orderedBy', 'Người yêu cầu', [
        option('provinceChairman', 'Chủ tịch Ủy ban nhân dân cấp tỉnh', 'NĐ124 Đ.38 k3'),
        option('minister', 'Bộ trưởng, Thủ trưởng cơ quan ngang bộ', 'NĐ124 Đ.38 k2'),
        option('primeMinister', 'Thủ tướng Chính phủ', 'NĐ124 Đ.38 k1'),
      ]),
      input.boolean('harmFound', 'Việc giải quyết có vi phạm pháp luật, gây thiệt hại'),
      documentNumber('Số văn bản yêu cầu'),
      note,
    ],
    paper: 'Văn bản xem xét việc giải quyết khiếu nại có vi phạm pháp luật',
  },
  {
    type: 'RECORD_REVIEW',
    title: 'Báo cáo kết quả kiểm tra việc giải quyết khiếu nại',
    roles: ['inspector', ...OFFICE_ACT],
    basis: law.review,
    input: [
      input.choice('finding', 'Kết quả kiểm tra', [
        option('lawful', 'Việc giải quyết đúng pháp luật'),
        option('unlawful', 'Việc giải quyết có vi phạm pháp luật, chờ chỉ đạo giải quyết'),
      ]),
      note,
    ],
  },
  {
    type: 'HAND_FILE_TO_COURT',
    title: 'Chuyển hồ sơ cho Tòa án theo yêu cầu',
    roles: OFFICE_ACT,
    basis: law.courtFile,
    input: [documentNumber('Số văn bản chuyển hồ sơ'), fileIndexed, note],
  },
  {
    type: 'REQUEST_READING',
    title: 'Ghi nhận yêu cầu đọc, sao chụp tài liệu',
    roles: ['receptionist', ...OFFICE_ACT],
    basis: law.reading,
    input: [
      input.choice('reader', 'Người yêu cầu', [
        option('complainant', 'Người khiếu nại hoặc người đại diện, được ủy quyền', 'LKN Đ.12 k1d'),
        option('respondent', 'Người bị khiếu nại', 'LKN Đ.13 k1b'),
        option('lawyer', 'Luật sư, trợ giúp viên pháp lý', 'LKN Đ.16 k1d'),
      ]),
      input.boolean('authorityShown', 'Luật sư, trợ giúp viên: đã xuất trình thẻ và giấy tờ', { optional: true }),
      note,
    ],
  },
  {
    type: 'GRANT_READING',
    title: 'Cho đọc, sao chụp tài liệu',
    roles: OFFICE_ACT,
    basis: law.reading,
    input: [
      input.boolean('redactionChecked', 'Đã loại bí mật nhà nước, che thông tin cá nhân của người khác'),
      input.number('pages', 'Số tờ sao chụp', { optional: true, min: 0, max: 10_000 }),
      note,
    ],
  },
  {
    type: 'REFUSE_READING',
    title: 'Từ chối cho đọc, sao chụp tài liệu',
    roles: OFFICE_ACT,
    basis: law.reading,
    input: [
      input.choice('ground', 'Lý do', [
        option('STATE_SECRET', 'Thông tin, tài liệu thuộc bí mật nhà nước', 'LKN Đ.12 k1d'),
        option('NOT_ENTITLED', 'Người yêu cầu không có quyền đọc hồ sơ', 'LKN Đ.12, 13, 16'),
        option('NOT_GATHERED', 'Không phải tài liệu do người giải quyết thu thập', 'LKN Đ.12 k1d'),
      ]),
      note,
    ],
  },
];
