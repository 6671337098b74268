import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api, ok } from '../../api/client.js';
import { day, weekday } from '../../ui/dates.js';
import { DayField } from '../../ui/day-field.js';
import { ProblemAlert } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { KIND } from './words.js';
import './calendar.css';

type Kind = 'off' | 'makeup' | 'ordinary' | 'withdraw';
interface ProposedDay {
  date?: string;
  kind: Kind;
  name: string;
  basis: string;
  basisOn?: string;
  confirmed: boolean;
}
interface Proposal {
  entries: ProposedDay[];
  announcesYear?: number | null;
}
const NEW_DAY: ProposedDay = { kind: 'off', name: '', basis: '', confirmed: true };
const required = (what: string) => ({ required: true, message: `Nhập ${what}` });

/** A change is only looked at here: nothing is written before somebody publishes what they have seen. */
export function ProposePage() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [form] = Form.useForm<Proposal>();
  const year = Number(params.get('nam')) || null;
  const preview = useMutation({
    mutationFn: ({ entries, announcesYear }: Proposal) =>
      ok(
        api.POST('/api/v1/calendar/previews', {
          body: {
            entries: entries.map((one) => ({
              date: one.date ?? '',
              kind: one.kind,
              name: one.name.trim(),
              basis: one.basis.trim(),
              ...(one.basisOn ? { basisOn: one.basisOn } : {}),
              confirmed: one.confirmed,
            })),
            ...(announcesYear ? { announcesYear } : {}),
          },
        }),
      ),
    onSuccess: ({ id }) => navigate(`/lich-lam-viec/xem-truoc/${id}`),
  });
  return (
    <>
      <PageHead
        title="Đề xuất thay đổi lịch"
        lead="Nêu ngày và số văn bản quyết định, rồi xem trước hồ sơ nào dời hạn. Chưa công bố thì chưa có gì thay đổi."
      />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ entries: [NEW_DAY], announcesYear: year }}
        onFinish={(values) => preview.mutate(values)}
        style={{ maxWidth: 980 }}
      >
        <Form.List name="entries">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <DayFields key={key} index={name} onRemove={fields.length > 1 || year ? () => remove(name) : null} />
              ))}
              <Button onClick={() => add(NEW_DAY)}>Thêm một ngày</Button>
            </>
          )}
        </Form.List>
        <Form.Item
          name="announcesYear"
          label="Đây là lịch nghỉ đủ cả năm"
          extra="Chỉ ghi khi đã nhập đủ ngày nghỉ của năm đó: cảnh báo thiếu lịch sẽ tắt."
          style={{ marginTop: 16 }}
        >
          <InputNumber min={2024} max={2199} placeholder="Để trống nếu không" style={{ width: 180 }} />
        </Form.Item>
        {preview.error && <ProblemAlert error={preview.error} />}
        <div className="row" style={{ marginTop: 12 }}>
          <Button type="primary" htmlType="submit" loading={preview.isPending}>
            Xem trước
          </Button>
          <Link to="/lich-lam-viec">Về lịch làm việc</Link>
        </div>
      </Form>
    </>
  );
}

function DayFields({ index, onRemove }: { index: number; onRemove: (() => void) | null }) {
  const date = Form.useWatch<string | undefined>(['entries', index, 'date']);
  return (
    <fieldset className="proposed-day">
      <legend>
        Ngày thứ {index + 1}
        {date && `: ${weekday(date)} ${day(date)}`}
      </legend>
      <div className="fields">
        <Form.Item name={[index, 'date']} label="Ngày" rules={[required('ngày')]}>
          <CalendarDay label="Ngày" />
        </Form.Item>
        <Form.Item name={[index, 'kind']} label="Trở thành">
          <Select options={Object.entries(KIND).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name={[index, 'name']} label="Tên ngày" rules={[required('tên')]}>
          <Input placeholder="Nghỉ hoán đổi dịp Ngày Văn hóa" maxLength={120} />
        </Form.Item>
        <Form.Item
          name={[index, 'basis']}
          label="Số văn bản quyết định"
          rules={[required('số văn bản quyết định'), { pattern: /\d/, message: 'Ghi rõ số văn bản' }]}
        >
          <Input placeholder="CV 9999/VPCP-KGVX" maxLength={160} />
        </Form.Item>
        <Form.Item name={[index, 'basisOn']} label="Ngày của văn bản">
          <CalendarDay label="Ngày của văn bản" />
        </Form.Item>
        <Form.Item name={[index, 'confirmed']} valuePropName="checked" label="Xác nhận">
          <Checkbox>Đã có văn bản chính thức</Checkbox>
        </Form.Item>
      </div>
      {onRemove && (
        <Button type="link" danger onClick={onRemove} style={{ padding: 0, marginBottom: 8 }}>
          Bỏ ngày thứ {index + 1}
        </Button>
      )}
    </fieldset>
  );
}

function CalendarDay({
  label,
  id,
  value,
  onChange,
}: {
  label: string;
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}) {
  return <DayField label={label} value={value} {...(id ? { id } : {})} {...(onChange ? { onChange } : {})} />;
}
