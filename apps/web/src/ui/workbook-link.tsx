/** A list as a workbook: made by the API from the same filters as the screen. */
export function WorkbookLink({
  path,
  filters = {},
}: {
  readonly path: string;
  readonly filters?: Readonly<Record<string, unknown>>;
}) {
  const asked = new URLSearchParams(
    Object.entries(filters).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  ).toString();
  return (
    <a className="link-button" href={`/api/v1/${path}${asked === '' ? '' : `?${asked}`}`} download>
      Tải Excel
    </a>
  );
}
