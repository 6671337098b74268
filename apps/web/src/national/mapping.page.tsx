import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { Loaded } from '../ui/feedback.js';
import { Status } from '../ui/status.js';
import { NationalHead } from './national-head.js';

type Mapping = Dto<'NationalMapping'>;

/** Field ↔ source ↔ clause, and how sure we are of each; said as plainly as what is sure. */
export function MappingPage() {
  const mapping = useQuery({
    queryKey: ['national-mapping'],
    queryFn: () => ok(api.GET('/api/v1/national/mapping')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <NationalHead
        title="Bảng trường, căn cứ"
        lead="Trường nào lấy từ đâu, theo điều khoản nào, đã đối chiếu hay chưa. Tệp JSON, CSV, Excel và gói gửi đi dùng cùng bảng này."
        notice={mapping.data?.notice}
      />
      <Loaded query={mapping}>
        {(data) => (
          <div className="stack">
            <Fields mapping={data} />
            <Times mapping={data} />
            <Axis mapping={data} />
          </div>
        )}
      </Loaded>
    </>
  );
}

const TONE = { confirmed: 'met', unconfirmed: 'soon', own: 'none' } as const;

function Fields({ mapping }: { mapping: Mapping }) {
  const unsure = mapping.fields.filter(({ mark }) => mark === 'unconfirmed').length;
  return (
    <section className="panel flush" aria-label="Các trường">
      <Alert type="warning" role="note" showIcon banner title={mapping.marksNotice} />
      <table className="data cards-on-phone">
        <caption>
          {mapping.fields.length} trường, {unsure} trường chưa đối chiếu văn bản gốc (phiên bản {mapping.version})
        </caption>
        <thead>
          <tr>
            <th>Phần</th>
            <th>Trường</th>
            <th>Nguồn trong phần mềm</th>
            <th>Căn cứ</th>
            <th>Đối chiếu</th>
          </tr>
        </thead>
        <tbody>
          {mapping.fields.map((field, at) => (
            <tr key={`${field.group}-${field.id}`}>
              <td className="muted">{mapping.fields[at - 1]?.group === field.group ? '' : field.group}</td>
              <td className="strong">
                {field.label}
                {field.personal && <span className="small muted national-why">Để trống khi danh tính được bảo vệ</span>}
              </td>
              <td data-label="Nguồn">{field.source}</td>
              <td data-label="Căn cứ">{field.article}</td>
              <td data-label="Đối chiếu">
                <Status tone={TONE[field.mark]}>{field.markWords}</Status>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Times({ mapping }: { mapping: Mapping }) {
  return (
    <section className="panel flush" aria-label="Lúc phải cập nhật">
      <table className="data cards-on-phone">
        <caption>Lúc phải cập nhật. Văn bản nói “ngay”, không đặt số ngày; {mapping.internalTarget}.</caption>
        <thead>
          <tr>
            <th>Áp dụng cho</th>
            <th>Lúc phải cập nhật</th>
            <th>Căn cứ</th>
          </tr>
        </thead>
        <tbody>
          {mapping.times.map((time) => (
            <tr key={`${time.about}-${time.citation}`}>
              <td className="strong">{time.about}</td>
              <td>{time.text}</td>
              <td data-label="Căn cứ">{time.citation}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Axis({ mapping }: { mapping: Mapping }) {
  const lines = [
    ...mapping.statusCodes.map(({ code, words, confirmed }) => ({ name: `Mã ${code}`, words, confirmed })),
    ...mapping.parts.map(({ part, says, confirmed }) => ({ name: part, words: says, confirmed })),
  ];
  return (
    <section className="panel flush" aria-label="Gói edXML">
      <table className="data cards-on-phone">
        <caption>
          Gói edXML trên trục liên thông (Quyết định 28/2018/QĐ-TTg, QCVN 102:2016/BTTTT). Văn bản gốc chưa được đọc;
          “theo mẫu công khai” là hai nguồn công khai cho cùng kết quả.
        </caption>
        <thead>
          <tr>
            <th>Phần, mã</th>
            <th>Nghĩa</th>
            <th>Đối chiếu</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, words, confirmed }) => (
            <tr key={name}>
              <td className="strong">{name}</td>
              <td>{words}</td>
              <td data-label="Đối chiếu">
                <Status tone={confirmed ? 'met' : 'soon'}>{confirmed ? 'Theo mẫu công khai' : 'Chưa đối chiếu'}</Status>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
