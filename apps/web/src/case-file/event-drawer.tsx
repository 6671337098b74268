import { useMutation } from '@tanstack/react-query';
import { App, Button, Drawer, Form, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { api, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { Notes } from '../counter/notes.js';
import { useToday } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { DayField } from '../ui/day-field.js';
import { ProblemAlert } from '../ui/feedback.js';
import { randomKey } from '../ui/random-key.js';
import { useRefreshCase } from './case-queries.js';
import { ConflictDialog } from './conflict-dialog.js';
import { EventField } from './event-fields.js';

interface Props {
  readonly event: Dto<'AvailableEvent'>;
  readonly caseFile: Dto<'CaseFile'>;
  readonly onClose: () => void;
}
type Values = Record<string, unknown>;

/** The form of one step, made from what the procedure says it needs. */
export function EventDrawer({ event, caseFile, onClose }: Props) {
  const today = useToday();
  const [form] = Form.useForm<Values>();
  const { notification } = App.useApp();
  const refresh = useRefreshCase(caseFile.id);
  const attempt = useRef({ text: '', key: '' });
  const [conflict, setConflict] = useState(false);
  /** The file as this person has seen it: what they send stands on that, whatever is read anew behind the form. */
  const [seen, setSeen] = useState(caseFile);
  const occurredOn = Form.useWatch<string | undefined>('occurredOn', form);
  const late = Boolean(occurredOn && occurredOn < today);

  const apply = useMutation({
    mutationFn: ({ values, rev }: { values: Values; rev: number }) => {
      const body = { ...withoutEmpty(values), type: event.type };
      const text = JSON.stringify([body, rev]);
      if (attempt.current.text !== text) attempt.current = { text, key: randomKey() };
      return ok(
        api.POST('/api/v1/case-files/{id}/events', {
          params: {
            path: { id: caseFile.id },
            header: { 'If-Match': `"${rev}"`, 'Idempotency-Key': attempt.current.key },
          },
          body,
        }),
      );
    },
    onSuccess: async (next) => {
      await refresh();
      notification.success({
        title: `Đã ghi: ${event.title}`,
        description: `Hồ sơ đang ở giai đoạn: ${next.stageTitle}.`,
        role: 'status',
      });
      onClose();
    },
    onError: (error) => {
      if (toProblem(error).status === 412) setConflict(true);
    },
  });
  const problem = apply.error ? toProblem(apply.error) : null;
  const notes = useMemo(() => new Notes(problem?.faults ?? []), [problem]);
  const needsReason = late || problem?.code === 'CASEWORK.REASON_REQUIRED' || Boolean(notes.at('reason').help);
  const send = (rev: number) => {
    form
      .validateFields()
      .then((values) => apply.mutate({ values, rev }))
      .catch(() => undefined);
  };

  return (
    <Drawer
      open
      size={Math.min(560, window.innerWidth)}
      title={event.title}
      onClose={onClose}
      footer={
        <div className="row">
          <Button type="primary" loading={apply.isPending} onClick={() => send(seen.rev)}>
            Ghi nhận bước này
          </Button>
          <Button onClick={onClose}>Hủy</Button>
        </div>
      }
    >
      <p className="muted small">
        Căn cứ: {event.citation}
        {event.paper && (
          <>
            <br />
            Văn bản phải ban hành: {event.paper}
          </>
        )}
      </p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ occurredOn: today }}
        onFinish={() => send(seen.rev)}
      >
        <Form.Item
          name="occurredOn"
          label="Ngày việc xảy ra"
          rules={[{ required: true, message: 'Nhập ngày việc xảy ra' }]}
          extra={
            late
              ? `Ghi nhận hôm nay ${day(today)}; thời hạn được xét theo ngày việc xảy ra.`
              : 'Việc làm hôm trước, ghi hôm nay: chọn đúng ngày đã làm.'
          }
          {...notes.at('occurredOn')}
        >
          <DayField label="Ngày việc xảy ra" value={undefined} max={today} />
        </Form.Item>
        {needsReason && (
          <Form.Item
            name="reason"
            label="Lý do ghi nhận muộn"
            {...notes.at('reason')}
            extra="Bắt buộc khi ghi muộn quá một ngày làm việc."
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
          </Form.Item>
        )}
        {event.inputSchema.map((field) => (
          <EventField key={field.name} field={field} notes={notes} />
        ))}
        {problem && problem.status !== 412 && <ProblemAlert error={problem} />}
      </Form>
      {conflict && (
        <ConflictDialog
          known={seen}
          eventType={event.type}
          eventTitle={event.title}
          onClose={(now) => {
            setConflict(false);
            if (now) setSeen(now);
            apply.reset();
            void refresh();
          }}
          onAgain={(rev) => {
            setConflict(false);
            apply.reset();
            send(rev);
          }}
        />
      )}
    </Drawer>
  );
}

const withoutEmpty = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
