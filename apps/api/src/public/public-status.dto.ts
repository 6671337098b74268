import { Out, OutDay, OutInt, OutMany, OutOne, OutText, Text, Whole } from '../http/fields.js';
import { ExplainedDayDto } from '../case-files/deadline.dto.js';

export class StatusQuery {
  @Text({
    label: 'Mã bí mật',
    help: 'Bắt buộc với đơn tố cáo và đơn nhiều nội dung; có thể gửi trong tiêu đề X-Lookup-Secret',
    max: 60,
    optional: true,
  })
  secret?: string;
}

export class PublicRightDto {
  @OutText('Điều người dân được làm') text: string;
  @OutText('Căn cứ; null khi là cách làm của nơi tiếp nhận', { nullable: true }) citation: string | null;
}

export class PublicRatingDto {
  @OutInt('Điểm đã cho, 1 đến 5; null khi chưa', { nullable: true }) score: number | null;
  @Out('Còn được chấm hoặc sửa', { type: Boolean }) open: boolean;
  @OutDay('Ngày cuối được sửa (quy định nội bộ); null khi chưa chấm', { nullable: true }) until: string | null;
}

export class PublicStatusDto {
  @OutText('Giai đoạn, bằng lời') stage: string;
  @OutDay('Ngày nhận đơn') receivedOn: string;
  @OutDay('Ngày dự kiến theo luật của bước hiện tại; null khi không có', { nullable: true }) dueOn: string | null;
  @OutText('Ngày ấy từ đâu ra: thời hạn và căn cứ', { nullable: true }) explanation: string | null;
  @OutDay('Ngày trả lời') asOf: string;
  @OutText('Cơ quan nhận đơn; null với đơn được bảo mật', { nullable: true }) agencyName: string | null;
  @OutText('Số tiếp nhận; null với đơn được bảo mật', { nullable: true }) registerLabel: string | null;
  @OutText('Việc sẽ diễn ra tiếp theo', { nullable: true }) next: string | null;
  @OutMany('Người dân được làm gì lúc này', () => PublicRightDto) mayDo: PublicRightDto[];
  @OutDay('Ngày bắt đầu tính (không tính ngày này)', { nullable: true }) countedFrom: string | null;
  @OutMany('Từng ngày của thời hạn đang chạy', () => ExplainedDayDto) days: ExplainedDayDto[];
  @Out('Thời hạn đang tạm dừng', { type: Boolean }) paused: boolean;
  @OutDay('Ngày kết thúc; null khi chưa', { nullable: true }) closedOn: string | null;
  @OutOne('Chấm điểm sau khi xong; null khi không chấm điểm', () => PublicRatingDto, { nullable: true })
  rating: PublicRatingDto | null;
}

export class RatePetitionDto {
  @Whole({ label: 'Mức hài lòng', help: '1 rất không hài lòng, 5 rất hài lòng', min: 1, max: 5 }) score: number;
}

export class FiguresQuery {
  @Text({
    label: 'Năm',
    max: 4,
    pattern: /^\d{4}$/,
    patternSays: 'viết bốn chữ số, ví dụ 2026',
    optional: true,
  })
  year?: string;
}

export class PublicFigureDto {
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutText('Loại đơn') kind: string;
  @OutInt('Đã nhận; null khi ít hơn mức công bố', { nullable: true }) received: number | null;
  @OutInt('Trong đó đã giải quyết xong; null khi không công bố', { nullable: true }) resolved: number | null;
  @OutInt('Trong số đã xong, không quá hạn nào của luật; null khi không công bố', { nullable: true }) onTime:
    number | null;
}
export class PublicSatisfactionDto {
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutInt('Số lượt chấm') ratings: number;
  @OutInt('Trong đó hài lòng và rất hài lòng') good: number;
}
export class PublicFiguresDto {
  @OutInt('Năm') year: number;
  @OutInt('Năm gần nhất có số liệu') latestYear: number;
  @OutDay('Đơn nhận từ ngày') from: string;
  @OutDay('Đến hết ngày: cuối tháng trước') to: string;
  @OutInt('Ô có ít hơn số này không công bố') limit: number;
  @OutMany('Số liệu theo cơ quan và loại đơn', () => PublicFigureDto) items: PublicFigureDto[];
  @OutMany('Mức hài lòng theo cơ quan, khi đủ lượt chấm', () => PublicSatisfactionDto)
  satisfaction: PublicSatisfactionDto[];
}
