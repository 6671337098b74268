import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { api, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { useReadsOnly } from '../sign-in/session.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { randomKey } from '../ui/random-key.js';
import { useNotes } from './case-queries.js';
import { NoteConflict } from './note-conflict.js';

type Note = Dto<'Note'>;
const MAX = 4000;

/** Working notes: for the people on this file, beside its ledger and not in it. */
export function NotesPanel({ caseFileId }: { caseFileId: string }) {
  const notes = useNotes(caseFileId);
  const readsOnly = useReadsOnly();
  return (
    <section className="panel" aria-labelledby="notes-title">
      <h2 id="notes-title">Ghi chú làm việc</h2>
      <p className="muted small">
        Ai xem được hồ sơ đều đọc được. Nhật ký hồ sơ chỉ ghi là có ghi chú, không ghi nội dung.
      </p>
      <Loaded query={notes}>
        {({ protected: sealed, mayWrite, items }) => (
          <>
            {sealed && (
              <Alert
                type="warning"
                showIcon
                title="Hồ sơ được bảo mật: không ghi họ tên, địa chỉ, số giấy tờ, điện thoại của người tố cáo"
                description="Ghi chú được niêm phong, chỉ người có tên trong hồ sơ đọc được (Luật Tố cáo Đ.8, Đ.56)."
                style={{ marginBottom: 12 }}
              />
            )}
            {mayWrite && !readsOnly && <NewNote caseFileId={caseFileId} />}
            {items.length === 0 && <Empty>Chưa có ghi chú nào.</Empty>}
            <ul className="notes">
              {items.map((note) => (
                <NoteItem key={note.id} note={note} caseFileId={caseFileId} mayWrite={mayWrite && !readsOnly} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}

function NewNote({ caseFileId }: { caseFileId: string }) {
  const [text, setText] = useState('');
  const attempt = useRef({ text: '', key: '' });
  const client = useQueryClient();
  const write = useMutation({
    mutationFn: () => {
      if (attempt.current.text !== text) attempt.current = { text, key: randomKey() };
      return ok(
        api.POST('/api/v1/case-files/{id}/notes', {
          params: { path: { id: caseFileId }, header: { 'Idempotency-Key': attempt.current.key } },
          body: { text: text.trim() },
        }),
      );
    },
    onSuccess: async () => {
      attempt.current = { text: '', key: '' };
      setText('');
      await client.invalidateQueries({ queryKey: ['notes', caseFileId] });
      void client.invalidateQueries({ queryKey: ['timeline', caseFileId] });
    },
  });
  return (
    <div style={{ marginBottom: 14 }}>
      <Input.TextArea
        aria-label="Ghi chú mới"
        placeholder="Việc cần nhớ, kết quả trao đổi, hẹn làm việc…"
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={MAX}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row" style={{ marginTop: 6 }}>
        <Button type="primary" disabled={text.trim() === ''} loading={write.isPending} onClick={() => write.mutate()}>
          Ghi chú
        </Button>
      </div>
      <ProblemAlert error={write.error} />
    </div>
  );
}

interface ItemProps {
  readonly note: Note;
  readonly caseFileId: string;
  readonly mayWrite: boolean;
}

function NoteItem({ note, caseFileId, mayWrite }: ItemProps) {
  /** The version that this person began from; null: not editing. */
  const [from, setFrom] = useState<Note | null>(null);
  const [text, setText] = useState('');
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (rev: number) =>
      ok(
        api.POST('/api/v1/case-files/{id}/notes/{noteId}', {
          params: { path: { id: caseFileId, noteId: note.id }, header: { 'If-Match': `"${rev}"` } },
          body: { text: text.trim() },
        }),
      ),
    onSuccess: () => setFrom(null),
    onSettled: () => client.invalidateQueries({ queryKey: ['notes', caseFileId] }),
  });
  const overtaken = change.error !== null && toProblem(change.error).status === 412;
  const edit = () => {
    setText(note.text);
    setFrom(note);
  };
  return (
    <li>
      <div className="muted small num">
        <strong>{note.writtenByName}</strong>, {instant(note.writtenAt)}
        {note.rev > 1 && ` · sửa lần ${note.rev - 1}, ghi đầu tiên: ${note.startedByName}, ${instant(note.startedAt)}`}
      </div>
      {from === null ? (
        <>
          <p className="note-text">{note.text}</p>
          {mayWrite && (
            <Button size="small" onClick={edit} aria-label={`Sửa ghi chú của ${note.startedByName}`}>
              Sửa
            </Button>
          )}
        </>
      ) : (
        <>
          <Input.TextArea
            aria-label="Sửa ghi chú"
            autoSize={{ minRows: 2, maxRows: 12 }}
            maxLength={MAX}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="row" style={{ marginTop: 6 }}>
            <Button
              type="primary"
              size="small"
              disabled={text.trim() === '' || text.trim() === from.text}
              loading={change.isPending}
              onClick={() => change.mutate(from.rev)}
            >
              Lưu ghi chú
            </Button>
            <Button size="small" onClick={() => setFrom(null)}>
              Thôi
            </Button>
          </div>
          {!overtaken && <ProblemAlert error={change.error} />}
        </>
      )}
      {overtaken && from && (
        <NoteConflict
          caseFileId={caseFileId}
          from={from}
          mine={text}
          onKeep={(now) => {
            change.reset();
            setFrom(now);
          }}
          onDrop={() => {
            change.reset();
            setFrom(null);
          }}
        />
      )}
    </li>
  );
}
