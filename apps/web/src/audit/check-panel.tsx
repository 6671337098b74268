import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { ProblemAlert } from '../ui/feedback.js';
import { count } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';

const LOOK_AGAIN_MS = 700;

/** A check that runs on the server and is looked at from here; its id is in the address, so a refresh finds it again. */
export function CheckPanel({ last }: { last: Dto<'LastCheck'> | null }) {
  const [{ kiem: id }, change] = useFilters(['kiem'] as const);
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/audit/checks')),
    onSuccess: (check) => change({ kiem: check.id }),
  });
  const check = useQuery({
    queryKey: ['audit', 'check', id],
    queryFn: () => ok(api.GET('/api/v1/audit/checks/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data?.state === 'running' ? LOOK_AGAIN_MS : false),
  });
  const cancel = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/audit/checks/{id}/cancel', { params: { path: { id: id ?? '' } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['audit', 'check', id] }),
  });
  const state = check.data?.state;
  useEffect(() => {
    if (state === 'done') void client.invalidateQueries({ queryKey: ['audit', 'standing'] });
  }, [state, client]);
  return (
    <section className="panel no-print" aria-labelledby="verify-title">
      <h2 id="verify-title">Kiểm tra ngay</h2>
      <p>
        Tính lại mọi mã băm từ dữ liệu đang lưu của các hồ sơ bạn được xem, rồi so gốc cây với chữ ký. Cả nhật ký, gồm
        hồ sơ được bảo mật, kiểm bằng lệnh <code>audit verify</code> trên máy chủ hoặc bằng bộ kiểm ngoại tuyến.
      </p>
      <p className="small">
        {last ? (
          <>
            Lần kiểm gần nhất: <strong>{instant(last.finishedAt)}</strong>, {last.checkedBy}, {count(last.cases)} hồ sơ,{' '}
            {count(last.events)} sự kiện:{' '}
            {last.ok ? <span className="whole">✓ nguyên vẹn</span> : <span className="broken">■ có sai lệch</span>}.
          </>
        ) : (
          'Chưa có lần kiểm nào.'
        )}
      </p>
      <div className="row">
        <Button type="primary" loading={start.isPending || state === 'running'} onClick={() => start.mutate()}>
          Kiểm tra toàn bộ nhật ký
        </Button>
        {state === 'running' && <Button onClick={() => cancel.mutate()}>Hủy</Button>}
      </div>
      <div aria-live="polite" style={{ marginTop: 12 }}>
        <ProblemAlert error={start.error ?? check.error} />
        {check.data && <Standing check={check.data} />}
      </div>
    </section>
  );
}

function Standing({ check }: { check: Dto<'AuditCheck'> }) {
  if (check.state === 'running')
    return (
      <>
        <Progress
          percent={check.total === 0 ? 0 : Math.min(99, Math.floor((check.done * 100) / check.total))}
          aria-label="Tiến độ kiểm tra"
        />
        <span className="num small">
          Đã kiểm {count(check.done)} trong {count(check.total)} chuỗi hồ sơ
        </span>
      </>
    );
  if (check.state === 'cancelled') return <Alert type="info" showIcon title="Đã dừng, chưa kiểm xong" />;
  if (check.state === 'lost' || !check.result)
    return (
      <Alert
        type="warning"
        showIcon
        title="Lần kiểm bị gián đoạn"
        description="Máy chủ đã khởi động lại. Hãy kiểm tra lại."
      />
    );
  return <Result result={check.result} />;
}

function Result({ result }: { result: Dto<'AuditVerify'> }) {
  const checked = `Đã kiểm ${count(result.cases)} hồ sơ, ${count(result.events)} sự kiện; ${count(result.unsealed)} sự kiện mới chưa niêm phong.`;
  if (result.ok) return <Alert type="success" showIcon title="Nhật ký nguyên vẹn" description={checked} />;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={`Phát hiện ${count(result.faults.length)} sai lệch`}
      description={
        <>
          <p>{checked}</p>
          <ul style={{ margin: 0, paddingLeft: 18 }}>
            {result.faults.map((fault, i) => (
              <li key={i}>
                {fault.message}{' '}
                {fault.caseFileId && <Link to={`/ho-so/${fault.caseFileId}?muc=dien-bien`}>Mở hồ sơ</Link>}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
