import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { PurposeQuestion } from './purpose-question.js';
import type { Purpose } from './purposes.js';
import { RedactionSheet, type SheetBox } from './redaction-sheet.js';
import './redaction.css';

type Pages = Dto<'OriginalPages'>;

/** Che thông tin người tố cáo: black boxes drawn over the pages of an original, burnt in by the server. */
export function RedactionPage() {
  const { petitionId = '', attachmentId = '' } = useParams();
  const place = { id: petitionId, attachmentId };
  const [pages, setPages] = useState<Pages | null>(null);
  const [asking, setAsking] = useState(false);
  const open = async (purpose: Purpose): Promise<void> => {
    const call = api.POST('/api/v1/petitions/{id}/attachments/{attachmentId}/page-readings', {
      params: { path: place },
      body: { purpose },
    });
    setPages(await ok(call));
    setAsking(false);
  };
  return (
    <>
      <PageHead
        title="Che thông tin người tố cáo"
        lead="Vẽ ô đen lên họ tên, địa chỉ, chữ ký, chữ viết tay. Bản làm việc chỉ còn điểm ảnh: không lớp chữ, không siêu dữ liệu; bản gốc vẫn niêm phong (LTC Đ.56 k2)."
      />
      {pages ? (
        <Work pages={pages} place={place} />
      ) : (
        <section className="panel stack">
          <p>
            Các trang của bản gốc chỉ hiện trên màn hình này, không lưu trong máy. Mở ra được ghi vào nhật ký hồ sơ.
          </p>
          <div>
            <Button type="primary" onClick={() => setAsking(true)}>
              Mở các trang của bản gốc…
            </Button>
          </div>
        </section>
      )}
      {asking && <PurposeQuestion title="Mở bản gốc để che" onClose={() => setAsking(false)} onAnswer={open} />}
    </>
  );
}

function Work({ pages, place }: { pages: Pages; place: { id: string; attachmentId: string } }) {
  const [boxes, setBoxes] = useState<Readonly<Record<number, readonly SheetBox[]>>>({});
  const [nothing, setNothing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const navigate = useNavigate();
  const client = useQueryClient();
  const count = Object.values(boxes).reduce((sum, list) => sum + list.length, 0);
  const save = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await ok(
        api.POST('/api/v1/petitions/{id}/attachments/{attachmentId}/working-copies', {
          params: { path: place },
          body: {
            pages: Object.entries(boxes).map(([page, list]) => ({
              page: Number(page),
              boxes: list.map(({ x, y, width, height }) => ({ x, y, width, height })),
            })),
            nothingToHide: nothing,
          },
        }),
      );
      await client.invalidateQueries({ queryKey: ['petition', place.id] });
      await navigate(-1);
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  return (
    <div className="stack redaction">
      <Alert
        type="info"
        showIcon
        title="Kéo chuột hoặc ngón tay trên trang để vẽ ô che"
        description="Bàn phím: nút “Thêm ô” đặt một ô vào giữa trang; chọn ô rồi dùng phím mũi tên để dời, Shift và mũi tên để đổi cỡ, phím xóa để bỏ."
      />
      {pages.pages.map((page) => (
        <RedactionSheet
          key={page.page}
          page={page}
          of={pages.pages.length}
          boxes={boxes[page.page] ?? []}
          onChange={(list) => setBoxes((now) => ({ ...now, [page.page]: list }))}
        />
      ))}
      <section className="panel stack redaction-bar" aria-label="Lập bản làm việc">
        <ProblemAlert error={error} />
        {count === 0 && (
          <Checkbox checked={nothing} onChange={(event) => setNothing(event.target.checked)}>
            Đã xem hết {pages.pages.length} trang, không có gì phải che
          </Checkbox>
        )}
        <div className="row">
          <Button type="primary" loading={busy} disabled={count === 0 && !nothing} onClick={() => void save()}>
            Lập bản làm việc ({count} ô che)
          </Button>
          <Button onClick={() => void navigate(-1)}>Thôi, không lập</Button>
        </div>
      </section>
    </div>
  );
}
