import { Link } from 'react-router';
import { Empty } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';

export function NotFoundPage() {
  return (
    <>
      <PageHead title="Không có trang này" />
      <section className="panel">
        <Empty action={<Link to="/">Về trang đầu</Link>}>
          Đường dẫn có thể đã gõ nhầm, hoặc trang đã được đổi chỗ.
        </Empty>
      </section>
    </>
  );
}
