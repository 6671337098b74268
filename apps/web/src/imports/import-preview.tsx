import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { Empty, ProblemAlert } from '../ui/feedback.js';
import { label, MASKED, PETITION_TYPE } from '../ui/labels.js';
import { MORE_TABS } from '../ui/named-icons.js';
import { count } from '../ui/text.js';
import { ENCODING } from './batch-words.js';
import { FaultTable, keptOut } from './fault-table.js';

type Preview = Dto<'ImportPreview'>;

export function ImportPreview({ batch, preview }: { batch: Dto<'ImportProgress'>; preview: Preview }) {
  const client = useQueryClient();
  const path = { params: { path: { id: batch.batchId } } };
  const refresh = () => void client.invalidateQueries({ queryKey: ['import', batch.batchId] });
  const commit = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/imports/{id}/commit', path)),
    onSuccess: refresh,
  });
  const cancel = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/imports/{id}/cancel', path)),
    onSuccess: refresh,
  });
  const outside = keptOut(preview.attention);
  const coming = preview.rows - outside;
  const doubtful = coming - preview.ready;
  return (
    <>
      <div className="cards">
        <div className="card">
          <span className="figure">{count(preview.rows)}</span>
          <div className="caption">Dòng có dữ liệu</div>
        </div>
        <div className="card">
          <span className="figure" style={{ color: 'var(--green)' }}>
            {count(coming)}
          </span>
          <div className="caption">Sẽ vào sổ</div>
        </div>
        <div className={`card ${outside > 0 ? 'amber' : ''}`}>
          <span className="figure">{count(outside)}</span>
          <div className="caption">Có lỗi, chưa vào sổ được</div>
        </div>
        <div className="card">
          <span className="figure">{count(preview.resends.length)}</span>
          <div className="caption">Có thể là gửi lại</div>
        </div>
        <div className="card">
          <span className="figure">{count(preview.decoded.length)}</span>
          <div className="caption">Đổi từ bảng mã cũ</div>
        </div>
      </div>
      <div className="wizard-bar">
        <Button
          type="primary"
          size="large"
          loading={commit.isPending}
          disabled={coming === 0}
          onClick={() => commit.mutate()}
        >
          Đăng ký {count(coming)} dòng
        </Button>
        <Button size="large" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          Hủy
        </Button>
        <span className="muted">
          {doubtful > 0 && `Trong đó ${count(doubtful)} dòng cần đối chiếu với đơn giấy. `}Dòng có lỗi không vào sổ; số
          của sổ cũ được giữ thành dãy riêng.
        </span>
      </div>
      {(commit.error ?? cancel.error) && <ProblemAlert error={commit.error ?? cancel.error} />}
      <section className="panel" style={{ paddingTop: 4 }}>
        <Tabs
          more={MORE_TABS}
          items={[
            {
              key: 'faults',
              label: `Cần xem lại (${preview.attention.length})`,
              children:
                preview.attention.length === 0 ? (
                  <Empty>Không có dòng nào cần xem lại.</Empty>
                ) : (
                  <FaultTable faults={preview.attention} />
                ),
            },
            { key: 'rows', label: `Đọc được (${preview.petitions.length})`, children: <Rows preview={preview} /> },
            {
              key: 'resends',
              label: `Có thể là gửi lại (${preview.resends.length})`,
              children: <Resends preview={preview} />,
            },
          ]}
        />
      </section>
    </>
  );
}

function Rows({ preview }: { preview: Preview }) {
  const encodings = new Map(preview.decoded.map((row) => [row.row, row.encoding]));
  return (
    <div className="preview-scroll">
      <table className="data">
        <thead>
          <tr>
            <th>Dòng</th>
            <th>Ngày nhận</th>
            <th>Họ và tên</th>
            <th>Số định danh</th>
            <th>Loại</th>
            <th>Nội dung</th>
          </tr>
        </thead>
        <tbody>
          {preview.petitions.map((row) => (
            <tr key={row.row}>
              <td className="num">{row.row}</td>
              <td className="num nowrap">{day(row.receivedOn)}</td>
              {row.sealed ? (
                <td colSpan={2} className="muted">
                  {MASKED}
                </td>
              ) : (
                <>
                  <td>
                    {row.name}
                    {encodings.has(row.row) && (
                      <span className="mark"> {ENCODING[encodings.get(row.row) ?? ''] ?? 'bảng mã cũ'}</span>
                    )}
                  </td>
                  <td className="num nowrap">{row.personalId}</td>
                </>
              )}
              <td className="nowrap">{label(PETITION_TYPE, row.type)}</td>
              <td style={{ minWidth: 260 }}>
                <span className="clamp">{row.content}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Resends({ preview }: { preview: Preview }) {
  const names = new Map(preview.petitions.map((row) => [row.row, row.sealed ? MASKED : (row.name ?? '')]));
  if (preview.resends.length === 0) return <Empty>Không thấy cặp đơn nào giống nhau.</Empty>;
  return (
    <div className="preview-scroll">
      <table className="data">
        <thead>
          <tr>
            <th>Dòng</th>
            <th>Gửi lại của dòng</th>
            <th>Giống</th>
            <th>Vì sao</th>
          </tr>
        </thead>
        <tbody>
          {preview.resends.map((pair) => (
            <tr key={`${pair.row}-${pair.ofRow}`}>
              <td>
                <span className="num strong">{pair.row}</span> {names.get(pair.row)}
              </td>
              <td>
                <span className="num strong">{pair.ofRow}</span> {names.get(pair.ofRow)}
              </td>
              <td className="num nowrap">{Math.round(pair.score * 100)} %</td>
              <td>{pair.reasons.map((reason) => reason.title).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
