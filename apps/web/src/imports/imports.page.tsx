import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Steps } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { fileSize } from '../ui/text.js';
import { BATCH_STATE, WIZARD } from './batch-words.js';
import './imports.css';

export function ImportsPage() {
  return (
    <>
      <PageHead
        title="Nhập sổ Excel"
        lead="Sổ tiếp nhận cũ vào hệ thống: đọc, xem trước từng dòng, rồi mới đăng ký. Chưa bấm đăng ký thì chưa có gì vào sổ."
      />
      <div className="stack">
        <Steps className="wizard-steps" size="small" current={0} items={WIZARD.map((title) => ({ title }))} />
        <Upload />
        <Batches />
      </div>
    </>
  );
}

function Upload() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const read = useMutation({
    mutationFn: (chosen: File) => {
      const form = new FormData();
      form.append('file', chosen);
      return ok(
        api.POST('/api/v1/imports', {
          body: form as unknown as { file: string },
          bodySerializer: (body) => body as unknown as FormData,
        }),
      );
    },
    onSuccess: (preview) => {
      void client.invalidateQueries({ queryKey: ['imports'] });
      void navigate(`/nhap-so/${preview.batchId}`);
    },
  });
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    read.mutate(chosen);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files[0]);
  };
  return (
    <section className="panel" aria-labelledby="upload-title">
      <h2 id="upload-title">Chọn tệp sổ</h2>
      <div
        className={`drop ${over ? 'over' : ''}`}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>Kéo tệp .xlsx vào đây, hoặc</p>
        <Button type="primary" loading={read.isPending} onClick={() => input.current?.click()}>
          Chọn tệp trên máy
        </Button>
        <input
          ref={input}
          type="file"
          style={{ display: 'none' }}
          accept=".xlsx"
          aria-label="Tệp sổ .xlsx"
          onChange={(event) => (choose(event.target.files?.[0]), (event.target.value = ''))}
        />
        {file && (
          <p className="num" role="status">
            {read.isPending ? 'Đang đọc' : 'Tệp'}: {file.name} ({fileSize(file.size)})
          </p>
        )}
      </div>
      <ul className="muted small" style={{ margin: '10px 0 0', paddingLeft: 18 }}>
        <li>Dòng tiêu đề ở đâu cũng được; cột được nhận theo tên.</li>
        <li>
          Chữ gõ bằng TCVN3 (.VnTime) hoặc VNI được đổi sang Unicode; ngày viết kiểu nào cũng đọc; số định danh mất số 0
          ở đầu được nhận ra.
        </li>
        <li>Đơn tố cáo trong sổ được niêm phong ngay: tên và nội dung không hiện ở bản xem trước.</li>
      </ul>
      {read.error && <ProblemAlert error={read.error} />}
    </section>
  );
}

function Batches() {
  const batches = useQuery({ queryKey: ['imports'], queryFn: () => ok(api.GET('/api/v1/imports')) });
  return (
    <section className="panel flush" aria-labelledby="batches-title">
      <h2 id="batches-title" style={{ padding: '12px 16px 8px' }}>
        Các đợt nhập
      </h2>
      <Loaded query={batches}>
        {({ items }) => (items.length === 0 ? <Empty>Chưa có đợt nhập nào.</Empty> : <BatchTable items={items} />)}
      </Loaded>
    </section>
  );
}

function BatchTable({ items }: { items: readonly Dto<'ImportBatch'>[] }) {
  return (
    <div className="table-scroll">
      <table className="data cards-on-phone">
        <thead>
          <tr>
            <th>Lúc nhập</th>
            <th>Người nhập</th>
            <th>Tình trạng</th>
            <th className="r">Số dòng</th>
            <th className="r">Đã đăng ký</th>
            <th className="r">Cần xem lại</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {items.map((batch) => (
            <tr key={batch.batchId}>
              <td className="num nowrap">{instant(batch.createdAt)}</td>
              <td>{batch.createdBy}</td>
              <td>{BATCH_STATE[batch.state]}</td>
              <td className="r num" data-label="Số dòng">
                {batch.totalRows}
              </td>
              <td className="r num" data-label="Đã đăng ký">
                {batch.registered}
              </td>
              <td className="r num" data-label="Cần xem lại">
                {batch.attention}
              </td>
              <td>
                <Link to={`/nhap-so/${batch.batchId}`}>Mở đợt nhập</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
