import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, ok } from '../../api/client.js';
import { day, instant } from '../../ui/dates.js';
import { Loaded } from '../../ui/feedback.js';
import { KIND, LEVEL } from '../words.js';
import { AddAgency, RenameAgency, SetUnit } from './agency-forms.js';
import type { AgencyNode } from './tree.js';

interface Props {
  readonly agency: AgencyNode | null;
  /** Only the tree of today is edited. */
  readonly editable: boolean;
  readonly onClose: () => void;
}
type Form = 'add' | 'rename' | 'unit' | null;

export function AgencyDrawer({ agency, editable, onClose }: Props) {
  const [form, setForm] = useState<Form>(null);
  const navigate = useNavigate();
  const done = () => setForm(null);
  const open = agency?.open && agency.validTo === null;
  return (
    <Drawer
      open={agency !== null}
      onClose={() => (setForm(null), onClose())}
      title={agency?.name ?? ''}
      size={460}
      destroyOnHidden
    >
      {agency && (
        <div className="stack">
          <dl className="facts">
            <dt>Mã cơ quan</dt>
            <dd className="num">{agency.code}</dd>
            <dt>Cấp, loại</dt>
            <dd>
              {LEVEL[agency.level]}, {(KIND[agency.kind] ?? '').toLowerCase()}
            </dd>
            <dt>Cấp trên</dt>
            <dd>{agency.parentCode ?? 'không có'}</dd>
            <dt>Đơn vị hành chính</dt>
            <dd>
              {agency.unitName ? `${agency.unitName} (${agency.unitCode ?? ''})` : (agency.unitCode ?? 'chưa gắn')}
            </dd>
            <dt>Hoạt động</dt>
            <dd>
              từ {day(agency.validFrom)}
              {agency.validTo && ` đến hết ${day(agency.validTo)}`}
            </dd>
            {agency.successorCode && (
              <>
                <dt>Cơ quan kế thừa</dt>
                <dd>{agency.successorCode}</dd>
              </>
            )}
          </dl>
          {editable && open && form === null && (
            <div className="row">
              <Button onClick={() => setForm('add')}>Thêm đơn vị bên dưới</Button>
              <Button onClick={() => setForm('rename')}>Đổi tên</Button>
              <Button onClick={() => setForm('unit')}>Sửa loại, đơn vị hành chính</Button>
              {agency.level !== 'province' && (
                <Button danger onClick={() => void navigate(`/quan-tri/co-quan/${agency.code}/ket-thuc`)}>
                  Sáp nhập, giải thể…
                </Button>
              )}
            </div>
          )}
          {!editable && <p className="muted">Đang xem một ngày đã qua; về hôm nay để sửa.</p>}
          {form === 'add' && <AddAgency parent={agency} onDone={done} />}
          {form === 'rename' && <RenameAgency agency={agency} onDone={done} />}
          {form === 'unit' && <SetUnit agency={agency} onDone={done} />}
          <Changes code={agency.code} />
        </div>
      )}
    </Drawer>
  );
}

function Changes({ code }: { code: string }) {
  const changes = useQuery({ queryKey: ['agency-changes'], queryFn: () => ok(api.GET('/api/v1/agency-changes')) });
  return (
    <section aria-labelledby="changes-title">
      <h3 id="changes-title">Thay đổi đã ghi</h3>
      <Loaded query={changes}>
        {({ items }) => {
          const mine = items.filter((one) => one.agencyCode === code || one.successorCode === code);
          if (mine.length === 0) return <p className="muted">Chưa có sáp nhập, đổi tên nào.</p>;
          return (
            <ul className="change-list">
              {mine.map((one) => (
                <li key={one.id}>
                  {one.kind === 'renamed'
                    ? `Đổi tên từ “${one.oldName}” thành “${one.newName ?? ''}”`
                    : `${one.oldName} kết thúc sau ngày ${day(one.lastDay)}, ${one.successorCode ?? ''} kế thừa; chuyển ${one.moved} hồ sơ`}
                  <span className="muted">
                    {' '}
                    · {one.basis}, ghi lúc {instant(one.recordedAt)}
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}
