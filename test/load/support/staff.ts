import { DEMO_PASSWORD } from '#libs/persistence';
import type { Role } from '#libs/shared';
import { Line } from './line.js';

export interface Colleague {
  readonly line: Line;
  readonly token: string;
  readonly agency: string;
  readonly kind: 'counter' | 'officer' | 'head';
}

const AGENCIES = ['XA-TANTHANH', 'XA-HOALOC', 'XA-BINHMINH', 'XA-SONLAM', 'PHUONG-TRUNGTAM', 'PHUONG-NAMCAU'];
const ROLES: Readonly<Record<Colleague['kind'], readonly Role[]>> = {
  counter: ['receptionist'],
  officer: ['caseOfficer'],
  head: ['unitHead'],
};
const OWN_PASSWORD = 'con cò bay lả bay la';
const AT_ONCE = 6;

/** Of ten, three sit at the counter, five work on files and two lead. */
const kindOf = (place: number): Colleague['kind'] => (place % 10 < 3 ? 'counter' : place % 10 < 8 ? 'officer' : 'head');

/** So many colleagues with accounts made by the administrator, signed in with passwords of their own. */
export async function hire(port: number, staff: number): Promise<Colleague[]> {
  const office = Line.of(port, 1, 249);
  const admin = await signIn(office, 'quantri', DEMO_PASSWORD);
  const hired: Colleague[] = [];
  for (let from = 0; from < staff; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, staff - from) }, (_, i) => from + i);
    hired.push(...(await Promise.all(some.map((place) => hireOne({ office, admin, port }, place)))));
  }
  office.close();
  return hired;
}

async function hireOne(
  { office, admin, port }: { office: Line; admin: string; port: number },
  place: number,
): Promise<Colleague> {
  const kind = kindOf(place);
  const agency = AGENCIES[place % AGENCIES.length] ?? 'XA-TANTHANH';
  const username = `tai.${place + 1}`;
  const account = { username, fullName: `Cán bộ Tải ${place + 1}`, agency, roles: ROLES[kind] };
  const made = await office.ask({ method: 'POST', path: '/api/v1/administration/users', token: admin, body: account });
  if (made.status !== 201) throw new Error(`${username}: ${made.status} ${made.body}`);
  const { password } = JSON.parse(made.body) as { password: string };
  const line = Line.of(port, 1, place);
  const token = await signIn(line, username, password);
  const changed = await line.ask({
    ...{ method: 'POST', path: '/api/v1/auth/password', token },
    body: { current: password, next: OWN_PASSWORD },
  });
  if (changed.status !== 204) throw new Error(`${username}: ${changed.status} ${changed.body}`);
  return { line, token, agency, kind };
}

async function signIn(line: Line, username: string, password: string): Promise<string> {
  const answer = await line.ask({ method: 'POST', path: '/api/v1/auth/login', body: { username, password } });
  if (answer.status !== 200) throw new Error(`${username} could not sign in: ${answer.status} ${answer.body}`);
  return (JSON.parse(answer.body) as { accessToken: string }).accessToken;
}
