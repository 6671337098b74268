import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Client, Request } from './client.js';
import type { Registration, Step, Told } from './journal.js';

interface Paper {
  readonly id: string;
  readonly state: string;
  readonly rev: number;
  readonly number: string | null;
  readonly fields: readonly { name: string; kind: string; items: string[]; value: unknown }[];
}
interface Documents {
  readonly tasks: readonly { id: string; form: string }[];
}

/** What is written on the way of a paper, by whom, and the state it leads to. */
const PAPER_WAY = [
  ['chuyenvien', 'submit', 'submitted'],
  ['truongphong', 'approve', 'approved'],
  ['lanhdao', 'sign', 'signed'],
  ['motcua', 'issue', 'issued'],
] as const;
const STATES = ['draft', 'submitted', 'approved', 'signed', 'issued'];
const NAMES = ['Đặng Thị Hoa', 'Võ Văn Hòa', 'Bùi Đức Thuận', 'Hồ Ngọc Ánh', 'Lý Thị Ngân', 'Đỗ Minh Khuê'];

/** How far one petition is brought in a run. */
export const DEPTHS = ['registered', 'classified', 'proposed', 'accepted', 'issued'] as const;
export type Depth = (typeof DEPTHS)[number];

/** One petition from the counter to the issued paper, by clients that lose their answers and ask again. */
export class Story {
  constructor(
    private readonly client: Client,
    private readonly depth: Depth,
  ) {}

  async live(): Promise<void> {
    const told = await this.register();
    if (!told) return;
    await this.leaveAddress(told);
    if (!this.reaches('classified')) return;
    const walked =
      (await this.step('motcua', told.caseFileId, 'CLASSIFY', { contentType: 'complaint' })) &&
      (await this.step('motcua', told.caseFileId, 'CHECK_ELIGIBILITY', { eligible: true })) &&
      this.reaches('proposed') &&
      (await this.step('chuyenvien', told.caseFileId, 'CHECK_COMPETENCE', { competent: true })) &&
      (await this.step('chuyenvien', told.caseFileId, 'PROPOSE_ACCEPTANCE', { proposal: 'accept' }));
    if (!walked) return;
    const file = await this.complaintFile(told.id);
    if (!this.reaches('accepted')) return;
    const inputs = { documentNumber: `${told.registerNumber}/TB-UBND`, conditionsChecked: true };
    if (!(await this.step('lanhdao', file, 'ACCEPT', inputs)) || !this.reaches('issued')) return;
    await this.issuePaper(file);
  }

  private reaches(depth: Depth): boolean {
    return DEPTHS.indexOf(this.depth) >= DEPTHS.indexOf(depth);
  }

  /** Null: the client walked away without hearing the answer. */
  private async register(): Promise<Told | null> {
    const { client } = this;
    for (;;) {
      const { today } = await client.get<{ today: string }>('motcua', '/clock');
      const registration: Registration = {
        key: randomUUID(),
        marker: `hỗn loạn ${randomUUID()}`,
        body: {},
        answer: null,
      };
      Object.assign(registration, { body: petition(registration.marker, today, client.random.pick(NAMES)) });
      const request: Request = {
        ...{ as: 'motcua', method: 'POST', path: '/petitions' },
        ...{ body: registration.body, key: registration.key },
      };
      if (client.random.chance(0.06)) {
        client.journal.registrations.push(registration);
        await client.once(request);
        return null;
      }
      const { status, body } = await this.deliver<Told>(request);
      if (status === 201) {
        client.journal.registrations.push({ ...registration, answer: body });
        return body;
      }
      // The day was over before the petition was written: it is taken in on the next.
      if (status !== 422) throw new Error(`POST /petitions: ${status} ${JSON.stringify(body)}`);
      client.journal.count('registration on a day gone by');
    }
  }

  /** Now and then the same request leaves twice at once, as an impatient finger or a proxy sends it: both hear the same. */
  private async deliver<Body>(request: Request): Promise<Answer<Body>> {
    if (!this.client.random.chance(0.15)) return this.client.send<Body>(request);
    const [one, other] = await Promise.all([this.client.send<Body>(request), this.client.send<Body>(request)]);
    if (one.status !== other.status || essence(one.body) !== essence(other.body))
      this.client.journal.complaints.push(
        `Two answers to one key at ${request.path}: ${one.status} ${essence(one.body)} and ${other.status} ${essence(other.body)}`,
      );
    return one;
  }

  /** Two officers take the same step at once, each with a key of their own, having read the same: one of them may. */
  private async race<Body>(request: Request): Promise<[Answer<Body>, Answer<Body>]> {
    const both = await Promise.all([
      this.client.send<Body>(request),
      this.client.send<Body>({ ...request, key: randomUUID() }),
    ]);
    if (both.every(({ status }) => status === 200))
      this.client.journal.complaints.push(`Both of two rivals were told that it was theirs: ${request.path}`);
    return both;
  }

  private async leaveAddress(told: Told): Promise<void> {
    if (!this.client.random.chance(0.5)) return;
    const contact = {
      channel: 'email',
      address: `dan.${told.id.slice(-12)}@dan.example`,
      quietFrom: '00:00',
      quietTo: '00:00',
    };
    const { status, body } = await this.client.send({
      ...{ as: 'motcua', method: 'POST', path: `/petitions/${told.id}/contacts`, body: contact },
    });
    if (status !== 201) throw new Error(`contacts: ${status} ${JSON.stringify(body)}`);
  }

