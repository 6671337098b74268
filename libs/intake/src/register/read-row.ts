import { formatDay, type LocalDate, type PetitionType } from '#libs/shared';
import { readPersonalId, type PersonalIdKind, type Sex } from '../person/personal-id.js';
import { cleanText, type TextRule } from '../text/clean-text.js';
import { plausibility, type LegacyEncoding } from '../text/legacy-encoding.js';
import type { Column, Header } from './headings.js';
import { readDate, type DateCell } from './read-date.js';
import type { Sheet, SheetCell, SheetRow } from './sheet.js';
import { readChannel, readsAsDenunciation, readSex, readType, type ChannelReading } from './vocabulary.js';

export interface RegisterFault {
  readonly field: string;
  /** `IMPORT.…` */
  readonly code: string;
  /** `error`: the row is not registered until it is put right. `warning`: registered, and shown for a look. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** A petition as an old register tells it: NFC, decoded, trimmed, never re-cased. */
export interface RegisterRow {
  readonly sheet: string;
  readonly row: number;
  readonly oldNumber: string | null;
  readonly receivedOn: LocalDate | null;
  readonly channel: ChannelReading;
  readonly name: string | null;
  readonly personalId: string | null;
  readonly personalIdKind: PersonalIdKind | null;
  readonly sex: Sex | null;
  readonly birth: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly type: PetitionType | null;
  readonly field: string | null;
  readonly content: string | null;
  readonly respondent: string | null;
  readonly acceptedOn: LocalDate | null;
  readonly note: string | null;
  readonly encoding: LegacyEncoding | null;
  readonly faults: readonly RegisterFault[];
}

const RULES = {
  oldNumber: { label: 'Số đơn cũ', maxLength: 50 },
  channel: { label: 'Nguồn đơn', maxLength: 200 },
  name: { label: 'Họ và tên', maxLength: 300 },
  nameAndAddress: { label: 'Họ tên, địa chỉ', maxLength: 800, multiline: true },
  personalId: { label: 'Số định danh', maxLength: 60 },
  sex: { label: 'Giới tính', maxLength: 20 },
  birth: { label: 'Năm sinh', maxLength: 30 },
  phone: { label: 'Số điện thoại', maxLength: 60 },
  address: { label: 'Địa chỉ', maxLength: 500 },
  type: { label: 'Loại đơn', maxLength: 100 },
  field: { label: 'Lĩnh vực', maxLength: 200 },
  content: { label: 'Nội dung', maxLength: 20_000, multiline: true },
  respondent: { label: 'Người bị khiếu nại, tố cáo', maxLength: 500 },
  note: { label: 'Ghi chú', maxLength: 2_000, multiline: true },
} as const satisfies Partial<Record<Column, TextRule>>;
type TextColumn = keyof typeof RULES;

class RowReader {
  readonly faults: RegisterFault[] = [];

  constructor(
    private readonly cells: SheetRow['cells'],
    private readonly columns: Header['columns'],
    private readonly serialShift: number,
  ) {}

  cell(column: Column): SheetCell | undefined {
    const number = this.columns.get(column);
    return number === undefined ? undefined : this.cells.get(number);
  }

  fault(field: string, code: string, message: string, severity: RegisterFault['severity'] = 'error'): void {
    this.faults.push({ field, code: `IMPORT.${code}`, severity, message });
  }

  text(column: TextColumn): string | null {
    const cell = this.cell(column);
    if (!cell) return null;
    const cleaned = cleanText(cell.text, RULES[column]);
    if (!cleaned.ok) {
      this.fault(column, cleaned.error.code.replace('.', '_'), cleaned.error.message);
      return null;
    }
    if (cell.formula)
      this.fault(
        column,
        'FORMULA_TEXT',
        `${RULES[column].label} là công thức chứ không phải chữ; giữ nguyên văn, hãy đối chiếu với đơn.`,
        'warning',
      );
    if (cleaned.value && (plausibility(cleaned.value) ?? 1) < 0.5)
      this.fault(
        column,
        'ENCODING_UNKNOWN',
        `${RULES[column].label} có chữ lạ, có thể sai bảng mã; hãy đối chiếu với đơn.`,
        'warning',
      );
    return cleaned.value;
  }

  date(column: Column): DateCell {
    const value = this.cell(column)?.value ?? null;
    return value?.kind === 'number' ? { kind: 'number', value: value.value + this.serialShift } : value;
  }

