import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { Status } from '../ui/status.js';
import './keeping.css';
import { MomentField } from './moment-field.js';

export function BreachesPage() {
  const [noting, setNoting] = useState(false);
  const list = useQuery({ queryKey: ['breaches'], queryFn: () => ok(api.GET('/api/v1/breaches')) });
  return (
    <>
      <PageHead
        title="Sự cố lộ dữ liệu"
        lead="Khi dữ liệu cá nhân có thể đã lộ: ghi ngay, rồi làm theo từng bước. Mọi thời hạn đếm từ lúc phát hiện."
        actions={
          list.data?.mayWrite &&
          !noting && (
            <Button type="primary" danger onClick={() => setNoting(true)}>
              Ghi sự cố
            </Button>
          )
        }
      />
      <div className="stack">
        {noting && <NoteBreach onDone={() => setNoting(false)} />}
        <section className="panel flush" aria-label="Các sự cố đã ghi">
          <Loaded query={list}>
            {({ items }) => (items.length === 0 ? <Empty>Chưa ghi sự cố nào.</Empty> : <BreachTable items={items} />)}
          </Loaded>
        </section>
      </div>
    </>
  );
}

export function BreachState({ breach }: { breach: Dto<'Breach'> }) {
  if (breach.late > 0) return <Status tone="late">{breach.late} bước quá giờ</Status>;
  if (breach.nextDueAt === null) return <Status tone="met">Đã xong các bước</Status>;
  return <Status tone="soon">Chậm nhất {instant(breach.nextDueAt)}</Status>;
}

function BreachTable({ items }: { items: readonly Dto<'Breach'>[] }) {
  return (
    <table className="data cards-on-phone">
      <thead>
        <tr>
          <th>Phát hiện lúc</th>
          <th>Chuyện gì</th>
          <th>Cơ quan</th>
          <th className="r">Bước đã xong</th>
          <th>Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td className="nowrap">
              <Link to={`/su-co-du-lieu/${one.id}`}>{instant(one.discoveredAt)}</Link>
            </td>
            <td>{one.what}</td>
            <td data-label="Cơ quan">{one.agencyName}</td>
            <td className="r num" data-label="Bước đã xong">
              {one.settled}/{one.total}
            </td>
            <td data-label="Tình trạng">
              <BreachState breach={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NoteBreach({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const noting = useMutation({
    mutationFn: (body: Dto<'NewBreach'>) => ok(api.POST('/api/v1/breaches', { body })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['breaches'] });
      await navigate(`/su-co-du-lieu/${id}`);
    },
  });
  return (
    <section className="panel" aria-labelledby="note-breach">
      <h2 id="note-breach">Ghi sự cố</h2>
      <Form layout="vertical" onFinish={(values: Dto<'NewBreach'>) => noting.mutate(values)}>
        <Form.Item
          name="discoveredAt"
          label="Phát hiện lúc"
          rules={[{ required: true, message: 'Nhập thời điểm phát hiện' }]}
        >
          <MomentField label="Phát hiện lúc" />
        </Form.Item>
        <Form.Item
          name="what"
          label="Chuyện gì đã xảy ra"
          extra="Loại dữ liệu, khoảng bao nhiêu người. Không nêu tên ai."
          rules={[{ required: true, whitespace: true, min: 10, message: 'Nhập ít nhất 10 ký tự' }]}
        >
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
        <ProblemAlert error={noting.error} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={noting.isPending}>
            Ghi và xem các bước
          </Button>
          <Button onClick={onDone}>Thôi</Button>
        </div>
      </Form>
    </section>
  );
}
