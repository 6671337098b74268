import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { saveDraft } from '../counter/draft-store.js';
import { handOver } from '../counter/handed-over.js';
import { ReceiptView } from '../counter/receipt.js';
import type { Findings } from '../counter/use-findings.js';
import { useUser } from '../sign-in/session.js';
import { instant } from '../ui/dates.js';
import { Empty } from '../ui/feedback.js';
import { label, PETITION_TYPE } from '../ui/labels.js';
import { PageHead } from '../ui/page.js';
import { Status } from '../ui/status.js';
import { useOnline } from './connection.js';
import { dropFromOutbox, filesOf, type KeptPetition } from './outbox.js';
import { useOutbox } from './use-outbox.js';
import './offline.css';

/** Petitions saved while the network was away: what waits, what was registered meanwhile, what must be corrected. */
export function KeptPetitionsPage() {
  const user = useUser();
  const outbox = useOutbox(user.id);
  const [shown, setShown] = useState<KeptPetition | null>(null);
  if (shown?.answer)
    return (
      <ReceiptView
        registered={shown.answer}
        fileFault={null}
        linkFault={shown.linkFault ?? null}
        onNext={() => {
          void dropFromOutbox(shown);
          setShown(null);
        }}
      />
    );
  return (
    <>
      <PageHead
        title="Đơn lưu lúc mất kết nối"
        lead="Các đơn này nằm trên máy này, được mã hóa. Đơn chưa có số tiếp nhận là đơn CHƯA đăng ký."
      />
      <section className="panel">
        {outbox.length === 0 ? (
          <Empty>Không có đơn nào chờ gửi trên máy này.</Empty>
        ) : (
          <ul className="kept-list">
            {outbox.map((kept) => (
              <Kept key={kept.key} kept={kept} onReceipt={() => setShown(kept)} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function findingsOf({ body: { resendOf }, duplicateOf, notResends }: KeptPetition): Findings {
  const same = duplicateOf
    ? ({ id: duplicateOf, kind: 'duplicate' } as const)
    : resendOf
      ? ({ id: resendOf, kind: 'resend' } as const)
      : null;
  return { same, rejected: new Set(notResends) };
}

function Kept({ kept, onReceipt }: { kept: KeptPetition; onReceipt: () => void }) {
  const user = useUser();
  const online = useOnline();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const who = kept.body.petitioners[0]?.fullName ?? 'Không ghi họ tên';
  const edit = async () => {
    handOver({ files: await filesOf(user.id, kept), findings: findingsOf(kept) });
    await saveDraft(user.id, kept.values);
    await dropFromOutbox(kept);
    void navigate('/tiep-nhan', { state: { fresh: Date.now() } });
  };
  const discard = () =>
    modal.confirm({
      title: 'Bỏ đơn này?',
      content: 'Đơn chưa đăng ký; bỏ rồi thì không lấy lại được từ máy này.',
      okText: 'Bỏ đơn',
      okButtonProps: { danger: true },
      onOk: () => dropFromOutbox(kept),
    });
  return (
    <li>
      <div className="row" style={{ justifyContent: 'space-between' }}>
        <span>
          <span className="strong">{who}</span> · {label(PETITION_TYPE, kept.body.type)} ·{' '}
          <span className="muted num">lưu lúc {instant(new Date(kept.savedAt).toISOString())}</span>
        </span>
        {kept.state === 'waiting' && (
          <Status tone="soon">{online ? 'Đang gửi, CHƯA đăng ký' : 'Chờ có mạng, CHƯA đăng ký'}</Status>
        )}
        {kept.state === 'refused' && <Status tone="late">Chưa đăng ký được</Status>}
        {kept.state === 'sent' && <Status tone="met">Đã đăng ký số {kept.answer?.registerLabel}</Status>}
      </div>
      {kept.reason && <p style={{ margin: '6px 0', color: 'var(--red)' }}>{kept.reason}</p>}
      {kept.duplicateOf && <p className="muted small">Được ghi là đơn trùng với một đơn trước</p>}
      {kept.linkFault && (
        <p style={{ margin: '6px 0', color: 'var(--red)' }}>Chưa ghi được là đơn trùng: {kept.linkFault}</p>
      )}
      {kept.files.length > 0 && <p className="muted small">Kèm {kept.files.length} tài liệu</p>}
      <div className="row" style={{ marginTop: 6 }}>
        {kept.state === 'sent' ? (
          <Button type="primary" size="small" onClick={onReceipt}>
            In biên nhận
          </Button>
        ) : (
          <>
            {kept.state === 'refused' && (
              <Button type="primary" size="small" onClick={() => void edit()}>
                Mở lại để sửa
              </Button>
            )}
            <Button size="small" danger onClick={discard} aria-label={`Bỏ đơn của ${who}`}>
              Bỏ
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
