import type { Actor } from '#libs/access';
import type { LiveRow, WorkState } from '#libs/persistence';
import { AppError } from '#libs/shared';
import type { WorkProgressDto } from './live.dto.js';

/** What each kind of work is called while it goes on, and where it is stopped. */
const WORKS: Readonly<Record<string, { readonly step: string; readonly cancel: (id: string) => string }>> = {
  import: { step: 'Đăng ký các dòng của sổ', cancel: (id) => `/api/v1/imports/${id}/cancel` },
  calendar: { step: 'Tính lại thời hạn theo lịch mới', cancel: (id) => `/api/v1/calendar/publications/${id}/cancel` },
};

const WAYS: Readonly<Record<WorkState, string>> = {
  waiting: 'Đang chờ đến lượt',
  running: 'Đang làm',
  stopping: 'Đang dừng',
  done: 'Đã xong',
  stopped: 'Đã dừng theo yêu cầu',
  failed: 'Bị lỗi',
};

/** A row is for its person, for the agencies in scope and for those who hold one of its roles; all three must let. */
export const mayHear = (
  actor: Pick<Actor, 'userId' | 'agencies' | 'roles'>,
  row: Pick<LiveRow, 'user_id' | 'agency_id' | 'roles'>,
): boolean =>
  (row.user_id === null || row.user_id === actor.userId) &&
  (row.agency_id === null || actor.agencies.some((id) => id === row.agency_id)) &&
  (row.roles === null || row.roles.some((role) => actor.roles.includes(role)));

/** Whole seconds that are left at the pace so far; null before there is a pace. */
export function secondsLeft(
  row: Pick<LiveRow, 'done' | 'total' | 'started_at' | 'created_at' | 'state'>,
): number | null {
  const { done, total, started_at: started, created_at: at, state } = row;
  if (state !== 'running' || !done || !total || started === null) return null;
  const elapsed = Date.parse(at) - Date.parse(started);
  return elapsed <= 0 ? null : Math.ceil(((total - done) * elapsed) / done / 1000);
}

export function progressView(row: LiveRow): WorkProgressDto {
  const { work, subject_id: id, state } = row;
  if (work === null || id === null || state === null) throw new TypeError('Not a progress row');
  const open = state === 'waiting' || state === 'running';
  return {
    work,
    id,
    state,
    stateTitle: WAYS[state],
    step: WORKS[work]?.step ?? WAYS[state],
    done: row.done ?? 0,
    total: row.total ?? 0,
    secondsLeft: secondsLeft(row),
    at: new Date(row.created_at).toISOString(),
    cancelPath: open ? (WORKS[work]?.cancel(id) ?? null) : null,
  };
}

/** One event on the wire. An inbox row tells that something changed and nothing else. */
export const eventText = (row: LiveRow & { readonly number: number }): string =>
  frame(row.kind, row.number, row.kind === 'progress' ? progressView(row) : {});

export const frame = (event: string, id: number, data: object): string =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** The number in `Last-Event-ID`; null when the page comes for the first time. */
export function lastEventId(header: string | undefined): number | null {
  if (header === undefined || header === '') return null;
  if (/^\d{1,15}$/.test(header)) return Number(header);
  throw new AppError({
    code: 'LIVE.LAST_EVENT_ID',
    status: 400,
    title: 'Số thứ tự tin cuối không hợp lệ',
    detail: 'Tiêu đề Last-Event-ID phải là số của tin nhận được sau cùng.',
  });
}
