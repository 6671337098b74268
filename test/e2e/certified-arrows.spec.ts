import type { CertifiedArrow, InputField, PathStep, ProcedureDefinition } from '#libs/procedure';
import { certifiedArrows } from '#libs/procedure';
import { complaint2, denunciation, disciplinaryComplaint, feedback, petitionHandling2, protection } from '#workflows';
import { call } from './support/call.js';
import { beginOn, type CaseFile, eventually, Office } from './support/cases.js';
import { ended, letInspectorVerify, type RunningSystem, startSystem } from './support/system.js';

const TODAY = '2026-10-01';
/** Who plays a role in the demo commune. */
const PLAYERS = {
  receptionist: 'motcua',
  caseOfficer: 'chuyenvien',
  unitHead: 'truongphong',
  chairman: 'lanhdao',
  provinceChairman: 'lanhdao.tinh',
  inspector: 'thanhtra',
} as const;
/** The same at the province, where second complaints are resolved. */
const PROVINCE_PLAYERS = {
  receptionist: 'motcua.tinh',
  caseOfficer: 'chuyenvien.tinh',
  unitHead: 'truongban.tinh',
  provinceChairman: 'lanhdao.tinh',
  inspector: 'thanhtra',
} as const;
type Opened = Pick<CertifiedArrow, 'caseFacts'>;
const playersOf = ({ caseFacts }: Opened): Readonly<Record<string, string>> =>
  caseFacts['instance'] === 'second' ? PROVINCE_PLAYERS : PLAYERS;
const headOf = (arrow: Opened): string => playersOf(arrow)['chairman'] ?? PLAYERS.provinceChairman;
const CHANNELS: Readonly<Record<string, string>> = { counter: 'in_person', post: 'post', online: 'online' };
const AT_ONCE = 6;

