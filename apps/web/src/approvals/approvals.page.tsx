import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ActBar } from '../boards/act-bar.js';
import { useWaitingPapers } from '../boards/board-queries.js';
import { LineResults } from '../boards/line-results.js';
import { type Picked, usePicked } from '../boards/use-picked.js';
import '../boards/boards.css';
import { PdfView } from '../papers/pdf-view.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import './approvals.css';

type Paper = Dto<'WaitingDocument'>;
type Act = 'sign' | 'approve' | 'submit' | 'return';
interface Order {
  readonly act: Act;
  readonly papers: readonly Paper[];
}
const WORDS: Readonly<Record<Act, string>> = {
  sign: 'Ký',
  approve: 'Duyệt',
  submit: 'Trình ký',
  return: 'Trả lại',
};
const GROUPS = [
  { next: 'sign', title: 'Chờ tôi ký' },
  { next: 'approve', title: 'Chờ tôi duyệt' },
  { next: 'submit', title: 'Tôi soạn, chưa trình' },
] as const;

/** Papers of all files that wait for me: read, then approve or sign one or several; each is an act of its own. */
export function ApprovalsPage() {
  const papers = useWaitingPapers();
  const picked = usePicked();
  const [read, setRead] = useState<Paper | null>(null);
  const [order, setOrder] = useState<Order | null>(null);
  const [results, setResults] = useState<Dto<'LineResults'> | null>(null);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const chosen = (papers.data ?? []).filter(({ id }) => picked.has(id));
  const begin = (act: Act, which: readonly Paper[]) => setOrder({ act, papers: which });
  return (
    <>
      <PageHead
        title="Trình ký"
        lead="Văn bản của mọi hồ sơ đang chờ bạn. Trình ký, duyệt và ký là ba việc khác nhau; mỗi văn bản được ghi một lần riêng."
      />
      <Loaded query={papers}>
        {(items) =>
          items.every(({ next }) => GROUPS.every((group) => group.next !== next)) ? (
            <section className="panel">
              <Empty>Không có văn bản nào chờ bạn duyệt hoặc ký.</Empty>
            </section>
          ) : (
            <div className="stack">
              {GROUPS.map(({ next, title }) => (
                <Group
                  key={next}
                  title={title}
                  items={items.filter((one) => one.next === next)}
                  picked={picked}
                  onRead={setRead}
                />
              ))}
            </div>
          )
        }
      </Loaded>
      <ActBar picked={picked} what="văn bản">
        {GROUPS.map(({ next }) => {
          const mine = chosen.filter((one) => one.next === next);
          return mine.length === 0 ? null : (
            <Button key={next} type="primary" onClick={() => begin(next, mine)}>
              {WORDS[next]} {mine.length} văn bản
            </Button>
          );
        })}
      </ActBar>
      <Reading paper={read} onAct={begin} onClose={() => setRead(null)} />
      {order && (
        <Confirm
          order={order}
          onClose={() => setOrder(null)}
          onDone={(answer) => {
            setNames(new Map(order.papers.map((paper) => [paper.id, `${paper.title}, đơn số ${paper.registerLabel}`])));
            setOrder(null);
            setRead(null);
            picked.clear();
            setResults(answer);
          }}
        />
      )}
      <LineResults results={results} nameOf={(id) => names.get(id) ?? 'Văn bản'} onClose={() => setResults(null)} />
    </>
  );
}

