type Listed = { readonly items?: unknown; readonly pages?: unknown } | undefined;

const isEmpty = (list: Listed): boolean =>
  (Array.isArray(list?.items) && list.items.length === 0) ||
  (Array.isArray(list?.pages) && (list.pages as Listed[]).every(isEmpty));

/**
 * `placeholderData` of lists: what is shown stays while the next answer is on its way. An empty list does not stay: that there is
 * nothing is said of what was asked, never of what is still being looked for.
 */
export const keepShown = <T>(previous: T | undefined): T | undefined =>
  isEmpty(previous as Listed) ? undefined : previous;
