import { Button, Form, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import { Notes } from '../counter/notes.js';
import { useToday } from '../sign-in/session.js';
import { DayField } from '../ui/day-field.js';
import { ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { QuotaPanel } from './quota-panel.js';
import { lastOf, useAct } from './reception-queries.js';
import { useHeads } from './use-heads.js';
import './reception.css';

interface Day {
  heldOn?: string;
  startsAt?: string;
  endsAt?: string;
  leaderId?: number;
}
interface Values {
  place: string;
  regularHours: string;
  attendees: string;
  topics: string;
  days: Day[];
}

const USUAL = { startsAt: '07:30', endsAt: '11:00' };

/** The schedule of a month: each day with who receives; posted later as a whole. */
export function SchedulePage() {
  const today = useToday();
  const [params] = useSearchParams();
  const month = params.get('thang') ?? today.slice(0, 7);
  const navigate = useNavigate();
  const heads = useHeads();
  const [form] = Form.useForm<Values>();
  const first = `${month}-01`;
  const act = useAct(
    ({ place, regularHours, attendees, topics, days }: Values, key) =>
      ok(
        api.POST('/api/v1/reception/schedules', {
          params: { header: { 'Idempotency-Key': key } },
          body: {
            ...{ fromOn: first, toOn: lastOf(month), place, regularHours },
            sessions: days.map(({ heldOn, startsAt, endsAt, leaderId }) => ({
              ...{ heldOn: heldOn ?? '', startsAt: startsAt ?? '', attendees, topics },
              ...(endsAt ? { endsAt } : {}),
              ...(leaderId ? { leaderId } : {}),
            })),
          },
        }),
      ),
    () => void navigate(`/tiep-cong-dan?thang=${month}`),
  );
  const problem = act.error ? toProblem(act.error) : null;
  const notes = useMemo(() => new Notes(problem?.faults ?? []), [problem]);
  const at = (index: number, name: string) => ({ name: [index, name], ...notes.at('sessions', index, name) });
  return (
    <div className="reception stack">
      <PageHead
        title={`Lập lịch tiếp công dân tháng ${month.slice(5)}/${month.slice(0, 4)}`}
        lead="Lịch ghi nơi tiếp, giờ tiếp thường xuyên và từng ngày người đứng đầu trực tiếp tiếp (LTCD Đ.24)."
      />
      <QuotaPanel month={month} agency={undefined} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...{ place: '', attendees: '', topics: 'Khiếu nại, tố cáo, kiến nghị, phản ánh của công dân' },
          regularHours: '07:30 đến 11:30, 13:30 đến 17:00 các ngày làm việc',
          days: [USUAL],
        }}
        onFinish={(values) => act.mutate(values)}
      >
        <section className="panel" aria-label="Nơi và giờ tiếp">
          <Form.Item
            name="place"
            label="Nơi tiếp công dân"
            rules={[{ required: true, message: 'Nhập nơi tiếp' }]}
            {...notes.at('place')}
          >
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="regularHours"
            label="Thời gian tiếp công dân thường xuyên"
            rules={[{ required: true, message: 'Nhập thời gian tiếp thường xuyên' }]}
            {...notes.at('regularHours')}
          >
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="attendees"
            label="Thành phần tham dự"
            rules={[{ required: true, message: 'Nhập thành phần tham dự' }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
          </Form.Item>
          <Form.Item
            name="topics"
            label="Dự kiến nội dung tiếp"
            rules={[{ required: true, message: 'Nhập dự kiến nội dung' }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
          </Form.Item>
        </section>
        <section className="panel" aria-labelledby="days-title" style={{ marginTop: 12 }}>
          <h2 id="days-title">Ngày tiếp định kỳ</h2>
          <Form.List name="days">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <div className="day-row" key={key} role="group" aria-label={`Ngày tiếp thứ ${name + 1}`}>
                    <Form.Item {...at(name, 'heldOn')} label="Ngày" rules={[{ required: true, message: 'Chọn ngày' }]}>
                      <DayField label="Ngày tiếp" value={undefined} min={first} max={lastOf(month)} />
                    </Form.Item>
                    <Form.Item {...at(name, 'startsAt')} label="Từ giờ" rules={[{ required: true, message: 'Giờ' }]}>
                      <Input placeholder="07:30" maxLength={5} />
                    </Form.Item>
                    <Form.Item {...at(name, 'endsAt')} label="Đến giờ">
                      <Input placeholder="11:00" maxLength={5} />
                    </Form.Item>
                    <Form.Item
                      {...at(name, 'leaderId')}
                      label="Người đứng đầu tiếp"
                      rules={[{ required: true, message: 'Chọn người tiếp' }]}
                    >
                      <Select
                        placeholder="Chọn người"
                        options={heads.map(({ id, fullName }) => ({ value: id, label: fullName }))}
                      />
                    </Form.Item>
                    <Button
                      type="link"
                      onClick={() => remove(name)}
                      disabled={fields.length === 1}
                      aria-label={`Bỏ ngày tiếp thứ ${name + 1}`}
                    >
                      Bỏ
                    </Button>
                  </div>
                ))}
                <Button onClick={() => add({ ...USUAL, leaderId: heads.length === 1 ? heads[0]?.id : undefined })}>
                  Thêm ngày tiếp
                </Button>
              </>
            )}
          </Form.List>
        </section>
        {problem && <ProblemAlert error={problem} />}
        <div className="row" style={{ marginTop: 12 }}>
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            Lưu lịch
          </Button>
          <Button onClick={() => void navigate(-1)}>Hủy</Button>
          <span className="muted small">Lưu lịch chưa phải là niêm yết; niêm yết ghi ở trang lịch.</span>
        </div>
      </Form>
    </div>
  );
}
