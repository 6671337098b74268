import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day, instant } from '../ui/dates.js';
import { Loaded } from '../ui/feedback.js';

interface Props {
  readonly known: Dto<'CaseFile'>;
  readonly eventType: string;
  readonly eventTitle: string;
  /** With the file as it is now, once the person has seen it. */
  readonly onClose: (now?: Dto<'CaseFile'>) => void;
  readonly onAgain: (rev: number) => void;
}

/** Somebody was faster: what changed since this page was opened, and what is still possible. */
export function ConflictDialog({ known, eventType, eventTitle, onClose, onAgain }: Props) {
  const path = { params: { path: { id: known.id } } };
  const fresh = useQuery({
    queryKey: ['conflict', known.id, known.rev],
    gcTime: 0,
    queryFn: async () => {
      const [caseFile, timeline, available] = await Promise.all([
        ok(api.GET('/api/v1/case-files/{id}', path)),
        ok(api.GET('/api/v1/case-files/{id}/timeline', path)),
        ok(api.GET('/api/v1/case-files/{id}/events/available', path)),
      ]);
      return { caseFile, timeline, available };
    },
  });
  return (
    <Modal
      open
      title="Hồ sơ vừa được người khác cập nhật"
      onCancel={() => onClose(fresh.data?.caseFile)}
      footer={null}
      width={640}
    >
      <Loaded query={fresh}>
        {({ caseFile, timeline, available }) => {
          const steps = timeline.filter((entry) => entry.kind === 'procedure').sort((a, b) => b.seq - a.seq);
          const changed = steps.slice(0, Math.max(1, caseFile.rev - known.rev));
          const possible = available.some((event) => event.type === eventType && event.allowed);
          const rows = differences(known, caseFile);
          return (
            <>
              <p>Bước “{eventTitle}” chưa được ghi. Điều đã nhập vẫn còn trong mẫu. Từ lúc bạn mở hồ sơ:</p>
              <ul>
                {changed.map((entry) => (
                  <li key={entry.id}>
                    <strong>{entry.title}</strong>, {entry.actorName}, {instant(entry.recordedAt)}
                  </li>
                ))}
              </ul>
              {rows.length > 0 && (
                <table className="data" style={{ marginBottom: 12 }}>
                  <thead>
                    <tr>
                      <th>Mục</th>
                      <th>Bạn đang thấy</th>
                      <th>Bây giờ</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map(([name, before, after]) => (
                      <tr key={name}>
                        <td>{name}</td>
                        <td>{before}</td>
                        <td className="strong">{after}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
              {!possible && <p>Ở giai đoạn hiện tại không còn làm được bước này.</p>}
              <div className="row">
                <Button type="primary" onClick={() => onClose(caseFile)}>
                  Xem hồ sơ bản mới
                </Button>
                {possible && <Button onClick={() => onAgain(caseFile.rev)}>Vẫn ghi bước “{eventTitle}”</Button>}
              </div>
            </>
          );
        }}
      </Loaded>
    </Modal>
  );
}

function differences(before: Dto<'CaseFile'>, after: Dto<'CaseFile'>): [string, string, string][] {
  const dues = (file: Dto<'CaseFile'>): Map<string, string> =>
    new Map(
      file.deadlines.map((d) => [
        d.title,
        d.metOn ? `xong ${day(d.metOn)}` : d.dueOn ? `hạn ${day(d.dueOn)}` : 'đang dừng',
      ]),
    );
  const rows: [string, string, string][] = [
    ['Giai đoạn', before.stageTitle, after.stageTitle],
    ['Người được giao', before.assigneeName ?? 'chưa giao', after.assigneeName ?? 'chưa giao'],
    ['Kết thúc', day(before.closedOn) || 'chưa', day(after.closedOn) || 'chưa'],
  ];
  const was = dues(before);
  for (const [title, now] of dues(after)) rows.push([title, was.get(title) ?? 'chưa có', now]);
  return rows.filter(([, a, b]) => a !== b);
}
