import { useEffect, useRef, useState } from 'react';
import { mayHoldDenunciation } from '../offline/may-hold-denunciation.js';
import { isSealedType } from '../ui/labels.js';
import { forgetDrafts, saveDraft } from './draft-store.js';
import { isBlank, type PetitionValues } from './petition-form.js';

const time = (at: number): string => new Date(at).toLocaleTimeString('vi-VN', { hour12: false });
/** The longest a key stays unsaved while typing goes on. */
const EVERY_MS = 1_000;

/**
 * Keeps the form in the browser, at most a second after any key, and says so; never a denunciation. It reads what the form
 * holds and writes nothing back, so that composing a letter is not disturbed.
 */
export function useDraft(userId: number, values: PetitionValues | undefined, active: boolean): string {
  const [words, setWords] = useState('');
  const latest = useRef<{ userId: number; values: PetitionValues } | null>(null);
  const last = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    latest.current = null;
    if (!active || !values) return;
    if (mayHoldDenunciation(values)) {
      forgetDrafts(userId);
      last.current = '';
      setWords(
        isSealedType(values.type)
          ? 'Không lưu nháp trên máy'
          : 'Không lưu nháp trên máy: đơn có thể có nội dung tố cáo',
      );
      return;
    }
    if (isBlank(values)) {
      setWords('');
      return;
    }
    latest.current = { userId, values };
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const kept = latest.current;
      const text = JSON.stringify(kept?.values);
      if (!kept || text === last.current) return;
      last.current = text;
      void saveDraft(kept.userId, kept.values).then((at) => {
        // Meanwhile it may have become a denunciation, or been registered.
        if (!latest.current) return;
        setWords(
          at
            ? `Đã lưu trên máy này ${time(at)}, CHƯA đăng ký`
            : 'Trình duyệt không cho lưu nháp: đơn chưa được lưu ở đâu cả',
        );
      });
    }, EVERY_MS);
  }, [userId, values, active]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return words;
}
