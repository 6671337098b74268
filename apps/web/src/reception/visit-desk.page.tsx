import { Alert, Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import { enterMoves } from '../counter/enter-moves.js';
import { Notes } from '../counter/notes.js';
import { ProblemAlert } from '../ui/feedback.js';
import { isSealedType } from '../ui/labels.js';
import { PageHead } from '../ui/page.js';
import { useAct } from './reception-queries.js';
import './reception.css';

interface Person {
  role?: 'visitor' | 'representative' | 'authorized' | 'lawyer';
  fullName?: string;
  address?: string;
  personalId?: string;
  phone?: string;
}
interface Values {
  type: 'complaint' | 'denunciation' | 'feedback' | 'mixed' | 'other';
  people: Person[];
  summary: string;
  groupSize: number;
  appointedInWriting?: boolean;
  priorResolution?: string;
  policeAsked?: boolean;
  denouncesHead?: boolean;
  note?: string;
}

const TYPES = [
  { value: 'feedback', label: 'Kiến nghị, phản ánh' },
  { value: 'complaint', label: 'Khiếu nại' },
  { value: 'denunciation', label: 'Tố cáo' },
  { value: 'mixed', label: 'Nhiều nội dung' },
  { value: 'other', label: 'Nội dung khác' },
];
const ROLES = [
  { value: 'visitor', label: 'Người đến trình bày' },
  { value: 'representative', label: 'Người đại diện của đoàn' },
  { value: 'authorized', label: 'Người được ủy quyền' },
  { value: 'lawyer', label: 'Luật sư, trợ giúp viên pháp lý' },
];

/** One visit into the book, by keyboard alone: Enter goes on, F9 writes. Nothing is kept in the browser. */
export function VisitDeskPage() {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const type = Form.useWatch('type', form) ?? 'feedback';
  const groupSize = Form.useWatch('groupSize', form) ?? 1;
  const act = useAct(
    (values: Values, key) =>
      ok(
        api.POST('/api/v1/reception/sessions/{id}/visits', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: bodyOf(values) as never,
        }),
      ),
    ({ id: visit, warnings }) => void navigate(`/tiep-cong-dan/luot/${visit}`, { state: { warnings } }),
  );
  const problem = act.error ? toProblem(act.error) : null;
  const notes = useMemo(() => new Notes(problem?.faults ?? []), [problem]);
  const save = () => {
    if (act.isPending) return;
    form
      .validateFields()
      .then((values) => act.mutate(values))
      .catch(() => undefined);
  };
  const saveNow = useRef(save);
  saveNow.current = save;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F9' || event.isComposing) return;
      event.preventDefault();
      saveNow.current();
    };
    window.addEventListener('keydown', onKey);
    document.querySelector<HTMLInputElement>('.visit-form input[type=radio]:checked')?.focus();
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className="reception">
      <PageHead title="Ghi lượt tiếp công dân" lead="Enter: ô tiếp theo · Shift+Enter: ô trước · F9: ghi vào sổ" />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="stack visit-form"
        style={{ maxWidth: 900 }}
        initialValues={{ type: 'feedback', people: [{}], groupSize: 1 }}
        onKeyDown={enterMoves}
      >
        <section className="panel" aria-label="Nội dung và người đến">
          <Form.Item name="type" label="Loại nội dung" {...notes.at('type')}>
            <Radio.Group options={TYPES} />
          </Form.Item>
          {isSealedType(type) && (
            <Alert
              type="warning"
              showIcon
              title="Họ tên, địa chỉ và nội dung được niêm phong ngay khi ghi; sổ riêng, chỉ người có thẩm quyền xem"
              style={{ marginBottom: 12 }}
            />
          )}
          <People notes={notes} />
          <div className="row" style={{ alignItems: 'flex-end' }}>
            <Form.Item name="groupSize" label="Số người của đoàn" {...notes.at('groupSize')}>
              <InputNumber min={1} max={10_000} />
            </Form.Item>
            {groupSize > 1 && (
              <Form.Item name="appointedInWriting" valuePropName="checked">
                <Checkbox>Có văn bản cử người đại diện, tất cả đã ký</Checkbox>
              </Form.Item>
            )}
            {groupSize >= 5 && (
              <Form.Item name="policeAsked" valuePropName="checked">
                <Checkbox>Đã đề nghị Công an phối hợp</Checkbox>
              </Form.Item>
            )}
          </div>
        </section>
        <section className="panel" aria-label="Trình bày">
          <Form.Item
            name="summary"
            label="Tóm tắt nội dung vụ việc"
            rules={[{ required: true, message: 'Ghi tóm tắt nội dung' }]}
            {...notes.at('summary')}
          >
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} maxLength={20_000} />
          </Form.Item>
          {isSealedType(type) && (
            <Form.Item name="denouncesHead" valuePropName="checked">
              <Checkbox>Tố cáo người đứng đầu chính cơ quan này</Checkbox>
            </Form.Item>
          )}
          <Form.Item name="priorResolution" label="Cơ quan đã giải quyết (không bắt buộc)">
            <Input maxLength={500} autoComplete="off" />
          </Form.Item>
          <Form.Item name="note" label="Ghi chú (không bắt buộc)">
            <Input maxLength={1000} autoComplete="off" />
          </Form.Item>
        </section>
        {problem && <ProblemAlert error={problem} />}
        <div className="row">
          <Button type="primary" size="large" data-enter-stop htmlType="button" loading={act.isPending} onClick={save}>
            Ghi vào sổ <kbd>F9</kbd>
          </Button>
          <Button size="large" onClick={() => void navigate(`/tiep-cong-dan/buoi/${id}`)}>
            Hủy
          </Button>
        </div>
      </Form>
    </div>
  );
}

function People({ notes }: { notes: Notes }) {
  return (
    <Form.List name="people">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => {
            const at = (field: string) => ({ name: [name, field], ...notes.at('people', name, field) });
            return (
              <fieldset
                key={key}
                className="person-row"
                aria-label={`Người thứ ${name + 1}`}
                style={{ border: 0, padding: 0 }}
              >
                <Form.Item {...at('personalId')} label="Số căn cước, định danh">
                  <Input inputMode="numeric" maxLength={40} autoComplete="off" />
                </Form.Item>
                <Form.Item {...at('fullName')} label="Họ và tên">
                  <Input maxLength={120} autoComplete="off" spellCheck={false} />
                </Form.Item>
                <Form.Item {...at('phone')} label="Điện thoại">
                  <Input type="tel" maxLength={40} autoComplete="off" />
                </Form.Item>
                <Form.Item {...at('address')} label="Địa chỉ" className="wide">
                  <Input maxLength={300} autoComplete="off" spellCheck={false} />
                </Form.Item>
                {name > 0 && (
                  <Form.Item {...at('role')} label="Tư cách">
                    <Select options={ROLES} />
                  </Form.Item>
                )}
                {name > 0 && (
                  <Button type="link" onClick={() => remove(name)} aria-label={`Bỏ người thứ ${name + 1}`}>
                    Bỏ người này
                  </Button>
                )}
              </fieldset>
            );
          })}
          <Button size="small" onClick={() => add({ role: 'representative' })}>
            Thêm người
          </Button>
        </>
      )}
    </Form.List>
  );
}

const filled = (values: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== null && value !== '' && value !== false,
    ),
  );
const bodyOf = ({ people, ...values }: Values): Record<string, unknown> => ({
  ...filled(values),
  people: people.map(filled).filter((person, i) => i === 0 || Object.keys(person).length > 1),
});
