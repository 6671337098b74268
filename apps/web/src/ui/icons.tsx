import type { ReactNode } from 'react';

/** The few pictures of the shell, drawn in one stroke width. */
const draw = (path: ReactNode) => (
  <svg
    width="18"
    height="18"
    viewBox="0 0 18 18"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {path}
  </svg>
);
export const Icons = {
  counter: draw(<path d="M4 2.500h7l3 3v10H4zM11 2.500v3h3M6.500 9h5M6.500 12h3" />),
  register: draw(<path d="M3 3.500h12v11H3zM3 7h12M7 7v7.500" />),
  work: draw(<path d="M3 5.500h12v9H3zM6.500 5.500v-2h5v2M3 9.500h12" />),
  overdue: draw(<path d="M9 5v4.500l3 1.500M9 2.200a6.800 6.800 0 1 1 0 13.600A6.800 6.800 0 0 1 9 2.200z" />),
  board: draw(
    <path d="M2.500 3h5.500v6H2.500zM10 3h5.500v3.500H10zM10 8.500h5.500v6.500H10zM2.500 11h5.500v4H2.500z" />,
  ),
  forecast: draw(<path d="M2.500 14.500 7 9l3 3 5.500-7M11.500 5h4v4" />),
  approve: draw(
    <path d="M3 15c2-4 3.500-9 5-9 2 0-1.500 6.500.500 6.500 1.500 0 2-3 3.500-3 1 0 .800 1.500 3 1.500M3 3h7" />,
  ),
  imports: draw(<path d="M9 2.500v8M5.500 7.500 9 11l3.500-3.500M3 12v3h12v-3" />),
  lookup: draw(<path d="M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3zM11.800 11.800 15.500 15.500" />),
  audit: draw(
    <path d="M9 2.200 14.500 4.500v4.200c0 3.400-2.300 5.800-5.500 7.100-3.200-1.300-5.500-3.700-5.500-7.100V4.500zM6.500 9l1.800 1.800L11.700 7.400" />,
  ),
  clock: draw(<path d="M3 4.500h12v10.500H3zM3 8h12M6.500 2.500v3M11.500 2.500v3M9 10v2.500h2" />),
  health: draw(<path d="M2 9.500h3l2-5 3.500 9 2-4H16" />),
  ladder: draw(<path d="M5.500 2v14M12.500 2v14M5.500 5h7M5.500 8.500h7M5.500 12h7" />),
  papers: draw(<path d="M4.500 2.500h6l3 3v10h-9zM10.500 2.500v3h3M2.500 5v10.500M6.500 9h5M6.500 12h5" />),
  template: draw(
    <path d="M4 2.500h7l3 3v10H4zM11 2.500v3h3M8 8.500c-1 0-.5 1.500-1.500 1.700 1 .2.500 1.800 1.500 1.800M10 8.500c1 0 .5 1.500 1.500 1.700-1 .2-.5 1.800-1.500 1.800" />,
  ),
  calendar: draw(
    <path d="M3 4.500h12v10.500H3zM3 8h12M6.500 2.500v3M11.500 2.500v3M6 11h1M9 11h1M12 11h.5M6 13h1M9 13h1" />,
  ),
  rates: draw(<path d="M3 15V3M3 15h12M6.500 12.500v-4M10 12.500V6M13.500 12.500V4" />),
  sample: draw(
    <path d="M3 3h4.500v4.500H3zM10.500 3H15v4.500h-4.500zM3 10.500h4.500V15H3zM10.500 13l1.500 1.500 3-3.500" />,
  ),
  readings: draw(
    <path d="M1.800 9c1.700-3 4.200-4.500 7.200-4.500S14.500 6 16.200 9c-1.700 3-4.200 4.500-7.200 4.500S3.500 12 1.800 9zM9 7a2 2 0 1 1 0 4 2 2 0 0 1 0-4z" />,
  ),
  bell: draw(
    <path d="M4.500 12.500c1-1 1.200-2.300 1.200-4.700a3.300 3.300 0 0 1 6.600 0c0 2.400.2 3.700 1.200 4.700zM7.500 15h3" />,
  ),
  help: draw(
    <path d="M9 2.200a6.800 6.800 0 1 1 0 13.600A6.800 6.800 0 0 1 9 2.200zM7 7.200a2 2 0 1 1 2.700 1.900c-.5.2-.7.500-.7 1.100M9 12.600v.1" />,
  ),
  contrast: draw(
    <path d="M9 2.200a6.800 6.800 0 1 1 0 13.600A6.800 6.800 0 0 1 9 2.200zM9 2.200v13.600M11.500 4v10M13.500 5.500v7" />,
  ),
  incoming: draw(<path d="M3 4.500h12v9H3zM3 5l6 5 6-5M6.500 16h5" />),
  standIn: draw(
    <path d="M6 3.200a2.200 2.200 0 1 1 0 4.400 2.200 2.200 0 0 1 0-4.400zM2.500 14.500c0-2.500 1.500-4.200 3.500-4.200M11 8.500h4.500M13.500 6.500l2 2-2 2M15.500 13h-5M12.500 11l-2 2 2 2" />,
  ),
  identity: draw(<path d="M4.500 8h9v7h-9zM6.500 8V5.500a2.500 2.500 0 0 1 5 0V8M9 10.500v2" />),
  release: draw(<path d="M4.500 8h9v7h-9zM6.500 8V5.500a2.500 2.500 0 0 1 4.800-1M7 11.500l1.500 1.500 2.500-3" />),
  menu: draw(<path d="M2.500 4.500h13M2.500 9h13M2.500 13.500h13" />),
  out: draw(<path d="M7 3H3v12h4M11 6l3 3-3 3M14 9H7" />),
} as const;
