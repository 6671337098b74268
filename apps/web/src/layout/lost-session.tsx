import { Modal } from 'antd';
import { SignInForm } from '../sign-in/sign-in-form.js';

/** The session ended under an open page: signing in again goes on where the page stood. */
export function LostSession({ username }: { username: string }) {
  return (
    <Modal
      open
      closable={false}
      footer={null}
      title="Phiên làm việc đã hết hạn"
      width={400}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
    >
      <p className="muted">Nhập lại mật khẩu để làm tiếp. Những gì đang nhập trên trang vẫn còn nguyên.</p>
      <SignInForm fixedUsername={username} />
    </Modal>
  );
}
