import { call, type Answer } from '../../e2e/support/call.js';
import { Office } from '../../e2e/support/cases.js';
import type { RunningSystem } from '../../e2e/support/system.js';

export interface Refused {
  code: string;
  detail?: string;
  unmet?: { code: string; title: string; citation: string }[];
  errors: { pointer: string; code: string; message: string }[];
}
export interface Session {
  id: string;
  kind: string;
  stage: string;
  heldOn: string;
  rev: number;
  mode: string;
  postingFlaw: boolean;
  postponedFrom: string | null;
  deadlines: { ruleId: string; dueOn: string; state: string; citation: string }[];
  papers: { form: string; title: string }[];
  tasks: { id: string; dueOn: string; doneOn: string | null }[];
  opinions: { id: string; answeredOn: string | null; answerDueOn: string | null }[];
  attendance: { party: string; people: number; present: boolean }[];
}
export interface Visit {
  id: string;
  rev: number;
  outcome: string | null;
  summary: string | null;
  petitionId: string | null;
  noticedOn: string | null;
  people: { fullName: string | null; personalId: string | null }[];
  deadlines: { ruleId: string; dueOn: string; state: string; citation: string }[];
  papers: { form: string }[];
}
export interface Quota {
  agency: { code: string };
  month: string;
  owed: number;
  unit: string;
  citation: string;
  held: number;
  heldByOther: number;
  planned: number;
  missing: number;
  breached: boolean;
  leader: { fullName: string } | null;
  spans: { from: string; to: string; held: number; missing: number }[];
}

/** The reception room of the demo: the commune's desk, the leader and the province, over HTTP. */
export class ReceptionRoom extends Office {
  leaderId = 0;

  static async open(system: RunningSystem): Promise<ReceptionRoom> {
    const room = new ReceptionRoom(system);
    room.leaderId = await room.userId('lanhdao');
    return room;
  }

  async send<Body = Refused>(
    username: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return call<Body>(this.system.url, 'POST', path, { token: await this.token(username), body, headers });
  }

  async post<Body>(username: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Body> {
    const answer = await this.send<Body>(username, path, body, headers);
    if (answer.status >= 300) throw new Error(`POST ${path} as ${username}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  session(id: string, username = 'motcua'): Promise<Session> {
    return this.get<Session>(username, `/reception/sessions/${id}`);
  }

  async tryMove(username: string, id: string, event: { type: string } & Record<string, unknown>) {
    const { rev } = await this.session(id, username);
    return this.send<Session & Refused>(username, `/reception/sessions/${id}/events`, event, {
      'if-match': `"${rev}"`,
    });
  }

  async move(username: string, id: string, type: string, inputs: Record<string, unknown> = {}): Promise<Session> {
    const { status, body, text } = await this.tryMove(username, id, { type, ...inputs });
    if (status !== 200) throw new Error(`${type} as ${username}: ${status} ${text}`);
    return body;
  }

  planned(over: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      startsAt: '07:30',
      endsAt: '11:30',
      leaderId: this.leaderId,
      attendees: 'Công chức địa chính, tư pháp; Mặt trận Tổ quốc xã',
      topics: 'Bồi thường khi thu hồi đất',
      place: 'Phòng tiếp công dân xã',
      ...over,
    };
  }

  /** A posted day of the leader. */
  async postedDay(heldOn: string, over: Record<string, unknown> = {}): Promise<string> {
    const body = { ...this.planned({ heldOn, ...over }), kind: 'periodic' };
    const { id } = await this.post<{ id: string }>('motcua', '/reception/sessions', body);
    await this.move('motcua', id, 'POST', { onSite: true, onPortal: true });
    return id;
  }

  /** The desk's own day, open for visits. */
  async deskDay(username: string, heldOn: string, place = 'Phòng tiếp công dân xã'): Promise<string> {
    const body = { kind: 'regular', heldOn, startsAt: '07:30', place };
    return (await this.post<{ id: string }>(username, '/reception/sessions', body)).id;
  }

  tryVisit(sessionId: string, over: Record<string, unknown> = {}, username = 'motcua') {
    return this.send<{ id: string; warnings: { code: string; citation: string }[] } & Refused>(
      username,
      `/reception/sessions/${sessionId}/visits`,
      {
        type: 'complaint',
        summary: 'Khiếu nại việc bồi thường thửa đất số 12',
        people: [{ fullName: 'Đặng Thị Hoa', address: 'Thôn 2, xã Tân Thành', personalId: '001185000021' }],
        ...over,
      },
    );
  }

  async visit(sessionId: string, over: Record<string, unknown> = {}, username = 'motcua'): Promise<string> {
    const { status, body, text } = await this.tryVisit(sessionId, over, username);
    if (status !== 201) throw new Error(`Visit: ${status} ${text}`);
    return body.id;
  }

  visitFile(id: string, username = 'motcua'): Promise<Visit> {
    return this.get<Visit>(username, `/reception/visits/${id}`);
  }

  async tryAct(username: string, visitId: string, act: string, body: Record<string, unknown>) {
    const { rev } = await this.visitFile(visitId, username);
    return this.send<Visit & Refused & { petitionId: string }>(username, `/reception/visits/${visitId}/${act}`, body, {
      'if-match': `"${rev}"`,
    });
  }

  async act(username: string, visitId: string, act: string, body: Record<string, unknown>) {
    const answer = await this.tryAct(username, visitId, act, body);
    if (answer.status >= 300) throw new Error(`${act} as ${username}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  quota(username: string, from: string, to = from): Promise<Quota[]> {
    return this.get<Quota[]>(username, `/reception/quota?from=${from}&to=${to}`);
  }
}

export const articles = (body: Refused): string[] => (body.unmet ?? []).map(({ citation }) => citation);
