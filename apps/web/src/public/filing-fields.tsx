import { useRef } from 'react';
import { fileSize } from '../ui/text.js';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fault: string | undefined;
  readonly hint?: string | undefined;
  readonly area?: boolean;
  readonly required?: boolean;
  readonly type?: 'text' | 'tel' | 'email';
}

/** A label above, a hint under it, the fault below: one thing to read at a time. */
export function Field({ id, label, value, onChange, fault, hint, area, required = false, type = 'text' }: FieldProps) {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const common = {
    ...{ id, value, required, maxLength: area ? 20_000 : 300 },
    'aria-invalid': Boolean(fault),
    ...(described ? { 'aria-describedby': described } : {}),
  };
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {area ? (
        <textarea {...common} minLength={10} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...common} type={type} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      )}
      {fault && (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </>
  );
}

interface PickProps {
  readonly name: string;
  readonly legend: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly { readonly value: string; readonly title: string; readonly text?: string }[];
}

/** A few ways to go, each with what it is for. */
export function PickOne({ name, legend, value, onChange, choices }: PickProps) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="pick">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <strong>{choice.title}</strong>
            {choice.text}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface FilesProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly files: readonly File[];
  readonly onChange: (files: File[]) => void;
  readonly most: number;
  readonly mostBytes: number;
}

/** Chosen files by name and size; what is too large or too many says so before anything is sent. */
export function FilePick({ id, label, hint, files, onChange, most, mostBytes }: FilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const tooMany = files.length > most;
  return (
    <fieldset>
      <legend>{label}</legend>
      <p className="hint">
        {hint} Mỗi tệp không quá {fileSize(mostBytes)}.
      </p>
      {files.length > 0 && (
        <ul className="files">
          {files.map((file, i) => (
            <li key={`${file.name}-${i}`}>
              <span>
                {file.name} ({fileSize(file.size)})
                {file.size > mostBytes && <span className="fault"> Tệp quá lớn, không gửi được.</span>}
              </span>
              <button
                type="button"
                onClick={() => onChange(files.filter((_, j) => j !== i))}
                aria-label={`Bỏ tệp ${file.name}`}
              >
                Bỏ
              </button>
            </li>
          ))}
        </ul>
      )}
      {tooMany && <p className="fault">Chỉ gửi được nhiều nhất {most} tệp.</p>}
      <input
        ref={input}
        id={id}
        type="file"
        multiple={most > 1}
        style={{ display: 'none' }}
        aria-label={label}
        onChange={(event) => {
          onChange([...files, ...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <button type="button" className="big plain" style={{ marginTop: 8 }} onClick={() => input.current?.click()}>
        {files.length === 0 ? 'Chọn tệp hoặc chụp ảnh' : most > 1 ? 'Chọn thêm tệp' : 'Chọn tệp khác'}
      </button>
    </fieldset>
  );
}
