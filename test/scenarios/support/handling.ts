import { beginOn, type CaseFile, eventually, Office } from '#testing/e2e/support/cases';
import { call } from '#testing/e2e/support/call';
import type { Registered } from '#testing/e2e/support/petitions';
import { type RunningSystem, startSystem } from '#testing/e2e/support/system';

type Inputs = Record<string, unknown>;
interface Child {
  id: string;
  procedure: string;
}

/** Petitions on their way through handling, in a running system, the way officers move them. */
export class HandlingDesk {
  private constructor(
    readonly system: RunningSystem,
    readonly office: Office,
  ) {}

  static async openOn(day: string): Promise<HandlingDesk> {
    const system = await startSystem({ worker: true });
    await beginOn(system, day);
    return new HandlingDesk(system, new Office(system));
  }

  close = (): Promise<void> => this.system.stop();

  /** Received on the business day. */
  async register(over: Inputs): Promise<Registered> {
    const { today } = await this.office.get<{ today: string }>('lanhdao', '/clock');
    return this.office.register({ receivedOn: today, ...over });
  }

  /** Classified as it was registered and found fit for handling. A denunciation is in its resolver's hands. */
  async fitting(over: Inputs): Promise<Registered> {
    const petition = await this.register(over);
    const kind = String(over['type'] ?? 'complaint');
    const who = kind === 'denunciation' ? 'lanhdao' : 'chuyenvien';
    await this.office.step('motcua', petition.caseFileId, 'CLASSIFY', { contentType: kind });
    await this.office.step(who, petition.caseFileId, 'CHECK_ELIGIBILITY', { eligible: true });
    return petition;
  }

  async ours(over: Inputs, competent = true): Promise<Registered> {
    const petition = await this.fitting(over);
    const who = over['type'] === 'denunciation' ? 'lanhdao' : 'chuyenvien';
    await this.office.step(who, petition.caseFileId, 'CHECK_COMPETENCE', { competent });
    return petition;
  }

  /** The file of the matter that handling opens. */
  async opened(petition: Registered, procedure: string, inputs: Inputs = {}, who = 'chuyenvien'): Promise<string> {
    await this.office.step(who, petition.caseFileId, 'PROPOSE_ACCEPTANCE', inputs);
    return this.child(petition, procedure);
  }

  child(petition: Pick<Registered, 'id'>, procedure: string): Promise<string> {
    return eventually(`a file of ${procedure}`, async () => {
      const { caseFiles } = await this.office.get<{ caseFiles: Child[] }>('lanhdao', `/petitions/${petition.id}`);
      return caseFiles.find((file) => file.procedure === procedure)?.id;
    });
  }

  async feedback(kind: string, over: Inputs = {}): Promise<string> {
    return this.opened(await this.ours({ type: 'feedback', ...over }), 'feedback', { feedbackKind: kind });
  }

  /** Refused by the law: status, code and the articles it names. */
  async refused(who: string, caseFileId: string, event: Inputs & { type: string }) {
    const { status, body } = await this.office.try(who, caseFileId, event);
    const unmet = body.unmet ?? [];
    return {
      status,
      code: body.code,
      unmet: unmet.map(({ code }) => code),
      says: unmet.map(({ title, citation }) => `${title} (${citation})`).join('; '),
    };
  }

  async post<Body>(who: string, path: string, body: unknown = {}): Promise<{ status: number; body: Body }> {
    const { status, body: answer } = await call<Body>(this.system.url, 'POST', path, {
      token: await this.office.token(who),
      body,
    });
    return { status, body: answer };
  }

  async papers(who: string, caseFileId: string, form: string): Promise<void> {
    await eventually(`the paper ${form}`, async () => {
      const { rows } = await this.system.database.admin.query(
        `SELECT 1 FROM app.task WHERE case_id = $1 AND kind = $2`,
        [caseFileId, `issue:${form}`],
      );
      return rows.length > 0 ? true : null;
    });
  }

  clock(file: CaseFile, rule: string) {
    return file.deadlines.find(({ ruleId }) => ruleId === rule);
  }

  /** Whether an account may read a path at all. */
  async status(who: string, path: string): Promise<number> {
    return (await call(this.system.url, 'GET', path, { token: await this.office.token(who) })).status;
  }
}
