import { Select } from 'antd';
import { useState } from 'react';
import { Loaded } from '../ui/feedback.js';
import { count } from '../ui/text.js';
import { useProtectedFigures } from './rates-query.js';
import { SCROLLS } from '../ui/scrolls.js';

const QUARTERS = ['Quý I', 'Quý II', 'Quý III', 'Quý IV'];

/** Denunciations of the whole province as numbers, small ones left out; there is no list behind them. */
export function ProtectedPanel() {
  const [year, setYear] = useState<number>();
  const figures = useProtectedFigures(year);
  const newest = useProtectedFigures(undefined).data?.year;
  return (
    <section className="panel" aria-labelledby="protected-title">
      <div className="panel-head">
        <h2 id="protected-title">Tố cáo toàn tỉnh</h2>
        <span className="after">
          {figures.data && newest && (
            <Select
              aria-label="Năm báo cáo của số liệu tố cáo"
              value={figures.data.year}
              onChange={setYear}
              options={[newest, newest - 1].map((value) => ({
                value,
                label: `Năm ${value}`,
              }))}
            />
          )}
        </span>
      </div>
      <p className="small muted">
        Gồm cả hồ sơ bạn không được phân công, nên chỉ có con số, không có danh sách và không cộng vào các tỷ lệ ở trên.
      </p>
      <Loaded query={figures}>
        {(data) => (
          <>
            {data.measures.map((measure) => (
              <div key={measure.measure} {...SCROLLS} className="table-scroll" style={{ marginBottom: 12 }}>
                <table className="data protected-table">
                  <caption>{measure.title}</caption>
                  <thead>
                    <tr>
                      <th scope="col">Cơ quan</th>
                      {QUARTERS.slice(0, measure.rows[0]?.quarters.length).map((quarter) => (
                        <th key={quarter} scope="col" className="num">
                          {quarter}
                        </th>
                      ))}
                      <th scope="col" className="num">
                        Cộng
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {measure.rows
                      .filter((row) => row.agencyCode === '' || row.year !== 0)
                      .map((row) => (
                        <tr key={row.agencyCode} className={row.agencyCode === '' ? 'strong' : ''}>
                          <th scope="row">{row.agencyName}</th>
                          {[...row.quarters, row.year].map((value, index) => (
                            <td key={index} className="num">
                              {value === null ? <Hidden /> : count(value)}
                            </td>
                          ))}
                        </tr>
                      ))}
                  </tbody>
                </table>
              </div>
            ))}
            <p className="small muted">{data.why}</p>
          </>
        )}
      </Loaded>
    </section>
  );
}

/** Words in a label, not beside the dots: text kept out of sight would still push a scrolled table's page sideways. */
const Hidden = () => (
  <span className="muted" role="img" aria-label="số quá nhỏ, không hiện" title="Số quá nhỏ, không hiện">
    ···
  </span>
);