function Group({
  title,
  items,
  picked,
  onRead,
}: {
  title: string;
  items: readonly Paper[];
  picked: Picked;
  onRead: (paper: Paper) => void;
}) {
  const ids = items.map(({ id }) => id);
  if (items.length === 0) return null;
  return (
    <section className="panel flush" aria-label={title}>
      <div className="approvals-head">
        <Checkbox
          aria-label={`Chọn tất cả: ${title}`}
          checked={ids.every((id) => picked.has(id))}
          indeterminate={ids.some((id) => picked.has(id)) && !ids.every((id) => picked.has(id))}
          onChange={({ target }) => picked.set(ids, target.checked)}
        />
        <h2>
          {title} <span className="muted num">({items.length})</span>
        </h2>
      </div>
      <ul className="approvals">
        {items.map((paper) => (
          <li key={paper.id} className={picked.has(paper.id) ? 'picked' : ''}>
            <Checkbox
              aria-label={`Chọn ${paper.title}, đơn số ${paper.registerLabel}`}
              checked={picked.has(paper.id)}
              onChange={({ target }) => picked.set([paper.id], target.checked)}
            />
            <div className="grow">
              <div className="strong">{paper.title}</div>
              <div className="muted small">
                <Link to={`/ho-so/${paper.caseFileId}?muc=van-ban`}>Đơn số {paper.registerLabel}</Link>,{' '}
                {paper.procedureTitle}
              </div>
              <div className="muted small">
                {paper.draftedByName} soạn, chờ từ {day(paper.since)}
              </div>
            </div>
            <Button onClick={() => onRead(paper)} aria-label={`Xem ${paper.title}, đơn số ${paper.registerLabel}`}>
              Xem
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The paper as it will be printed, and what may be done with it. */
function Reading({
  paper,
  onAct,
  onClose,
}: {
  paper: Paper | null;
  onAct: (act: Act, papers: readonly Paper[]) => void;
  onClose: () => void;
}) {
  const acts = (['sign', 'approve', 'submit', 'return'] as const).filter((act) => paper?.actions.includes(act));
  return (
    <Drawer
      open={paper !== null}
      title={paper?.title}
      size={Math.min(760, window.innerWidth)}
      onClose={onClose}
      footer={
        paper && (
          <div className="act-buttons">
            {acts.map((act) => (
              <Button
                key={act}
                size="large"
                type={act === 'return' ? 'default' : 'primary'}
                onClick={() => onAct(act, [paper])}
              >
                {WORDS[act]}
              </Button>
            ))}
          </div>
        )
      }
    >
      {paper && (
        <PdfView
          path={`/api/v1/documents/${paper.id}/content.pdf`}
          title={paper.title}
          height={Math.max(320, window.innerHeight - 260)}
        />
      )}
    </Drawer>
  );
}

function Confirm({
  order,
  onDone,
  onClose,
}: {
  order: Order;
  onDone: (results: Dto<'LineResults'>) => void;
  onClose: () => void;
}) {
  const { act, papers } = order;
  const [comment, setComment] = useState('');
  const client = useQueryClient();
  const acting = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/v1/approvals', {
          body: {
            act,
            items: papers.map(({ id, rev }) => ({ id, rev })),
            ...(act === 'return' ? { comment: comment.trim() } : {}),
          },
        }),
      ),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: ['documents'] });
      onDone(answer);
    },
  });
  const title = papers.length === 1 ? `${WORDS[act]} văn bản` : `${WORDS[act]} ${papers.length} văn bản`;
  return (
    <Modal
      className="sheet"
      open
      title={title}
      okText={title}
      okButtonProps={{ size: 'large', disabled: act === 'return' && comment.trim() === '' }}
      cancelButtonProps={{ size: 'large' }}
      confirmLoading={acting.isPending}
      onOk={() => acting.mutate()}
      onCancel={onClose}
    >
      <ul className="confirmed">
        {papers.map((paper) => (
          <li key={paper.id}>
            {paper.title} <span className="muted">đơn số {paper.registerLabel}</span>
          </li>
        ))}
      </ul>
      {act === 'sign' && <p className="muted">Nội dung văn bản được giữ nguyên từ khi ký; văn thư cho số sau đó.</p>}
      {act === 'return' && (
        <label>
          Ý kiến cho người soạn
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 3 }}
            maxLength={2000}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        </label>
      )}
      <ProblemAlert error={acting.error} />
    </Modal>
  );
}
