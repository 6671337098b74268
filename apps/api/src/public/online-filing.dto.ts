import { CHANNELS, CHANNEL_TITLES } from '#libs/notifications';
import { ONLINE_KINDS, type OnlineKind, type OnlineSignature } from '#libs/intake';
import {
  Choice,
  Day,
  Out,
  OutChoice,
  OutDay,
  OutInstant,
  OutInt,
  OutMany,
  OutText,
  OutTexts,
  Text,
} from '../http/fields.js';

const KIND_LABELS = {
  feedback: 'kiến nghị, phản ánh',
  complaint: 'khiếu nại',
  information: 'báo tin về hành vi vi phạm',
} as const;
const SIGNATURES = ['digital', 'scan'] as const;
export const MOST_ONLINE_FILES = 5;
export const MOST_ONLINE_FILE_BYTES = 10 * 1024 * 1024;

/** The `filing` field of the form, as JSON. */
export class OnlineFilingInputDto {
  @Choice({ label: 'Loại', values: ONLINE_KINDS, labels: KIND_LABELS }) kind: OnlineKind;
  @Text({ label: 'Mã cơ quan nhận', max: 35 }) agency: string;
  @Text({ label: 'Nội dung', max: 20_000, min: 10, multiline: true }) content: string;
  @Text({ label: 'Lĩnh vực', max: 120, optional: true }) field?: string;
  @Text({ label: 'Người bị khiếu nại, được nói đến', max: 300, optional: true }) respondent?: string;
  @Text({ label: 'Số, ngày quyết định bị khiếu nại', max: 200, optional: true }) challengedDecision?: string;
  @Text({ label: 'Họ và tên', max: 120, optional: true }) fullName?: string;
  @Text({ label: 'Địa chỉ', max: 300, optional: true }) address?: string;
  @Text({ label: 'Số định danh cá nhân', max: 40, optional: true }) personalId?: string;
  @Text({ label: 'Điện thoại', max: 40, optional: true }) phone?: string;
  @Choice({
    label: 'Chữ ký',
    values: SIGNATURES,
    labels: { digital: 'PDF đã ký số', scan: 'bản quét, ảnh đơn giấy đã ký' },
    optional: true,
  })
  signature?: OnlineSignature;
  @Choice({ label: 'Đồng ý nhận tin nhắn qua', values: CHANNELS, labels: CHANNEL_TITLES, optional: true })
  messageBy?: (typeof CHANNELS)[number];
  @Text({ label: 'Địa chỉ nhận tin nhắn', max: 200, optional: true }) messageTo?: string;
  @Text({ label: 'Để trống', max: 200, optional: true, help: 'Người không thấy ô này; ô có chữ thì không nhận' })
  website?: string;
}

/** The multipart body as the document shows it. */
export class OnlineFilingFormDto {
  @OutText('Đơn, dạng JSON của OnlineFilingInputDto') filing: string;
  @Out('Bản đơn đã ký, chỉ với khiếu nại', { type: String, format: 'binary', required: false }) signed: string;
  @Out('Tài liệu kèm theo', { type: 'array', items: { type: 'string', format: 'binary' }, required: false })
  files: string[];
}

export class SignatureFindingDto {
  @OutText('Mã') code: string;
  @OutText('Điều được xem') title: string;
  @Out('true: đạt; null: chưa kiểm tra', { type: Boolean, nullable: true }) holds: boolean | null;
  @OutText('Giải thích', { nullable: true }) detail: string | null;
}

export class FiledOnlineDto {
  @OutChoice('Được nhận như', ONLINE_KINDS) taken: string;
  @OutText('Cơ quan nhận') agencyName: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutDay('Ngày nhận') receivedOn: string;
  @OutText('Mã tra cứu, chỉ hiện một lần') lookupCode: string;
  @OutText('Mã bí mật đi kèm', { nullable: true }) lookupSecret: string | null;
  @OutText('Đường dẫn tra cứu') statusPath: string;
  @OutMany('Chữ ký: điều đã và chưa kiểm tra', () => SignatureFindingDto) findings: SignatureFindingDto[];
  @OutTexts('Điều người gửi cần biết') words: string[];
  @Out('true: đã ghi nơi nhận tin nhắn', { type: Boolean }) messages: boolean;
}

export class OnlineAgencyDto {
  @OutText('Mã') code: string;
  @OutText('Tên') name: string;
}
export class OnlineKindDto {
  @OutChoice('Loại', ONLINE_KINDS) code: string;
  @OutText('Tên') title: string;
  @OutText('Dùng khi nào') when: string;
  @OutText('Căn cứ', { nullable: true }) citation: string | null;
}
export class OnlineOptionsDto {
  @OutMany('Cơ quan nhận', () => OnlineAgencyDto) agencies: OnlineAgencyDto[];
  @OutMany('Loại được gửi trực tuyến', () => OnlineKindDto) kinds: OnlineKindDto[];
  @OutText('Vì sao không có mục tố cáo') denunciation: string;
  @OutText('Căn cứ') denunciationCitation: string;
  @OutInt('Số tệp nhiều nhất') mostFiles: number;
  @OutInt('Mỗi tệp nhiều nhất, số byte') mostBytes: number;
}

export class OnlineFilingDto {
  @OutChoice('Gửi như', ONLINE_KINDS) kind: string;
  @OutChoice('Chữ ký', SIGNATURES, { nullable: true }) signature: string | null;
  @OutMany('Điều đã và chưa kiểm tra', () => SignatureFindingDto) findings: SignatureFindingDto[];
  @OutInstant('Gửi lúc') filedAt: string;
}

export class SatisfactionQuery {
  @Day({ label: 'Từ ngày' }) from: string;
  @Day({ label: 'Đến ngày' }) to: string;
}
export class AgencySatisfactionDto {
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutInt('Số lượt chấm') ratings: number;
  @Out('Số lượt theo điểm 1 đến 5', { type: 'array', items: { type: 'integer' } }) byScore: number[];
}
export class SatisfactionDto {
  @OutMany('Mức hài lòng theo cơ quan', () => AgencySatisfactionDto) items: AgencySatisfactionDto[];
}
