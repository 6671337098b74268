import { App, Button, Drawer, Form } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { EventField } from '../case-file/event-fields.js';
import { Notes } from '../counter/notes.js';
import { useToday } from '../sign-in/session.js';
import { DayField } from '../ui/day-field.js';
import { ProblemAlert } from '../ui/feedback.js';
import { useAct } from './reception-queries.js';

export type Fields = readonly Dto<'InputField'>[];
export type Values = Record<string, unknown>;

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly fields: Fields;
  readonly initial?: Values;
  /** Asks for the day of the act, which may be an earlier one. */
  readonly dated?: boolean;
  readonly submit?: string;
  readonly send: (values: Values, key: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** The form of one act of the reception room, made from its fields as the steps of a case are. */
export function ActDrawer({ title, lead, fields, initial = {}, dated = true, submit, send, onClose }: Props) {
  const today = useToday();
  const [form] = Form.useForm<Values>();
  const { notification } = App.useApp();
  const act = useAct(
    (values: Values, key) => send(values, key),
    () => {
      notification.success({ title: `Đã ghi: ${title}`, role: 'status' });
      onClose();
    },
  );
  const problem = act.error ? toProblem(act.error) : null;
  const notes = useMemo(() => new Notes(problem?.faults ?? []), [problem]);
  const occurredOn = Form.useWatch<string | undefined>('occurredOn', form);
  const late = dated && Boolean(occurredOn && occurredOn < today);
  const go = () => {
    form
      .validateFields()
      .then((values) => act.mutate(withoutEmpty(values)))
      .catch(() => undefined);
  };
  return (
    <Drawer
      open
      size={Math.min(560, window.innerWidth)}
      title={title}
      onClose={onClose}
      footer={
        <div className="row">
          <Button type="primary" loading={act.isPending} onClick={go}>
            {submit ?? 'Ghi nhận'}
          </Button>
          <Button onClick={onClose}>Hủy</Button>
        </div>
      }
    >
      {lead && <div className="muted small">{lead}</div>}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...(dated ? { occurredOn: today } : {}), ...initial }}
        onFinish={go}
      >
        {dated && (
          <Form.Item name="occurredOn" label="Ngày việc xảy ra" {...notes.at('occurredOn')}>
            <DayField label="Ngày việc xảy ra" value={undefined} max={today} />
          </Form.Item>
        )}
        {(late || Boolean(notes.at('reason').help)) && (
          <EventField
            field={{ name: 'reason', label: 'Lý do ghi nhận muộn', kind: 'text', required: false }}
            notes={notes}
          />
        )}
        {fields.map((field) => (
          <EventField key={field.name} field={field} notes={notes} />
        ))}
        {problem && <ProblemAlert error={problem} />}
      </Form>
    </Drawer>
  );
}

/** What was left empty is not sent; a tick left out means no. */
const withoutEmpty = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
