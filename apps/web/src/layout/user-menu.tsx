import { Button, Modal } from 'antd';
import { Link } from 'react-router';
import { hasDraft } from '../counter/draft-store.js';
import { useOutbox } from '../offline/use-outbox.js';
import { useUploads } from '../uploads/use-uploads.js';
import { useSession, type User } from '../sign-in/session.js';
import { Icons } from '../ui/icons.js';

export function UserMenu({ user }: { user: User }) {
  const { signOut } = useSession();
  const [modal, holder] = Modal.useModal();
  const outbox = useOutbox(user.id);
  const uploading = useUploads().some(({ state }) => state !== 'done' && state !== 'failed');
  const leave = () => {
    const waiting = outbox.filter(({ state }) => state !== 'sent').length;
    if (!hasDraft(user.id) && waiting === 0 && !uploading) return signOut();
    modal.confirm({
      title:
        waiting > 0
          ? `Còn ${waiting} đơn lưu trên máy này, CHƯA đăng ký`
          : uploading
            ? 'Còn tài liệu đang tải lên'
            : 'Còn một đơn đang soạn, chưa đăng ký',
      content: 'Đăng xuất sẽ xóa khỏi máy những gì chưa đăng ký, chưa tải xong, để người dùng máy sau không đọc được.',
      okText: 'Xóa và đăng xuất',
      okButtonProps: { danger: waiting > 0 },
      onOk: signOut,
    });
  };
  return (
    <>
      {holder}
      <span className="full" style={{ lineHeight: 1.25, textAlign: 'right', whiteSpace: 'nowrap' }}>
        <span className="strong" style={{ display: 'block', fontSize: 13 }}>
          {user.fullName}
        </span>
        <span style={{ fontSize: 12, color: '#d7e8f1' }}>{user.title}</span>
      </span>
      <Link
        className="topbar-link"
        to="/bao-mat-tai-khoan"
        aria-label="Bảo mật tài khoản"
        title="Mật khẩu, mã xác thực, phiên đăng nhập của tôi"
      >
        {Icons.key}
      </Link>
      <Button
        type="text"
        icon={Icons.out}
        onClick={leave}
        aria-label={`Đăng xuất ${user.fullName}`}
        title="Đăng xuất"
      />
    </>
  );
}
