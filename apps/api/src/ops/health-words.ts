import type { HealthItemDto } from './health.dto.js';

export type State = HealthItemDto['state'];
export type Item = Omit<HealthItemDto, 'todo'>;
/** From when on an item warns, and from when on it is a problem. Internal, none is a duty of law. */
export type Limits = readonly [warning: number, problem: number];

export const over = (value: number, [warning, problem]: Limits): State =>
  value >= problem ? 'problem' : value >= warning ? 'warning' : 'ok';
export const under = (value: number, [warning, problem]: Limits): State =>
  value <= problem ? 'problem' : value <= warning ? 'warning' : 'ok';

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
export const count = (value: number): string => number.format(value);
export const gigabytes = (bytes: number): string =>
  bytes < 1024 ** 3 ? `${count(Math.round(bytes / 1024 ** 2))} MB` : `${count(bytes / 1024 ** 3)} GB`;

export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.round(seconds))} giây`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} phút`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} giờ` : `${Math.round(seconds / 86_400)} ngày`;
}
export const day = (date: string): string => `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
