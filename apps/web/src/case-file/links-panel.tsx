import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { shortAgency } from '../ui/text.js';
import { usePetition } from './case-queries.js';
import { PETITION_LINK, RELATION } from './relations.js';

/** Everything that belongs with this file: files of the petition, linked files, resends and parts, its way between agencies. */
export function LinksPanel({ caseFile }: { caseFile: Dto<'CaseFile'> }) {
  const petition = usePetition(caseFile.petitionId);
  return (
    <div className="stack">
      <Files caseFile={caseFile} />
      <Loaded query={petition}>{(data) => <Petitions petition={data} />}</Loaded>
      <Hops petitionId={caseFile.petitionId} />
    </div>
  );
}

function Files({ caseFile: { related, links } }: { caseFile: Dto<'CaseFile'> }) {
  return (
    <section className="panel" aria-labelledby="files-title">
      <h2 id="files-title">Hồ sơ liên quan</h2>
      {related.length + links.length === 0 ? (
        <Empty>Không có hồ sơ nào khác gắn với hồ sơ này.</Empty>
      ) : (
        <ul className="plain-list">
          {related.map((one) => (
            <li key={one.id}>
              <span className="muted">{RELATION[one.relation]}:</span>{' '}
              <Link to={`/ho-so/${one.id}`}>{one.procedureTitle}</Link>, {one.stageTitle.toLowerCase()}
            </li>
          ))}
          {links.map((link, index) => (
            <li key={index}>
              <span className="muted">{link.kindTitle}:</span>{' '}
              {link.caseFileId ? (
                <>
                  <Link to={`/ho-so/${link.caseFileId}`}>{link.procedureTitle}</Link>, {link.agencyName},{' '}
                  {link.stageTitle?.toLowerCase()}
                </>
              ) : (
                'ngoài phạm vi được xem'
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The other petition by its number, with a way to its file where there is one. */
function Petitions({ petition: { links } }: { petition: Dto<'Petition'> }) {
  return (
    <section className="panel" aria-labelledby="petitions-title">
      <h2 id="petitions-title">Đơn gửi lại, đơn trùng, các phần đã tách</h2>
      {links.length === 0 ? (
        <Empty>Không có đơn nào khác gắn với đơn này.</Empty>
      ) : (
        <ul className="plain-list num">
          {links.map((link) => (
            <li key={`${link.petitionId}${link.kind}`}>
              <span className="muted">{wordsOf(link)}:</span>{' '}
              {link.registerLabel === null ? (
                'một đơn ngoài phạm vi tra cứu'
              ) : link.caseFileId ? (
                <Link to={`/ho-so/${link.caseFileId}`}>đơn số {link.registerLabel}</Link>
              ) : (
                `đơn số ${link.registerLabel}`
              )}
              {link.score !== null && `, giống ${Math.round(link.score * 100)} %`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const wordsOf = ({ kind, direction }: Dto<'PetitionLink'>): string => {
  if (kind === 'split') return direction === 'to' ? 'Tách từ' : 'Phần đã tách ra';
  if (kind === 'resend') return direction === 'to' ? 'Gửi lại của' : 'Được gửi lại bằng';
  return PETITION_LINK[kind] ?? 'Liên quan';
};

/** From agency to agency, with the days that each hop cost. */
function Hops({ petitionId }: { petitionId: string }) {
  const hops = useQuery({
    queryKey: ['hops', petitionId],
    queryFn: () => ok(api.GET('/api/v1/petitions/{id}/hops', { params: { path: { id: petitionId } } })),
  });
  return (
    <section className="panel" aria-labelledby="hops-title">
      <h2 id="hops-title">Đường đi của đơn qua các cơ quan</h2>
      <Loaded query={hops}>
        {(all) =>
          all.length === 0 ? (
            <Empty>Đơn chưa chuyển qua cơ quan nào khác.</Empty>
          ) : (
            <>
              <p className="num">
                Đã chuyển <strong>{all.length}</strong> lần, mất <strong>{daysLost(all)}</strong> ngày trên đường.
              </p>
              <div className="table-scroll">
                <table className="data cards-on-phone num">
                  <thead>
                    <tr>
                      <th>Lần</th>
                      <th>Từ</th>
                      <th>Đến</th>
                      <th>Nhận, chuyển</th>
                      <th className="r">Nằm lại</th>
                      <th>Nơi nhận vào sổ</th>
                    </tr>
                  </thead>
                  <tbody>
                    {all.map((hop) => (
                      <tr key={hop.id}>
                        <td>
                          {hop.hop}
                          {hop.kind === 'return' && ' (trả lại)'}
                          {hop.outside && <span className="small muted"> qua trục</span>}
                        </td>
                        <td>{shortAgency(hop.from)}</td>
                        <td>{shortAgency(hop.to)}</td>
                        <td data-label="Nhận, chuyển">
                          {hop.receivedOn ? day(hop.receivedOn) : 'không rõ'} →{' '}
                          {hop.sentOn ? day(hop.sentOn) : 'không rõ'}
                        </td>
                        <td className="r" data-label="Nằm lại">
                          {hop.daysHeld === null ? '—' : `${hop.daysHeld} ngày`}
                        </td>
                        <td data-label="Nơi nhận vào sổ">
                          {hop.acknowledgedOn
                            ? `${day(hop.acknowledgedOn)}${hop.daysToAcknowledge === null ? '' : `, sau ${hop.daysToAcknowledge} ngày`}`
                            : 'chưa vào sổ'}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

const daysLost = (hops: readonly Dto<'PathHop'>[]): number =>
  hops.reduce((sum, { daysHeld, daysToAcknowledge }) => sum + (daysHeld ?? 0) + (daysToAcknowledge ?? 0), 0);
