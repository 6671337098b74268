import {
  isLocalDate,
  isSealedType,
  PETITION_TYPES,
  type FieldError,
  type LocalDate,
  type PetitionType,
} from '#libs/shared';
import { readPersonalId, type PersonalIdReading, type Sex } from '../../person/personal-id.js';
import type { PetitionerRole } from '../../ports.js';
import { readsAsDenunciation, type Channel } from '../../register/vocabulary.js';
import { FieldErrors } from '../../text/clean-text.js';
import { denouncesLeader } from './denounces-leader.js';

/** What the counter sends. Text is checked here, whoever sends it. */
export interface PetitionerInput {
  readonly role?: PetitionerRole | undefined;
  readonly fullName?: string | null | undefined;
  readonly personalId?: string | null | undefined;
  readonly personalIdKind?: string | null | undefined;
  /** `YYYY` or `YYYY-MM-DD` */
  readonly birthDate?: string | null | undefined;
  readonly sex?: Sex | null | undefined;
  readonly phone?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly unitCode?: string | null | undefined;
}

export interface PetitionInput {
  readonly type: PetitionType;
  readonly channel: Channel;
  readonly receivedOn: string;
  readonly titleType?: string | null | undefined;
  readonly forwarderKind?: string | null | undefined;
  readonly forwarderName?: string | null | undefined;
  readonly field?: string | null | undefined;
  readonly content: string;
  readonly petitioners: readonly PetitionerInput[];
  readonly petitionerCount?: number | undefined;
  readonly jointPetition?: boolean | undefined;
  readonly respondent?: string | null | undefined;
  readonly challengedDecision?: string | null | undefined;
  /** The one denounced heads this very agency or is its deputy head: the file goes past them to the superior. */
  readonly denouncesHead?: boolean | undefined;
  /** Vùng sâu, vùng xa đi lại khó khăn, where the officer says otherwise than the list of areas; with a reason. */
  readonly remote?: boolean | undefined;
  readonly remoteReason?: string | null | undefined;
}

export interface PetitionerDraft {
  readonly role: PetitionerRole;
  readonly fullName: string | null;
  readonly personalId: string | null;
  readonly personalIdKind: string | null;
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly unitCode: string | null;
}

/** A petition whose every text is clean and whose numbers are read. */
export interface PetitionDraft {
  readonly type: PetitionType;
  readonly channel: Channel;
  readonly receivedOn: LocalDate;
  readonly titleType: string | null;
  readonly forwarderKind: string | null;
  readonly forwarderName: string | null;
  readonly field: string | null;
  readonly content: string;
  readonly petitioners: readonly PetitionerDraft[];
  readonly petitionerCount: number;
  readonly jointPetition: boolean;
  readonly respondent: string | null;
  readonly challengedDecision: string | null;
  readonly denouncesHead: boolean;
  readonly note: string | null;
  /** What the officer said of the place; absent: as the list of areas has it. */
  readonly remote?: { readonly stated: boolean; readonly reason: string | null };
}

export interface FieldNote extends FieldError {
  readonly severity: 'error' | 'warning';
}

const CHANNELS: readonly Channel[] = ['in_person', 'post', 'mailbox', 'online', 'forwarded', 'oral', 'imported'];
const ROLES: readonly PetitionerRole[] = ['petitioner', 'representative', 'authorized', 'signatory'];

/** ID errors and warnings of one petitioner, and the number as it will be kept. */
export function readNumber(input: PetitionerInput): PersonalIdReading & { readonly kind: string | null } {
  if (input.personalIdKind === 'other') return { value: input.personalId?.trim() || null, kind: null, faults: [] };
  const birthYear = /^\d{4}/.exec(input.birthDate ?? '')?.[0];
  return readPersonalId(input.personalId, { sex: input.sex ?? null, birthYear: birthYear ? Number(birthYear) : null });
}

function readPetitioner(
  input: PetitionerInput,
  at: string,
  errors: FieldErrors,
  warnings: FieldNote[],
): PetitionerDraft {
  const rawId = errors.text(`${at}/personalId`, input.personalId, { label: 'Số định danh', maxLength: 60 });
  const number = readNumber({ ...input, personalId: rawId });
  for (const fault of number.faults) {
    if (fault.severity === 'error') errors.add(`${at}/personalId`, fault);
    else warnings.push({ pointer: `${at}/personalId`, ...fault });
  }
  const birthDate = errors.text(`${at}/birthDate`, input.birthDate, { label: 'Ngày sinh, năm sinh', maxLength: 10 });
  if (birthDate && !/^\d{4}$/.test(birthDate) && !isLocalDate(birthDate))
    errors.add(`${at}/birthDate`, {
      code: 'DATE.MALFORMED',
      message: 'Viết năm sinh (1961) hoặc ngày sinh (1961-04-30).',
    });
  if (input.sex && input.sex !== 'male' && input.sex !== 'female')
    errors.add(`${at}/sex`, { code: 'FIELD.UNKNOWN', message: 'Giới tính là nam hoặc nữ.' });
  if (input.role && !ROLES.includes(input.role))
    errors.add(`${at}/role`, { code: 'FIELD.UNKNOWN', message: 'Tư cách người đứng đơn không có trong danh sách.' });
  return {
    role: input.role ?? 'petitioner',
    fullName: errors.text(`${at}/fullName`, input.fullName, { label: 'Họ và tên', maxLength: 120 }),
    personalId: number.value,
    personalIdKind: number.value ? (input.personalIdKind ?? number.kind) : null,
    birthDate,
    sex: input.sex ?? null,
    phone: errors.text(`${at}/phone`, input.phone, { label: 'Số điện thoại', maxLength: 40 }),
    address: errors.text(`${at}/address`, input.address, { label: 'Địa chỉ', maxLength: 300 }),
    unitCode: errors.text(`${at}/unitCode`, input.unitCode, { label: 'Mã xã, phường', maxLength: 10 }),
  };
}

