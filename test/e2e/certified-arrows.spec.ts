import type { CertifiedArrow, InputField, PathStep, ProcedureDefinition } from '#libs/procedure';
import { certifiedArrows } from '#libs/procedure';
import { complaint, petitionHandling2 } from '#workflows';
import { call } from './support/call.js';
import { beginOn, type CaseFile, eventually, Office } from './support/cases.js';
import { ended, type RunningSystem, startSystem } from './support/system.js';

const TODAY = '2026-08-20';
/** Who plays a role in the demo commune. */
const PLAYERS = {
  receptionist: 'motcua',
  caseOfficer: 'chuyenvien',
  unitHead: 'truongphong',
  chairman: 'lanhdao',
  provinceChairman: 'lanhdao.tinh',
  inspector: 'thanhtra',
} as const;
const CHANNELS: Readonly<Record<string, string>> = { counter: 'in_person', post: 'post', online: 'online' };
const AT_ONCE = 6;

/** The model's paths, walked over HTTP: what the checker certified is what the running product does. */
describe('every certified arrow is fired over HTTP', () => {
  let system: RunningSystem;
  let office: Office;
  let assigneeId: number;

  beforeAll(async () => {
    system = await startSystem();
    await beginOn(system, TODAY);
    office = new Office(system);
    assigneeId = await office.userId('chuyenvien');
    // The paths lie months back: this agency has set itself a long back-dating limit.
    await setAgency(false);
  });
  afterAll(() => system?.stop());

  const setAgency = (remote: boolean) =>
    system.database.admin.query(
      `UPDATE app.agency SET settings = '{"backdateWorkingDays": 400}', remote = $1 WHERE code = 'XA-TANTHANH'`,
      [remote],
    );

  const registered = ({ caseFacts: facts }: CertifiedArrow) =>
    office.register({
      type: facts['petitionType'] ?? 'complaint',
      receivedOn: facts['receivedOn'],
      channel: facts['forwarderKind'] ? 'forwarded' : (CHANNELS[String(facts['channel'])] ?? 'in_person'),
      ...(facts['forwarderKind']
        ? { forwarderKind: facts['forwarderKind'], forwarderName: 'Đoàn đại biểu Quốc hội tỉnh' }
        : {}),
      petitionerCount: facts['groupSize'] ?? 1,
      respondent: 'Cán bộ địa chính',
    });

  function player(definition: ProcedureDefinition, type: string, wanted: unknown): string {
    const roles = definition.events[type]!.roles;
    const role = roles.find((one) => one === wanted) ?? roles.find((one) => one in PLAYERS);
    return PLAYERS[role as keyof typeof PLAYERS];
  }

  function inputs(fields: readonly InputField[], step: PathStep): Record<string, unknown> {
    const placeholder = ({ kind, name }: InputField): unknown =>
      kind === 'user' || kind === 'agency'
        ? assigneeId
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
      .caseFile(caseFileId, PLAYERS.chairman)
      .catch(() => office.caseFile(caseFileId, PLAYERS.receptionist));
    for (const step of arrow.steps) {
      const info = definition.events[step.type]!;
      const event = {
        type: step.type,
        occurredOn: step.occurredOn,
        reason: 'Ghi theo văn bản đã ký',
        ...inputs(info.input, step),
      };
      const token = await office.token(player(definition, step.type, arrow.caseFacts['actorRole']));
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

  it('of complaints', async () => {
    const arrows = certifiedArrows(complaint);
    const files = new Map<CertifiedArrow, string>();
    // The worker opens the complaint files, and is gone before their days of effect could move them.
    const worker = await system.startWorker();
    for (const remote of [false, true]) {
      await setAgency(remote);
      const group = arrows.filter(({ caseFacts }) => (caseFacts['remote'] === true) === remote);
      await inTurns(group, async (arrow) => {
        const petition = await registered(arrow);
        const on = { occurredOn: arrow.caseFacts['receivedOn'], reason: 'Ghi theo văn bản đã ký' };
        await office.step('motcua', petition.caseFileId, 'CLASSIFY', { contentType: 'complaint', ...on });
        await office.step('motcua', petition.caseFileId, 'CHECK_ELIGIBILITY', { eligible: true, ...on });
        await office.step('chuyenvien', petition.caseFileId, 'CHECK_COMPETENCE', { competent: true, ...on });
        await office.step('chuyenvien', petition.caseFileId, 'PROPOSE_ACCEPTANCE', { proposal: 'accept', ...on });
        files.set(arrow, petition.id);
      });
    }
    for (const [arrow, petitionId] of files)
      files.set(
        arrow,
        await eventually('a complaint file', async () => {
          const { caseFiles } = await office.get<{ caseFiles: { id: string; procedure: string }[] }>(
            'lanhdao',
            `/petitions/${petitionId}`,
          );
          return caseFiles.find(({ procedure }) => procedure === 'complaint')?.id;
        }),
      );
    await ended(worker);
    const failures = await inTurns(arrows, (arrow) => walk(complaint, arrow, files.get(arrow)!));
    expect(failures.filter((failure) => failure !== null)).toEqual([]);
    expect(arrows.length).toBeGreaterThan(140);
  }, 400_000);
});
