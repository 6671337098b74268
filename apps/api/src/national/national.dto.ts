import { EXPORT_FORMATS, FIELD_GROUPS, type FieldGroup, SYNC_STATES, type SyncState } from '#libs/interchange';
import {
  Choice,
  Day,
  Flag,
  Out,
  OutChoice,
  OutDay,
  OutId,
  OutInstant,
  OutInt,
  OutMany,
  OutOne,
  OutText,
  Text,
  Uuid,
} from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import { REACH_LABELS, REACHES } from '../http/place.js';

const GROUPS = Object.keys(FIELD_GROUPS).filter((group) => group !== 'common');
const STATES = Object.keys(SYNC_STATES);
export const PACKAGE_STATES = ['waiting', 'delivered', 'answered', 'error'] as const;

export class MappedFieldDto {
  @OutText('Mã trường') id: string;
  @OutText('Phần của Điều 6') group: string;
  @OutText('Trường') label: string;
  @OutText('Nguồn trong phần mềm') source: string;
  @OutText('Căn cứ') article: string;
  @OutChoice('Đã đối chiếu, chưa đối chiếu, của phần mềm', ['confirmed', 'unconfirmed', 'own']) mark: string;
  @OutText('Mức đối chiếu, bằng lời') markWords: string;
  @Out('Nói người là ai: để trống khi danh tính được bảo vệ', { type: Boolean }) personal: boolean;
}
export class EntryTimeDto {
  @OutText('Áp dụng cho') about: string;
  @OutText('Lúc phải cập nhật') text: string;
  @OutText('Căn cứ') citation: string;
}
export class StatusCodeDto {
  @OutText('Mã') code: string;
  @OutText('Nghĩa') words: string;
  @Out('Hai nguồn công khai cùng nghĩa', { type: Boolean }) confirmed: boolean;
}
export class MessagePartDto {
  @OutText('Phần của gói') part: string;
  @OutText('Nội dung') says: string;
  @Out('Cấu trúc theo mẫu công khai', { type: Boolean }) confirmed: boolean;
}
export class NationalMappingDto {
  @OutText('Nói rõ điều chưa có') notice: string;
  @OutText('Trường nào chưa đối chiếu, vì sao') marksNotice: string;
  @OutText('Phiên bản bảng trường') version: string;
  @OutText('Mục tiêu nội bộ') internalTarget: string;
  @OutMany('Các trường', () => MappedFieldDto) fields: MappedFieldDto[];
  @OutMany('Lúc phải cập nhật', () => EntryTimeDto) times: EntryTimeDto[];
  @OutMany('Mã trạng thái trên trục', () => StatusCodeDto) statusCodes: StatusCodeDto[];
  @OutMany('Các phần của gói edXML', () => MessagePartDto) parts: MessagePartDto[];
}

export class NationalRecordDto {
  @OutId('Mã hồ sơ, mã lượt tiếp') id: string;
  @OutChoice('Hồ sơ hay lượt tiếp', ['case', 'reception']) kind: string;
  @OutText('Phần của Điều 6') group: string;
  @OutText('Số vào sổ') registerLabel: string;
  @OutText('Cơ quan') agencyName: string;
  @OutDay('Ngày nhận, ngày tiếp') receivedOn: string;
  @Out('Danh tính được bảo vệ', { type: Boolean }) protected: boolean;
  @OutChoice('Tình trạng', STATES) state: SyncState;
  @OutText('Tình trạng, bằng lời') stateWords: string;
  @Out('Hồ sơ đã khác so với lần gửi: cần cập nhật lại', { type: Boolean }) stale: boolean;
  @OutDay('Phải cập nhật từ ngày; null khi chưa đến lúc', { nullable: true }) dueOn: string | null;
  @OutText('Lúc phải cập nhật, theo văn bản') dueText: string;
  @OutText('Căn cứ') citation: string;
  @OutDay('Mục tiêu nội bộ', { nullable: true }) targetOn: string | null;
  @Out('Quá mục tiêu nội bộ, chưa cập nhật', { type: Boolean }) late: boolean;
  @OutInt('Số lần đưa vào gói') attempts: number;
  @OutText('Mã lỗi nơi nhận trả về', { nullable: true }) error: string | null;
  @OutInstant('Đưa vào gói lúc', { nullable: true }) exportedAt: string | null;
  @OutInstant('Xác nhận lúc', { nullable: true }) confirmedAt: string | null;
}
export class NationalRecordListDto {
  @OutMany('Mới nhận trước', () => NationalRecordDto) items: NationalRecordDto[];
  @OutText('Vị trí trang tiếp theo', { nullable: true }) nextCursor: string | null;
}

