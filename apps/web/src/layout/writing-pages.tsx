import { Link } from 'react-router';
import { Empty } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';

/** Pages that are nothing but a form: whoever only looks has no use of them, and the API would refuse what they send. */
const WRITING: readonly RegExp[] = [
  /^\/(tiep-nhan|nhap-so|don-cho-gui|dong-ho)(\/|$)/,
  /^\/tiep-cong-dan\/(lap-lich|mo-buoi)$/,
  /^\/tiep-cong-dan\/(buoi|luot)\/[^/]+\/(luot-moi|dang-ky-don)$/,
  /^\/lich-lam-viec\/de-xuat$/,
];
export const isWritingPage = (path: string): boolean => WRITING.some((page) => page.test(path));

export function LooksOnlyPage() {
  return (
    <>
      <PageHead title="Tài khoản chỉ xem" />
      <section className="panel">
        <Empty action={<Link to="/">Về trang đầu</Link>}>
          Trang này để ghi việc vào hệ thống; tài khoản thanh tra xem và kiểm tra, không ghi thay người giải quyết.
        </Empty>
      </section>
    </>
  );
}
