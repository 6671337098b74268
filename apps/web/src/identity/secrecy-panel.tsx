import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { UserSelect } from '../case-file/event-fields.js';
import { useHasRole } from '../sign-in/session.js';
import { day, instant } from '../ui/dates.js';
import { DayField } from '../ui/day-field.js';
import { Loaded, ProblemAlert } from '../ui/feedback.js';
import { Status } from '../ui/status.js';
import './identity.css';

type Secrecy = Dto<'Secrecy'>;
type Noted = Dto<'NoteSecrecy'>;
type Declared = Dto<'DeclareConflict'>;

const KINDS: readonly { readonly value: Noted['kind']; readonly label: string }[] = [
  { value: 'identitySelfDisclosed', label: 'Người tố cáo đã tự tiết lộ danh tính (LTC Đ.47 k2)' },
  { value: 'workingCopiesOnly', label: 'Người xác minh làm việc với bản đã lược bỏ (LTC Đ.56 k2)' },
  { value: 'separateMeeting', label: 'Làm việc riêng với người tố cáo: thời gian, địa điểm (LTC Đ.56 k3)' },
];
const CONFLICTS: readonly { readonly value: Declared['kind']; readonly label: string }[] = [
  { value: 'denounced', label: 'Người bị tố cáo' },
  { value: 'relative', label: 'Người thân thích của người bị tố cáo' },
  { value: 'interest', label: 'Người có lợi ích liên quan trực tiếp' },
];

