import type { JsonValue, LocalDate } from '#libs/shared';
import type { Citation } from '#libs/statute';

/** Whose paper it is: letterhead, place of the date line, and who stands at its head. */
export interface PaperAgency {
  readonly name: string;
  readonly shortName: string;
  /** The body above, first line of the letterhead; null where there is none. */
  readonly superior: string | null;
  /** Địa danh of the date line. */
  readonly place: string;
  /** Letters after the number: UBND. */
  readonly sign: string;
  /** "Chủ tịch UBND xã Tân Thành". */
  readonly headTitle: string;
}

export interface PaperPerson {
  readonly ordinal: number;
  readonly role: 'petitioner' | 'representative' | 'authorized' | 'signatory';
  readonly fullName: string;
  readonly address: string | null;
  readonly personalId: string | null;
  readonly personalIdKind: string | null;
  readonly phone: string | null;
}

/** What any paper of a case may say: nothing here names a petitioner or repeats the words of the petition. */
export interface OpenPaperData {
  readonly agency: PaperAgency;
  /** The day on the paper; null while it is a draft. */
  readonly signedOn: LocalDate | null;
  /** Official number, as printed: 15/TB-UBND; null while it is a draft. */
  readonly number: string | null;
  readonly procedure: string;
  readonly instance: 'first' | 'second' | null;
  readonly petition: {
    readonly registerLabel: string;
    readonly receivedOn: LocalDate;
    readonly field: string | null;
    readonly petitionerCount: number;
    readonly challengedDecision: string | null;
  };
  /** Findings of the file and of the act that ordered the paper; a field of words is `true`. */
  readonly facts: Readonly<Record<string, JsonValue | undefined>>;
  /** Words typed with the act that ordered the paper, by field. */
  readonly texts: Readonly<Record<string, string>>;
  /** Papers issued earlier in the file, by form code; the latest of each. */
  readonly earlier: Readonly<Record<string, { readonly number: string; readonly signedOn: LocalDate }>>;
  /** Limits of the file, by rule id; the latest of each. */
  readonly deadlines: Readonly<Record<string, { readonly startOn: LocalDate; readonly dueOn: LocalDate | null }>>;
  readonly team: readonly { readonly fullName: string; readonly title: string | null }[];
  readonly officer: { readonly fullName: string; readonly title: string | null } | null;
}

/** What a paper may say that only entitled people get. */
export interface PaperData extends OpenPaperData {
  readonly petitioners: readonly PaperPerson[];
  readonly content: string | null;
  readonly respondent: string | null;
  readonly forwarder: { readonly kind: string; readonly name: string } | null;
}

interface FieldBase {
  /** As it stands between braces in the template an agency edits: `Họ tên người khiếu nại`. */
  readonly name: string;
  /** For sample previews of a template; an invented person or matter. */
  readonly sample: string;
}
/** Taken from the file; an empty answer prints dots to be filled in by hand. */
export interface TakenField<Data> extends FieldBase {
  readonly from: 'file';
  readonly value: (data: Data) => string | null | undefined;
}
/** Typed by the officer who drafts the paper. */
export interface TypedField<Data> extends FieldBase {
  readonly from: 'officer';
  readonly long?: boolean;
  readonly optional?: boolean;
  readonly help?: string;
  /** What the draft starts with. */
  readonly start?: (data: Data) => string | null | undefined;
}
/** Repeated lines: contents, members, documents. `items` names the placeholders of one line. */
export interface ListField<Data> {
  readonly name: string;
  readonly from: 'file' | 'officer';
  readonly items: readonly string[];
  readonly rows?: (data: Data) => readonly Readonly<Record<string, string>>[];
  readonly sample: readonly Readonly<Record<string, string>>[];
  readonly help?: string;
}
export type FormField<Data> = TakenField<Data> | TypedField<Data> | ListField<Data>;

export type Align = 'left' | 'center' | 'right' | 'justify';

/** The body of a paper. Text holds `{placeholders}`; everything prints at 14 pt unless said otherwise. */
export type Block =
  | {
      readonly kind: 'para';
      readonly text: string;
      readonly align?: Align;
      readonly bold?: boolean;
      readonly italic?: boolean;
      /** First line indented by 1.27 cm; the default of justified text. */
      readonly indent?: boolean;
    }
  /** "Điều 1." in bold, then the text. */
  | { readonly kind: 'article'; readonly label: string; readonly text: string }
  /** Printed where the field is not empty. */
  | {
      readonly kind: 'section';
      readonly field: string;
      readonly body: readonly Block[];
      readonly otherwise?: readonly Block[];
    }
  | { readonly kind: 'each'; readonly list: string; readonly body: readonly Block[] }
  | {
      readonly kind: 'table';
      readonly list: string;
      readonly head: readonly string[];
      /** Per cent of the text width. */
      readonly widths: readonly number[];
      readonly cells: readonly string[];
      /** Points, for a table of many columns; 12 on A4 unless said. */
      readonly size?: number;
    }
  /** Signature columns of minutes and petitions; where a paper has one signer, `signing` prints it. */
  | {
      readonly kind: 'signatures';
      readonly columns: readonly { readonly title: string; readonly note?: string; readonly name?: string }[];
    };

