import { useEffect, useRef } from 'react';
import { readCard, type CardReading } from './card-text.js';
import { KeyBurst } from './key-burst.js';

/** After the last key of a scanner that sends no Enter; where the card is not whole yet, a busy machine may still hold its other keys. */
const SILENCE_MS = { whole: 150, broken: 1_000 };

type Field = HTMLInputElement | HTMLTextAreaElement;
const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && ['text', 'tel', 'search', 'number'].includes(target.type));

/** Puts a text back into a field as if it had been typed, so that the form hears of it. */
function putBack(field: Field, value: string): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * A card scanner types into whatever has the focus. Its keys are recognised while they come, taken out of the field again,
 * and read; those of a person and of an input method pass untouched.
 */
export function useCardScanner(active: boolean, onRead: (reading: CardReading, at: Element | null) => void): void {
  const tell = useRef(onRead);
  tell.current = onRead;
  useEffect(() => {
    if (!active) return;
    const burst = new KeyBurst();
    let before: { readonly field: Field; readonly value: string } | null = null;
    let keyAt = 0;
    let silence: ReturnType<typeof setTimeout> | undefined;

    const finish = () => {
      clearTimeout(silence);
      const text = burst.text;
      const place = document.activeElement;
      if (before && before.field.value !== before.value) putBack(before.field, before.value);
      burst.forget();
      before = null;
      tell.current(readCard(text), place);
    };
    const take = (text: string, at: number, field: Field | null) => {
      if (burst.add(text, at)) before = field && { field, value: field.value };
      if (!burst.isScan) return false;
      clearTimeout(silence);
      silence = setTimeout(finish, SILENCE_MS['card' in readCard(burst.text) ? 'whole' : 'broken']);
      return true;
    };
    const onKey = (event: KeyboardEvent) => {
      keyAt = event.timeStamp;
      if (event.isComposing || event.keyCode === 229 || event.repeat || event.key === 'Backspace')
        return burst.forget();
      if (event.key === 'Enter' || event.key === 'Tab') {
        if (!burst.isScan) return burst.forget();
        event.preventDefault();
        event.stopImmediatePropagation();
        return finish();
      }
      if (event.altKey || event.key.length !== 1) return burst.stillAt(event.timeStamp);
      // Where nothing takes text (a button, the page) only the key itself says what was typed.
      if (!isField(event.target) && !event.ctrlKey && take(event.key, event.timeStamp, null)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    };
    const onText = (event: InputEvent) => {
      if (event.isComposing || event.inputType !== 'insertText' || !event.data) return burst.forget();
      if (isField(event.target) && take(event.data, Math.min(event.timeStamp, keyAt || event.timeStamp), event.target))
        event.preventDefault();
    };
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('beforeinput', onText, true);
    return () => {
      clearTimeout(silence);
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('beforeinput', onText, true);
    };
  }, [active]);
}
