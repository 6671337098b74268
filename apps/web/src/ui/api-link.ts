/** The page that shows the list behind a number: the API names the list, the page has the same filters. */
export function pageOfList(apiPath: string): string | null {
  const url = new URL(apiPath, 'http://list');
  const pages: Record<string, string> = {
    '/api/v1/boards/overdue': '/qua-han',
    '/api/v1/case-files': '/ho-so',
    '/api/v1/petitions': '/so-tiep-nhan',
    '/api/v1/my-work': '/viec-cua-toi',
  };
  const page = pages[url.pathname];
  if (!page) return null;
  url.searchParams.delete('limit');
  return `${page}${url.search}`;
}
