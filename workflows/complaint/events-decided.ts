import { input, option, type EventInfo } from '#libs/procedure';
import { documentNumber, note, signedBy } from '../common/inputs.js';
import { OFFICE_ACT, RESOLVER_ACT } from '../common/roles.js';
import { law } from './law.js';

/** From the decision to the end of its enforcement. */
export const decidedEvents: readonly EventInfo[] = [
  { type: 'SEND_DECISION', title: 'Gửi quyết định giải quyết', roles: OFFICE_ACT, basis: law.send, input: [note] },
  {
    type: 'RECORD_DELIVERY',
    title: 'Ghi nhận đã giao văn bản',
    roles: ['receptionist', ...OFFICE_ACT],
    basis: law.delivery,
    input: [
      input.choice('paper', 'Văn bản', [
        option('decision', 'Quyết định giải quyết'),
        option('acceptanceNotice', 'Thông báo thụ lý'),
        option('suspension', 'Quyết định tạm đình chỉ, đình chỉ, tiếp tục giải quyết'),
        option('dialogueNotice', 'Thông báo đối thoại'),
        option('stay', 'Quyết định tạm đình chỉ thi hành hoặc hủy bỏ'),
      ]),
      input.choice('addressee', 'Người nhận', [
        option('complainant', 'Người khiếu nại hoặc người đại diện'),
        option('respondent', 'Người bị khiếu nại'),
        option('related', 'Người có quyền, nghĩa vụ liên quan'),
        option('superior', 'Thủ trưởng cấp trên, người giải quyết lần hai'),
        option('forwarder', 'Cơ quan, tổ chức, cá nhân đã chuyển khiếu nại'),
        option('inspectorate', 'Cơ quan thanh tra cùng cấp'),
      ]),
      input.choice('proof', 'Chứng từ giao nhận', [
        option('handover', 'Biên bản giao nhận'),
        option('postal', 'Hồi báo bưu chính'),
        option('posted', 'Biên bản niêm yết'),
      ]),
    ],
    paper: 'Biên bản giao nhận quyết định',
  },
  {
    type: 'NOTIFY_FORWARDER',
    title: 'Thông báo kết quả cho nơi đã chuyển đơn',
    roles: OFFICE_ACT,
    basis: law.forwarder,
    input: [documentNumber()],
  },
  {
    type: 'PUBLISH_DECISION',
    title: 'Công khai quyết định giải quyết',
    roles: OFFICE_ACT,
    basis: law.publish,
    input: [
      input.choice('channel', 'Hình thức công khai', [
        option('posting', 'Niêm yết tại trụ sở hoặc nơi tiếp công dân', 'NĐ124 Đ.29 k3b'),
        option('portal', 'Cổng, trang thông tin điện tử hoặc báo điện tử', 'NĐ124 Đ.29 k3c'),
        option('meeting', 'Công bố tại cuộc họp', 'NĐ124 Đ.29 k3a'),
        option('media', 'Báo nói, báo hình, báo in', 'NĐ124 Đ.29 k3c'),
      ]),
      input.date('meetingNoticeOn', 'Ngày thông báo họp công khai', { optional: true }),
    ],
    paper: 'Biên bản niêm yết',
  },
  {
    type: 'END_POSTING',
    title: 'Kết thúc niêm yết, đăng tải',
    roles: OFFICE_ACT,
    basis: law.publish,
    input: [note],
    paper: 'Biên bản kết thúc niêm yết',
  },
  {
    type: 'DECLARE_EFFECTIVE',
    title: 'Ghi nhận quyết định có hiệu lực pháp luật',
    roles: [...OFFICE_ACT, 'system'],
    basis: law.effective,
    input: [],
  },
  {
    type: 'ENFORCE',
    title: 'Áp dụng biện pháp hoặc chỉ đạo thi hành',
    roles: RESOLVER_ACT,
    basis: law.enforce,
    input: [documentNumber('Số văn bản chỉ đạo thi hành'), signedBy],
    paper: 'Văn bản chỉ đạo thi hành quyết định giải quyết khiếu nại',
  },
  {
    type: 'CLOSE',
    title: 'Kết thúc vụ việc',
    roles: OFFICE_ACT,
    basis: law.enforced,
    input: [input.boolean('fileIndexed', 'Hồ sơ đã đánh số trang (bút lục), lập mục lục'), note],
  },
  {
    type: 'HAND_OVER_FILE',
    title: 'Chuyển hồ sơ cho người giải quyết lần hai',
    roles: OFFICE_ACT,
    basis: law.appeal,
    input: [documentNumber(), input.boolean('fileIndexed', 'Hồ sơ đã đánh số trang (bút lục), lập mục lục')],
  },
];
