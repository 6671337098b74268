import { OutDay, OutText, Text } from '../http/fields.js';

export class StatusQuery {
  @Text({
    label: 'Mã bí mật',
    help: 'Bắt buộc với đơn tố cáo và đơn nhiều nội dung; có thể gửi trong tiêu đề X-Lookup-Secret',
    max: 60,
    optional: true,
  })
  secret?: string;
}

export class PublicStatusDto {
  @OutText('Giai đoạn, bằng lời') stage: string;
  @OutDay('Ngày nhận đơn') receivedOn: string;
  @OutDay('Ngày dự kiến theo luật của bước hiện tại; null khi không có', { nullable: true }) dueOn: string | null;
  @OutText('Ngày ấy từ đâu ra: thời hạn và căn cứ', { nullable: true }) explanation: string | null;
  @OutDay('Ngày trả lời') asOf: string;
}
