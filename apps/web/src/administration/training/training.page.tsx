import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { instant } from '../../ui/dates.js';
import { Loaded, ProblemAlert } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { Status } from '../../ui/status.js';
import { count } from '../../ui/text.js';

type Training = Dto<'Training'>;
const KEY = ['training'];

/** Switching practice on and off, and taking the data back to where practice began. */
export function TrainingPage() {
  const client = useQueryClient();
  const training = useQuery({
    queryKey: KEY,
    queryFn: () => ok(api.GET('/api/v1/training')),
    refetchInterval: (query) => (query.state.data?.reset?.state === 'running' ? 1_000 : false),
  });
  const resetting = training.data?.reset?.state === 'running';
  const was = useRef(resetting);
  useEffect(() => {
    // Everything on the screens may have changed under them.
    if (was.current && !resetting)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== KEY[0] });
    was.current = resetting;
  }, [resetting, client]);
  return (
    <>
      <PageHead
        title="Chế độ tập huấn"
        lead="Để cán bộ thực hành trên dữ liệu trình diễn. Khi bật, màn hình nào cũng có dải đỏ, bản in nào cũng ghi BẢN TẬP HUẤN."
      />
      <Loaded query={training}>
        {(data) => (
          <div className="stack" style={{ maxWidth: 760 }}>
            <Switch training={data} />
            {data.on && <Reset training={data} />}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Switch({ training }: { training: Training }) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const set = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/training', { body: { on: !training.on, reason: reason.trim() } })),
    onSuccess: (next) => {
      setReason('');
      client.setQueryData(KEY, next);
      void client.invalidateQueries({ queryKey: ['info'] });
    },
  });
  return (
    <section className="panel" aria-labelledby="switch-title">
      <h2 id="switch-title">{training.on ? 'Đang tập huấn' : 'Chưa bật'}</h2>
      <p>
        {training.on ? <Status tone="late">Đang bật</Status> : <Status tone="none">Đang tắt</Status>}{' '}
        {training.by && training.since && (
          <span className="muted num">
            {training.by}, {instant(training.since)}
          </span>
        )}
      </p>
      {!training.available ? (
        <Alert type="warning" showIcon title="Không bật được ở hệ thống này" description={training.reason} />
      ) : (
        <>
          <label htmlFor="training-reason">Lý do {training.on ? 'tắt' : 'bật'}, ghi vào nhật ký quản trị</label>
          <Input.TextArea
            id="training-reason"
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 4 }}
            onChange={(event) => setReason(event.target.value)}
          />
          {!training.on && (
            <p className="muted" style={{ margin: '8px 0 0' }}>
              Dữ liệu lúc bật được giữ lại một bản, để đưa về đúng như vậy sau mỗi buổi.
            </p>
          )}
          <Button
            type="primary"
            danger={!training.on}
            style={{ marginTop: 10 }}
            disabled={reason.trim().length < 5}
            loading={set.isPending}
            onClick={() => set.mutate()}
          >
            {training.on ? 'Tắt chế độ tập huấn' : 'Bật chế độ tập huấn'}
          </Button>
          <ProblemAlert error={set.error} />
        </>
      )}
    </section>
  );
}

function Reset({ training }: { training: Training }) {
  const client = useQueryClient();
  const [modal, holder] = Modal.useModal();
  const { reset } = training;
  const start = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/training/reset')),
    onSuccess: (next) => client.setQueryData(KEY, next),
  });
  const ask = () =>
    modal.confirm({
      title: 'Đưa dữ liệu về như lúc bật chế độ tập huấn?',
      content: 'Mọi đơn, hồ sơ, văn bản làm trong buổi tập sẽ mất. Tài khoản và mật khẩu giữ nguyên.',
      okText: 'Đưa về ban đầu',
      cancelText: 'Không',
      onOk: () => start.mutate(),
    });
  const running = reset?.state === 'running';
  return (
    <section className="panel" aria-labelledby="reset-title">
      {holder}
      <h2 id="reset-title">Đưa dữ liệu về ban đầu</h2>
      {reset && (
        <>
          <Progress
            percent={reset.total > 0 ? Math.floor((reset.done / reset.total) * 100) : reset.state === 'done' ? 100 : 0}
            status={running ? 'active' : reset.state === 'done' ? 'success' : 'exception'}
            aria-label="Tiến độ đưa dữ liệu về ban đầu"
          />
          <p className="num" aria-live="polite">
            {running && `Đang khôi phục: ${count(reset.done)} trong ${count(reset.total)} bảng dữ liệu.`}
            {reset.state === 'done' && `Đã đưa về ban đầu, bắt đầu lúc ${instant(reset.startedAt)}.`}
            {reset.state === 'failed' && 'Không đưa về ban đầu được; dữ liệu giữ nguyên như trước.'}
          </p>
        </>
      )}
      {training.resettable ? (
        <Button danger disabled={running} loading={start.isPending} onClick={ask}>
          Đưa về ban đầu…
        </Button>
      ) : (
        <Alert type="info" showIcon title="Không đưa về ban đầu được" description={training.reason} />
      )}
      <ProblemAlert error={start.error} />
    </section>
  );
}
