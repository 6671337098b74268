import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { api, ok } from '../../api/client.js';
import { UnitPicker } from '../../counter/unit-picker.js';
import { useToday } from '../../sign-in/session.js';
import { DayField } from '../../ui/day-field.js';
import { ProblemAlert } from '../../ui/feedback.js';
import { KIND, LEVEL, options, picked, required } from '../words.js';
import type { AgencyNode } from './tree.js';

type Kind = 'committee' | 'department' | 'inspectorate' | 'reception' | 'other';

/** Sends, refreshes the tree and closes; what the server says is wrong stands above the buttons. */
function useChange<T>(send: (values: T) => Promise<unknown>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await Promise.all(
        [['agency-tree'], ['agency-changes'], ['agencies'], ['setup']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
      onDone();
    },
  });
}

function Foot({ error, busy, words, onDone }: { error: unknown; busy: boolean; words: string; onDone: () => void }) {
  return (
    <>
      <ProblemAlert error={error} />
      <div className="row" style={{ marginTop: 8 }}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {words}
        </Button>
        <Button onClick={onDone}>Thôi</Button>
      </div>
    </>
  );
}

const Panel = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="panel" aria-label={title}>
    <h3 style={{ marginBottom: 8 }}>{title}</h3>
    {children}
  </section>
);

interface NewAgency {
  code: string;
  name: string;
  shortName: string;
  level: 'department' | 'commune' | 'unit';
  kind: Kind;
  validFrom: string;
  basis: string;
}

export function AddAgency({ parent, onDone }: { parent: AgencyNode; onDone: () => void }) {
  const today = useToday();
  const [unit, setUnit] = useState<{ code?: string; label?: string }>({});
  const add = useChange<NewAgency>(
    (values) =>
      ok(
        api.POST('/api/v1/administration/agencies', {
          body: { ...values, parent: parent.code, ...(unit.code ? { unitCode: unit.code } : {}) },
        }),
      ),
    onDone,
  );
  return (
    <Panel title={`Thêm đơn vị bên dưới ${parent.shortName}`}>
      <Form<NewAgency>
        layout="vertical"
        requiredMark={false}
        initialValues={{
          level: parent.level === 'province' ? 'commune' : 'unit',
          kind: parent.level === 'province' ? 'committee' : 'other',
          validFrom: today,
        }}
        onFinish={(values) => add.mutate(values)}
      >
        <Form.Item name="name" label="Tên cơ quan" rules={[required('tên cơ quan', 5)]}>
          <Input maxLength={200} placeholder="Ủy ban nhân dân xã …" />
        </Form.Item>
        <Form.Item name="shortName" label="Tên gọi tắt" rules={[required('tên gọi tắt', 2)]}>
          <Input maxLength={100} placeholder="UBND xã …" />
        </Form.Item>
        <Form.Item
          name="code"
          label="Mã cơ quan"
          normalize={(value: string) => value.toUpperCase()}
          extra="Mã định danh chính thức nếu có; không đổi được về sau."
          rules={[
            {
              required: true,
              pattern: /^[A-Z0-9.-]{2,35}$/,
              message: 'Chữ hoa không dấu, chữ số, dấu chấm, gạch ngang',
            },
          ]}
        >
          <Input maxLength={35} />
        </Form.Item>
        <Form.Item name="level" label="Cấp" rules={[picked('cấp')]}>
          <Select options={options(LEVEL, ['province'])} />
        </Form.Item>
        <Form.Item name="kind" label="Loại" rules={[picked('loại')]}>
          <Select options={options(KIND)} />
        </Form.Item>
        <Form.Item label="Đơn vị hành chính" htmlFor="new-agency-unit">
          <UnitPicker
            id="new-agency-unit"
            {...(unit.code ? { value: unit.code } : {})}
            {...(unit.label ? { shown: unit.label } : {})}
            onPick={(code, label) => setUnit({ ...(code ? { code } : {}), ...(label ? { label } : {}) })}
          />
        </Form.Item>
        <Form.Item name="validFrom" label="Hoạt động từ ngày" rules={[picked('ngày')]}>
          <Day label="Hoạt động từ ngày" max={today} />
        </Form.Item>
        <Form.Item name="basis" label="Văn bản thành lập" rules={[required('văn bản thành lập', 5)]}>
          <Input maxLength={300} />
        </Form.Item>
        <Foot error={add.error} busy={add.isPending} words="Thêm cơ quan" onDone={onDone} />
      </Form>
    </Panel>
  );
}

/** DayField as a form's own field: the form fills value and change. */
function Day({
  label,
  max,
  ...field
}: {
  label: string;
  max?: string;
  id?: string;
  value?: string;
  onChange?: (day: string | undefined) => void;
}) {
  return (
    <DayField
      label={label}
      value={field.value}
      {...(field.id ? { id: field.id } : {})}
      {...(field.onChange ? { onChange: field.onChange } : {})}
      {...(max ? { max } : {})}
    />
  );
}

interface NewName {
  name: string;
  shortName: string;
  basis: string;
}
export function RenameAgency({ agency, onDone }: { agency: AgencyNode; onDone: () => void }) {
  const rename = useChange<NewName>(
    (body) => ok(api.POST('/api/v1/agencies/{code}/name', { params: { path: { code: agency.code } }, body })),
    onDone,
  );
  return (
    <Panel title="Đổi tên">
      <Form<NewName>
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: agency.name, shortName: agency.shortName }}
        onFinish={(values) => rename.mutate(values)}
      >
        <Form.Item name="name" label="Tên mới" rules={[required('tên mới', 5)]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="shortName" label="Tên gọi tắt mới" rules={[required('tên gọi tắt', 2)]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="basis" label="Văn bản quyết định việc đổi tên" rules={[required('văn bản', 5)]}>
          <Input maxLength={300} />
        </Form.Item>
        <Foot error={rename.error} busy={rename.isPending} words="Ghi tên mới" onDone={onDone} />
      </Form>
    </Panel>
  );
}

export function SetUnit({ agency, onDone }: { agency: AgencyNode; onDone: () => void }) {
  const [unit, setUnit] = useState({ code: agency.unitCode ?? undefined, label: agency.unitName ?? agency.unitCode });
  const set = useChange<{ kind: Kind }>(
    ({ kind }) =>
      ok(
        api.POST('/api/v1/administration/agencies/{code}/details', {
          params: { path: { code: agency.code } },
          body: { kind, ...(unit.code ? { unitCode: unit.code } : {}) },
        }),
      ),
    onDone,
  );
  return (
    <Panel title="Loại và đơn vị hành chính">
      <Form<{ kind: Kind }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: agency.kind }}
        onFinish={(values) => set.mutate(values)}
      >
        <Form.Item name="kind" label="Loại" rules={[picked('loại')]}>
          <Select options={options(KIND)} />
        </Form.Item>
        <Form.Item
          label="Đơn vị hành chính"
          htmlFor="agency-unit"
          extra="Nhờ đó hệ thống nhận ra địa bàn từ địa chỉ trên đơn."
        >
          <UnitPicker
            id="agency-unit"
            {...(unit.code ? { value: unit.code } : {})}
            {...(unit.label ? { shown: unit.label } : {})}
            onPick={(code, label) => setUnit({ code, label: label ?? null })}
          />
        </Form.Item>
        <Foot error={set.error} busy={set.isPending} words="Lưu" onDone={onDone} />
      </Form>
    </Panel>
  );
}
