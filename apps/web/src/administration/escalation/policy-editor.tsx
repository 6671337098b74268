import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { ProblemAlert } from '../../ui/feedback.js';
import { label, ROLE } from '../../ui/labels.js';
import { count } from '../../ui/text.js';
import { MAKEUP, RUNG_ROLES, type Policy } from './words.js';

const MOST_RUNGS = 4;
const HOUR = { pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: 'Ghi giờ dạng 07:30' };
const needed = (message: string) => ({ required: true, message });

/** A new version: typed, looked at, set with a reason. Nothing changes before the last step. */
export function PolicyEditor({ detail }: { detail: Dto<'AgencyPolicyDetail'> }) {
  const [form] = Form.useForm<Policy>();
  const client = useQueryClient();
  const [wanted, setWanted] = useState<readonly Policy[] | null>(null);
  const [reason, setReason] = useState('');
  const path = { params: { path: { code: detail.agencyCode } } };
  const preview = useMutation({
    mutationFn: (policy: readonly Policy[]) =>
      ok(api.POST('/api/v1/escalation-policies/{code}/preview', { ...path, body: { policy: [...policy] } })),
    onSuccess: (_impact, policy) => setWanted(policy),
  });
  const set = useMutation({
    mutationFn: (policy: readonly Policy[]) =>
      ok(
        api.POST('/api/v1/escalation-policies/{code}', {
          ...path,
          body: { policy: [...policy], seen: detail.version, reason: reason.trim() },
        }),
      ),
    onSuccess: (next) => {
      client.setQueryData(['escalation-policy', detail.agencyCode], next);
      void client.invalidateQueries({ queryKey: ['escalation-policies'] });
    },
  });
  return (
    <section className="panel" aria-labelledby="edit-title">
      <h2 id="edit-title">{detail.province ? 'Đặt quy định chung của tỉnh' : 'Đặt quy định riêng'}</h2>
      <Form<Policy>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={detail.policy}
        onValuesChange={() => setWanted(null)}
        onFinish={(policy) => preview.mutate([policy])}
      >
        <Times />
        <Rungs />
        <div className="row" style={{ marginTop: 4 }}>
          <Button type="primary" ghost htmlType="submit" loading={preview.isPending}>
            Xem trước ảnh hưởng
          </Button>
          {detail.source === 'own' && (
            <Button onClick={() => preview.mutate([])} disabled={preview.isPending}>
              Thôi dùng quy định riêng…
            </Button>
          )}
        </div>
      </Form>
      <ProblemAlert error={preview.error} />
      {wanted && preview.data && (
        <div className="impact" role="region" aria-label="Ảnh hưởng của quy định mới">
          <Impact impact={preview.data} giveUp={wanted.length === 0} />
          <label htmlFor="policy-reason">Lý do, ghi vào nhật ký quản trị</label>
          <Input.TextArea
            id="policy-reason"
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 5 }}
            onChange={(event) => setReason(event.target.value)}
          />
          <ProblemAlert error={set.error} />
          <Button
            type="primary"
            style={{ marginTop: 10 }}
            disabled={reason.trim().length < 5}
            loading={set.isPending}
            onClick={() => set.mutate(wanted)}
          >
            {wanted.length === 0 ? 'Thôi dùng quy định riêng' : 'Đặt quy định mới'}
          </Button>
        </div>
      )}
    </section>
  );
}

function Times() {
  return (
    <div className="policy-fields">
      <Form.Item name="firstReminder" label="Nhắc lần đầu, trước hạn (ngày làm việc)" rules={[needed('Nhập số ngày')]}>
        <InputNumber min={1} max={30} />
      </Form.Item>
      <Form.Item name="lastReminder" label="Nhắc lần cuối, trước hạn (ngày làm việc)" rules={[needed('Nhập số ngày')]}>
        <InputNumber min={1} max={30} />
      </Form.Item>
      <Form.Item name="workStart" label="Giờ bắt đầu làm việc" rules={[needed('Nhập giờ'), HOUR]}>
        <Input style={{ width: 90 }} maxLength={5} />
      </Form.Item>
      <Form.Item name="workEnd" label="Giờ kết thúc làm việc" rules={[needed('Nhập giờ'), HOUR]}>
        <Input style={{ width: 90 }} maxLength={5} />
      </Form.Item>
      <Form.Item name="makeup" label="Ngày làm bù">
        <Select options={Object.entries(MAKEUP).map(([value, words]) => ({ value, label: words }))} />
      </Form.Item>
    </div>
  );
}

function Rungs() {
  return (
    <Form.List name="rungs">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className="policy-rung">
              <legend>Nấc {name + 1}</legend>
              <Form.Item
                name={[name, 'afterWorkingDays']}
                label={name === 0 ? 'Sau thông báo quá hạn, ngày làm việc' : `Sau nấc ${name}, ngày làm việc`}
                rules={[needed('Nhập số ngày')]}
              >
                <InputNumber min={1} max={20} />
              </Form.Item>
              <Form.Item
                name={[name, 'tell']}
                label="Báo cho"
                className="grow"
                rules={[needed('Chọn ít nhất một người được báo')]}
              >
                <Select
                  mode="multiple"
                  options={RUNG_ROLES.map((value) => ({ value, label: label(ROLE, value) }))}
                  style={{ minWidth: 220 }}
                />
              </Form.Item>
              {fields.length > 1 && name === fields.length - 1 && (
                <Button type="link" danger onClick={() => remove(name)}>
                  Bỏ nấc {name + 1}
                </Button>
              )}
            </fieldset>
          ))}
          {fields.length < MOST_RUNGS && (
            <Button onClick={() => add({ afterWorkingDays: 1, tell: ['chairman'] })}>Thêm một nấc</Button>
          )}
        </>
      )}
    </Form.List>
  );
}

function Impact({ impact, giveUp }: { impact: Dto<'PolicyImpact'>; giveUp: boolean }) {
  const overdue = (code: string) => `/ho-so?agency=${encodeURIComponent(code)}&deadline=overdue`;
  return (
    <>
      <h3>
        {giveUp ? 'Khi thôi dùng quy định riêng' : 'Khi đặt quy định này'}: {count(impact.agencies)} cơ quan
      </h3>
      <ul>
        {impact.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {impact.items.length === 0 ? (
        <p className="muted">Không có thời hạn nào đang chạy trong phạm vi bạn được xem.</p>
      ) : (
        <table className="data cards-on-phone">
          <thead>
            <tr>
              <th>Cơ quan</th>
              <th className="r">Đang chạy</th>
              <th className="r">Lời nhắc giữ nguyên</th>
              <th className="r">Nấc tiếp theo đổi</th>
              <th className="r">Nấc bỏ</th>
            </tr>
          </thead>
          <tbody>
            {impact.items.map((one) => (
              <tr key={one.agencyCode}>
                <td>{one.agencyName}</td>
                <td className="r num" data-label="Đang chạy">
                  <Link to={`/ho-so?agency=${encodeURIComponent(one.agencyCode)}`}>{count(one.open)}</Link>
                </td>
                <td className="r num" data-label="Lời nhắc giữ nguyên">
                  <Link to={`/ho-so?agency=${encodeURIComponent(one.agencyCode)}`}>{count(one.reminders)}</Link>
                </td>
                <td className="r num" data-label="Nấc tiếp theo đổi">
                  <Link to={overdue(one.agencyCode)}>{count(one.climbing)}</Link>
                </td>
                <td className="r num" data-label="Nấc bỏ">
                  <Link to={overdue(one.agencyCode)}>{count(one.calledOff)}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
