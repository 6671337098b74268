import { input, type EventInfo } from '#libs/procedure';
import { documentNumber, note, signedBy } from '../common/inputs.js';
import { DESK, RESOLVER_ACT } from '../common/roles.js';
import { SESSION_MODES } from './grounds.js';
import { law } from './law.js';

const reason = (name: string, label: string, optional = false) => input.text(name, label, { optional });

export const events: readonly EventInfo[] = [
  {
    type: 'POST',
    title: 'Niêm yết lịch tiếp công dân',
    roles: DESK,
    basis: law.posting,
    input: [
      input.boolean('onSite', 'Đã niêm yết tại trụ sở, địa điểm tiếp công dân'),
      input.boolean('onPortal', 'Đã công bố trên cổng, trang thông tin điện tử'),
      input.boolean('noPortal', 'Cơ quan chưa có trang thông tin điện tử', { optional: true }),
      reason('lateReason', 'Lý do niêm yết muộn', true),
    ],
    paper: 'Lịch tiếp công dân niêm yết',
  },
  {
    type: 'NOTIFY_ONLINE',
    title: 'Thông báo buổi tiếp trực tuyến',
    roles: DESK,
    basis: law.onlineNotice,
    input: [documentNumber('Số thông báo'), note],
    paper: 'Thông báo tổ chức tiếp công dân trực tuyến',
  },
  {
    type: 'TEST_LINE',
    title: 'Kết nối thử các điểm cầu',
    roles: DESK,
    basis: law.onlineTest,
    input: [input.boolean('allPointsConnected', 'Mọi điểm cầu nhìn thấy, nghe rõ nhau'), note],
  },
  {
    type: 'SWITCH_TO_IN_PERSON',
    title: 'Chuyển sang tiếp trực tiếp',
    roles: DESK,
    basis: law.onlinePlace,
    input: [input.choice('newMode', 'Hình thức tiếp', [SESSION_MODES[0]]), reason('switchReason', 'Lý do chuyển')],
  },
  {
    type: 'POSTPONE',
    title: 'Lùi lịch tiếp công dân',
    roles: DESK,
    basis: law.postpone,
    input: [
      reason('postponeReason', 'Lý do lùi lịch, ghi trên thông báo niêm yết'),
      input.boolean('announcedOnSite', 'Đã thông báo tại nơi tiếp công dân'),
    ],
    paper: 'Thông báo lùi lịch tiếp công dân',
  },
  {
    type: 'RESCHEDULE',
    title: 'Ấn định ngày tiếp mới',
    roles: DESK,
    basis: law.postpone,
    input: [
      input.date('newHeldOn', 'Ngày tiếp mới'),
      input.boolean('announcedOnSite', 'Đã thông báo thời gian dự kiến tại nơi tiếp công dân'),
    ],
  },
  {
    type: 'HOLD',
    title: 'Bắt đầu tiếp công dân',
    roles: DESK,
    basis: law.receive,
    input: [
      input.user('hostedBy', 'Người chủ trì tiếp'),
      input.number('connectedMinutesBefore', 'Kết nối xong trước giờ tiếp (phút)', {
        optional: true,
        min: 0,
        max: 1440,
      }),
      input.boolean('recordingOn', 'Đang ghi âm, ghi hình', { optional: true }),
      reason('unpostedReason', 'Lý do chưa niêm yết lịch', true),
    ],
  },
  {
    type: 'CONCLUDE',
    title: 'Kết thúc buổi tiếp',
    roles: DESK,
    basis: law.answer,
    input: [input.longText('conclusionText', 'Tóm tắt kết quả, ý kiến chỉ đạo', { optional: true }), note],
  },
  {
    type: 'ISSUE_CONCLUSION',
    title: 'Ban hành thông báo kết luận việc tiếp công dân',
    roles: RESOLVER_ACT,
    basis: law.conclusion,
    input: [documentNumber('Số thông báo kết luận'), signedBy, note],
    paper: 'Thông báo kết luận việc tiếp công dân',
  },
  {
    type: 'FOLLOW_UP',
    title: 'Ghi kết quả đôn đốc sau buổi tiếp',
    roles: DESK,
    basis: law.followUp,
    input: [input.longText('followUpResult', 'Kết quả đôn đốc')],
  },
  {
    type: 'CLOSE',
    title: 'Kết thúc theo dõi buổi tiếp',
    roles: DESK,
    basis: law.followUp,
    input: [note],
  },
  {
    type: 'CANCEL_PLAN',
    title: 'Bỏ buổi tiếp lập nhầm, chưa công bố',
    roles: DESK,
    basis: law.posting,
    input: [reason('cancelReason', 'Sai ở đâu')],
  },
];
