/** What goes with every list of fields that leaves the house, and stands over it on the screen. */
export const MAPPING_NOTICE =
  'Trường ghi “Chưa đối chiếu văn bản gốc” được xếp theo cách hiểu của phần mềm: Điều 6 khoản 3 đến khoản 6 Nghị định 55/2022/NĐ-CP chưa được đọc. Đối chiếu với văn bản gốc trước khi dùng để báo cáo.';

/** The parts of Đ.6 NĐ 55/2022; `common` says which record it is. */
export const FIELD_GROUPS = {
  common: 'Thông tin nhận biết bản ghi',
  reception: 'Tiếp công dân',
  handling: 'Xử lý đơn',
  complaint: 'Giải quyết khiếu nại',
  denunciation: 'Giải quyết tố cáo',
  feedback: 'Giải quyết kiến nghị, phản ánh',
} as const;
export type FieldGroup = keyof typeof FIELD_GROUPS;

/**
 * `confirmed`: the clause was read and names the field. `unconfirmed`: the clause is known to be there and its words were not
 * read. `own`: ours, so that a record can be told from another.
 */
export type FieldMark = 'confirmed' | 'unconfirmed' | 'own';

/** Where a value comes from. Steps are counted as the file stands: what was corrected has gone. */
export type Taken =
  | { readonly column: 'agencyCode' | 'agencyName' | 'registerLabel' | 'receivedOn' | 'closedOn' | 'people' | 'id' }
  | { readonly words: 'petitionType' | 'channel' | 'stage' | 'outcome' | 'lastWayOut' }
  /** Free words of the register: never those of a protected file. */
  | { readonly open: 'field' | 'summary' | 'visitorNames' | 'visitorAddresses' }
  | { readonly dayOf: readonly string[]; readonly which: 'first' | 'last' }
  | { readonly happened: readonly string[] }
  | { readonly timesOf: readonly string[] }
  | { readonly finding: string; readonly of: readonly string[] }
  /** The decree asks for it and nothing here says it. */
  | { readonly missing: true };

export interface NationalField {
  readonly id: string;
  readonly group: FieldGroup;
  readonly label: string;
  /** Our source, in an officer's words. */
  readonly source: string;
  readonly article: string;
  readonly mark: FieldMark;
  /** Says who somebody is: empty wherever the identity is protected. */
  readonly personal: boolean;
  readonly taken: Taken;
}

type Line = readonly [id: string, label: string, source: string, taken: Taken];
interface Clause {
  readonly group: FieldGroup;
  readonly article: string;
  readonly mark: FieldMark;
}

const linesOf = ({ group, article, mark }: Clause, ...lines: readonly Line[]): NationalField[] =>
  lines.map(([id, label, source, taken]) => ({
    ...{ id, group, label, source, article, mark, taken },
    personal: 'open' in taken && taken.open.startsWith('visitor'),
  }));

const first = (...dayOf: string[]): Taken => ({ dayOf, which: 'first' });
const last = (...dayOf: string[]): Taken => ({ dayOf, which: 'last' });

