import type { OpenPaperData } from '../../form.js';
import { named, open, typed, typedNamed } from '../common/fields.js';
import { dayInWords, earlierPaper, petitioner, petitionerNames, reached, within } from '../common/words.js';

export { powers, proposer } from '../complaint/nd124-05.js';

const WHO = 'Tên cơ quan, tổ chức bị tố cáo; hoặc họ tên, chức vụ, chức danh, địa chỉ của cá nhân bị tố cáo.';
const SAMPLE_DENOUNCED = 'ông Trần Văn Minh, công chức địa chính xã Tân Thành';
const WHAT =
  'Từng hành vi bị tố cáo. Không ghi bất cứ điều gì cho biết ai tố cáo, không chép nguyên văn đơn (LTC Đ.8 k3, Đ.56).';
const SAMPLE_ALLEGATION = 'thu tiền của hộ dân khi xác nhận hồ sơ tách thửa mà không có biên lai';

/** Typed where the paper leaves the hands of those entitled: its data has no names to start from. */
export const denounced = typed('Người bị tố cáo', SAMPLE_DENOUNCED, { help: WHO });
export const denouncedNamed = typedNamed('Người bị tố cáo', SAMPLE_DENOUNCED, {
  help: WHO,
  start: (data) => data.respondent,
});
export const allegation = typed('Nội dung tố cáo', SAMPLE_ALLEGATION, { long: true, help: WHAT });
export const allegationNamed = typedNamed('Nội dung tố cáo', SAMPLE_ALLEGATION, {
  long: true,
  start: (data) => data.content && within(data.content),
});

export const denouncer = named('Người tố cáo', petitionerNames, 'Nguyễn Thị Hòa');
export const denouncerReached = named('Người nhận văn bản', (data) => reached(data)?.fullName, 'Nguyễn Thị Hòa');
export const denouncerAddress = named(
  'Địa chỉ người tố cáo',
  (data) => petitioner(data)?.address,
  'Số 12, đường Trần Phú, ấp Đông, xã Tân Thành',
);
export const denouncerContact = named('Cách thức liên hệ', (data) => petitioner(data)?.phone, '0912 000 123');
export const denouncedOn = typed('Ngày tố cáo', '02 tháng 7 năm 2026', {
  help: 'Ngày ghi trên đơn; bắt đầu từ ngày nhận đơn.',
  start: (data) => dayInWords(data.petition.receivedOn),
});

const accepted = (data: OpenPaperData): string | null => earlierPaper(data, 'ND31.04');
export const acceptance = open('Quyết định thụ lý', accepted, 'số 45/QĐ-UBND ngày 13 tháng 7 năm 2026');
export const conclusionPaper = open(
  'Kết luận nội dung tố cáo',
  (data) => earlierPaper(data, 'ND31.12'),
  'số 08/KL-UBND ngày 10 tháng 8 năm 2026',
);
export const resolverTitle = typed('Người giải quyết tố cáo', 'Chủ tịch Ủy ban nhân dân xã Tân Thành', {
  start: (data) => data.agency.headTitle,
});
export const bearers = typed(
  'Người chịu trách nhiệm thi hành',
  'Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, Trưởng phòng Kinh tế',
  { help: 'Cơ quan, tổ chức, đơn vị, cá nhân có trách nhiệm thi hành; không ghi người tố cáo.' },
);

const CONCLUSIONS: Readonly<Record<string, string>> = {
  right: 'tố cáo đúng',
  partlyRight: 'tố cáo đúng một phần',
  wrong: 'tố cáo sai sự thật',
};
/** What the verifier proposed or the resolver concluded, by the fact of that name. */
export const conclusionInWords = (value: unknown): string | undefined => CONCLUSIONS[String(value)];

type Options = readonly { readonly value: string; readonly label: string }[];
/** Everything ticked in a list, as words of a sentence. */
export const chosenLabels = (options: Options, value: unknown): string | null =>
  Array.isArray(value)
    ? options
        .filter((one) => value.includes(one.value))
        .map(({ label }) => within(label))
        .join('; ') || null
    : null;
