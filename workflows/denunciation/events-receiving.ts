import { cite, input, option, type EventInfo } from '#libs/procedure';
import { assignee, documentNumber, note, signedBy } from '../common/inputs.js';
import { DESK, OFFICE_ACT, OFFICERS, RESOLVER_ACT, VERIFIERS } from '../common/roles.js';
import { REFUSAL_GROUNDS } from './grounds.js';
import { withdrawal } from './inputs.js';
import { law } from './law.js';

/** From the counter to the decision to accept, and what any stage knows. */
export const receivingEvents: readonly EventInfo[] = [
  {
    type: 'ASSIGN_OFFICER',
    title: 'Giao công chức theo dõi hồ sơ',
    roles: ['chairman', 'provinceChairman'],
    basis: law.responsibility,
    input: [assignee, note],
  },
  {
    type: 'NAME_ADVISERS',
    title: 'Giao người tham mưu, cho đọc hồ sơ',
    roles: ['chairman', 'provinceChairman'],
    basis: law.adviser,
    input: [input.users('adviserIds', 'Người được giao tham mưu'), note],
  },
  {
    type: 'END_ACCESS',
    title: 'Thôi cho đọc hồ sơ',
    roles: ['chairman', 'provinceChairman'],
    basis: law.access,
    input: [input.users('userIds', 'Người thôi được đọc'), note],
  },
  {
    type: 'SHOW_TO_SUPERIOR',
    title: 'Cung cấp hồ sơ cho cấp trên trực tiếp xem xét',
    roles: ['chairman', 'provinceChairman'],
    basis: law.superiorReads,
    input: [input.users('superiorIds', 'Người đứng đầu cấp trên trực tiếp'), note],
  },
  {
    type: 'CHECK_LONGER',
    title: 'Kéo dài thời hạn kiểm tra điều kiện thụ lý',
    roles: RESOLVER_ACT,
    basis: law.checkLonger,
    input: [
      input.choice('ground', 'Lý do', [
        option('SEVERAL_PLACES', 'Phải kiểm tra, xác minh tại nhiều địa điểm', 'LTC Đ.24 k1'),
        option('AUTHORISED', 'Phải ủy quyền cho cơ quan khác kiểm tra, xác minh', 'LTC Đ.24 k1'),
      ]),
      input.choice('variant', 'Thời hạn kiểm tra', [option('complex', 'Không quá 10 ngày làm việc', 'LTC Đ.24 k1')]),
      note,
    ],
  },
  {
    type: 'ACCEPT',
    title: 'Ra quyết định thụ lý tố cáo',
    roles: RESOLVER_ACT,
    basis: law.accept,
    input: [
      documentNumber('Số quyết định thụ lý'),
      signedBy,
      input.boolean('conditionsMet', 'Đủ các điều kiện tại khoản 1 Điều 29 Luật Tố cáo'),
      input.boolean('representativeNamed', 'Nhiều người cùng tố cáo: đã có người đại diện', { optional: true }),
      input.boolean('fromComplaint', 'Xuất phát từ vụ việc khiếu nại đã giải quyết', { optional: true }),
      input.boolean('newEvidence', 'Có tài liệu, chứng cứ về vi phạm của người giải quyết khiếu nại', {
        optional: true,
      }),
      input.boolean('lowerFileReceived', 'Vụ việc lấy lên: đã nhận hồ sơ của cấp dưới', { optional: true }),
    ],
    paper: 'Mẫu số 04 (NĐ31)',
  },
  {
    type: 'REFUSE_ACCEPTANCE',
    title: 'Không thụ lý tố cáo',
    roles: RESOLVER_ACT,
    basis: law.notAccepted,
    input: [
      input.choice('ground', 'Lý do không thụ lý', REFUSAL_GROUNDS),
      documentNumber('Số thông báo'),
      signedBy,
      note,
    ],
    paper: 'Mẫu số 05 (NĐ31)',
  },
  {
    type: 'SEND_REFUSAL',
    title: 'Thông báo không thụ lý cho người tố cáo',
    roles: OFFICE_ACT,
    basis: law.notAccepted,
    input: [note],
  },
  {
    type: 'FIND_NOT_COMPETENT',
    title: 'Xác định không thuộc thẩm quyền',
    roles: RESOLVER_ACT,
    basis: law.transfer,
    input: [note],
  },
  {
    type: 'TRANSFER',
    title: 'Chuyển đến nơi có thẩm quyền, thông báo người tố cáo',
    roles: RESOLVER_ACT,
    basis: law.transfer,
    input: [input.text('receivingBody', 'Nơi tiếp nhận'), documentNumber('Số phiếu chuyển'), signedBy],
    paper: 'Phiếu chuyển đơn tố cáo (Mẫu 03, TT05)',
  },
  {
    type: 'ANSWER_FORWARDER',
    title: 'Thông báo kết quả xử lý cho nơi chuyển đến',
    roles: OFFICE_ACT,
    basis: law.forwarderAnswer,
    input: [documentNumber(), note],
  },
  {
    type: 'HANDLE_AT_ONCE',
    title: 'Xử lý ngay hành vi vi phạm (lĩnh vực quản lý nhà nước)',
    roles: RESOLVER_ACT,
    basis: law.atOnceField,
    input: [
      input.boolean(
        'fieldViolation',
        'Tố cáo vi phạm pháp luật về quản lý nhà nước trong lĩnh vực mình quản lý, không phải vi phạm khi thực hiện nhiệm vụ, công vụ',
      ),
      input.boolean('clearEvidence', 'Nội dung rõ ràng, chứng cứ cụ thể, có cơ sở để xử lý ngay'),
      documentNumber('Số quyết định xử lý'),
      signedBy,
      note,
    ],
  },
  {
    type: 'REQUEST_PREVENTION',
    title: 'Áp dụng, đề nghị biện pháp ngăn chặn',
    roles: OFFICE_ACT,
    basis: law.prevention,
    input: [
      input.date('riskFoundOn', 'Ngày phát hiện hành vi gây thiệt hại, đe dọa gây thiệt hại'),
      documentNumber(),
      note,
    ],
  },
  {
    type: 'REQUEST_PROTECTION',
    title: 'Ghi nhận đề nghị bảo vệ',
    roles: [...DESK, 'inspector'],
    basis: law.protection,
    input: [
      input.choice('requestForm', 'Hình thức đề nghị', [
        option('written', 'Bằng văn bản', 'LTC Đ.50 k1'),
        option('oral', 'Trực tiếp, điện thoại (trường hợp khẩn cấp)', 'LTC Đ.50 k3'),
        option('ownMotion', 'Người giải quyết tự thấy có căn cứ', 'LTC Đ.51 k1'),
      ]),
      input.boolean('urgent', 'Khẩn cấp', { optional: true }),
      input.choice('scope', 'Đối tượng bảo vệ chính', [
        option('identity', 'Bí mật thông tin', 'LTC Đ.56'),
        option('job', 'Vị trí công tác, việc làm', 'LTC Đ.57'),
        option('safety', 'Tính mạng, sức khỏe, tài sản, danh dự, nhân phẩm', 'LTC Đ.58'),
      ]),
      note,
    ],
  },
  {
    type: 'WITHDRAW',
    title: 'Ghi nhận rút toàn bộ tố cáo',
    roles: [...DESK, 'inspector'],
    basis: law.withdraw,
    input: [
      ...withdrawal,
      input.boolean('allWithdraw', 'Nhiều người cùng tố cáo: tất cả đều rút', { optional: true }),
      note,
    ],
    paper: 'Mẫu số 02, 03 (NĐ31, thay bằng mẫu của NĐ156 từ 01/07/2026)',
  },
  {
    type: 'WITHDRAW_PART',
    title: 'Ghi nhận rút một phần tố cáo',
    roles: [...DESK, 'inspector'],
    basis: law.withdrawPart,
    input: [
      input.choice('part', 'Phần được rút', [
        option('content', 'Một phần nội dung tố cáo', 'LTC Đ.33 k2'),
        option('persons', 'Một hoặc một số người trong nhiều người cùng tố cáo', 'LTC Đ.33 k2'),
      ]),
      ...withdrawal,
      note,
    ],
    paper: 'Mẫu số 02, 03 (NĐ31, thay bằng mẫu của NĐ156 từ 01/07/2026)',
  },
  {
    type: 'NOTE_CRIME_SIGNS',
    title: 'Ghi nhận có dấu hiệu tội phạm',
    roles: VERIFIERS,
    basis: law.crime,
    input: [note],
  },
  {
    type: 'TRANSFER_TO_INVESTIGATION',
    title: 'Chuyển hồ sơ đến Cơ quan điều tra, Viện kiểm sát',
    roles: RESOLVER_ACT,
    basis: law.crime,
    input: [input.text('receivingBody', 'Nơi tiếp nhận'), documentNumber(), signedBy],
  },
  {
    type: 'END_BY_INVESTIGATION',
    title: 'Kết thúc: toàn bộ nội dung đã chuyển cơ quan điều tra',
    roles: RESOLVER_ACT,
    basis: law.crime,
    input: [input.boolean('nothingRemains', 'Không còn nội dung nào phải xử lý theo Luật Tố cáo'), note],
  },
  {
    type: 'CORRECT_LAST_STEP',
    title: 'Đính chính bước vừa ghi',
    roles: [...OFFICERS, 'chairman', 'provinceChairman'],
    basis: cite('LTC Đ.5, Đ.39'),
    input: [input.longText('correction', 'Sai ở đâu, căn cứ đính chính')],
    compensates: true,
    needs: ['correctionExplained'],
  },
];