/** What is on record about the secrecy of a protected petition, and who may not handle it. */
export function SecrecyPanel({ petitionId, readsOnly }: { petitionId: string; readsOnly: boolean }) {
  const secrecy = useQuery({
    queryKey: ['secrecy', petitionId],
    queryFn: () => ok(api.GET('/api/v1/petitions/{id}/secrecy', { params: { path: { id: petitionId } } })),
    gcTime: 0,
  });
  const [noting, setNoting] = useState<'fact' | 'conflict' | null>(null);
  const [left, setLeft] = useState(false);
  const ends = useHasRole('chairman', 'provinceChairman', 'identityCustodian');
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['secrecy', petitionId] });
  if (left)
    return (
      <Alert
        type="success"
        showIcon
        role="status"
        title="Đã ghi nhận xung đột lợi ích của bạn"
        description={
          <>
            Hồ sơ này không còn trong phạm vi bạn được xem (NĐ31 Đ.10 k3).{' '}
            <Link to="/viec-cua-toi">Về việc của tôi</Link>
          </>
        }
      />
    );
  return (
    <section className="panel" aria-labelledby="secrecy-title">
      <div className="panel-head">
        <h2 id="secrecy-title">Bí mật thông tin người tố cáo</h2>
        {!readsOnly && (
          <span className="after row">
            <Button size="small" onClick={() => setNoting('fact')}>
              Ghi nhận…
            </Button>
            <Button size="small" onClick={() => setNoting('conflict')}>
              Xung đột lợi ích…
            </Button>
          </span>
        )}
      </div>
      <Loaded query={secrecy}>
        {(data) => (
          <>
            <Standing data={data} />
            <Facts petitionId={petitionId} data={data} ends={ends && !readsOnly} onChange={refresh} />
            <Conflicts petitionId={petitionId} data={data} ends={ends && !readsOnly} onChange={refresh} />
            {noting === 'fact' && (
              <NoteFact petitionId={petitionId} data={data} onClose={() => setNoting(null)} onDone={refresh} />
            )}
            {noting === 'conflict' && (
              <DeclareConflict
                petitionId={petitionId}
                onClose={() => setNoting(null)}
                onDone={refresh}
                onLeft={() => setLeft(true)}
              />
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Standing({ data }: { data: Secrecy }) {
  const disclosed = data.petitioners.filter((one) => one.identitySelfDisclosed);
  return (
    <ul className="plain-rows">
      <li>
        {disclosed.length === 0
          ? 'Danh tính người tố cáo được giữ bí mật: chưa ai tự tiết lộ (LTC Đ.47 k2).'
          : disclosed
              .map((one) => `Người đứng đơn thứ ${one.ordinal} đã tự tiết lộ ngày ${day(one.identitySelfDisclosedOn)}.`)
              .join(' ')}
      </li>
      {data.stateSecret && (
        <li>
          <Status tone="late">Bí mật nhà nước: chỉ ghi nơi lưu, không nhận tệp</Status>
        </li>
      )}
      {data.workingCopiesOnly && <li>Người xác minh làm việc với bản đã lược bỏ (LTC Đ.56 k2).</li>}
    </ul>
  );
}

interface ListProps {
  readonly petitionId: string;
  readonly data: Secrecy;
  readonly ends: boolean;
  readonly onChange: () => Promise<void>;
}

function Facts({ petitionId, data, ends, onChange }: ListProps) {
  const [error, setError] = useState<unknown>(null);
  const end = (factId: string): void => {
    const call = api.POST('/api/v1/petitions/{id}/secrecy-facts/{factId}/end', {
      params: { path: { id: petitionId, factId } },
    });
    ok(call).then(onChange, setError);
  };
  return (
    <>
      <ProblemAlert error={error} />
      <ul className="plain-rows">
        {data.facts.map((fact) => (
          <li key={fact.id}>
            <div>
              {fact.title}, ngày <span className="num">{day(fact.onDay)}</span>
              {fact.where && <> · {fact.where}</>}
            </div>
            <div className="muted small num">
              {fact.recordedBy}, {instant(fact.recordedAt)}
              {fact.endedAt && ` · thôi ghi nhận ${instant(fact.endedAt)}`}
            </div>
            {ends && !fact.endedAt && fact.kind !== 'stateSecret' && (
              <Button size="small" onClick={() => end(fact.id)} aria-label={`Thôi ghi nhận: ${fact.title}`}>
                Thôi ghi nhận
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Conflicts({ petitionId, data, ends, onChange }: ListProps) {
  const [error, setError] = useState<unknown>(null);
  const end = (conflictId: string): void => {
    const call = api.POST('/api/v1/petitions/{id}/conflicts/{conflictId}/end', {
      params: { path: { id: petitionId, conflictId } },
    });
    ok(call).then(onChange, setError);
  };
  if (data.conflicts.length === 0) return null;
  return (
    <>
      <h3>Không được xem, xử lý hồ sơ này</h3>
      <ProblemAlert error={error} />
      <ul className="plain-rows">
        {data.conflicts.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{one.fullName}</strong> · {one.title}
            </div>
            <div className="muted small num">
              {one.declaredBy}, {instant(one.declaredAt)}
              {one.endedAt && ` · thôi ghi nhận ${instant(one.endedAt)}`}
            </div>
            {ends && !one.endedAt && (
              <Button size="small" onClick={() => end(one.id)} aria-label={`Thôi ghi nhận: ${one.fullName}`}>
                Thôi ghi nhận
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface FormProps {
  readonly petitionId: string;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

function NoteFact({ petitionId, data, onClose, onDone }: FormProps & { readonly data: Secrecy }) {
  const [form] = Form.useForm<Noted>();
  const [error, setError] = useState<unknown>(null);
  const kind = Form.useWatch('kind', form);
  const send = async (): Promise<void> => {
    const body = await form.validateFields();
    try {
      await ok(api.POST('/api/v1/petitions/{id}/secrecy-facts', { params: { path: { id: petitionId } }, body }));
      await onDone();
      onClose();
    } catch (fault) {
      setError(fault);
    }
  };
  return (
    <Modal
      open
      title="Ghi nhận về bí mật thông tin"
      okText="Ghi nhận"
      cancelText="Thôi"
      onCancel={onClose}
      onOk={() => void send().catch(() => undefined)}
    >
      <Form form={form} layout="vertical" preserve={false}>
        <Form.Item name="kind" label="Việc ghi nhận" rules={[{ required: true, message: 'Chọn việc ghi nhận' }]}>
          <Radio.Group options={[...KINDS]} style={{ display: 'flex', flexDirection: 'column', gap: 6 }} />
        </Form.Item>
        {kind === 'identitySelfDisclosed' && (
          <Form.Item
            name="petitionerId"
            label="Người đứng đơn"
            rules={[{ required: true, message: 'Chọn người đã tự tiết lộ' }]}
          >
            <Select
              placeholder="Chọn người"
              options={data.petitioners.map(({ id, ordinal }) => ({
                value: id,
                label: `Người thứ ${ordinal} trong đơn`,
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="onDay" label="Ngày" rules={[{ required: true, message: 'Còn thiếu: ngày' }]}>
          <DayField label="Ngày" value={undefined} />
        </Form.Item>
        <Form.Item
          name="where"
          label={kind === 'separateMeeting' ? 'Giờ, nơi làm việc' : 'Ghi ở văn bản nào, số, ngày'}
          extra="Được niêm phong; chỉ người có tên trên hồ sơ đọc được"
          rules={[{ required: true, min: 5, message: 'Ghi ít nhất 5 ký tự' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} autoComplete="off" />
        </Form.Item>
      </Form>
      <ProblemAlert error={error} />
    </Modal>
  );
}

function DeclareConflict({ petitionId, onClose, onDone, onLeft }: FormProps & { readonly onLeft: () => void }) {
  const [form] = Form.useForm<Declared>();
  const [error, setError] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    const body = await form.validateFields();
    try {
      const call = api.POST('/api/v1/petitions/{id}/conflicts', { params: { path: { id: petitionId } }, body });
      const { outOfSight } = await ok(call);
      if (outOfSight) return onLeft();
      await onDone();
      onClose();
    } catch (fault) {
      setError(fault);
    }
  };
  return (
    <Modal
      open
      title="Ghi nhận xung đột lợi ích"
      okText="Ghi nhận, thôi cho xem"
      cancelText="Thôi"
      onCancel={onClose}
      onOk={() => void send().catch(() => undefined)}
    >
      <p>
        Người này không còn xem được hồ sơ và không được giao xác minh. Nếu là người giải quyết thì hồ sơ thuộc người
        đứng đầu cấp trên trực tiếp (NĐ31 Đ.5 k2, Đ.10 k3). Bạn có thể ghi nhận về chính mình.
      </p>
      <Form form={form} layout="vertical" preserve={false}>
        <Form.Item name="userId" label="Người có xung đột lợi ích" rules={[{ required: true, message: 'Chọn người' }]}>
          <UserSelect />
        </Form.Item>
        <Form.Item name="kind" label="Tư cách" rules={[{ required: true, message: 'Chọn tư cách' }]}>
          <Radio.Group options={[...CONFLICTS]} style={{ display: 'flex', flexDirection: 'column', gap: 6 }} />
        </Form.Item>
      </Form>
      <ProblemAlert error={error} />
    </Modal>
  );
}
