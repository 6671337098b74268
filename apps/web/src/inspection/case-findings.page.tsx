import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { FindingsList } from './findings.js';
import './inspection.css';

/** What inspectors noted against the files of one's agency: read by its head. */
export function CaseFindingsPage() {
  const found = useQuery({
    queryKey: ['inspection-findings'],
    queryFn: () => ok(api.GET('/api/v1/inspection-findings')),
  });
  return (
    <>
      <PageHead
        title="Ghi nhận kiểm tra"
        lead="Thanh tra đã ghi nhận gì về hồ sơ của cơ quan. Ghi nhận không thay đổi hồ sơ."
      />
      <Loaded query={found}>
        {({ items }) =>
          items.length === 0 ? (
            <section className="panel" aria-label="Các ghi nhận">
              <Empty>Chưa có ghi nhận nào.</Empty>
            </section>
          ) : (
            <div className="table-scroll panel">
              <table className="data cards-on-phone">
                <thead>
                  <tr>
                    <th scope="col">Số vào sổ</th>
                    <th scope="col">Cơ quan</th>
                    <th scope="col">Cuộc kiểm tra</th>
                    <th scope="col">Ghi nhận</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((one) => (
                    <tr key={one.id}>
                      <td data-label="Số vào sổ" className="nowrap">
                        <Link to={`/ho-so/${one.caseFileId}`}>{one.registerLabel}</Link>
                      </td>
                      <td data-label="Cơ quan">{one.agencyName}</td>
                      <td data-label="Cuộc kiểm tra">{one.inspectionName}</td>
                      <td data-label="Ghi nhận">
                        <FindingsList findings={[one]} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </>
  );
}
