import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, Input, Select, Steps } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, ok } from '../../api/client.js';
import { useToday } from '../../sign-in/session.js';
import { addDays, day } from '../../ui/dates.js';
import { DayField } from '../../ui/day-field.js';
import { Loaded, ProblemAlert } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { fold } from '../../ui/text.js';
import { useFilters } from '../../ui/url-filters.js';
import { picked, required } from '../words.js';
import { Passing } from './passing.js';
import { SuccessionResult } from './succession-result.js';
import type { AgencyNode } from './tree.js';
import './agencies.css';

interface Plan {
  readonly lastDay: string;
  readonly successor: string;
  readonly basis: string;
  readonly movePeople: boolean;
}
const STEPS = ['Ai kết thúc, ai kế thừa', 'Xem trước', 'Kết quả'];

/** An agency ends and another takes over: what is decided, what will pass, then the act and how far it has come. */
export function SuccessionPage() {
  const { code = '' } = useParams();
  const today = useToday();
  const [filters, change] = useFilters(['lan']);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [looking, setLooking] = useState(false);
  const tree = useQuery({
    queryKey: ['agency-tree', today],
    queryFn: () => ok(api.GET('/api/v1/administration/agencies', { params: { query: { on: today } } })),
  });
  const step = filters.lan ? 2 : looking ? 1 : 0;
  return (
    <>
      <PageHead
        title="Sáp nhập, giải thể cơ quan"
        lead="Hồ sơ đang mở, thời hạn đang chạy và sổ của cơ quan kết thúc chuyển cho cơ quan kế thừa; không thời hạn nào dời ngày."
        actions={<Link to="/quan-tri/co-quan">Về cây cơ quan</Link>}
      />
      <Steps size="small" current={step} items={STEPS.map((title) => ({ title }))} style={{ marginBottom: 14 }} />
      <Loaded query={tree}>
        {({ items }) => {
          const agency = items.find((one) => one.code === code);
          if (filters.lan) return <SuccessionResult changeId={filters.lan} />;
          if (!agency || !agency.open || agency.validTo)
            return <Alert type="warning" showIcon title="Cơ quan này không có hoặc đã kết thúc hoạt động" />;
          if (looking && plan)
            return (
              <Confirm
                agency={agency}
                successor={items.find((one) => one.code === plan.successor)}
                plan={plan}
                onBack={() => setLooking(false)}
                onDone={(lan) => change({ lan })}
              />
            );
          return (
            <PlanForm
              agency={agency}
              items={items}
              plan={plan}
              onNext={(next) => (setPlan(next), setLooking(true))}
              yesterday={addDays(today, -1)}
            />
          );
        }}
      </Loaded>
    </>
  );
}

interface PlanFormProps {
  readonly agency: AgencyNode;
  readonly items: readonly AgencyNode[];
  readonly plan: Plan | null;
  readonly yesterday: string;
  readonly onNext: (plan: Plan) => void;
}

function PlanForm({ agency, items, plan, yesterday, onNext }: PlanFormProps) {
  const others = items.filter((one) => one.open && one.validTo === null && one.code !== agency.code);
  return (
    <section className="panel" style={{ maxWidth: 640 }} aria-labelledby="plan-title">
      <h2 id="plan-title">{agency.name} kết thúc hoạt động</h2>
      <Form<Plan>
        layout="vertical"
        requiredMark={false}
        initialValues={plan ?? { lastDay: yesterday, movePeople: true }}
        onFinish={onNext}
      >
        <Form.Item
          name="lastDay"
          label="Ngày hoạt động cuối cùng"
          extra="Ghi khi việc sáp nhập đã có hiệu lực, nên là một ngày trước hôm nay."
          rules={[picked('ngày')]}
        >
          <LastDay max={yesterday} />
        </Form.Item>
        <Form.Item name="successor" label="Cơ quan kế thừa" rules={[picked('cơ quan kế thừa')]}>
          <Select
            showSearch={{ filterOption: (typed, option) => fold(String(option?.label ?? '')).includes(fold(typed)) }}
            placeholder="Chọn cơ quan"
            options={others.map((one) => ({ value: one.code, label: `${one.name} (${one.code})` }))}
          />
        </Form.Item>
        <Form.Item name="basis" label="Số văn bản quyết định" rules={[required('số văn bản', 5)]}>
          <Input maxLength={300} placeholder="Nghị quyết 99/NQ-HĐND ngày …" />
        </Form.Item>
        <Form.Item name="movePeople" valuePropName="checked">
          <Checkbox>Chuyển tài khoản công chức sang cơ quan kế thừa (trừ người đứng đầu và quản trị)</Checkbox>
        </Form.Item>
        <Button type="primary" htmlType="submit">
          Xem trước
        </Button>
      </Form>
    </section>
  );
}

/** A form's own day field. */
function LastDay({
  max,
  ...field
}: {
  max: string;
  id?: string;
  value?: string;
  onChange?: (day: string | undefined) => void;
}) {
  return (
    <DayField
      label="Ngày hoạt động cuối cùng"
      value={field.value}
      max={max}
      {...(field.id ? { id: field.id } : {})}
      {...(field.onChange ? { onChange: field.onChange } : {})}
    />
  );
}

interface ConfirmProps {
  readonly agency: AgencyNode;
  readonly successor: AgencyNode | undefined;
  readonly plan: Plan;
  readonly onBack: () => void;
  readonly onDone: (changeId: string) => void;
}

function Confirm({ agency, successor, plan, onBack, onDone }: ConfirmProps) {
  const client = useQueryClient();
  const [sure, setSure] = useState(false);
  const passing = useQuery({
    queryKey: ['succession-preview', agency.code],
    queryFn: () =>
      ok(
        api.GET('/api/v1/administration/agencies/{code}/succession-preview', {
          params: { path: { code: agency.code } },
        }),
      ),
    staleTime: 0,
  });
  const succeed = useMutation({
    mutationFn: () =>
      ok(api.POST('/api/v1/agencies/{code}/succession', { params: { path: { code: agency.code } }, body: plan })),
    onSuccess: (made) => {
      void client.invalidateQueries();
      onDone(made.id);
    },
  });
  return (
    <div className="stack">
      <section className="panel" aria-labelledby="confirm-title">
        <h2 id="confirm-title">
          {agency.name} → {successor?.name ?? plan.successor}
        </h2>
        <p>
          Hoạt động đến hết ngày <span className="num strong">{day(plan.lastDay)}</span>, theo {plan.basis}. Chưa có gì
          thay đổi cho đến khi bấm xác nhận.
        </p>
        <Loaded query={passing}>
          {(data) => <Passing agency={agency} data={data} movePeople={plan.movePeople} />}
        </Loaded>
        <Checkbox checked={sure} onChange={(event) => setSure(event.target.checked)}>
          Tôi đã đối chiếu với văn bản: việc này không hoàn tác được trên màn hình.
        </Checkbox>
        <ProblemAlert error={succeed.error} />
        <div className="row" style={{ marginTop: 12 }}>
          <Button
            type="primary"
            danger
            disabled={!sure || !passing.data}
            loading={succeed.isPending}
            onClick={() => succeed.mutate()}
          >
            Xác nhận, chuyển hồ sơ
          </Button>
          <Button onClick={onBack}>Quay lại sửa</Button>
        </div>
      </section>
    </div>
  );
}
