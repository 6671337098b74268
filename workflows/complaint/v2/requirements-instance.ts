import { need, type Facts, type Requirement } from '#libs/procedure';
import { present } from '../../common/dates.js';
import { filedInTime, isRemote, isSecond, resolveVariant } from './instance.js';
import { law } from './law.js';

const SECOND = { instance: 'second' };
const FIRST = { instance: 'first' };
const DAY = '2026-08-03';
const SECOND_IN_TIME = { ...SECOND, firstDecisionOn: '2026-07-06', receivedOn: '2026-08-03' };
const SECOND_LATE = { ...SECOND, firstDecisionOn: '2026-06-01', receivedOn: '2026-08-03' };

const instances: readonly Requirement[] = [
  need('first', 'Giải quyết khiếu nại lần đầu', law.limit).when((facts) => !isSecond(facts), {
    met: FIRST,
    unmet: SECOND,
  }),
  need('second', 'Giải quyết khiếu nại lần hai', law.secondOpen).when(isSecond, { met: SECOND, unmet: FIRST }),
  need('firstNear', 'Lần đầu, không thuộc vùng sâu, vùng xa', law.limit).when(
    (facts) => !isSecond(facts) && !isRemote(facts),
    { met: FIRST, unmet: { remote: true } },
  ),
  need('firstRemote', 'Lần đầu, vùng sâu, vùng xa đi lại khó khăn', law.limit).when(
    (facts) => !isSecond(facts) && isRemote(facts),
    { met: { remote: true }, unmet: FIRST },
  ),
  need('secondNear', 'Lần hai, không thuộc vùng sâu, vùng xa', law.limitEither).when(
    (facts) => isSecond(facts) && !isRemote(facts),
    { met: SECOND, unmet: { ...SECOND, remotePlace: true } },
  ),
  need('secondRemote', 'Lần hai, vùng sâu, vùng xa đi lại khó khăn', law.limitEither).when(
    (facts) => isSecond(facts) && isRemote(facts),
    { met: { ...SECOND, remotePlace: true }, unmet: SECOND },
  ),
];

const paths: readonly Requirement[] = [
  need(
    'reviewAtFirst',
    'Kiểm tra lại quyết định, hành vi của mình là việc của người giải quyết lần đầu; lần hai ra quyết định xác minh',
    law.reviewOrVerify,
  ).when((facts) => !isSecond(facts), { met: FIRST, unmet: SECOND }),
  need(
    'verifiedAtSecond',
    'Lần đầu phải kiểm tra lại quyết định, hành vi bị khiếu nại trước khi ra quyết định xác minh',
    law.reviewOrVerify,
  ).when(isSecond, { met: SECOND, unmet: FIRST }),
  need('secondOnly', 'Chỉ trong giải quyết khiếu nại lần hai', law.secondOpen).when(isSecond, {
    met: SECOND,
    unmet: FIRST,
  }),
  need(
    'appealAtFirst',
    'Quyết định giải quyết lần hai không khiếu nại tiếp; người khiếu nại có quyền khởi kiện tại Tòa án',
    law.secondFinal,
  ).when((facts) => !isSecond(facts), { met: FIRST, unmet: SECOND }),
  need(
    'secondFiledInTime',
    'Khiếu nại lần hai nộp trong 30 ngày (vùng sâu, vùng xa: 45 ngày) kể từ ngày nhận quyết định lần đầu hoặc ngày hết thời hạn giải quyết lần đầu, hoặc nộp muộn có lý do chính đáng; phải ghi ngày đó',
    law.secondWindow,
  ).whenInput((facts) => !isSecond(facts) || facts.lateReasonAccepted === true || filedInTime(facts) === true, {
    met: SECOND_IN_TIME,
    unmet: SECOND_LATE,
  }),
];

