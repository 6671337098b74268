import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import type { Tone } from '../ui/deadline-words.js';
import { day } from '../ui/dates.js';
import { useReadsOnly } from '../sign-in/session.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { Status } from '../ui/status.js';
import { addressNow } from '../ui/url-filters.js';
import { DraftPaper } from './draft-paper.js';
import { FileIndex } from './file-index.js';
import { PaperDrawer } from './paper-drawer.js';

const TONES: Record<string, Tone> = {
  draft: 'none',
  submitted: 'soon',
  approved: 'soon',
  signed: 'soon',
  issued: 'met',
  voided: 'none',
};

/** Papers of the file: what the steps have ordered, what is being drafted, what has gone out. */
export function PapersPanel({ caseFileId, rev }: { caseFileId: string; rev: number }) {
  // The open paper is in the address: a list of waiting papers leads straight to it.
  const [params, setParams] = useSearchParams();
  const open = params.get('van-ban');
  const setOpen = (id: string | null) =>
    setParams(
      () => {
        const next = addressNow();
        if (id) next.set('van-ban', id);
        else next.delete('van-ban');
        return next;
      },
      { replace: true },
    );
  const readsOnly = useReadsOnly();
  const papers = useQuery({
    queryKey: ['documents', caseFileId, rev],
    queryFn: () => ok(api.GET('/api/v1/case-files/{id}/documents', { params: { path: { id: caseFileId } } })),
  });
  return (
    <div className="stack">
      <Loaded query={papers}>
        {(data) => (
          <>
            <section className="panel" aria-labelledby="own-papers-title">
              <div className="row" style={{ justifyContent: 'space-between' }}>
                <h2 id="own-papers-title">Giấy tờ của hồ sơ</h2>
                {!readsOnly && <DraftPaper caseFileId={caseFileId} documents={data} onDrafted={setOpen} />}
              </div>
              {data.papers.length === 0 ? (
                <Empty>Chưa soạn giấy tờ nào trong hồ sơ này.</Empty>
              ) : (
                <PaperTable papers={data.papers} onOpen={setOpen} />
              )}
            </section>
            <DuePapers items={data.items} note={data.note} />
            <FileIndex caseFileId={caseFileId} rev={rev} />
          </>
        )}
      </Loaded>
      {open && <PaperDrawer id={open} caseFileId={caseFileId} onClose={() => setOpen(null)} />}
    </div>
  );
}

function PaperTable({ papers, onOpen }: { papers: readonly Dto<'DocumentLine'>[]; onOpen: (id: string) => void }) {
  return (
    <table className="data cards-on-phone">
      <thead>
        <tr>
          <th>Văn bản</th>
          <th>Trạng thái</th>
          <th>Số, ngày</th>
          <th aria-label="Việc làm" />
        </tr>
      </thead>
      <tbody>
        {papers.map((paper) => (
          <tr key={paper.id}>
            <td>{paper.title}</td>
            <td className="nowrap">
              <Status tone={TONES[paper.state] ?? 'none'}>{paper.stateTitle}</Status>
              {paper.hasSignedCopy && <div className="muted small">Có bản đã ký</div>}
            </td>
            <td className="num nowrap">
              {paper.number ?? '–'}
              {paper.issuedOn && <div className="muted small">{day(paper.issuedOn)}</div>}
            </td>
            <td className="nowrap" style={{ textAlign: 'right' }}>
              <Button size="small" onClick={() => onOpen(paper.id)} aria-label={`Mở ${paper.title}`}>
                Mở
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DuePapers({ items, note }: { items: readonly Dto<'PaperDue'>[]; note: string | null }) {
  return (
    <section className="panel" aria-labelledby="papers-title">
      <h2 id="papers-title">Văn bản phải ban hành theo các bước đã làm</h2>
      {items.length === 0 ? (
        <Empty>{note ?? 'Các bước đã làm chưa đòi hỏi văn bản nào.'}</Empty>
      ) : (
        <table className="data cards-on-phone">
          <thead>
            <tr>
              <th>Văn bản</th>
              <th>Phát sinh từ</th>
              <th>Ngày</th>
              <th>Tình trạng</th>
            </tr>
          </thead>
          <tbody>
            {items.map((paper, i) => (
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
      )}
    </section>
  );
}
