import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { useUser } from '../../sign-in/session.js';
import { useAgencies } from '../../ui/agency-select.js';
import { ProblemAlert } from '../../ui/feedback.js';
import { fold } from '../../ui/text.js';
import { picked, required } from '../words.js';

type Balance = Dto<'OpeningBalance'>;
export type Editing = { readonly kind: 'new' } | { readonly kind: 'change' | 'correct'; readonly balance: Balance };

interface Values {
  agency: string;
  startsOn: string;
  source: string;
  correctionReason?: string;
  figures: Record<string, number>;
}
interface Props {
  readonly editing: Editing;
  readonly year: number;
  readonly list: Dto<'OpeningList'>;
  readonly onClose: () => void;
}

/** Reporting periods begin on the 15th (the cut-off that reports have used since 2021; an administrator's setting, not counted here). */
const periods = (year: number) => [
  { value: `${year - 1}-12-15`, label: `15/12/${year - 1} (năm ${year}, quý I, 6 tháng, 9 tháng)` },
  { value: `${year}-03-15`, label: `15/03/${year} (quý II)` },
  { value: `${year}-06-15`, label: `15/06/${year} (quý III)` },
  { value: `${year}-09-15`, label: `15/09/${year} (quý IV)` },
];
/** Names of form fields hold no dots. */
const field = (key: string): string => key.replace('.', '_');

export function OpeningForm({ editing, year, list, onClose }: Props) {
  const client = useQueryClient();
  const user = useUser();
  const agencies = useAgencies();
  const balance = editing.kind === 'new' ? null : editing.balance;
  const save = useMutation({
    mutationFn: (values: Values) => {
      const figures = list.counters.map(({ key }) => ({ key, value: values.figures[field(key)] ?? 0 }));
      const { agency, startsOn, source, correctionReason } = values;
      if (editing.kind === 'change')
        return ok(
          api.POST('/api/v1/administration/opening-balances/{id}', {
            params: { path: { id: editing.balance.id }, header: { 'If-Match': `"${editing.balance.rev}"` } },
            body: { figures, source },
          }),
        );
      return ok(
        api.POST('/api/v1/administration/opening-balances', {
          body: { agency, year, startsOn, figures, source, ...(correctionReason ? { correctionReason } : {}) },
        }),
      );
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['opening-balances'] });
      onClose();
    },
  });
  const groups = [...new Set(list.counters.map(({ groupTitle }) => groupTitle))];
  const title = { new: 'Nhập số dư đầu kỳ', change: 'Sửa số liệu', correct: 'Bản đính chính' }[editing.kind];
  return (
    <section className="panel" aria-labelledby="opening-form-title">
      <h2 id="opening-form-title">{title}</h2>
      <Form<Values>
        layout="vertical"
        requiredMark={false}
        initialValues={{
          agency: balance?.agencyCode ?? user.agency.code,
          startsOn: balance?.startsOn ?? `${year - 1}-12-15`,
          source: balance?.source ?? '',
          figures: Object.fromEntries((balance?.figures ?? []).map(({ key, value }) => [field(key), value])),
        }}
        onFinish={(values) => save.mutate(values)}
      >
        <div className="area-fields">
          <Form.Item name="agency" label="Cơ quan" rules={[picked('cơ quan')]}>
            <Select
              disabled={balance !== null}
              showSearch={{ filterOption: (typed, option) => fold(String(option?.label ?? '')).includes(fold(typed)) }}
              options={(agencies.data?.items ?? []).map((one) => ({ value: one.code, label: one.name }))}
            />
          </Form.Item>
          <Form.Item name="startsOn" label="Kỳ bắt đầu từ" rules={[picked('kỳ')]}>
            <Select disabled={balance !== null} options={periods(year)} popupMatchSelectWidth={340} />
          </Form.Item>
          <Form.Item name="source" label="Lấy số từ sổ, báo cáo nào" rules={[required('nguồn số liệu', 5)]}>
            <Input maxLength={300} placeholder="Báo cáo số … ngày …" />
          </Form.Item>
        </div>
        {editing.kind === 'correct' && (
          <Form.Item name="correctionReason" label="Lý do đính chính" rules={[required('lý do', 5)]}>
            <Input maxLength={500} />
          </Form.Item>
        )}
        <div className="opening-groups">
          {groups.map((group) => (
            <fieldset key={group}>
              <legend>{group}</legend>
              {list.counters
                .filter(({ groupTitle }) => groupTitle === group)
                .map(({ key, title: words }) => (
                  <Form.Item
                    key={key}
                    name={['figures', field(key)]}
                    label={words}
                    rules={[{ required: true, message: 'Không có thì ghi 0' }]}
                  >
                    <InputNumber min={0} max={1_000_000} precision={0} style={{ width: 130 }} />
                  </Form.Item>
                ))}
            </fieldset>
          ))}
        </div>
        <ProblemAlert error={save.error} />
        <div className="row" style={{ marginTop: 12 }}>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {editing.kind === 'change' ? 'Lưu, gửi xác nhận lại' : 'Gửi người thứ hai xác nhận'}
          </Button>
          <Button onClick={onClose}>Thôi</Button>
        </div>
      </Form>
    </section>
  );
}
