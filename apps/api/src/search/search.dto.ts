import { OutChoice, OutMany, OutOne, Text } from '../http/fields.js';
import { PetitionListItemDto } from '../petitions/petition.dto.js';

export class SearchDto {
  @Text({ label: 'Điều cần tìm: số tiếp nhận, họ tên, nội dung, số định danh, mã tra cứu', max: 200 }) q: string;
}

export const MATCHED_BY = ['personalNumber', 'lookupCode', 'number', 'text'] as const;

export class SearchHitDto {
  @OutChoice('Tìm thấy nhờ', MATCHED_BY) matchedBy: (typeof MATCHED_BY)[number];
  @OutOne('Đơn', () => PetitionListItemDto) petition: PetitionListItemDto;
}

export class SearchAnswerDto {
  @OutMany('Kết quả, khớp chắc chắn trước', () => SearchHitDto) items: SearchHitDto[];
}
