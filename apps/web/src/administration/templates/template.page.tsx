import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { PdfView } from '../../papers/pdf-view.js';
import { useHasRole } from '../../sign-in/session.js';
import { day } from '../../ui/dates.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { fileSize } from '../../ui/text.js';
import { type Line, pathOf, Used, useTemplates, validityOf } from './templates.page.js';
import { UploadTemplate } from './upload-template.js';
import './templates.css';

/** One form: its versions, the standard to start from, what the agency has made of it. */
export function TemplatePage() {
  const [params] = useSearchParams();
  const form = params.get('ma');
  const list = useTemplates(undefined);
  return (
    <Loaded query={list}>
      {({ items }) => {
        const versions = items.filter((line) => line.form === form);
        const wanted = params.get('phien-ban');
        const line = versions.find(({ validFrom }) => validFrom === wanted) ?? versions.at(-1);
        return line ? (
          <Template key={line.validFrom} line={line} versions={versions} />
        ) : (
          <>
            <PageHead title="Không có mẫu này" />
            <Empty action={<Link to="/mau-van-ban">Về danh sách mẫu</Link>}>Mã mẫu có thể đã gõ nhầm.</Empty>
          </>
        );
      }}
    </Loaded>
  );
}

function Template({ line, versions }: { line: Line; versions: readonly Line[] }) {
  const mayEdit = useHasRole('administrator', 'unitHead', 'chairman', 'provinceChairman');
  const [shown, setShown] = useState<string>(line.usedId ?? 'standard');
  const preview =
    shown === 'standard'
      ? `/api/v1/document-templates/standard/${encodeURIComponent(line.form)}/preview.pdf?version=${line.validFrom}`
      : `/api/v1/document-templates/${shown}/preview.pdf`;
  const own = line.own.find(({ id }) => id === shown);
  return (
    <>
      <PageHead
        title={line.title}
        lead={[line.formNumber, line.citation].filter(Boolean).join(', ')}
        actions={<Link to="/mau-van-ban">Về danh sách mẫu</Link>}
      />
      <div className="template-sides">
        <div className="stack">
          <section className="panel" aria-labelledby="form-title">
            <h2 id="form-title">Mẫu</h2>
            <dl className="facts">
              <dt>Căn cứ</dt>
              <dd>
                {line.citation} {!line.confirmed && <span className="mark amber">chưa đối chiếu văn bản</span>}
              </dd>
              <dt>Hiệu lực</dt>
              <dd className="num">{validityOf(line)}</dd>
              <dt>Khổ giấy</dt>
              <dd>{line.sizes.join(', ')}</dd>
              <dt>In hôm nay</dt>
              <dd>
                <Used line={line} />
              </dd>
            </dl>
            {versions.length > 1 && (
              <p style={{ margin: '10px 0 0' }}>
                Phiên bản khác:{' '}
                {versions
                  .filter(({ validFrom }) => validFrom !== line.validFrom)
                  .map((other, index) => (
                    <span key={other.validFrom}>
                      {index > 0 && '; '}
                      <Link to={pathOf(other)}>{validityOf(other)}</Link>
                    </span>
                  ))}
              </p>
            )}
            <div className="row" style={{ marginTop: 12 }}>
              <Button
                href={`/api/v1/document-templates/standard/${encodeURIComponent(line.form)}?version=${line.validFrom}`}
              >
                Tải mẫu chuẩn (Word)
              </Button>
            </div>
          </section>
          {mayEdit && <UploadTemplate line={line} onDone={setShown} />}
          <History line={line} shown={shown} onShow={setShown} />
        </div>
        <section className="panel" aria-labelledby="sample-title">
          <h2 id="sample-title">Xem thử: {own ? `mẫu của cơ quan áp dụng từ ${day(own.validFrom)}` : 'mẫu chuẩn'}</h2>
          <p className="muted small">Điền bằng người và việc giả định, không lấy từ hồ sơ nào.</p>
          <PdfView path={preview} title={`Bản xem thử ${line.title}`} height={640} />
        </section>
      </div>
    </>
  );
}

function History({ line, shown, onShow }: { line: Line; shown: string; onShow: (id: string) => void }) {
  const rows = line.own.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return (
    <section className="panel flush" aria-labelledby="history-title">
      <h2 id="history-title" style={{ padding: '12px 16px 8px' }}>
        Các lần sửa
      </h2>
      <table className="data cards-on-phone">
        <thead>
          <tr>
            <th>Áp dụng từ</th>
            <th>Người tải lên</th>
            <th>Tệp</th>
            <th>
              <span className="visually-hidden">Xem thử</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id}>
              <td className="num nowrap">
                {day(one.validFrom)}
                {one.id === line.usedId && <div className="small muted">đang in</div>}
              </td>
              <td>{one.uploadedByName}</td>
              <td>
                <a href={`/api/v1/document-templates/${one.id}`}>Tải về</a>{' '}
                <span className="muted small num">{fileSize(one.sizeBytes)}</span>
              </td>
              <td>
                <Button size="small" disabled={shown === one.id} onClick={() => onShow(one.id)}>
                  Xem thử
                </Button>
              </td>
            </tr>
          ))}
          <tr>
            <td className="num nowrap">
              {day(line.validFrom)}
              {line.inForce && !line.usedId && <div className="small muted">đang in</div>}
            </td>
            <td>Mẫu chuẩn của phần mềm</td>
            <td />
            <td>
              <Button size="small" disabled={shown === 'standard'} onClick={() => onShow('standard')}>
                Xem thử
              </Button>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
