import { need, type Facts, type Requirement } from '#libs/procedure';
import { daysFromTo, dayFact, present, underNewLaw } from '../common/dates.js';
import { isResolver } from '../common/roles.js';
import { REFUSAL_GROUNDS, values } from './grounds.js';
import { law } from './law.js';

const OLD_DAY = '2026-06-15';
const NEW_DAY = '2026-08-03';

const yes = (code: string, title: string, citation: Requirement['citation']): Requirement =>
  need(code, title, citation).whenInput((facts) => facts[code] === true, { met: { [code]: true }, unmet: {} });
const several = (size: unknown): boolean => Number(size ?? 1) >= 2;

/** The earlier file may be one this product does not hold, or may not show yet. */
const isRenewed = (facts: Facts): boolean => present(facts, 'renewedOf') || facts.renewed === true;

const papers: readonly Requirement[] = [
  need(
    'signedByResolver',
    'Văn bản do người giải quyết tố cáo ký; người nhập hộ phải ghi người đã ký',
    law.resolver,
  ).whenInput((facts) => isResolver(facts.actorRole) || present(facts, 'signedBy'), {
    met: { signedBy: 'chairman' },
    unmet: { actorRole: 'caseOfficer' },
  }),
  need('documentNumber', 'Có số văn bản', law.file).whenInput((facts) => present(facts, 'documentNumber'), {
    met: { documentNumber: true },
    unmet: {},
  }),
  need('correctionExplained', 'Nêu rõ sai ở đâu và căn cứ đính chính', law.responsibility).whenInput(
    (facts) => present(facts, 'correction'),
    { met: { correction: true }, unmet: {} },
  ),
];

const openings: readonly Requirement[] = [
  need(
    'lawfulForm',
    'Tố cáo bằng đơn hoặc trình bày trực tiếp; thông tin gửi trực tuyến không phải hình thức tố cáo',
    law.form,
  ).when((facts) => facts.channel !== 'online', { met: { channel: 'counter' }, unmet: { channel: 'online' } }),
  need('renewed', 'Là tố cáo tiếp về vụ việc đã có hồ sơ giải quyết', law.renewed).when(isRenewed, {
    met: { renewedOf: '01900000-0000-7000-8000-000000000001' },
    unmet: {},
  }),
  need('notRenewed', 'Không phải tố cáo tiếp', law.receive).when((facts) => !isRenewed(facts), {
    met: {},
    unmet: { renewedOf: '01900000-0000-7000-8000-000000000001' },
  }),
  need('forwarded', 'Tố cáo do cơ quan báo chí, cơ quan, tổ chức, cá nhân khác chuyển đến', law.forwarded).when(
    (facts) => present(facts, 'forwarderKind'),
    { met: { forwarderKind: 'press' }, unmet: {} },
  ),
  need('forwarderNotOwed', 'Đã thông báo kết quả xử lý cho nơi chuyển tố cáo đến', law.forwarderAnswer).when(
    (facts) => !present(facts, 'forwarderKind') || present(facts, 'forwarderAnsweredOn'),
    {
      met: {},
      unmet: { forwarderKind: 'press' },
    },
  ),
  need('forwarderOwed', 'Chưa thông báo kết quả xử lý cho nơi chuyển tố cáo đến', law.forwarderAnswer).when(
    (facts) => present(facts, 'forwarderKind') && !present(facts, 'forwarderAnsweredOn'),
    { met: { forwarderKind: 'press' }, unmet: {} },
  ),
];