const links: readonly Requirement[] = [
  need('hasFirstFile', 'Đã biết hồ sơ giải quyết lần đầu', law.secondOpen).when(
    (facts) => isSecond(facts) && present(facts, 'firstCaseFileId'),
    { met: { ...SECOND, firstCaseFileId: 'x' }, unmet: SECOND },
  ),
  need('noFirstFile', 'Chưa liên kết hồ sơ giải quyết lần đầu', law.secondOpen).when(
    // The form brings the id itself: what counts is whether an earlier step has linked one.
    (facts) => !present(facts, 'firstFileLinkedOn'),
    { met: {}, unmet: { firstFileLinkedOn: DAY } },
  ),
  need('notPlainlyLate', 'Biết hồ sơ lần đầu và chưa thấy khiếu nại lần hai nộp muộn', law.secondWindow).when(
    (facts) => isSecond(facts) && present(facts, 'firstCaseFileId') && filedInTime(facts) !== false,
    { met: { ...SECOND_IN_TIME, firstCaseFileId: 'x' }, unmet: { ...SECOND_LATE, firstCaseFileId: 'x' } },
  ),
  need('placeRemote', 'Nơi phát sinh khiếu nại ở vùng sâu, vùng xa đi lại khó khăn', law.limitEither).whenInput(
    (facts) => facts.remotePlace === true,
    { met: { remotePlace: true }, unmet: {} },
  ),
  need('lateForGoodReason', 'Thụ lý lần hai nộp muộn có lý do chính đáng', law.secondWindow).whenInput(
    (facts) => isSecond(facts) && facts.lateReasonAccepted === true,
    { met: { ...SECOND, lateReasonAccepted: true }, unmet: SECOND },
  ),
  need('secondEnded', 'Lần hai không thụ lý hoặc đã đình chỉ, không ra quyết định giải quyết', law.secondOpen).when(
    (facts) => present(facts, 'appealedOn') && String(facts.secondEndedOn ?? '') >= String(facts.appealedOn),
    { met: { appealedOn: DAY, secondEndedOn: DAY }, unmet: { appealedOn: DAY } },
  ),
];

const effectAgain = (facts: Facts): boolean =>
  present(facts, 'decidedOn') && !present(facts, 'effectiveOn') && facts.stage !== 'passedUp';

const clocks: readonly Requirement[] = [
  need('effectAgainNear', 'Quyết định lần đầu trở lại chờ có hiệu lực', law.effectiveEither).when(
    (facts) => effectAgain(facts) && !isRemote(facts),
    { met: { decidedOn: DAY, stage: 'sent' }, unmet: { decidedOn: DAY, stage: 'passedUp' } },
  ),
  need('effectAgainRemote', 'Quyết định lần đầu ở vùng sâu, vùng xa trở lại chờ có hiệu lực', law.effectiveEither).when(
    (facts) => effectAgain(facts) && isRemote(facts),
    { met: { decidedOn: DAY, stage: 'sent', remote: true }, unmet: { decidedOn: DAY, stage: 'sent' } },
  ),
  ...(
    [
      ['limitStandard', 'standard', 'Thời hạn thường', {}],
      ['limitComplex', 'complex', 'Thời hạn của vụ việc phức tạp', { complexFoundOn: DAY }],
      ['limitRemote', 'remote', 'Thời hạn ở vùng sâu, vùng xa', { remote: true }],
      [
        'limitRemoteComplex',
        'remote_complex',
        'Thời hạn của vụ việc phức tạp ở vùng sâu, vùng xa',
        { remote: true, complexFoundOn: DAY },
      ],
    ] as const
  ).map(([code, variant, title, met]) =>
    need(code, title, law.limit).when((facts) => resolveVariant(facts) === variant, {
      met,
      unmet: variant === 'standard' ? { remote: true } : {},
    }),
  ),
];

/** Which instance, which way, which clocks; how the two files of one matter stand to each other. */
export const instanceRequirements: readonly Requirement[] = [...instances, ...paths, ...links, ...clocks];
