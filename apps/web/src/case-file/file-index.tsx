import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import { useHasRole } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';

/** Mục lục hồ sơ: what lies in the file, with page numbers that run through; sheets are counted by hand. */
export function FileIndex({ caseFileId, rev }: { caseFileId: string; rev: number }) {
  const client = useQueryClient();
  const [counted, setCounted] = useState<Record<string, number>>({});
  const mayCount = useHasRole('receptionist', 'caseOfficer', 'unitHead', 'chairman', 'provinceChairman');
  const index = useQuery({
    queryKey: ['file-index', caseFileId, rev],
    queryFn: () => ok(api.GET('/api/v1/case-files/{id}/documents/index', { params: { path: { id: caseFileId } } })),
  });
  const save = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/v1/case-files/{id}/documents/index', {
          params: { path: { id: caseFileId } },
          body: { items: Object.entries(counted).map(([ref, pages]) => ({ ref, pages })) },
        }),
      ),
    onSuccess: (next) => {
      setCounted({});
      client.setQueryData(['file-index', caseFileId, rev], next);
    },
  });
  const changes = Object.keys(counted).length;
  return (
    <section className="panel" aria-labelledby="index-title">
      <div className="panel-head">
        <h2 id="index-title">Mục lục hồ sơ, bút lục</h2>
        {changes > 0 && (
          <Button className="after" size="small" type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            Lưu số tờ
          </Button>
        )}
      </div>
      <Loaded query={index}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Hồ sơ chưa có tài liệu hay văn bản phát hành nào.</Empty>
          ) : (
            <table className="data cards-on-phone num">
              <thead>
                <tr>
                  <th>Bút lục</th>
                  <th>Tài liệu</th>
                  <th>Số, ngày</th>
                  <th>Số tờ</th>
                </tr>
              </thead>
              <tbody>
                {items.map((line) => (
                  <tr key={line.ref}>
                    <td className="nowrap" data-label="Bút lục">
                      {line.pages === 0 ? '–' : line.from === line.to ? line.from : `${line.from}–${line.to}`}
                    </td>
                    <td>{line.title}</td>
                    <td data-label="Số, ngày">{[line.number, day(line.date)].filter(Boolean).join(', ') || '–'}</td>
                    <td data-label="Số tờ">
                      {mayCount ? (
                        <InputNumber
                          size="small"
                          min={0}
                          max={5000}
                          controls={false}
                          style={{ width: 76 }}
                          aria-label={`Số tờ của ${line.title}`}
                          value={counted[line.ref] ?? line.pages}
                          onChange={(value) => setCounted({ ...counted, [line.ref]: value ?? 0 })}
                        />
                      ) : (
                        line.pages
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      <ProblemAlert error={save.error} />
    </section>
  );
}
