import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { toProblem } from '../api/problem.js';
import { useReadsOnly } from '../sign-in/session.js';
import { Loaded, ProblemAlert } from '../ui/feedback.js';
import { useRefreshCase } from './case-queries.js';
import { PaperConflict } from './paper-conflict.js';
import { PaperField } from './paper-field.js';
import { PaperPreview } from './paper-preview.js';
import { SignedCopy } from './signed-copy.js';
import { Slips } from './slips.js';

interface Props {
  readonly id: string;
  readonly caseFileId: string;
  readonly onClose: () => void;
}
type Paper = Dto<'Document'>;
type Values = Readonly<Record<string, unknown>>;
type Act = 'submit' | 'approve' | 'return' | 'sign' | 'issue' | 'void';

const ACTS: readonly { readonly act: Act; readonly label: string; readonly asks?: 'comment' }[] = [
  { act: 'submit', label: 'Trình ký' },
  { act: 'approve', label: 'Duyệt' },
  { act: 'sign', label: 'Ký' },
  { act: 'issue', label: 'Cho số, phát hành' },
  { act: 'return', label: 'Trả lại', asks: 'comment' },
  { act: 'void', label: 'Hủy văn bản', asks: 'comment' },
];
const CAPACITY: Readonly<Record<string, string>> = {
  self: '',
  TM: 'TM. ',
  KT: 'KT. ',
  TL: 'TL. ',
  TUQ: 'TUQ. ',
  Q: 'Q. ',
};

/** One paper: what has to be typed, and the act that is next for whoever looks at it. */
export function PaperDrawer({ id, caseFileId, onClose }: Props) {
  const client = useQueryClient();
  const [carried, setCarried] = useState<Values | null>(null);
  const readsOnly = useReadsOnly();
  // What is being typed stands on the paper as it was opened: it is read anew after one's own acts, never behind one's back.
  const query = useQuery({
    queryKey: ['document', id],
    queryFn: () => ok(api.GET('/api/v1/documents/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Drawer open size={Math.min(760, window.innerWidth)} title={query.data?.title ?? 'Văn bản'} onClose={onClose}>
      <Loaded query={query}>
        {(paper) => (
          <PaperView
            key={`${paper.id}/${paper.rev}`}
            paper={readsOnly ? { ...paper, actions: [] } : paper}
            caseFileId={caseFileId}
            carried={carried}
            onGo={(now, values) => {
              setCarried(values);
              client.setQueryData(['document', id], now);
            }}
            onSaved={() => setCarried(null)}
          />
        )}
      </Loaded>
    </Drawer>
  );
}

interface ViewProps {
  readonly paper: Paper;
  readonly caseFileId: string;
  /** Words brought over from an older version of this paper. */
  readonly carried: Values | null;
  readonly onGo: (now: Paper, values: Values) => void;
  readonly onSaved: () => void;
}

function PaperView({ paper, caseFileId, carried, onGo, onSaved }: ViewProps) {
  const [form] = Form.useForm<Record<string, unknown>>();
  const [words, setWords] = useState('');
  const [number, setNumber] = useState('');
  const client = useQueryClient();
  const refresh = useRefreshCase(caseFileId);
  const mayEdit = paper.actions.includes('edit');
  const acting = useMutation({
    mutationFn: async (act: Act | 'fields') => {
      let { rev } = paper;
      if (mayEdit && (act === 'fields' || act === 'submit' || act === 'sign'))
        rev = (await save(paper, form.getFieldsValue())).rev;
      return act === 'fields' ? rev : (await perform(paper.id, { act, rev, words, number })).rev;
    },
    onSuccess: onSaved,
    onSettled: async (_done, error) => {
      if (!wasOvertaken(error)) await client.invalidateQueries({ queryKey: ['document', paper.id] });
      await refresh();
    },
  });
  const overtaken = wasOvertaken(acting.error);
  const acts = ACTS.filter(({ act }) => paper.actions.includes(act));
  return (
    <div className="stack">
      <p className="muted small" style={{ margin: 0 }}>
        {paper.stateTitle}
        {paper.number && `, số ${paper.number}`}
        {paper.signer && `, người ký: ${CAPACITY[paper.signer.capacity] ?? ''}${paper.signer.fullName}`}
        <br />
        Căn cứ: {paper.citation}; thẩm quyền ký: {paper.signing.basis}
        {paper.audience === 'anyone' && (
          <>
            <br />
            Văn bản này không có thông tin nhận biết người gửi đơn.
          </>
        )}
      </p>
      {paper.comment && (
        <Alert
          type="warning"
          showIcon
          role="note"
          title={paper.state === 'voided' ? 'Lý do hủy' : 'Văn bản được trả lại, kèm ý kiến'}
          description={paper.comment}
        />
      )}
      {paper.missing.length > 0 && mayEdit && <p className="small muted">Còn thiếu: {paper.missing.join('; ')}.</p>}
      {!overtaken && <ProblemAlert error={acting.error} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={!mayEdit}
        initialValues={{ ...valuesOf(paper), ...listsOpen(paper, carried) }}
      >
        {paper.fields.map((field) => (
          <PaperField key={field.name} field={field} />
        ))}
      </Form>
      {mayEdit && (
        <div className="row">
          <Button loading={acting.isPending} onClick={() => acting.mutate('fields')}>
            Lưu
          </Button>
        </div>
      )}
      <PaperPreview paper={paper} />
      {paper.actions.includes('issue') && (
        <label>
          Số lấy từ hệ thống văn bản (bỏ trống: số kế tiếp của cơ quan)
          <Input value={number} maxLength={60} onChange={(event) => setNumber(event.target.value)} />
        </label>
      )}
      {acts.some(({ asks }) => asks) && (
        <label>
          Ý kiến khi trả lại, lý do khi hủy
          <Input.TextArea
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
      )}
      <div className="row">
        {acts.map(({ act, label, asks }) => (
          <Button
            key={act}
            type={asks ? 'default' : 'primary'}
            danger={act === 'void'}
            disabled={asks !== undefined && words.trim() === ''}
            loading={acting.isPending}
            onClick={() => acting.mutate(act)}
          >
            {label}
          </Button>
        ))}
      </div>
      <SignedCopy paper={paper} caseFileId={caseFileId} />
      <Slips paper={paper} caseFileId={caseFileId} />
      {overtaken && (
        <PaperConflict
          known={paper}
          mine={form.getFieldsValue()}
          onGo={(now, values) => {
            acting.reset();
            onGo(now, values);
          }}
        />
      )}
    </div>
  );
}

const wasOvertaken = (error: unknown): boolean => Boolean(error) && toProblem(error).status === 412;

/** Lists start with one empty line to fill in. */
const valuesOf = ({ fields }: Paper): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ name, kind, value }) => [name, value ?? (kind === 'list' ? [{}] : '')]));

