import { ApiProperty } from '@nestjs/swagger';
import { IsDefined } from 'class-validator';
import { Out, OutMany, OutText } from '../http/fields.js';

/** What a screen may remember for one person; a key that is not here is refused. */
export const SETTING_KEYS = ['views', 'theme', 'tour', 'receipt', 'columns'] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

export class PutSettingDto {
  @ApiProperty({ description: 'Giá trị, tối đa 16 KB', type: Object, additionalProperties: true })
  @IsDefined({ message: 'FIELD.MISSING|còn thiếu' })
  value: unknown;
}

export class SettingDto {
  @OutText('Tên lựa chọn') key: string;
  @Out('Giá trị', { type: Object, additionalProperties: true }) value: unknown;
}

export class SettingListDto {
  @OutMany('Các lựa chọn của tôi', () => SettingDto) items: SettingDto[];
}
