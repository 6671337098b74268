import { Link } from 'react-router';
import { count } from '../ui/text.js';
import { useOnline } from './connection.js';
import { useOutbox } from './use-outbox.js';
import './offline.css';

const WAITING = '/don-cho-gui';

/** Under the top bar while the network is away, and as long as a petition that was saved then wants the officer's eye. */
export function ConnectionBar({ userId }: { userId: number }) {
  const online = useOnline();
  const outbox = useOutbox(userId);
  const waiting = outbox.filter(({ state }) => state === 'waiting').length;
  const refused = outbox.filter(({ state }) => state === 'refused').length;
  const sent = outbox.filter(({ state }) => state === 'sent');
  if (online && outbox.length === 0) return null;
  return (
    <div className={`connection-bar no-print ${online ? (refused > 0 ? 'amber' : 'calm') : 'cut'}`} role="status">
      <strong>{online ? 'Đã có kết nối' : 'Mất kết nối – các đơn soạn được giữ trên máy này'}</strong>
      {waiting > 0 && (
        <Link to={WAITING}>
          {online ? `${count(waiting)} đơn đang được gửi` : `${count(waiting)} đơn chờ gửi, CHƯA đăng ký`}
        </Link>
      )}
      {refused > 0 && <Link to={WAITING}>{count(refused)} đơn chưa đăng ký được, cần sửa</Link>}
      {sent.length > 0 && (
        <Link to={WAITING}>
          {sent.length === 1
            ? `Đã đăng ký đơn số ${sent[0]?.answer?.registerLabel ?? ''}: in biên nhận`
            : `Đã đăng ký ${count(sent.length)} đơn: in biên nhận`}
        </Link>
      )}
    </div>
  );
}
