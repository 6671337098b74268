import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useHasRole } from '../sign-in/session.js';
import { ProblemAlert } from '../ui/feedback.js';

type Message = Dto<'AxisMessage'>;
type Reason = Dto<'RefuseMessage'>['reason'];

const REASONS: Readonly<Record<Reason, string>> = {
  notCompetent: 'Không thuộc thẩm quyền của cơ quan nhận',
  wrongAddress: 'Gửi nhầm nơi nhận',
  duplicate: 'Đã nhận đơn này trước đó',
  unreadable: 'Tệp kèm theo không đọc được',
  incomplete: 'Thiếu đơn hoặc tài liệu kèm theo',
};

/** What may be done about one message now; `opened`: on its own screen. */
export function MessageActs({ one, opened = false }: { one: Message; opened?: boolean }) {
  const clerk = useHasRole('receptionist', 'caseOfficer', 'unitHead');
  const administrator = useHasRole('administrator');
  if (one.unfinished && clerk) return <Finish one={one} />;
  if (one.direction === 'out' && one.state === 'error' && (clerk || administrator)) return <Again one={one} />;
  if (one.caseFileId && one.registerLabel)
    return <Link to={`/ho-so/${one.caseFileId}`}>Đơn số {one.registerLabel}</Link>;
  if (one.direction === 'in' && one.state === 'arrived' && clerk) return <Arrived {...{ one, opened }} />;
  return null;
}

function useAct<T>(act: (input: T) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ['axis'] }),
  });
}

function Arrived({ one, opened }: { one: Message; opened: boolean }) {
  const [refusing, setRefusing] = useState(false);
  const path = { params: { path: { id: one.id } } };
  const enter = useAct(() => ok(api.POST('/api/v1/axis/messages/{id}/entry', { ...path, body: {} })));
  return (
    <div className="stack">
      <div className="row axis-acts">
        {one.structured === false ? (
          !opened && <Link to={`/truc-lien-thong/${one.id}`}>Mở gói để vào sổ</Link>
        ) : (
          <Button
            type="primary"
            loading={enter.isPending}
            onClick={() => enter.mutate(undefined)}
            aria-label={`Vào sổ đơn từ ${one.partnerName}`}
          >
            Vào sổ
          </Button>
        )}
        <Button
          onClick={() => setRefusing(!refusing)}
          aria-expanded={refusing}
          aria-label={`Từ chối gói từ ${one.partnerName}`}
        >
          Từ chối…
        </Button>
      </div>
      <ProblemAlert error={enter.error} />
      {refusing && <Refuse one={one} onDone={() => setRefusing(false)} />}
    </div>
  );
}

function Refuse({ one, onDone }: { one: Message; onDone: () => void }) {
  const [reason, setReason] = useState<Reason | null>(null);
  const refuse = useAct((why: Reason) =>
    ok(api.POST('/api/v1/axis/messages/{id}/refusal', { params: { path: { id: one.id } }, body: { reason: why } })),
  );
  return (
    <fieldset className="axis-refuse">
      <legend>Lý do báo lại nơi gửi</legend>
      <Radio.Group
        vertical
        value={reason}
        onChange={({ target }) => setReason(target.value as Reason)}
        options={Object.entries(REASONS).map(([value, label]) => ({ value, label }))}
      />
      <ProblemAlert error={refuse.error} />
      <div className="row" style={{ marginTop: 8 }}>
        <Button
          danger
          type="primary"
          disabled={reason === null}
          loading={refuse.isPending}
          onClick={() => reason && refuse.mutate(reason)}
        >
          Từ chối tiếp nhận
        </Button>
        <Button onClick={onDone}>Thôi</Button>
      </div>
    </fieldset>
  );
}

/** The work stopped between the number and the files: it goes on where it stopped. */
function Finish({ one }: { one: Message }) {
  const path = { params: { path: { id: one.id } } };
  const enter = useAct(() => ok(api.POST('/api/v1/axis/messages/{id}/entry', { ...path, body: {} })));
  return (
    <>
      <Button
        type="primary"
        loading={enter.isPending}
        onClick={() => enter.mutate(undefined)}
        aria-label={`Gắn nốt tệp vào đơn số ${one.registerLabel ?? ''}`}
      >
        Gắn nốt tệp vào đơn
      </Button>
      <ProblemAlert error={enter.error} />
    </>
  );
}

function Again({ one }: { one: Message }) {
  const again = useAct(() => ok(api.POST('/api/v1/axis/messages/{id}/retry', { params: { path: { id: one.id } } })));
  return (
    <>
      <Button
        loading={again.isPending}
        onClick={() => again.mutate(undefined)}
        aria-label={`Gửi lại gói đến ${one.partnerName}`}
      >
        Gửi lại ngay
      </Button>
      <ProblemAlert error={again.error} />
    </>
  );
}