/** Field of the national database ↔ our source ↔ clause, as far as the decree could be read. No technical specification is public. */
export const NATIONAL_FIELDS: readonly NationalField[] = [
  ...linesOf(
    { group: 'common', article: 'Không thuộc Đ.6: mã của phần mềm này', mark: 'own' },
    ['id', 'Mã bản ghi', 'Mã hồ sơ, mã lượt tiếp', { column: 'id' }],
    ['agencyCode', 'Mã cơ quan', 'Cây cơ quan', { column: 'agencyCode' }],
    ['agencyName', 'Cơ quan cập nhật', 'Cây cơ quan', { column: 'agencyName' }],
    ['registerLabel', 'Số vào sổ', 'Sổ tiếp nhận, sổ tiếp công dân', { column: 'registerLabel' }],
    ['receivedOn', 'Ngày nhận, ngày tiếp', 'Sổ tiếp nhận, sổ tiếp công dân', { column: 'receivedOn' }],
  ),
  ...linesOf(
    { group: 'reception', article: 'NĐ55/2022 Đ.6 k1', mark: 'confirmed' },
    ['visitorNames', 'Họ tên người được tiếp', 'Sổ tiếp công dân, cột 3', { open: 'visitorNames' }],
    ['visitorAddresses', 'Địa chỉ người được tiếp', 'Sổ tiếp công dân, cột 3', { open: 'visitorAddresses' }],
    ['summary', 'Nội dung', 'Sổ tiếp công dân, cột 5', { open: 'summary' }],
    ['receptionResult', 'Kết quả tiếp', 'Sổ tiếp công dân, cột 9 đến 12', { words: 'outcome' }],
  ),
  ...linesOf(
    { group: 'handling', article: 'NĐ55/2022 Đ.6 k2', mark: 'confirmed' },
    ['petitionType', 'Loại đơn', 'Phân loại đơn', { words: 'petitionType' }],
    [
      ...(['eligible', 'Đủ điều kiện xử lý', 'Bước kiểm tra điều kiện'] as const),
      { finding: 'eligible', of: ['CHECK_ELIGIBILITY'] },
    ],
    [
      ...(['competent', 'Thuộc thẩm quyền', 'Bước kiểm tra thẩm quyền'] as const),
      { finding: 'competent', of: ['CHECK_COMPETENCE'] },
    ],
    ['transferred', 'Phải chuyển cơ quan khác', 'Bước chuyển đơn', { happened: ['TRANSFER'] }],
    ['receiverKind', 'Loại cơ quan nhận đơn chuyển', 'Chưa ghi trong phần mềm: để trống', { missing: true }],
    // Returned with guidance, withdrawn, filed: named after the petitions to be forwarded, in the text as a public site quotes it.
    ['wayOut', 'Hướng xử lý (trả lại và hướng dẫn, rút, xếp lưu)', 'Bước xử lý sau cùng', { words: 'lastWayOut' }],
  ),
  ...linesOf(
    { group: 'handling', article: 'NĐ55/2022 Đ.6 k2, k6', mark: 'unconfirmed' },
    ['channel', 'Nguồn đơn', 'Sổ tiếp nhận', { words: 'channel' }],
    ['handlingField', 'Lĩnh vực', 'Sổ tiếp nhận', { open: 'field' }],
    ['transferredOn', 'Ngày chuyển đơn', 'Bước chuyển đơn', last('TRANSFER')],
  ),
  ...linesOf(
    { group: 'complaint', article: 'NĐ55/2022 Đ.6 k3', mark: 'unconfirmed' },
    ['complaintAcceptedOn', 'Ngày thụ lý', 'Bước thụ lý', first('ACCEPT')],
    ['complaintRefusedOn', 'Ngày thông báo không thụ lý', 'Bước không thụ lý', last('REFUSE_ACCEPTANCE')],
    ['complaintInstance', 'Lần giải quyết', 'Thông tin mở hồ sơ', { finding: 'instance', of: ['OPEN'] }],
    ['complaintField', 'Lĩnh vực', 'Sổ tiếp nhận', { open: 'field' }],
    ['complaintPeople', 'Số người khiếu nại', 'Sổ tiếp nhận', { column: 'people' }],
    ['dialogueOn', 'Ngày đối thoại', 'Bước ghi biên bản đối thoại', last('RECORD_DIALOGUE')],
    ['complaintDecidedOn', 'Ngày quyết định giải quyết', 'Bước ra quyết định', last('DECIDE')],
    [
      ...(['complaintResult', 'Kết quả giải quyết', 'Kết luận trong quyết định'] as const),
      { finding: 'conclusion', of: ['DECIDE'] },
    ],
    ['complaintEndedOn', 'Ngày đình chỉ giải quyết', 'Bước đình chỉ', last('DISCONTINUE')],
    ['effectiveOn', 'Ngày có hiệu lực', 'Bước ghi có hiệu lực pháp luật', last('DECLARE_EFFECTIVE')],
    ['enforcedOn', 'Ngày tổ chức thi hành', 'Bước thi hành', last('ENFORCE')],
    ['complaintStage', 'Tiến độ', 'Giai đoạn của hồ sơ', { words: 'stage' }],
  ),
  ...linesOf(
    { group: 'denunciation', article: 'NĐ55/2022 Đ.6 k4', mark: 'unconfirmed' },
    ['denunciationAcceptedOn', 'Ngày quyết định thụ lý', 'Bước thụ lý', first('ACCEPT')],
    ['denunciationRefusedOn', 'Ngày thông báo không thụ lý', 'Bước không thụ lý', last('REFUSE_ACCEPTANCE')],
    ['extensions', 'Số lần gia hạn', 'Bước gia hạn', { timesOf: ['EXTEND'] }],
    ['verifiedOn', 'Ngày bắt đầu xác minh', 'Bước bắt đầu xác minh', first('START_VERIFICATION')],
    ['concludedOn', 'Ngày kết luận nội dung tố cáo', 'Bước kết luận', last('CONCLUDE')],
    [
      ...(['denunciationResult', 'Kết quả', 'Kết luận nội dung tố cáo'] as const),
      { finding: 'conclusion', of: ['CONCLUDE'] },
    ],
    ['handledOn', 'Ngày xử lý kết luận', 'Bước xử lý kết luận', last('HANDLE_CONCLUSION')],
    ['denunciationEndedOn', 'Ngày đình chỉ', 'Bước đình chỉ', last('DISCONTINUE')],
    ['renewed', 'Có tố cáo tiếp', 'Liên kết hồ sơ trước', { happened: ['LINK_EARLIER_FILE', 'RESOLVE_AGAIN'] }],
    ['denunciationStage', 'Tiến độ', 'Giai đoạn của hồ sơ', { words: 'stage' }],
  ),
  ...linesOf(
    { group: 'feedback', article: 'NĐ55/2022 Đ.6 k5', mark: 'unconfirmed' },
    ['feedbackField', 'Lĩnh vực', 'Sổ tiếp nhận', { open: 'field' }],
    ['startedOn', 'Ngày bắt đầu giải quyết', 'Bước bắt đầu giải quyết', first('START_RESOLVING')],
    ['forwardedOn', 'Ngày chuyển cơ quan khác', 'Bước chuyển', last('FORWARD', 'FORWARD_REGULATION')],
    ['answeredOn', 'Ngày trả lời', 'Bước trả lời', last('ANSWER_FEEDBACK', 'ANSWER_RECOMMENDATION')],
    ['feedbackClosedOn', 'Ngày kết thúc', 'Hồ sơ đóng', { column: 'closedOn' }],
    ['feedbackStage', 'Tiến độ', 'Giai đoạn của hồ sơ', { words: 'stage' }],
  ),
];

