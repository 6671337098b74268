import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import { Notes } from '../counter/notes.js';
import { useToday } from '../sign-in/session.js';
import { DayField } from '../ui/day-field.js';
import { ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { MODE_TITLE, useAct, useReceptionOptions } from './reception-queries.js';
import { useHeads } from './use-heads.js';
import { CLEARS } from '../ui/text.js';
import './reception.css';

interface Values {
  kind: 'regular' | 'unscheduled' | 'dialogue';
  mode: 'inPerson' | 'online';
  heldOn: string;
  startsAt: string;
  endsAt?: string;
  place: string;
  leaderId?: number;
  unscheduledGround?: string;
  onlineCase?: string;
  secrecyAsked?: boolean;
  securityAssured?: boolean;
  technicalReady?: boolean;
  attendees?: string;
  topics?: string;
}

const KINDS = [
  { value: 'regular', label: 'Tiếp thường xuyên tại quầy' },
  { value: 'unscheduled', label: 'Tiếp đột xuất của người đứng đầu' },
  { value: 'dialogue', label: 'Đối thoại với công dân' },
];
const MODES = Object.entries(MODE_TITLE).map(([value, label]) => ({ value, label }));

/** A session outside the schedule: the desk of today, an unscheduled reception, a dialogue; in person or online. */
export function OpenSessionPage() {
  const today = useToday();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const heads = useHeads();
  const options = useReceptionOptions();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? 'regular';
  const online = Form.useWatch('mode', form) === 'online';
  const act = useAct(
    (values: Values, key) => openSession(values, key),
    ({ id }) => void navigate(`/tiep-cong-dan/buoi/${id}`),
  );
  const problem = act.error ? toProblem(act.error) : null;
  const notes = useMemo(() => new Notes(problem?.faults ?? []), [problem]);
  const listOf = (items: readonly { value: string; label: string; citation?: string }[] | undefined) =>
    (items ?? []).map(({ value, label, citation }) => ({ value, label: citation ? `${label} (${citation})` : label }));
  return (
    <div className="reception">
      <PageHead title="Mở buổi tiếp công dân" lead="Buổi tiếp định kỳ của người đứng đầu được lập ở lịch tháng." />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="panel"
        style={{ maxWidth: 760 }}
        initialValues={{
          kind: params.get('loai') === 'doi-thoai' ? 'dialogue' : 'regular',
          ...{ mode: 'inPerson', heldOn: today, startsAt: '07:30', place: '' },
        }}
        onFinish={(values) => act.mutate(values)}
      >
        <Form.Item name="kind" label="Loại buổi tiếp" {...notes.at('kind')}>
          <Radio.Group options={KINDS} />
        </Form.Item>
        {kind === 'unscheduled' && (
          <Form.Item
            name="unscheduledGround"
            label="Lý do tiếp đột xuất"
            rules={[{ required: true, message: 'Chọn lý do' }]}
            {...notes.at('unscheduledGround')}
          >
            <Radio.Group className="stack" options={listOf(options.data?.unscheduledGrounds)} />
          </Form.Item>
        )}
        <div className="row" style={{ alignItems: 'flex-start' }}>
          <Form.Item name="heldOn" label="Ngày tiếp" rules={[{ required: true, message: 'Chọn ngày' }]}>
            <DayField label="Ngày tiếp" value={undefined} />
          </Form.Item>
          <Form.Item
            name="startsAt"
            label="Từ giờ"
            rules={[{ required: true, message: 'Nhập giờ' }]}
            {...notes.at('startsAt')}
          >
            <Input placeholder="07:30" maxLength={5} style={{ width: 90 }} />
          </Form.Item>
          <Form.Item name="endsAt" label="Đến giờ" {...notes.at('endsAt')}>
            <Input placeholder="11:30" maxLength={5} style={{ width: 90 }} />
          </Form.Item>
        </div>
        <Form.Item
          name="place"
          label={kind === 'dialogue' ? 'Nơi đối thoại' : 'Nơi tiếp'}
          rules={[{ required: true, message: 'Nhập nơi tiếp' }]}
          {...notes.at('place')}
        >
          <Input maxLength={300} autoComplete="off" />
        </Form.Item>
        {kind !== 'regular' && (
          <Form.Item name="leaderId" label="Người đứng đầu chủ trì" {...notes.at('leaderId')}>
            <Select
              allowClear={CLEARS}
              placeholder="Chọn người"
              options={heads.map(({ id, fullName }) => ({ value: id, label: fullName }))}
            />
          </Form.Item>
        )}
        {kind !== 'regular' && (
          <>
            <Form.Item name="attendees" label="Thành phần tham dự (không bắt buộc)">
              <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
            </Form.Item>
            <Form.Item name="topics" label="Dự kiến nội dung (không bắt buộc)">
              <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
            </Form.Item>
            <Form.Item name="mode" label="Hình thức" {...notes.at('mode')}>
              <Radio.Group options={MODES} />
            </Form.Item>
          </>
        )}
        {online && kind !== 'regular' && (
          <fieldset className="panel" style={{ marginBottom: 12 }}>
            <legend className="strong">Điều kiện tiếp trực tuyến</legend>
            <Form.Item
              name="onlineCase"
              label="Vụ việc thuộc loại được tiếp trực tuyến"
              rules={[{ required: true, message: 'Chọn loại vụ việc' }]}
              {...notes.at('onlineCase')}
            >
              <Radio.Group className="stack" options={listOf(options.data?.onlineCases)} />
            </Form.Item>
            <Form.Item name="secrecyAsked" valuePropName="checked">
              <Checkbox>Người tố cáo yêu cầu bảo vệ danh tính</Checkbox>
            </Form.Item>
            <Form.Item name="securityAssured" valuePropName="checked">
              <Checkbox>Bảo đảm điều kiện bảo mật</Checkbox>
            </Form.Item>
            <Form.Item name="technicalReady" valuePropName="checked">
              <Checkbox>Đủ điều kiện hạ tầng, thiết bị, ghi âm, ghi hình</Checkbox>
            </Form.Item>
            <p className="muted small">
              Thông báo và kết nối thử các điểm cầu được ghi ở trang của buổi tiếp; thời hạn hiện ở đó.
            </p>
          </fieldset>
        )}
        {problem && <ProblemAlert error={problem} />}
        <div className="row" style={{ marginTop: 12 }}>
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            Mở buổi tiếp
          </Button>
          <Button onClick={() => void navigate(-1)}>Hủy</Button>
        </div>
      </Form>
    </div>
  );
}

function openSession({ kind, ...values }: Values, key: string) {
  const header = { 'Idempotency-Key': key };
  const body = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Omit<Values, 'kind'>;
  if (kind === 'dialogue') return ok(api.POST('/api/v1/reception/dialogues', { params: { header }, body }));
  return ok(api.POST('/api/v1/reception/sessions', { params: { header }, body: { ...body, kind } }));
}
