import { useEffect, useRef, useState } from 'react';
import { isSealedType } from '../ui/labels.js';
import { forgetDrafts, saveDraft } from './draft-store.js';
import { isBlank, type PetitionValues } from './petition-form.js';

const time = (at: number): string => new Date(at).toLocaleTimeString('vi-VN', { hour12: false });

/** Keeps the form in the browser a second after the last key, and says so; never a denunciation. */
export function useDraft(userId: number, values: PetitionValues | undefined, active: boolean): string {
  const [words, setWords] = useState('');
  const last = useRef('');
  useEffect(() => {
    if (!active || !values) return;
    if (isSealedType(values.type)) {
      forgetDrafts(userId);
      last.current = '';
      setWords('Không lưu nháp trên máy');
      return;
    }
    if (isBlank(values)) {
      setWords('');
      return;
    }
    const text = JSON.stringify(values);
    if (text === last.current) return;
    const timer = setTimeout(() => {
      const at = saveDraft(userId, values);
      last.current = text;
      setWords(
        at
          ? `Đã lưu ${time(at)} trên máy này, chưa đăng ký`
          : 'Trình duyệt không cho lưu nháp: đơn chưa được lưu ở đâu cả',
      );
    }, 800);
    return () => clearTimeout(timer);
  }, [userId, values, active]);
  return words;
}