  encoding(): LegacyEncoding | null {
    return [...this.cells.values()].find((cell) => cell.encoding)?.encoding ?? null;
  }
}

function readReceivedOn(reader: RowReader, today: LocalDate): LocalDate | null {
  const { day, fault } = readDate(reader.date('receivedOn'), today);
  if (fault)
    reader.fault('receivedOn', fault.code, fault.code === 'DATE_MISSING' ? 'Chưa có ngày nhận đơn.' : fault.message);
  return fault ? null : day;
}

function readAcceptedOn(reader: RowReader, receivedOn: LocalDate | null, today: LocalDate): LocalDate | null {
  const { day, fault } = readDate(reader.date('acceptedOn'), today);
  if (fault?.code === 'DATE_MISSING') return null;
  if (fault) {
    reader.fault('acceptedOn', `ACCEPTED_${fault.code}`, `Ngày thụ lý: ${fault.message}`, 'warning');
    return null;
  }
  if (day && receivedOn && day < receivedOn)
    reader.fault(
      'acceptedOn',
      'ACCEPTED_BEFORE_RECEIVED',
      `Ngày thụ lý ${formatDay(day)} trước ngày nhận đơn ${formatDay(receivedOn)}.`,
      'warning',
    );
  return day;
}

function readId(reader: RowReader, sex: Sex | null, birth: string | null): ReturnType<typeof readPersonalId> {
  const cell = reader.cell('personalId');
  const raw = cell?.value?.kind === 'number' ? cell.value.value : reader.text('personalId');
  const birthYear = birth ? Number(/(19|20)\d\d/.exec(birth)?.[0] ?? 0) || null : null;
  const reading = readPersonalId(raw, { sex, birthYear });
  for (const fault of reading.faults) {
    // A number cell cannot hold leading zeros: putting them back is certain, not a guess.
    if (fault.code === 'ID.ZEROS_RESTORED' && typeof raw === 'number') continue;
    reader.fault('personalId', fault.code.replace('.', '_'), fault.message, fault.severity);
  }
  return reading;
}

function readKind(reader: RowReader, content: string | null): PetitionType | null {
  const text = reader.text('type');
  const type = text ? readType(text) : null;
  if (!text) reader.fault('type', 'TYPE_MISSING', 'Chưa ghi loại đơn.');
  else if (!type)
    reader.fault('type', 'TYPE_UNKNOWN', 'Không hiểu loại đơn; hãy ghi Khiếu nại, Tố cáo, hoặc Kiến nghị, phản ánh.');
  else if (content && (type === 'complaint' || type === 'feedback') && readsAsDenunciation(content))
    reader.fault(
      'type',
      'TYPE_CONTENT_CONFLICT',
      'Loại đơn không phải tố cáo nhưng nội dung ghi là tố cáo; hãy xem lại trước khi đăng ký.',
    );
  return type;
}

/** `Nguyễn Thị Lan, thôn 1, xã Tân Thành` in one column: the name ends at the first comma or line break. */
function splitNameAndAddress(joined: string): { readonly name: string; readonly address: string | null } {
  const [, name = joined, address] = /^([^,;\n]+?)\s*(?:[,;\n]|\s[-–]\s|địa chỉ:?)\s*(.+)$/isu.exec(joined) ?? [];
  return {
    name: name.trim(),
    address: address ? address.replace(/^(địa chỉ|đ\/c|đc)\s*:?\s*/iu, '').replace(/\s+/g, ' ') : null,
  };
}

function readPerson(reader: RowReader): { readonly name: string | null; readonly address: string | null } {
  const joined = reader.text('nameAndAddress');
  const split = joined ? splitNameAndAddress(joined) : null;
  const name = reader.text('name') ?? split?.name ?? null;
  if (!name && !reader.faults.some((f) => f.field === 'name' || f.field === 'nameAndAddress'))
    reader.fault('name', 'NAME_MISSING', 'Chưa có họ tên người gửi đơn.');
  return { name, address: reader.text('address') ?? split?.address ?? null };
}

/** Reads one row of a register; whatever is wrong becomes a fault, nothing is thrown and nothing is dropped. */
export function readRow(
  sheet: Sheet,
  row: SheetRow,
  context: { readonly header: Header; readonly today: LocalDate },
): RegisterRow {
  const reader = new RowReader(row.cells, context.header.columns, sheet.serialShift);
  const receivedOn = readReceivedOn(reader, context.today);
  const person = readPerson(reader);
  const content = reader.text('content');
  if (!content && !reader.faults.some((f) => f.field === 'content'))
    reader.fault('content', 'CONTENT_MISSING', 'Chưa có nội dung đơn.');
  const type = readKind(reader, content);
  const sex = readSex(reader.text('sex'));
  const birth = reader.text('birth');
  const id = readId(reader, sex, birth);
  const channel = readChannel(reader.text('channel'));
  if (channel.channel === 'online' && (type === 'denunciation' || type === 'mixed'))
    reader.fault(
      'channel',
      'DENUNCIATION_ONLINE',
      'Nộp trực tuyến không phải hình thức tố cáo; tiếp nhận như thông tin có nội dung tố cáo (Luật Tố cáo 25/2018/QH14 Đ.22, Đ.25 k.2).',
      'warning',
    );
  return {
    sheet: sheet.name,
    row: row.number,
    receivedOn,
    channel,
    ...person,
    sex,
    birth,
    type,
    content,
    personalId: id.value,
    personalIdKind: id.kind,
    oldNumber: reader.text('oldNumber') ?? (reader.cell('ordinal')?.text.trim() || null),
    phone: reader.text('phone'),
    field: reader.text('field'),
    respondent: reader.text('respondent'),
    note: reader.text('note'),
    acceptedOn: readAcceptedOn(reader, receivedOn, context.today),
    encoding: reader.encoding(),
    faults: reader.faults,
  };
}