const listsOpen = ({ fields }: Paper, values: Values | null): Values =>
  Object.fromEntries(
    fields.flatMap(({ name, kind }) =>
      values && name in values ? [[name, values[name] ?? (kind === 'list' ? [{}] : '')]] : [],
    ),
  );

const save = (paper: Paper, values: Record<string, unknown>) =>
  ok(
    api.POST('/api/v1/documents/{id}/fields', {
      params: { path: { id: paper.id }, header: { 'If-Match': `"${paper.rev}"` } },
      body: { typed: Object.fromEntries(paper.fields.map(({ name }) => [name, filled(values[name])])) },
    }),
  );
const filled = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.filter((row: unknown) =>
        Object.values((row ?? {}) as object).some((cell) => String(cell ?? '').trim() !== ''),
      )
    : (value ?? '');

function perform(id: string, { act, rev, words, number }: { act: Act; rev: number; words: string; number: string }) {
  const params = { path: { id }, header: { 'If-Match': `"${rev}"` } };
  switch (act) {
    case 'submit':
      return ok(api.POST('/api/v1/documents/{id}/submit', { params }));
    case 'approve':
      return ok(api.POST('/api/v1/documents/{id}/approve', { params }));
    case 'sign':
      return ok(api.POST('/api/v1/documents/{id}/sign', { params }));
    case 'return':
      return ok(api.POST('/api/v1/documents/{id}/return', { params, body: { comment: words.trim() } }));
    case 'void':
      return ok(api.POST('/api/v1/documents/{id}/void', { params, body: { reason: words.trim() } }));
    case 'issue':
      return ok(
        api.POST('/api/v1/documents/{id}/issue', { params, body: number.trim() ? { number: number.trim() } : {} }),
      );
  }
}
