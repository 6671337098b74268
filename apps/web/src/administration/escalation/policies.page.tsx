import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import { Loaded } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { count } from '../../ui/text.js';
import { hoursWords, pathOf, remindersWords, SOURCE, type AgencyPolicy } from './words.js';

export function PoliciesPage() {
  const list = useQuery({
    queryKey: ['escalation-policies'],
    queryFn: () => ok(api.GET('/api/v1/escalation-policies')),
  });
  return (
    <>
      <PageHead
        title="Nấc báo cáo lãnh đạo"
        lead="Quy định nội bộ, không phải luật: ngày hết hạn và việc quá hạn theo luật không phụ thuộc vào đây."
      />
      <section className="panel flush" aria-label="Quy định của từng cơ quan">
        <Loaded query={list}>{({ items }) => <AgencyTable items={items} />}</Loaded>
      </section>
    </>
  );
}

function AgencyTable({ items }: { items: readonly AgencyPolicy[] }) {
  return (
    <table className="data cards-on-phone">
      <caption>{count(items.length)} cơ quan</caption>
      <thead>
        <tr>
          <th>Cơ quan</th>
          <th>Theo</th>
          <th>Nhắc việc</th>
          <th className="r">Số nấc</th>
          <th>Giờ làm việc</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.agencyCode}>
            <td>
              <Link to={pathOf(one.agencyCode)}>{one.agencyName}</Link>
              {one.province && <div className="muted small">quy định chung của tỉnh</div>}
            </td>
            <td>
              {SOURCE[one.source]}
              {one.source === 'own' && <span className="muted num">, phiên bản {one.version}</span>}
            </td>
            <td className="num">{remindersWords(one.policy)}</td>
            <td className="r num" data-label="Số nấc">
              {one.policy.rungs.length}
            </td>
            <td className="num nowrap">{hoursWords(one.policy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
