import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { Qr } from './qr.js';
import type { ReceiptSize } from './receipt-size.js';

/** The paper itself: that a petition was received, by when it is handled, how to ask; never what about nor against whom. */
export function ReceiptPaper({ receipt, size }: { receipt: Dto<'Receipt'>; size: ReceiptSize }) {
  const link = new URL(receipt.statusPath, window.location.origin).href;
  const { deadline } = receipt;
  return (
    <article className={`receipt receipt-${size}`} aria-label="Biên nhận đơn">
      <div className="agency">{receipt.agencyName}</div>
      <h2>GIẤY BIÊN NHẬN ĐƠN</h2>
      <div className="number">
        <small>Số tiếp nhận</small>
        {receipt.registerLabel}
      </div>
      <p>
        Đã nhận đơn của ông/bà ngày <strong className="num">{day(receipt.receivedOn)}</strong>. Đơn đã được ghi vào sổ
        tiếp nhận và được xem xét theo quy định của pháp luật.
      </p>
      {deadline && (
        <p className="due">
          Dự kiến xử lý đơn xong chậm nhất ngày <strong className="num">{day(deadline.dueOn)}</strong>:{' '}
          <span className="num">{deadline.explanation}</span>
          {!deadline.statutory && ' Đây là mục tiêu nội bộ của cơ quan nhận đơn.'}
        </p>
      )}
      <div className="lookup">
        <Qr text={link} label="Mã QR mở trang tra cứu" />
        <div>
          <div className="small">Mã tra cứu</div>
          <div className="code num">{receipt.lookupCode}</div>
          {receipt.lookupSecret && (
            <>
              <div className="small" style={{ marginTop: 6 }}>
                Mã bí mật (không đưa cho ai)
              </div>
              <div className="code num">{receipt.lookupSecret}</div>
            </>
          )}
          <div className="small" style={{ marginTop: 6 }}>
            Quét mã QR, hoặc mở{' '}
            <span className="address">{new URL('/tra-cuu', window.location.origin).host}/tra-cuu</span> rồi nhập mã.
          </div>
        </div>
      </div>
      <div className="sign">
        <div>
          <div>Người tiếp nhận</div>
          <div className="sign-space" />
          <div className="strong">{receipt.receivedBy}</div>
        </div>
      </div>
    </article>
  );
}