  /** False: the client walked away. */
  private async step(as: string, caseFileId: string, type: string, inputs: Record<string, unknown>): Promise<boolean> {
    const { client } = this;
    for (let tries = 0; tries < 6; tries += 1) {
      const { etag } = await client.send({ as, path: `/case-files/${caseFileId}` });
      const rev = Number(etag.replace(/\D/g, ''));
      const body = { type, ...inputs };
      const step: Step = { caseFileId, type, key: randomUUID(), sent: { rev, body }, rev: null };
      const request: Request = {
        ...{ as, method: 'POST', path: `/case-files/${caseFileId}/events` },
        ...{ body, key: step.key, rev },
      };
      if (client.random.chance(0.02)) {
        client.journal.steps.push(step);
        await client.once(request);
        return false;
      }
      const [answer, other] = client.random.chance(0.12)
        ? await this.race<{ rev: number }>(request)
        : [await this.deliver<{ rev: number }>(request), null];
      if (other?.status === 200) {
        client.journal.steps.push({ ...step, rev: other.body.rev });
        return true;
      }
      if (answer.status === 200) {
        client.journal.steps.push({ ...step, rev: answer.body.rev });
        return true;
      }
      if (answer.status !== 412) throw new Error(`${type}: ${answer.status} ${JSON.stringify(answer.body)}`);
      if (answer.uncertain)
        client.journal.complaints.push(
          `${type} with its key was refused as stale after a silence: was it carried out?`,
        );
    }
    throw new Error(`${type} was stale six times`);
  }

  private async complaintFile(petitionId: string): Promise<string> {
    type Files = { caseFiles: { id: string; procedure: string }[] };
    for (const until = performance.now() + 120_000; performance.now() < until; await sleep(150)) {
      const { caseFiles } = await this.client.get<Files>('lanhdao', `/petitions/${petitionId}`);
      const file = caseFiles.find(({ procedure }) => procedure === 'complaint');
      if (file) return file.id;
    }
    throw new Error(`The complaint file of ${petitionId} was not opened in two minutes`);
  }

  private async issuePaper(caseFileId: string): Promise<void> {
    const { client } = this;
    const taskId = await this.task(caseFileId);
    const key = randomUUID();
    const drafted = await this.deliver<Paper>({
      ...{ as: 'chuyenvien', method: 'POST', path: `/case-files/${caseFileId}/documents` },
      ...{ body: { form: 'ND124.03', taskId }, key },
    });
    if (drafted.status !== 201) throw new Error(`draft: ${drafted.status} ${JSON.stringify(drafted.body)}`);
    const trail = { caseFileId, taskId, id: drafted.body.id, state: 'draft', number: null as string | null };
    client.journal.papers.push(trail);
    let paper = await this.fill(drafted.body);
    for (const [as, act, state] of PAPER_WAY) {
      paper = await this.actOn(paper, { as, act, state });
      Object.assign(trail, { state: paper.state, number: paper.number });
    }
  }

  private async task(caseFileId: string): Promise<string> {
    for (const until = performance.now() + 120_000; performance.now() < until; await sleep(150)) {
      const { tasks } = await this.client.get<Documents>('chuyenvien', `/case-files/${caseFileId}/documents`);
      const task = tasks.find(({ form }) => form === 'ND124.03');
      if (task) return task.id;
    }
    throw new Error(`No task after ACCEPT of ${caseFileId} in two minutes`);
  }

  private async fill(paper: Paper): Promise<Paper> {
    const typed = Object.fromEntries(
      paper.fields
        .filter(({ value }) => value === null || value === '' || (Array.isArray(value) && value.length === 0))
        .map(({ name, kind, items }) => [
          name,
          kind === 'list' ? [Object.fromEntries(items.map((item) => [item, `${item} một`]))] : `${name} đã nhập`,
        ]),
    );
    return this.actOn(paper, { as: 'chuyenvien', act: 'fields', state: 'draft', body: { typed } });
  }

  /** Acts on papers carry no key: after a silence the paper itself says whether it was done. */
  private async actOn(
    paper: Paper,
    { as, act, state, body = {} }: { as: string; act: string; state: string; body?: unknown },
  ): Promise<Paper> {
    let { rev } = paper;
    for (let tries = 0; tries < 6; tries += 1) {
      const path = `/documents/${paper.id}/${act}`;
      const answer = await this.client.send<Paper>({ as, method: 'POST', path, body, rev });
      if (answer.status === 200) return answer.body;
      if (!answer.uncertain || ![409, 412].includes(answer.status))
        throw new Error(`${act}: ${answer.status} ${JSON.stringify(answer.body)}`);
      const now = await this.client.get<Paper>(as, `/documents/${paper.id}`);
      if (act !== 'fields' && STATES.indexOf(now.state) >= STATES.indexOf(state)) return now;
      rev = now.rev;
    }
    throw new Error(`${act} was stale six times`);
  }
}

const essence = (body: unknown): string => {
  const { id, registerNumber, lookupCode, rev, code } = body as Record<string, unknown>;
  return JSON.stringify({ id, registerNumber, lookupCode, rev, code });
};

function petition(marker: string, receivedOn: string, name: string): Record<string, unknown> {
  return {
    type: 'complaint',
    channel: 'in_person',
    receivedOn,
    content: `Khiếu nại việc bồi thường đất, ${marker}`,
    petitioners: [{ fullName: name, address: 'Thôn 3, xã Tân Thành' }],
    field: 'Đất đai',
    respondent: 'Ủy ban nhân dân xã Tân Thành',
  };
}
