import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leafHash, seal, type SignedTreeHead, verifyHead, verifyInclusion } from '#libs/audit';
import { loadSigningKey, PostgresLedgerArchive } from '#libs/persistence';
import { call, signIn } from './support/call.js';
import { register, type Registered, today } from './support/petitions.js';
import {
  Described,
  isAdministration,
  isCitizen,
  isDesks,
  isLeaders,
  isNational,
  isOversight,
  isPeople,
  isReception,
  isWaysIn,
} from './support/described.js';
import { document, faults, schemaOf } from './support/schema.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Known {
  petition: Registered;
  other: Registered;
  attachmentId: string;
  batchId: string;
  etag: string;
}

/** Every operation of the document against the running product: the answer holds what is described, and nothing else. */
describe('the described contract', () => {
  let system: RunningSystem;
  let clerk: string;
  let head: string;
  let known: Known;
  let described: Described;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await signIn(system.url, 'motcua');
    head = await signIn(system.url, 'lanhdao');
    described = new Described(system.url, clerk);
    const petition = await register(system.url, clerk);
    const other = await register(system.url, clerk);
    known = { petition, other, attachmentId: '', batchId: '', etag: '' };
  });
  afterAll(() => system?.stop());

  const check = (...asked: Parameters<Described['check']>) => described.check(...asked);

  it('signing in and who am I', async () => {
    await check('POST', '/api/v1/auth/login', { token: null, body: { username: 'thanhtra', password: 'nghedan' } });
    await check('GET', '/api/v1/me');
    await check('GET', '/api/v1/app-info', { token: null });
    const token = await signIn(system.url, 'thanhtra');
    await check('POST', '/api/v1/auth/logout', { token });
  });

  it('petitions', async () => {
    const values = { id: known.petition.id };
    await check('POST', '/api/v1/petitions', {
      body: {
        type: 'feedback',
        channel: 'mailbox',
        receivedOn: today(),
        content: 'Kiến nghị sửa đèn đường thôn Hạ',
        petitioners: [{}],
      },
    });
    await check('POST', '/api/v1/petitions/resend-checks', {
      body: { content: 'Khiếu nại', petitioners: [{ fullName: 'Ai đó', personalId: '12' }] },
    });
    for (const query of [
      '',
      '?limit=1',
      '?q=dang',
      '?type=complaint&state=open',
      '?state=closed',
      '?state=received',
      '?agency=XA-TANTHANH',
      `?from=${today()}&to=${today()}`,
    ])
      await check('GET', '/api/v1/petitions', { query });
    await check('GET', '/api/v1/petitions/{id}', { values });
    await check('POST', '/api/v1/petitions/{id}/links', {
      values,
      body: { toPetitionId: known.other.id, kind: 'not-resend' },
    });
    const form = new FormData();
    form.append('files', new Blob(['%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF']), 'đơn.pdf');
    const stored = await check('POST', '/api/v1/petitions/{id}/attachments', { values, form });
    known.attachmentId = (stored.body as unknown as { id: string }[])[0]!.id;
    await check('GET', '/api/v1/petitions/{id}/attachments', { values });
    await check('GET', '/api/v1/petitions/{id}/attachments/{attachmentId}', {
      values: { ...values, attachmentId: known.attachmentId },
    });
    const voided = await register(system.url, clerk);
    await check('POST', '/api/v1/petitions/{id}/void', {
      values: { id: voided.id },
      body: { reasonCode: 'other', reason: 'Đăng ký thử' },
    });
    const undone = await register(system.url, clerk);
    await check('POST', '/api/v1/petitions/{id}/undo', { values: { id: undone.id } });
    const corrected = { values: { id: (await register(system.url, clerk)).id } };
    await check('POST', '/api/v1/petitions/{id}/corrections', {
      ...corrected,
      body: { reason: 'Gõ nhầm lĩnh vực', field: 'Môi trường' },
    });
    await check('GET', '/api/v1/petitions/{id}/corrections', corrected);
    await check('GET', '/api/v1/petitions/{id}/answers', corrected);
  });

  it('case files', async () => {
    const values = { id: known.petition.caseFileId };
    for (const query of [
      '',
      '?state=open&assignee=nobody&limit=1',
      '?deadline=overdue',
      '?deadline=paused',
      '?procedure=petition-handling&type=complaint&stage=received',
      '?q=thua%20dat',
      '?assignee=me',
    ])
      await check('GET', '/api/v1/case-files', { query });
    const file = await check('GET', '/api/v1/case-files/{id}', { values });
    expect(file.headers.get('etag')).toBe(`"${String((file.body as { rev: number }).rev)}"`);
    await check('GET', '/api/v1/case-files/{id}/events/available', { values });
    const step = await check('POST', '/api/v1/case-files/{id}/events', {
      values,
      body: { type: 'CLASSIFY', contentType: 'complaint' },
      headers: { 'if-match': file.headers.get('etag')! },
    });
    expect(step.headers.get('etag')).not.toBe(file.headers.get('etag'));
    await check('GET', '/api/v1/case-files/{id}/timeline', { values });
    const deadlines = await check('GET', '/api/v1/case-files/{id}/deadlines', { values });
    expect(
      (deadlines.body as unknown as { explanation?: { days: unknown[] } }[])[0]?.explanation?.days.length,
    ).toBeGreaterThan(0);
    const papers = await check('GET', '/api/v1/case-files/{id}/documents', { values });
    expect(papers.body).toMatchObject({ items: expect.any(Array) });
  });

  it('advice, parts and the way of a petition from agency to agency', async () => {
    const { id, caseFileId } = known.petition;
    await check('GET', '/api/v1/case-files/{id}/advice', { values: { id: caseFileId } });
    await check('GET', '/api/v1/petitions/{id}/hops', { values: { id } });
    const mixed = await register(system.url, clerk, { type: 'mixed', content: 'Khiếu nại và kiến nghị' });
    const act = async (body: object): Promise<void> => {
      const { headers } = await call(system.url, 'GET', `/case-files/${mixed.caseFileId}`, { token: clerk });
      const { status } = await call(system.url, 'POST', `/case-files/${mixed.caseFileId}/events`, {
        token: clerk,
        body,
        headers: { 'if-match': headers.get('etag') ?? '' },
      });
      expect(status).toBe(200);
    };
    await act({ type: 'CLASSIFY', contentType: 'mixed' });
    await act({ type: 'SPLIT', contents: ['complaint', 'feedback'] });
    await check('POST', '/api/v1/petitions/{id}/parts', {
      values: { id: mixed.id },
      body: { parts: [{ type: 'feedback', content: 'Kiến nghị sửa đường' }] },
    });
    const sent = await register(system.url, clerk, { type: 'feedback', content: 'Kiến nghị của xã bạn' });
    const admin = system.database.admin;
    await admin.query(
      `INSERT INTO app.petition_hop (event_id, case_id, petition_id, kind, from_agency, to_agency, hop, chain, received_on, sent_on)
       SELECT gen_random_uuid(), $1, $2, 'transfer', f.id, t.id, 1, ARRAY[f.id], current_date, current_date
         FROM app.agency f, app.agency t WHERE f.code = 'XA-HOALOC' AND t.code = 'XA-TANTHANH'`,
      [sent.caseFileId, sent.id],
    );
    const waiting = await check('GET', '/api/v1/incoming-petitions', {});
    const [hop] = waiting.body as unknown as { id: string }[];
    await check('POST', '/api/v1/incoming-petitions/{id}/acknowledge', { values: { id: hop!.id } });
  });

  it('boards, work and inbox', async () => {
    for (const query of ['', '?scope=dueSoon', '?scope=all&limit=1', '?agency=XA-TANTHANH&procedure=petition-handling'])
      await check('GET', '/api/v1/boards/overdue', { query, token: head });
    const summary = await check('GET', '/api/v1/boards/summary', { token: head });
    const { tiles } = summary.body as unknown as { tiles: { key: string; count: number; list: string }[] };
    for (const { key, count, list } of tiles) {
      const page = await call<{ items: unknown[]; total?: number }>(
        system.url,
        'GET',
        `${list}${list.includes('?') ? '&' : '?'}limit=200`,
        { token: head },
      );
      expect({ key, count: page.body.items.length }).toEqual({ key, count });
    }
    await check('GET', '/api/v1/my-work');
    await check('GET', '/api/v1/inbox', { query: '?show=unread&limit=5' });
    await check('POST', '/api/v1/inbox/read-all');
    await check('POST', '/api/v1/inbox/{id}/read', { values: { id: known.petition.id }, status: 404 });
  });

  it('imports', async () => {
    const form = new FormData();
    const bytes = readFileSync(join(import.meta.dirname, '../../libs/intake/fixtures/so-tiep-nhan-2026.xlsx'));
    form.append('file', new Blob([new Uint8Array(bytes)]), 'sổ.xlsx');
    const preview = await check('POST', '/api/v1/imports', { form });
    const values = { id: (preview.body as { batchId: string }).batchId };
    await check('GET', '/api/v1/imports');
    await check('GET', '/api/v1/imports/{id}', { values });
    await check('POST', '/api/v1/imports/{id}/commit', { values });
    for (let state = ''; state !== 'done';) {
      const progress = await check('GET', '/api/v1/imports/{id}', { values });
      state = (progress.body as { state: string }).state;
      expect(['importing', 'done']).toContain(state);
    }
    await check('POST', '/api/v1/imports/{id}/undo', { values, body: { reason: 'Nhập nhầm sổ của năm khác' } });
    const again = new FormData();
    again.append('file', new Blob([new Uint8Array(bytes)]), 'sổ.xlsx');
    again.append('agency', 'XA-TANTHANH');
    const second = await check('POST', '/api/v1/imports', { form: again });
    await check('POST', '/api/v1/imports/{id}/cancel', {
      values: { id: (second.body as { batchId: string }).batchId },
    });
  });

  it('public status, ledger, clock', async () => {
    await check('GET', '/api/v1/public/status/{lookupCode}', {
      token: null,
      values: { lookupCode: known.other.lookupCode },
    });
    await check('GET', '/api/v1/audit/head', { status: 404 });
    const timeline = await call<{ id: string }[]>(
      system.url,
      'GET',
      `/case-files/${known.petition.caseFileId}/timeline`,
      { token: clerk },
    );
    await check('GET', '/api/v1/audit/events/{id}/proof', { values: { id: timeline.body[0]!.id }, status: 404 });
    const key = loadSigningKey(system.dataDir);
    await seal(new PostgresLedgerArchive(system.database.connections), key.privateKey, new Date());
    const treeHead = await check('GET', '/api/v1/audit/head');
    const proof = await check('GET', '/api/v1/audit/events/{id}/proof', { values: { id: timeline.body[0]!.id } });
    const { treeSize, rootHash, signedAt, keyId, signature } = treeHead.body as unknown as SignedTreeHead;
    expect(verifyHead({ treeSize, rootHash, signedAt, keyId, signature }, key.publicKey)).toBe(true);
    const { leafNo, eventHash, path } = proof.body as unknown as { leafNo: number; eventHash: string; path: string[] };
    const leaf = leafHash(Buffer.from(eventHash, 'hex'));
    const siblings = path.map((hash) => Buffer.from(hash, 'hex'));
    expect(
      verifyInclusion({ leaf, index: leafNo, size: treeSize, proof: siblings, root: Buffer.from(rootHash, 'hex') }),
    ).toBe(true);
    const inspector = await signIn(system.url, 'thanhtra');
    await check('GET', '/api/v1/audit/consistency', { query: `?from=${treeSize}` });
    await check('GET', '/api/v1/audit/consistency', { query: `?from=${treeSize + 1}`, status: 404 });
    await check('GET', '/api/v1/audit/head/notice');
    await check('GET', '/api/v1/audit/head/notice', { query: `?treeSize=${treeSize}` });
    await check('GET', '/api/v1/audit/verifier');
    await check('GET', '/api/v1/audit/export', { token: inspector });
    const verified = await check('GET', '/api/v1/audit/verify', { token: inspector });
    expect(verified.body).toMatchObject({ ok: true, faults: [] });
    await check('GET', '/api/v1/clock');
    await check('POST', '/api/v1/clock/advance', { body: { days: 1 }, status: 403 });
  });

  it('reference data', async () => {
    await check('GET', '/api/v1/agencies');
    await check('GET', '/api/v1/users', { query: '?role=caseOfficer&agency=XA-TANTHANH' });
    const units = await check('GET', '/api/v1/administrative-units', { query: '?q=tan%20thanh&limit=5' });
    expect((units.body as unknown as { items: unknown[] }).items.length).toBeGreaterThan(0);
    const list = await check('GET', '/api/v1/procedures');
    for (const { name } of (list.body as unknown as { items: { name: string }[] }).items) {
      const map = await check('GET', '/api/v1/procedures/{name}', { values: { name } });
      const { states, arrows } = map.body as unknown as {
        states: { state: string; region: string; initial: boolean }[];
        arrows: { from: string; to: string; region: string }[];
      };
      expect(states.some(({ initial }) => initial)).toBe(true);
      const places = new Set(states.map(({ region, state }) => `${region} ${state}`));
      for (const { from, to, region } of arrows)
        expect([places.has(`${region} ${from}`), places.has(`${region} ${to}`)]).toEqual([true, true]);
    }
    const days = await check('GET', '/api/v1/calendar/days', { query: '?from=2026-02-10&to=2026-03-03' });
    expect(
      (days.body as unknown as { days: { date: string; name?: string }[] }).days.find(
        ({ date }) => date === '2026-02-17',
      )?.name,
    ).toMatch(/Tết/);
  });

  it('the calendar, previewed and published', async () => {
    const token = await signIn(system.url, 'quantri');
    await check('GET', '/api/v1/calendar', { query: '?year=2026' });
    const day = { date: '2026-11-23', kind: 'off', name: 'Nghỉ hoán đổi', basis: 'CV 9999/VPCP-KGVX' };
    const preview = await check('POST', '/api/v1/calendar/previews', { token, body: { entries: [day] } });
    const values = { id: String(preview.body['id']) };
    await check('GET', '/api/v1/calendar/previews/{id}', { token, values });
    await check('GET', '/api/v1/calendar/previews/{id}/rows', { token, values, query: '?becomes=late&limit=5' });
    const body = { previewId: values.id, reason: 'Theo công văn' };
    const published = await check('POST', '/api/v1/calendar/publications', { token, body });
    const publication = { token, values: { id: String(published.body['id']) } };
    await check('GET', '/api/v1/calendar/publications', { token });
    await check('GET', '/api/v1/calendar/publications/{id}', publication);
    await check('POST', '/api/v1/calendar/publications/{id}/cancel', publication);
    await check('POST', '/api/v1/calendar/publications/{id}/resume', publication);
  });

  it('papers and their templates', async () => {
    const officer = await signIn(system.url, 'chuyenvien');
    const leader = await signIn(system.url, 'truongphong');
    const file = { id: known.petition.caseFileId };
    const draft = async () => {
      const { body } = await check('POST', '/api/v1/case-files/{id}/documents', {
        values: file,
        token: officer,
        body: { form: 'ND124.03' },
      });
      const fields = (body as { fields: { name: string; value: unknown; kind: string }[] }).fields;
      const typed = Object.fromEntries(
        fields
          .filter(({ value }) => value === null)
          .map(({ name, kind }) => [name, kind === 'list' ? [{}] : 'Theo hồ sơ']),
      );
      return { values: { id: String(body['id']) }, typed };
    };
    const { values, typed } = await draft();
    const headers = async () => {
      const { headers: sent } = await check('GET', '/api/v1/documents/{id}', { values });
      return { 'if-match': sent.get('etag') ?? '' };
    };
    const step = async (what: string, token: string, body: unknown = {}) =>
      check('POST', `/api/v1/documents/{id}/${what}`, { values, token, body, headers: await headers() });
    await step('fields', officer, { typed });
    await step('submit', officer);
    await step('return', leader, { comment: 'Xem lại' });
    await step('submit', officer);
    await step('approve', leader);
    await step('sign', head);
    await step('issue', clerk);
    await check('GET', '/api/v1/documents/{id}/content.docx', { values });
    await check('GET', '/api/v1/documents/{id}/content.pdf', { values });
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF']), 'đã ký.pdf');
    await check('POST', '/api/v1/documents/{id}/signed', { values, form });
    await check('GET', '/api/v1/documents/{id}/signed', { values });
    await check('POST', '/api/v1/documents/{id}/slips', {
      values,
      body: { addressee: 'complainant', recipient: 'Người gửi đơn', channel: 'handover', sentOn: today() },
    });
    await step('void', clerk, { reason: 'Ban hành nhầm' });
    await check('GET', '/api/v1/documents/register', { query: '?agency=XA-TANTHANH' });
    const index = await check('GET', '/api/v1/case-files/{id}/documents/index', { values: file });
    const [first] = (index.body as { items: { ref: string }[] }).items;
    await check('POST', '/api/v1/case-files/{id}/documents/index', {
      values: file,
      body: { items: [{ ref: first?.ref, pages: 2 }] },
    });
    await check('GET', '/api/v1/document-templates');
    const path = '/api/v1/document-templates/standard/{form}';
    await check('GET', path, { values: { form: 'ND124.10' }, query: '?size=A4' });
    const standard = await fetch(`${system.url}${path.replace('{form}', 'ND124.10')}`, {
      headers: { authorization: `Bearer ${leader}` },
    });
    const upload = new FormData();
    upload.append('form', 'ND124.10');
    upload.append('validFrom', '2035-01-01');
    upload.append('file', new Blob([await standard.arrayBuffer()]), 'mẫu.docx');
    const own = await check('POST', '/api/v1/document-templates', { token: leader, form: upload });
    const template = { values: { id: String(own.body['id']) }, token: leader };
    await check('GET', '/api/v1/document-templates/{id}', template);
    await check('GET', '/api/v1/document-templates/{id}/preview.pdf', template);
  });

  it('operations, and the document itself', async () => {
    await check('GET', '/livez', { token: null });
    await check('GET', '/readyz', { token: null });
    const metrics = await check('GET', '/metrics', { token: null });
    expect(metrics.text).toContain('nghedan_http_request_seconds_bucket');
    expect(metrics.text).not.toMatch(/XA-TANTHANH|Đặng|[0-9a-f]{8}-[0-9a-f]{4}/);
    const served = await call(system.url, 'GET', '/api/openapi.json');
    expect(served.body).toEqual(JSON.parse(JSON.stringify(document)));
    expect((await call(system.url, 'GET', '/api/docs')).status).toBe(200);
  });

  it('left no operation out', () => {
    // The others are called in contract.reception, contract.administration, contract.citizen, contract.leaders, contract.people,
    // contract.desks, contract.oversight, ways-in and national.
    expect(
      described.missed(
        (path) =>
          ![
            isReception,
            isAdministration,
            isLeaders,
            isCitizen,
            isPeople,
            isDesks,
            isOversight,
            isWaysIn,
            isNational,
          ].some((of) => of(path)),
      ),
    ).toEqual([]);
    expect(faults(schemaOf('ProblemDto'), { nonsense: 1 }).length).toBeGreaterThan(3);
  });
});
