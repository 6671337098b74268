import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useHasRole } from '../sign-in/session.js';
import { ProblemAlert } from '../ui/feedback.js';

/** Papers only: read here, entered at the counter, and the number given back to the package. */
export function EnterByHand({ message }: { message: Dto<'AxisMessage'> }) {
  const client = useQueryClient();
  const may = useHasRole('receptionist', 'caseOfficer', 'unitHead');
  const [label, setLabel] = useState('');
  const enter = useMutation({
    mutationFn: (registerLabel: string) =>
      ok(
        api.POST('/api/v1/axis/messages/{id}/entry', {
          params: { path: { id: message.id } },
          body: { registerLabel },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['axis'] }),
  });
  if (!may) return null;
  return (
    <section className="panel" aria-labelledby="axis-by-hand">
      <h2 id="axis-by-hand">Vào sổ gói chỉ có văn bản</h2>
      <p>
        Mở các tệp ở trên để đọc, <Link to="/tiep-nhan">vào sổ ở màn hình Tiếp nhận đơn</Link> (nguồn đơn: cơ quan khác
        chuyển đến), rồi ghi số vừa cấp. Tệp trong gói được gắn vào đơn ấy và nơi gửi được báo 03 Đã tiếp nhận.
      </p>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (label.trim()) enter.mutate(label.trim());
        }}
      >
        <label htmlFor="axis-label">Số tiếp nhận đã cấp</label>
        <Input
          id="axis-label"
          value={label}
          onChange={({ target }) => setLabel(target.value)}
          placeholder="12/2026"
          style={{ width: 140 }}
        />
        <Button type="primary" htmlType="submit" disabled={label.trim() === ''} loading={enter.isPending}>
          Ghi số, báo đã tiếp nhận
        </Button>
      </form>
      <ProblemAlert error={enter.error} />
    </section>
  );
}
