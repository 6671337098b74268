import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { Loaded } from '../ui/feedback.js';

type Paper = Dto<'Document'>;
type Values = Readonly<Record<string, unknown>>;
interface Props {
  /** As this person opened it. */
  readonly known: Paper;
  /** As they have it on the screen. */
  readonly mine: Values;
  /** Takes the newer paper as the ground, with these words in its fields. */
  readonly onGo: (now: Paper, values: Values) => void;
}

/** Somebody was faster with this paper: field by field what they wrote and what you wrote; nothing is overwritten unseen. */
export function PaperConflict({ known, mine, onGo }: Props) {
  const fresh = useQuery({
    queryKey: ['paper-conflict', known.id, known.rev],
    gcTime: 0,
    queryFn: () => ok(api.GET('/api/v1/documents/{id}', { params: { path: { id: known.id } } })),
  });
  const theirs = (now: Paper): Values => Object.fromEntries(now.fields.map(({ name, value }) => [name, value]));
  return (
    <Modal
      open
      title="Văn bản vừa được người khác sửa"
      footer={null}
      width={720}
      onCancel={() => fresh.data && onGo(fresh.data, theirs(fresh.data))}
    >
      <Loaded query={fresh}>
        {(now) => {
          const rows = differences(known, now, mine);
          const mayEdit = now.actions.includes('edit');
          return (
            <>
              <p>
                Điều bạn nhập chưa được ghi, và chưa đè lên điều người kia ghi.{' '}
                {now.state !== known.state && (
                  <>
                    Văn bản nay ở trạng thái: <strong>{now.stateTitle}</strong>.
                  </>
                )}
              </p>
              {rows.length > 0 && (
                <div className="table-scroll">
                  <table className="data cards-on-phone" style={{ marginBottom: 12 }}>
                    <thead>
                      <tr>
                        <th>Mục</th>
                        <th>Lúc bạn mở</th>
                        <th>Bây giờ</th>
                        <th>Bạn đang nhập</th>
                      </tr>
                    </thead>
                    <tbody>
                      {rows.map((row) => (
                        <tr key={row.name}>
                          <td className="strong">{row.name}</td>
                          <td data-label="Lúc bạn mở">{row.before}</td>
                          <td data-label="Bây giờ" className={row.now === row.before ? '' : 'strong'}>
                            {row.now}
                          </td>
                          <td data-label="Bạn đang nhập" className={row.mine === row.before ? '' : 'strong'}>
                            {row.mine}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              )}
              <div className="row">
                <Button type="primary" onClick={() => onGo(now, theirs(now))}>
                  Dùng bản mới
                </Button>
                {mayEdit && (
                  <Button onClick={() => onGo(now, { ...theirs(now), ...typedHere(known, mine) })}>
                    Bản mới, giữ các mục tôi đã sửa
                  </Button>
                )}
              </div>
            </>
          );
        }}
      </Loaded>
    </Modal>
  );
}

interface Row {
  readonly name: string;
  readonly before: string;
  readonly now: string;
  readonly mine: string;
}

/** Fields that anybody has changed. */
export function differences(known: Paper, now: Paper, mine: Values): Row[] {
  const before = new Map(known.fields.map(({ name, value }) => [name, words(value)]));
  return now.fields
    .map(({ name, value }) => ({
      name,
      before: before.get(name) ?? '',
      now: words(value),
      mine: words(mine[name]),
    }))
    .filter((row) => row.now !== row.before || row.mine !== row.before);
}

/** What this person has written otherwise than it stood when they opened the paper. */
export const typedHere = (known: Paper, mine: Values): Values =>
  Object.fromEntries(
    known.fields.filter(({ name, value }) => words(mine[name]) !== words(value)).map(({ name }) => [name, mine[name]]),
  );

/** A field in words: the rows of a list one after another, empty ones left out. */
export function words(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'string' ? value.trim() : '';
  return value
    .map((row: unknown) =>
      Object.values((row ?? {}) as Record<string, unknown>)
        .map((cell) => (typeof cell === 'string' ? cell.trim() : ''))
        .filter(Boolean)
        .join(', '),
    )
    .filter(Boolean)
    .join('; ');
}
