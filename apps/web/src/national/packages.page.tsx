import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useHasRole } from '../sign-in/session.js';
import { instant } from '../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { count } from '../ui/text.js';
import { NationalHead } from './national-head.js';
import { errorWords, PackageState } from './words.js';

type Package = Dto<'NationalPackageRow'>;

/** Packages that were made, how far each has come, and what came back that could not be read. */
export function PackagesPage() {
  const list = useQuery({
    queryKey: ['national-packages'],
    queryFn: () => ok(api.GET('/api/v1/national/packages')),
    refetchInterval: 5_000,
  });
  return (
    <>
      <NationalHead
        title="Gói cập nhật đã lập"
        lead="Mỗi gói đi một lần, dưới một mã. Gói chưa giao được tự thử lại, mỗi lần chờ lâu hơn, lâu nhất một giờ."
        notice={list.data?.notice}
      />
      <Loaded query={list}>
        {({ items, refused }) => (
          <div className="stack">
            <section className="panel flush" aria-label="Gói đã lập">
              {items.length === 0 ? (
                <Empty action={<Link to="/csdl-quoc-gia">Xem bản ghi phải cập nhật</Link>}>Chưa lập gói nào.</Empty>
              ) : (
                <PackageTable items={items} />
              )}
            </section>
            {refused.length > 0 && <Refused items={refused} />}
          </div>
        )}
      </Loaded>
    </>
  );
}

function PackageTable({ items }: { items: readonly Package[] }) {
  return (
    <table className="data cards-on-phone">
      <thead>
        <tr>
          <th>Lập lúc</th>
          <th>Cơ quan, người lập</th>
          <th className="r">Bản ghi</th>
          <th>Trả lời</th>
          <th>Tình trạng</th>
          <th aria-label="Việc làm" />
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.id}>
            <td className="num nowrap">{instant(one.madeAt)}</td>
            <td data-label="Cơ quan, người lập">
              {one.agencyName}
              <span className="small muted national-why">{one.madeByName}</span>
            </td>
            <td className="r num" data-label="Bản ghi">
              {one.records === 0 ? (
                0
              ) : (
                <Link
                  to={`/csdl-quoc-gia?package=${one.id}`}
                  aria-label={`Bản ghi của gói lập ${instant(one.madeAt)}: ${count(one.records)}`}
                >
                  {count(one.records)}
                </Link>
              )}
            </td>
            <td data-label="Trả lời">
              {one.answeredAt ? `${count(one.accepted)} được xác nhận, ${count(one.rejected)} bị từ chối` : 'Chưa có'}
            </td>
            <td data-label="Tình trạng">
              <PackageState one={one} />
              {one.lastError && (
                <span className="small national-why">
                  {errorWords(one.lastError)}; đã thử {count(one.attempts)} lần
                  {one.nextTryAt && `, tự thử lại lúc ${instant(one.nextTryAt)}`}
                </span>
              )}
            </td>
            <td className="r">{(one.state === 'error' || one.state === 'waiting') && <Retry one={one} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Retry({ one }: { one: Package }) {
  const client = useQueryClient();
  const may = useHasRole('unitHead', 'chairman', 'provinceChairman', 'identityCustodian');
  const trying = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/national/packages/{id}/retry', { params: { path: { id: one.id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['national-packages'] }),
  });
  if (!may) return null;
  return (
    <>
      <Button
        loading={trying.isPending}
        onClick={() => trying.mutate()}
        aria-label={`Thử lại gói lập ${instant(one.madeAt)}`}
      >
        Thử lại ngay
      </Button>
      <ProblemAlert error={trying.error} />
    </>
  );
}

function Refused({ items }: { items: readonly Dto<'RefusedPackage'>[] }) {
  return (
    <section className="panel flush" aria-label="Đến mà không nhận được">
      <table className="data cards-on-phone">
        <caption>Gói, trả lời đến mà không nhận được. Tệp nằm lại trong thư mục “tu-choi” của máy chủ.</caption>
        <thead>
          <tr>
            <th>Lúc</th>
            <th>Đường đến</th>
            <th>Vì sao</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <td className="num nowrap">{instant(one.refusedAt)}</td>
              <td data-label="Đường đến">{one.channel === 'axis' ? 'Trục liên thông' : 'Cơ sở dữ liệu quốc gia'}</td>
              <td data-label="Vì sao">{one.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
