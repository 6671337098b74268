const OPERATOR =
  'Nghĩa vụ của cơ quan vận hành hệ thống, không phải thời hạn của một hồ sơ: theo dõi ở phần vận hành, không có mũi tên.';
const NATIONAL = 'Nghĩa vụ cập nhật Cơ sở dữ liệu quốc gia: theo dõi ở gói xuất dữ liệu, không có mũi tên.';
const LEADER =
  'Định mức ngày tiếp công dân của người đứng đầu: tính theo tháng ở lịch tiếp công dân, không phải thời hạn của một hồ sơ.';
const VISIT = 'Nghĩa vụ của một lượt tiếp công dân: mở và khép ở lượt tiếp, danh sách tại `/reception/duties`.';
const RECEPTION =
  'Thời hạn của buổi tiếp công dân: máy trạng thái `reception` kiểm tra khi ghi bước, danh sách nghĩa vụ tại `/reception/duties`.';

/** Why a time limit of the published table is opened by no arrow. */
export const RULE_REASONS: Readonly<Record<string, string>> = {
  'KN.TIMEBAR':
    'Thời hiệu do người giải quyết xem xét, có trừ thời gian trở ngại khách quan: lý do TIME_BARRED của bước REFUSE_ACCEPTANCE; tính ngày bằng `deadline explain`.',
  'KL.TIMEBAR.L1':
    'Điều kiện `filedInTime` của bước ACCEPT, có trừ thời gian trở ngại khách quan; tính ngày bằng `deadline explain`.',
  'TCD.REPORT.BACK': VISIT,
  'KN.DIALOGUE.NOTICE': 'Điều kiện `dialogueNoticeInTime` của bước CALL_DIALOGUE: thông báo muộn bị từ chối ngay.',
  'KN.PUBLISH.MEETING.NOTICE': 'Điều kiện `meetingNotified` của bước PUBLISH_DECISION: thông báo muộn bị từ chối ngay.',
  'TAND.CLASSIFY': 'Thuộc thẩm quyền Tòa án nhân dân, ngoài phạm vi hệ thống.',
  'CSDL.ENTRY': NATIONAL,
  'CSDL.LEGACY': NATIONAL,
  'CSDL.REQUEST': NATIONAL,
  'DLCN.BREACH': OPERATOR,
  'DLCN.DPIA': OPERATOR,
  'ANM.INCIDENT.1': OPERATOR,
  'ANM.INCIDENT.2': OPERATOR,
  'TCD.XA': LEADER,
  'TCD.XA.OLD': LEADER,
  'TCD.TINH': LEADER,
  'TCD.HEAD': LEADER,
  'TCD.REFUSE.NOTICE': VISIT,
  'TCD.ONLINE.CONNECT': RECEPTION,
};