const acceptance: readonly Requirement[] = [
  yes('conditionsMet', 'Đủ các điều kiện thụ lý tại khoản 1 Điều 29 Luật Tố cáo', law.accept),
  need('representativeNamed', 'Nhiều người cùng tố cáo một nội dung: có người đại diện', law.group).whenInput(
    (facts) => !several(facts.groupSize) || facts.representativeNamed === true,
    { met: { groupSize: 3, representativeNamed: true }, unmet: { groupSize: 3 } },
  ),
  need(
    'newEvidence',
    'Tố cáo xuất phát từ khiếu nại đã giải quyết: phải có tài liệu, chứng cứ về vi phạm của người giải quyết khiếu nại',
    law.fromComplaint,
  ).whenInput((facts) => facts.fromComplaint !== true || facts.newEvidence === true, {
    met: { fromComplaint: true, newEvidence: true },
    unmet: { fromComplaint: true },
  }),
  need('refusalGround', 'Lý do không thụ lý thuộc danh mục của khoản 1 Điều 29', law.notAccepted).whenInput(
    (facts) => values(REFUSAL_GROUNDS).has(String(facts.ground)),
    { met: { ground: 'NO_BASIS' }, unmet: { ground: 'BUSY' } },
  ),
  need('checkLongerGround', 'Phải kiểm tra tại nhiều địa điểm hoặc phải ủy quyền kiểm tra', law.checkLonger).whenInput(
    (facts) => ['SEVERAL_PLACES', 'AUTHORISED'].includes(String(facts.ground)),
    { met: { ground: 'AUTHORISED' }, unmet: { ground: 'BUSY' } },
  ),
  need('checkNotProlonged', 'Thời hạn kiểm tra chỉ kéo dài một lần, không quá 10 ngày làm việc', law.checkLonger).when(
    (facts) => !present(facts, 'checkProlongedOn'),
    { met: {}, unmet: { checkProlongedOn: NEW_DAY } },
  ),
  yes(
    'fieldViolation',
    'Chỉ tố cáo vi phạm về quản lý nhà nước trong lĩnh vực mình quản lý mới xử lý ngay; vi phạm khi thực hiện nhiệm vụ, công vụ phải thụ lý, tự xác minh, kết luận',
    law.atOnceOnlyField,
  ),
  yes('clearEvidence', 'Nội dung rõ ràng, chứng cứ cụ thể, có cơ sở để xử lý ngay', law.atOnceField),
  need('riskFoundBefore', 'Ngày phát hiện không sau ngày áp dụng, đề nghị biện pháp', law.prevention).whenInput(
    (facts) => (daysFromTo(facts, 'riskFoundOn', 'occurredOn') ?? -1) >= 0,
    {
      met: { riskFoundOn: '2026-03-02', occurredOn: NEW_DAY },
      unmet: { riskFoundOn: '2026-08-04', occurredOn: NEW_DAY },
    },
  ),
  need(
    'protectionForm',
    'Đề nghị bảo vệ phải bằng văn bản; chỉ trường hợp khẩn cấp mới trực tiếp, qua điện thoại',
    law.protection,
  ).whenInput((facts) => facts.requestForm !== 'oral' || facts.urgent === true, {
    met: { requestForm: 'oral', urgent: true },
    unmet: { requestForm: 'oral' },
  }),
];

const withdrawing: readonly Requirement[] = [
  need(
    'withdrawalForm',
    'Rút bằng đơn hoặc biên bản; trước 01/07/2026 biên bản do người tiếp nhận lập khi người tố cáo đến rút trực tiếp',
    law.withdraw,
  ).whenInput(
    (facts) =>
      facts.form === 'application' ||
      (facts.form === 'record' &&
        present(facts, 'recordedBy') &&
        (facts.recordedBy === 'receiver' || underNewLaw(facts))),
    {
      met: { form: 'record', recordedBy: 'verifier', occurredOn: NEW_DAY },
      unmet: { form: 'record', recordedBy: 'verifier', occurredOn: OLD_DAY },
    },
  ),
  need('withdrawalSigned', 'Đơn, biên bản rút có chữ ký hoặc điểm chỉ của người rút', law.withdraw).whenInput(
    (facts) => facts.signed === true,
    { met: { signed: true }, unmet: {} },
  ),
  need(
    'allWithdraw',
    'Nhiều người cùng tố cáo: chỉ là rút toàn bộ khi tất cả đều rút; còn người tố cáo thì tiếp tục giải quyết',
    law.withdrawPersons,
  ).whenInput((facts) => !several(facts.groupSize) || facts.allWithdraw === true, {
    met: { groupSize: 3, allWithdraw: true },
    unmet: { groupSize: 3 },
  }),
  need('personsOfGroup', 'Chỉ tố cáo có nhiều người mới có việc một số người rút', law.withdrawPersons).whenInput(
    (facts) => facts.part !== 'persons' || several(facts.groupSize),
    { met: { part: 'content' }, unmet: { part: 'persons', groupSize: 1 } },
  ),
  need('byApplication', 'Rút bằng đơn', law.withdraw).whenInput((facts) => facts.form === 'application', {
    met: { form: 'application' },
    unmet: { form: 'record' },
  }),
  need('byRecord', 'Rút bằng biên bản', law.withdraw).whenInput((facts) => facts.form === 'record', {
    met: { form: 'record' },
    unmet: { form: 'application' },
  }),
];

const crime: readonly Requirement[] = [
  need('crimeFileSent', 'Đã chuyển hồ sơ đến Cơ quan điều tra, Viện kiểm sát', law.crime).when(
    (facts) => present(facts, 'crimeTransferredOn'),
    { met: { crimeTransferredOn: NEW_DAY }, unmet: {} },
  ),
  need('crimeTransferred', 'Hồ sơ có dấu hiệu tội phạm phải được chuyển ngay', law.crime).when(
    (facts) =>
      !present(facts, 'crimeSignsOn') ||
      (dayFact(facts, 'crimeTransferredOn') ?? '') >= (dayFact(facts, 'crimeSignsOn') ?? ''),
    { met: { crimeSignsOn: NEW_DAY, crimeTransferredOn: NEW_DAY }, unmet: { crimeSignsOn: NEW_DAY } },
  ),
  yes('nothingRemains', 'Không còn nội dung nào phải xử lý theo Luật Tố cáo', law.crime),
];

/** From the counter to acceptance, withdrawal and signs of crime. */
export const receivingRequirements: readonly Requirement[] = [
  ...papers,
  ...openings,
  ...acceptance,
  ...withdrawing,
  ...crime,
];
