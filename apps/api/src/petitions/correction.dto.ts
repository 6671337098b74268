import {
  Day,
  Choice,
  Many,
  OutId,
  OutInstant,
  OutMany,
  OutText,
  OutTexts,
  Out,
  OutDay,
  Text,
  Uuid,
} from '../http/fields.js';

export class CorrectedPersonDto {
  @Uuid({ label: 'Người đứng đơn' }) id: string;
  @Text({ label: 'Họ và tên', max: 120, optional: true }) fullName?: string;
  @Text({ label: 'Số định danh cá nhân hoặc giấy tờ', max: 40, optional: true }) personalId?: string;
  @Text({
    label: 'Ngày sinh hoặc năm sinh',
    max: 10,
    optional: true,
    pattern: /^(\d{4}(-\d{2}-\d{2})?)?$/,
    patternSays: 'viết năm sinh (1961) hoặc ngày sinh (1961-04-30)',
  })
  birthDate?: string;
  @Choice({ label: 'Giới tính', values: ['male', 'female'], labels: { male: 'nam', female: 'nữ' }, optional: true })
  sex?: 'male' | 'female';
  @Text({ label: 'Điện thoại', max: 40, optional: true }) phone?: string;
  @Text({ label: 'Địa chỉ', max: 300, optional: true }) address?: string;
  @Text({ label: 'Mã xã, phường nơi cư trú', max: 10, optional: true }) unitCode?: string;
}

export class CorrectPetitionDto {
  @Text({ label: 'Lý do sửa', min: 5, max: 1000, multiline: true }) reason: string;
  @Text({ label: 'Nội dung đơn', max: 20_000, multiline: true, optional: true }) content?: string;
  @Text({ label: 'Lĩnh vực', max: 120, optional: true }) field?: string;
  @Text({ label: 'Người bị khiếu nại, bị tố cáo', max: 300, optional: true }) respondent?: string;
  @Text({ label: 'Số, ngày quyết định hành chính bị khiếu nại', max: 200, optional: true }) challengedDecision?: string;
  @Text({ label: 'Đơn tự ghi là', max: 120, optional: true }) titleType?: string;
  @Text({ label: 'Tên cơ quan chuyển đơn', max: 200, optional: true }) forwarderName?: string;
  @Day({
    label: 'Ngày nhận đơn',
    help: 'Không sửa được: thời hạn đã chạy từ ngày ấy. Khác ngày đang ghi thì bị từ chối',
    optional: true,
  })
  receivedOn?: string;
  @Many({ label: 'Người đứng đơn cần sửa', of: () => CorrectedPersonDto, max: 200, optional: true })
  petitioners?: CorrectedPersonDto[];
}

export class FieldChangeDto {
  @OutText('Mục', { example: 'petitioners/1/fullName' }) field: string;
  @OutText('Tên mục') label: string;
  @OutText('Trước khi sửa; null khi trống hoặc được bảo mật', { nullable: true }) before: string | null;
  @OutText('Sau khi sửa; null khi trống hoặc được bảo mật', { nullable: true }) after: string | null;
}

export class CorrectionDto {
  @OutId('Sự kiện trong nhật ký') eventId: string;
  @OutInstant('Lúc sửa') correctedAt: string;
  @OutText('Người sửa') correctedBy: string;
  @OutText('Lý do; null khi đơn được bảo mật', { nullable: true }) reason: string | null;
  @OutMany('Các mục đã sửa', () => FieldChangeDto) changes: FieldChangeDto[];
  @Out('true: chỉ biết mục nào đã sửa', { type: Boolean }) sealed: boolean;
}
export class CorrectionListDto {
  @OutMany('Các lần sửa, cũ trước', () => CorrectionDto) items: CorrectionDto[];
}

export class EarlierFileDto {
  @OutId('Hồ sơ') id: string;
  @OutText('Quy trình') procedureTitle: string;
  @OutText('Giai đoạn') stageTitle: string;
  @OutDay('Từ ngày') since: string;
  @Out('Đã kết thúc', { type: Boolean }) closed: boolean;
}
export class EarlierPaperDto {
  @OutId('Văn bản') id: string;
  @OutText('Tên văn bản') title: string;
  @OutText('Số văn bản', { nullable: true }) number: string | null;
  @OutDay('Ngày văn bản') issuedOn: string;
}
export class LawfulStepDto {
  @OutText('Mã') id: string;
  @OutText('Việc cần làm, bằng lời') advice: string;
  @OutText('Căn cứ') citation: string;
  @Out('false: căn cứ chưa đối chiếu toàn văn', { type: Boolean }) confirmed: boolean;
}
export class EarlierAnswersDto {
  @Out('true: đơn trước được bảo mật, chỉ biết là đã gửi trước', { type: Boolean }) sealed: boolean;
  @OutText('Số tiếp nhận', { nullable: true }) registerLabel: string | null;
  @OutDay('Ngày nhận', { nullable: true }) receivedOn: string | null;
  @OutMany('Các hồ sơ của đơn trước', () => EarlierFileDto) files: EarlierFileDto[];
  @OutMany('Văn bản đã phát hành', () => EarlierPaperDto) papers: EarlierPaperDto[];
  @OutMany('Bước tiếp theo đúng luật khi đơn này gửi lại đơn trước', () => LawfulStepDto) nextSteps: LawfulStepDto[];
  @OutTexts('Ghi chú') notes: string[];
}
