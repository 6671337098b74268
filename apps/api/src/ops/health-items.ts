import type { ArchiveState, BackupRun, OperationsState, PulseRow } from '#libs/persistence';
import type { HealthItemDto } from './health.dto.js';
import { count, duration, gigabytes, type Item, type Limits, over } from './health-words.js';
import { keepingItems } from './keeping-items.js';
import { REMEDIES } from './health-remedies.js';

/** What the page is computed from: counts and instants of the running system. */
export interface HealthFacts {
  readonly state: OperationsState;
  readonly pulses: readonly PulseRow[];
  readonly migrations: { readonly total: number; readonly pending: readonly string[] };
  readonly disk: { readonly total: number; readonly free: number };
  readonly calendar: { readonly knownTo: string; readonly warning: string | null };
  /** By kind and ending the newest. */
  readonly runs: readonly BackupRun[];
  readonly archive: ArchiveState;
  readonly version: string;
  readonly mode: 'demo' | 'production';
}
/** Seconds without a beat before a worker counts as gone; it beats every few seconds. */
export const SILENT_SECONDS = 20;
const LATE_SECONDS: Limits = [600, 3_600];
const WAITING_SECONDS: Limits = [300, 3_600];

export const isAlive = ({ silentSeconds }: Pick<PulseRow, 'silentSeconds'>): boolean => silentSeconds < SILENT_SECONDS;

/** Every part of the system with how it is, in words. Thresholds are internal, none is a duty of law. */
export function healthItems(facts: HealthFacts): HealthItemDto[] {
  const items = [...database(facts), ...background(facts), ...sending(facts), ...keepingItems(facts)];
  return items.map((item) => ({ ...item, todo: item.state === 'ok' ? null : (REMEDIES[item.key] ?? null) }));
}

function database({ state, migrations, version, mode }: HealthFacts): Item[] {
  const { pending, total } = migrations;
  return [
    {
      ...{ key: 'database', group: 'Cơ sở dữ liệu', title: 'Kết nối', state: 'ok', to: null },
      detail: `PostgreSQL ${state.serverVersion}, ${gigabytes(state.databaseBytes)}.`,
    },
    {
      ...{ key: 'migrations', group: 'Cơ sở dữ liệu', title: 'Nâng cấp cấu trúc', to: null },
      state: pending.length === 0 ? 'ok' : 'problem',
      detail: pending.length === 0 ? `Đủ ${total} bước nâng cấp.` : `Còn ${pending.length} bước chưa chạy.`,
    },
    {
      ...{ key: 'version', group: 'Cơ sở dữ liệu', title: 'Phiên bản', state: 'ok', to: null },
      detail: `Nghe Dân ${version}, ${mode === 'demo' ? 'dữ liệu trình diễn' : 'vận hành thật'}.`,
    },
  ];
}

function background({ state, pulses }: HealthFacts): Item[] {
  const alive = pulses.filter(isAlive);
  const { pending, failed, oldestSeconds } = state.effects;
  const { late, lateSeconds, pending: planned } = state.milestones;
  const jobs = (name: string) =>
    Object.values(alive[0]?.jobs ?? {}).reduce((sum, states) => sum + (states[name] ?? 0), 0);
  const backend = alive[0]?.queue === 'redis' ? 'Redis' : 'PostgreSQL';
  return [
    {
      ...{ key: 'workers', group: 'Việc chạy nền', title: 'Bộ phận chạy nền', to: '#bo-phan' },
      state: alive.length > 0 ? 'ok' : 'problem',
      detail:
        alive.length > 0
          ? `${alive.length} bộ phận đang chạy.`
          : 'Không có bộ phận nào đang chạy: nhắc việc, báo quá hạn và gửi tin đều dừng.',
    },
    {
      ...{ key: 'queue', group: 'Việc chạy nền', title: 'Hàng đợi', to: '#hang-doi' },
      state: alive.length === 0 ? 'problem' : jobs('failed') > 0 ? 'warning' : 'ok',
      detail:
        alive.length === 0
          ? 'Chưa biết: số lượng do bộ phận chạy nền báo.'
          : `Trên ${backend}: ${count(jobs('waiting'))} đang chờ, ${count(jobs('delayed'))} hẹn giờ, ${count(jobs('failed'))} lỗi.`,
    },
    {
      ...{ key: 'milestones', group: 'Việc chạy nền', title: 'Mốc thời hạn đến giờ', to: null },
      state: late === 0 ? 'ok' : over(lateSeconds, LATE_SECONDS),
      detail:
        late === 0
          ? `Không có mốc nào trễ; ${count(planned)} mốc đã lên lịch.`
          : `${count(late)} mốc đến giờ chưa được xử lý, mốc cũ nhất trễ ${duration(lateSeconds)}.`,
    },
    {
      ...{ key: 'effects', group: 'Việc chạy nền', title: 'Việc kéo theo của hồ sơ', to: null },
      state: pending === 0 ? 'ok' : over(oldestSeconds, WAITING_SECONDS),
      detail:
        pending === 0 ? 'Không tồn việc nào.' : `${count(pending)} việc đang chờ, lâu nhất ${duration(oldestSeconds)}.`,
    },
    {
      ...{ key: 'failed', group: 'Việc chạy nền', title: 'Việc bị từ chối', to: '#viec-bi-tu-choi' },
      state: failed === 0 ? 'ok' : 'warning',
      detail: failed === 0 ? 'Không có.' : `${count(failed)} việc chờ người xem lại.`,
    },
  ];
}

const CHANNELS: readonly (readonly [key: string, title: string])[] = [
  ['email', 'Cổng thư điện tử'],
  ['sms', 'Cổng tin nhắn SMS'],
  ['zalo', 'Cổng Zalo'],
];

function sending({ state, pulses }: HealthFacts): Item[] {
  const channels = pulses.find(isAlive)?.channels;
  const { waiting = 0, failed = 0, dryRun = 0, sent = 0 } = state.messages;
  return [
    ...CHANNELS.map(([key, title]): Item => ({
      ...{ key, group: 'Gửi tin', title, to: null },
      state: channels?.[key] ? 'ok' : 'warning',
      detail: channels
        ? channels[key]
          ? 'Đã khai báo, tin được gửi ra ngoài.'
          : 'Chưa khai báo: tin chỉ ghi ra tệp, không gửi.'
        : 'Chưa biết: bộ phận chạy nền không báo.',
    })),
    {
      ...{ key: 'messages', group: 'Gửi tin', title: 'Tin nhắn, thư báo', to: null },
      state: failed > 0 ? 'warning' : 'ok',
      detail: `${count(sent)} đã gửi, ${count(dryRun)} chỉ ghi ra tệp, ${count(waiting)} đang chờ, ${count(failed)} gửi không được.`,
    },
  ];
}
