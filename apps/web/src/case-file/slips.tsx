import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useToday } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { DayField } from '../ui/day-field.js';
import { ProblemAlert } from '../ui/feedback.js';
import { Status } from '../ui/status.js';
import { useRefreshCase } from './case-queries.js';

type Slip = Dto<'Slip'>;
type SlipInput = Dto<'SlipInput'>;
const CHANNELS: readonly { value: SlipInput['channel']; label: string }[] = [
  { value: 'handover', label: 'Giao trực tiếp' },
  { value: 'post', label: 'Bưu chính' },
  { value: 'electronic', label: 'Điện tử' },
  { value: 'posting', label: 'Niêm yết' },
  { value: 'internal', label: 'Gửi nội bộ' },
];
const channelWords = (channel: string): string => CHANNELS.find(({ value }) => value === channel)?.label ?? 'Khác';

/** One slip for each addressee, with its proof of delivery: nobody reads who else was written to. */
export function Slips({ paper, caseFileId }: { paper: Dto<'Document'>; caseFileId: string }) {
  const [editing, setEditing] = useState<Partial<Slip> | null>(null);
  const maySend = paper.actions.includes('send');
  const open = paper.addressees.filter(({ key }) => !paper.slips.some(({ addressee }) => addressee === key));
  if (paper.slips.length === 0 && !maySend) return null;
  return (
    <section aria-labelledby="slips-title">
      <h3 id="slips-title">Phiếu gửi, từng nơi nhận</h3>
      <ul className="plain-list">
        {paper.slips.map((slip) => (
          <li key={slip.id}>
            <div className="row">
              <strong>{slip.addresseeTitle}</strong>
              <Delivery slip={slip} />
              {maySend && (
                <Button
                  size="small"
                  onClick={() => setEditing(slip)}
                  aria-label={`Sửa phiếu gửi ${slip.addresseeTitle}`}
                >
                  Sửa
                </Button>
              )}
            </div>
            <div className="small muted num">
              {[
                slip.recipient,
                slip.address,
                channelWords(slip.channel),
                slip.sentOn && `gửi ${day(slip.sentOn)}`,
                slip.proof,
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </li>
        ))}
        {open.map(({ key, title }) => (
          <li key={key} className="row">
            <span>{title}</span>
            <Status tone="soon">Chưa gửi</Status>
            <Button size="small" onClick={() => setEditing({ addressee: key })} aria-label={`Lập phiếu gửi ${title}`}>
              Lập phiếu gửi
            </Button>
          </li>
        ))}
      </ul>
      {editing && (
        <SlipForm
          key={editing.id ?? editing.addressee ?? ''}
          paper={paper}
          slip={editing}
          caseFileId={caseFileId}
          onDone={() => setEditing(null)}
        />
      )}
    </section>
  );
}

function Delivery({ slip }: { slip: Slip }) {
  if (slip.deliveredOn) return <Status tone="met">Đã nhận {day(slip.deliveredOn)}</Status>;
  return slip.sentOn ? <Status tone="soon">Đã gửi, chờ hồi báo</Status> : <Status tone="none">Đã lập, chưa gửi</Status>;
}

interface FormProps {
  readonly paper: Dto<'Document'>;
  readonly slip: Partial<Slip>;
  readonly caseFileId: string;
  readonly onDone: () => void;
}

function SlipForm({ paper, slip, caseFileId, onDone }: FormProps) {
  const today = useToday();
  const client = useQueryClient();
  const refresh = useRefreshCase(caseFileId);
  const title = paper.addressees.find(({ key }) => key === slip.addressee)?.title ?? '';
  const put = useMutation({
    mutationFn: (values: Partial<SlipInput>) =>
      ok(
        api.POST('/api/v1/documents/{id}/slips', {
          params: { path: { id: paper.id } },
          body: {
            ...(Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as unknown as SlipInput),
            ...(slip.id ? { id: slip.id } : {}),
            addressee: slip.addressee as SlipInput['addressee'],
          },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['document', paper.id] });
      await refresh();
      onDone();
    },
  });
  return (
    <Form<Partial<SlipInput>>
      layout="vertical"
      requiredMark={false}
      className="slip-form"
      aria-label={`Phiếu gửi: ${title}`}
      initialValues={{
        recipient: slip.recipient ?? '',
        address: slip.address ?? '',
        channel: slip.channel ?? 'handover',
        sentOn: slip.sentOn ?? today,
        deliveredOn: slip.deliveredOn ?? undefined,
        proof: slip.proof ?? '',
      }}
      onFinish={(values) => put.mutate(values)}
    >
      <h4>Gửi: {title}</h4>
      <Form.Item
        name="recipient"
        label="Tên người, cơ quan nhận"
        rules={[{ required: true, message: 'Nhập tên nơi nhận' }]}
      >
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
      <Form.Item name="address" label="Địa chỉ (nếu có)">
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <div className="row" style={{ alignItems: 'flex-start' }}>
        <Form.Item name="channel" label="Cách gửi">
          <Select style={{ width: 150 }} options={[...CHANNELS]} />
        </Form.Item>
        <Form.Item name="sentOn" label="Ngày gửi">
          <DayField label="Ngày gửi" value={undefined} max={today} />
        </Form.Item>
        <Form.Item name="deliveredOn" label="Ngày nhận">
          <DayField label="Ngày nhận" value={undefined} max={today} />
        </Form.Item>
      </div>
      <Form.Item
        name="proof"
        label="Căn cứ đã nhận (nếu có)"
        extra="Biên bản giao nhận, hồi báo bưu chính, xác nhận điện tử."
      >
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <ProblemAlert error={put.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={put.isPending}>
          Lưu phiếu gửi
        </Button>
        <Button onClick={onDone}>Thôi</Button>
      </div>
    </Form>
  );
}
