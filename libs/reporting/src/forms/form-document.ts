import { isLocalDate, type LocalDate } from '#libs/shared';
import { OPENING_COUNTERS } from '#libs/access';
import { COLUMN_UNITS, type Expression, type FormColumn, type FormIdentity, type ReportForm } from './form.js';
import { parseFormula } from './identities.js';
import { CASE_TESTS, PETITION_TESTS, SESSION_TESTS, VISIT_TESTS } from './tests.js';

/** What is wrong with a form that somebody sent, and where: an RFC 6901 pointer into the document. */
export interface FormFault {
  readonly pointer: string;
  readonly message: string;
}
/** Named tests a column may ask, by the rows they are about. */
export const FORM_TESTS = {
  petitions: PETITION_TESTS,
  cases: CASE_TESTS,
  visits: VISIT_TESTS,
  sessions: SESSION_TESTS,
} as const satisfies Record<Expression['of'], object>;

const MOST_COLUMNS = 60;
const COUNTERS: ReadonlySet<string> = new Set(OPENING_COUNTERS.map(({ key }) => key));
const KEYS = {
  form: ['id', 'code', 'circular', 'title', 'validFrom', 'validTo', 'notice', 'columns', 'identities'],
  column: ['no', 'group', 'title', 'unit', 'counts', 'carries', 'note'],
  counts: ['of', 'where', 'oneOf', 'then', 'sum'],
  identity: ['formula', 'severity', 'note'],
} as const;
type Json = Readonly<Record<string, unknown>>;

/** Reads a form as data: the form, or every fault of it. Nothing is guessed and nothing left out in silence. */
export function readFormDocument(
  text: string,
): { readonly form: ReportForm } | { readonly faults: readonly FormFault[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { faults: [{ pointer: '', message: 'không phải JSON' }] };
  }
  const reader = new Reader();
  const form = reader.form(value);
  return reader.faults.length > 0 || !form ? { faults: reader.faults } : { form };
}

class Reader {
  readonly faults: FormFault[] = [];

  form(value: unknown): ReportForm | null {
    const of = this.object(value, '', KEYS.form);
    if (!of) return null;
    const id = this.text(of, '/id', 30);
    if (id && !/^[A-Z0-9][A-Z0-9.-]{1,29}$/.test(id))
      this.fault('/id', 'chỉ gồm chữ hoa, chữ số, dấu chấm, gạch ngang; từ 2 đến 30 ký tự');
    const [validFrom, validTo] = [this.day(of['validFrom'], '/validFrom'), this.validTo(of['validTo'])];
    if (validFrom && validTo && validTo < validFrom) this.fault('/validTo', 'phải từ ngày bắt đầu trở đi');
    const columns = this.list(of['columns'], '/columns').map((one, place) => this.column(one, place));
    if (columns.length === 0 || columns.length > MOST_COLUMNS)
      this.fault('/columns', `phải có từ 1 đến ${MOST_COLUMNS} cột`);
    const identities = this.list(of['identities'], '/identities').map((one, place) =>
      this.identity(one, { place, last: columns.length }),
    );
    return {
      ...{ id, code: this.text(of, '/code', 30), circular: this.text(of, '/circular', 60) },
      ...{ title: this.text(of, '/title', 200), notice: this.text(of, '/notice', 400) },
      ...{ validFrom: validFrom ?? ('1900-01-01' as LocalDate), validTo, columns, identities },
    };
  }

  private column(value: unknown, place: number): FormColumn {
    const at = `/columns/${place}`;
    const of = this.object(value, at, KEYS.column) ?? {};
    if (of['no'] !== place + 1) this.fault(`${at}/no`, `phải là ${place + 1}: các cột đánh số liền nhau từ 1`);
    const unit = COLUMN_UNITS.find((one) => one === of['unit']);
    if (!unit) this.fault(`${at}/unit`, `phải là một trong: ${COLUMN_UNITS.join(', ')}`);
    const carries = of['carries'] === undefined ? [] : this.list(of['carries'], `${at}/carries`).map(String);
    for (const [n, counter] of carries.entries())
      if (!COUNTERS.has(counter)) this.fault(`${at}/carries/${n}`, `không có số dư đầu kỳ nào tên ${counter}`);
    return {
      ...{ no: place + 1, title: this.text(of, `${at}/title`, 200), unit: unit ?? 'đơn' },
      group: of['group'] === undefined ? [] : this.list(of['group'], `${at}/group`).map(String),
      counts: of['counts'] === null ? null : this.counts(of['counts'], `${at}/counts`),
      ...(carries.length > 0 ? { carries } : {}),
      ...(of['note'] === undefined ? {} : { note: this.text(of, `${at}/note`, 300) }),
    };
  }

