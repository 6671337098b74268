import type { BackupRun } from '#libs/persistence';
import type { BackupRunDto } from './health.dto.js';
import { count, gigabytes } from './health-words.js';

const TITLES: Readonly<Record<BackupRun['kind'], string>> = {
  backup: 'Sao lưu',
  wal: 'Nối tiếp nhật ký giao dịch',
  drill: 'Diễn tập khôi phục',
  restore: 'Khôi phục',
};

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

function backupDetail(summary: BackupRun['summary']): string {
  const size = `${gigabytes(numberOf(summary['bytes']))}, ${count(numberOf(summary['blobs']))} tệp lưu trữ, ${count(numberOf(summary['events']))} sự kiện`;
  const own = summary['embedded'] === false ? '; cơ sở dữ liệu do máy chủ riêng sao lưu' : '';
  const damaged = numberOf(summary['damagedBlobs']);
  return `${size}${own}${damaged > 0 ? `; ${count(damaged)} tệp đã hỏng từ trước` : ''}.`;
}

function detailOf({ kind, ok, summary }: BackupRun): string {
  if (typeof summary['reason'] === 'string') return `Không xong: ${summary['reason']}`;
  if (kind === 'backup') return backupDetail(summary);
  if (kind === 'wal')
    return `${count(numberOf(summary['segments']))} đoạn nhật ký, ${count(numberOf(summary['blobs']))} tệp lưu trữ mới.`;
  if (kind === 'drill') return ok ? 'Khôi phục được, khớp hoàn toàn.' : 'Không đạt.';
  return `Nhật ký ${ok ? 'nguyên vẹn' : 'không khớp'}, ${count(numberOf(summary['events']))} sự kiện.`;
}

/** One thing that was kept or tried, as administrators read it. */
export function backupRun(run: BackupRun): BackupRunDto {
  const { kind, name, place, ok, summary } = run;
  const differences = Array.isArray(summary['differences']) ? summary['differences'].map(String) : [];
  return {
    ...{ kind, title: TITLES[kind], name, place, ok, detail: detailOf(run), differences },
    ...{ startedAt: run.startedAt.toISOString(), finishedAt: run.finishedAt.toISOString() },
  };
}
