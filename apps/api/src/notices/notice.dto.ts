import { CHANNELS, CHANNEL_TITLES } from '#libs/notifications';
import { Choice, OutChoice, OutId, OutInstant, OutInt, OutMany, OutText, Text } from '../http/fields.js';

export class NewContactDto {
  @Choice({ label: 'Kênh nhận', values: CHANNELS, labels: CHANNEL_TITLES }) channel: (typeof CHANNELS)[number];
  @Text({ label: 'Địa chỉ thư hoặc số điện thoại', max: 200, min: 6 }) address: string;
  @Text({ label: 'Không nhắn từ giờ', max: 5, optional: true, example: '21:00' }) quietFrom?: string;
  @Text({ label: 'Không nhắn đến giờ', max: 5, optional: true, example: '07:00' }) quietTo?: string;
}
export class ContactDto {
  @OutId('Mã') id: string;
  @OutChoice('Kênh nhận', CHANNELS) channel: string;
  @OutText('Địa chỉ thư hoặc số điện thoại') address: string;
  @OutText('Không nhắn từ giờ') quietFrom: string;
  @OutText('Không nhắn đến giờ') quietTo: string;
}
export class ContactListDto {
  @OutMany('Nơi nhận đã đồng ý', () => ContactDto) items: ContactDto[];
}
export class DeliveryDto {
  @OutId('Mã') id: string;
  @OutChoice('Kênh', CHANNELS) channel: string;
  @OutText('Việc được báo') title: string;
  @OutChoice('Tình trạng', ['waiting', 'sent', 'dryRun', 'failed', 'withdrawn']) state: string;
  @OutInt('Số lần đã thử') attempts: number;
  @OutText('Mã lỗi lần cuối', { nullable: true }) lastError: string | null;
  @OutInstant('Ghi lúc') createdAt: string;
  @OutInstant('Xong lúc', { nullable: true }) settledAt: string | null;
}
export class DeliveryListDto {
  @OutMany('Tin đã gửi và đang chờ', () => DeliveryDto) items: DeliveryDto[];
}
