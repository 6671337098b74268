import type { FactInfo, Facts } from '#libs/procedure';

const fact = (name: string, label: string, source: FactInfo['source'], meaning = label): FactInfo => ({
  ...{ name, label, source, meaning },
});

export const factsCatalogue: readonly FactInfo[] = [
  fact('occurredOn', 'Ngày xảy ra', 'case', 'Ngày của việc đang ghi; luật của ngày này điều chỉnh việc đó.'),
  fact('kind', 'Loại buổi tiếp', 'case', '`regular`, `periodic`, `unscheduled`, `dialogue`.'),
  fact('unscheduledGround', 'Lý do tiếp đột xuất', 'case'),
  fact('onlineCase', 'Loại vụ việc tiếp trực tuyến', 'case'),
  fact('secrecyAsked', 'Người tố cáo yêu cầu bảo vệ danh tính', 'case'),
  fact('securityAssured', 'Bảo đảm điều kiện bảo mật', 'case'),
  fact('technicalReady', 'Đủ điều kiện hạ tầng, thiết bị', 'case'),
  fact('scheduleComplete', 'Lịch có nơi, thời gian, thành phần, nội dung dự kiến', 'case'),
  fact('latestPostingOn', 'Ngày chậm nhất phải niêm yết', 'case', 'Lùi 05 ngày làm việc từ ngày tiếp.'),
  fact('latestOnlineNoticeOn', 'Ngày chậm nhất phải thông báo trực tuyến', 'case'),
  fact('latestLineTestOn', 'Ngày chậm nhất phải thử kết nối', 'case'),
  fact('visitsWithoutOutcome', 'Số lượt tiếp chưa ghi kết quả', 'case'),
  fact('opinionsUnanswered', 'Số ý kiến đối thoại chưa trả lời, chưa hẹn ngày trả lời', 'case'),
  fact('tasksTotal', 'Số việc giao sau buổi tiếp', 'case'),
  fact('tasksOpen', 'Số việc chưa có kết quả', 'case'),
  fact('heldOn', 'Ngày tiếp', 'remembered', 'Ngày theo lịch; đổi khi lùi lịch.'),
  fact('mode', 'Hình thức tiếp', 'remembered', '`inPerson` hoặc `online`.'),
  fact('postedOn', 'Ngày niêm yết', 'remembered'),
  fact('postedLateOn', 'Ngày niêm yết muộn', 'remembered'),
  fact('heldUnpostedOn', 'Ngày tiếp khi chưa niêm yết lịch', 'remembered'),
  fact('postponedFrom', 'Ngày tiếp trước khi lùi', 'remembered'),
  fact('onlineNotifiedFor', 'Ngày tiếp đã thông báo trực tuyến', 'remembered'),
  fact('lineTestedFor', 'Ngày tiếp đã thử kết nối', 'remembered'),
  fact('hostedBy', 'Người chủ trì tiếp', 'remembered'),
  fact('concludedOn', 'Ngày kết thúc buổi tiếp', 'remembered'),
  fact('conclusionOn', 'Ngày thông báo kết luận', 'remembered'),
  fact('followedUpOn', 'Ngày đôn đốc gần nhất', 'remembered'),
];

const common = {
  receivedOn: '2026-08-03',
  petitionType: 'none',
  actorRole: 'unitHead',
  scheduleComplete: true,
  heldOn: '2026-08-13',
  latestPostingOn: '2026-08-06',
  latestOnlineNoticeOn: '2026-08-06',
  latestLineTestOn: '2026-08-12',
  visitsWithoutOutcome: 0,
  opinionsUnanswered: 0,
  mode: 'inPerson',
};
const directed = { tasksTotal: 2, tasksOpen: 0 };
const plain = { tasksTotal: 0, tasksOpen: 0 };
const online = { mode: 'online', onlineCase: 'COMPLEX', technicalReady: true };

/** Sample sessions; together they open every arrow. */
export const samples: readonly Facts[] = [
  { ...common, ...directed, kind: 'periodic' },
  { ...common, ...directed, ...online, kind: 'periodic' },
  { ...common, ...directed, ...online, kind: 'unscheduled', unscheduledGround: 'INTENSE' },
  { ...common, ...plain, kind: 'unscheduled', unscheduledGround: 'INTENSE' },
  { ...common, ...directed, kind: 'dialogue' },
  { ...common, ...plain, kind: 'regular', heldOn: '2026-08-03' },
];
