import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { ProblemAlert } from '../ui/feedback.js';
import { count } from '../ui/text.js';
import { saveJson } from './save-json.js';
import { walkPath, type Step } from './walk-path.js';

interface Proved {
  readonly proof: Dto<'InclusionProof'>;
  /** `null`: this browser cannot hash on an address without HTTPS. */
  readonly steps: readonly Step[] | null;
}

/** That one event is in the signed tree; the path is walked again in the browser. */
export function ProofPanel() {
  const [id, setId] = useState('');
  const prove = useMutation({
    mutationFn: async (eventId: string): Promise<Proved> => {
      const proof = await ok(api.GET('/api/v1/audit/events/{id}/proof', { params: { path: { id: eventId } } }));
      return { proof, steps: await walkPath(proof) };
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (id.trim()) prove.mutate(id.trim());
  };
  return (
    <section className="panel no-print" aria-labelledby="proof-title">
      <h2 id="proof-title">Chứng minh một sự kiện</h2>
      <p>Mã sự kiện có trong mục diễn biến của hồ sơ và trong bảng “Ai đã đọc gì”.</p>
      <form className="row" onSubmit={submit}>
        <Input
          aria-label="Mã sự kiện"
          placeholder="Dán mã sự kiện"
          value={id}
          onChange={(event) => setId(event.target.value)}
          style={{ width: 340, maxWidth: '100%' }}
          autoComplete="off"
        />
        <Button htmlType="submit" loading={prove.isPending}>
          Lấy chứng minh
        </Button>
      </form>
      <div aria-live="polite" style={{ marginTop: 10 }}>
        <ProblemAlert error={prove.error} />
        {prove.data && <Proof {...prove.data} />}
      </div>
    </section>
  );
}

function Proof({ proof, steps }: Proved) {
  const whole = steps?.at(-1)?.hash === proof.rootHash;
  return (
    <>
      {steps === null ? (
        <Alert
          type="info"
          showIcon
          title="Trình duyệt không tự tính lại được ở địa chỉ này; tải tệp về và kiểm bằng bộ kiểm ngoại tuyến."
        />
      ) : (
        <Alert
          type={whole ? 'success' : 'error'}
          showIcon
          title={
            whole ? 'Đã tính lại trong trình duyệt: sự kiện nằm trong cây đã ký' : 'Tính lại không ra gốc cây đã ký'
          }
          description={`Lá ${count(proof.leafNo + 1)} của cây ${count(proof.treeSize)} sự kiện, ký lúc ${instant(proof.head.signedAt)}.`}
        />
      )}
      {steps && (
        <ol className="proof-path">
          {steps.map((step, index) => (
            <li key={index}>
              <span>
                {index === 0
                  ? 'Lá của sự kiện'
                  : step.side === 'left'
                    ? 'Ghép với nút bên trái'
                    : 'Ghép với nút bên phải'}
              </span>
              {step.sibling && <code title={step.sibling}>{step.sibling.slice(0, 12)}…</code>}
              <span aria-hidden="true">→</span>
              <code title={step.hash}>{step.hash.slice(0, 12)}…</code>
            </li>
          ))}
          <li className={whole ? 'whole' : 'broken'}>
            <span>Gốc cây đã ký</span> <code title={proof.rootHash}>{proof.rootHash.slice(0, 12)}…</code>
          </li>
        </ol>
      )}
      <Button onClick={() => saveJson(`chung-minh-${proof.eventId}.json`, proof.file)}>Tải tệp chứng minh</Button>
      <p className="small muted" style={{ marginTop: 6 }}>
        Tệp gồm nội dung sự kiện (mã, ngày, kết luận; không có họ tên), đường đi và gốc cây đã ký. Kiểm không cần tài
        khoản: <code>node verify.mjs chung-minh.json --key khoa.pem</code>
      </p>
    </>
  );
}
