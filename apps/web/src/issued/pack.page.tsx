import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import { day, instant } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { Reports } from './issued.page.js';
import './issued.css';

/** One pack: its forms, and the text with the figures filled in. */
export function PackPage() {
  const { id = '' } = useParams();
  const found = useQuery({
    queryKey: ['report-pack', id],
    queryFn: () => ok(api.GET('/api/v1/report-packs/{id}', { params: { path: { id } } })),
  });
  const data = found.data;
  return (
    <>
      <PageHead
        title={data ? `Gói báo cáo: ${data.title}` : 'Gói báo cáo'}
        lead={
          data &&
          `${data.agencyName}. Kỳ ${day(data.from)} – ${day(data.to)}, số liệu biết đến ${instant(data.knownAt)}. Người ký: ${data.madeForName}.`
        }
        actions={
          data && (
            <a className="link-button" href={`/api/v1/report-packs/${id}/file`} download>
              Tải cả gói (ZIP)
            </a>
          )
        }
      />
      <Loaded query={found}>
        {(pack) => (
          <div className="stack">
            <section className="panel" aria-labelledby="pack-forms">
              <h2 id="pack-forms">Các biểu</h2>
              {pack.reports.length === 0 ? (
                <Empty>Bạn không được xem biểu nào của gói này.</Empty>
              ) : (
                <Reports reports={pack.reports} />
              )}
            </section>
            <section className="panel" aria-labelledby="pack-outline">
              <h2 id="pack-outline">Đề cương báo cáo bằng lời</h2>
              <p className="small muted">
                {pack.goesWithText
                  ? 'Kỳ này phải kèm báo cáo bằng lời (TT 01/2024/TT-TTCP).'
                  : 'Kỳ này chỉ cần biểu; đề cương để tham khảo nội bộ.'}{' '}
                {pack.outlineNotice}
              </p>
              <p className="strong">{pack.outlineTitle}</p>
              {pack.outline.map(({ heading, lines }) => (
                <div key={heading} className="outline-part">
                  <h3>{heading}</h3>
                  {lines.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </div>
              ))}
            </section>
          </div>
        )}
      </Loaded>
    </>
  );
}
