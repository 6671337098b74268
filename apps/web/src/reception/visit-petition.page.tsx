import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { enterMoves } from '../counter/enter-moves.js';
import { ReceiptView } from '../counter/receipt.js';
import { useUser } from '../sign-in/session.js';
import { Loaded, ProblemAlert } from '../ui/feedback.js';
import { FIELDS } from '../ui/labels.js';
import { PageHead } from '../ui/page.js';
import { useAct, useVisit, type Visit } from './reception-queries.js';
import { CLEARS } from '../ui/text.js';
import '../counter/counter.css';
import './reception.css';

interface Values {
  content?: string;
  field?: string;
  respondent?: string;
  challengedDecision?: string;
  writtenDown?: boolean;
}

export function VisitPetitionPage() {
  const { id = '' } = useParams();
  const visit = useVisit(id);
  const [registered, setRegistered] = useState<Dto<'RegisteredPetition'> | null>(null);
  const navigate = useNavigate();
  if (registered)
    return (
      <ReceiptView registered={registered} fileFault={null} onNext={() => void navigate(`/tiep-cong-dan/luot/${id}`)} />
    );
  return <Loaded query={visit}>{(data) => <PetitionForm visit={data} onRegistered={setRegistered} />}</Loaded>;
}

/** The petition of a visit: people and matter are those of the book, numbers and receipt those of the counter. */
function PetitionForm({ visit, onRegistered }: { visit: Visit; onRegistered: (r: Dto<'RegisteredPetition'>) => void }) {
  const user = useUser();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const act = useAct(
    (values: Values) =>
      ok(
        api.POST('/api/v1/reception/visits/{id}/petition', {
          params: { path: { id: visit.id }, header: { 'If-Match': `"${visit.rev}"` } },
          body: Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Values,
        }),
      ),
    (made) => onRegistered(receiptOf(visit, made, user)),
  );
  const save = () => {
    form
      .validateFields()
      .then((values) => act.mutate(values))
      .catch(() => undefined);
  };
  const now = useRef(save);
  now.current = save;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F9' || event.isComposing) return;
      event.preventDefault();
      now.current();
    };
    window.addEventListener('keydown', onKey);
    document.querySelector<HTMLElement>('.petition-of-visit textarea, .petition-of-visit input')?.focus();
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className="reception">
      <PageHead
        title={`Tiếp nhận đơn của lượt tiếp số ${visit.registerLabel}`}
        lead={`${visit.typeTitle}. Người đứng đơn là người đến tiếp công dân; số tiếp nhận cấp trong sổ tiếp nhận đơn.`}
      />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="panel petition-of-visit"
        style={{ maxWidth: 820 }}
        initialValues={visit.sealed ? {} : { content: visit.summary ?? '' }}
        onKeyDown={enterMoves}
      >
        <p className="muted">
          {visit.people.length > 0
            ? `Người đứng đơn: ${visit.people.map(({ fullName }) => fullName ?? 'không nêu tên').join(', ')}.`
            : 'Người đứng đơn được giữ bí mật, lấy từ lượt tiếp.'}
        </p>
        <Form.Item
          name="content"
          label="Nội dung đơn"
          {...(visit.sealed ? { extra: 'Bỏ trống: lấy nội dung đã niêm phong của lượt tiếp.' } : {})}
          rules={visit.sealed ? [] : [{ required: true, message: 'Ghi nội dung đơn' }]}
        >
          <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} maxLength={20_000} />
        </Form.Item>
        <Form.Item name="field" label="Lĩnh vực (không bắt buộc)">
          <Select
            allowClear={CLEARS}
            placeholder="Chọn lĩnh vực"
            options={FIELDS.map((value) => ({ value, label: value }))}
          />
        </Form.Item>
        {visit.type !== 'feedback' && (
          <Form.Item name="respondent" label="Người bị khiếu nại, bị tố cáo (không bắt buộc)">
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
        )}
        {visit.type === 'complaint' && (
          <Form.Item name="challengedDecision" label="Số, ngày quyết định bị khiếu nại (không bắt buộc)">
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="writtenDown" valuePropName="checked">
          <Checkbox>Người tiếp ghi lại, đã đọc lại và công dân ký, điểm chỉ</Checkbox>
        </Form.Item>
        {act.error && <ProblemAlert error={act.error} />}
        <div className="row">
          <Button type="primary" size="large" data-enter-stop htmlType="button" loading={act.isPending} onClick={save}>
            Đăng ký và in biên nhận <kbd>F9</kbd>
          </Button>
          <Button size="large" onClick={() => void navigate(`/tiep-cong-dan/luot/${visit.id}`)}>
            Hủy
          </Button>
        </div>
      </Form>
    </div>
  );
}

/** The counter's receipt, of a petition that came in by a visit. */
function receiptOf(
  visit: Visit,
  made: Dto<'VisitPetitionRegistered'>,
  user: { readonly fullName: string; readonly agency: { readonly name: string } },
): Dto<'RegisteredPetition'> {
  const { registerLabel, lookupCode, lookupSecret, caseFileId, petitionId } = made;
  return {
    ...{ id: petitionId, registerLabel, lookupCode, lookupSecret, caseFileId, receivedOn: visit.visitedOn },
    registerNumber: Number.parseInt(registerLabel, 10),
    ...{ handlingDeadline: null, undoUntil: new Date(0).toISOString(), possibleResends: [], warnings: [] },
    receipt: {
      ...{ agencyName: user.agency.name, registerLabel, receivedOn: visit.visitedOn, lookupCode, lookupSecret },
      statusPath: `/tra-cuu/${lookupCode}`,
      receivedBy: user.fullName,
      deadline: null,
    },
  };
}
