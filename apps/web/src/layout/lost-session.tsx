import { Modal } from 'antd';
import type { Problem } from '../api/problem.js';
import { SignInForm } from '../sign-in/sign-in-form.js';

/** The session ended under an open page: signing in again goes on where the page stood. */
export function LostSession({ username, why }: { username: string; why: Problem }) {
  return (
    <Modal
      open
      closable={false}
      footer={null}
      title={why.code === 'AUTH.SESSION_OVER' ? why.title : 'Phiên làm việc đã hết hạn'}
      width={400}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
    >
      <p className="muted">
        {why.code === 'AUTH.SESSION_OVER' && why.detail
          ? why.detail
          : 'Nhập lại mật khẩu để làm tiếp. Những gì đang nhập trên trang vẫn còn nguyên.'}
      </p>
      <SignInForm fixedUsername={username} />
    </Modal>
  );
}
