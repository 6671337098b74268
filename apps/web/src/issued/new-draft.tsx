import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useNavigate } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { Loaded, ProblemAlert } from '../ui/feedback.js';

interface Chosen {
  readonly form: string;
  readonly period: string;
}

/** A draft freezes what is counted now; only issuing it is an act. */
export function NewDraft({ onDone }: { onDone: () => void }) {
  const forms = useQuery({ queryKey: ['report-forms'], queryFn: () => ok(api.GET('/api/v1/reports/forms')) });
  return (
    <section className="panel" aria-labelledby="new-draft">
      <h2 id="new-draft">Lập dự thảo</h2>
      <p className="small muted">
        Dự thảo chốt số liệu và danh sách đứng sau từng ô như đang biết lúc này, theo những gì bạn được xem. Phát hành
        hay không là việc của thủ trưởng cơ quan, sau khi kỳ kết thúc.
      </p>
      <Loaded query={forms}>{(data) => <DraftForm forms={data} onDone={onDone} />}</Loaded>
    </section>
  );
}

function DraftForm({ forms: { forms, periods }, onDone }: { forms: Dto<'Forms'>; onDone: () => void }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const known = forms.filter(({ columns }) => columns > 0);
  const alike = (code: string): boolean => known.filter((one) => one.code === code).length > 1;
  const today = new Date().toISOString().slice(0, 10);
  const over = periods.find(({ to }) => to < today) ?? periods[0];
  const draft = useMutation({
    mutationFn: ({ form, period }: Chosen) => {
      const chosen = periods.find(({ key }) => key === period);
      return ok(api.POST('/api/v1/issued-reports', { body: { form, from: chosen?.from ?? '', to: chosen?.to ?? '' } }));
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['issued-reports'] });
      await navigate(`/bao-cao-phat-hanh/${id}`);
    },
  });
  return (
    <Form<Chosen>
      layout="vertical"
      requiredMark={false}
      initialValues={{ form: known[0]?.id, period: over?.key }}
      onFinish={(values) => draft.mutate(values)}
      className="draft-form"
    >
      <Form.Item name="form" label="Biểu mẫu">
        <Select
          options={known.map(({ id, code, title, circular }) => ({
            value: id,
            label: `${code} ${title}${alike(code) ? ` (${circular})` : ''}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="period" label="Kỳ báo cáo">
        <Select options={periods.map(({ key, title }) => ({ value: key, label: title }))} />
      </Form.Item>
      <ProblemAlert error={draft.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={draft.isPending}>
          Lập
        </Button>
        <Button onClick={onDone}>Thôi</Button>
      </div>
    </Form>
  );
}
