import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { Qr } from '../counter/qr.js';
import { day } from '../ui/dates.js';
import { SignatureFindings } from './signature-findings.js';

/** What the sender keeps. It says that something was received, never what about nor about whom. */
export function FilingReceipt({ filed, onAnother }: { filed: Dto<'FiledOnline'>; onAnother: () => void }) {
  const head = useRef<HTMLHeadingElement>(null);
  const link = new URL(filed.statusPath, window.location.origin).href;
  useEffect(() => head.current?.focus(), []);
  return (
    <>
      <section className="answer" aria-labelledby="received">
        <h2 id="received" ref={head} tabIndex={-1}>
          Đã nhận, số {filed.registerLabel}
        </h2>
        <div className="receipt-public">
          <dl>
            <dt>Nơi nhận</dt>
            <dd>{filed.agencyName}</dd>
            <dt>Ngày nhận</dt>
            <dd className="num">{day(filed.receivedOn)}</dd>
            <dt>Mã tra cứu</dt>
            <dd className="code">{filed.lookupCode}</dd>
            {filed.lookupSecret && (
              <>
                <dt>Mã bí mật (không đưa cho ai)</dt>
                <dd className="code">{filed.lookupSecret}</dd>
              </>
            )}
          </dl>
          <Qr text={link} label="Mã QR mở trang tra cứu" />
        </div>
        <p className="why">
          <strong>Mã chỉ hiện lần này.</strong> In, lưu PDF hoặc chụp lại trước khi rời trang.
        </p>
        {filed.messages && <p>Khi đơn có tin mới, ông/bà sẽ nhận được tin nhắn.</p>}
      </section>
      <button type="button" className="big no-print" onClick={() => window.print()}>
        In hoặc lưu PDF
      </button>
      <section className="answer no-print" aria-labelledby="know">
        <h2 id="know">Ông/bà cần biết</h2>
        <ul>
          {filed.words.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        {filed.findings.length > 0 && (
          <>
            <h3>Chữ ký: đã kiểm tra gì</h3>
            <SignatureFindings findings={filed.findings} />
          </>
        )}
      </section>
      <p className="no-print" style={{ marginTop: 20 }}>
        <Link to={filed.statusPath}>Mở trang tra cứu của đơn này</Link>
      </p>
      <button type="button" className="big plain no-print" onClick={onAnother}>
        Gửi việc khác
      </button>
    </>
  );
}
