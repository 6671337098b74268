import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { ProblemAlert } from '../../ui/feedback.js';
import { Status } from '../../ui/status.js';
import { count } from '../../ui/text.js';

/** Counted when asked for: it reads every folder of the store. */
export function StoredFiles() {
  const counting = useMutation({ mutationFn: () => ok(api.GET('/api/v1/operations/stored-files')) });
  return (
    <section className="panel" id="tep-luu-tru" aria-labelledby="files-title">
      <h2 id="files-title">Tệp lưu trữ</h2>
      <p className="muted">Đối chiếu hai chiều giữa tệp trên đĩa và cơ sở dữ liệu; với kho lớn có thể mất vài phút.</p>
      <Button loading={counting.isPending} onClick={() => counting.mutate()}>
        Đếm và đối chiếu
      </Button>
      <div aria-live="polite">
        <ProblemAlert error={counting.error} />
        {counting.data && <Compared files={counting.data} />}
      </div>
    </section>
  );
}

function Compared({ files }: { files: Dto<'StoredFiles'> }) {
  const { named, withoutFile, missing, withoutRow, partial } = files;
  return (
    <ul className="health-items compared">
      <li>
        <div className="row">
          <span className="strong grow">Dòng dữ liệu có đủ tệp</span>
          {withoutFile > 0 ? <Status tone="late">Có sự cố</Status> : <Status tone="met">Bình thường</Status>}
        </div>
        <p>
          {withoutFile > 0
            ? `${count(withoutFile)} trong ${count(named)} tệp được nhắc đến không còn trên đĩa.`
            : `Đủ ${count(named)} tệp được nhắc đến.`}
        </p>
        {withoutFile > 0 && (
          <>
            <p className="todo">
              <span className="strong">Cần làm:</span> tìm các tệp này trong thư mục tệp lưu trữ (/blobs) của bản sao
              lưu và chép lại, rồi đối chiếu lần nữa.
            </p>
            <ul className="missing">
              {missing.map((name) => (
                <li key={name} className="num">
                  {name}
                </li>
              ))}
            </ul>
          </>
        )}
      </li>
      <li>
        <div className="row">
          <span className="strong grow">Tệp có dòng nhắc đến</span>
          {withoutRow > 0 ? <Status tone="soon">Cần để ý</Status> : <Status tone="met">Bình thường</Status>}
        </div>
        <p>
          {withoutRow > 0
            ? `${count(withoutRow)} tệp không còn dòng nào nhắc đến: lần đăng ký dở dang hoặc bản khôi phục để lại. Không cần làm gì; hệ thống không tự xóa.`
            : 'Tệp nào cũng có dòng trong cơ sở dữ liệu.'}
        </p>
        <p>
          Đã đếm {count(files.files)} tệp{partial && ', mới đối chiếu một phần kho'}.
        </p>
      </li>
    </ul>
  );
}
