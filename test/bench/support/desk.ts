import { DEMO_PASSWORD } from '#libs/persistence';
import type { CaseFileId } from '#libs/shared';
import type { ApiProcess } from './api-process.js';
import type { BenchDatabase } from './bench-database.js';
import { post } from './http-lane.js';

/** A complaint that waits for its chairman's acceptance. */
export interface Waiting {
  readonly id: CaseFileId;
  readonly username: string;
}

export async function waitingFiles({ connections }: BenchDatabase): Promise<Waiting[]> {
  const { rows } = await connections.admin.query<Waiting>(
    `SELECT c.id, (SELECT min(u.username) FROM app.app_user u WHERE u.agency_id = c.agency_id AND 'chairman' = ANY (u.roles)) AS username
       FROM app.case_file c WHERE c.procedure = 'complaint' AND c.stage = 'received' AND c.visible_to IS NULL ORDER BY c.id`,
  );
  return rows;
}

export async function tokensFor(
  { url }: ApiProcess,
  usernames: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const tokens = new Map<string, string>();
  for (const username of new Set(usernames)) {
    const answer = await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: DEMO_PASSWORD }),
    });
    if (!answer.ok) throw new Error(`${username}: ${answer.status} ${await answer.text()}`);
    tokens.set(username, ((await answer.json()) as { accessToken: string }).accessToken);
  }
  return tokens;
}

export const ACCEPT = {
  type: 'ACCEPT',
  documentNumber: '15/TB-UBND',
  conditionsChecked: true,
  groupPapersComplete: true,
};

export const acceptRequest = ({ id, username }: Waiting, tokens: ReadonlyMap<string, string>): string =>
  post(`/api/v1/case-files/${id}/events`, {
    token: tokens.get(username) ?? '',
    body: ACCEPT,
    headers: { 'if-match': '"1"' },
  });
