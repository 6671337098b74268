import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { ProblemAlert } from '../../ui/feedback.js';
import { required } from '../words.js';

interface Props {
  readonly balance: Dto<'OpeningBalance'>;
  readonly mayCorrect: boolean;
  readonly onEdit: () => void;
  readonly onCorrect: () => void;
}

/** What may be done with a balance now: changed by who enters, confirmed or given back by another. */
export function OpeningActs({ balance, mayCorrect, onEdit, onCorrect }: Props) {
  const client = useQueryClient();
  const [returning, setReturning] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const params = { path: { id: balance.id }, header: { 'If-Match': `"${balance.rev}"` } };
  const refresh = () => {
    setReturning(false);
    void client.invalidateQueries({ queryKey: ['opening-balances'] });
    void client.invalidateQueries({ queryKey: ['setup'] });
  };
  const confirm = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/administration/opening-balances/{id}/confirm', { params })),
    onSuccess: refresh,
    onError: () => client.invalidateQueries({ queryKey: ['opening-balances'] }),
  });
  const giveBack = useMutation({
    mutationFn: (body: { reason: string }) =>
      ok(api.POST('/api/v1/administration/opening-balances/{id}/return', { params, body })),
    onSuccess: refresh,
  });
  return (
    <>
      <div className="row" style={{ marginTop: 10 }}>
        {balance.mayConfirm && (
          <>
            <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
              Xác nhận, khóa số liệu
            </Button>
            <Button onClick={() => setReturning(true)}>Trả lại…</Button>
          </>
        )}
        {balance.mayEdit && <Button onClick={onEdit}>Sửa số liệu</Button>}
        {mayCorrect && <Button onClick={onCorrect}>Lập bản đính chính…</Button>}
      </div>
      <ProblemAlert error={confirm.error} />
      <Modal
        open={returning}
        title={`Trả lại số dư của ${balance.agencyName}`}
        okText="Trả lại"
        cancelText="Thôi"
        okButtonProps={{ loading: giveBack.isPending }}
        onCancel={() => setReturning(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => giveBack.mutate(values)}>
          <Form.Item name="reason" label="Sai ở đâu, cần sửa gì" rules={[required('lý do', 5)]}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
          </Form.Item>
        </Form>
        <ProblemAlert error={giveBack.error} />
      </Modal>
    </>
  );
}
