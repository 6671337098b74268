import { field, type ListField, type OpenPaperData, type PaperData } from '../../form.js';
import { dayInWords, instance, matter, petitioner, petitionerNames, reached, upper, within } from './words.js';

/** Taken from what any paper of the file may say. */
export const open = field.taken<OpenPaperData>;
/** Taken from what only entitled people get. */
export const named = field.taken<PaperData>;
/** Typed by the officer; fits open and named forms alike. */
export const typed = field.typed<OpenPaperData>;
/** Typed by the officer, starting from what only entitled people get. */
export const typedNamed = field.typed<PaperData>;

/** Repeated lines that the officer types; `rows` gives them a start. */
export const lines = (
  name: string,
  sample: ListField<OpenPaperData>['sample'],
  more: Pick<ListField<OpenPaperData>, 'rows' | 'help'> = {},
): ListField<OpenPaperData> => ({ name, from: 'officer', items: Object.keys(sample[0] ?? {}), sample, ...more });

/** Repeated lines of names that the file knows. */
export const namedLines = (
  name: string,
  sample: ListField<PaperData>['sample'],
  rows: NonNullable<ListField<PaperData>['rows']>,
): ListField<PaperData> => ({ name, from: 'officer', items: Object.keys(sample[0] ?? {}), sample, rows });

/** Above the text of a decision. */
export const issuer = open(
  'Thẩm quyền ban hành',
  (data) => upper(data.agency.headTitle),
  'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN THÀNH',
);
export const officer = open('Công chức thực hiện', (data) => data.officer?.fullName, 'Lê Thị Hồng Nhung');
export const officerTitle = open(
  'Chức vụ công chức thực hiện',
  (data) => data.officer?.title,
  'Công chức Văn phòng - Thống kê',
);

export const register = open('Số tiếp nhận', (data) => data.petition.registerLabel, 'KN-2026-000127');
export const receivedOn = open('Ngày nhận đơn', (data) => dayInWords(data.petition.receivedOn), '02 tháng 7 năm 2026');
export const challenged = open(
  'Quyết định, hành vi bị khiếu nại',
  (data) => data.petition.challengedDecision,
  'Quyết định số 118/QĐ-UBND ngày 20 tháng 5 năm 2026 về việc thu hồi 120 m² đất tại ấp Đông',
);
export const acceptedOn = open(
  'Ngày thụ lý',
  (data) => dayInWords(data.facts['acceptedOn'] ?? data.earlier['ND124.03']?.signedOn),
  '08 tháng 7 năm 2026',
);
export const instanceWord = open('Lần giải quyết', instance, 'lần đầu');
export const matterWord = open('Loại việc', matter, 'khiếu nại');

export const complainant = named('Người khiếu nại', petitionerNames, 'Nguyễn Thị Hòa');
export const sender = named('Người gửi đơn', petitionerNames, 'Nguyễn Thị Hòa');
export const address = named(
  'Địa chỉ người khiếu nại',
  (data) => petitioner(data)?.address,
  'Số 12, đường Trần Phú, ấp Đông, xã Tân Thành',
);
export const senderAddress = named(
  'Địa chỉ người gửi đơn',
  (data) => petitioner(data)?.address,
  'Số 12, đường Trần Phú, ấp Đông, xã Tân Thành',
);
export const addressee = named('Người nhận văn bản', (data) => reached(data)?.fullName, 'Nguyễn Thị Hòa');
export const respondent = named(
  'Người bị khiếu nại',
  (data) => data.respondent,
  'Chủ tịch Ủy ban nhân dân xã Tân Thành',
);
export const summary = typedNamed('Tóm tắt nội dung', 'diện tích đất thu hồi lớn hơn diện tích đo đạc thực tế', {
  long: true,
  start: (data) => data.content && within(data.content),
  help: 'Ghi ngắn gọn việc khiếu nại, nối tiếp câu, không chép nguyên văn đơn.',
});

/** The identity paper of a person and where it was issued, as the forms ask; the file knows only its number. */
export const identityPaper = [
  named('Số giấy tờ tùy thân', (data) => petitioner(data)?.personalId, '082190001234'),
  typed('Ngày cấp giấy tờ', '15/04/2022', { optional: true }),
  typed('Nơi cấp giấy tờ', 'Cục Cảnh sát quản lý hành chính về trật tự xã hội', { optional: true }),
] as const;

/** Minutes: when, where, how many copies. */
export const occasion = [
  typed('Giờ bắt đầu', '08 giờ 30 phút'),
  typed('Ngày làm việc', '22 tháng 7 năm 2026', { start: (data) => dayInWords(data.signedOn) }),
  typed('Địa điểm', 'Trụ sở Ủy ban nhân dân xã Tân Thành'),
] as const;
export const closing = [typed('Giờ kết thúc', '10 giờ 45 phút'), typed('Số bản', '02', { start: () => '02' })] as const;
