import { OutInt, OutMany, OutText, OutTexts } from './fields.js';

export class FieldErrorDto {
  @OutText('Con trỏ JSON tới trường sai, ví dụ /petitioners/0/personalId') pointer: string;
  @OutText('Mã lỗi ổn định') code: string;
  @OutText('Câu giải thích: sai gì, sửa thế nào') message: string;
}

export class UnmetRequirementDto {
  @OutText('Mã điều kiện') code: string;
  @OutText('Điều kiện còn thiếu, bằng lời') title: string;
  @OutText('Căn cứ pháp lý') citation: string;
}

/** RFC 9457. */
export class ProblemDto {
  @OutText('Loại lỗi (URI tương đối)') type: string;
  @OutText('Tên lỗi') title: string;
  @OutInt('Mã trạng thái HTTP') status: number;
  @OutText('Điều đã xảy ra và việc cần làm', { required: false }) detail?: string;
  @OutText('Mã lỗi ổn định, ví dụ PROCEDURE.EVENT_NOT_ALLOWED') code: string;
  @OutText('Mã yêu cầu, để tra nhật ký') requestId: string;
  @OutInt('Nên đợi bao nhiêu giây rồi thử lại', { required: false }) retryAfter?: number;
  @OutMany('Các trường sai', () => FieldErrorDto) errors: FieldErrorDto[];
  @OutTexts('Các bước được phép lúc này', { required: false }) allowed?: string[];
  @OutMany('Điều kiện còn thiếu', () => UnmetRequirementDto) unmet?: UnmetRequirementDto[];
}
