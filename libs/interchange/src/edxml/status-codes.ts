/**
 * What a receiver answers about a document on the axis (Quyết định 28/2018/QĐ-TTg). The codes agree in two independent public
 * implementations; the standard itself was not read, and for 04 the two differ in words.
 */
export const STATUS_CODES = {
  '01': { words: 'Đã đến', settles: false, confirmed: true },
  '02': { words: 'Từ chối tiếp nhận', settles: true, confirmed: true },
  '03': { words: 'Đã tiếp nhận', settles: false, confirmed: true },
  '04': { words: 'Phân công xử lý', settles: false, confirmed: false },
  '05': { words: 'Đang xử lý', settles: false, confirmed: true },
  '06': { words: 'Hoàn thành', settles: true, confirmed: true },
  '13': { words: 'Lấy lại', settles: false, confirmed: true },
  '15': { words: 'Đồng ý lấy lại, cập nhật', settles: true, confirmed: true },
  '16': { words: 'Từ chối lấy lại, cập nhật', settles: false, confirmed: true },
} as const;
export type StatusCode = keyof typeof STATUS_CODES;

export const isStatusCode = (text: string): text is StatusCode => Object.hasOwn(STATUS_CODES, text);

/** With one of these the receiver has it in its book. */
const TAKEN: ReadonlySet<StatusCode> = new Set(['03', '04', '05', '06']);
export const isTaken = (code: StatusCode): boolean => TAKEN.has(code);

/** Answers come in any order and more than once: the furthest stands, a refusal or a withdrawal above all. */
const RANK: Readonly<Record<StatusCode, number>> = {
  ...{ '01': 1, '16': 2, '13': 3, '03': 4, '04': 5, '05': 6, '06': 7 },
  ...{ '02': 8, '15': 9 },
};
export const further = (known: StatusCode | null, next: StatusCode): StatusCode =>
  known === null || RANK[next] > RANK[known] ? next : known;
