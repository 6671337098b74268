import { useQuery } from '@tanstack/react-query';
import { Alert, Progress } from 'antd';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { Loaded } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { Status } from '../../ui/status.js';
import './setup.css';

type Item = Dto<'SetupItem'>;
const STATE: Record<string, { readonly tone: 'met' | 'soon' | 'late'; readonly words: string }> = {
  done: { tone: 'met', words: 'Đã xong' },
  warning: { tone: 'soon', words: 'Nên làm' },
  todo: { tone: 'late', words: 'Cần làm' },
};

export function SetupPage() {
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => ok(api.GET('/api/v1/administration/setup')) });
  return (
    <>
      <PageHead
        title="Việc cần làm khi bắt đầu"
        lead="Mỗi dòng được tính từ tình trạng thật của hệ thống lúc mở trang; không có ô nào để tự đánh dấu."
      />
      <Loaded query={setup}>{(data) => <Checklist setup={data} />}</Loaded>
    </>
  );
}

function Checklist({ setup }: { setup: Dto<'Setup'> }) {
  const groups = [...new Set(setup.items.map(({ group }) => group))];
  return (
    <div className="stack">
      <section className="panel setup-sum" aria-label="Tổng hợp">
        <div>
          <p className="strong" role="status">
            Đã xong {setup.done} trong {setup.total} việc
          </p>
          <Progress
            percent={Math.round((setup.done / setup.total) * 100)}
            aria-label="Tỷ lệ việc đã xong"
            status="normal"
          />
        </div>
        <Alert
          role="status"
          type={setup.mode === 'demo' ? 'info' : setup.ready ? 'success' : 'warning'}
          showIcon
          title={
            setup.mode === 'demo'
              ? 'Đây là bản dùng thử'
              : setup.ready
                ? 'Đủ điều kiện vận hành thật'
                : 'Chưa đủ điều kiện vận hành thật'
          }
          description={
            setup.mode === 'demo'
              ? 'Dữ liệu và tài khoản là hư cấu. Vận hành thật là một bản cài đặt khác, bắt đầu từ một người quản trị.'
              : 'Làm hết các việc “Cần làm”, rồi mới cho các xã, phường vào sổ.'
          }
        />
      </section>
      {groups.map((group) => (
        <section key={group} className="panel flush" aria-label={group}>
          <h2 className="setup-group">{group}</h2>
          <ul className="setup-list">
            {setup.items
              .filter((item) => item.group === group)
              .map((item) => (
                <SetupRow key={item.key} item={item} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function SetupRow({ item }: { item: Item }) {
  const state = STATE[item.state] ?? { tone: 'late' as const, words: 'Cần làm' };
  return (
    <li>
      <span className="setup-state">
        <Status tone={state.tone}>{state.words}</Status>
      </span>
      <span className="grow">
        <span className="strong">{item.title}</span>
        <span className="setup-detail">{item.detail}</span>
        {item.state !== 'done' && item.howTo && <span className="setup-detail muted">Ở máy chủ: {item.howTo}</span>}
      </span>
      {item.link && (
        <Link to={item.link} aria-label={`Mở nơi làm: ${item.title}`}>
          Mở
        </Link>
      )}
    </li>
  );
}
