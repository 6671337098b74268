import { AUTHORITIES, COMPETENCE_TARGETS } from '#libs/statute';
import {
  Choice,
  Day,
  Out,
  OutChoice,
  OutDay,
  OutId,
  OutInt,
  OutMany,
  OutOne,
  OutText,
  Text,
  Whole,
} from '../http/fields.js';

const MATTERS = ['complaint', 'disciplinary-complaint', 'denunciation'] as const;

export class CompetenceQuery {
  @Choice({
    label: 'Loại việc',
    values: MATTERS,
    labels: {
      complaint: 'khiếu nại quyết định, hành vi hành chính',
      'disciplinary-complaint': 'khiếu nại quyết định kỷ luật',
      denunciation: 'tố cáo',
    },
  })
  matter: (typeof MATTERS)[number];
  @Choice({
    label: 'Người, cơ quan bị khiếu nại hoặc bị tố cáo',
    values: Object.keys(COMPETENCE_TARGETS),
    labels: COMPETENCE_TARGETS,
  })
  target: keyof typeof COMPETENCE_TARGETS;
  @Choice({ label: 'Lần giải quyết', values: ['first', 'second'], optional: true }) instance?: 'first' | 'second';
  @Day({ label: 'Ngày nhận đơn', optional: true }) on?: string;
}
export class CompetenceDto {
  @OutChoice('Người có thẩm quyền; null khi luật không quy định', Object.keys(AUTHORITIES), { nullable: true })
  authority: string | null;
  @OutText('Chức danh', { nullable: true }) title: string | null;
  @OutText('Căn cứ', { nullable: true }) citation: string | null;
  @Out('Căn cứ đã đối chiếu văn bản', { type: Boolean }) confirmed: boolean;
  @OutDay('Áp dụng từ ngày', { nullable: true }) validFrom: string | null;
  @OutDay('Áp dụng đến ngày', { nullable: true }) validTo: string | null;
  @OutText('Câu trả lời') sentence: string;
}

export class NewDelegationDto {
  @Whole({ label: 'Người ủy quyền', min: 1, max: 2_147_483_647 }) fromUserId: number;
  @Whole({ label: 'Người được ủy quyền', min: 1, max: 2_147_483_647 }) toUserId: number;
  @Day({ label: 'Từ ngày' }) validFrom: string;
  @Day({ label: 'Đến ngày' }) validTo: string;
  @Text({ label: 'Lý do, văn bản ủy quyền', max: 500, min: 5 }) reason: string;
}
export class DelegatePartyDto {
  @OutInt('Mã tài khoản') id: number;
  @OutText('Họ tên') fullName: string;
  @OutText('Chức vụ', { nullable: true }) title: string | null;
}
export class DelegationDto {
  @OutInt('Mã') id: number;
  @OutOne('Người ủy quyền', () => DelegatePartyDto) from: DelegatePartyDto;
  @OutOne('Người được ủy quyền', () => DelegatePartyDto) to: DelegatePartyDto;
  @OutDay('Từ ngày') validFrom: string;
  @OutDay('Đến ngày') validTo: string;
  @OutText('Lý do, văn bản ủy quyền') reason: string;
}
export class DelegationListDto {
  @OutMany('Đang và sẽ có hiệu lực', () => DelegationDto) items: DelegationDto[];
}

export class AbsenceDto {
  @Whole({ label: 'Người vắng mặt', min: 1, max: 2_147_483_647 }) userId: number;
  @Day({ label: 'Vắng từ ngày; để trống là đã có mặt trở lại', optional: true }) from?: string;
  @Day({ label: 'Vắng đến hết ngày', optional: true }) to?: string;
}

export class HandOverDto {
  @Whole({ label: 'Người bàn giao', min: 1, max: 2_147_483_647 }) fromUserId: number;
  @Whole({ label: 'Người nhận bàn giao', min: 1, max: 2_147_483_647 }) toUserId: number;
  @Text({ label: 'Lý do bàn giao', max: 500, min: 5 }) reason: string;
}
export class KeptFileDto {
  @OutId('Hồ sơ') caseFileId: string;
  @OutText('Mã lỗi') code: string;
  @OutText('Vì sao chưa bàn giao được') detail: string;
}
export class HandedOverDto {
  @Out('Hồ sơ đã bàn giao', { type: String, format: 'uuid', isArray: true }) moved: string[];
  @OutMany('Hồ sơ giữ nguyên', () => KeptFileDto) kept: KeptFileDto[];
}
