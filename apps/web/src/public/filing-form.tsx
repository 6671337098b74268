import { useEffect, useRef, useState, type FormEvent } from 'react';
import { toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { Field, FilePick, PickOne } from './filing-fields.js';
import { EMPTY, type FilingValues, useFiling } from './use-filing.js';

type Options = Dto<'OnlineOptions'>;

const MESSAGES = [
  { value: 'sms', title: 'Tin nhắn SMS' },
  { value: 'zalo', title: 'Zalo' },
  { value: 'email', title: 'Thư điện tử' },
] as const;
const SIGNATURES = [
  { value: 'scan', title: 'Đơn giấy đã ký', text: 'Chụp ảnh hoặc quét lá đơn đã ký tên, điểm chỉ. Giữ bản giấy.' },
  { value: 'digital', title: 'PDF đã ký số', text: 'Tệp PDF có chữ ký số nằm trong tệp.' },
] as const;

/** One page, one question under another; nothing typed here is kept in the browser. */
export function FilingForm({ options, onFiled }: { options: Options; onFiled: (filed: Dto<'FiledOnline'>) => void }) {
  const [values, setValues] = useState<FilingValues>(EMPTY);
  const [signed, setSigned] = useState<File | null>(null);
  const [files, setFiles] = useState<File[]>([]);
  const send = useFiling(onFiled);
  const alert = useRef<HTMLDivElement>(null);
  const problem = send.error ? toProblem(send.error) : null;
  useEffect(() => {
    if (problem) alert.current?.focus();
  }, [problem]);
  const set = (part: Partial<FilingValues>) => setValues((now) => ({ ...now, ...part }));
  const fault = (name: string) => problem?.faults.find(({ pointer }) => pointer.split('/').at(-1) === name)?.message;
  const text = (name: 'content' | 'respondent' | 'challengedDecision' | 'fullName' | 'address' | 'phone') => ({
    ...{ id: name, value: values[name], fault: fault(name) },
    onChange: (value: string) => set({ [name]: value }),
  });
  const { kind } = values;
  const named = kind !== 'information';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ values, signed, files });
  };
  return (
    <form onSubmit={submit} noValidate={false}>
      <PickOne
        name="kind"
        legend="Ông/bà muốn gửi gì?"
        value={kind}
        onChange={(value) => set({ kind: value as FilingValues['kind'] })}
        choices={options.kinds.map(({ code, title, when, citation }) => ({
          ...{ value: code, title },
          text: citation ? `${when} (${citation})` : when,
        }))}
      />
      <details open={kind === 'information'}>
        <summary>Vì sao không có mục “Tố cáo”?</summary>
        <p className="why">
          {options.denunciation} <span className="law">({options.denunciationCitation})</span>
        </p>
      </details>
      <label htmlFor="agency">Gửi đến cơ quan</label>
      {kind === 'information' && (
        <p className="hint">Nội dung được giữ kín: chuyển thẳng lên cơ quan cấp trên của nơi ông/bà chọn.</p>
      )}
      <select
        id="agency"
        required
        value={values.agency}
        onChange={(event) => set({ agency: event.target.value })}
        aria-invalid={Boolean(fault('agency'))}
      >
        <option value="">Chọn cơ quan</option>
        {options.agencies.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      {kind === 'complaint' && (
        <Field {...text('challengedDecision')} label="Quyết định, việc làm bị khiếu nại" hint="Ghi số, ngày nếu có." />
      )}
      {kind !== 'feedback' && (
        <Field {...text('respondent')} label={kind === 'complaint' ? 'Ai đã quyết định, đã làm?' : 'Nói về ai?'} />
      )}
      <Field {...text('content')} label="Nội dung" area required hint={CONTENT_HINT[kind]} />
      {kind === 'complaint' && (
        <>
          <PickOne
            name="signature"
            legend="Chữ ký"
            value={values.signature}
            onChange={(value) => set({ signature: value as FilingValues['signature'] })}
            choices={SIGNATURES}
          />
          <FilePick
            id="signed"
            label="Bản đơn đã ký"
            hint={values.signature === 'digital' ? 'Một tệp PDF.' : 'PDF hoặc ảnh.'}
            files={signed ? [signed] : []}
            onChange={(picked) => setSigned(picked.at(-1) ?? null)}
            most={1}
            mostBytes={options.mostBytes}
          />
        </>
      )}
      <FilePick
        id="files"
        label="Tài liệu, hình ảnh kèm theo (không bắt buộc)"
        hint={`Nhiều nhất ${options.mostFiles - (kind === 'complaint' ? 1 : 0)} tệp: PDF, ảnh, Word, Excel, âm thanh, video.`}
        files={files}
        onChange={setFiles}
        most={options.mostFiles - (kind === 'complaint' ? 1 : 0)}
        mostBytes={options.mostBytes}
      />
      <h2 style={{ marginTop: 28 }}>Người gửi</h2>
      {!named && <p className="hint">Không bắt buộc. Có tên và cách liên hệ thì cơ quan hỏi thêm được.</p>}
      <Field {...text('fullName')} label="Họ và tên" required={named} />
      <Field {...text('address')} label="Địa chỉ" required={named} />
      <Field {...text('phone')} label="Điện thoại (không bắt buộc)" type="tel" />
      {named && <Consent values={values} set={set} fault={fault('messageTo')} />}
      <div className="trap" aria-hidden="true">
        <label htmlFor="website">Để trống ô này</label>
        <input
          id="website"
          type="text"
          tabIndex={-1}
          autoComplete="off"
          value={values.website}
          onChange={(event) => set({ website: event.target.value })}
        />
      </div>
      <div ref={alert} tabIndex={-1}>
        {problem && (
          <div className="answer none" role="alert">
            <h2>{problem.title}</h2>
            {problem.detail && <p>{problem.detail}</p>}
            {problem.faults.map(({ pointer, message }) => (
              <p key={pointer}>{message}</p>
            ))}
          </div>
        )}
      </div>
      <button type="submit" className="big" disabled={send.isPending}>
        {send.isPending ? 'Đang gửi…' : 'Gửi'}
      </button>
      <p className="hint">
        Gửi xong sẽ có số tiếp nhận và mã tra cứu ngay. Trang này không lưu điều ông/bà viết vào máy.
      </p>
    </form>
  );
}

