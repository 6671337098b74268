import { FORM_TITLES } from '#workflows';
import { eventually, type Deadline, type Office, type Refused, type TimelineEntry } from '../../e2e/support/cases.js';

/** Who takes in, prepares and resolves, at the commune and at the province. */
export const COMMUNE = { clerk: 'motcua', officer: 'chuyenvien', head: 'lanhdao' } as const;
export const PROVINCE = { clerk: 'motcua.tinh', officer: 'chuyenvien.tinh', head: 'lanhdao.tinh' } as const;
export type Desk = typeof COMMUNE | typeof PROVINCE;

export interface LinkedFile {
  readonly stage: string;
  readonly regions: Record<string, string>;
  readonly closedOn: string | null;
  readonly outcome: string | null;
  readonly links: readonly { kind: string; caseFileId: string; direction: string }[];
}

/** Matters of complaint at one desk, all over HTTP: from the counter to the file of the matter, and acts on it. */
export class Matters {
  constructor(
    readonly office: Office,
    readonly desk: Desk,
  ) {}

  /** A petition through handling; the worker opens the file of the matter. */
  async open(petition: Record<string, unknown> = {}, proposal: Record<string, unknown> = {}): Promise<string> {
    const { office, desk } = this;
    const procedure = String(proposal['procedure'] ?? 'complaint');
    const { today } = await office.get<{ today: string }>(desk.head, '/clock');
    const registered = await office.registerAs(desk.clerk, { receivedOn: today, ...petition });
    const file = registered.caseFileId;
    await office.step(desk.clerk, file, 'CLASSIFY', { contentType: 'complaint' });
    await office.step(desk.clerk, file, 'CHECK_ELIGIBILITY', { eligible: true });
    await office.step(desk.officer, file, 'CHECK_COMPETENCE', { competent: true });
    if (Number(petition['petitionerCount'] ?? 1) > 4)
      await office.step(desk.clerk, file, 'NAME_REPRESENTATIVES', { representatives: 2, appointmentSigned: true });
    await office.step(desk.officer, file, 'PROPOSE_ACCEPTANCE', { proposal: 'accept', procedure, ...proposal });
    return eventually('the file of the matter', async () => {
      const { caseFiles } = await office.get<{ caseFiles: { id: string; procedure: string }[] }>(
        desk.head,
        `/petitions/${registered.id}`,
      );
      return caseFiles.find((one) => one.procedure === procedure)?.id;
    });
  }

  accept(id: string, more: Record<string, unknown> = {}) {
    return this.head(id, 'ACCEPT', { documentNumber: '15/TB-UBND', conditionsChecked: true, ...more });
  }
  head(id: string, type: string, inputs: Record<string, unknown> = {}) {
    return this.office.step(this.desk.head, id, type, inputs);
  }
  officer(id: string, type: string, inputs: Record<string, unknown> = {}) {
    return this.office.step(this.desk.officer, id, type, inputs);
  }
  verification(id: string) {
    return this.office
      .userId(this.desk.officer)
      .then((assigneeId) =>
        this.head(id, 'ASSIGN_VERIFICATION', { documentNumber: '16/QĐ-UBND', assigneeId, verificationDays: 10 }),
      );
  }
  report(id: string, more: Record<string, unknown> = {}) {
    return this.officer(id, 'SUBMIT_REPORT', { conclusion: 'wrong', demandDiffers: false, ...more });
  }
  decide(id: string, conclusion = 'wrong') {
    return this.head(id, 'DECIDE', { conclusion, documentNumber: '30/QĐ-UBND' });
  }
  deliver(id: string, paper: string, more: Record<string, unknown> = {}) {
    return this.officer(id, 'RECORD_DELIVERY', { paper, addressee: 'complainant', proof: 'handover', ...more });
  }
  /** The shortest lawful way to a first decision: found right on looking again. */
  async decidedOnReview(id: string): Promise<void> {
    await this.officer(id, 'START_SELF_REVIEW');
    await this.decide(id, 'right');
    await this.officer(id, 'SEND_DECISION');
  }

  /** Refused by the procedure, with the article in Vietnamese. */
  async refused(
    id: string,
    type: string,
    inputs: Record<string, unknown> = {},
  ): Promise<{ codes: string[]; text: string }> {
    const { status, body } = await this.office.try(this.desk.head, id, { type, ...inputs });
    if (status !== 409) throw new Error(`${type} was not refused by the procedure: ${status} ${JSON.stringify(body)}`);
    const { unmet = [], detail = '' } = body as Refused & { detail?: string };
    return { codes: unmet.map(({ code }) => code), text: `${detail} ${unmet.map((one) => one.citation).join('; ')}` };
  }

  file(id: string): Promise<LinkedFile> {
    return this.office.get<LinkedFile>(this.desk.head, `/case-files/${id}`);
  }
  async stage(id: string): Promise<string> {
    return (await this.file(id)).stage;
  }
  async limit(id: string, ruleId: string): Promise<Deadline | undefined> {
    const all = await this.office.get<Deadline[]>(this.desk.head, `/case-files/${id}/deadlines`);
    const rows = all.filter((one) => one.ruleId === ruleId);
    return rows.find(({ state }) => state !== 'void') ?? rows[0];
  }
  timeline(id: string): Promise<TimelineEntry[]> {
    return this.office.get<TimelineEntry[]>(this.desk.head, `/case-files/${id}/timeline`);
  }
  /** Until the other file has been told. */
  told(id: string, type: string): Promise<TimelineEntry> {
    return eventually(`${type} in the other file`, async () =>
      (await this.timeline(id)).findLast((entry) => entry.type === type),
    );
  }
  /** Codes of the papers that the file shows as ordered. */
  async papers(id: string): Promise<string[]> {
    const { items } = await this.office.get<{ items: { form: string }[] }>(
      this.desk.head,
      `/case-files/${id}/documents`,
    );
    const shown = new Set(items.map(({ form }) => form));
    return Object.keys(FORM_TITLES).filter((code) => shown.has(FORM_TITLES[code] ?? code));
  }
  /** Until the worker has put the papers of the last act on the file. */
  async expectPapers(id: string, ...codes: readonly string[]): Promise<void> {
    await eventually(`papers ${codes.join(', ')}`, async () => {
      const shown = await this.papers(id);
      return codes.every((code) => shown.includes(code)) ? true : null;
    });
  }
}
