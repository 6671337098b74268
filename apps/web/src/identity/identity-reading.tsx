import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ProblemAlert } from '../ui/feedback.js';
import { IdentityView } from './identity-view.js';
import { PURPOSES, type Purpose } from './purposes.js';

type Source = { readonly caseFileId: string } | { readonly releaseId: string };
interface Props {
  readonly source: Source;
  readonly onRead?: () => void;
}

type What = 'people' | 'text';
const BUTTONS: Readonly<Record<What, string>> = {
  people: 'Đọc thông tin người tố cáo',
  text: 'Đọc nội dung đơn',
};
const TITLES: Readonly<Record<What, string>> = {
  people: 'Đọc thông tin người tố cáo (bảo mật)',
  text: 'Đọc nội dung đơn được niêm phong (bảo mật)',
};

/**
 * Reads who the denouncer is, or what the petition says: a warning and a purpose first, then the answer, in the memory of this page alone. Neither the query
 * cache nor the browser keeps them; they are wiped when their time is over, when the person looks away, and with the page.
 */
export function IdentityReading({ source, onRead }: Props) {
  const [asking, setAsking] = useState<What | null>(null);
  const [answer, setAnswer] = useState<Dto<'IdentityList'> | null>(null);
  const [wiped, setWiped] = useState<string | null>(null);
  if (answer)
    return (
      <IdentityView
        answer={answer}
        onWipe={(why) => {
          setAnswer(null);
          setWiped(why);
        }}
      />
    );
  return (
    <>
      {wiped && (
        <p className="small" role="status">
          {wiped}
        </p>
      )}
      <div className="row">
        {(['people', 'text'] as const).map((what) => (
          <Button key={what} onClick={() => setAsking(what)}>
            {BUTTONS[what]}
          </Button>
        ))}
      </div>
      {asking && (
        <Question
          source={source}
          what={asking}
          onClose={() => setAsking(null)}
          onRead={(found) => {
            setAsking(null);
            setWiped(null);
            setAnswer(found);
            onRead?.();
          }}
        />
      )}
    </>
  );
}

interface QuestionProps {
  readonly source: Source;
  readonly onClose: () => void;
  readonly what: What;
  readonly onRead: (answer: Dto<'IdentityList'>) => void;
}

function Question({ source, what, onClose, onRead }: QuestionProps) {
  const standing = 'caseFileId' in source;
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      onRead(await read(source, what, purpose));
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={TITLES[what]}
      onCancel={onClose}
      okText="Đọc và ghi nhật ký"
      cancelText="Thôi"
      okButtonProps={{ disabled: standing && purpose === null, loading: busy }}
      onOk={() => void send()}
    >
      <p>
        Lần đọc này được ghi vào nhật ký hồ sơ: tên bạn, thời điểm, mục đích; thanh tra và người quản lý thông tin xem
        được. Tiết lộ thông tin người tố cáo là hành vi bị nghiêm cấm (LTC Đ.8 k3).
      </p>
      {standing && (
        <Radio.Group
          aria-label="Mục đích đọc"
          value={purpose}
          onChange={(event) => setPurpose(event.target.value as Purpose)}
          options={PURPOSES.map(({ value, label }) => ({ value, label }))}
          style={{ display: 'flex', flexDirection: 'column', gap: 6 }}
        />
      )}
      <ProblemAlert error={error} />
    </Modal>
  );
}

/** Straight from the wire to the screen: no cache in between. */
function read(source: Source, what: What, purpose: Purpose | null): Promise<Dto<'IdentityList'>> {
  if ('releaseId' in source)
    return ok(
      api.POST('/api/v1/identity-releases/{id}/readings', {
        params: { path: { id: source.releaseId }, query: { what } },
      }),
    );
  if (purpose === null) throw new Error('A reading by standing right has a purpose');
  return ok(
    api.POST('/api/v1/case-files/{id}/identity-readings', {
      params: { path: { id: source.caseFileId }, query: { what } },
      body: { purpose },
    }),
  );
}