/** Procedures that have records, and the part of Đ.6 each belongs to. Protection of a person never leaves the house. */
export const GROUP_OF_PROCEDURE: Readonly<Record<string, FieldGroup>> = {
  'petition-handling': 'handling',
  complaint: 'complaint',
  'disciplinary-complaint': 'complaint',
  denunciation: 'denunciation',
  feedback: 'feedback',
};
export const groupOf = (procedure: string | null): FieldGroup =>
  procedure === null ? 'reception' : (GROUP_OF_PROCEDURE[procedure] ?? 'handling');

/** Changed whenever a field comes, goes or means something else: it is part of every package. */
export const MAPPING_VERSION = 'nghe-dan-1';

/** Steps whose days and findings the mapping asks for. */
export const MAPPED_STEPS: readonly string[] = [
  ...new Set(
    NATIONAL_FIELDS.flatMap(({ taken }) =>
      'dayOf' in taken
        ? taken.dayOf
        : 'happened' in taken
          ? taken.happened
          : 'timesOf' in taken
            ? taken.timesOf
            : 'finding' in taken
              ? taken.of
              : [],
    ),
  ),
];
export const MAPPED_FINDINGS: readonly string[] = [
  ...new Set(NATIONAL_FIELDS.flatMap(({ taken }) => ('finding' in taken ? [taken.finding] : []))),
];
