import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { sectionsFor } from '../layout/navigation.js';
import { useSession } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { ProblemAlert } from '../ui/feedback.js';
import { label, MASKED, PETITION_TYPE } from '../ui/labels.js';
import { fold, shortAgency } from '../ui/text.js';

interface Choice {
  readonly key: string;
  readonly to: string;
  readonly head: string;
  readonly body: string;
  readonly side: string;
}

const FOUND_BY: Record<string, string> = {
  personalNumber: 'khớp số định danh',
  lookupCode: 'khớp mã tra cứu',
  number: 'khớp số tiếp nhận',
  text: '',
};

/** What is typed and what it leads to. */
export function Finder({ onDone }: { onDone: () => void }) {
  const navigate = useNavigate();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const composing = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => !composing.current && setAsked(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => setAt(0), [asked]);
  const answer = useQuery({
    queryKey: ['search', asked],
    queryFn: () => ok(api.POST('/api/v1/search', { body: { q: asked } })),
    enabled: asked.length >= 2 || /^\d+$/.test(asked),
    // May be a personal number: forgotten as soon as the box closes.
    gcTime: 0,
  });
  const pages = usePages(asked);
  const files = asked ? (answer.data?.items ?? []).map(choiceOf) : [];
  const choices = [...pages, ...files];
  const follow = (choice: Choice | undefined) => {
    if (!choice) return;
    onDone();
    void navigate(choice.to);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setAt((now) => (choices.length === 0 ? 0 : (now + step + choices.length) % choices.length));
    }
    if (event.key === 'Enter') follow(choices[at]);
  };
  return (
    <>
      <input
        autoFocus
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label="Tìm theo số tiếp nhận, họ tên, nội dung, số định danh, mã tra cứu hoặc tên màn hình"
        aria-expanded={choices.length > 0}
        aria-controls={list}
        aria-activedescendant={choices[at] ? `${list}-${at}` : undefined}
        placeholder="Số tiếp nhận, họ tên, nội dung, số định danh, mã tra cứu…"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onCompositionStart={() => (composing.current = true)}
        onCompositionEnd={(event) => {
          composing.current = false;
          setTyped(event.currentTarget.value);
        }}
        onKeyDown={onKey}
      />
      <ProblemAlert error={answer.error} />
      <ul id={list} role="listbox" aria-label="Kết quả">
        {choices.map((choice, index) => (
          <li
            key={choice.key}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseMove={() => setAt(index)}
            onClick={() => follow(choice)}
          >
            <span className="strong num nowrap">{choice.head}</span>
            <span className="clamp grow">{choice.body}</span>
            <span className="muted small nowrap">{choice.side}</span>
          </li>
        ))}
      </ul>
      <p className="muted small" role="status">
        {hint(asked, answer.isFetching, choices.length)}
      </p>
    </>
  );
}

function hint(asked: string, busy: boolean, found: number): string {
  if (!asked)
    return 'Gõ không cần dấu. ↑ ↓ để chọn, Enter để mở, Esc để đóng. Đơn tố cáo chỉ tìm được theo số tiếp nhận.';
  if (busy) return 'Đang tìm…';
  return found ? `${found} kết quả` : 'Không tìm thấy gì khớp trong phạm vi của bạn.';
}

function usePages(asked: string): Choice[] {
  const { user, info } = useSession();
  const wanted = fold(asked);
  if (!wanted || !user) return [];
  return sectionsFor(user.roles, info.movableClock)
    .flatMap(({ group, items }) => items.map((item) => ({ ...item, group })))
    .filter((item) => fold(item.label).includes(wanted))
    .map((item) => ({ key: item.to, to: item.to, head: item.label, body: '', side: `Màn hình · ${item.group}` }));
}

function choiceOf({ petition, matchedBy }: Dto<'SearchHit'>): Choice {
  const who = petition.sealed ? MASKED : [petition.petitionerName, petition.excerpt].filter(Boolean).join(' · ');
  const side = [FOUND_BY[matchedBy], label(PETITION_TYPE, petition.type), day(petition.receivedOn)];
  return {
    key: petition.id,
    to: petition.caseFileId ? `/ho-so/${petition.caseFileId}` : `/so-tiep-nhan?q=${petition.registerLabel}`,
    head: petition.registerLabel,
    body: `${who} — ${shortAgency(petition.agencyName)}`,
    side: side.filter(Boolean).join(' · '),
  };
}