const CONTENT_HINT: Readonly<Record<FilingValues['kind'], string>> = {
  feedback: 'Việc gì, ở đâu, từ bao giờ, ông/bà đề nghị làm gì.',
  complaint: 'Quyết định, việc làm ấy sai ở đâu, ông/bà đề nghị giải quyết thế nào.',
  information: 'Ai, việc gì, ở đâu, lúc nào, có giấy tờ, hình ảnh gì.',
};

function Consent(props: {
  values: FilingValues;
  set: (part: Partial<FilingValues>) => void;
  fault: string | undefined;
}) {
  const { values, set } = props;
  return (
    <>
      <label className="pick" style={{ marginTop: 20 }}>
        <input
          type="checkbox"
          checked={values.consents}
          onChange={(event) => set({ consents: event.target.checked })}
        />
        <span>
          Tôi đồng ý nhận tin nhắn khi đơn có tin mới. Tin nhắn không ghi nội dung đơn; muốn thôi nhận thì báo nơi nhận
          đơn.
        </span>
      </label>
      {values.consents && (
        <>
          <label htmlFor="messageBy">Nhận tin qua</label>
          <select
            id="messageBy"
            value={values.messageBy}
            onChange={(event) => set({ messageBy: event.target.value as FilingValues['messageBy'] })}
          >
            {MESSAGES.map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
          <Field
            id="messageTo"
            label={values.messageBy === 'email' ? 'Địa chỉ thư điện tử' : 'Số điện thoại'}
            type={values.messageBy === 'email' ? 'email' : 'tel'}
            value={values.messageTo}
            onChange={(messageTo) => set({ messageTo })}
            fault={props.fault}
            required
          />
        </>
      )}
    </>
  );
}
