import { COMPLEX_CRITERION_IDS, COMPLEX_KINDS, type ComplexCriterionId, type ComplexKind } from '#libs/reporting';
import { Choice, OutChoice, OutDay, OutId, OutInt, OutMany, OutText, OutTexts, Text, Whole } from '../http/fields.js';

const KINDS = Object.keys(COMPLEX_KINDS) as ComplexKind[];

export class ComplexFilterQuery {
  @Text({ label: 'Mã cơ quan, gồm cả cấp dưới', max: 35, optional: true }) agency?: string;
  @Choice({ label: 'Loại', values: KINDS, labels: COMPLEX_KINDS, optional: true }) kind?: ComplexKind;
  @Choice({ label: 'Tiêu chí', values: COMPLEX_CRITERION_IDS, optional: true }) criterion?: ComplexCriterionId;
}
export class ComplexQuery extends ComplexFilterQuery {
  @Whole({ label: 'Số dòng mỗi trang', min: 1, max: 500, optional: true, fromText: true }) limit?: number;
  @Text({ label: 'Vị trí trang', max: 12, optional: true, pattern: /^\d*$/, patternSays: 'không đọc được' })
  cursor?: string;
}

export class ComplexKindDto {
  @OutChoice('Loại', KINDS) kind: string;
  @OutText('Tên loại') title: string;
  @OutInt('Số hồ sơ') count: number;
  @OutText('Đường dẫn API trả đúng danh sách của con số này') list: string;
}
export class ComplexCriterionDto {
  @OutChoice('Tiêu chí', COMPLEX_CRITERION_IDS) criterion: string;
  @OutChoice('Loại', KINDS) kind: string;
  @OutText('Tiêu chí, bằng lời') title: string;
  @OutText('Căn cứ, hoặc quy định nội bộ') source: string;
  @OutInt('Số hồ sơ') count: number;
  @OutText('Đường dẫn API trả đúng danh sách của con số này') list: string;
}
export class PastStepDto {
  @OutDay('Ngày') on: string;
  @OutText('Việc') title: string;
}
export class ComplexCaseDto {
  @OutId('Mã hồ sơ', { nullable: true }) caseFileId: string | null;
  @OutText('Số vào sổ') registerLabel: string;
  @OutText('Cơ quan') agencyName: string;
  @OutText('Quy trình') procedureTitle: string;
  @OutText('Giai đoạn') stageTitle: string;
  @OutText('Lĩnh vực', { nullable: true }) field: string | null;
  @OutInt('Số người đứng đơn') people: number;
  @OutDay('Ngày nhận đơn') receivedOn: string;
  @OutInt('Số ngày từ khi nhận đơn') ageDays: number;
  @OutTexts('Thuộc các loại; mã') kinds: string[];
  @OutTexts('Các tiêu chí, bằng lời') criteria: string[];
  @OutMany('Đã qua những việc gì, cũ trước', () => PastStepDto) history: PastStepDto[];
  @OutText('Người chịu trách nhiệm giải quyết', { nullable: true }) leaderName: string | null;
  @OutText('Đang ở ai') inHandsOf: string;
  @OutText('Việc kế tiếp, bằng lời') nextStep: string;
  @OutText('Căn cứ của việc kế tiếp', { nullable: true }) nextCitation: string | null;
  @OutDay('Việc kế tiếp hết hạn ngày', { nullable: true }) nextDueOn: string | null;
}
export class ComplexCasesDto {
  @OutDay('Ngày tính') asOf: string;
  @OutMany('Số hồ sơ theo loại', () => ComplexKindDto) kinds: ComplexKindDto[];
  @OutMany('Số hồ sơ theo tiêu chí', () => ComplexCriterionDto) criteria: ComplexCriterionDto[];
  @OutInt('Số dòng của cả danh sách') count: number;
  @OutMany('Hồ sơ, nhận lâu nhất trước', () => ComplexCaseDto) items: ComplexCaseDto[];
  @OutText('Vị trí trang tiếp theo; null khi hết', { nullable: true }) nextCursor: string | null;
}