export const ADDRESSEES = {
  complainant: 'Người khiếu nại',
  respondent: 'Người bị khiếu nại',
  denouncer: 'Người tố cáo',
  denounced: 'Người bị tố cáo',
  petitioner: 'Người gửi đơn',
  protected: 'Người được bảo vệ',
  related: 'Người có quyền, nghĩa vụ liên quan',
  forwarder: 'Cơ quan, tổ chức, cá nhân đã chuyển đơn',
  inspectorate: 'Cơ quan thanh tra cùng cấp',
  superior: 'Cơ quan cấp trên trực tiếp',
  receivingBody: 'Cơ quan tiếp nhận',
  managingBody: 'Cơ quan quản lý người bị tố cáo',
  team: 'Đoàn, Tổ xác minh',
  expert: 'Cơ quan, tổ chức giám định',
  police: 'Cơ quan điều tra',
  employer: 'Cơ quan, người sử dụng lao động',
  citizens: 'Công dân (niêm yết)',
  file: 'Lưu hồ sơ',
} as const;
export type Addressee = keyof typeof ADDRESSEES;

/** In which capacity a signer signs, as NĐ 30/2020 abbreviates it. */
export type Capacity = 'self' | 'TM' | 'KT' | 'TL' | 'TUQ' | 'Q';

/** Who signs, how and with which seal: one row of the signing table. */
export interface Signing {
  /** `resolver`: who the law makes responsible for deciding, or the lawful deputy (KT.); never by order. */
  readonly by: 'resolver' | 'head' | 'teamLeader' | 'verifier' | 'receiver' | 'petitioner' | 'parties';
  readonly capacities: readonly Capacity[];
  readonly seal: 'agency' | 'team' | 'none';
  readonly basis: Citation;
}

interface FormBase {
  /** As effects order it: `ND124.03`. Versions of one paper share the code and differ in `validFrom`. */
  readonly code: string;
  /**
   * Heading as printed, placeholders and all; a line break parts the kind of paper from its subject. An official
   * letter has only a subject: a heading that begins with `V/v` stands beneath the number.
   */
  readonly heading: string;
  /** As lists name it. */
  readonly title: string;
  /** "Mẫu số 03", printed at the top right; absent for papers without a statutory form. */
  readonly formNumber?: string;
  readonly citation: Citation;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** `nation`: national title only (petitions, minutes of citizens); `agency`: issuing body on the left as well. */
  readonly letterhead: 'agency' | 'nation' | 'none';
  /** Who draws the paper up within the agency, printed beneath its name; line breaks as printed. */
  readonly issuedBy?: string;
  /** Minutes and slips whose day stands in the text: no place and day in the letterhead. */
  readonly undated?: true;
  /** First is the usual one. */
  readonly sizes: readonly ('A4' | 'A5')[];
  readonly landscape?: true;
  /** Letters of the number: TB, QĐ, KL, GM …; empty for official letters (15/UBND); absent for papers without a number. */
  readonly numberKind?: string;
  /** Printed after "Kính gửi:" where the paper has an addressee line. */
  readonly salutation?: string;
  readonly body: readonly Block[];
  readonly signing: Signing;
  /** Each gets a sending slip of its own; the printed "Nơi nhận" never names a denouncer. */
  readonly addressees: readonly Addressee[];
  /** Procedures whose files never have this paper. */
  readonly neverFor?: readonly string[];
  /** Written by a citizen, printed blank or filled in for signature: kept as received, never issued by the agency. */
  readonly byCitizen?: true;
}

/** A paper that may carry identities. */
export interface NamedForm extends FormBase {
  readonly audience: 'entitled';
  readonly fields: readonly FormField<PaperData>[];
}
/** A paper that reaches the denounced, a third party or the public: its data type has no identity in it (LTC Đ.29, 35, 40). */
export interface OpenForm extends FormBase {
  readonly audience: 'anyone';
  readonly fields: readonly FormField<OpenPaperData>[];
}
export type FormDefinition = NamedForm | OpenForm;

export const namedForm = (form: Omit<NamedForm, 'audience'>): NamedForm => ({ ...form, audience: 'entitled' });
export const openForm = (form: Omit<OpenForm, 'audience'>): OpenForm => ({ ...form, audience: 'anyone' });

/** Short names for blocks, so that a form reads as the paper does. */
export const block = {
  para: (text: string, more: Omit<Extract<Block, { kind: 'para' }>, 'kind' | 'text'> = {}): Block => ({
    kind: 'para',
    text,
    ...more,
  }),
  article: (label: string, text: string): Block => ({ kind: 'article', label, text }),
  section: (field: string, body: readonly Block[], otherwise?: readonly Block[]): Block => ({
    kind: 'section',
    field,
    body,
    ...(otherwise && { otherwise }),
  }),
  each: (list: string, body: readonly Block[]): Block => ({ kind: 'each', list, body }),
  table: (list: string, table: Omit<Extract<Block, { kind: 'table' }>, 'kind' | 'list'>): Block => ({
    kind: 'table',
    list,
    ...table,
  }),
  signatures: (...columns: Extract<Block, { kind: 'signatures' }>['columns']): Block => ({
    kind: 'signatures',
    columns,
  }),
};

/** Short names for fields. `sample` comes last: an invented value for previews. */
export const field = {
  taken: <Data extends OpenPaperData = PaperData>(
    name: string,
    value: TakenField<Data>['value'],
    sample: string,
  ): TakenField<Data> => ({ name, from: 'file', value, sample }),
  typed: <Data extends OpenPaperData = PaperData>(
    name: string,
    sample: string,
    more: Omit<TypedField<Data>, 'name' | 'sample' | 'from'> = {},
  ): TypedField<Data> => ({ name, from: 'officer', sample, ...more }),
};
