import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Modal, Radio } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day, instant } from '../ui/dates.js';
import { ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { ReceiptPaper } from './receipt-paper.js';
import { RECEIPT_SIZES, useReceiptSize, type ReceiptSize } from './receipt-size.js';

interface Props {
  readonly registered: Dto<'RegisteredPetition'>;
  readonly fileFault: string | null;
  readonly linkFault?: string | null;
  readonly onNext: () => void;
  /** The text goes back into the form; where there is none, nothing is offered. */
  readonly onUndone?: () => void;
}

/**
 * After the registration: prints at once, on the paper of this machine's printer. The lookup code exists on this page only: the
 * server keeps a hash of it. F9 prints again, Ctrl+Z takes the registration back while it may be.
 */
export function ReceiptView({ registered, fileFault, linkFault, onNext, onUndone }: Props) {
  const next = useRef<HTMLButtonElement>(null);
  const [size, setSize] = useReceiptSize();
  useEffect(() => {
    next.current?.focus();
    const timer = setTimeout(() => window.print(), 150);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F9') return;
      event.preventDefault();
      window.print();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', onKey);
    };
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
        <ReceiptPaper receipt={registered.receipt} size={size} />
        <div className="stack no-print">
          <Alert type="success" showIcon title={`Đơn đã vào sổ, số ${registered.registerLabel}`} role="status" />
          <HandlingDay registered={registered} />
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
          {linkFault && (
            <Alert
              type="error"
              showIcon
              role="alert"
              title="Đơn đã đăng ký nhưng chưa ghi được là đơn trùng"
              description={linkFault}
            />
          )}
          <div className="row">
            <Button ref={next} type="primary" onClick={onNext}>
              Nhận đơn tiếp theo <kbd>Alt+N</kbd>
            </Button>
            <Button onClick={() => window.print()}>
              In lại biên nhận <kbd>F9</kbd>
            </Button>
            {registered.caseFileId && <Link to={`/ho-so/${registered.caseFileId}`}>Mở hồ sơ</Link>}
          </div>
          <div className="row">
            <span id="receipt-size">Giấy in của máy này</span>
            <Radio.Group
              aria-labelledby="receipt-size"
              optionType="button"
              size="small"
              value={size}
              onChange={(event) => setSize(event.target.value as ReceiptSize)}
              options={[...RECEIPT_SIZES]}
            />
          </div>
          {onUndone && <Undo registered={registered} onUndone={onUndone} />}
        </div>
      </div>
    </>
  );
}

function HandlingDay({ registered }: { registered: Dto<'RegisteredPetition'> }) {
  const { deadline } = registered.receipt;
  if (!registered.handlingDeadline) return null;
  return (
    <p style={{ margin: 0 }}>
      Hạn xử lý đơn: <strong className="num">{day(registered.handlingDeadline)}</strong>
      {deadline ? (
        <>
          {' '}
          <span className="num">({deadline.explanation})</span>{' '}
          <span className="muted">
            {deadline.citation}
            {!deadline.statutory && ', mục tiêu nội bộ'}
          </span>
        </>
      ) : (
        <span className="muted">. Không in trên biên nhận, vì ngày này cho biết tính chất của đơn.</span>
      )}
    </p>
  );
}

function Undo({ registered, onUndone }: { registered: Dto<'RegisteredPetition'>; onUndone: () => void }) {
  const [modal, holder] = Modal.useModal();
  const undo = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/petitions/{id}/undo', { params: { path: { id: registered.id } } })),
    onSuccess: onUndone,
  });
  const asking = useRef(false);
  const ask = async () => {
    if (asking.current || undo.isPending) return;
    asking.current = true;
    await modal.confirm({
      title: `Hoàn tác đăng ký đơn số ${registered.registerLabel}?`,
      content:
        'Số này được hủy với lý do “đăng ký nhầm, hoàn tác”, vẫn nằm trong sổ và không cấp lại. Nội dung đã nhập trở lại mẫu; biên nhận đã in phải thu hồi.',
      okText: 'Hủy số và mở lại mẫu',
      cancelText: 'Giữ nguyên',
      onOk: () => undo.mutateAsync().catch(() => undefined),
    });
    asking.current = false;
  };
  const askRef = useRef(ask);
  askRef.current = ask;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.shiftKey || event.altKey || event.code !== 'KeyZ') return;
      event.preventDefault();
      void askRef.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      {holder}
      <div className="row">
        <Button onClick={() => void ask()} loading={undo.isPending}>
          Hoàn tác <kbd>Ctrl+Z</kbd>
        </Button>
        <span className="muted small num">
          Được đến {instant(registered.undoUntil)}, khi hồ sơ chưa xử lý tiếp (quy định nội bộ).
        </span>
      </div>
      {undo.error && <ProblemAlert error={undo.error} />}
    </>
  );
}
