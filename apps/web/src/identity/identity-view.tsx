import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Dto } from '../api/types.js';
import { label } from '../ui/labels.js';
import './identity.css';

/** How long what was read stays on the screen (internal rule of this product). */
const SHOWN_SECONDS = { people: 120, text: 600 } as const;
const ROLE: Record<string, string> = {
  petitioner: 'Người tố cáo',
  representative: 'Người đại diện',
  authorized: 'Người được ủy quyền',
  signatory: 'Người cùng ký đơn',
};

interface Props {
  readonly answer: Dto<'IdentityList'>;
  readonly onWipe: (why: string) => void;
}

/** Shows a denouncer for two minutes, what was denounced for ten; gone at once when the page is hidden, printed from, or left. */
export function IdentityView({ answer: { items: people, text }, onWipe }: Props) {
  const left = useCountdown(SHOWN_SECONDS[text ? 'text' : 'people'], () =>
    onWipe('Đã xóa khỏi màn hình vì hết thời gian xem.'),
  );
  useLeaving(onWipe);
  return (
    <div
      className="identity"
      role="region"
      aria-label={text ? 'Nội dung đơn đang hiển thị' : 'Thông tin người tố cáo đang hiển thị'}
    >
      <Alert
        type="warning"
        showIcon
        title={`Tự xóa khỏi màn hình sau ${minutes(left)}`}
        description="Xóa ngay khi rời trang, chuyển sang cửa sổ khác hoặc khóa máy. Không in, không chép vào ghi chú."
        action={<Button onClick={() => onWipe('Đã xóa khỏi màn hình.')}>Xóa ngay</Button>}
      />
      {text && <SealedText text={text} />}
      {!text && people.length === 0 && <p>Đơn này không có thông tin người gửi (nặc danh).</p>}
      {people.map((person) => (
        <dl key={person.ordinal} className="facts">
          <dt>{label(ROLE, person.role)}</dt>
          <dd className="strong">{person.fullName ?? 'Không ghi tên'}</dd>
          <Fact name="Số giấy tờ" value={person.personalId} />
          <Fact name="Điện thoại" value={person.phone} />
          <Fact name="Địa chỉ" value={person.address} />
        </dl>
      ))}
    </div>
  );
}

const SealedText = ({ text }: { text: Dto<'PetitionText'> }) => (
  <>
    <p className="identity-text">{text.content ?? 'Đơn không ghi nội dung.'}</p>
    <dl className="facts">
      <Fact name="Người bị tố cáo" value={text.respondent} />
      <Fact name="Quyết định, hành vi" value={text.challengedDecision} />
      <Fact name="Ghi chú khi tiếp nhận" value={text.note} />
    </dl>
  </>
);

const Fact = ({ name, value }: { name: string; value: string | null }) =>
  value ? (
    <>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </>
  ) : null;

const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} phút`;

function useCountdown(shown: number, onEnd: () => void): number {
  const [end] = useState(() => Date.now() + shown * 1000);
  const [left, setLeft] = useState<number>(shown);
  const ended = useRef(onEnd);
  ended.current = onEnd;
  useEffect(() => {
    const tick = (): void => {
      const seconds = Math.ceil((end - Date.now()) / 1000);
      if (seconds <= 0) ended.current();
      else setLeft(seconds);
    };
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [end]);
  return left;
}

/** Looking away wipes it too: a page in the background, a page kept for going back, a print. */
function useLeaving(onWipe: (why: string) => void): void {
  const wipe = useRef(onWipe);
  wipe.current = onWipe;
  useEffect(() => {
    const leave = (): void => wipe.current('Đã xóa khỏi màn hình vì trang không còn được xem.');
    const hide = (): void => {
      if (document.hidden) leave();
    };
    const print = (): void => wipe.current('Thông tin người tố cáo không in được; đã xóa khỏi màn hình.');
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', leave);
    window.addEventListener('beforeprint', print);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('beforeprint', print);
    };
  }, []);
}
