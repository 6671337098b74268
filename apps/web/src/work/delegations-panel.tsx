import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Popconfirm } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useHasRole, useToday, useUser } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { DayField } from '../ui/day-field.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { Status } from '../ui/status.js';
import { ColleagueSelect } from './colleague-select.js';

type Delegation = Dto<'Delegation'>;
/** Who notes it for somebody of theirs; everybody else for themselves. */
export const useMayActForOthers = (): boolean =>
  useHasRole('unitHead', 'chairman', 'provinceChairman', 'administrator');

export function DelegationsPanel() {
  const delegations = useQuery({
    queryKey: ['delegations'],
    queryFn: () => ok(api.GET('/api/v1/delegations')),
  });
  return (
    <div className="stack">
      <NewDelegation />
      <section className="panel" aria-labelledby="standing-delegations">
        <h2 id="standing-delegations">Đang và sẽ có hiệu lực</h2>
        <Loaded query={delegations}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty>Không có việc ủy quyền nào.</Empty>
            ) : (
              <table className="data cards-on-phone num">
                <thead>
                  <tr>
                    <th>Người ủy quyền</th>
                    <th>Người được ủy quyền</th>
                    <th>Khoảng ngày</th>
                    <th>Lý do, văn bản</th>
                    <th aria-label="Việc làm" />
                  </tr>
                </thead>
                <tbody>
                  {items.map((one) => (
                    <DelegationRow key={one.id} delegation={one} />
                  ))}
                </tbody>
              </table>
            )
          }
        </Loaded>
      </section>
    </div>
  );
}

function DelegationRow({ delegation: { id, from, to, validFrom, validTo, reason } }: { delegation: Delegation }) {
  const today = useToday();
  const user = useUser();
  const mayEnd = useMayActForOthers() || from.id === user.id;
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/delegations/{id}/end', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['delegations'] }),
  });
  return (
    <tr>
      <td>
        <strong>{from.fullName}</strong>
        <div className="muted small">{from.title}</div>
      </td>
      <td data-label="Người được ủy quyền">
        <strong>{to.fullName}</strong>
        <div className="muted small">{to.title}</div>
      </td>
      <td className="nowrap">
        {day(validFrom)} – {day(validTo)}
        <div>
          {validFrom > today ? (
            <Status tone="none">Chưa đến ngày</Status>
          ) : (
            <Status tone="calm">Đang có hiệu lực</Status>
          )}
        </div>
      </td>
      <td>{reason}</td>
      <td className="r">
        {mayEnd && (
          <Popconfirm
            title="Chấm dứt việc ủy quyền này từ hôm nay?"
            okText="Chấm dứt"
            cancelText="Giữ nguyên"
            onConfirm={() => end.mutate()}
          >
            <Button size="small" loading={end.isPending} aria-label={`Chấm dứt ủy quyền cho ${to.fullName}`}>
              Chấm dứt
            </Button>
          </Popconfirm>
        )}
        <ProblemAlert error={end.error} />
      </td>
    </tr>
  );
}

function NewDelegation() {
  const today = useToday();
  const user = useUser();
  const others = useMayActForOthers();
  const [form] = Form.useForm<Dto<'NewDelegation'>>();
  const { notification } = App.useApp();
  const client = useQueryClient();
  const delegate = useMutation({
    mutationFn: (body: Dto<'NewDelegation'>) => ok(api.POST('/api/v1/delegations', { body })),
    onSuccess: async ({ to, validFrom, validTo }) => {
      await client.invalidateQueries({ queryKey: ['delegations'] });
      notification.success({
        title: 'Đã ghi việc ủy quyền',
        description: `${to.fullName} làm thay từ ${day(validFrom)} đến hết ${day(validTo)}.`,
        role: 'status',
      });
      form.resetFields();
    },
  });
  return (
    <section className="panel" aria-labelledby="new-delegation">
      <h2 id="new-delegation">Ủy quyền mới</h2>
      <p className="muted small">
        Người được ủy quyền làm được việc thuộc vai trò của người ủy quyền trong khoảng ngày này; nhật ký ghi tên người
        làm thật. Quản lý thông tin người tố cáo và quản trị hệ thống không ủy quyền được.
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ fromUserId: user.id, validFrom: today }}
        onFinish={(values) => delegate.mutate(values)}
        className="form-grid"
      >
        <Form.Item
          name="fromUserId"
          label="Người ủy quyền"
          rules={[{ required: true, message: 'Chọn người ủy quyền' }]}
        >
          <ColleagueSelect disabled={!others} />
        </Form.Item>
        <Form.Item
          name="toUserId"
          label="Người được ủy quyền"
          rules={[{ required: true, message: 'Chọn người được ủy quyền' }]}
        >
          <ColleagueSelect />
        </Form.Item>
        <Form.Item name="validFrom" label="Từ ngày" rules={[{ required: true, message: 'Nhập ngày bắt đầu' }]}>
          <DayField label="Từ ngày" value={undefined} />
        </Form.Item>
        <Form.Item name="validTo" label="Đến hết ngày" rules={[{ required: true, message: 'Nhập ngày kết thúc' }]}>
          <DayField label="Đến hết ngày" value={undefined} min={today} />
        </Form.Item>
        <Form.Item
          className="wide"
          name="reason"
          label="Lý do, văn bản ủy quyền"
          rules={[{ required: true, min: 5, message: 'Nêu lý do hoặc số văn bản' }]}
        >
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
        <div className="wide">
          <ProblemAlert error={delegate.error} />
          <Button type="primary" htmlType="submit" loading={delegate.isPending}>
            Ủy quyền
          </Button>
        </div>
      </Form>
    </section>
  );
}
