/** Does the work when the answer to a click or a key has been painted: a person sees at once that they were heard. */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
