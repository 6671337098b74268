import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day, instant } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { SCROLLS } from '../ui/scrolls.js';
import { count } from '../ui/text.js';
import { type About, FindingsList, NoteDrawer } from './findings.js';
import './inspection.css';
import { useIsInspector } from './inspections.page.js';

/** A list that an inspector froze: its rows, and what was noted against their cases. */
export function FrozenListPage() {
  const { id = '' } = useParams();
  const client = useQueryClient();
  const inspector = useIsInspector();
  const [about, setAbout] = useState<About | null>(null);
  const found = useQuery({
    queryKey: ['inspection-list', id],
    queryFn: () => ok(api.GET('/api/v1/inspection-lists/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <PageHead
        title={found.data?.title ?? 'Danh sách đã chốt'}
        lead="Danh sách đứng sau con số, đã chốt vào cuộc kiểm tra; ghi sổ về sau không làm nó đổi."
        actions={found.data && <Link to={`/kiem-tra/${found.data.inspectionId}`}>Về cuộc kiểm tra</Link>}
      />
      <Loaded query={found}>
        {(list) => (
          <div className="stack">
            <dl className="facts figure-facts panel">
              <dt>Con số</dt>
              <dd className="num strong">
                {list.value === null ? '—' : count(list.value)} {list.unit}
                {list.value !== list.count && ` trong ${count(list.count)} dòng`}
              </dd>
              {list.filters.length > 0 && (
                <>
                  <dt>Bộ lọc</dt>
                  <dd>{list.filters.join('. ')}</dd>
                </>
              )}
              <dt>Biết đến</dt>
              <dd>{instant(list.knownAt)}</dd>
              <dt>Chốt lúc</dt>
              <dd>
                {instant(list.frozenAt)}, {list.frozenByName}
              </dd>
              <dt>Mã băm danh sách</dt>
              <dd>
                <code>{list.hash}</code>
              </dd>
            </dl>
            {list.hidden > 0 && <p role="status">{count(list.hidden)} dòng bạn không được xem.</p>}
            {list.rows.length === 0 ? (
              <Empty>Danh sách trống.</Empty>
            ) : (
              <Rows rows={list.rows} onNote={inspector ? setAbout : null} />
            )}
          </div>
        )}
      </Loaded>
      <NoteDrawer
        about={about}
        onClose={() => setAbout(null)}
        write={async (caseFileId, body) => {
          await ok(
            api.POST('/api/v1/inspection-lists/{id}/cases/{caseFileId}/findings', {
              params: { path: { id, caseFileId } },
              body,
            }),
          );
          await client.invalidateQueries({ queryKey: ['inspection-list', id] });
        }}
      />
    </>
  );
}

function Rows({ rows, onNote }: { rows: readonly Dto<'ListedRow'>[]; onNote: ((about: About) => void) | null }) {
  return (
    <div {...SCROLLS} className="table-scroll panel">
      <table className="data cards-on-phone">
        <caption className="visually-hidden">Các dòng của danh sách</caption>
        <thead>
          <tr>
            <th scope="col">Số vào sổ</th>
            <th scope="col">Cơ quan</th>
            <th scope="col">Ngày nhận, ngày tiếp</th>
            <th scope="col">Ghi nhận kiểm tra</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, caseFileId, registerLabel, agencyName, receivedOn, findings }) => (
            <tr key={id}>
              <td data-label="Số vào sổ" className="nowrap">
                {caseFileId ? <Link to={`/ho-so/${caseFileId}`}>{registerLabel}</Link> : registerLabel}
              </td>
              <td data-label="Cơ quan">{agencyName}</td>
              <td data-label="Ngày nhận" className="num">
                {day(receivedOn)}
              </td>
              <td data-label="Ghi nhận">
                <FindingsList
                  findings={findings}
                  onCorrect={
                    onNote && caseFileId ? (corrects) => onNote({ caseFileId, registerLabel, corrects }) : undefined
                  }
                />
                {onNote && caseFileId && (
                  <Button
                    size="small"
                    onClick={() => onNote({ caseFileId, registerLabel })}
                    aria-label={`Ghi nhận về đơn số ${registerLabel}`}
                  >
                    Ghi nhận
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
