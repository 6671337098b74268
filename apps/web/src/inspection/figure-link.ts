/** What narrows figures, as it stands in addresses of pages and of the API alike. */
export const FILTERS = ['from', 'to', 'knownOn', 'knownAt', 'agency', 'reach', 'field', 'procedure', 'leader'] as const;
export type FigureFilters = Partial<Record<(typeof FILTERS)[number] | 'flow' | 'type', string>>;

/** The page with the list behind a figure; the instant goes along, so that the list stays what was counted. */
export function figurePage(measure: string, filters: FigureFilters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value && name !== 'knownOn') search.set(name, value);
  return `/con-so/${measure}?${search.toString()}`;
}
