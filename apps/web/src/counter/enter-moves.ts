import type { KeyboardEvent } from 'react';

const STOPS =
  'input:not([type=hidden]):not([type=file]):not(:disabled), textarea:not(:disabled), [data-enter-stop]:not(:disabled)';

const isVisible = (element: HTMLElement): boolean => element.offsetParent !== null;

/** A radio group is one stop: the chosen radio, or the first. */
function stopsOf(form: HTMLElement): HTMLElement[] {
  const seen = new Set<string>();
  return [...form.querySelectorAll<HTMLElement>(STOPS)].filter((element) => {
    if (!isVisible(element) || element.ariaHidden === 'true') return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const group = [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
      (radio) => radio.name === element.name,
    );
    if (seen.has(element.name) || !(group.find((radio) => radio.checked) ?? group[0])?.isSameNode(element))
      return false;
    seen.add(element.name);
    return true;
  });
}

export function moveFrom(element: HTMLElement, form: HTMLElement, step: 1 | -1): void {
  const stops = stopsOf(form);
  const here = stops.findIndex(
    (stop) =>
      stop === element ||
      (element instanceof HTMLInputElement &&
        element.type === 'radio' &&
        stop instanceof HTMLInputElement &&
        stop.name === element.name),
  );
  const next = stops[here + step];
  next?.focus();
  if (next instanceof HTMLInputElement && ['text', 'tel', 'number'].includes(next.type) && next.role !== 'combobox')
    next.select();
}

/**
 * Enter goes to the next field, Shift+Enter back (a new line inside a text area). Nothing happens while an input method
 * composes, and an open list takes its Enter first.
 */
export function enterMoves(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey)
    return;
  const target = event.target as HTMLElement;
  const form = event.currentTarget;
  if (target.closest('button, a, [data-own-enter]')) return;
  if (target instanceof HTMLTextAreaElement && event.shiftKey) return;
  if (target.getAttribute('role') === 'combobox' && target.getAttribute('aria-expanded') === 'true') {
    setTimeout(() => moveFrom(target, form, 1), 30);
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  moveFrom(target, form, event.shiftKey ? -1 : 1);
}
