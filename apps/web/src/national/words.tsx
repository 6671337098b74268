import type { Dto } from '../api/types.js';
import type { Tone } from '../ui/deadline-words.js';
import { Status } from '../ui/status.js';
import { instant } from '../ui/dates.js';

type Record_ = Dto<'NationalRecord'>;
type Package = Dto<'NationalPackageRow'>;
type Message = Dto<'AxisMessage'>;

export const RECORD_STATES = {
  due: 'Chưa cập nhật',
  exported: 'Đã đưa vào gói, chờ xác nhận',
  confirmed: 'Đã xác nhận',
  error: 'Bị từ chối hoặc lỗi',
  not_due: 'Chưa đến lúc cập nhật',
} as const;
export const GROUPS = {
  reception: 'Tiếp công dân',
  handling: 'Xử lý đơn',
  complaint: 'Giải quyết khiếu nại',
  denunciation: 'Giải quyết tố cáo',
  feedback: 'Kiến nghị, phản ánh',
} as const;

const RECORD_TONE: { readonly [State in Record_['state']]: Tone } = {
  not_due: 'none',
  due: 'soon',
  exported: 'calm',
  confirmed: 'met',
  error: 'late',
};
export function RecordState({ record }: { record: Record_ }) {
  if (record.stale) return <Status tone="soon">Cần cập nhật lại</Status>;
  if (record.late) return <Status tone="late">Chưa cập nhật, quá mục tiêu nội bộ</Status>;
  return (
    <Status tone={RECORD_TONE[record.state]}>
      {record.state === 'error' && record.error ? `Nơi nhận từ chối, mã ${record.error}` : record.stateWords}
    </Status>
  );
}

const PACKAGE: { readonly [State in Package['state']]: { readonly tone: Tone; readonly words: string } } = {
  waiting: { tone: 'soon', words: 'Đang chờ giao' },
  delivered: { tone: 'calm', words: 'Đã giao, chờ trả lời' },
  answered: { tone: 'met', words: 'Đã có trả lời' },
  error: { tone: 'late', words: 'Chưa giao được' },
};
export function PackageState({ one }: { one: Package }) {
  const { tone, words } = PACKAGE[one.state];
  return <Status tone={tone}>{words}</Status>;
}

const MESSAGE: { readonly [State in Message['state']]: { readonly tone: Tone; readonly words: string } } = {
  waiting: { tone: 'soon', words: 'Đang chờ gửi' },
  sent: { tone: 'calm', words: 'Đã gửi' },
  error: { tone: 'late', words: 'Chưa gửi được' },
  arrived: { tone: 'soon', words: 'Chờ vào sổ' },
  entered: { tone: 'met', words: 'Đã vào sổ' },
  refused: { tone: 'late', words: 'Bị từ chối tiếp nhận' },
  withdrawn: { tone: 'none', words: 'Nơi gửi lấy lại' },
};
export const MESSAGE_STATES = Object.fromEntries(
  Object.entries(MESSAGE).map(([state, { words }]) => [state, words]),
) as { readonly [State in Message['state']]: string };
export function MessageState({ one }: { one: Message }) {
  const { tone, words } = MESSAGE[one.state];
  return (
    <span className="axis-words">
      <Status tone={tone}>{one.direction === 'in' && one.state === 'refused' ? 'Đã từ chối tiếp nhận' : words}</Status>
      {one.statusCode && (
        <span className="small muted">
          {one.statusCode} {one.statusWords}
          {one.statusAt && `, ${instant(one.statusAt)}`}
        </span>
      )}
      {one.refusal && <span className="small">{one.refusal}</span>}
    </span>
  );
}

const ERRORS: Readonly<Record<string, string>> = {
  ENOTDIR: 'Không ghi được vào thư mục trao đổi',
  EACCES: 'Không có quyền ghi vào thư mục trao đổi',
  ENOSPC: 'Ổ đĩa của thư mục trao đổi đã đầy',
  ENOENT: 'Không thấy thư mục trao đổi',
  EROFS: 'Thư mục trao đổi chỉ được đọc',
  EEXIST: 'Thư mục trao đổi bị một tệp khác chiếm chỗ',
  PLATFORM_TIMEOUT: 'Cổng trung gian không trả lời kịp',
  PLATFORM_AWAY: 'Không nối được cổng trung gian',
};
export const errorWords = (code: string | null): string =>
  code === null
    ? ''
    : `${ERRORS[code] ?? (code.startsWith('PLATFORM_') ? 'Cổng trung gian từ chối gói' : 'Gửi không được')} (${code})`;

/** Why a message has not gone, how often it was tried and when it is tried again. */
export const sendingError = ({ lastError, attempts, nextTryAt }: Message): string =>
  lastError === null
    ? ''
    : `${errorWords(lastError)}; đã thử ${attempts} lần${nextTryAt ? `, tự gửi lại lúc ${instant(nextTryAt)}` : ''}`;
