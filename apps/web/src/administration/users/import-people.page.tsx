import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Steps } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { saveCsv } from '../../ui/csv.js';
import { ProblemAlert } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { count, fileSize } from '../../ui/text.js';
import { RoleNames } from './account-words.js';
import './users.css';

type Preview = Dto<'PeoplePreview'>;
const STEPS = ['Chọn tệp', 'Xem trước', 'Trao mật khẩu'];

const formOf = (file: File): { body: { file: string }; bodySerializer: (body: unknown) => FormData } => {
  const form = new FormData();
  form.append('file', file);
  return { body: form as unknown as { file: string }, bodySerializer: (body) => body as FormData };
};

/** Accounts from a sheet: looked at row by row, then all of them or none. The file stays in the page between the two. */
export function ImportPeoplePage() {
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const look = useMutation({
    mutationFn: (chosen: File) => ok(api.POST('/api/v1/administration/users/import/preview', formOf(chosen))),
  });
  const commit = useMutation({
    mutationFn: (chosen: File) => ok(api.POST('/api/v1/administration/users/import', formOf(chosen))),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    commit.reset();
    look.mutate(chosen);
  };
  const step = commit.data ? 2 : look.data ? 1 : 0;
  return (
    <>
      <PageHead
        title="Nhập tài khoản từ Excel"
        lead="Còn một dòng lỗi thì chưa tài khoản nào được tạo; sửa trong tệp rồi chọn lại. Mỗi lần không quá 300 người."
        actions={<Link to="/quan-tri/tai-khoan">Về danh sách</Link>}
      />
      <div className="stack">
        <Steps size="small" current={step} items={STEPS.map((title) => ({ title }))} />
        {!commit.data && (
          <section className="panel" aria-labelledby="file-title">
            <h2 id="file-title">Chọn tệp</h2>
            <div className="row">
              <Button href="/api/v1/administration/users/import/template">Tải tệp mẫu</Button>
              <Button type="primary" loading={look.isPending} onClick={() => input.current?.click()}>
                {file ? 'Chọn tệp khác' : 'Chọn tệp trên máy'}
              </Button>
              <input
                ref={input}
                type="file"
                accept=".xlsx"
                style={{ display: 'none' }}
                aria-label="Tệp tài khoản .xlsx"
                onChange={(event) => (choose(event.target.files?.[0]), (event.target.value = ''))}
              />
              {file && (
                <span className="num" role="status">
                  {file.name} ({fileSize(file.size)})
                </span>
              )}
            </div>
            <p className="muted small" style={{ margin: '10px 0 0' }}>
              Tệp mẫu có các trang tra cứu: tên vai trò và mã cơ quan. Ô có công thức không được nhận.
            </p>
            <ProblemAlert error={look.error} />
          </section>
        )}
        {look.data && !commit.data && (
          <PreviewPanel
            preview={look.data}
            busy={commit.isPending}
            error={commit.error}
            onCommit={() => file && commit.mutate(file)}
          />
        )}
        {commit.data && <Issued items={commit.data.items} />}
      </div>
    </>
  );
}

interface PreviewProps {
  readonly preview: Preview;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onCommit: () => void;
}

function PreviewPanel({ preview, busy, error, onCommit }: PreviewProps) {
  const { faults, people, rows } = preview;
  const wrongRows = new Set(faults.map(({ row }) => row)).size;
  return (
    <>
      <Alert
        type={faults.length > 0 ? 'warning' : rows === 0 ? 'info' : 'success'}
        showIcon
        role="status"
        title={
          rows === 0
            ? 'Tệp không có dòng nào dưới dòng tiêu đề'
            : faults.length > 0
              ? `${count(wrongRows)} trong ${count(rows)} dòng có lỗi: chưa nhập được`
              : `${count(rows)} dòng đều đúng, sẵn sàng tạo tài khoản`
        }
      />
      {faults.length > 0 && <Faults faults={faults} />}
      {people.length > 0 && <People people={people} />}
      <div className="row">
        <Button
          type="primary"
          size="large"
          disabled={faults.length > 0 || rows === 0}
          loading={busy}
          onClick={onCommit}
        >
          Tạo {count(people.length)} tài khoản
        </Button>
      </div>
      <ProblemAlert error={error} />
    </>
  );
}

function Faults({ faults }: { faults: Preview['faults'] }) {
  return (
    <section className="panel flush" aria-label="Lỗi trong tệp">
      <table className="data cards-on-phone">
        <caption>Lỗi trong tệp ({count(faults.length)})</caption>
        <thead>
          <tr>
            <th style={{ width: 70 }}>Dòng</th>
            <th style={{ width: 160 }}>Cột</th>
            <th>Sửa thế nào</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, i) => (
            <tr key={i}>
              <td className="num" data-label="Dòng">
                {fault.row}
              </td>
              <td className="strong">{fault.column}</td>
              <td>{fault.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function People({ people }: { people: Preview['people'] }) {
  return (
    <section className="panel flush" aria-label="Dòng đọc được">
      <table className="data cards-on-phone">
        <caption>Dòng đọc được ({count(people.length)})</caption>
        <thead>
          <tr>
            <th style={{ width: 70 }}>Dòng</th>
            <th>Họ và tên</th>
            <th>Tên đăng nhập</th>
            <th>Cơ quan</th>
            <th>Vai trò</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.row}>
              <td className="num" data-label="Dòng">
                {person.row}
              </td>
              <td className="strong">
                {person.fullName}
                {person.title && <span className="muted"> · {person.title}</span>}
              </td>
              <td className="num">{person.username}</td>
              <td>{person.agencyCode}</td>
              <td>
                <RoleNames roles={person.roles} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Issued({ items }: { items: Dto<'PeopleImported'>['items'] }) {
  const save = () =>
    saveCsv(
      'Mật khẩu dùng một lần',
      ['Họ và tên', 'Tên đăng nhập', 'Mã cơ quan', 'Mật khẩu dùng một lần'],
      items.map(({ fullName, username, agencyCode, password }) => [fullName, username, agencyCode, password]),
    );
  return (
    <section className="panel" aria-labelledby="issued-title">
      <h2 id="issued-title">Đã tạo {count(items.length)} tài khoản</h2>
      <Alert
        type="warning"
        showIcon
        role="status"
        title="Mật khẩu chỉ hiện lần này"
        description="In hoặc tải về rồi trao tận tay từng người; mỗi người phải đổi ngay ở lần đăng nhập đầu. Xóa tệp sau khi trao xong."
      />
      <div className="row no-print" style={{ margin: '10px 0' }}>
        <Button onClick={() => window.print()}>In danh sách</Button>
        <Button onClick={save}>Tải về dạng CSV</Button>
        <Link to="/quan-tri/tai-khoan?state=waiting">Xem ai chưa đổi mật khẩu</Link>
      </div>
      <table className="data cards-on-phone">
        <thead>
          <tr>
            <th>Họ và tên</th>
            <th>Tên đăng nhập</th>
            <th>Mã cơ quan</th>
            <th>Mật khẩu dùng một lần</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <td className="strong">{one.fullName}</td>
              <td className="num">{one.username}</td>
              <td>{one.agencyCode}</td>
              <td className="num strong" data-label="Mật khẩu">
                {one.password}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
