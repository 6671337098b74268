import { need, requirementTable, type Facts, type Requirement } from '#libs/procedure';
import { dayFact, NEW_LAW_FROM, present } from '../common/dates.js';
import { ONLINE_CASES, UNSCHEDULED_GROUNDS } from './grounds.js';
import { law } from './law.js';

const isIn = (options: readonly { readonly value: string }[], value: unknown): boolean =>
  options.some((one) => one.value === value);
const online = (facts: Facts): boolean => facts.mode === 'online';
const count = (facts: Facts, name: string): number => Number(facts[name] ?? 0);
const day = (facts: Facts, name: string): string => dayFact(facts, name) ?? '';

const kinds: readonly Requirement[] = [
  need('periodic', 'Buổi tiếp định kỳ theo lịch', law.schedule).when((facts) => facts.kind === 'periodic', {
    met: { kind: 'periodic' },
    unmet: { kind: 'regular' },
  }),
  need('regular', 'Tiếp công dân thường xuyên', law.desk).when((facts) => facts.kind === 'regular', {
    met: { kind: 'regular' },
    unmet: { kind: 'periodic' },
  }),
  need('arranged', 'Buổi tiếp đột xuất hoặc đối thoại', law.unscheduled).when(
    (facts) => facts.kind === 'unscheduled' || facts.kind === 'dialogue',
    { met: { kind: 'dialogue' }, unmet: { kind: 'periodic' } },
  ),
  need('dialogue', 'Buổi đối thoại với công dân', law.dialogue).when((facts) => facts.kind === 'dialogue', {
    met: { kind: 'dialogue' },
    unmet: { kind: 'periodic' },
  }),
  need('ledByHead', 'Buổi tiếp của người đứng đầu', law.duty).when(
    (facts) => facts.kind === 'periodic' || facts.kind === 'unscheduled',
    { met: { kind: 'periodic' }, unmet: { kind: 'regular' } },
  ),
  need(
    'unscheduledGround',
    'Tiếp đột xuất phải thuộc một trong hai trường hợp của khoản 3 Điều 18',
    law.unscheduled,
  ).when((facts) => facts.kind !== 'unscheduled' || isIn(UNSCHEDULED_GROUNDS, facts.unscheduledGround), {
    met: { kind: 'unscheduled', unscheduledGround: 'INTENSE' },
    unmet: { kind: 'unscheduled' },
  }),
  need(
    'scheduleComplete',
    'Lịch phải nêu nơi tiếp, thời gian, người tiếp, thành phần tham dự và dự kiến nội dung',
    law.schedule,
  ).when((facts) => facts.scheduleComplete === true, { met: { scheduleComplete: true }, unmet: {} }),
];

