import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useUser } from '../sign-in/session.js';
import { instant } from '../ui/dates.js';
import { fileSize } from '../ui/text.js';
import { readyToSend } from './photo.js';
import { startUploads } from './upload-manager.js';
import { useUploads } from './use-uploads.js';

/**
 * What the server has a part of and this page does not have the file for: a denunciation's file after a reload, or one that was
 * begun on another machine. The same file chosen again goes on where it stood.
 */
export function UnfinishedUploads({ petitionId, sealed }: { petitionId: string; sealed: boolean }) {
  const known = new Set(useUploads().map(({ uploadId }) => uploadId));
  const open = useQuery({ queryKey: ['uploads'], queryFn: () => ok(api.GET('/api/v1/uploads')) });
  const mine = (open.data?.items ?? []).filter((item) => item.petitionId === petitionId && !known.has(item.id));
  if (mine.length === 0) return null;
  return (
    <ul className="files" aria-label="Tài liệu tải dở" style={{ listStyle: 'none', margin: '10px 0 0', padding: 0 }}>
      {mine.map((item) => (
        <Unfinished key={item.id} item={item} sealed={sealed} />
      ))}
    </ul>
  );
}

function Unfinished({ item, sealed }: { item: Dto<'OpenUpload'>; sealed: boolean }) {
  const user = useUser();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [other, setOther] = useState(false);
  const again = () => void client.invalidateQueries({ queryKey: ['uploads'] });
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const same = (await readyToSend(file)).size === item.sizeBytes;
    setOther(!same);
    const { petitionId, id: uploadId } = item;
    if (same) void startUploads({ userId: user.id, petitionId, files: [file], sealed, uploadId }).finally(again);
  };
  const drop = async () => {
    await api.DELETE('/api/v1/uploads/{id}', { params: { path: { id: item.id } } }).catch(() => undefined);
    again();
  };
  return (
    <li style={{ padding: '4px 0' }}>
      <span className="num">
        Tài liệu tải dở lúc {instant(item.createdAt)}: đã nhận {fileSize(item.receivedBytes)} trong{' '}
        {fileSize(item.sizeBytes)}
      </span>{' '}
      <input
        ref={input}
        type="file"
        style={{ display: 'none' }}
        aria-label="Chọn lại tệp tải dở"
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button size="small" onClick={() => input.current?.click()}>
        Chọn lại đúng tệp để tải tiếp
      </Button>{' '}
      <Button size="small" danger onClick={() => void drop()}>
        Hủy phần đã tải
      </Button>
      {other && (
        <div role="alert" style={{ color: 'var(--red)' }}>
          Không phải tệp đã chọn lần trước. Chọn đúng tệp ấy, hoặc hủy phần đã tải rồi tải lại từ đầu.
        </div>
      )}
    </li>
  );
}
