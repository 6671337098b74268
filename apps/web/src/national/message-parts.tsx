import type { Dto } from '../api/types.js';
import { day, instant } from '../ui/dates.js';
import { Empty } from '../ui/feedback.js';
import { Status } from '../ui/status.js';
import { count, fileSize } from '../ui/text.js';
import { errorWords, MESSAGE_STATES } from './words.js';

/** The files of a package that waits. Opening one is written down. */
export function Parts({ id, parts }: { id: string; parts: readonly Dto<'AxisPart'>[] }) {
  return (
    <section className="panel flush" aria-label="Các tệp trong gói">
      <table className="data cards-on-phone">
        <caption>
          Các tệp trong gói. Tệp được giữ niêm phong đến khi vào sổ hoặc từ chối; việc mở tệp được ghi nhật ký.
        </caption>
        <thead>
          <tr>
            <th>Tệp</th>
            <th className="r">Cỡ</th>
            <th>Mã băm (SHA-256)</th>
            <th aria-label="Việc làm" />
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.at}>
              <td className="strong axis-name">
                {part.name}
                <span className="small muted national-why">
                  {part.structured ? 'Dữ liệu đơn, đọc khi vào sổ' : part.mediaType}
                </span>
              </td>
              <td className="r num nowrap" data-label="Cỡ">
                {fileSize(part.bytes)}
              </td>
              <td className="num small axis-name" data-label="Mã băm (SHA-256)">
                {part.sha256}
              </td>
              <td className="r nowrap">
                <a href={`/api/v1/axis/messages/${id}/files/${part.at}`} download aria-label={`Tải tệp ${part.name}`}>
                  Tải tệp
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const known = (text: string | null): string => (text ? day(text) : 'nơi gửi không cho biết');

/** The way a petition came, as its sender tells it. */
export function PassedPath({ path }: { path: readonly Dto<'AxisPassed'>[] }) {
  if (path.length === 0) return null;
  return (
    <section className="panel flush" aria-label="Đường đơn đã đi">
      <table className="data cards-on-phone">
        <caption>Đường đơn đã đi đến đây, theo lời nơi gửi</caption>
        <thead>
          <tr>
            <th className="r">Lần</th>
            <th>Nơi chuyển</th>
            <th>Nơi nhận</th>
            <th>Nhận ở nơi chuyển</th>
            <th>Chuyển ngày</th>
          </tr>
        </thead>
        <tbody>
          {path.map((hop) => (
            <tr key={hop.hop}>
              <td className="r num" data-label="Lần">
                {count(hop.hop)}
              </td>
              <Organ label="Nơi chuyển" code={hop.fromCode} name={hop.from} />
              <Organ label="Nơi nhận" code={hop.toCode} name={hop.to} />
              <td data-label="Nhận ở nơi chuyển">{known(hop.receivedOn)}</td>
              <td data-label="Chuyển ngày">{known(hop.sentOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Organ({ label, code, name }: { label: string; code: string; name: string }) {
  return (
    <td data-label={label}>
      {name}
      {name !== code && <span className="small muted num national-why">{code}</span>}
    </td>
  );
}

/** What each side has told the other, oldest first; ours with how far it has come. */
export function Said({ said, message }: { said: readonly Dto<'AxisSaid'>[]; message: Dto<'AxisMessage'> }) {
  return (
    <section className="panel flush" aria-label="Trạng thái hai bên đã báo">
      {said.length === 0 ? (
        <Empty>{message.sentAt ? 'Nơi nhận chưa báo gì về.' : 'Chưa bên nào báo gì.'}</Empty>
      ) : (
        <table className="data cards-on-phone">
          <caption>Trạng thái hai bên đã báo</caption>
          <thead>
            <tr>
              <th>Lúc</th>
              <th>Ai báo</th>
              <th>Trạng thái</th>
              <th>Đã đi chưa</th>
            </tr>
          </thead>
          <tbody>
            {said.map((one) => (
              <tr key={`${one.direction}${one.code}${one.at}`}>
                <td className="num nowrap">{instant(one.at)}</td>
                <td data-label="Ai báo">{one.direction === 'out' ? message.agencyName : message.partnerName}</td>
                <td data-label="Trạng thái">
                  <span className="strong">
                    {one.code} {one.statusWords}
                  </span>
                  {one.words && <span className="small national-why">{one.words}</span>}
                </td>
                <td data-label="Đã đi chưa">
                  <Gone one={one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Gone({ one }: { one: Dto<'AxisSaid'> }) {
  if (one.state === null) return <span className="muted">Đã nhận ở đây</span>;
  if (one.state !== 'error')
    return <Status tone={one.state === 'sent' ? 'met' : 'soon'}>{MESSAGE_STATES[one.state]}</Status>;
  return (
    <>
      <Status tone="late">Chưa gửi được</Status>
      <span className="small national-why">
        {errorWords(one.lastError)}; đã thử {count(one.attempts)} lần
        {one.nextTryAt && `, tự gửi lại lúc ${instant(one.nextTryAt)}`}
      </span>
    </>
  );
}
