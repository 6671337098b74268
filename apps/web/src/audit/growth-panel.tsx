import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ProblemAlert } from '../ui/feedback.js';
import { count } from '../ui/text.js';
import { saveJson } from './save-json.js';

/** An old posted head against the present one: the root it had then, to compare with the paper, and a file that proves the growth. */
export function GrowthPanel() {
  const [size, setSize] = useState('');
  const prove = useMutation({
    mutationFn: (from: number) => ok(api.GET('/api/v1/audit/consistency', { params: { query: { from } } })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const from = Number(size.replaceAll(/\D/g, ''));
    if (from > 0) prove.mutate(from);
  };
  return (
    <section className="panel" aria-labelledby="growth-title">
      <h2 id="growth-title">So với tờ đã niêm yết</h2>
      <p>Nhập số sự kiện ghi trên tờ cũ để xem gốc cây khi ấy và tải chứng minh nhật ký chỉ dài thêm từ đó.</p>
      <form className="row" onSubmit={submit}>
        <Input
          aria-label="Số sự kiện trên tờ cũ"
          inputMode="numeric"
          value={size}
          onChange={(event) => setSize(event.target.value)}
          style={{ width: 200, maxWidth: '100%' }}
          autoComplete="off"
        />
        <Button htmlType="submit" loading={prove.isPending}>
          So sánh
        </Button>
      </form>
      <div aria-live="polite" style={{ marginTop: 10 }}>
        <ProblemAlert error={prove.error} />
        {prove.data && <Growth growth={prove.data} />}
      </div>
    </section>
  );
}

function Growth({ growth }: { growth: Dto<'ConsistencyProof'> }) {
  const { fromSize, treeSize, fromRootHash } = growth;
  return (
    <>
      {fromRootHash ? (
        <>
          <p>
            Gốc cây <strong className="num">{count(fromSize)}</strong> sự kiện, phải giống hệt trên tờ cũ:
          </p>
          <p>
            <code>{fromRootHash.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
        </>
      ) : (
        <Alert
          type="warning"
          showIcon
          title={`Chưa từng ký gốc cây đúng ${count(fromSize)} sự kiện; hãy xem lại số trên tờ cũ.`}
        />
      )}
      <Button onClick={() => saveJson(`noi-dai-${fromSize}-${treeSize}.json`, growth.file)}>
        Tải tệp chứng minh nối dài
      </Button>
    </>
  );
}