const onlineConditions: readonly Requirement[] = [
  need('onlineKnown', 'Tiếp trực tuyến áp dụng từ ngày 01/07/2026', law.online).when(
    (facts) => !online(facts) || day(facts, 'heldOn') >= NEW_LAW_FROM,
    { met: { mode: 'online', heldOn: '2026-07-20' }, unmet: { mode: 'online', heldOn: '2026-06-20' } },
  ),
  need('onlineCase', 'Vụ việc thuộc năm loại được tiếp trực tuyến do người đứng đầu quyết định', law.onlineCase).when(
    (facts) => !online(facts) || isIn(ONLINE_CASES, facts.onlineCase),
    { met: { mode: 'online', onlineCase: 'COMPLEX' }, unmet: { mode: 'online' } },
  ),
  need(
    'onlineSecrecy',
    'Tố cáo chỉ được tiếp trực tuyến khi người tố cáo không yêu cầu bảo vệ danh tính và bảo đảm điều kiện bảo mật',
    law.onlineSecrecy,
  ).when(
    (facts) =>
      !online(facts) ||
      facts.onlineCase !== 'DENUNCIATION' ||
      (facts.secrecyAsked === false && facts.securityAssured === true),
    {
      met: { mode: 'online', onlineCase: 'DENUNCIATION', secrecyAsked: false, securityAssured: true },
      unmet: { mode: 'online', onlineCase: 'DENUNCIATION', secrecyAsked: true, securityAssured: true },
    },
  ),
  need(
    'onlineTechnical',
    'Nơi tiếp trực tuyến có đường truyền, thiết bị, chức năng ghi âm, ghi hình, lưu trữ',
    law.onlineTechnical,
  ).when((facts) => !online(facts) || facts.technicalReady === true, {
    met: { mode: 'online', technicalReady: true },
    unmet: { mode: 'online' },
  }),
  need('isOnline', 'Buổi tiếp theo hình thức trực tuyến', law.online).when(online, {
    met: { mode: 'online' },
    unmet: { mode: 'inPerson' },
  }),
  need(
    'onlineNoticeInTime',
    'Thông báo cho công dân và các cơ quan tham gia chậm nhất 05 ngày làm việc trước ngày tiếp trực tuyến',
    law.onlineNotice,
  ).when((facts) => day(facts, 'occurredOn') <= day(facts, 'latestOnlineNoticeOn'), {
    met: { occurredOn: '2026-08-06', latestOnlineNoticeOn: '2026-08-06' },
    unmet: { occurredOn: '2026-08-07', latestOnlineNoticeOn: '2026-08-06' },
  }),
  need(
    'lineTestInTime',
    'Kết nối thử giữa các điểm cầu chậm nhất 01 ngày làm việc trước ngày tiếp trực tuyến',
    law.onlineTest,
  ).when((facts) => day(facts, 'occurredOn') <= day(facts, 'latestLineTestOn'), {
    met: { occurredOn: '2026-08-12', latestLineTestOn: '2026-08-12' },
    unmet: { occurredOn: '2026-08-13', latestLineTestOn: '2026-08-12' },
  }),
  need('lineWorks', 'Kết nối thử thành công với mọi điểm cầu', law.onlineTest).whenInput(
    (facts) => facts.allPointsConnected === true,
    { met: { allPointsConnected: true }, unmet: {} },
  ),
  need('onlineNotified', 'Đã thông báo buổi tiếp trực tuyến đúng ngày này', law.onlineNotice).when(
    (facts) => !online(facts) || (present(facts, 'heldOn') && facts.onlineNotifiedFor === facts.heldOn),
    { met: { mode: 'online', heldOn: '2026-08-13', onlineNotifiedFor: '2026-08-13' }, unmet: { mode: 'online' } },
  ),
  need('lineTested', 'Đã kết nối thử thành công cho buổi tiếp này', law.onlineTest).when(
    (facts) => !online(facts) || (present(facts, 'heldOn') && facts.lineTestedFor === facts.heldOn),
    { met: { mode: 'online', heldOn: '2026-08-13', lineTestedFor: '2026-08-13' }, unmet: { mode: 'online' } },
  ),
  need('connectedInTime', 'Kết nối xong các điểm cầu chậm nhất 01 giờ trước khi tiếp', law.onlineConnect).whenInput(
    (facts) => !online(facts) || count(facts, 'connectedMinutesBefore') >= 60,
    { met: { mode: 'online', connectedMinutesBefore: 60 }, unmet: { mode: 'online', connectedMinutesBefore: 45 } },
  ),
  need('recorded', 'Buổi tiếp trực tuyến phải được ghi âm, ghi hình', law.onlineRecording).whenInput(
    (facts) => !online(facts) || facts.recordingOn === true,
    { met: { mode: 'online', recordingOn: true }, unmet: { mode: 'online' } },
  ),
];