/** The model's paths, walked over HTTP: what the checker certified is what the running product does. */
describe('every certified arrow is fired over HTTP', () => {
  let system: RunningSystem;
  let office: Office;
  let assigneeId: number;
  let otherIds: number[];
  let earlierId = '01900000-0000-7000-8000-000000000001';

  beforeAll(async () => {
    system = await startSystem();
    await letInspectorVerify(system);
    await beginOn(system, TODAY);
    office = new Office(system);
    assigneeId = await office.userId('chuyenvien');
    otherIds = [await office.userId('thanhtra')];
    // The paths lie months back: this agency has set itself a long back-dating limit.
    await setAgency(false);
  });
  afterAll(() => system?.stop());

  const setAgency = (remote: boolean) =>
    system.database.admin.query(
      `UPDATE app.agency SET settings = '{"backdateWorkingDays": 400}', remote = $1 WHERE code IN ('XA-TANTHANH', 'TINH-DEMO')`,
      [remote],
    );

  const registered = (arrow: Opened) => {
    const { caseFacts: facts } = arrow;
    return office.registerAs(playersOf(arrow)['receptionist']!, {
      type: facts['petitionType'] ?? 'complaint',
      receivedOn: facts['receivedOn'],
      channel: facts['forwarderKind'] ? 'forwarded' : (CHANNELS[String(facts['channel'])] ?? 'in_person'),
      ...(facts['forwarderKind']
        ? { forwarderKind: facts['forwarderKind'], forwarderName: 'Đoàn đại biểu Quốc hội tỉnh' }
        : {}),
      petitionerCount: facts['groupSize'] ?? 1,
      respondent: 'Cán bộ địa chính',
    });
  };

  function player(definition: ProcedureDefinition, type: string, arrow: CertifiedArrow): string {
    const roles = definition.events[type]!.roles;
    const here = playersOf(arrow);
    const everybody: Readonly<Record<string, string>> = { ...PLAYERS, ...here };
    const role =
      roles.find((one) => one === arrow.caseFacts['actorRole']) ??
      roles.find((one) => one in here) ??
      roles.find((one) => one in everybody);
    return everybody[String(role)]!;
  }

  function inputs(fields: readonly InputField[], step: PathStep): Record<string, unknown> {
    const placeholder = ({ kind, name }: InputField): unknown =>
      kind === 'user' || kind === 'agency'
        ? assigneeId
        : kind === 'users'
          ? otherIds
          : kind === 'caseFile'
            ? earlierId
            : kind === 'document'
              ? '01900000-0000-7000-8000-000000000001'
              : step.input[name];
    return Object.fromEntries(
      fields.filter(({ name }) => name in step.input).map((field) => [field.name, placeholder(field)]),
    );
  }

  /** Null when the path ends where the model says; else what happened instead. */
  async function walk(
    definition: ProcedureDefinition,
    arrow: CertifiedArrow,
    caseFileId: string,
  ): Promise<string | null> {
    let { stage, rev } = await office
      .caseFile(caseFileId, headOf(arrow))
      .catch(() => office.caseFile(caseFileId, PLAYERS.receptionist));
    for (const step of arrow.steps) {
      const info = definition.events[step.type]!;
      const event = {
        type: step.type,
        occurredOn: step.occurredOn,
        reason: 'Ghi theo văn bản đã ký',
        ...inputs(info.input, step),
      };
      const token = await office.token(player(definition, step.type, arrow));
      const answer = await call<CaseFile>(system.url, 'POST', `/case-files/${caseFileId}/events`, {
        token,
        body: event,
        headers: { 'if-match': `"${rev}"` },
      });
      if (answer.status !== 200)
        return `${arrow.id}: ${step.type} on ${step.occurredOn}: ${answer.status} ${answer.text.slice(0, 300)}`;
      ({ stage, rev } = answer.body);
    }
    return stage === arrow.arrives ? null : `${arrow.id}: arrived at ${stage}, not ${arrow.arrives}`;
  }

  async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
    const results: R[] = [];
    const rest = [...items.entries()];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = rest.shift(); next; next = rest.shift()) results[next[0]] = await work(next[1]);
      }),
    );
    return results;
  }

  it('of petition handling', async () => {
    const arrows = certifiedArrows(petitionHandling2);
    const failures = await inTurns(arrows, async (arrow) => {
      const { caseFileId } = await registered(arrow);
      return walk(petitionHandling2, arrow, caseFileId);
    });
    expect(failures.filter((failure) => failure !== null)).toEqual([]);
    expect(arrows.length).toBeGreaterThan(80);
  }, 240_000);

  /** From the counter to the file of the matter, over HTTP; the worker opens it. */
  async function openThroughHandling(arrow: CertifiedArrow, proposal: Record<string, unknown>): Promise<string> {
    const petition = await registered(arrow);
    const { receptionist, caseOfficer } = playersOf(arrow) as typeof PLAYERS;
    const on = { occurredOn: arrow.caseFacts['receivedOn'], reason: 'Ghi theo văn bản đã ký' };
    const file = petition.caseFileId;
    await office.step(receptionist, file, 'CLASSIFY', { contentType: 'complaint', ...on });
    await office.step(receptionist, file, 'CHECK_ELIGIBILITY', { eligible: true, ...on });
    await office.step(caseOfficer, file, 'CHECK_COMPETENCE', { competent: true, ...on });
    if (Number(arrow.caseFacts['groupSize'] ?? 1) > 4)
      await office.step(receptionist, file, 'NAME_REPRESENTATIVES', {
        representatives: 2,
        appointmentSigned: true,
        ...on,
      });
    await office.step(caseOfficer, file, 'PROPOSE_ACCEPTANCE', { proposal: 'accept', ...proposal, ...on });
    return petition.id;
  }

  /** Opens a file for each path, then walks them all. The worker is gone before a day of effect could move one. */
  async function replay(definition: ProcedureDefinition): Promise<(string | null)[]> {
    const arrows = certifiedArrows(definition);
    const files = new Map<CertifiedArrow, string>();
    const worker = await system.startWorker();
    for (const remote of [false, true]) {
      await setAgency(remote);
      const group = arrows.filter(({ caseFacts }) => (caseFacts['remote'] === true) === remote);
      await inTurns(group, async (arrow) => {
        const { instance, appealGround, firstDecisionOn } = arrow.caseFacts;
        const stated = { procedure: definition.name, instance, appealGround, firstDecisionOn };
        files.set(arrow, await openThroughHandling(arrow, stated));
      });
    }
    for (const [arrow, petitionId] of files)
      files.set(
        arrow,
        await eventually('the file of the matter', async () => {
          const { caseFiles } = await office.get<{ caseFiles: { id: string; procedure: string }[] }>(
            headOf(arrow),
            `/petitions/${petitionId}`,
          );
          return caseFiles.find(({ procedure }) => procedure === definition.name)?.id;
        }),
      );
    await ended(worker);
    earlierId = files.get(arrows.find(({ caseFacts }) => caseFacts['instance'] !== 'second')!)!;
    return inTurns(arrows, (arrow) => walk(definition, arrow, files.get(arrow)!));
  }

  it('of complaints, first and second', async () => {
    const failures = await replay(complaint2);
    expect(failures.filter((failure) => failure !== null)).toEqual([]);
    expect(failures.length).toBeGreaterThan(180);
  }, 500_000);

  it('of complaints against disciplinary decisions', async () => {
    const failures = await replay(disciplinaryComplaint);
    expect(failures.filter((failure) => failure !== null)).toEqual([]);
    expect(failures.length).toBeGreaterThan(130);
  }, 500_000);

  /** A denunciation that has passed handling; its own file is opened by the worker. */
  async function denounced(facts: CertifiedArrow['caseFacts'], more: Record<string, unknown> = {}): Promise<string> {
    const petition = await registered({ caseFacts: facts });
    const on = { occurredOn: facts['receivedOn'], reason: 'Ghi theo văn bản đã ký' };
    const step = (type: string, inputs: Record<string, unknown>) =>
      office.step('lanhdao', petition.caseFileId, type, { ...inputs, ...on });
    await step('CLASSIFY', { contentType: 'denunciation' });
    await step('CHECK_ELIGIBILITY', { eligible: true });
    await step('CHECK_COMPETENCE', { competent: true });
    await step('PROPOSE_ACCEPTANCE', { proposal: 'accept', ...more });
    return petition.id;
  }
  const fileOf = (petitionId: string, procedure: string): Promise<string> =>
    eventually(`a file of ${procedure}`, async () => {
      const { caseFiles } = await office.get<{ caseFiles: { id: string; procedure: string }[] }>(
        'lanhdao',
        `/petitions/${petitionId}`,
      );
      return caseFiles.find((file) => file.procedure === procedure)?.id;
    });

  it('of denunciations', async () => {
    const arrows = certifiedArrows(denunciation);
    await setAgency(false);
    // The worker opens the files, and is gone before it could carry out what the arrows order.
    const worker = await system.startWorker();
    earlierId = await fileOf(await denounced(arrows[0]!.caseFacts), 'denunciation');
    const files = new Map<CertifiedArrow, string>();
    await inTurns(arrows, async (arrow) => {
      const more = arrow.caseFacts['renewedOf'] ? { renewedOf: earlierId } : {};
      files.set(arrow, await denounced(arrow.caseFacts, more));
    });
    for (const [arrow, petitionId] of files) files.set(arrow, await fileOf(petitionId, 'denunciation'));
    await ended(worker);
    const failures = await inTurns(arrows, (arrow) => walk(denunciation, arrow, files.get(arrow)!));
    expect(failures.filter((failure) => failure !== null)).toEqual([]);
    expect(arrows.length).toBeGreaterThan(220);
  }, 400_000);

  it('of protection', async () => {
    const arrows = certifiedArrows(protection);
    await setAgency(false);
    const worker = await system.startWorker();
    const files = new Map<CertifiedArrow, string>();
    await inTurns(arrows, async (arrow) => {
      const { requestForm, urgent, scope, receivedOn } = arrow.caseFacts;
      const petitionId = await denounced({ ...arrow.caseFacts, channel: 'counter' });
      await office.step('lanhdao', await fileOf(petitionId, 'denunciation'), 'REQUEST_PROTECTION', {
        ...{ requestForm, urgent, scope, occurredOn: receivedOn, reason: 'Ghi theo văn bản đã ký' },
      });
      files.set(arrow, petitionId);
    });
    for (const [arrow, petitionId] of files) files.set(arrow, await fileOf(petitionId, 'protection'));
    await ended(worker);
    const failures = await inTurns(arrows, (arrow) => walk(protection, arrow, files.get(arrow)!));
    expect(failures.filter((failure) => failure !== null)).toEqual([]);
    expect(arrows.length).toBeGreaterThan(35);
  }, 400_000);

  it('of feedback', async () => {
    const arrows = certifiedArrows(feedback);
    await setAgency(false);
    const worker = await system.startWorker();
    const files = new Map<CertifiedArrow, string>();
    await inTurns(arrows, async (arrow) => {
      const { receivedOn, feedbackKind } = arrow.caseFacts;
      const { id, caseFileId } = await registered({ caseFacts: arrow.caseFacts });
      const on = { occurredOn: receivedOn, reason: 'Ghi theo văn bản đã ký' };
      await office.step('motcua', caseFileId, 'CLASSIFY', { contentType: 'feedback', ...on });
      await office.step('motcua', caseFileId, 'CHECK_ELIGIBILITY', { eligible: true, ...on });
      await office.step('chuyenvien', caseFileId, 'CHECK_COMPETENCE', { competent: true, ...on });
      await office.step('chuyenvien', caseFileId, 'PROPOSE_ACCEPTANCE', {
        ...on,
        ...(feedbackKind === undefined ? {} : { feedbackKind }),
      });
      files.set(arrow, id);
    });
    for (const [arrow, petitionId] of files) files.set(arrow, await fileOf(petitionId, 'feedback'));
    await ended(worker);
    const failures = await inTurns(arrows, (arrow) => walk(feedback, arrow, files.get(arrow)!));
    expect(failures.filter((failure) => failure !== null)).toEqual([]);
    expect(arrows.length).toBeGreaterThan(35);
  }, 400_000);
});
