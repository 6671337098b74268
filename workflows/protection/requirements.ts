import { need, requirementTable, type Requirement } from '#libs/procedure';
import { present, underNewLaw } from '../common/dates.js';
import { isResolver } from '../common/roles.js';
import { chosen, END_GROUNDS, MEASURES, onList } from './grounds.js';
import { law } from './law.js';

const OLD_DAY = '2026-06-15';
const NEW_DAY = '2026-08-03';

const yes = (code: string, title: string, citation: Requirement['citation']): Requirement =>
  need(code, title, citation).whenInput((facts) => facts[code] === true, { met: { [code]: true }, unmet: {} });
const toPolice = (facts: Readonly<Record<string, unknown>>): boolean =>
  facts.authority === 'police' && facts.corruption === true;

const papers: readonly Requirement[] = [
  need(
    'signedByResolver',
    'Văn bản do người có thẩm quyền áp dụng biện pháp bảo vệ ký; người nhập hộ phải ghi người đã ký',
    law.resolver,
  ).whenInput((facts) => isResolver(facts.actorRole) || present(facts, 'signedBy'), {
    met: { signedBy: 'chairman' },
    unmet: { actorRole: 'caseOfficer' },
  }),
  need('documentNumber', 'Có số văn bản', law.file).whenInput((facts) => present(facts, 'documentNumber'), {
    met: { documentNumber: true },
    unmet: {},
  }),
  need('reasonsStated', 'Nêu rõ lý do từ chối bảo vệ', law.refuse).whenInput((facts) => present(facts, 'reasons'), {
    met: { reasons: true },
    unmet: {},
  }),
  yes('signed', 'Có chữ ký hoặc điểm chỉ', law.request),
  need('correctionExplained', 'Nêu rõ sai ở đâu và căn cứ đính chính', law.file).whenInput(
    (facts) => present(facts, 'correction'),
    { met: { correction: true }, unmet: {} },
  ),
];

const considering: readonly Requirement[] = [
  need('requestInWriting', 'Đề nghị trực tiếp, qua điện thoại sau đó phải được thể hiện bằng văn bản', law.oral).when(
    (facts) => facts.requestForm !== 'oral' || present(facts, 'writtenOn'),
    {
      met: { requestForm: 'oral', writtenOn: NEW_DAY },
      unmet: { requestForm: 'oral' },
    },
  ),
  need('requestOral', 'Đề nghị trực tiếp, qua điện thoại', law.oral).when((facts) => facts.requestForm === 'oral', {
    met: { requestForm: 'oral' },
    unmet: { requestForm: 'written' },
  }),
  yes('dangerNow', 'Có căn cứ bị xâm hại hoặc nguy cơ bị xâm hại ngay tức khắc', law.urgent),
  need('checked', 'Đã kiểm tra căn cứ, tính xác thực của đề nghị bảo vệ', law.consider).when(
    (facts) => present(facts, 'checkedOn'),
    { met: { checkedOn: NEW_DAY }, unmet: {} },
  ),
  need('measureChosen', 'Có biện pháp bảo vệ của Điều 56, 57, 58', law.decide).whenInput(
    (facts) => chosen(facts.measures, MEASURES).length > 0,
    { met: { measures: ['IDENTITY'] }, unmet: { measures: [] } },
  ),
  yes('competent', 'Biện pháp thuộc thẩm quyền; không thuộc thì đề nghị nơi có thẩm quyền', law.competence),
  need('jobProtected', 'Có biện pháp bảo vệ vị trí công tác, việc làm', law.employer).whenInput(
    (facts) => chosen(facts.measures, MEASURES).includes('JOB'),
    { met: { measures: ['JOB'] }, unmet: { measures: ['IDENTITY'] } },
  ),
  need('protectorsNamed', 'Có người thực hiện bảo vệ', law.carryOut).whenInput(
    (facts) => Array.isArray(facts.protectorIds) && facts.protectorIds.length > 0,
    { met: { protectorIds: [1] }, unmet: {} },
  ),
  need('protectorsReplaced', 'Có danh sách mới của người thực hiện bảo vệ', law.carryOut).whenInput(
    (facts) => [facts.protectorIds, facts.guardedBy].every((list) => Array.isArray(list) && list.length > 0),
    { met: { protectorIds: [1], guardedBy: [2] }, unmet: { protectorIds: [1] } },
  ),
  need('protectorsStand', 'Đang có người thực hiện bảo vệ', law.carryOut).when(
    (facts) => Array.isArray(facts.guardedBy) && facts.guardedBy.length > 0,
    { met: { guardedBy: [1] }, unmet: {} },
  ),
  need('policeLimit', 'Công an xem xét vụ việc tham nhũng, lãng phí', law.police).whenInput(toPolice, {
    met: { authority: 'police', corruption: true },
    unmet: { authority: 'employer' },
  }),
  need('noPoliceLimit', 'Nơi khác, vụ việc khác: kịp thời, luật không ấn định số ngày', law.ask).whenInput(
    (facts) => !toPolice(facts),
    { met: { authority: 'employer' }, unmet: { authority: 'police', corruption: true } },
  ),
  need('notProlonged', 'Thời hạn xem xét chỉ kéo dài một lần', law.police).when(
    (facts) => !present(facts, 'prolongedOn'),
    { met: {}, unmet: { prolongedOn: NEW_DAY } },
  ),
];

const ending: readonly Requirement[] = [
  need('endGround', 'Căn cứ chấm dứt thuộc khoản 2 Điều 54', law.end).whenInput(
    (facts) => onList(facts.ground, END_GROUNDS),
    { met: { ground: 'GROUND_GONE' }, unmet: { ground: 'OTHER' } },
  ),
  need('resolutionEnded', 'Người giải quyết tố cáo đã ra kết luận hoặc quyết định đình chỉ', law.endResolved).whenInput(
    (facts) => facts.ground !== 'RESOLVED' || present(facts, 'resolutionEndedOn'),
    {
      met: { ground: 'GROUND_GONE' },
      unmet: { ground: 'RESOLVED' },
    },
  ),
  need('endRequested', 'Người được bảo vệ đề nghị bằng văn bản', law.endDecided).whenInput(
    (facts) => facts.ground !== 'REQUESTED' || facts.writtenRequest === true,
    { met: { ground: 'REQUESTED', writtenRequest: true }, unmet: { ground: 'REQUESTED' } },
  ),
  need(
    'breachLaw',
    'Từ ngày 01/07/2026 mới được chấm dứt do người được bảo vệ cố ý không thực hiện nghĩa vụ',
    law.endBreach,
  ).whenInput((facts) => facts.ground !== 'DUTY_BREACHED' || (underNewLaw(facts) && facts.breachProven === true), {
    met: { ground: 'DUTY_BREACHED', breachProven: true, occurredOn: NEW_DAY },
    unmet: { ground: 'DUTY_BREACHED', breachProven: true, occurredOn: OLD_DAY },
  }),
];

export const requirements = requirementTable([...papers, ...considering, ...ending]);
