import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { PageHead } from '../ui/page.js';
import { Qr } from './qr.js';

/**
 * The paper the citizen takes home. It says that a petition was received, never what about nor against whom. The lookup
 * code exists on this page only: the server keeps a hash of it.
 */
export function ReceiptView({
  registered,
  fileFault,
  onNext,
}: {
  registered: Dto<'RegisteredPetition'>;
  fileFault: string | null;
  onNext: () => void;
}) {
  const { receipt } = registered;
  const next = useRef<HTMLButtonElement>(null);
  const link = new URL(receipt.statusPath, window.location.origin).href;
  useEffect(() => {
    next.current?.focus();
    const timer = setTimeout(() => window.print(), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <div className="no-print">
        <PageHead
          title={`Đã đăng ký đơn số ${registered.registerLabel}`}
          lead="In biên nhận rồi đưa cho người nộp đơn."
        />
      </div>
      <div className="receipt-page">
        <article className="receipt" aria-label="Biên nhận đơn">
          <div className="agency">{receipt.agencyName}</div>
          <h2>GIẤY BIÊN NHẬN ĐƠN</h2>
          <div className="number">
            <small>Số tiếp nhận</small>
            {receipt.registerLabel}
          </div>
          <p>
            Đã nhận đơn của ông/bà ngày <strong className="num">{day(receipt.receivedOn)}</strong>. Đơn đã được ghi vào
            sổ tiếp nhận và được xem xét theo quy định của pháp luật.
          </p>
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
                Quét mã QR, hoặc mở {new URL('/tra-cuu', window.location.origin).host}/tra-cuu rồi nhập mã.
              </div>
            </div>
          </div>
          <div className="sign">
            <div>
              <div>Người tiếp nhận</div>
              <div style={{ height: 46 }} />
              <div className="strong">{receipt.receivedBy}</div>
            </div>
          </div>
        </article>
        <div className="stack no-print">
          <Alert type="success" showIcon title={`Đơn đã vào sổ, số ${registered.registerLabel}`} role="status" />
          {registered.handlingDeadline && (
            <p style={{ margin: 0 }}>
              Hạn xử lý đơn: <strong className="num">{day(registered.handlingDeadline)}</strong>
            </p>
          )}
          <Alert
            type="warning"
            showIcon
            title="Mã tra cứu chỉ hiện lần này"
            description="Hệ thống không lưu lại mã. In hoặc chép cho người dân trước khi rời trang."
          />
          {registered.warnings.length > 0 && (
            <Alert
              type="info"
              showIcon
              title="Điều cần xem lại sau"
              description={registered.warnings.map((warning) => (
                <div key={warning.pointer}>{warning.message}</div>
              ))}
            />
          )}
          {fileFault && (
            <Alert
              type="error"
              showIcon
              role="alert"
              title="Đơn đã đăng ký nhưng tài liệu chưa tải lên được"
              description={`${fileFault} Mở hồ sơ để tải lại tài liệu.`}
            />
          )}
          <div className="row">
            <Button ref={next} type="primary" onClick={onNext}>
              Nhận đơn tiếp theo <kbd>Alt+N</kbd>
            </Button>
            <Button onClick={() => window.print()}>In lại biên nhận</Button>
            {registered.caseFileId && <Link to={`/ho-so/${registered.caseFileId}`}>Mở hồ sơ</Link>}
          </div>
        </div>
      </div>
    </>
  );
}
