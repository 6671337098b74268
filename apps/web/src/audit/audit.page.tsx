import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import { CheckPanel } from './check-panel.js';
import { LedgerPicture } from './ledger-picture.js';
import { GrowthPanel } from './growth-panel.js';
import { KeysPanel } from './keys-panel.js';
import { OutsidePanel } from './outside-panel.js';
import { ProofPanel } from './proof-panel.js';
import './audit.css';

/** Whether the ledger is whole: the signed tree, a check to run now, a proof for one event, and what all that does not prove. */
export function AuditPage() {
  const head = useQuery({ queryKey: ['audit', 'head'], queryFn: () => ok(api.GET('/api/v1/audit/head')) });
  const standing = useQuery({ queryKey: ['audit', 'standing'], queryFn: () => ok(api.GET('/api/v1/audit/standing')) });
  return (
    <>
      <PageHead
        title="Toàn vẹn nhật ký"
        lead="Mỗi bước của mỗi hồ sơ nối vào bước trước bằng mã băm; toàn bộ nhật ký nằm trong một cây được ký mỗi ngày."
      />
      <div className="audit-grid">
        <div className="stack">
          <CheckPanel last={standing.data?.lastCheck ?? null} />
          <section className="panel no-print" aria-labelledby="picture-title">
            <h2 id="picture-title">Nhật ký được giữ thế nào</h2>
            <LedgerPicture
              sealed={head.data?.treeSize ?? null}
              unsealed={standing.data?.unsealed ?? head.data?.unsealed ?? null}
              signedAt={head.data?.signedAt ?? null}
            />
          </section>
          <ProofPanel />
          <GrowthPanel />
        </div>
        <div className="stack">
          <section className="panel" aria-labelledby="head-title">
            <h2 id="head-title">Gốc cây đã ký gần nhất</h2>
            {head.error && toProblem(head.error).status === 404 ? (
              <Empty>{toProblem(head.error).detail ?? toProblem(head.error).title}</Empty>
            ) : (
              <Loaded query={head}>{(data) => <SignedHead head={data} />}</Loaded>
            )}
          </section>
          <OutsidePanel keyId={head.data?.keyId ?? null} />
          <Meaning />
          {standing.data && standing.data.heads.length > 1 && <Heads heads={standing.data.heads} />}
          {standing.data && standing.data.keys.length > 0 && <KeysPanel keys={standing.data.keys} />}
        </div>
      </div>
    </>
  );
}

function SignedHead({ head }: { head: Dto<'TreeHead'> }) {
  return (
    <>
      <dl className="facts">
        <dt>Ký lúc</dt>
        <dd className="num strong">{instant(head.signedAt)}</dd>
        <dt>Số sự kiện đã niêm phong</dt>
        <dd className="num strong">{count(head.treeSize)}</dd>
        <dt>Gốc cây</dt>
        <dd>
          <code>{inFours(head.rootHash)}</code>
        </dd>
        <dt>Khóa ký</dt>
        <dd>
          <code>{inFours(head.keyId)}</code>
        </dd>
        <dt>Chữ ký</dt>
        <dd>
          <code>{head.signature}</code>
        </dd>
      </dl>
      <div className="row" style={{ marginTop: 10 }}>
        <Button type="primary" href="/api/v1/audit/head/notice" target="_blank" rel="noreferrer">
          In bản niêm yết (PDF)
        </Button>
      </div>
      <p className="small muted" style={{ marginTop: 6 }}>
        Một tờ A4 có mã vuông chứa gốc cây, để dán ở bảng niêm yết hoặc gửi cơ quan khác giữ. Tờ cũ luôn đối chiếu được
        với nhật ký sau này, kể cả khi đã thay khóa ký.
      </p>
    </>
  );
}

/** 64 digits are read aloud and compared four by four. */
const inFours = (hex: string): string => hex.replaceAll(/(.{4})(?=.)/g, '$1 ');

function Meaning() {
  return (
    <section className="panel" aria-labelledby="meaning-title">
      <h2 id="meaning-title">Chứng minh được gì, không chứng minh được gì</h2>
      <ul className="meaning good-list">
        <li>
          Sửa, xóa, chèn hay đổi thứ tự một sự kiện đã ghi thì mã băm không còn khớp, và lần kiểm sau chỉ ra đúng chỗ.
        </li>
        <li>Một sự kiện cụ thể có trong cây đã ký: ai cũng kiểm được bằng tệp chứng minh, không cần tài khoản.</li>
        <li>Gốc cây in hôm nay và gốc cây sau này cho biết nhật ký chỉ dài thêm.</li>
      </ul>
      <ul className="meaning bad-list">
        <li>
          Ai giữ cả khóa ký lẫn cơ sở dữ liệu thì có thể viết lại từ đầu và ký lại. Vì vậy gốc cây phải được in, niêm
          yết hoặc gửi cho cơ quan khác giữ.
        </li>
        <li>Sự kiện mới ghi, chưa niêm phong, chỉ được bảo vệ bằng chuỗi của hồ sơ cho đến lần ký sau.</li>
        <li>Nhật ký nói điều đã được ghi; nó không nói điều ghi vào là đúng sự thật.</li>
      </ul>
    </section>
  );
}

function Heads({ heads }: { heads: readonly Dto<'SignedHead'>[] }) {
  return (
    <section className="panel no-print" aria-labelledby="heads-title">
      <h2 id="heads-title">Các gốc cây đã ký</h2>
      <div className="table-scroll heads">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">Ký lúc</th>
              <th scope="col" className="num">
                Số sự kiện
              </th>
              <th scope="col">Gốc cây</th>
              <th scope="col">Bản niêm yết</th>
            </tr>
          </thead>
          <tbody>
            {heads.map((head) => (
              <tr key={head.treeSize}>
                <td className="num nowrap">{instant(head.signedAt)}</td>
                <td className="num">{count(head.treeSize)}</td>
                <td>
                  <code title={head.rootHash}>{head.rootHash.slice(0, 16)}…</code>
                </td>
                <td>
                  <a
                    href={`/api/v1/audit/head/notice?treeSize=${head.treeSize}`}
                    target="_blank"
                    rel="noreferrer"
                    aria-label={`Bản niêm yết gốc cây ${count(head.treeSize)} sự kiện`}
                  >
                    PDF
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
