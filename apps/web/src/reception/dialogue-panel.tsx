import { Button } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { Empty } from '../ui/feedback.js';
import { Status } from '../ui/status.js';
import { ActDrawer, type Fields } from './act-drawer.js';
import type { SessionFile } from './reception-queries.js';

const PARTY = [
  { value: 'leader', label: 'Người chủ trì' },
  { value: 'body', label: 'Cơ quan, tổ chức' },
  { value: 'citizens', label: 'Công dân' },
  { value: 'witness', label: 'Người chứng kiến' },
  { value: 'other', label: 'Khác' },
];
const ATTENDANCE: Fields = [
  { name: 'party', label: 'Thành phần', kind: 'choice', required: true, options: PARTY },
  {
    ...{ name: 'name', label: 'Tên cơ quan, chức danh', kind: 'text', required: true },
    help: 'Với công dân: ghi nhóm, không ghi tên từng người.',
  },
  { name: 'people', label: 'Số người', kind: 'number', required: true, min: 0, max: 100_000 },
  { name: 'present', label: 'Có mặt', kind: 'boolean', required: true },
];
const OPINION: Fields = [
  { name: 'content', label: 'Nội dung ý kiến', kind: 'longText', required: true },
  { name: 'field', label: 'Lĩnh vực', kind: 'text', required: false },
];
const ANSWER: Fields = [
  { name: 'answer', label: 'Nội dung trả lời', kind: 'longText', required: false },
  {
    ...{ name: 'answerDueOn', label: 'Hẹn trả lời ngày', kind: 'date', required: false },
    help: 'Chưa trả lời ngay được thì hẹn ngày.',
  },
];

type Open = 'attendance' | 'opinion' | Dto<'Opinion'> | null;

/** A dialogue: who came, what was raised, what was answered or promised until when. */
export function DialoguePanel({ session, own }: { session: SessionFile; own: boolean }) {
  const [open, setOpen] = useState<Open>(null);
  const running = own && session.stage === 'receiving';
  const header = (key: string) => ({ 'Idempotency-Key': key });
  return (
    <>
      <section className="panel" aria-labelledby="attendance-title">
        <div className="panel-head">
          <h2 id="attendance-title">Thành phần dự ({session.attendance.length})</h2>
          {running && (
            <Button className="after" onClick={() => setOpen('attendance')}>
              Ghi thành phần dự
            </Button>
          )}
        </div>
        {session.attendance.length === 0 ? (
          <Empty>Chưa ghi thành phần dự.</Empty>
        ) : (
          <ul className="plain-list">
            {session.attendance.map(({ party, name, people, present }, i) => (
              <li key={i}>
                {PARTY.find(({ value }) => value === party)?.label}: {name}, {people} người{' '}
                {present ? <span className="enough">✓ có mặt</span> : <span className="lacks">✕ vắng mặt</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="panel" aria-labelledby="opinions-title">
        <div className="panel-head">
          <h2 id="opinions-title">Ý kiến và trả lời ({session.opinions.length})</h2>
          {running && (
            <Button className="after" onClick={() => setOpen('opinion')}>
              Ghi ý kiến
            </Button>
          )}
        </div>
        {session.opinions.length === 0 ? (
          <Empty>Chưa ghi ý kiến nào.</Empty>
        ) : (
          <ul className="plain-list">
            {session.opinions.map((opinion) => (
              <li key={opinion.id}>
                <div>
                  <span className="strong">Ý kiến {opinion.ordinal}.</span> {opinion.content}
                </div>
                <OpinionState opinion={opinion} />
                {own && !opinion.answeredOn && (
                  <Button size="small" onClick={() => setOpen(opinion)}>
                    Trả lời ý kiến {opinion.ordinal}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {open === 'attendance' && (
        <ActDrawer
          title="Ghi thành phần dự đối thoại"
          fields={ATTENDANCE}
          send={(values, key) =>
            ok(
              api.POST('/api/v1/reception/dialogues/{id}/attendance', {
                params: { path: { id: session.id }, header: header(key) },
                body: values as never,
              }),
            )
          }
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'opinion' && (
        <ActDrawer
          title="Ghi ý kiến nêu tại đối thoại"
          fields={OPINION}
          send={(values, key) =>
            ok(
              api.POST('/api/v1/reception/dialogues/{id}/opinions', {
                params: { path: { id: session.id }, header: header(key) },
                body: values as never,
              }),
            )
          }
          onClose={() => setOpen(null)}
        />
      )}
      {open !== null && typeof open === 'object' && (
        <ActDrawer
          title={`Trả lời ý kiến ${open.ordinal}`}
          lead={open.content}
          fields={ANSWER}
          send={(values, key) =>
            ok(
              api.POST('/api/v1/reception/opinions/{id}/answer', {
                params: { path: { id: open.id }, header: header(key) },
                body: values as never,
              }),
            )
          }
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function OpinionState({ opinion }: { opinion: Dto<'Opinion'> }) {
  if (opinion.answeredOn)
    return (
      <div className="small">
        <Status tone="met">Đã trả lời {day(opinion.answeredOn)}</Status> {opinion.answer}
      </div>
    );
  return (
    <div className="small">
      <Status tone="soon">
        {opinion.answerDueOn ? `Hẹn trả lời ${day(opinion.answerDueOn)}` : 'Chưa trả lời, chưa hẹn ngày'}
      </Status>
    </div>
  );
}
