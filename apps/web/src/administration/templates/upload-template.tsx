import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { api, ok } from '../../api/client.js';
import { toProblem } from '../../api/problem.js';
import { useToday } from '../../sign-in/session.js';
import { day } from '../../ui/dates.js';
import { DayField } from '../../ui/day-field.js';
import { ProblemAlert } from '../../ui/feedback.js';
import type { Line } from './templates.page.js';

interface Sent {
  readonly file: File;
  readonly from: string;
}

/** An edited template is checked before it is kept: every fault is said, nothing half right is stored. */
export function UploadTemplate({ line, onDone }: { line: Line; onDone: (id: string) => void }) {
  const today = useToday();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [from, setFrom] = useState<string | undefined>(today);
  const upload = useMutation({
    mutationFn: ({ file, from: validFrom }: Sent) => {
      const form = new FormData();
      form.append('form', line.form);
      form.append('version', line.validFrom);
      form.append('validFrom', validFrom);
      form.append('file', file);
      return ok(
        api.POST('/api/v1/document-templates', {
          body: form as never,
          bodySerializer: (body: unknown) => body as FormData,
        }),
      );
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['templates'] });
      onDone(id);
    },
  });
  const faults = upload.error ? toProblem(upload.error).faults : [];
  return (
    <section className="panel" aria-labelledby="upload-title">
      <h2 id="upload-title">Tải lên mẫu đã sửa</h2>
      <p>
        Tải mẫu chuẩn, sửa trong Word nhưng giữ nguyên các ô trong ngoặc nhọn, rồi tải lên. Tệp được kiểm tra trước khi
        nhận.
      </p>
      <div className="row">
        <label htmlFor="template-from">Áp dụng từ ngày</label>
        <DayField id="template-from" label="Áp dụng từ ngày" value={from} onChange={setFrom} min={today} />
        <Button type="primary" disabled={!from} loading={upload.isPending} onClick={() => input.current?.click()}>
          Chọn tệp Word
        </Button>
        <input
          ref={input}
          type="file"
          accept=".docx"
          aria-label="Tệp mẫu đã sửa"
          style={{ display: 'none' }}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file && from) upload.mutate({ file, from });
          }}
        />
      </div>
      <div aria-live="polite" style={{ marginTop: 10 }}>
        {upload.data && upload.variables && (
          <Alert
            type="success"
            showIcon
            title={`Đã nhận mẫu ${upload.variables.file.name}`}
            description={`Áp dụng từ ngày ${day(upload.variables.from)}. Xem thử bên cạnh.`}
          />
        )}
        {faults.length > 0 ? (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={`Mẫu đã sửa chưa dùng được: ${faults.length} chỗ cần sửa`}
            description={
              <ul style={{ margin: 0, paddingLeft: 18 }}>
                {faults.map(({ message }) => (
                  <li key={message}>{message}</li>
                ))}
              </ul>
            }
          />
        ) : (
          <ProblemAlert error={upload.error} />
        )}
      </div>
    </section>
  );
}
