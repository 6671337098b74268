import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useSession } from '../sign-in/session.js';
import { day, instant } from '../ui/dates.js';
import { DayField } from '../ui/day-field.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import './inspection.css';

export const useIsInspector = (): boolean => {
  const { user } = useSession();
  return ((user?.roles ?? []) as readonly string[]).includes('inspector');
};

/** Inspections with their samples. What is noted here is the inspection's own; no case is changed by it. */
export function InspectionsPage() {
  const inspector = useIsInspector();
  const [opening, setOpening] = useState(false);
  const list = useQuery({ queryKey: ['inspections'], queryFn: () => ok(api.GET('/api/v1/inspections')) });
  return (
    <>
      <PageHead
        title="Chọn mẫu kiểm tra"
        lead="Mẫu ngẫu nhiên theo số khởi tạo: ai có cùng danh sách cũng chọn lại được đúng mẫu ấy. Hồ sơ không bị thay đổi."
        actions={
          inspector &&
          !opening && (
            <Button type="primary" onClick={() => setOpening(true)}>
              Lập cuộc kiểm tra
            </Button>
          )
        }
      />
      <div className="stack">
        {opening && <OpenInspection onDone={() => setOpening(false)} />}
        <Loaded query={list}>
          {({ items }) =>
            items.length === 0 ? (
              <section className="panel" aria-label="Các cuộc kiểm tra">
                <Empty>Chưa có cuộc kiểm tra nào.</Empty>
              </section>
            ) : (
              <div className="table-scroll panel">
                <table className="data cards-on-phone">
                  <thead>
                    <tr>
                      <th scope="col">Cuộc kiểm tra</th>
                      <th scope="col">Kỳ</th>
                      <th scope="col">Đoàn, người thực hiện</th>
                      <th scope="col">Mẫu</th>
                      <th scope="col">Ghi nhận</th>
                      <th scope="col">Lập lúc</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((one) => (
                      <tr key={one.id}>
                        <td data-label="Cuộc kiểm tra">
                          <Link to={`/kiem-tra/${one.id}`}>{one.name}</Link>
                        </td>
                        <td data-label="Kỳ" className="num">
                          {day(one.from)} – {day(one.to)}
                        </td>
                        <td data-label="Đoàn">{one.team}</td>
                        <td data-label="Mẫu" className="num">
                          {count(one.samples)}
                        </td>
                        <td data-label="Ghi nhận" className="num">
                          {count(one.findings)}
                        </td>
                        <td data-label="Lập lúc">
                          {instant(one.createdAt)}
                          <div className="muted small">{one.createdByName}</div>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Loaded>
      </div>
    </>
  );
}

type New = Dto<'NewInspection'>;

function OpenInspection({ onDone }: { onDone: () => void }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const open = useMutation({
    mutationFn: (body: New) => ok(api.POST('/api/v1/inspections', { body })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['inspections'] });
      await navigate(`/kiem-tra/${id}`);
    },
  });
  return (
    <section className="panel" aria-labelledby="open-inspection">
      <h2 id="open-inspection">Lập cuộc kiểm tra</h2>
      <Form<New>
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => open.mutate(values)}
        className="inspection-form"
      >
        <Form.Item
          name="name"
          label="Tên cuộc kiểm tra"
          rules={[{ required: true, min: 5, message: 'Ghi tên cuộc kiểm tra, ít nhất 5 ký tự' }]}
        >
          <Input maxLength={200} placeholder="Kiểm tra trách nhiệm giải quyết khiếu nại quý III năm 2026" />
        </Form.Item>
        <Form.Item
          name="team"
          label="Đoàn, người thực hiện"
          rules={[{ required: true, message: 'Ghi đoàn hoặc người thực hiện' }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <div className="row">
          <Form.Item name="from" label="Kỳ kiểm tra từ ngày" rules={[{ required: true, message: 'Chọn ngày' }]}>
            <DayField label="Kỳ kiểm tra từ ngày" value={undefined} />
          </Form.Item>
          <Form.Item name="to" label="Đến ngày" rules={[{ required: true, message: 'Chọn ngày' }]}>
            <DayField label="Đến ngày" value={undefined} />
          </Form.Item>
        </div>
        <ProblemAlert error={open.error} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={open.isPending}>
            Lập
          </Button>
          <Button onClick={onDone}>Thôi</Button>
        </div>
      </Form>
    </section>
  );
}
