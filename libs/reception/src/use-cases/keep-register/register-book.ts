import { formatDay, type LocalDate } from '#libs/shared';
import { isSealedVisit, type PersonRow, type VisitRow } from '../../model.js';
import { groundOf, NEW_LAW_FROM } from '../../visit-rules.js';

export interface BookColumn {
  readonly no: number;
  readonly title: string;
}
export interface Book {
  readonly form: '03/TCD' | 'LTCD Đ.25 k2';
  readonly title: string;
  readonly citation: string;
  readonly columns: readonly BookColumn[];
}

const columns = (...titles: readonly string[]): readonly BookColumn[] =>
  titles.map((title, index) => ({ no: index + 1, title }));

/** Form 03/TCD of NĐ154/2026. */
const NEW_BOOK: Book = {
  form: '03/TCD',
  title: 'Sổ tiếp công dân',
  citation: 'NĐ154 Đ.27 k1, Mẫu số 03/TCD',
  columns: columns(
    'STT',
    'Ngày tiếp',
    'Họ tên, địa chỉ',
    'CCCD/Hộ chiếu của công dân',
    'Tóm tắt nội dung vụ việc',
    'Phân loại đơn',
    'Số công dân có đơn cùng một nội dung',
    'Cơ quan, tổ chức, đơn vị đã giải quyết hết thẩm quyền',
    'Thuộc thẩm quyền giải quyết',
    'Hướng dẫn công dân đến cơ quan có thẩm quyền, số văn bản hướng dẫn',
    'Cơ quan có thẩm quyền thụ lý giải quyết, số văn bản chuyển đơn',
    'Theo dõi quá trình, kết quả giải quyết',
    'Ghi chú',
  ),
};

/** Before 01/07/2026: what the law itself asks for. Columns of the circular then in force are not confirmed. */
const OLD_BOOK: Book = {
  form: 'LTCD Đ.25 k2',
  title: 'Sổ tiếp công dân (trước ngày 01/07/2026)',
  citation: 'LTCD Đ.25 k2 (gốc)',
  columns: columns(
    'STT',
    'Ngày tiếp',
    'Họ tên',
    'Địa chỉ',
    'Nội dung sự việc',
    'Quá trình xem xét, giải quyết',
    'Yêu cầu, đề nghị',
    'Việc tiếp nhận, xử lý vụ việc',
  ),
};

/** The book of a period; null where the period lies in two books. */
export function bookFor(from: LocalDate, to: LocalDate): Book | null {
  if (from >= NEW_LAW_FROM) return NEW_BOOK;
  return to < NEW_LAW_FROM ? OLD_BOOK : null;
}

export const TYPE_TITLES: Readonly<Record<VisitRow['type'], string>> = {
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  feedback: 'Kiến nghị, phản ánh',
  mixed: 'Nhiều nội dung',
  other: 'Nội dung khác',
};
const HANDLED: Readonly<Record<string, string>> = {
  guided: 'Đã hướng dẫn',
  petitionRegistered: 'Đã tiếp nhận đơn',
  transferred: 'Đã chuyển',
  reported: 'Đã báo cáo để yêu cầu cấp dưới giải quyết',
  explained: 'Đã giải thích kết quả giải quyết',
  answered: 'Đã trả lời ngay',
  refused: 'Từ chối tiếp',
};
export const MASKED = 'Bảo mật';
const HIDDEN = 'Giữ bí mật theo NĐ154 Đ.12 k2';

export interface BookLine {
  readonly visit: VisitRow;
  readonly people: readonly PersonRow[];
  /** Whether the reader belongs to those who may know who came. */
  readonly identities: boolean;
}

const lines = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join('; ');

interface Said {
  readonly names: string;
  readonly addresses: string;
  readonly numbers: string;
  readonly summary: string;
}

/** A denouncer stays masked for everybody, whoever prints the book. */
function saidOf({ visit, people, identities }: BookLine): Said {
  if (isSealedVisit(visit.type)) return { names: MASKED, addresses: MASKED, numbers: MASKED, summary: MASKED };
  const summary = visit.summary ?? '';
  if (!identities) return { names: HIDDEN, addresses: HIDDEN, numbers: HIDDEN, summary };
  const each = (pick: (one: PersonRow) => string | null): string => people.map(pick).filter(Boolean).join('; ');
  return {
    names: each(({ fullName }) => fullName) || 'Không nêu',
    addresses: each(({ address }) => address) || 'Không nêu',
    numbers: each(({ personalId }) => personalId) || 'Không nêu',
    summary,
  };
}

const progress = (visit: VisitRow): string =>
  lines(
    visit.outcome ? HANDLED[visit.outcome] : 'Chưa ghi kết quả',
    visit.refusalGround ? groundOf(visit.refusalGround)?.citation : null,
    visit.repliedOn ? `Đã trả lời ngày ${formatDay(visit.repliedOn)}` : null,
    visit.resultNote,
  );

/** The cells of one line, in the order of the book's columns. */
export function cellsOf(book: Book, line: BookLine): readonly string[] {
  const { visit } = line;
  const said = saidOf(line);
  const sent = lines(visit.sentTo, visit.documentNumber);
  const number = String(visit.registerNumber);
  if (book.form !== '03/TCD')
    return [
      number,
      formatDay(visit.visitedOn),
      said.names,
      said.addresses,
      said.summary,
      visit.priorResolution ?? '',
      '',
      lines(progress(visit), sent),
    ];
  return [
    number,
    formatDay(visit.visitedOn),
    said.names === said.addresses ? said.names : lines(said.names, said.addresses),
    said.numbers,
    said.summary,
    TYPE_TITLES[visit.type],
    String(visit.sameMatterCount),
    visit.priorResolution ?? '',
    visit.withinCompetence ? 'x' : '',
    visit.outcome === 'guided' ? sent : '',
    visit.outcome === 'transferred' || visit.outcome === 'reported' ? sent : '',
    progress(visit),
    visit.note ?? '',
  ];
}