export class NationalFilterQuery extends PageQuery {
  @Text({ label: 'Cơ quan', help: 'Mã cơ quan, gồm cả cấp dưới', max: 35, optional: true }) agency?: string;
  @Choice({ label: 'Phạm vi cơ quan', values: REACHES, labels: REACH_LABELS, optional: true })
  reach?: (typeof REACHES)[number];
  @Choice({ label: 'Phần của Điều 6', values: GROUPS, labels: FIELD_GROUPS, optional: true }) group?: FieldGroup;
  @Choice({ label: 'Tình trạng', values: STATES, labels: SYNC_STATES, optional: true }) state?: SyncState;
  @Choice({ label: 'Chỉ bản ghi cần cập nhật lại', values: ['true'], optional: true }) stale?: string;
  @Choice({ label: 'Chỉ bản ghi quá mục tiêu nội bộ', values: ['true'], optional: true }) late?: string;
  @Uuid({ label: 'Chỉ bản ghi trong gói này', optional: true }) package?: string;
  @Day({ label: 'Nhận từ ngày', optional: true }) from?: string;
  @Day({ label: 'Nhận đến ngày', optional: true }) to?: string;
}
export class NationalExportQuery extends NationalFilterQuery {
  @Choice({ label: 'Định dạng', values: EXPORT_FORMATS, optional: true }) format?: (typeof EXPORT_FORMATS)[number];
}

export class StateCountsDto {
  @OutInt('Chưa đến lúc cập nhật') not_due: number;
  @OutInt('Chưa cập nhật') due: number;
  @OutInt('Đã đưa vào gói, chờ xác nhận') exported: number;
  @OutInt('Đã xác nhận') confirmed: number;
  @OutInt('Bị từ chối hoặc lỗi') error: number;
}
/** Beside each number the request that lists exactly it: of this agency alone, as it is counted. */
export class StateListsDto {
  @OutText('Chưa đến lúc cập nhật') not_due: string;
  @OutText('Chưa cập nhật') due: string;
  @OutText('Đã đưa vào gói, chờ xác nhận') exported: string;
  @OutText('Đã xác nhận') confirmed: string;
  @OutText('Bị từ chối hoặc lỗi') error: string;
  @OutText('Cần cập nhật lại') stale: string;
  @OutText('Chưa cập nhật, quá mục tiêu nội bộ') late: string;
}
export class AgencyEntryDto {
  @OutText('Mã cơ quan') code: string;
  @OutText('Cơ quan') name: string;
  @OutOne('Số bản ghi theo tình trạng', () => StateCountsDto) counts: StateCountsDto;
  @OutInt('Cần cập nhật lại') stale: number;
  @OutInt('Chưa cập nhật, quá mục tiêu nội bộ') late: number;
  @OutOne('Đường dẫn API trả đúng danh sách của từng con số', () => StateListsDto) lists: StateListsDto;
  @OutDay('Ngày phải cập nhật lâu nhất còn để trống', { nullable: true }) oldestDueOn: string | null;
}
export class NationalSummaryDto {
  @OutText('Nói rõ điều chưa có') notice: string;
  @OutText('Mục tiêu nội bộ') internalTarget: string;
  @OutMany('Từng cơ quan trong phạm vi', () => AgencyEntryDto) agencies: AgencyEntryDto[];
  @Out('Người xem được lập gói', { type: Boolean }) mayMake: boolean;
}

export class NewPackageDto {
  @Text({ label: 'Cơ quan', help: 'Mã cơ quan, gồm cả cấp dưới; bỏ trống: cả phạm vi', max: 35, optional: true })
  agency?: string;
  @Flag({ label: 'Gồm cả bản ghi bị từ chối', optional: true }) withErrors?: boolean;
}
export class MadePackageDto {
  @OutId('Mã gói') id: string;
  @OutInt('Số bản ghi') records: number;
}
export class NationalPackageRowDto {
  @OutId('Mã gói') id: string;
  @OutText('Cơ quan lập') agencyName: string;
  @OutText('Người lập') madeByName: string;
  @OutInstant('Lập lúc') madeAt: string;
  @OutChoice('Tình trạng', PACKAGE_STATES) state: string;
  @OutInt('Số bản ghi người xem được thấy') records: number;
  @OutInt('Được xác nhận') accepted: number;
  @OutInt('Bị từ chối') rejected: number;
  @OutInt('Số lần giao không được') attempts: number;
  @OutText('Mã lỗi lần giao gần nhất', { nullable: true }) lastError: string | null;
  @OutInstant('Tự giao lại lúc', { nullable: true }) nextTryAt: string | null;
  @OutInstant('Giao lúc', { nullable: true }) deliveredAt: string | null;
  @OutInstant('Có trả lời lúc', { nullable: true }) answeredAt: string | null;
}
export class RefusedPackageDto {
  @OutId('Mã') id: string;
  @OutChoice('Đường đến', ['axis', 'national']) channel: string;
  @OutText('Vì sao không nhận') reason: string;
  @OutText('Mã lý do') code: string;
  @OutInstant('Lúc') refusedAt: string;
}
export class NationalPackageListDto {
  @OutText('Nói rõ điều chưa có') notice: string;
  @OutMany('Mới lập trước', () => NationalPackageRowDto) items: NationalPackageRowDto[];
  @OutMany('Gói, trả lời đến mà không nhận được', () => RefusedPackageDto) refused: RefusedPackageDto[];
}
