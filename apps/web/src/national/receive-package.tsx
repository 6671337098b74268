import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { api, ok } from '../api/client.js';
import { useHasRole } from '../sign-in/session.js';
import { ProblemAlert } from '../ui/feedback.js';

/** A message that somebody carried here by hand, dropped or chosen: judged at once, and what is wrong with it is said. */
export function ReceivePackage() {
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const may = useHasRole('receptionist', 'caseOfficer', 'unitHead');
  const sending = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return ok(
        api.POST('/api/v1/axis/messages', {
          body: form as unknown as { file: string },
          bodySerializer: (body: unknown) => body as FormData,
        }),
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['axis'] }),
  });
  const take = (file: File | undefined) => file && sending.mutate(file);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  if (!may) return null;
  return (
    <section className="panel" aria-label="Nhận gói từ tệp">
      <div
        className={`axis-drop ${over ? 'over' : ''}`}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span>
          <strong>Nhận gói từ tệp.</strong> Kéo tệp .edxml vào đây, hoặc
        </span>
        <Button loading={sending.isPending} onClick={() => input.current?.click()}>
          Chọn tệp…
        </Button>
        <input
          ref={input}
          type="file"
          accept=".edxml,.xml"
          hidden
          aria-label="Gói edXML"
          onChange={({ target }) => {
            take(target.files?.[0]);
            target.value = '';
          }}
        />
      </div>
      <ProblemAlert error={sending.error} />
      {sending.data && (
        <Alert
          type="success"
          showIcon
          role="status"
          style={{ marginTop: 10 }}
          title={sending.data.kind === 'status' ? 'Đã ghi trạng thái nơi nhận báo về.' : 'Đã nhận gói; đơn chờ vào sổ.'}
        />
      )}
    </section>
  );
}
