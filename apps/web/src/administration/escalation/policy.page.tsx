import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { useHasRole } from '../../sign-in/session.js';
import { instant } from '../../ui/dates.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { PolicyEditor } from './policy-editor.js';
import { hoursWords, MAKEUP, remindersWords, SOURCE, toldWords, type Policy } from './words.js';
import './escalation.css';

/** One agency's ladder: as it is, as it would be, as it was. */
export function PolicyPage() {
  const [params] = useSearchParams();
  const code = params.get('ma') ?? '';
  const mayEdit = useHasRole('administrator');
  const detail = useQuery({
    queryKey: ['escalation-policy', code],
    queryFn: () => ok(api.GET('/api/v1/escalation-policies/{code}', { params: { path: { code } } })),
  });
  return (
    <>
      <PageHead
        title={detail.data ? `Nấc báo cáo lãnh đạo: ${detail.data.agencyName}` : 'Nấc báo cáo lãnh đạo'}
        lead="Quy định nội bộ, không phải luật."
        actions={<Link to="/nac-bao-cao">Về danh sách cơ quan</Link>}
      />
      <Loaded query={detail}>
        {(data) => (
          <div className="stack">
            <section className="panel" aria-labelledby="now-title">
              <h2 id="now-title">Đang áp dụng</h2>
              <p className="muted">
                {SOURCE[data.source]}
                {data.source === 'own' && `, phiên bản ${data.version}`}
              </p>
              <Ladder policy={data.policy} />
            </section>
            {mayEdit && <PolicyEditor key={data.version} detail={data} />}
            <History history={data.history} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function Ladder({ policy }: { policy: Policy }) {
  return (
    <>
      <dl className="facts">
        <dt>Nhắc việc</dt>
        <dd>{remindersWords(policy)}</dd>
        <dt>Giờ làm việc</dt>
        <dd>{hoursWords(policy)}; ngoài giờ thì chờ đến giờ làm việc kế tiếp</dd>
        <dt>Ngày làm bù</dt>
        <dd>{MAKEUP[policy.makeup]}</dd>
      </dl>
      <ol className="ladder">
        <li>
          <span className="strong">Quá hạn</span>
          <span>ngày làm việc sau ngày hết hạn, báo {toldWords(['caseOfficer', 'unitHead'])}</span>
        </li>
        {policy.rungs.map((rung, index) => (
          <li key={index}>
            <span className="strong">Nấc {index + 1}</span>
            <span>
              sau {rung.afterWorkingDays} ngày làm việc, báo {toldWords(rung.tell)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function History({ history }: { history: readonly Dto<'PolicyVersion'>[] }) {
  return (
    <section className="panel flush" aria-labelledby="policy-history">
      <h2 id="policy-history" style={{ padding: '12px 16px 8px' }}>
        Các phiên bản riêng
      </h2>
      {history.length === 0 ? (
        <Empty>Cơ quan này chưa từng có quy định riêng.</Empty>
      ) : (
        <table className="data cards-on-phone">
          <thead>
            <tr>
              <th>Phiên bản</th>
              <th>Đặt</th>
              <th>Nội dung</th>
              <th>Lý do</th>
            </tr>
          </thead>
          <tbody>
            {history.map((one) => (
              <tr key={one.version}>
                <td className="num" data-label="Phiên bản">
                  {one.version}
                </td>
                <td className="num">
                  {one.setBy}, {instant(one.setAt)}
                </td>
                <td>
                  {one.policy
                    ? `${one.policy.rungs.length} nấc; nhắc ${remindersWords(one.policy)}; ${hoursWords(one.policy)}`
                    : 'Thôi dùng quy định riêng'}
                </td>
                <td>{one.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
