import { useQuery } from '@tanstack/react-query';
import { Alert, Select } from 'antd';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { Status } from '../ui/status.js';
import { CLEARS } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import { MessageActs } from './message-acts.js';
import './national.css';
import { Partners } from './partners.js';
import { ReceivePackage } from './receive-package.js';
import { MESSAGE_STATES, MessageState, sendingError } from './words.js';

type Message = Dto<'AxisMessage'>;

/** Forwarded petitions on the document axis: what came and waits, what went and how far it has come. */
export function AxisPage() {
  const [filters, change] = useFilters(['direction', 'state']);
  const list = useQuery({
    queryKey: ['axis', filters],
    queryFn: () => ok(api.GET('/api/v1/axis/messages', { params: { query: filters as Record<string, never> } })),
    refetchInterval: 5_000,
  });
  return (
    <>
      <PageHead
        title="Trục liên thông"
        lead="Đơn chuyển giữa các cơ quan dùng phần mềm khác nhau. Gói đến chờ vào sổ; gói đi cho biết nơi nhận đã làm gì."
      />
      <div className="stack">
        {list.data && <Alert type="info" role="note" showIcon title={list.data.notice} />}
        <ReceivePackage />
        <div className="row filters">
          <Select
            aria-label="Đi hay đến"
            allowClear={CLEARS}
            placeholder="Đi và đến"
            value={filters.direction ?? null}
            onChange={(direction: string | null) => change({ direction: direction ?? undefined })}
            style={{ width: 150 }}
            options={[
              { value: 'in', label: 'Gói đến' },
              { value: 'out', label: 'Gói đi' },
            ]}
          />
          <Select
            aria-label="Tình trạng"
            allowClear={CLEARS}
            placeholder="Mọi tình trạng"
            value={filters.state ?? null}
            onChange={(state: string | null) => change({ state: state ?? undefined })}
            style={{ width: 210 }}
            options={Object.entries(MESSAGE_STATES).map(([value, label]) => ({ value, label }))}
          />
        </div>
        <section className="panel flush" aria-label="Các gói">
          <Loaded query={list}>
            {({ items }) =>
              items.length === 0 ? <Empty>Không có gói nào như vậy.</Empty> : <MessageTable items={items} />
            }
          </Loaded>
        </section>
        <Partners />
      </div>
    </>
  );
}

function MessageTable({ items }: { items: readonly Message[] }) {
  return (
    <table className="data cards-on-phone">
      <thead>
        <tr>
          <th>Đi, đến</th>
          <th>Bên kia</th>
          <th>Văn bản</th>
          <th>Tình trạng</th>
          <th aria-label="Việc làm" />
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td className="nowrap">
              <span className="strong">{one.direction === 'in' ? '↓ Đến' : '↑ Đi'}</span>
              <span className="small muted national-why">{one.agencyName}</span>
            </td>
            <td data-label="Bên kia">
              {one.partnerName}
              <span className="small muted num national-why">{one.partnerCode}</span>
            </td>
            <td data-label="Văn bản">
              <Link
                className="num"
                to={`/truc-lien-thong/${one.id}`}
                aria-label={`Mở gói ${one.number ?? 'chưa có số'}`}
              >
                {one.number ?? 'Chưa có số'}
              </Link>
              {one.issuedOn && <span className="small muted national-why">Ngày {day(one.issuedOn)}</span>}
              {one.direction === 'in' && one.structured === false && (
                <span className="small national-why">Chỉ có văn bản, không có dữ liệu đơn</span>
              )}
              {one.comesBack && (
                <span className="national-why">
                  <Status tone="late">Đơn đi vòng</Status>
                </span>
              )}
              {one.proven === false && <span className="small national-why">Nơi gửi không kèm mã băm</span>}
            </td>
            <td data-label="Tình trạng">
              <MessageState one={one} />
              {sendingError(one) && <span className="small national-why">{sendingError(one)}</span>}
            </td>
            <td className="r">
              <MessageActs one={one} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
