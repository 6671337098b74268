import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { Status } from '../ui/status.js';
import { count } from '../ui/text.js';
import './keeping.css';
import { FileLines } from './file-lines.js';
import { ProposeButton } from './propose-button.js';
import { RulesPanel } from './rules-panel.js';

export const PROPOSAL_STATE: Record<Dto<'RetentionProposal'>['state'], React.ReactNode> = {
  proposed: <Status tone="soon">Chờ quyết định</Status>,
  approved: <Status tone="met">Đồng ý</Status>,
  rejected: <Status tone="none">Không đồng ý</Status>,
};

export function RetentionPage() {
  return (
    <>
      <PageHead
        title="Lưu giữ hồ sơ"
        lead="Hồ sơ hết thời hạn lưu giữ chỉ được lập thành danh sách để lãnh đạo quyết định. Phần mềm không xóa gì."
      />
      <div className="stack">
        <PastKeeping />
        <Proposals />
        <RulesPanel />
      </div>
    </>
  );
}

function PastKeeping() {
  const files = useQuery({ queryKey: ['retention-files'], queryFn: () => ok(api.GET('/api/v1/retention/files')) });
  return (
    <section className="panel flush" aria-labelledby="past-title">
      <div className="row keeping-head">
        <h2 id="past-title" className="grow">
          Hồ sơ đã hết thời hạn lưu giữ
        </h2>
        {files.data?.mayPropose && files.data.items.length > 0 && <ProposeButton />}
      </div>
      <Loaded query={files}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Không có hồ sơ nào. Loại hồ sơ chưa đặt thời hạn được giữ vĩnh viễn.</Empty>
          ) : (
            <FileLines lines={items} />
          )
        }
      </Loaded>
    </section>
  );
}

function Proposals() {
  const list = useQuery({
    queryKey: ['retention-proposals'],
    queryFn: () => ok(api.GET('/api/v1/retention/proposals')),
  });
  return (
    <section className="panel flush" aria-labelledby="proposals-title">
      <h2 id="proposals-title" className="keeping-head">
        Đề xuất đã lập
      </h2>
      <Loaded query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Chưa có đề xuất nào.</Empty>
          ) : (
            <table className="data cards-on-phone">
              <thead>
                <tr>
                  <th>Đề xuất</th>
                  <th>Cơ quan</th>
                  <th className="r">Số hồ sơ</th>
                  <th>Người lập</th>
                  <th>Tình trạng</th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.id}>
                    <td>
                      <Link to={`/luu-giu-ho-so/de-xuat/${one.id}`}>{instant(one.madeAt)}</Link>
                    </td>
                    <td data-label="Cơ quan">{one.agencyName}</td>
                    <td className="r num" data-label="Số hồ sơ">
                      {count(one.items)}
                    </td>
                    <td data-label="Người lập">{one.madeByName}</td>
                    <td data-label="Tình trạng">{PROPOSAL_STATE[one.state]}</td>
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
