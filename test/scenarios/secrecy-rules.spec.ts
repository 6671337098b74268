import { docxText } from '#libs/documents';
import { call, type Answer } from '#testing/e2e/support/call';
import { beginOn, Office, type Refused } from '#testing/e2e/support/cases';
import { register, type Registered } from '#testing/e2e/support/petitions';
import { document } from '#testing/e2e/support/schema';
import { scannedPdf, WHO_BOX } from '#testing/e2e/support/scan';
import { type RunningSystem, startSystem } from '#testing/e2e/support/system';
import { Denunciations } from './support/denunciations.js';
import { ReceptionRoom } from './support/reception-room.js';
import {
  ACCOUNTS,
  MOMENT,
  NAMED,
  PERSON,
  SUPPRESSED,
  WHO,
  secretsIn,
  shownTo,
  type Secrecy,
  type Attachment,
} from './support/secrecy.js';

const DAY = '2026-07-06';
/** Rules C1–C15 of the secrecy of denouncers: one table, one named test each, driven over HTTP. */
describe('the rules of secrecy of denouncers', () => {
  let system: RunningSystem;
  let desk: Denunciations;
  let office: Office;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, DAY);
    office = new Office(system);
    desk = new Denunciations(office);
  });
  afterAll(() => system?.stop());

  const post = async <Body = Record<string, unknown>>(username: string, path: string, body: unknown = {}) =>
    call<Body & Refused>(system.url, 'POST', path, { token: await office.token(username), body });
  const get = async (username: string, path: string): Promise<Answer> =>
    call(system.url, 'GET', path, { token: await office.token(username) });
  const paper = { petitioners: [PERSON], content: 'Cán bộ địa chính nhận tiền khi làm sổ đỏ' };
  const read = (username: string, caseFileId: string, purpose = 'verification') =>
    post<{ items: { fullName: string }[] }>(username, `/case-files/${caseFileId}/identity-readings`, { purpose });
  const secrecy = (username: string, { id }: Registered) => office.get<Secrecy>(username, `/petitions/${id}/secrecy`);
  const attach = async ({ id }: Registered, name: string, bytes: Buffer): Promise<Answer<Attachment[] & Refused>> => {
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(bytes)]), name);
    return call(system.url, 'POST', `/petitions/${id}/attachments`, { token: await office.token('motcua'), form });
  };
  /** A file with a team of two, both of whom see it. */
  const withTeam = async () => {
    const opened = await desk.open({ petition: paper });
    await desk.act(opened.id, 'ACCEPT', { representativeNamed: true });
    const [leaderId, member] = [await office.userId('truongphong'), await office.userId('chuyenvien')];
    const order = { documentNumber: '9/QĐ-UBND', signedBy: 'chairman' };
    const team = { verification: 'team', leaderId, memberIds: [member], noConflict: true, ...order };
    await desk.act(opened.id, 'START_VERIFICATION', team);
    await desk.seenBy(opened.id, 'truongphong', 200);
    await desk.seenBy(opened.id, 'chuyenvien', 200);
    return opened;
  };
  const readings = async (caseFileId: string) =>
    (await office.timeline(caseFileId)).filter(({ type }) => type === 'IDENTITY_READ');

  it('C1: who denounces is secret by default, to everybody (LTC Đ.8 k3, Đ.9 k1b, Đ.47)', async () => {
    const petition = await desk.register({ petition: paper });
    for (const username of ACCOUNTS)
      for (const path of [`/petitions/${petition.id}`, `/case-files/${petition.caseFileId}`, '/petitions?limit=200']) {
        const { text } = await get(username, path);
        expect({ username, path, found: secretsIn(text) }).toEqual({ username, path, found: [] });
      }
    const seen = await office.get<{ petitioners: object[] }>('lanhdao', `/petitions/${petition.id}`);
    expect(seen.petitioners).toMatchObject([
      { sealed: true, fullName: null, address: null, personalId: null, phone: null },
    ]);
  });

  it('C2: secrecy ends only where the denouncer disclosed themself, explicitly and dated (LTC Đ.47 k2)', async () => {
    const { petition, id } = await withTeam();
    const [person] = (await secrecy('lanhdao', petition)).petitioners;
    expect(person).toMatchObject({ identitySelfDisclosed: false, identitySelfDisclosedOn: null });
    await post('lanhdao', `/petitions/${petition.id}/secrecy-facts`, {
      ...{ kind: 'workingCopiesOnly', onDay: DAY, where: 'Quyết định 12/QĐ-UBND ngày 06/7/2026' },
    });
    expect((await read('truongphong', id)).body.code).toBe('IDENTITY.COPIES_ONLY');
    const disclosure = { kind: 'identitySelfDisclosed', onDay: DAY, where: 'Bài trên báo Lao Động ngày 05/7/2026' };
    const facts = `/petitions/${petition.id}/secrecy-facts`;
    expect((await post('lanhdao', facts, disclosure)).body.code).toBe('IDENTITY.WHO');
    const tomorrow = { ...disclosure, petitionerId: person!.id, onDay: '2026-12-31' };
    expect((await post('lanhdao', facts, tomorrow)).body.code).toBe('IDENTITY.FUTURE');
    const noted = await post<Secrecy>('lanhdao', facts, { ...disclosure, petitionerId: person!.id });
    expect(noted.body.petitioners[0]).toMatchObject({ identitySelfDisclosed: true, identitySelfDisclosedOn: DAY });
    expect((await read('truongphong', id)).body.items[0]?.fullName).toBe(WHO);
    // One of them made known does not open the words, which may tell of others; nothing shown is nothing written.
    const readings = async () => (await office.timeline(id)).filter(({ type }) => type === 'IDENTITY_READ').length;
    const before = await readings();
    const words = await post('truongphong', `/case-files/${id}/identity-readings?what=text`, {
      purpose: 'verification',
    });
    expect(words).toMatchObject({ status: 403, body: { code: 'IDENTITY.COPIES_ONLY' } });
    expect(await readings()).toBe(before);
    const event = (await office.timeline(id)).findLast(({ type }) => type === 'SECRECY_NOTED');
    expect(event?.facts).toEqual({ kind: 'identitySelfDisclosed', petitionerId: person!.id, onDay: DAY });
    const fact = noted.body.facts.find(({ kind }) => kind === 'identitySelfDisclosed');
    await post('lanhdao', `${facts}/${fact!.id}/end`);
    expect((await read('truongphong', id)).body.code).toBe('IDENTITY.COPIES_ONLY');
    expect((await secrecy('lanhdao', petition)).petitioners[0]?.identitySelfDisclosed).toBe(false);
  });

  it('C3: verifiers are given the redacted copy; the original stays sealed (LTC Đ.56 k2)', async () => {
    const { petition, id } = await withTeam();
    const stored = await attach(petition, `Đơn của ${WHO}.pdf`, scannedPdf({ who: WHO, what: 'nhận tiền' }));
    const file = stored.body[0]!;
    expect(file).toMatchObject({ sealed: true, fileName: null, workingCopy: null });
    const address = `/petitions/${petition.id}/attachments/${file.id}`;
    expect((await get('truongphong', address)).status).toBe(409);
    const order = { kind: 'workingCopiesOnly', onDay: DAY, where: 'Quyết định 13/QĐ-UBND ngày 06/7/2026' };
    expect((await post('motcua', `/petitions/${petition.id}/secrecy-facts`, order)).status).toBe(403);
    expect((await post('lanhdao', `/petitions/${petition.id}/secrecy-facts`, order)).status).toBe(201);
    for (const way of ['original-readings', 'page-readings'])
      expect((await post('truongphong', `${address}/${way}`, { purpose: 'verification' })).status).toBe(403);
    const boxes = { pages: [1, 2].map((page) => ({ page, boxes: [WHO_BOX] })) };
    expect((await post('truongphong', `${address}/working-copies`, boxes)).status).toBe(403);
    expect((await post('lanhdao', `${address}/working-copies`, { pages: [] })).body.code).toBe('IDENTITY.NO_BOX');
    const made = await post<Attachment>('lanhdao', `${address}/working-copies`, boxes);
    expect([made.status, made.body.workingCopy]).toEqual([
      201,
      expect.objectContaining({ rev: 1, mediaType: 'application/pdf' }),
    ]);
    const copy = await get('truongphong', address);
    expect([copy.status, copy.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(copy.headers.get('content-disposition')).toContain('ban-lam-viec-1.pdf');
    expect((await secrecy('truongphong', petition)).fromCopies).toBe(true);
    expect((await read('truongphong', id)).status).toBe(403);
  });

  it('C4: only receiver, resolver and whom they name may read, and each reading is written with its purpose (LTC Đ.11, Đ.56)', async () => {
    const { petition, id } = await withTeam();
    const may = [...NAMED, 'truongphong', 'chuyenvien'];
    for (const username of ACCOUNTS) {
      const before = (await readings(id)).length;
      const answer = await read(username, id);
      expect([username, answer.status]).toEqual([username, may.includes(username) ? 200 : 404]);
      expect((await readings(id)).length - before).toBe(answer.status === 200 ? 1 : 0);
    }
    expect((await readings(id)).at(-1)?.facts).toMatchObject({ purpose: 'verification', by: 'standing' });
    expect((await read('lanhdao', id, 'curiosity')).status).toBe(422);
    // An original holds a hand and a name: opening it is a reading like any other.
    const stored = await attach(petition, 'don.pdf', scannedPdf({ who: WHO, what: 'nhận tiền' }));
    const address = `/petitions/${petition.id}/attachments/${stored.body[0]!.id}/original-readings`;
    const opened = await post('lanhdao', address, { purpose: 'delivery' });
    expect([opened.status, opened.text.startsWith('%PDF')]).toEqual([200, true]);
    const files = [id, petition.caseFileId];
    const facts = (await Promise.all(files.map(readings))).flat().map((event) => event.facts);
    expect(facts).toContainEqual({ purpose: 'delivery', by: 'standing', attachmentId: stored.body[0]!.id });
  });

  it('C5: the denounced, relatives and the interested see nothing and join no team; their superior resolves (NĐ31 Đ.5 k2, Đ.10 k3)', async () => {
    const { petition, id } = await withTeam();
    const officer = await office.userId('chuyenvien');
    const declare = (username: string, userId: number, kind: string) =>
      post<{ outOfSight: boolean }>(username, `/petitions/${petition.id}/conflicts`, { userId, kind });
    // Who only looks writes nothing, whatever there is.
    expect((await declare('thanhtra', officer, 'relative')).status).toBe(403);
    expect((await declare('lanhdao', officer, 'relative')).status).toBe(201);
    expect(await desk.sight(id, 'chuyenvien')).toBe(404);
    expect((await get('chuyenvien', `/petitions/${petition.id}`)).status).toBe(404);
    const again = {
      ...{ type: 'SET_TEAM', leaderId: await office.userId('truongphong'), memberIds: [officer] },
      ...{ noConflict: true, documentNumber: '14/QĐ-UBND', signedBy: 'chairman' },
    };
    const form = await desk.office.form('lanhdao', id, 'SET_TEAM', again);
    const refused = await office.try('lanhdao', id, { ...form, type: 'SET_TEAM' });
    expect([refused.status, refused.body.code]).toEqual([409, 'CASEWORK.CONFLICT_OF_INTEREST']);
    expect(refused.body.unmet?.[0]?.citation).toContain('NĐ31 Đ.10 k3');
    // A verifier says it of themself (NĐ31 Đ.10 k3): out of sight at once.
    const leader = await office.userId('truongphong');
    expect((await declare('truongphong', leader, 'interest')).body.outOfSight).toBe(true);
    expect(await desk.sight(id, 'truongphong')).toBe(404);
    // The resolver's own relative is denounced: the head next above has the file.
    const head = await office.userId('lanhdao');
    expect(await desk.sight(id, 'lanhdao.tinh')).toBe(404);
    expect((await declare('lanhdao', head, 'relative')).body.outOfSight).toBe(true);
    expect([await desk.sight(id, 'lanhdao'), await desk.sight(id, 'lanhdao.tinh')]).toEqual([404, 200]);
    const { conflicts } = await secrecy('lanhdao.tinh', petition);
    expect(conflicts.map(({ userId, kind }) => [userId, kind])).toEqual([
      [officer, 'relative'],
      [leader, 'interest'],
      [head, 'relative'],
    ]);
    const [mine] = conflicts;
    expect((await post('motcua', `/petitions/${petition.id}/conflicts/${mine!.id}/end`)).status).toBe(403);
    await post('lanhdao.tinh', `/petitions/${petition.id}/conflicts/${mine!.id}/end`);
    expect(await desk.sight(id, 'chuyenvien')).toBe(404);
  });

  it('C6: papers for the denounced have no place for the denouncer (LTC Đ.29 k3, Đ.35, Đ.40)', async () => {
    const { id } = await desk.verifying({ petition: paper });
    for (const form of ['ND31.06', 'ND31.12', 'ND31.04']) {
      const draft = await post<{ id: string; audience: string }>('lanhdao', `/case-files/${id}/documents`, { form });
      expect([form, draft.status, draft.body.audience]).toEqual([form, 201, 'anyone']);
      expect({ form, found: secretsIn(draft.text) }).toEqual({ form, found: [] });
      const answer = await fetch(`${system.url}/api/v1/documents/${draft.body.id}/content.docx`, {
        headers: { authorization: `Bearer ${await office.token('lanhdao')}` },
      });
      const text = docxText(Buffer.from(await answer.arrayBuffer()));
      expect({ form, found: secretsIn(text), long: text.length > 100 }).toEqual({ form, found: [], long: true });
    }
  });

  it('C7: no list, count, search, export or mail knows of it; a number does not move for who is not named', async () => {
    const figures = Object.entries(document.paths)
      .filter(
        ([path, item]) => 'get' in item && /boards|reports|figures|my-work|inbox|case-files$|deadlines/.test(path),
      )
      .filter(([path]) => !path.includes('{'))
      .map(([path]) => path);
    expect(figures.length).toBeGreaterThan(10);
    const outsiders = ACCOUNTS.filter((username) => !NAMED.includes(username));
    const numbers = async () =>
      Promise.all(
        outsiders.flatMap((username) =>
          figures.map(async (path) => {
            const { status, text } = await shownTo(system.url, path, await office.token(username));
            return { username, path, status, text: status === 200 ? text.replaceAll(MOMENT, '""') : '' };
          }),
        ),
      );
    const before = await numbers();
    expect(before.filter(({ status }) => status === 200).length).toBeGreaterThan(outsiders.length * 2);
    const petition = await desk.register({ petition: paper });
    const after = await numbers();
    expect(after).toEqual(before);
    // The one place that counts them, for who answers for a province: no number that is small enough to tell.
    const counted = after.filter(({ path, status }) => path.endsWith(SUPPRESSED) && status === 200);
    expect(counted.map(({ username }) => username)).toEqual(['lanhdao.tinh', 'thanhtra']);
    for (const { text } of counted) {
      const cells = [...text.matchAll(/"quarters":\[([^\]]*)\],"year":(\w+)/g)].flatMap(([, quarters, year]) => [
        ...quarters!.split(','),
        year!,
      ]);
      expect(cells.length).toBeGreaterThan(50);
      expect(cells.filter((cell) => ['1', '2', '3', '4'].includes(cell))).toEqual([]);
    }
    for (const username of ACCOUNTS)
      for (const q of ['wembley', 'trieu wembley kin', '001163036270', '0912345678']) {
        const { text } = await post(username, '/search', { q });
        const listed = await get(username, `/petitions?q=${encodeURIComponent(q)}`);
        expect({ username, q, found: [...secretsIn(text), ...secretsIn(listed.text)] }).toEqual({
          username,
          q,
          found: [],
        });
        expect(`${text}${listed.text}`).not.toContain(petition.id);
      }
  });

  it('C8: the public page answers to code and secret together, with the stage only', async () => {
    const petition = await desk.register({ petition: paper });
    const ask = (secret?: string) =>
      call<{ sealed?: boolean }>(system.url, 'GET', `/public/status/${petition.lookupCode}`, {
        headers: secret ? { 'x-lookup-secret': secret } : {},
      });
    expect((await ask()).status).toBe(404);
    expect((await ask('AAAA-AAAA')).status).toBe(404);
    const found = await ask(petition.lookupSecret ?? '');
    expect(found.status).toBe(200);
    expect(secretsIn(found.text)).toEqual([]);
    expect(found.text).not.toMatch(/tố cáo|địa chính|Cán bộ/i);
  });

  it('C9: a resend is found by keyed hashes and says only that there was one', async () => {
    await desk.register({ petition: paper });
    const check = await call<{ possibleResends: { petitionId?: string }[] }>(
      system.url,
      'POST',
      '/petitions/resend-checks',
      {
        token: await office.token('chuyenvien'),
        body: { type: 'denunciation', content: paper.content, petitioners: [PERSON] },
      },
    );
    expect(check.body.possibleResends.length).toBeGreaterThan(0);
    expect(check.body.possibleResends.every(({ petitionId }) => petitionId === undefined)).toBe(true);
    expect(secretsIn(check.text)).toEqual([]);
  });

  it('C10: hand, signature, metadata are identity: stripped or never shown (LTC Đ.8 k3)', async () => {
    const petition = await desk.register({ petition: paper });
    const scan = scannedPdf({ who: WHO, what: 'nhận tiền' });
    expect(scan.toString('latin1')).toContain('/Author');
    const [file] = (await attach(petition, 'don.pdf', scan)).body;
    const address = `/petitions/${petition.id}/attachments/${file!.id}`;
    await post('lanhdao', `${address}/working-copies`, { pages: [1, 2].map((page) => ({ page, boxes: [WHO_BOX] })) });
    const answer = await fetch(`${system.url}/api/v1${address}`, {
      headers: { authorization: `Bearer ${await office.token('lanhdao')}` },
    });
    const copy = Buffer.from(await answer.arrayBuffer());
    expect(copy.toString('latin1')).not.toMatch(/\/Author|\/Title|\/Keywords|\/Font/);
    // Sound, film and office files have no redacted copy here: they stay sealed for everybody.
    const sound = Buffer.concat([
      Buffer.from('ID3\u0004\u0000\u0000\u0000\u0000\u0000\u0000', 'latin1'),
      Buffer.alloc(400, 0xff),
    ]);
    const [voice] = (await attach(petition, 'ghi-am.mp3', sound)).body;
    const spoken = `/petitions/${petition.id}/attachments/${voice!.id}`;
    expect((await get('lanhdao', spoken)).status).toBe(409);
    const pages = { pages: [{ page: 1, boxes: [WHO_BOX] }] };
    expect((await post('lanhdao', `${spoken}/working-copies`, pages)).body.code).toBe('FILE.CANNOT_REDACT');
  });

  it('C11: a denunciation is received online only without a wish for secrecy, announced, tested, recorded (NĐ154 Đ.20 k4, Đ.23, Đ.24)', async () => {
    const room = await ReceptionRoom.open(system);
    const plan = {
      ...room.planned({ heldOn: '2026-07-30', mode: 'online', onlineCase: 'DENUNCIATION', technicalReady: true }),
      ...{ kind: 'unscheduled', unscheduledGround: 'INTENSE' },
    };
    const cited = async (over: object): Promise<string[]> => {
      const { body } = await room.send('motcua', '/reception/sessions', { ...plan, ...over });
      return (body.unmet ?? []).map(({ citation }) => citation);
    };
    expect(await cited({ secrecyAsked: true, securityAssured: true })).toEqual(['NĐ154 Đ.20 k4']);
    expect(await cited({ secrecyAsked: false, securityAssured: false })).toEqual(['NĐ154 Đ.20 k4']);
    const agreed = { ...plan, secrecyAsked: false, securityAssured: true };
    const { id } = await room.post<{ id: string }>('motcua', '/reception/sessions', agreed);
    const { deadlines } = await room.session(id);
    // Five working days, one working day and one hour before.
    expect(deadlines.map(({ ruleId, dueOn }) => [ruleId, dueOn])).toEqual(
      expect.arrayContaining([
        ['TCD.ONLINE.NOTICE', '2026-07-23'],
        ['TCD.ONLINE.TEST', '2026-07-29'],
      ]),
    );
  });

  it('C12: of a state secret only the place where it lies is kept; no word and no file of it', async () => {
    const petition = await register(system.url, await office.token('motcua'), {
      ...{ type: 'denunciation', receivedOn: DAY, petitioners: [PERSON] },
      ...{
        content: 'Bản đồ bố trí Qoppalandia tối mật',
        respondent: 'Đơn vị Qoppalandia',
        titleType: 'Đơn Qoppalandia',
      },
      stateSecretPointer: 'Số 01/TM-2026, tủ bảo mật phòng cơ yếu',
    });
    expect((await secrecy('motcua', petition)).stateSecret).toBe(true);
    expect((await secrecy('motcua', petition)).facts[0]?.where).toContain('01/TM-2026');
    const refused = await attach(petition, 'ban-do.pdf', scannedPdf({ who: 'x', what: 'Qoppalandia' }));
    expect([refused.status, refused.body.code]).toEqual([409, 'INTAKE.STATE_SECRET']);
    const other = await desk.register({ petition: paper });
    expect((await secrecy('motcua', other)).stateSecret).toBe(false);
    expect((await attach(other, 'don.pdf', scannedPdf({ who: WHO, what: 'x' }))).status).toBe(201);
    expect(system.logs()).not.toContain('Qoppalandia');
    const paperOf = await post<{ id: string }>('lanhdao', `/case-files/${petition.caseFileId}/documents`, {
      form: 'ND31.04',
    });
    expect(paperOf.text).not.toContain('Qoppalandia');
  });

  it('C13: that a denunciation exists is not told while it is handled (LTC Đ.11 k2c)', async () => {
    const { petition, id } = await desk.verifying({ petition: paper });
    for (const username of ACCOUNTS) {
      const answers = await Promise.all(
        [
          `/petitions/${petition.id}`,
          `/case-files/${id}`,
          `/case-files/${id}/timeline`,
          `/petitions/${petition.id}/secrecy`,
        ].map((path) => get(username, path)),
      );
      const expected = answers.map(() => (NAMED.includes(username) ? 200 : 404));
      expect([username, answers.map(({ status }) => status)]).toEqual([username, expected]);
    }
    const box = await office.get<{ items: { caseFileId: string | null }[] }>('chuyenvien', '/inbox?limit=200');
    expect(box.items.some((item) => item.caseFileId === id)).toBe(false);
  });

  it('C14: where and when the denouncer is met stands sealed for the people of the file (LTC Đ.56 k3)', async () => {
    const { petition } = await withTeam();
    const meeting = {
      kind: 'separateMeeting',
      onDay: '2026-07-20',
      where: '19 giờ, nhà văn hóa Wembley, không qua cổng chính',
    };
    const noted = await post<Secrecy>('lanhdao', `/petitions/${petition.id}/secrecy-facts`, meeting);
    expect(noted.body.facts).toMatchObject([{ kind: 'separateMeeting', where: meeting.where }]);
    const order = { kind: 'workingCopiesOnly', onDay: DAY, where: 'Quyết định 15/QĐ-UBND' };
    await post('lanhdao', `/petitions/${petition.id}/secrecy-facts`, order);
    expect((await secrecy('truongphong', petition)).facts.every(({ where }) => where === '')).toBe(true);
    expect((await get('thanhtra', `/petitions/${petition.id}/secrecy`)).status).toBe(404);
    const { rows } = await system.database.admin.query<{ line: string }>(
      `SELECT row_to_json(f)::text AS line FROM app.secrecy_fact f WHERE petition_id = $1`,
      [petition.id],
    );
    expect(rows.map(({ line }) => line).join()).not.toContain('Wembley');
  });

  it('C15: what goes to the national database has the progress and nobody in it (NĐ31 Đ.19a)', async () => {
    const { id } = await desk.verifying({ petition: paper });
    const path = `/national-package?from=${DAY}&to=${DAY}`;
    const { items } = await office.get<{ items: { id: string; identityProtected: boolean; stage: string }[] }>(
      'baomat',
      path,
    );
    expect(items.find((item) => item.id === id)).toMatchObject({ identityProtected: true, stage: 'verifying' });
    expect(secretsIn((await get('baomat', path)).text)).toEqual([]);
    for (const username of ACCOUNTS.filter((name) => !name.startsWith('baomat')))
      expect([username, (await get(username, path)).status]).toEqual([username, 403]);
  });
});
