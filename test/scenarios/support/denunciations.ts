import { call } from '../../e2e/support/call.js';
import {
  type CaseFile,
  type Deadline,
  eventually,
  type Office,
  type Refused,
  type TimelineEntry,
} from '../../e2e/support/cases.js';
import { register, type Registered } from '../../e2e/support/petitions.js';

interface Head {
  readonly username: string;
  /** Who takes the paper in there. */
  readonly counter: string;
}
export const COMMUNE: Head = { username: 'lanhdao', counter: 'motcua' };
export const PROVINCE: Head = { username: 'lanhdao.tinh', counter: 'motcua.tinh' };

interface Opening {
  readonly head?: Head;
  readonly petition?: Record<string, unknown>;
  /** Findings of the proposal, e.g. the earlier file of a renewed denunciation. */
  readonly proposal?: Record<string, unknown>;
}

/** What is refused, in the words a person reads: each unmet condition with its article. */
export const refusedBy = (body: Refused & { detail?: string }): string =>
  [body.detail ?? '', ...(body.unmet ?? []).map(({ title, citation }) => `${title} (${citation})`)].join(' ');

/** Denunciations over HTTP, as the resolver and the people he names work on them. */
export class Denunciations {
  constructor(readonly office: Office) {}

  async today(): Promise<string> {
    return (await this.office.get<{ today: string }>('lanhdao', '/clock')).today;
  }

  register({ head = COMMUNE, petition = {} }: Opening = {}): Promise<Registered> {
    return Promise.all([this.office.token(head.counter), this.today()]).then(([token, receivedOn]) =>
      register(this.office.system.url, token, {
        ...{ type: 'denunciation', receivedOn, respondent: 'Cán bộ địa chính', content: 'Nhận tiền khi làm sổ đỏ' },
        ...petition,
      }),
    );
  }

  /** Registered, checked and proposed by the resolver; the worker opens the file. */
  async open(opening: Opening = {}): Promise<{ petition: Registered; id: string }> {
    const { head = COMMUNE, proposal = {} } = opening;
    const petition = await this.register(opening);
    const act = (type: string, inputs: Record<string, unknown>) =>
      this.office.step(head.username, petition.caseFileId, type, inputs);
    await act('CLASSIFY', { contentType: 'denunciation' });
    await act('CHECK_ELIGIBILITY', { eligible: true });
    await act('CHECK_COMPETENCE', { competent: true });
    await act('PROPOSE_ACCEPTANCE', { proposal: 'accept', ...proposal });
    return { petition, id: await this.fileOf(petition.id, 'denunciation', head.username) };
  }

  fileOf(petitionId: string, procedure: string, username = 'lanhdao'): Promise<string> {
    return eventually(`a file of ${procedure}`, async () => {
      const { caseFiles } = await this.office.get<{ caseFiles: { id: string; procedure: string }[] }>(
        username,
        `/petitions/${petitionId}`,
      );
      return caseFiles.find((file) => file.procedure === procedure)?.id;
    });
  }

  /** An act of the resolver, its form filled in with plain values where nothing is said. */
  async act(id: string, type: string, given: Record<string, unknown> = {}, username = 'lanhdao'): Promise<CaseFile> {
    return this.office.step(username, id, type, await this.office.form(username, id, type, given));
  }

  /** An act that the law forbids: what the person reads. */
  async refusal(id: string, type: string, given: Record<string, unknown> = {}, username = 'lanhdao'): Promise<string> {
    const answer = await this.office.try(username, id, { type, ...given });
    if (answer.status !== 409) throw new Error(`${type} as ${username}: ${answer.status} ${answer.text}`);
    return refusedBy(answer.body);
  }

  /** Received, accepted and being verified by the resolver alone. */
  async verifying(opening: Opening = {}): Promise<{ petition: Registered; id: string }> {
    const opened = await this.open(opening);
    const username = (opening.head ?? COMMUNE).username;
    await this.act(opened.id, 'ACCEPT', { representativeNamed: true }, username);
    await this.act(opened.id, 'START_VERIFICATION', { verification: 'self' }, username);
    return opened;
  }

  /** To the conclusion. */
  async conclude(id: string, given: Record<string, unknown>): Promise<CaseFile> {
    await this.act(id, 'RECORD_EXPLANATION');
    return this.act(id, 'CONCLUDE', given);
  }

  async limit(id: string, ruleId: string, username = 'lanhdao'): Promise<Deadline> {
    const all = await this.office.get<Deadline[]>(username, `/case-files/${id}/deadlines`);
    const found = all.findLast((one) => one.ruleId === ruleId);
    if (!found) throw new Error(`${ruleId} is not among ${all.map((one) => one.ruleId).join(', ')}`);
    return found;
  }

  timeline(id: string, username = 'lanhdao'): Promise<TimelineEntry[]> {
    return this.office.get<TimelineEntry[]>(username, `/case-files/${id}/timeline`);
  }

  stage(id: string, username = 'lanhdao'): Promise<string> {
    return this.office.caseFile(id, username).then(({ stage }) => stage);
  }

  stageBecomes(id: string, stage: string, username = 'lanhdao'): Promise<true> {
    return eventually(`stage ${stage}`, async () => ((await this.stage(id, username)) === stage ? true : null));
  }

  /** Waits until the system has written an act of another file's doing into this one. */
  told(id: string, type: string): Promise<true> {
    return eventually(type, async () => ((await this.timeline(id)).some((one) => one.type === type) ? true : null));
  }

  async raw(username: string, path: string) {
    return call(this.office.system.url, 'GET', path, { token: await this.office.token(username) });
  }

  /** 200 or 404: whether an account sees the file. */
  async sight(id: string, username: string): Promise<number> {
    return (await this.raw(username, `/case-files/${id}`)).status;
  }

  seenBy(id: string, username: string, status: number): Promise<true> {
    return eventually(`${username} to get ${status}`, async () =>
      (await this.sight(id, username)) === status ? true : null,
    );
  }

  /** Waits until a paper of these words has been ordered. */
  paper(id: string, words: string, username = 'lanhdao'): Promise<string> {
    return eventually(`the paper “${words}”`, async () => {
      const { items } = await this.office.get<{ items: { form: string }[] }>(username, `/case-files/${id}/documents`);
      return items.find(({ form }) => form.includes(words))?.form;
    });
  }
}