const acts: readonly Requirement[] = [
  need('postedInTime', 'Lịch niêm yết chậm nhất 05 ngày làm việc trước ngày tiếp công dân', law.posting).when(
    (facts) => day(facts, 'occurredOn') <= day(facts, 'latestPostingOn'),
    {
      met: { occurredOn: '2026-08-06', latestPostingOn: '2026-08-06' },
      unmet: { occurredOn: '2026-08-07', latestPostingOn: '2026-08-06' },
    },
  ),
  need('lateReasonGiven', 'Niêm yết muộn phải nêu lý do để theo dõi', law.posting).whenInput(
    (facts) => present(facts, 'lateReason'),
    { met: { lateReason: true }, unmet: {} },
  ),
  need('postedBeforeDay', 'Việc niêm yết phải trước ngày tiếp', law.posting).when(
    (facts) => day(facts, 'occurredOn') < day(facts, 'heldOn'),
    {
      met: { occurredOn: '2026-08-12', heldOn: '2026-08-13' },
      unmet: { occurredOn: '2026-08-13', heldOn: '2026-08-13' },
    },
  ),
  need('postedOnSite', 'Niêm yết tại trụ sở, địa điểm tiếp công dân', law.content).whenInput(
    (facts) => facts.onSite === true,
    { met: { onSite: true }, unmet: {} },
  ),
  need(
    'postedOnPortal',
    'Công bố trên cổng, trang thông tin điện tử; cơ quan chưa có trang thì ghi rõ',
    law.portal,
  ).whenInput((facts) => facts.onPortal === true || facts.noPortal === true, {
    met: { onPortal: true },
    unmet: { onPortal: false },
  }),
  need(
    'unpostedReason',
    'Buổi định kỳ phải được niêm yết trước; đã tiếp khi chưa niêm yết thì nêu lý do',
    law.posting,
  ).whenInput((facts) => present(facts, 'unpostedReason'), { met: { unpostedReason: true }, unmet: {} }),
  need('dayHasCome', 'Chỉ bắt đầu tiếp vào đúng ngày theo lịch; đổi ngày thì lùi lịch', law.posting).when(
    (facts) => present(facts, 'heldOn') && facts.occurredOn === facts.heldOn,
    {
      met: { occurredOn: '2026-08-13', heldOn: '2026-08-13' },
      unmet: { occurredOn: '2026-08-12', heldOn: '2026-08-13' },
    },
  ),
  need('postponeReason', 'Lùi lịch phải có lý do chính đáng', law.postpone).whenInput(
    (facts) => present(facts, 'postponeReason'),
    { met: { postponeReason: true }, unmet: {} },
  ),
  need('postponementAnnounced', 'Thời gian dự kiến phải được thông báo tại nơi tiếp công dân', law.postpone).whenInput(
    (facts) => facts.announcedOnSite === true,
    { met: { announcedOnSite: true }, unmet: {} },
  ),
  need('newDayAhead', 'Ngày tiếp mới phải sau ngày thông báo', law.postpone).whenInput(
    (facts) => day(facts, 'newHeldOn') > day(facts, 'occurredOn'),
    {
      met: { newHeldOn: '2026-08-20', occurredOn: '2026-08-13' },
      unmet: { newHeldOn: '2026-08-13', occurredOn: '2026-08-13' },
    },
  ),
  need('visitsSettled', 'Mỗi lượt tiếp đã ghi kết quả vào sổ', law.register).when(
    (facts) => count(facts, 'visitsWithoutOutcome') === 0,
    { met: { visitsWithoutOutcome: 0 }, unmet: { visitsWithoutOutcome: 1 } },
  ),
  need('opinionsSettled', 'Mỗi ý kiến nêu tại đối thoại đã được trả lời hoặc hẹn ngày trả lời', law.dialogue).when(
    (facts) => count(facts, 'opinionsUnanswered') === 0,
    { met: { opinionsUnanswered: 0 }, unmet: { opinionsUnanswered: 2 } },
  ),
  need('directed', 'Ý kiến chỉ đạo ghi thành việc, có nơi thực hiện và thời hạn', law.conclusion).when(
    (facts) => count(facts, 'tasksTotal') > 0,
    { met: { tasksTotal: 1 }, unmet: { tasksTotal: 0 } },
  ),
  need('nothingDirected', 'Có ý kiến chỉ đạo thì phải ban hành thông báo kết luận', law.conclusion).when(
    (facts) => count(facts, 'tasksTotal') === 0,
    { met: { tasksTotal: 0 }, unmet: { tasksTotal: 1 } },
  ),
  need('documentNumber', 'Có số thông báo kết luận', law.conclusion).whenInput(
    (facts) => present(facts, 'documentNumber'),
    { met: { documentNumber: true }, unmet: {} },
  ),
  need('tasksDone', 'Mọi việc nêu trong thông báo kết luận đã có kết quả', law.followUp).when(
    (facts) => count(facts, 'tasksOpen') === 0,
    { met: { tasksOpen: 0 }, unmet: { tasksOpen: 1 } },
  ),
];

export const requirements = requirementTable([...kinds, ...onlineConditions, ...acts]);
