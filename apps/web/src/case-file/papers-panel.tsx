import { useQuery } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { Status } from '../ui/status.js';

export function PapersPanel({ caseFileId, rev }: { caseFileId: string; rev: number }) {
  const papers = useQuery({
    queryKey: ['documents', caseFileId, rev],
    queryFn: () => ok(api.GET('/api/v1/case-files/{id}/documents', { params: { path: { id: caseFileId } } })),
  });
  return (
    <section className="panel" aria-labelledby="papers-title">
      <h2 id="papers-title">Văn bản phải ban hành theo các bước đã làm</h2>
      <Loaded query={papers}>
        {(data) =>
          data.items.length === 0 ? (
            <Empty>{data.note ?? 'Các bước đã làm chưa đòi hỏi văn bản nào.'}</Empty>
          ) : (
            <table className="data">
              <thead>
                <tr>
                  <th>Văn bản</th>
                  <th>Phát sinh từ</th>
                  <th>Ngày</th>
                  <th>Tình trạng</th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((paper, i) => (
                  <tr key={i}>
                    <td>{paper.form}</td>
                    <td>{paper.eventTitle}</td>
                    <td className="num nowrap">{day(paper.occurredOn)}</td>
                    <td>
                      {paper.state === 'issued' ? (
                        <Status tone="met">Đã ban hành</Status>
                      ) : (
                        <Status tone="soon">Phải ban hành</Status>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}
