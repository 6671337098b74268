import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useToday, useUser } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { DayField } from '../ui/day-field.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { Status } from '../ui/status.js';
import { ColleagueSelect, useColleagues } from './colleague-select.js';
import { useMayActForOthers } from './delegations-panel.js';

/** Whose notices go to somebody else meanwhile. */
export function AbsencePanel() {
  const colleagues = useColleagues();
  return (
    <div className="stack">
      <NewAbsence />
      <section className="panel" aria-labelledby="absent-now">
        <h2 id="absent-now">Đang vắng hôm nay</h2>
        <Loaded query={colleagues}>
          {({ items }) => {
            const absent = items.filter((user) => user.absent);
            return absent.length === 0 ? (
              <Empty>Không ai vắng mặt.</Empty>
            ) : (
              <ul className="plain-rows">
                {absent.map((user) => (
                  <Absent key={user.id} user={user} />
                ))}
              </ul>
            );
          }}
        </Loaded>
      </section>
    </div>
  );
}

function useNoteAbsence() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Dto<'Absence'>) => ok(api.POST('/api/v1/absences', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['users'] }),
  });
}

function Absent({ user }: { user: Dto<'UserRef'> }) {
  const me = useUser();
  const mayNote = useMayActForOthers() || user.id === me.id;
  const note = useNoteAbsence();
  return (
    <li className="row">
      <span>
        <strong>{user.fullName}</strong>
        {user.title && <span className="muted">, {user.title}</span>}
      </span>
      <Status tone="paused">Đang vắng</Status>
      {mayNote && (
        <Button size="small" loading={note.isPending} onClick={() => note.mutate({ userId: user.id })}>
          Đã có mặt trở lại
        </Button>
      )}
      <ProblemAlert error={note.error} />
    </li>
  );
}

function NewAbsence() {
  const today = useToday();
  const me = useUser();
  const others = useMayActForOthers();
  const [form] = Form.useForm<Dto<'Absence'>>();
  const { notification } = App.useApp();
  const note = useNoteAbsence();
  const save = (values: Dto<'Absence'>) =>
    note.mutate(withoutEmpty(values), {
      onSuccess: () => {
        notification.success({
          title: 'Đã ghi vắng mặt',
          description: values.to ? `Vắng đến hết ngày ${day(values.to)}.` : 'Vắng đến khi ghi có mặt trở lại.',
          role: 'status',
        });
        form.resetFields();
      },
    });
  return (
    <section className="panel" aria-labelledby="new-absence">
      <h2 id="new-absence">Ghi vắng mặt</h2>
      <p className="muted small">
        Thông báo của người vắng được báo thêm cho người được ủy quyền, không có thì cho cấp trên. Thời hạn theo luật
        không dừng vì vắng mặt.
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ userId: me.id, from: today }}
        onFinish={save}
        className="form-grid"
      >
        <Form.Item name="userId" label="Người vắng mặt" rules={[{ required: true, message: 'Chọn người vắng mặt' }]}>
          <ColleagueSelect disabled={!others} />
        </Form.Item>
        <span />
        <Form.Item name="from" label="Vắng từ ngày" rules={[{ required: true, message: 'Nhập ngày bắt đầu vắng' }]}>
          <DayField label="Vắng từ ngày" value={undefined} />
        </Form.Item>
        <Form.Item name="to" label="Đến hết ngày (bỏ trống: chưa biết)">
          <DayField label="Đến hết ngày" value={undefined} min={today} />
        </Form.Item>
        <div className="wide">
          <ProblemAlert error={note.error} />
          <Button type="primary" htmlType="submit" loading={note.isPending}>
            Ghi vắng mặt
          </Button>
        </div>
      </Form>
    </section>
  );
}

const withoutEmpty = ({ userId, from, to }: Dto<'Absence'>): Dto<'Absence'> => ({
  userId,
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
});
