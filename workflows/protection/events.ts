import { cite, input, option, type EventInfo } from '#libs/procedure';
import { assignee, documentNumber, note, signedBy } from '../common/inputs.js';
import { DESK, OFFICE_ACT, OFFICERS, RESOLVER_ACT, RESOLVERS } from '../common/roles.js';
import { END_GROUNDS, MEASURES } from './grounds.js';
import { law } from './law.js';

const measures = input.choices('measures', 'Biện pháp bảo vệ', MEASURES);
const authority = input.choice('authority', 'Nơi có thẩm quyền', [
  option('police', 'Cơ quan Công an', 'LTC Đ.49 k3'),
  option('employer', 'Cơ quan quản lý cán bộ, công chức, viên chức, lao động', 'LTC Đ.49 k4'),
  option('other', 'Cơ quan, tổ chức khác', 'LTC Đ.49 k5'),
]);
const reasons = input.longText('reasons', 'Lý do');
const protectors = input.users('protectorIds', 'Người thực hiện bảo vệ, cho đọc hồ sơ', { optional: true });

export const events: readonly EventInfo[] = [
  {
    type: 'ASSIGN_OFFICER',
    title: 'Giao công chức theo dõi hồ sơ',
    roles: RESOLVERS,
    basis: law.file,
    input: [assignee, note],
  },
  {
    type: 'END_ACCESS',
    title: 'Thôi cho đọc hồ sơ',
    roles: RESOLVERS,
    basis: law.access,
    input: [input.users('userIds', 'Người thôi được đọc'), note],
  },
  {
    type: 'RECEIVE_WRITTEN_REQUEST',
    title: 'Nhận văn bản đề nghị bảo vệ',
    roles: DESK,
    basis: law.oral,
    input: [input.boolean('signed', 'Có chữ ký hoặc điểm chỉ của người tố cáo'), note],
  },
  {
    type: 'TAKE_URGENT_MEASURE',
    title: 'Áp dụng, đề nghị biện pháp bảo vệ ngay',
    roles: RESOLVER_ACT,
    basis: law.urgent,
    input: [
      measures,
      input.boolean('dangerNow', 'Đang bị xâm hại hoặc có nguy cơ bị xâm hại ngay tức khắc'),
      signedBy,
      note,
    ],
  },
  {
    type: 'RECORD_CHECK',
    title: 'Ghi kết quả kiểm tra đề nghị bảo vệ',
    roles: OFFICE_ACT,
    basis: law.consider,
    input: [note],
  },
  {
    type: 'DECIDE',
    title: 'Quyết định áp dụng biện pháp bảo vệ',
    roles: RESOLVER_ACT,
    basis: law.decide,
    input: [
      measures,
      input.boolean('competent', 'Biện pháp thuộc thẩm quyền của người quyết định'),
      documentNumber('Số quyết định'),
      signedBy,
      protectors,
    ],
    paper: 'Quyết định áp dụng biện pháp bảo vệ (LTC Đ.52)',
  },
  {
    type: 'REFUSE',
    title: 'Từ chối bảo vệ, nêu rõ lý do',
    roles: RESOLVER_ACT,
    basis: law.refuse,
    input: [reasons, documentNumber('Số thông báo'), signedBy],
    paper: 'Thông báo không áp dụng biện pháp bảo vệ (LTC Đ.51 k3)',
  },
  {
    type: 'ASK_AUTHORITY',
    title: 'Đề nghị, yêu cầu nơi có thẩm quyền bảo vệ',
    roles: RESOLVER_ACT,
    basis: law.ask,
    input: [
      authority,
      input.boolean('corruption', 'Vụ việc tham nhũng, lãng phí (Công an xem xét theo TT 145/2020)', {
        optional: true,
      }),
      documentNumber(),
      signedBy,
    ],
  },
  {
    type: 'NOTE_COMPLEX',
    title: 'Công an xác định vụ việc phức tạp',
    roles: OFFICE_ACT,
    basis: law.police,
    input: [
      input.choice('variant', 'Thời hạn xem xét', [
        option('complex', 'Không quá 05 ngày làm việc', 'TT 145/2020/TT-BCA'),
      ]),
      note,
    ],
  },
  {
    type: 'RECORD_AUTHORITY_DECISION',
    title: 'Nhận quyết định áp dụng biện pháp bảo vệ',
    roles: OFFICE_ACT,
    basis: law.decide,
    input: [measures, protectors, note],
  },
  {
    type: 'RECORD_AUTHORITY_REFUSAL',
    title: 'Nhận văn bản từ chối bảo vệ',
    roles: OFFICE_ACT,
    basis: law.refuse,
    input: [reasons],
  },
  {
    type: 'EXPLAIN_REFUSAL',
    title: 'Thông báo, giải thích lý do từ chối',
    roles: OFFICE_ACT,
    basis: law.refuse,
    input: [documentNumber('Số thông báo'), note],
    paper: 'Thông báo không áp dụng biện pháp bảo vệ (LTC Đ.51 k3)',
  },
  {
    type: 'REQUEST_EMPLOYER',
    title: 'Yêu cầu nơi sử dụng lao động bảo vệ việc làm',
    roles: RESOLVER_ACT,
    basis: law.employer,
    input: [documentNumber(), signedBy, note],
    paper: 'Văn bản yêu cầu bảo vệ vị trí công tác, việc làm (LTC Đ.57)',
  },
  {
    type: 'NAME_PROTECTORS',
    title: 'Giao người thực hiện bảo vệ',
    roles: RESOLVERS,
    basis: law.carryOut,
    input: [input.users('protectorIds', 'Người thực hiện bảo vệ'), note],
  },
  {
    type: 'REPORT_RESULT',
    title: 'Báo cáo kết quả thực hiện bảo vệ',
    roles: [...OFFICE_ACT, 'inspector'],
    basis: law.carryOut,
    input: [note],
  },
  {
    type: 'CHANGE',
    title: 'Thay đổi, bổ sung biện pháp bảo vệ',
    roles: RESOLVER_ACT,
    basis: law.change,
    input: [
      input.choice('changeGround', 'Căn cứ', [
        option('needed', 'Xét thấy cần thiết', 'LTC Đ.54 k1'),
        option('requested', 'Người được bảo vệ đề nghị bằng văn bản', 'LTC Đ.54 k1'),
      ]),
      measures,
      documentNumber('Số quyết định'),
      signedBy,
    ],
    paper: 'Quyết định thay đổi, bổ sung biện pháp bảo vệ (LTC Đ.54)',
  },
  {
    type: 'NOTE_RESOLUTION_ENDED',
    title: 'Ghi nhận đã có kết luận hoặc quyết định đình chỉ',
    roles: [...OFFICE_ACT, 'system'],
    basis: law.endResolved,
    input: [note],
  },
  {
    type: 'END',
    title: 'Chấm dứt áp dụng biện pháp bảo vệ',
    roles: RESOLVER_ACT,
    basis: law.end,
    input: [
      input.choice('ground', 'Căn cứ chấm dứt', END_GROUNDS),
      input.boolean('writtenRequest', 'Có văn bản đề nghị của người được bảo vệ', { optional: true }),
      input.boolean(
        'breachProven',
        'Có căn cứ về việc cố ý không thực hiện nghĩa vụ tại điểm a hoặc b khoản 2 Điều 48',
        {
          optional: true,
        },
      ),
      documentNumber('Số quyết định'),
      signedBy,
      note,
    ],
    paper: 'Quyết định chấm dứt biện pháp bảo vệ (LTC Đ.54)',
  },
  {
    type: 'DECLINE',
    title: 'Ghi nhận người cần bảo vệ từ chối, rút đề nghị',
    roles: DESK,
    basis: law.decline,
    input: [input.boolean('signed', 'Có chữ ký hoặc điểm chỉ'), note],
  },
  {
    type: 'CORRECT_LAST_STEP',
    title: 'Đính chính bước vừa ghi',
    roles: [...OFFICERS, ...RESOLVERS],
    basis: cite('LTC Đ.53 k1, Đ.55'),
    input: [input.longText('correction', 'Sai ở đâu, căn cứ đính chính')],
    compensates: true,
    needs: ['correctionExplained'],
  },
];
