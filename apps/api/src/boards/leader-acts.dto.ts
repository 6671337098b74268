import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray } from 'class-validator';
import { isUuid } from '#libs/shared';
import { ValidateBy } from 'class-validator';
import {
  Choice,
  Day,
  Many,
  Out,
  OutId,
  OutInt,
  OutMany,
  OutText,
  OutTexts,
  Text,
  Uuid,
  Whole,
} from '../http/fields.js';
import { UnmetRequirementDto } from '../http/problem.dto.js';

const MOST = 100;

/** Case files, each once. */
const CaseFileIds = (): PropertyDecorator => (target, key) => {
  ApiProperty({
    description: `Các hồ sơ, mỗi hồ sơ một lần; nhiều nhất ${MOST}`,
    type: String,
    format: 'uuid',
    isArray: true,
    minItems: 1,
    maxItems: MOST,
  } as never)(target, key);
  IsArray({ message: 'LIST.INVALID|phải là một danh sách' })(target, key);
  ArrayMinSize(1, { message: 'LIST.TOO_SHORT|phải có ít nhất một hồ sơ' })(target, key);
  ArrayMaxSize(MOST, { message: `LIST.TOO_LONG|không được quá ${MOST} hồ sơ một lần` })(target, key);
  ArrayUnique({ message: 'LIST.TWICE|mỗi hồ sơ chỉ nêu một lần' })(target, key);
  ValidateBy({
    name: 'areIds',
    validator: {
      validate: (ids: unknown) => Array.isArray(ids) && ids.every((id) => isUuid(id)),
      defaultMessage: () => 'ID.INVALID|có mã hồ sơ không hợp lệ',
    },
  })(target, key);
};

export class AssignmentsDto {
  @CaseFileIds() caseFileIds: string[];
  @Whole({ label: 'Người được giao', min: 1, max: 2_000_000_000 }) assigneeId: number;
  @Text({ label: 'Ghi chú', max: 2000, multiline: true, optional: true }) note?: string;
}
export class UrgingsDto {
  @CaseFileIds() caseFileIds: string[];
  @Day({ label: 'Hạn báo cáo (mục tiêu nội bộ); để trống là 3 ngày làm việc tới', optional: true }) reportBy?: string;
}
export class PaperRefDto {
  @Uuid({ label: 'Văn bản' }) id: string;
  @Whole({ label: 'Số lần thay đổi đã đọc', min: 1, max: 1_000_000_000 }) rev: number;
}
export const APPROVAL_ACTS = { submit: 'trình ký', approve: 'duyệt', sign: 'ký', return: 'trả lại' } as const;
export class ApprovalsDto {
  @Choice({ label: 'Việc làm', values: Object.keys(APPROVAL_ACTS), labels: APPROVAL_ACTS })
  act: keyof typeof APPROVAL_ACTS;
  @Many({ label: 'Các văn bản', of: () => PaperRefDto, min: 1, max: MOST }) items: PaperRefDto[];
  @Text({ label: 'Ý kiến khi trả lại', max: 2000, multiline: true, optional: true }) comment?: string;
}

/** What became of one file or paper: each is an act of its own. */
export class LineResultDto {
  @OutId('Hồ sơ hoặc văn bản') id: string;
  @Out('true: đã làm; false: không làm được, không có gì thay đổi', { type: Boolean }) done: boolean;
  @OutText('Mã lý do; null khi đã làm', { nullable: true }) code: string | null;
  @OutText('Kết quả, bằng lời', { nullable: true }) detail: string | null;
  @OutMany('Điều kiện còn thiếu', () => UnmetRequirementDto) unmet: UnmetRequirementDto[];
  @OutId('Văn bản đã soạn', { nullable: true }) paperId: string | null;
  @OutTexts('Những người đã được báo') told: string[];
}
export class LineResultsDto {
  @OutInt('Số đã làm') done: number;
  @OutInt('Số không làm được') refused: number;
  @OutMany('Kết quả từng dòng, theo thứ tự gửi lên', () => LineResultDto) lines: LineResultDto[];
}
