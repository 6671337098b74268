import { need, type Facts, type Requirement } from '#libs/procedure';
import { addDays } from '#libs/shared';
import { dayFact, daysFromTo, present } from '../common/dates.js';
import { law } from './law.js';
import { RESOLVING } from './stage-names.js';
import { effectDays } from './effect-days.js';

const NEW_DAY = '2026-08-03';

const afterDecision: readonly Requirement[] = [
  need('decided', 'Đã có quyết định giải quyết', law.decide).when((facts) => present(facts, 'decidedOn'), {
    met: { decidedOn: NEW_DAY },
    unmet: {},
  }),
  need('decisionToComplainant', 'Giao quyết định giải quyết cho người khiếu nại', law.delivery).whenInput(
    (facts) => facts.paper === 'decision' && facts.addressee === 'complainant' && present(facts, 'decidedOn'),
    {
      met: { paper: 'decision', addressee: 'complainant', decidedOn: NEW_DAY },
      unmet: { paper: 'acceptanceNotice', addressee: 'complainant' },
    },
  ),
  need('deliveryProof', 'Có biên bản giao nhận hoặc hồi báo bưu chính', law.delivery).whenInput(
    (facts) => present(facts, 'proof'),
    { met: { proof: 'handover' }, unmet: {} },
  ),
  need(
    'deputyForwarded',
    'Khiếu nại do cơ quan của Quốc hội, đại biểu Quốc hội, đại biểu Hội đồng nhân dân chuyển đến',
    law.deputy,
  ).when((facts) => facts.forwarderKind === 'deputy', {
    met: { forwarderKind: 'deputy' },
    unmet: { forwarderKind: 'front' },
  }),
  need('frontForwarded', 'Khiếu nại do Mặt trận Tổ quốc hoặc tổ chức thành viên chuyển đến', law.front).when(
    (facts) => facts.forwarderKind === 'front',
    {
      met: { forwarderKind: 'front' },
      unmet: { forwarderKind: 'deputy' },
    },
  ),
  need('publicationChannel', 'Chọn hình thức công khai theo quy định', law.publish).whenInput(
    (facts) => ['posting', 'portal', 'meeting', 'media'].includes(String(facts.channel)),
    {
      met: { channel: 'posting' },
      unmet: {},
    },
  ),
  need('meetingNotified', 'Công bố tại cuộc họp: thông báo cho các bên trước 03 ngày', law.publish).whenInput(
    (facts) => facts.channel !== 'meeting' || (daysFromTo(facts, 'meetingNoticeOn', 'occurredOn') ?? -1) >= 3,
    {
      met: { channel: 'meeting', meetingNoticeOn: '2026-08-01', occurredOn: '2026-08-05' },
      unmet: { channel: 'meeting', occurredOn: '2026-08-05' },
    },
  ),
  need('postingOver', 'Đã niêm yết hoặc đăng tải đủ ít nhất 15 ngày', law.publish).when(
    (facts) => (daysFromTo(facts, 'postedOn', 'occurredOn') ?? -1) >= 15,
    {
      met: { postedOn: '2026-08-03', occurredOn: '2026-08-18' },
      unmet: { postedOn: '2026-08-03', occurredOn: '2026-08-10' },
    },
  ),
  need(
    'effectDay',
    'Ngày ghi nhận là đúng ngày quyết định có hiệu lực: sau 30 ngày kể từ ngày ban hành (vùng sâu, vùng xa: sau 45 ngày)',
    law.effective,
  ).when(
    (facts) => {
      const decidedOn = dayFact(facts, 'decidedOn');
      return decidedOn !== undefined && facts.occurredOn === addDays(decidedOn, effectDays(facts.remote === true) + 1);
    },
    {
      met: { decidedOn: '2026-08-03', occurredOn: '2026-09-03' },
      unmet: { decidedOn: '2026-08-03', occurredOn: '2026-09-02' },
    },
  ),
  need('notAppealed', 'Người khiếu nại không khiếu nại lần hai', law.effective).when(
    (facts) => !present(facts, 'appealedOn'),
    { met: {}, unmet: { appealedOn: NEW_DAY } },
  ),
  need('fileIndexed', 'Hồ sơ đã được đánh số trang theo thứ tự tài liệu', law.file).whenInput(
    (facts) => facts.fileIndexed === true,
    { met: { fileIndexed: true }, unmet: {} },
  ),
  need('published', 'Đã công khai quyết định giải quyết', law.publish).when((facts) => present(facts, 'publishedOn'), {
    met: { publishedOn: NEW_DAY },
    unmet: {},
  }),
];

