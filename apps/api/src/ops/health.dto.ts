import { Out, OutChoice, OutId, OutInstant, OutInt, OutMany, OutOne, OutText, OutTexts, Text } from '../http/fields.js';

export const HEALTH_STATES = ['ok', 'warning', 'problem'] as const;

export class HealthItemDto {
  @OutText('Mã mục') key: string;
  @OutText('Nhóm') group: string;
  @OutText('Tên mục') title: string;
  @OutChoice('Tình trạng', HEALTH_STATES) state: (typeof HEALTH_STATES)[number];
  @OutText('Tình trạng, bằng lời') detail: string;
  @OutText('Việc cần làm; null khi bình thường', { nullable: true }) todo: string | null;
  @OutText('Nơi xem tiếp; null khi không có', { nullable: true }) to: string | null;
}
export class WorkerPulseDto {
  @OutText('Máy và tiến trình') id: string;
  @Out('Đang chạy', { type: Boolean }) alive: boolean;
  @OutInstant('Bắt đầu lúc') startedAt: string;
  @OutInstant('Báo gần nhất lúc') seenAt: string;
  @OutText('Phiên bản') version: string;
  @OutInt('Mốc thời hạn đã xem từ khi chạy') fired: number;
  @OutInt('Việc đã giao cho hàng đợi từ khi chạy') handedOut: number;
}
export class QueueCountsDto {
  @OutText('Hàng đợi') name: string;
  @OutInt('Đang chờ') waiting: number;
  @OutInt('Đang làm') active: number;
  @OutInt('Hẹn giờ') delayed: number;
  @OutInt('Lỗi') failed: number;
}
export class QueueDto {
  @OutChoice('Chạy trên', ['postgres', 'redis']) backend: string;
  @OutMany('Theo hàng đợi', () => QueueCountsDto) queues: QueueCountsDto[];
}
export class SystemHealthDto {
  @OutInstant('Xem lúc') at: string;
  @OutChoice('Tình trạng chung', HEALTH_STATES) state: (typeof HEALTH_STATES)[number];
  @OutMany('Các mục', () => HealthItemDto) items: HealthItemDto[];
  @OutMany('Bộ phận chạy nền', () => WorkerPulseDto) workers: WorkerPulseDto[];
  @OutOne('Hàng đợi; null khi chưa biết', () => QueueDto, { nullable: true }) queue: QueueDto | null;
}
export class FailedEffectDto {
  @OutId('Mã việc') id: string;
  @OutText('Việc') title: string;
  @OutText('Vì sao bị từ chối') reason: string;
  @OutText('Mã lỗi', { nullable: true }) code: string | null;
  @OutInt('Số lần đã thử') attempts: number;
  @OutInstant('Phát sinh lúc') createdAt: string;
  @OutInstant('Bị từ chối lúc') failedAt: string;
  @OutId('Hồ sơ; null khi không gắn hồ sơ hoặc hồ sơ được bảo vệ', { nullable: true }) caseFileId: string | null;
  @OutText('Số tiếp nhận', { nullable: true }) registerLabel: string | null;
  @Out('Hồ sơ được bảo vệ, không nêu', { type: Boolean }) protected: boolean;
}
export class FailedEffectListDto {
  @OutMany('Việc bị từ chối, mới trước', () => FailedEffectDto) items: FailedEffectDto[];
}
export class RetryEffectDto {
  @Text({ label: 'Lý do làm lại', help: 'Ghi vào nhật ký quản trị', min: 5, max: 500, multiline: true }) reason: string;
}
export class StoredFilesDto {
  @OutInt('Số tệp đang lưu') files: number;
  @OutInt('Tệp không còn dòng nào nhắc đến') withoutRow: number;
  @OutInt('Tệp được các dòng nhắc đến') named: number;
  @OutInt('Trong đó không còn tệp trên đĩa') withoutFile: number;
  @OutTexts('Tên vài tệp không còn, để tìm trong bản sao lưu') missing: string[];
  @Out('Mới đếm một phần', { type: Boolean }) partial: boolean;
}
export const RUN_KINDS = ['backup', 'wal', 'drill', 'restore'] as const;
export class BackupRunDto {
  @OutChoice('Việc đã chạy', RUN_KINDS) kind: (typeof RUN_KINDS)[number];
  @OutText('Tên việc') title: string;
  @OutText('Bản sao lưu') name: string;
  @OutText('Thư mục, theo tên trên máy đã chạy') place: string;
  @OutInstant('Bắt đầu lúc') startedAt: string;
  @OutInstant('Kết thúc lúc') finishedAt: string;
  @Out('Xong và đạt', { type: Boolean }) ok: boolean;
  @OutText('Kết quả, bằng lời') detail: string;
  @OutTexts('Những chỗ khác, khi diễn tập không đạt') differences: string[];
}
export class BackupRunListDto {
  @OutMany('Mới trước', () => BackupRunDto) items: BackupRunDto[];
}
