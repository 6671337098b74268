import { App, Button, Drawer, Form, Input, InputNumber, Select } from 'antd';
import { api, ok } from '../api/client.js';
import { ProblemAlert } from '../ui/feedback.js';
import { useAct, type Visit } from './reception-queries.js';

const CONDITIONS = [
  { value: 'original', label: 'Bản gốc, bản chính' },
  { value: 'photocopy', label: 'Bản photo' },
  { value: 'certifiedCopy', label: 'Bản sao công chứng, chứng thực' },
];
interface Values {
  items: { name: string; pages: number; condition: 'original' | 'photocopy' | 'certifiedCopy' }[];
  copies: number;
}
const EMPTY = { pages: 1, condition: 'photocopy' };

/** What was handed over, line by line, for the receipt 02/TCD. */
export function PapersDrawer({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const { notification } = App.useApp();
  const act = useAct(
    (values: Values, key) =>
      ok(
        api.POST('/api/v1/reception/visits/{id}/receipts', {
          params: { path: { id: visit.id }, header: { 'If-Match': `"${visit.rev}"`, 'Idempotency-Key': key } },
          body: values,
        }),
      ),
    () => {
      notification.success({ title: 'Đã lập giấy biên nhận', role: 'status' });
      onClose();
    },
  );
  return (
    <Drawer
      open
      size={Math.min(620, window.innerWidth)}
      title="Nhận giấy tờ, lập biên nhận 02/TCD"
      onClose={onClose}
      footer={
        <div className="row">
          <Button type="primary" loading={act.isPending} onClick={() => form.submit()}>
            Lập biên nhận
          </Button>
          <Button onClick={onClose}>Hủy</Button>
        </div>
      }
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ items: [EMPTY], copies: 2 }}
        onFinish={(values) => act.mutate(values)}
      >
        <Form.List name="items">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <fieldset
                  key={key}
                  aria-label={`Tài liệu thứ ${name + 1}`}
                  style={{ border: 0, padding: 0, margin: 0 }}
                >
                  <Form.Item
                    name={[name, 'name']}
                    label={`Tài liệu ${name + 1}`}
                    rules={[{ required: true, message: 'Ghi tên tài liệu' }]}
                  >
                    <Input maxLength={300} autoComplete="off" />
                  </Form.Item>
                  <div className="row" style={{ alignItems: 'flex-end' }}>
                    <Form.Item name={[name, 'pages']} label="Số trang">
                      <InputNumber min={1} max={100_000} />
                    </Form.Item>
                    <Form.Item name={[name, 'condition']} label="Tình trạng">
                      <Select options={CONDITIONS} style={{ width: 250 }} />
                    </Form.Item>
                    {fields.length > 1 && (
                      <Button type="link" onClick={() => remove(name)} aria-label={`Bỏ tài liệu thứ ${name + 1}`}>
                        Bỏ
                      </Button>
                    )}
                  </div>
                </fieldset>
              ))}
              <Button size="small" onClick={() => add(EMPTY)}>
                Thêm tài liệu
              </Button>
            </>
          )}
        </Form.List>
        <Form.Item name="copies" label="Số bản lập" style={{ marginTop: 12 }}>
          <InputNumber min={1} max={20} />
        </Form.Item>
        {act.error && <ProblemAlert error={act.error} />}
      </Form>
    </Drawer>
  );
}
