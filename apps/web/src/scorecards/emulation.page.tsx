import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import { keepShown } from '../api/keep-shown.js';
import type { Dto } from '../api/types.js';
import { useHasRole } from '../sign-in/session.js';
import { AgencySelect } from '../ui/agency-select.js';
import { saveCsv } from '../ui/csv.js';
import { WorkbookLink } from '../ui/workbook-link.js';
import { day, instant } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { SCROLLS } from '../ui/scrolls.js';
import { count } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import { EmulationForm } from './emulation-form.js';
import { ReasonModal } from './reason-modal.js';
import './scorecards.css';

type Entry = Dto<'EmulationEntry'>;
type Open = { readonly what: 'add' | 'correct' | 'void' | 'history'; readonly entry: Entry | null };

/** The register of emulation models: nothing is wiped out, what was wrong stays with its reason. */
export function EmulationPage() {
  const [filters, change] = useFilters(['agency', 'year'] as const);
  const [open, setOpen] = useState<Open | null>(null);
  const client = useQueryClient();
  const mayKeep = useHasRole('caseOfficer', 'unitHead', 'chairman', 'provinceChairman');
  const list = useQuery({
    queryKey: ['emulation-models', filters],
    queryFn: () =>
      ok(
        api.GET('/api/v1/emulation-models', {
          params: {
            query: {
              ...(filters.agency ? { agency: filters.agency } : {}),
              ...(filters.year ? { year: Number(filters.year) } : {}),
            },
          },
        }),
      ),
    placeholderData: keepShown,
  });
  const done = () => {
    setOpen(null);
    void client.invalidateQueries({ queryKey: ['emulation-models'] });
  };
  const items = list.data?.items ?? [];
  const valid = items.filter(({ act }) => act !== 'voided').length;
  return (
    <>
      <PageHead
        title="Sổ mô hình thi đua"
        lead="Mô hình “Dân vận khéo” và mô hình khác của từng cơ quan, theo năm."
        actions={
          <>
            {mayKeep && (
              <Button type="primary" onClick={() => setOpen({ what: 'add', entry: null })}>
                Ghi mô hình
              </Button>
            )}
            <WorkbookLink path="emulation-models/export" filters={filters} />
            <Button onClick={() => save(items)}>Tải CSV</Button>
          </>
        }
      />
      <div className="row filters">
        <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
        <InputNumber
          aria-label="Năm"
          placeholder="Mọi năm"
          min={2000}
          max={2100}
          value={filters.year ? Number(filters.year) : null}
          onChange={(year) => change({ year: year ? String(year) : undefined })}
        />
      </div>
      <Loaded query={list}>
        {(data) => (
          <div className="stack" style={{ marginTop: 12 }}>
            <p className="small muted num" role="status">
              {count(valid)} mô hình còn hiệu lực, {count(data.items.length - valid)} đã hủy.
            </p>
            {data.items.length === 0 ? (
              <Empty>Chưa có mô hình nào trong phạm vi này.</Empty>
            ) : (
              <Register items={data.items} onOpen={setOpen} />
            )}
          </div>
        )}
      </Loaded>
      {open?.what === 'add' && <EmulationForm entry={null} onDone={done} onClose={() => setOpen(null)} />}
      {open?.what === 'correct' && <EmulationForm entry={open.entry} onDone={done} onClose={() => setOpen(null)} />}
      {open?.what === 'history' && open.entry && <History entry={open.entry} onClose={() => setOpen(null)} />}
      {open?.what === 'void' && open.entry && (
        <VoidModel entry={open.entry} onDone={done} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function VoidModel({ entry, onDone, onClose }: { entry: Entry; onDone: () => void; onClose: () => void }) {
  return (
    <ReasonModal
      title={`Hủy mô hình “${entry.name}”`}
      okText="Hủy mô hình"
      onClose={onClose}
      onDone={onDone}
      act={(reason) =>
        ok(
          api.POST('/api/v1/emulation-models/{id}/void', {
            params: { path: { id: entry.id } },
            body: { rev: entry.rev, reason },
          }),
        )
      }
    />
  );
}

function Register({ items, onOpen }: { items: readonly Entry[]; onOpen: (open: Open) => void }) {
  return (
    <div {...SCROLLS} className="table-scroll panel">
      <table className="data cards-on-phone">
        <thead>
          <tr>
            <th scope="col">Năm</th>
            <th scope="col">Cơ quan</th>
            <th scope="col">Mô hình</th>
            <th scope="col">Công nhận</th>
            <th scope="col">Ghi</th>
            <th scope="col">Việc</th>
          </tr>
        </thead>
        <tbody>
          {items.map((entry) => (
            <tr key={entry.id} className={entry.act === 'voided' ? 'voided' : undefined}>
              <td data-label="Năm" className="num">
                {entry.year}
              </td>
              <td data-label="Cơ quan">{entry.agencyName}</td>
              <td data-label="Mô hình">
                <strong>{entry.name}</strong> <span className="small muted">{entry.field}</span>
                <div className="small emulation-summary">{entry.summary}</div>
              </td>
              <td data-label="Công nhận">
                {entry.levelTitle}
                {entry.decision && <div className="small muted">{entry.decision}</div>}
              </td>
              <td data-label="Ghi" className="small">
                {entry.act === 'added' ? entry.actTitle : `${entry.actTitle}: ${entry.reason}`}
                <div className="muted">
                  {entry.enteredByName}, {instant(entry.enteredAt)}
                </div>
              </td>
              <td data-label="Việc">
                <div className="row">
                  {entry.mine && (
                    <>
                      <Button size="small" onClick={() => onOpen({ what: 'correct', entry })}>
                        Sửa
                      </Button>
                      <Button size="small" danger onClick={() => onOpen({ what: 'void', entry })}>
                        Hủy
                      </Button>
                    </>
                  )}
                  {entry.rev > 1 && (
                    <Button size="small" onClick={() => onOpen({ what: 'history', entry })}>
                      Các lần ghi
                    </Button>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function History({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const history = useQuery({
    queryKey: ['emulation-models', 'history', entry.id, entry.rev],
    queryFn: () => ok(api.GET('/api/v1/emulation-models/{id}/history', { params: { path: { id: entry.id } } })),
  });
  return (
    <Modal
      className="sheet"
      open
      title="Các lần ghi"
      footer={<Button onClick={onClose}>Đóng</Button>}
      onCancel={onClose}
    >
      <Loaded query={history}>
        {(entries) => (
          <ol className="stack">
            {entries.map((one) => (
              <li key={one.rev}>
                <strong>
                  {one.actTitle}: {one.name}
                </strong>{' '}
                ({one.levelTitle}, năm {one.year}){one.reason && <div>Lý do: {one.reason}</div>}
                <div className="small muted">
                  {one.enteredByName}, {instant(one.enteredAt)}
                </div>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Modal>
  );
}

const save = (items: readonly Entry[]): void =>
  saveCsv(
    'Sổ mô hình thi đua',
    [
      ...['Năm', 'Cơ quan', 'Tên mô hình', 'Lĩnh vực', 'Nội dung', 'Mức công nhận', 'Văn bản công nhận'],
      ...['Tình trạng', 'Lý do', 'Người ghi', 'Ngày ghi'],
    ],
    items.map((one) => [
      ...[one.year, one.agencyName, one.name, one.field, one.summary, one.levelTitle, one.decision ?? ''],
      ...[one.actTitle, one.reason ?? '', one.enteredByName, day(one.enteredAt.slice(0, 10))],
    ]),
  );
