import { Button } from 'antd';
import { useRef } from 'react';
import { fileSize } from '../ui/text.js';

const MAX = 20 * 1024 * 1024;

/** Files wait here until the petition has its number; what is too large says so at once. */
export function FilesField({ files, onChange }: { files: readonly File[]; onChange: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      {files.length > 0 && (
        <ul className="files">
          {files.map((file, i) => (
            <li key={`${file.name}-${i}`}>
              <span className="name">{file.name}</span>
              <span className="muted small nowrap">{fileSize(file.size)}</span>
              {file.size > MAX && <span style={{ color: 'var(--red)' }}>Lớn hơn 20 MB, không gửi được</span>}
              <Button
                size="small"
                type="link"
                onClick={() => onChange(files.filter((_, j) => j !== i))}
                aria-label={`Bỏ tệp ${file.name}`}
              >
                Bỏ
              </Button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        multiple
        style={{ display: 'none' }}
        aria-label="Chọn tài liệu kèm theo"
        accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.doc,.xls,.tif,.tiff,.mp3,.mp4"
        onChange={(event) => {
          onChange([...files, ...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button size="small" onClick={() => input.current?.click()}>
        Thêm tài liệu kèm theo
      </Button>
      <span className="muted small" style={{ marginLeft: 8 }}>
        PDF, ảnh, Word, Excel; mỗi tệp không quá 20 MB
      </span>
    </div>
  );
}
