import { OutId, OutInstant, OutInt, OutMany, Text } from '../http/fields.js';

export class OpenUploadDto {
  @OutId('Mã lần tải lên') id: string;
  @OutId('Đơn mà tệp sẽ kèm theo') petitionId: string;
  @OutInt('Số byte của cả tệp') sizeBytes: number;
  @OutInt('Số byte đã nhận') receivedBytes: number;
  @OutInstant('Lúc bắt đầu') createdAt: string;
}

export class OpenUploadListDto {
  @OutMany('Các tệp đang tải dở của người đăng nhập', () => OpenUploadDto) items: OpenUploadDto[];
}

export class FinishUploadDto {
  @Text({ label: 'Tên tệp', max: 200 })
  fileName: string;

  @Text({
    label: 'SHA-256 của cả tệp, hex; có thì máy chủ đối chiếu với những gì đã nhận',
    optional: true,
    max: 64,
    pattern: /^[0-9a-fA-F]{64}$/,
    patternSays: 'phải là 64 chữ số hệ mười sáu',
  })
  sha256?: string;
}