/** By the dates on the file; a suspension lengthens the limit further and is left to the officer who keys the appeal. */
function unresolvedInTime(facts: Facts): boolean {
  const limit = (facts.remote === true ? 45 : 30) + (present(facts, 'complexFoundOn') ? 15 : 0);
  return !present(facts, 'decidedOn') && (daysFromTo(facts, 'acceptedOn', 'occurredOn') ?? 0) > limit;
}

const recourse: readonly Requirement[] = [
  need(
    'appealRight',
    'Khiếu nại lần hai: đã có quyết định mà không đồng ý, hoặc quá thời hạn mà chưa giải quyết',
    law.appeal,
  ).whenInput(
    (facts) =>
      facts.appealGround === 'overdue'
        ? unresolvedInTime(facts)
        : facts.appealGround === 'disagree' && present(facts, 'decidedOn'),
    {
      met: { appealGround: 'overdue', acceptedOn: '2026-07-03', occurredOn: '2026-08-03' },
      unmet: { appealGround: 'overdue', acceptedOn: '2026-07-03', occurredOn: '2026-08-02' },
    },
  ),
  need(
    'appealInTime',
    'Khiếu nại lần hai trong 30 ngày (vùng sâu, vùng xa: 45 ngày) kể từ ngày nhận được quyết định, hoặc có lý do chính đáng',
    law.appeal,
  ).whenInput(
    (facts) =>
      facts.lateReasonAccepted === true ||
      (daysFromTo(facts, 'deliveredOn', 'occurredOn') ?? 0) <= effectDays(facts.remote === true),
    {
      met: { deliveredOn: '2026-08-03', occurredOn: '2026-09-02' },
      unmet: { deliveredOn: '2026-08-03', occurredOn: '2026-09-03' },
    },
  ),
  need('appealed', 'Đã ghi nhận việc khiếu nại lần hai', law.appeal).when((facts) => present(facts, 'appealedOn'), {
    met: { appealedOn: NEW_DAY },
    unmet: {},
  }),
  need('appealedForLateness', 'Đã ghi nhận việc khiếu nại lần hai do quá thời hạn chưa giải quyết', law.appeal).when(
    (facts) => present(facts, 'appealedOn') && facts.appealGround === 'overdue',
    {
      met: { appealedOn: NEW_DAY, appealGround: 'overdue' },
      unmet: { appealedOn: NEW_DAY, appealGround: 'disagree' },
    },
  ),
  need('beingResolved', 'Chỉ tạm đình chỉ thi hành trong quá trình giải quyết khiếu nại', law.stay).when(
    (facts) => (RESOLVING as readonly unknown[]).includes(facts.stage),
    {
      met: { stage: 'verifying' },
      unmet: { stage: 'decided' },
    },
  ),
  need('hardToRepair', 'Thi hành quyết định bị khiếu nại sẽ gây hậu quả khó khắc phục', law.stay).whenInput(
    (facts) => facts.hardToRepair === true,
    { met: { hardToRepair: true }, unmet: {} },
  ),
];

const places: readonly Requirement[] = [
  need('remote', 'Vùng sâu, vùng xa đi lại khó khăn', law.limit).when((facts) => facts.remote === true, {
    met: { remote: true },
    unmet: { remote: false },
  }),
  need('notRemote', 'Không thuộc vùng sâu, vùng xa đi lại khó khăn', law.limit).when((facts) => facts.remote !== true, {
    met: { remote: false },
    unmet: { remote: true },
  }),
  need('posted', 'Công khai bằng niêm yết', law.publish).whenInput((facts) => facts.channel === 'posting', {
    met: { channel: 'posting' },
    unmet: { channel: 'media' },
  }),
  need('postedOnline', 'Công khai trên cổng thông tin điện tử', law.publish).whenInput(
    (facts) => facts.channel === 'portal',
    { met: { channel: 'portal' }, unmet: { channel: 'media' } },
  ),
  need('postedSomewhere', 'Công khai bằng niêm yết hoặc đăng tải', law.publish).whenInput(
    (facts) => ['posting', 'portal'].includes(String(facts.channel)),
    {
      met: { channel: 'portal' },
      unmet: { channel: 'media' },
    },
  ),
  need('askedParty', 'Yêu cầu người bị khiếu nại giải trình', law.requestDocuments).whenInput(
    (facts) => facts.addressee === 'respondent',
    {
      met: { addressee: 'respondent' },
      unmet: { addressee: 'third' },
    },
  ),
  need('askedThird', 'Yêu cầu cơ quan, tổ chức, cá nhân khác cung cấp tài liệu', law.requestDocuments).whenInput(
    (facts) => facts.addressee === 'third',
    {
      met: { addressee: 'third' },
      unmet: { addressee: 'respondent' },
    },
  ),
];

/** After the decision; the stay, the second instance, and what differs by place. */
export const decidedRequirements: readonly Requirement[] = [...afterDecision, ...recourse, ...places];
