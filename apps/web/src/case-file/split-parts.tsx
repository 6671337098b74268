import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ProblemAlert } from '../ui/feedback.js';
import { capital } from '../ui/text.js';
import { useRefreshCase } from './case-queries.js';

type PartType = 'complaint' | 'denunciation' | 'feedback';
type Part = Dto<'PetitionPart'>;
const TYPES: Record<PartType, string> = {
  complaint: 'khiếu nại',
  denunciation: 'tố cáo',
  feedback: 'kiến nghị, phản ánh',
};
const AGAINST: Partial<Record<PartType, string>> = {
  complaint: 'Người bị khiếu nại',
  denunciation: 'Người bị tố cáo',
};

/** Each content of a mixed petition, written out by itself and entered under its own number. Nothing is kept in the browser. */
export function SplitParts({ petition, caseFileId }: { petition: Dto<'Petition'>; caseFileId: string }) {
  const [form] = Form.useForm<Record<PartType, Part>>();
  const [chosen, setChosen] = useState<PartType[]>([]);
  const client = useQueryClient();
  const refresh = useRefreshCase(caseFileId);
  const split = useMutation({
    mutationFn: (parts: Part[]) =>
      ok(api.POST('/api/v1/petitions/{id}/parts', { params: { path: { id: petition.id } }, body: { parts } })),
    onSuccess: async () => {
      form.resetFields();
      setChosen([]);
      await client.invalidateQueries({ queryKey: ['petition', petition.id] });
      await refresh();
    },
  });
  return (
    <section className="panel" aria-labelledby="split-title">
      <h2 id="split-title">Vào sổ từng phần của đơn nhiều nội dung</h2>
      <p className="muted small">
        Mỗi nội dung thành một đơn riêng, số riêng, thời hạn riêng, tính từ cùng ngày nhận (LTCD Đ.25 k3; NĐ154 Đ.14
        k4). Viết lại đúng phần nội dung đó, không kèm lời của phần khác.
      </p>
      <Checkbox.Group
        value={chosen}
        onChange={(values) => setChosen(values as PartType[])}
        options={Object.entries(TYPES).map(([value, name]) => ({ value, label: `Phần ${name}` }))}
      />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        style={{ marginTop: 10 }}
        onFinish={(values) => split.mutate(chosen.map((type) => ({ ...filled(values[type]), type })))}
      >
        {chosen.map((type) => (
          <fieldset key={type} className="paper-rows">
            <legend className="strong">{capital(TYPES[type])}</legend>
            <Form.Item
              name={[type, 'content']}
              label="Nội dung của phần này"
              rules={[{ required: true, message: 'Viết nội dung của phần này' }]}
            >
              <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={20_000} autoComplete="off" />
            </Form.Item>
            {AGAINST[type] && (
              <Form.Item name={[type, 'respondent']} label={`${AGAINST[type]} (nếu có)`}>
                <Input maxLength={300} autoComplete="off" />
              </Form.Item>
            )}
            {type === 'denunciation' && (
              <Form.Item name={[type, 'denouncesHead']} valuePropName="checked">
                <Checkbox>Tố cáo người đứng đầu cơ quan này: chuyển thẳng lên cấp trên</Checkbox>
              </Form.Item>
            )}
          </fieldset>
        ))}
        {chosen.length > 0 && (
          <Button type="primary" htmlType="submit" loading={split.isPending}>
            Vào sổ {chosen.length} phần
          </Button>
        )}
      </Form>
      <ProblemAlert error={split.error} />
    </section>
  );
}

const filled = (part: Part): Part =>
  Object.fromEntries(
    Object.entries(part).filter(([, value]) => value !== undefined && value !== '' && value !== false),
  ) as Part;
