import { need, type Requirement } from '#libs/procedure';
import { daysFromTo, present, underNewLaw } from '../common/dates.js';
import { AGAIN_GROUNDS, chosen, MEASURES, PUBLICATION_FORMS, TAKE_OVER_GROUNDS, values } from './grounds.js';
import { law } from './law.js';

const OLD_DAY = '2026-06-15';
const NEW_DAY = '2026-08-03';
const POSTING_DAYS = 15;
const POSTED: ReadonlySet<string> = new Set(['POSTING', 'PORTAL', 'ONLINE_PRESS']);
const FOR_VIOLATION: ReadonlySet<string> = new Set(['DISCIPLINE', 'SANCTION', 'REMEDY', 'RECOMMEND']);
const BY_ITSELF: ReadonlySet<string> = new Set(['DISCIPLINE', 'SANCTION']);

const yes = (code: string, title: string, citation: Requirement['citation']): Requirement =>
  need(code, title, citation).whenInput((facts) => facts[code] === true, { met: { [code]: true }, unmet: {} });
const dated = (code: string, fact: string, [title, citation]: readonly [string, Requirement['citation']]) =>
  need(code, title, citation).when((facts) => present(facts, fact), { met: { [fact]: NEW_DAY }, unmet: {} });
const undated = (code: string, fact: string, [title, citation]: readonly [string, Requirement['citation']]) =>
  need(code, title, citation).when((facts) => !present(facts, fact), { met: {}, unmet: { [fact]: NEW_DAY } });

const handling: readonly Requirement[] = [
  // Also read where nobody has violated anything: it then names the way that is open.
  need(
    'violationFound',
    'Có vi phạm thì xử lý hoặc kiến nghị xử lý; không vi phạm thì khôi phục quyền, lợi ích của người bị tố cáo',
    law.handleEither,
  ).when((facts) => facts.violationFound === true, {
    met: { violationFound: true },
    unmet: { violationFound: false },
  }),
  need('noViolation', 'Đã kết luận người bị tố cáo không vi phạm', law.restore).when(
    (facts) => facts.violationFound === false,
    { met: { violationFound: false }, unmet: { violationFound: true } },
  ),
  need('violationMeasure', 'Có vi phạm: phải xử lý theo thẩm quyền hoặc kiến nghị xử lý', law.handle).whenInput(
    (facts) => chosen(facts.measures, MEASURES).some((one) => FOR_VIOLATION.has(one)),
    { met: { measures: ['RECOMMEND'] }, unmet: { measures: ['RESTORE'] } },
  ),
  need(
    'restoringMeasure',
    'Không vi phạm: phải khôi phục quyền, lợi ích hợp pháp của người bị tố cáo',
    law.restore,
  ).whenInput((facts) => chosen(facts.measures, MEASURES).includes('RESTORE'), {
    met: { measures: ['RESTORE'] },
    unmet: { measures: ['DISCIPLINE'] },
  }),
  need('decidedHere', 'Có quyết định xử lý kỷ luật, xử phạt phải công khai', law.publish).whenInput(
    (facts) => chosen(facts.measures, MEASURES).some((one) => BY_ITSELF.has(one)),
    { met: { measures: ['DISCIPLINE'] }, unmet: { measures: ['RECOMMEND'] } },
  ),
  need('apologyOwed', 'Có xin lỗi, cải chính', law.restore).whenInput((facts) => facts.apology !== 'declined', {
    met: { apology: 'letter' },
    unmet: { apology: 'declined' },
  }),
  need('rightsGivenBack', 'Có quyền, lợi ích bị xâm phạm đã được khôi phục', law.restore).whenInput(
    (facts) => facts.rightsHarmed === 'restored',
    { met: { rightsHarmed: 'restored' }, unmet: { rightsHarmed: 'none' } },
  ),
  need('restorationNumbered', 'Khôi phục quyền, lợi ích bằng văn bản có số', law.restore).whenInput(
    (facts) => facts.rightsHarmed !== 'restored' || present(facts, 'documentNumber'),
    { met: { rightsHarmed: 'restored', documentNumber: true }, unmet: { rightsHarmed: 'restored' } },
  ),
  dated('rightsRestored', 'restoredOn', ['Đã khôi phục quyền, lợi ích', law.restore]),
  undated('rightsNotRestored', 'restoredOn', ['Chưa khôi phục quyền, lợi ích', law.restore]),
  dated('apologised', 'apologisedOn', ['Đã xin lỗi, cải chính', law.restore]),
  undated('notApologised', 'apologisedOn', ['Chưa xin lỗi, cải chính', law.restore]),
  need('resultKnownBefore', 'Ngày có kết quả không sau ngày ghi', law.handlingReport).whenInput(
    (facts) => (daysFromTo(facts, 'resultOn', 'occurredOn') ?? -1) >= 0,
    {
      met: { resultOn: '2026-03-02', occurredOn: NEW_DAY },
      unmet: { resultOn: '2026-08-04', occurredOn: NEW_DAY },
    },
  ),
];

