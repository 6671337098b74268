import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { useToday } from '../sign-in/session.js';
import { day, daysBetween } from '../ui/dates.js';
import { WorkSection } from './work-section.js';

type Paper = Dto<'WaitingDocument'>;
const ASKS: Record<string, string> = {
  sign: 'Chờ tôi ký',
  approve: 'Chờ tôi duyệt',
  issue: 'Chờ cho số, phát hành',
  submit: 'Tôi đang soạn',
  edit: 'Tôi đang soạn',
};
/** What somebody else waits for comes before what is only one's own draft. */
const ORDER = ['sign', 'approve', 'issue', 'submit', 'edit'];

/** Papers that wait for an act of this person, each a step from its file. */
export function WaitingPapers({ papers }: { papers: readonly Paper[] }) {
  const today = useToday();
  const sorted = [...papers].sort(
    (a, b) => ORDER.indexOf(a.next) - ORDER.indexOf(b.next) || a.since.localeCompare(b.since),
  );
  return (
    <WorkSection id="van-ban" title="Văn bản chờ tôi" none="Không có văn bản nào chờ bạn." items={sorted}>
      {(shown) => (
        <table className="data aligned cards-on-phone">
          <thead>
            <tr>
              <th style={{ width: 90 }}>Đơn số</th>
              <th style={{ width: '44%' }}>Văn bản</th>
              <th style={{ width: '22%' }}>Việc của tôi</th>
              <th>Người soạn, chờ từ</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((paper) => (
              <tr key={paper.id}>
                <td className="num strong nowrap">
                  <Link to={`/ho-so/${paper.caseFileId}`}>{paper.registerLabel}</Link>
                </td>
                <td>
                  <Link to={`/ho-so/${paper.caseFileId}?muc=van-ban&van-ban=${paper.id}`}>{paper.title}</Link>
                  <div className="muted small">{paper.procedureTitle}</div>
                </td>
                <td>{ASKS[paper.next] ?? paper.stateTitle}</td>
                <td className="small num">
                  {paper.draftedByName}
                  <div className="muted">
                    {day(paper.since)}
                    {paper.since < today && `, ${daysBetween(paper.since, today)} ngày`}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </WorkSection>
  );
}
