import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { Loading } from '../ui/feedback.js';
import { count } from '../ui/text.js';
import { PublicFrame, Refused } from './public-frame.js';

export function FiguresPage() {
  return (
    <PublicFrame title="Số liệu giải quyết đơn" wide>
      <Figures />
    </PublicFrame>
  );
}

function Figures() {
  const [params, setParams] = useSearchParams();
  const year = params.get('nam') ?? undefined;
  const figures = useQuery({
    queryKey: ['public-figures', year],
    queryFn: () => ok(api.GET('/api/v1/public/figures', { params: { query: year ? { year } : {} } })),
  });
  if (figures.error) return <Refused title={toProblem(figures.error).title} />;
  if (!figures.data) return <Loading />;
  const { data } = figures;
  return (
    <>
      <p>
        Đơn nhận từ {day(data.from)} đến hết {day(data.to)}, tình trạng giải quyết đến nay. “Đúng hạn”: đã xong và không
        quá hạn nào của luật.
      </p>
      <p className="hint">
        Ô nhỏ (ít hơn {data.limit} đơn, hoặc phần còn lại quá ít) không công bố để không ai bị nhận ra. Đơn tố cáo chỉ
        công bố theo cả năm, ở nơi đủ số.
      </p>
      <div className="no-print" style={{ maxWidth: 260 }}>
        <label htmlFor="year">Năm</label>
        <select id="year" value={data.year} onChange={(event) => setParams({ nam: event.target.value })}>
          {[0, 1, 2].map((back) => {
            const one = data.latestYear - back;
            return (
              <option key={one} value={one}>
                {one}
              </option>
            );
          })}
        </select>
      </div>
      {data.items.length === 0 ? <p>Chưa có số liệu đủ lớn để công bố.</p> : <Table data={data} />}
      {data.satisfaction.length > 0 && (
        <>
          <h2 style={{ marginTop: 30 }}>Người dân hài lòng</h2>
          <ul>
            {data.satisfaction.map(({ agencyCode, agencyName, ratings, good }) => (
              <li key={agencyCode} className="num">
                {agencyName}: {share(good, ratings)} hài lòng, trong {count(ratings)} lượt chấm
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const share = (part: number, whole: number): string => `${Math.round((part / whole) * 100)} %`;
const shown = (value: number | null): string => (value === null ? 'không công bố' : count(value));

function Table({ data }: { data: Dto<'PublicFigures'> }) {
  return (
    <table className="figures" style={{ marginTop: 16 }}>
      <thead>
        <tr>
          <th scope="col">Cơ quan</th>
          <th scope="col">Loại đơn</th>
          <th scope="col" className="num">
            Đã nhận
          </th>
          <th scope="col" className="num">
            Đã xong
          </th>
          <th scope="col" className="num">
            Đúng hạn
          </th>
        </tr>
      </thead>
      <tbody>
        {data.items.map(({ agencyCode, agencyName, kind, received, resolved, onTime }) => (
          <tr key={`${agencyCode} ${kind}`}>
            <td>{agencyName}</td>
            <td>{kind}</td>
            <td className="num" data-name="Đã nhận">
              {shown(received)}
            </td>
            <td className="num" data-name="Đã xong">
              {shown(resolved)}
            </td>
            <td className="num" data-name="Đúng hạn">
              {onTime === null || !resolved ? 'không công bố' : `${count(onTime)} (${share(onTime, resolved)})`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