const publicity: readonly Requirement[] = [
  need(
    'conclusionWithoutIdentity',
    'Kết luận gửi người bị tố cáo, cơ quan quản lý không có thông tin người tố cáo',
    law.secrecy,
  ).whenInput((facts) => facts.identityRemoved === true, {
    met: { identityRemoved: true },
    unmet: { identityRemoved: false },
  }),
  need('publicationForm', 'Công khai bằng một hoặc một số hình thức của khoản 2 Điều 40', law.publish).whenInput(
    (facts) => chosen(facts.publicationForms, PUBLICATION_FORMS).length > 0,
    { met: { publicationForms: ['MEETING'] }, unmet: { publicationForms: [] } },
  ),
  need('publishedSafely', 'Không công khai thông tin người tố cáo, bí mật nhà nước', law.publishSafely).whenInput(
    (facts) => facts.secretsRemoved === true,
    { met: { secretsRemoved: true }, unmet: { secretsRemoved: false } },
  ),
  need('postedForDays', 'Niêm yết, đăng tải có thời gian tối thiểu', law.posting).whenInput(
    (facts) => chosen(facts.publicationForms, PUBLICATION_FORMS).some((one) => POSTED.has(one)),
    { met: { publicationForms: ['POSTING'] }, unmet: { publicationForms: ['MEETING'] } },
  ),
  need('announcedOnly', 'Công bố tại cuộc họp, trên báo in, báo nói, báo hình', law.posting).whenInput(
    (facts) => !chosen(facts.publicationForms, PUBLICATION_FORMS).some((one) => POSTED.has(one)),
    { met: { publicationForms: ['MEETING'] }, unmet: { publicationForms: ['POSTING'] } },
  ),
  need('postedLongEnough', 'Niêm yết, đăng tải ít nhất 15 ngày liên tục', law.posting).when(
    (facts) => !present(facts, 'postingEndedOn') && (daysFromTo(facts, 'postedOn', 'occurredOn') ?? -1) >= POSTING_DAYS,
    {
      met: { postedOn: NEW_DAY, occurredOn: '2026-08-18' },
      unmet: { postedOn: NEW_DAY, occurredOn: '2026-08-17' },
    },
  ),
];

const closing: readonly Requirement[] = [
  dated('conclusionSent', 'conclusionSentOn', ['Đã gửi kết luận, thông báo cho người tố cáo', law.sendConclusion]),
  dated('published', 'publishedOn', ['Đã công khai kết luận nội dung tố cáo', law.publish]),
  need('postingOver', 'Thời gian niêm yết, đăng tải đã kết thúc', law.posting).when(
    (facts) => !present(facts, 'postedOn') || present(facts, 'postingEndedOn'),
    { met: { postedOn: NEW_DAY, postingEndedOn: '2026-08-18' }, unmet: { postedOn: NEW_DAY } },
  ),
  need('handlingPublished', 'Quyết định xử lý kỷ luật, xử phạt đã được công khai', law.publishHandling).when(
    (facts) => !present(facts, 'decidedHereOn') || present(facts, 'handlingPublishedOn'),
    { met: { decidedHereOn: NEW_DAY, handlingPublishedOn: NEW_DAY }, unmet: { decidedHereOn: NEW_DAY } },
  ),
  dated('acceptanceNotified', 'acceptanceNotifiedOn', [
    'Đã thông báo thụ lý cho người tố cáo, nội dung tố cáo cho người bị tố cáo',
    law.notify,
  ]),
  yes('carriedOut', 'Kết luận nội dung tố cáo đã được thực hiện', law.followUp),
  yes('fileIndexed', 'Hồ sơ đã đánh số thứ tự', law.file),
  need('followUpBody', 'Giao đơn vị tham mưu theo dõi chỉ từ 01/07/2026', law.followUp).whenInput(
    (facts) => facts.followedBy !== 'adviser' || underNewLaw(facts),
    { met: { followedBy: 'adviser', occurredOn: NEW_DAY }, unmet: { followedBy: 'adviser', occurredOn: OLD_DAY } },
  ),
  need('monthlyReport', 'Trước 01/07/2026 cơ quan thanh tra báo cáo hằng tháng', law.followUpMonthly).whenInput(
    (facts) => facts.followedBy === 'inspectorate' && !underNewLaw(facts),
    {
      met: { followedBy: 'inspectorate', occurredOn: OLD_DAY },
      unmet: { followedBy: 'inspectorate', occurredOn: NEW_DAY },
    },
  ),
];

const renewal: readonly Requirement[] = [
  yes('earlierFileReviewed', 'Đã xem xét hồ sơ giải quyết vụ việc tố cáo trước đó', law.renewed),
  need('againGround', 'Có căn cứ giải quyết lại', law.resolveAgain).whenInput(
    (facts) => values(AGAIN_GROUNDS).has(String(facts.againGround)),
    { met: { againGround: 'EVIDENCE_MISSED' }, unmet: { againGround: 'OTHER' } },
  ),
  need('reasonsStated', 'Thông báo nêu rõ lý do không giải quyết lại', law.keepResult).whenInput(
    (facts) => present(facts, 'reasons'),
    { met: { reasons: true }, unmet: {} },
  ),
  need('takeOverGround', 'Có căn cứ cấp trên trực tiếp phải giải quyết', law.takeOver).whenInput(
    (facts) => values(TAKE_OVER_GROUNDS).has(String(facts.ground)),
    { met: { ground: 'INTEREST' }, unmet: { ground: 'OTHER' } },
  ),
  yes('lowerFileReceived', 'Đã nhận hồ sơ vụ việc của cấp dưới', law.takeOverClock),
  dated('latenessAnswered', 'latenessAnsweredOn', [
    'Đã thông báo cho người tố cáo về việc xem xét, giải quyết',
    law.lateAnswer,
  ]),
  yes('resolvedBelow', 'Cấp dưới đã giải quyết và báo cáo kết quả', law.lateAnswer),
];

/** After the conclusion; renewed and late denunciations. */
export const concludedRequirements: readonly Requirement[] = [...handling, ...publicity, ...closing, ...renewal];
