import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Steps } from 'antd';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { api, ok, queryClient } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { Loaded, Loading } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import { BATCH_STATE, STEP_OF, WIZARD } from './batch-words.js';
import { ImportPreview } from './import-preview.js';
import { ImportRunning } from './import-running.js';
import { FaultTable } from './fault-table.js';
import { UndoImport } from './undo-import.js';
import './imports.css';

type Progress = Dto<'ImportProgress'>;

export function ImportBatchPage() {
  const { batchId = '' } = useParams();
  const batch = useQuery({
    queryKey: ['import', batchId],
    queryFn: () => ok(api.GET('/api/v1/imports/{id}', { params: { path: { id: batchId } } })),
    // How far a running one has come is told; the batch itself is read again at its end.
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'reading' ? 700 : data?.state === 'importing' ? 5_000 : false,
  });
  const state = batch.data?.state;
  useEffect(() => {
    if (state === 'done' || state === 'undone') {
      void queryClient.invalidateQueries({ queryKey: ['petitions'] });
      void queryClient.invalidateQueries({ queryKey: ['imports'] });
    }
  }, [state]);
  return (
    <>
      <PageHead
        title="Nhập sổ Excel"
        lead={batch.data && `Đợt nhập ${instant(batch.data.createdAt)}, ${batch.data.createdBy}`}
        actions={<Link to="/nhap-so">Các đợt nhập</Link>}
      />
      <Loaded query={batch}>
        {(data) => (
          <div className="stack">
            <Steps
              className="wizard-steps"
              size="small"
              current={STEP_OF[data.state] ?? 0}
              status={data.state === 'failed' ? 'error' : 'process'}
              items={WIZARD.map((title) => ({ title }))}
            />
            <Step batch={data} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function Step({ batch }: { batch: Progress }) {
  if (batch.state === 'reading') return <Loading words="Đang đọc tệp…" />;
  if (batch.state === 'ready' && batch.preview) return <ImportPreview batch={batch} preview={batch.preview} />;
  if (batch.state === 'ready')
    return (
      <section className="panel">
        <Alert
          type="info"
          showIcon
          title="Bản xem trước không còn giữ trên máy chủ"
          description="Chưa có dòng nào vào sổ. Hãy chọn lại tệp để đọc lại."
          action={<Link to="/nhap-so">Chọn lại tệp</Link>}
        />
      </section>
    );
  if (batch.state === 'importing') return <ImportRunning batch={batch} />;
  return <Result batch={batch} />;
}

function Result({ batch }: { batch: Progress }) {
  const done = batch.state === 'done';
  return (
    <>
      <section className="panel" aria-labelledby="result-title">
        <h2 id="result-title">{BATCH_STATE[batch.state]}</h2>
        <Alert
          type={done ? 'success' : batch.state === 'failed' ? 'error' : 'info'}
          showIcon
          role="status"
          title={
            batch.state === 'undone'
              ? `Đã hoàn tác lúc ${instant(batch.undoneAt)}: số của cả đợt đã hủy, vẫn giữ trong sổ cùng lý do`
              : `${count(batch.registered)} dòng đã vào sổ, ${count(batch.attention)} dòng cần xem lại, trong ${count(batch.totalRows)} dòng`
          }
          description={batch.undoReason ?? (batch.state === 'cancelled' ? 'Đợt nhập đã dừng theo yêu cầu.' : undefined)}
        />
        <div className="row" style={{ marginTop: 12 }}>
          <Link to="/so-tiep-nhan">Xem sổ tiếp nhận</Link>
          <Link to="/nhap-so">Nhập sổ khác</Link>
          {(done || batch.state === 'cancelled') && batch.registered > 0 && <UndoImport batch={batch} />}
        </div>
      </section>
      {batch.faults.length > 0 && (
        <section className="panel flush" aria-labelledby="faults-title">
          <h2 id="faults-title" style={{ padding: '12px 16px 8px' }}>
            Dòng cần xem lại ({batch.faults.length})
          </h2>
          <p className="muted" style={{ padding: '0 16px' }}>
            Dòng ghi “Không vào sổ” thì sửa trong tệp Excel rồi nhập lại; dòng ghi “Cần đối chiếu” đã vào sổ, hãy so với
            đơn giấy.
          </p>
          <FaultTable faults={batch.faults} />
        </section>
      )}
      {batch.state === 'failed' && (
        <Button>
          <Link to="/nhap-so">Chọn lại tệp</Link>
        </Button>
      )}
    </>
  );
}
