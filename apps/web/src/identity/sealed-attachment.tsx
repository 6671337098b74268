import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { fileSize } from '../ui/text.js';
import { PurposeQuestion } from './purpose-question.js';
import type { Purpose } from './purposes.js';
import './identity.css';

const DRAWN = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];
const KIND: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'Ảnh',
  'image/png': 'Ảnh',
  'image/webp': 'Ảnh',
  'audio/mpeg': 'Ghi âm',
  'audio/x-m4a': 'Ghi âm',
  'video/mp4': 'Ghi hình',
};

interface Props {
  readonly petitionId: string;
  readonly file: Dto<'Attachment'>;
  readonly readsOnly: boolean;
}

/** A file that came with a protected petition: the redacted copy for the work, the original only as a reading that is logged. */
export function SealedAttachment({ petitionId, file, readsOnly }: Props) {
  const [asking, setAsking] = useState(false);
  const copy = file.workingCopy;
  const name = `${KIND[file.mediaType] ?? 'Tài liệu'} được bảo mật`;
  const open = async (purpose: Purpose): Promise<void> => {
    const path = { id: petitionId, attachmentId: file.id };
    const call = api.POST('/api/v1/petitions/{id}/attachments/{attachmentId}/original-readings', {
      params: { path },
      body: { purpose },
      parseAs: 'blob',
    });
    hand((await ok(call)) as unknown as Blob, `ban-goc-${file.id.slice(0, 8)}`);
    setAsking(false);
  };
  return (
    <li className="sealed-file">
      <div>
        <strong>{name}</strong>{' '}
        <span className="muted small num">
          {fileSize(file.sizeBytes)} · {file.uploadedBy} · {instant(file.uploadedAt)}
        </span>
      </div>
      <div className="row">
        {copy ? (
          <a href={`/api/v1/petitions/${petitionId}/attachments/${file.id}`} download>
            Bản làm việc đã che (lần {copy.rev}, {fileSize(copy.sizeBytes)})
          </a>
        ) : (
          <span className="muted">Chưa có bản làm việc đã che thông tin người tố cáo.</span>
        )}
        {!readsOnly && DRAWN.includes(file.mediaType) && (
          <Link to={`/che-thong-tin/${petitionId}/${file.id}`}>{copy ? 'Che lại' : 'Che thông tin'}</Link>
        )}
        <Button size="small" onClick={() => setAsking(true)}>
          Mở bản gốc…
        </Button>
      </div>
      {asking && (
        <PurposeQuestion title="Mở bản gốc được niêm phong" onClose={() => setAsking(false)} onAnswer={open} />
      )}
    </li>
  );
}

/** From memory into the person's hand; the page keeps nothing of it. */
function hand(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