function readReceivedOn(input: string, today: LocalDate, errors: FieldErrors): LocalDate {
  if (!isLocalDate(input))
    errors.add('/receivedOn', { code: 'DATE.MALFORMED', message: 'Ngày nhận đơn viết dạng NNNN-TT-NN.' });
  else if (input > today)
    errors.add('/receivedOn', { code: 'DATE.IN_FUTURE', message: 'Ngày nhận đơn không được sau hôm nay.' });
  return input as LocalDate;
}

/** Checks and cleans a petition received at an agency of this level. @throws AppError 422 with all field errors at once. */
export function readPetition(
  input: PetitionInput,
  { today, level }: { readonly today: LocalDate; readonly level: string },
): { readonly draft: PetitionDraft; readonly warnings: readonly FieldNote[] } {
  const errors = new FieldErrors();
  const warnings: FieldNote[] = [];
  if (!PETITION_TYPES.includes(input.type))
    errors.add('/type', { code: 'FIELD.UNKNOWN', message: 'Loại đơn không có trong danh sách.' });
  if (!CHANNELS.includes(input.channel))
    errors.add('/channel', { code: 'FIELD.UNKNOWN', message: 'Nguồn đơn không có trong danh sách.' });
  const receivedOn = readReceivedOn(input.receivedOn, today, errors);
  const text = (name: string, value: unknown, label: string, maxLength = 300): string | null =>
    errors.text(`/${name}`, value, { label, maxLength });
  const content = errors.text('/content', input.content, {
    label: 'Nội dung đơn',
    maxLength: 20_000,
    multiline: true,
    required: true,
  });
  const petitioners = input.petitioners.map((petitioner, i) =>
    readPetitioner(petitioner, `/petitioners/${i}`, errors, warnings),
  );
  const count = input.petitionerCount ?? Math.max(1, petitioners.length);
  if (!Number.isSafeInteger(count) || count < 1 || count > 100_000)
    errors.add('/petitionerCount', { code: 'FIELD.OUT_OF_RANGE', message: 'Số người ký đơn từ 1 đến 100.000.' });
  const respondent = text('respondent', input.respondent, 'Người bị khiếu nại, tố cáo');
  const draft = {
    type: input.type,
    channel: input.channel,
    receivedOn,
    petitioners,
    petitionerCount: count,
    respondent,
    titleType: text('titleType', input.titleType, 'Tên đơn'),
    forwarderKind: text('forwarderKind', input.forwarderKind, 'Loại cơ quan chuyển đơn', 60),
    forwarderName: text('forwarderName', input.forwarderName, 'Cơ quan chuyển đơn'),
    field: text('field', input.field, 'Lĩnh vực'),
    content: content ?? '',
    jointPetition: input.jointPetition ?? petitioners.length > 1,
    challengedDecision: text('challengedDecision', input.challengedDecision, 'Quyết định bị khiếu nại'),
    denouncesHead: isSealedType(input.type) && (input.denouncesHead ?? denouncesLeader(level, [respondent, content])),
    note: null,
    ...(input.remote === undefined
      ? {}
      : {
          remote: { stated: input.remote, reason: text('remoteReason', input.remoteReason, 'Lý do về địa bàn', 500) },
        }),
  };
  errors.finish();
  return { draft, warnings: [...warnings, ...notesOf(draft)] };
}

function notesOf(draft: PetitionDraft): FieldNote[] {
  const notes: FieldNote[] = [];
  const note = (pointer: string, code: string, message: string): void =>
    void notes.push({ pointer, code, message, severity: 'warning' });
  const sealed = isSealedType(draft.type);
  if (!draft.petitioners.some((person) => person.fullName))
    note('/petitioners', 'PETITION.ANONYMOUS', 'Đơn không ghi họ tên người gửi.');
  if (!sealed && readsAsDenunciation(draft.content))
    note(
      '/type',
      'PETITION.READS_AS_DENUNCIATION',
      'Nội dung ghi là tố cáo nhưng loại đơn không phải tố cáo; hãy xem lại trước khi giao xử lý.',
    );
  if (sealed && draft.channel === 'online')
    note(
      '/channel',
      'PETITION.DENUNCIATION_ONLINE',
      'Nộp trực tuyến không phải hình thức tố cáo; tiếp nhận như thông tin có nội dung tố cáo (Luật Tố cáo 25/2018/QH14 Đ.22, Đ.25 k.2).',
    );
  if (sealed && draft.denouncesHead)
    note(
      '/respondent',
      'PETITION.DENOUNCES_HEAD',
      'Đơn tố cáo lãnh đạo cơ quan nhận đơn: chỉ người giải quyết ở cấp trên, người đăng ký và người giữ thông tin được xem (Luật Tố cáo 25/2018/QH14 Đ.13 k.4a).',
    );
  return notes;
}