  private counts(value: unknown, at: string): Expression | null {
    if (value === undefined) {
      this.fault(at, 'thiếu; cột mà phần mềm không ghi nhận thì ghi null');
      return null;
    }
    const of = this.object(value, at, KEYS.counts);
    if (!of) return null;
    const rows = (Object.keys(FORM_TESTS) as Expression['of'][]).find((one) => one === of['of']);
    if (!rows) {
      this.fault(`${at}/of`, `phải là một trong: ${Object.keys(FORM_TESTS).join(', ')}`);
      return null;
    }
    const tests = (name: 'where' | 'then'): string[] =>
      this.list(of[name] ?? [], `${at}/${name}`).map((one, n) => {
        const test = String(one);
        if (!Object.hasOwn(FORM_TESTS[rows], test))
          this.fault(`${at}/${name}/${n}`, `không có phép thử nào tên ${test} cho ${rows}`);
        return test;
      });
    const [where, then] = [tests('where'), tests('then')];
    if (where.length === 0) this.fault(`${at}/where`, 'phải có ít nhất một phép thử');
    const { oneOf, sum } = of;
    if (oneOf !== undefined && oneOf !== 'matter' && oneOf !== 'petition')
      this.fault(`${at}/oneOf`, 'phải là matter hoặc petition');
    if (oneOf !== undefined && rows === 'sessions') this.fault(`${at}/oneOf`, 'buổi tiếp không gộp theo vụ việc');
    if (then.length > 0 && oneOf === undefined) this.fault(`${at}/then`, 'chỉ dùng cùng oneOf');
    if (sum !== undefined && sum !== 'people') this.fault(`${at}/sum`, 'phải là people');
    return {
      ...{ of: rows, where },
      ...(oneOf === undefined ? {} : { oneOf, then }),
      ...(sum === undefined ? {} : { sum }),
    } as unknown as Expression;
  }

  private identity(value: unknown, { place, last }: { place: number; last: number }): FormIdentity {
    const at = `/identities/${place}`;
    const of = this.object(value, at, KEYS.identity) ?? {};
    const formula = this.text(of, `${at}/formula`, 200).replaceAll(/\s/g, '');
    try {
      const { first, others } = parseFormula(formula);
      for (const no of [first, ...others.map(({ columns }) => columns)].flat())
        if (no > last) this.fault(`${at}/formula`, `không có cột ${no}`);
    } catch {
      this.fault(`${at}/formula`, 'không đọc được; viết như 1=2+3=4+5 hoặc 6<=4');
    }
    const severity = of['severity'] === 'warning' ? 'warning' : 'error';
    if (of['severity'] !== severity) this.fault(`${at}/severity`, 'phải là error hoặc warning');
    return { formula, severity, ...(of['note'] === undefined ? {} : { note: this.text(of, `${at}/note`, 300) }) };
  }

  private object(value: unknown, at: string, keys: readonly string[]): Json | null {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fault(at, 'phải là một đối tượng');
      return null;
    }
    for (const key of Object.keys(value)) if (!keys.includes(key)) this.fault(`${at}/${key}`, 'không có mục này');
    return value as Json;
  }

  private list(value: unknown, at: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.fault(at, 'phải là một danh sách');
    return [];
  }

  private text(of: Json, at: string, max: number): string {
    const value = of[at.slice(at.lastIndexOf('/') + 1)];
    if (typeof value === 'string' && value.trim() !== '' && value.length <= max) return value.trim();
    this.fault(at, `phải là chữ, không để trống, tối đa ${max} ký tự`);
    return '';
  }

  private day(value: unknown, at: string): LocalDate | null {
    if (typeof value === 'string' && isLocalDate(value)) return value;
    this.fault(at, 'phải là ngày dạng NNNN-TT-NN');
    return null;
  }
  private validTo(value: unknown): LocalDate | null {
    return value === null || value === undefined ? null : this.day(value, '/validTo');
  }

  private fault(pointer: string, message: string): void {
    this.faults.push({ pointer, message });
  }
}
