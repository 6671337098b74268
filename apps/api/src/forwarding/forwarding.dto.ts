import { Choice, Flag, Many, Out, OutChoice, OutDay, OutId, OutInt, OutMany, OutText, Text } from '../http/fields.js';

export class AdviceDto {
  @OutText('Mã dòng của bảng quyết định') id: string;
  @OutChoice('Hướng xử lý', [
    'ACCEPT',
    'REFUSE_ACCEPTANCE',
    'GUIDE',
    'TRANSFER',
    'RETURN',
    'FILE',
    'REPORT',
    'SPLIT',
    'SUPPLEMENT',
    'RETURN_ORIGINALS',
    'INSPECT',
  ])
  disposition: string;
  @OutText('Việc nên làm, bằng lời') advice: string;
  @OutText('Bước thực hiện') event: string;
  @OutText('Mẫu văn bản', { nullable: true }) paper: string | null;
  @OutText('Thời hạn áp dụng', { nullable: true }) rule: string | null;
  @OutText('Căn cứ') citation: string;
  @Out('Căn cứ đã đối chiếu với văn bản', { type: Boolean }) confirmed: boolean;
}

export class HopDto {
  @OutId('Mã lần chuyển') id: string;
  @OutInt('Lần chuyển thứ mấy') hop: number;
  @OutChoice('Chuyển hay trả lại', ['transfer', 'return']) kind: string;
  @OutText('Cơ quan chuyển') from: string;
  @OutText('Cơ quan nhận') to: string;
  @OutDay('Ngày nơi chuyển nhận đơn') receivedOn: string;
  @OutDay('Ngày chuyển') sentOn: string;
  @OutDay('Ngày nơi nhận vào sổ', { nullable: true }) acknowledgedOn: string | null;
  @OutInt('Số ngày đơn nằm ở nơi chuyển') daysHeld: number;
  @OutInt('Số ngày từ khi chuyển đến khi vào sổ', { nullable: true }) daysToAcknowledge: number | null;
}

export class PathHopDto {
  @OutId('Mã lần chuyển') id: string;
  @OutInt('Lần chuyển thứ mấy') hop: number;
  @OutChoice('Chuyển hay trả lại', ['transfer', 'return']) kind: string;
  @OutText('Cơ quan chuyển') from: string;
  @OutText('Cơ quan nhận') to: string;
  @OutDay('Ngày nơi chuyển nhận đơn; null khi nơi gửi không cho biết', { nullable: true }) receivedOn: string | null;
  @OutDay('Ngày chuyển; null khi nơi gửi không cho biết', { nullable: true }) sentOn: string | null;
  @OutDay('Ngày nơi nhận vào sổ', { nullable: true }) acknowledgedOn: string | null;
  @OutInt('Số ngày đơn nằm ở nơi chuyển', { nullable: true }) daysHeld: number | null;
  @OutInt('Số ngày từ khi chuyển đến khi vào sổ', { nullable: true }) daysToAcknowledge: number | null;
  @Out('Trước khi đến qua trục liên thông, theo lời nơi gửi', { type: Boolean }) outside: boolean;
}

export class AcknowledgedDto {
  @OutId('Đơn trong sổ của cơ quan nhận') id: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutDay('Ngày nhận') receivedOn: string;
  @OutId('Hồ sơ xử lý đơn') caseFileId: string;
  @OutInt('Đã qua mấy lần chuyển') hop: number;
  @OutId('Đơn này khi cơ quan nhận lần trước; có nghĩa là đơn đi vòng', { nullable: true }) earlier: string | null;
}

export class PetitionPartDto {
  @Choice({
    label: 'Loại đơn',
    values: ['complaint', 'denunciation', 'feedback'],
    labels: { complaint: 'khiếu nại', denunciation: 'tố cáo', feedback: 'kiến nghị, phản ánh' },
  })
  type: 'complaint' | 'denunciation' | 'feedback';
  @Text({ label: 'Nội dung của phần này', max: 20_000, multiline: true }) content: string;
  @Text({ label: 'Lĩnh vực', max: 300, optional: true }) field?: string;
  @Text({ label: 'Người bị khiếu nại, tố cáo', max: 300, optional: true }) respondent?: string;
  @Text({ label: 'Quyết định bị khiếu nại', max: 300, optional: true }) challengedDecision?: string;
  @Flag({ label: 'Tố cáo lãnh đạo cơ quan nhận đơn', optional: true }) denouncesHead?: boolean;
}

export class SplitPetitionDto {
  @Many({ label: 'Các phần', of: () => PetitionPartDto, min: 1, max: 3 }) parts: PetitionPartDto[];
}

export class SplitPartDto {
  @OutId('Đơn mới') id: string;
  @OutChoice('Loại đơn', ['complaint', 'denunciation', 'feedback', 'mixed']) type: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutId('Hồ sơ xử lý đơn') caseFileId: string;
}

export class SplitAnswerDto {
  @OutMany('Các đơn đã vào sổ', () => SplitPartDto) parts: SplitPartDto[];
}
