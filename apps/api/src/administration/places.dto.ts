import { Day, Out, OutChoice, OutDay, OutInstant, OutInt, OutMany, OutText, Text } from '../http/fields.js';

export class RemoteAreaQuery {
  @Day({ label: 'Có hiệu lực vào ngày; bỏ trống là mọi dòng', optional: true }) on?: string;
}
export class NewRemoteAreaDto {
  @Text({ label: 'Mã đơn vị hành chính', max: 10, min: 2 }) unitCode: string;
  @Day({ label: 'Từ ngày' }) from: string;
  @Text({ label: 'Văn bản xác định địa bàn', max: 300, min: 5 }) basis: string;
}
export class EndRemoteAreaDto {
  @Day({ label: 'Ngày cuối cùng' }) lastDay: string;
  @Text({ label: 'Văn bản bãi bỏ, thay thế', max: 300, min: 5 }) basis: string;
}
export class RemoteAreaDto {
  @OutInt('Mã') id: number;
  @OutText('Mã đơn vị hành chính') unitCode: string;
  @OutText('Tên đơn vị hành chính', { nullable: true }) unitName: string | null;
  @OutText('Tỉnh, thành phố', { nullable: true }) provinceName: string | null;
  @OutDay('Từ ngày') validFrom: string;
  @OutDay('Đến hết ngày', { nullable: true }) validTo: string | null;
  @OutText('Văn bản') basis: string;
  @OutText('Văn bản bãi bỏ, thay thế', { nullable: true }) endBasis: string | null;
  @OutText('Người ghi', { nullable: true }) recordedBy: string | null;
  @OutInstant('Ghi lúc') recordedAt: string;
}
export class RemoteAreaListDto {
  @OutMany('Địa bàn đang và đã có trong danh sách', () => RemoteAreaDto) items: RemoteAreaDto[];
  @Out('Tôi được sửa danh sách', { type: Boolean }) mayEdit: boolean;
}
export class RemoteDefaultQuery {
  @Text({ label: 'Mã đơn vị hành chính nơi phát sinh', max: 10, optional: true }) unit?: string;
  @Text({ label: 'Mã cơ quan tiếp nhận; bỏ trống là cơ quan của tôi', max: 35, optional: true }) agency?: string;
  @Day({ label: 'Ngày nhận đơn; bỏ trống là hôm nay', optional: true }) on?: string;
}
export class RemoteDefaultDto {
  @Out('Tính là vùng sâu, vùng xa đi lại khó khăn', { type: Boolean }) remote: boolean;
  @OutChoice('Vì sao: có trong danh sách, theo nơi đặt cơ quan, không', ['list', 'agency', 'none']) because:
    'list' | 'agency' | 'none';
  @OutText('Văn bản', { nullable: true }) basis: string | null;
}
