import {
  type ForwardedPetition,
  petitionFile,
  petitionIn,
  readMessage,
  writeDocument,
  writeStatus,
} from '#libs/interchange';
import { localDate } from '#libs/shared';
import { call } from './support/call.js';
import { beginOn, eventually, Office } from './support/cases.js';
import { Described } from './support/described.js';
import { arriving, Exchange, type Message, OUTSIDE } from './support/exchange.js';
import { type RunningSystem, startSystem } from './support/system.js';

const OURS = 'XA-TANTHANH';
const NEIGHBOUR = 'XA-HOALOC';
const DAY = localDate('2026-07-06');

interface Passed {
  hop: number;
  from: string;
  to: string;
  sentOn: string | null;
  acknowledgedOn: string | null;
  outside: boolean;
}
interface Detail {
  message: Message & { hops: number; comesBack: boolean; earlierLabel: string | null; unfinished: boolean };
  parts: { at: number; name: string; bytes: number; sha256: string }[];
  hidden: string | null;
  preview: { content: string } | null;
  path: { hop: number; fromCode: string; toCode: string; receivedOn: string | null }[];
  said: { direction: string; code: string; words: string | null; state: string | null }[];
}

describe('the way of a petition over the axis', () => {
  let system: RunningSystem;
  let office: Office;
  let exchange: Exchange;
  let described: Described;
  beforeAll(async () => {
    system = await startSystem({ worker: true, environment: { PATH: '/nonexistent' } });
    await beginOn(system, DAY);
    exchange = new Exchange(system);
    office = new Office(system);
    described = new Described(system.url, await office.token('motcua'));
  });
  afterAll(async () => {
    await system?.stop();
  });

  const upload = (bytes: Buffer) => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), 'goi.edxml');
    return described.check('POST', '/api/v1/axis/messages', { form, status: 201 });
  };
  const messages = async (direction: 'in' | 'out'): Promise<Message[]> =>
    (await office.get<{ items: Message[] }>('motcua', `/axis/messages?direction=${direction}`)).items;
  const arrived = async (documentId: string): Promise<string> =>
    (await messages('in')).find((one) => one.documentId === documentId)!.id;
  const detail = (id: string, who = 'motcua'): Promise<Detail> => office.get<Detail>(who, `/axis/messages/${id}`);
  const enter = (id: string, body: object = {}, status = 201) =>
    described.check('POST', '/api/v1/axis/messages/{id}/entry', { values: { id }, body, status });
  const pathOf = (petitionId: string): Promise<Passed[]> =>
    office.get<Passed[]>('motcua', `/petitions/${petitionId}/hops`);
  const agencyId = async (code: string): Promise<number> => {
    const { rows } = await system.database.admin.query<{ id: number }>('SELECT id FROM app.agency WHERE code = $1', [
      code,
    ]);
    return rows[0]!.id;
  };
  const partner = async (agency: string) =>
    call(system.url, 'POST', '/axis/partners', { token: await office.token('quantri'), body: { agency, on: true } });
  const readyToSend = async (caseFileId: string): Promise<void> => {
    await office.step('motcua', caseFileId, 'CLASSIFY', { contentType: 'feedback' });
    await office.step('chuyenvien', caseFileId, 'CHECK_ELIGIBILITY', { eligible: true });
    await office.step('chuyenvien', caseFileId, 'CHECK_COMPETENCE', { competent: false });
  };
  const transfer = async (caseFileId: string, code: string, documentNumber: string) =>
    office.try('lanhdao', caseFileId, {
      ...{
        type: 'TRANSFER',
        receivingBody: `Cơ quan ${code}`,
        receivingAgencyId: await agencyId(code),
        documentNumber,
      },
    });
  /** What went to this agency, as its own software reads it. */
  const sentTo = (code: string) =>
    eventually(`a message to ${code}`, async () => {
      for (const bytes of exchange.sent()) {
        const read = readMessage(bytes);
        const petition = read.kind === 'document' && read.to.id === code ? petitionIn(read.enclosed) : null;
        if (read.kind === 'document' && petition) return { document: read, petition };
      }
      return null;
    });

  it('a petition that comes back is told of with its earlier number, is not sent round, and goes on with its whole way', async () => {
    await partner(NEIGHBOUR);
    const first = await office.register({ type: 'feedback', receivedOn: DAY });
    await readyToSend(first.caseFileId);
    expect((await transfer(first.caseFileId, NEIGHBOUR, '31/PC')).status).toBe(200);
    const { document, petition } = await sentTo(NEIGHBOUR);
    expect(petition).toMatchObject({ hop: 1, chain: [OURS], hops: [] });

    // The neighbour says the same twice, one of them late; then sends the petition back.
    const says = (code: '01' | '02', description: string, at: string) =>
      writeStatus({
        ...{ code, documentId: document.documentId, answers: document.from, number: '31', issuedOn: DAY, description },
        ...{ from: document.to, at: new Date(at) },
      });
    for (const one of [
      says('02', 'Không thuộc thẩm quyền', '2026-07-06T04:00:00Z'),
      says('01', '', '2026-07-06T03:00:00Z'),
      says('01', '', '2026-07-06T03:00:00Z'),
    ])
      await upload(one);
    const [out] = await messages('out');
    expect((await detail(out!.id)).said).toMatchObject([
      { direction: 'in', code: '01', words: null },
      { direction: 'in', code: '02', words: 'Không thuộc thẩm quyền' },
    ]);
    expect(out).toMatchObject({ state: 'refused', statusCode: '02' });

    const back: ForwardedPetition = {
      ...petition,
      ...{ hop: 2, chain: [OURS, NEIGHBOUR] },
      hops: [
        {
          ...{ from: document.from, to: document.to, receivedOn: DAY, sentOn: DAY, documentId: document.documentId },
        },
      ],
    };
    const coming = arriving('32', { from: document.to, enclosed: [petitionFile(back)] });
    await upload(writeDocument({ ...coming, documentId: `${NEIGHBOUR},2026/07/06,32/PCĐ` }));
    const id = await arrived(`${NEIGHBOUR},2026/07/06,32/PCĐ`);
    const shown = await detail(id);
    expect(shown.message).toMatchObject({ hops: 2, comesBack: true, earlierLabel: first.registerLabel });
    expect(shown.path.map(({ fromCode, toCode }) => `${fromCode}>${toCode}`)).toEqual([
      `${OURS}>${NEIGHBOUR}`,
      `${NEIGHBOUR}>${OURS}`,
    ]);
    expect(shown.preview?.content).toBe(petition.content);

    const { body } = await enter(id);
    expect(body).toMatchObject({ hops: 2, comesBack: true, earlierLabel: first.registerLabel });
    const again = String(body['petitionId']);
    expect(await pathOf(again)).toMatchObject([
      { hop: 1, outside: true, sentOn: DAY },
      { hop: 2, outside: true, acknowledgedOn: DAY },
    ]);

    const caseFileId = String(body['caseFileId']);
    await readyToSend(caseFileId);
    const round = await transfer(caseFileId, NEIGHBOUR, '33/PC');
    expect([round.status, round.body.unmet?.map(({ code }) => code)]).toEqual([409, ['notBack']]);
    const { rows } = await system.database.admin.query<{ code: string }>(
      `SELECT code FROM app.agency WHERE code LIKE 'XA-%' AND code <> ALL ($1) AND valid_to IS NULL ORDER BY code LIMIT 1`,
      [[OURS, NEIGHBOUR]],
    );
    const third = rows[0]!.code;
    await partner(third);
    expect((await transfer(caseFileId, third, '34/PC')).status).toBe(200);
    const onward = await sentTo(third);
    expect(onward.petition).toMatchObject({ hop: 3, chain: [OURS, NEIGHBOUR, OURS] });
    expect(onward.petition.hops.map(({ from, to }) => `${from.id}>${to.id}`)).toEqual([
      `${OURS}>${NEIGHBOUR}`,
      `${NEIGHBOUR}>${OURS}`,
    ]);
    expect(onward.petition.hops[0]!.documentId).toBe(document.documentId);
  });

  it('agencies outside the system stand in the chain, also where the sender names them and tells no days', async () => {
    const coming = arriving('41');
    const told = petitionIn(coming.enclosed)!;
    await upload(
      writeDocument({ ...coming, enclosed: [petitionFile({ ...told, hop: 2, chain: ['H99.5', OUTSIDE.id] })] }),
    );
    const id = await arrived(coming.documentId);
    expect((await detail(id)).path).toMatchObject([
      { hop: 1, fromCode: 'H99.5', toCode: OUTSIDE.id, receivedOn: null },
      { hop: 2, fromCode: OUTSIDE.id, toCode: OURS, receivedOn: '2026-07-01' },
    ]);
    const { body } = await enter(id);
    expect(body).toMatchObject({ hops: 2, comesBack: false, earlierLabel: null });
    expect(await pathOf(String(body['petitionId']))).toMatchObject([
      { hop: 1, from: 'H99.5', sentOn: null },
      { hop: 2, from: OUTSIDE.name },
    ]);
  });

  it('papers only are read, entered at the counter and given the number; what was opened stands in the book', async () => {
    const paper = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
    const enclosed = [
      { name: 'phieu-chuyen.pdf', mediaType: 'application/pdf', bytes: paper },
      { name: 'la.xyz', mediaType: 'application/octet-stream', bytes: Buffer.from('???') },
    ];
    const coming = arriving('51', { enclosed });
    await upload(writeDocument(coming));
    const id = await arrived(coming.documentId);
    const { parts, preview, message } = await detail(id);
    expect([message.structured, preview, parts.map(({ name }) => name)]).toEqual([
      false,
      null,
      ['phieu-chuyen.pdf', 'la.xyz'],
    ]);
    const token = await office.token('motcua');
    const answered = await fetch(`${system.url}/api/v1/axis/messages/${id}/files/0`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(Buffer.from(await answered.arrayBuffer()).equals(paper)).toBe(true);
    const { rows } = await system.database.admin.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM app.case_event WHERE type = 'AXIS_FILE_OPENED'`,
    );
    expect(rows[0]!.n).toBe(1);
    // Who only looks on sees that it waits and not what is in it.
    expect(await detail(id, 'lanhdao')).toMatchObject({ parts: [], hidden: expect.stringContaining('vào sổ') });

    const { body: none } = await enter(id, {}, 422);
    expect(none['code']).toBe('INTERCHANGE.PAPERS_ONLY');
    await enter(id, { registerLabel: '9999/2026' }, 404);
    const registered = await office.register({ receivedOn: DAY });
    await enter(id, { registerLabel: registered.registerLabel });
    const { attachments } = await office.get<{ attachments: { fileName: string }[] }>(
      'motcua',
      `/petitions/${registered.id}`,
    );
    expect(attachments.map(({ fileName }) => fileName)).toEqual(['phieu-chuyen.pdf']);
    expect(await pathOf(registered.id)).toMatchObject([{ hop: 1, outside: true, sentOn: DAY }]);
    expect((await detail(id)).message).toMatchObject({ state: 'entered', unfinished: false });
    await enter(id, { registerLabel: registered.registerLabel }, 409);
  });

  it('of a denunciation that came over the axis nothing is shown before it has its number', async () => {
    const coming = arriving('61');
    const secret: ForwardedPetition = { ...petitionIn(coming.enclosed)!, type: 'denunciation' };
    await upload(writeDocument({ ...coming, enclosed: [petitionFile(secret)] }));
    const id = await arrived(coming.documentId);
    expect(await detail(id)).toMatchObject({
      parts: [],
      preview: null,
      hidden: expect.stringContaining('Luật Tố cáo'),
    });
    const asked = await call<{ code: string }>(system.url, 'GET', `/axis/messages/${id}/files/0`, {
      token: await office.token('motcua'),
    });
    expect([asked.status, asked.body.code]).toEqual([409, 'INTERCHANGE.GUARDED']);
    await described.check('GET', '/api/v1/axis/messages/{id}', { values: { id } });
  });
});
