import { ApiProperty } from '@nestjs/swagger';
import { IsDefined } from 'class-validator';
import { Out, OutMany, OutText } from '../http/fields.js';

/** What a screen may remember for one person; a key that is not here is refused. */
export const SETTING_KEYS = ['views', 'theme', 'tour', 'receipt', 'columns'] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

/** Whatever the screen keeps: a word, a yes or no, a table of columns. */
const ANY_VALUE = {
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'array', items: {} },
    { type: 'object', additionalProperties: true },
  ],
};

export class PutSettingDto {
  @ApiProperty({ description: 'Giá trị, tối đa 16 KB', ...ANY_VALUE })
  @IsDefined({ message: 'FIELD.MISSING|còn thiếu' })
  value: unknown;
}

export class SettingDto {
  @OutText('Tên lựa chọn') key: string;
  @Out('Giá trị', ANY_VALUE) value: unknown;
}

export class SettingListDto {
  @OutMany('Các lựa chọn của tôi', () => SettingDto) items: SettingDto[];
}
