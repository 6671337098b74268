type Listener = () => void;
let listener: Listener | null = null;

/** The tour belongs to the shell; the help drawer only asks for it. */
export const startTour = (): void => listener?.();
export function onTour(start: Listener): () => void {
  listener = start;
  return () => (listener = null);
}
