import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { Loaded } from '../ui/feedback.js';

type Note = Dto<'Note'>;
interface Props {
  readonly caseFileId: string;
  readonly from: Note;
  readonly mine: string;
  /** Goes on with one's own words, now over the newer version. */
  readonly onKeep: (now: Note) => void;
  readonly onDrop: () => void;
}

/** Somebody else has changed the note meanwhile: the three wordings side by side, nothing overwritten. */
export function NoteConflict({ caseFileId, from, mine, onKeep, onDrop }: Props) {
  const fresh = useQuery({
    queryKey: ['note-conflict', from.id, from.rev],
    gcTime: 0,
    queryFn: () => ok(api.GET('/api/v1/case-files/{id}/notes', { params: { path: { id: caseFileId } } })),
  });
  return (
    <Modal open title="Ghi chú vừa được người khác sửa" onCancel={onDrop} footer={null} width={640}>
      <Loaded query={fresh}>
        {({ items }) => {
          const now = items.find((note) => note.id === from.id);
          if (!now) return <p>Ghi chú này không còn trong hồ sơ.</p>;
          const versions: [string, string][] = [
            ['Lúc bạn mở', from.text],
            [`Bây giờ (${now.writtenByName}, ${instant(now.writtenAt)})`, now.text],
            ['Bạn đang viết, chưa ghi', mine],
          ];
          return (
            <>
              <dl className="versions">
                {versions.map(([name, text]) => (
                  <div key={name}>
                    <dt className="strong">{name}</dt>
                    <dd className="note-text">{text}</dd>
                  </div>
                ))}
              </dl>
              <div className="row">
                <Button type="primary" onClick={() => onKeep(now)}>
                  Viết tiếp trên bản mới
                </Button>
                <Button onClick={onDrop}>Giữ bản của người kia</Button>
              </div>
            </>
          );
        }}
      </Loaded>
    </Modal>
  );
}
