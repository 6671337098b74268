import { createHash } from 'node:crypto';
import PizZip from 'pizzip';
import { docxText } from '#libs/documents';
import { pdfText } from '#testing/support/read-pdf';
import { call } from './support/call.js';
import { eventually, Office } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Paper {
  id: string;
  form: string;
  title: string;
  state: string;
  rev: number;
  number: string | null;
  actions: string[];
  fields: { name: string; kind: string; optional: boolean; items: string[]; value: unknown }[];
  missing: string[];
  comment: string | null;
  contents: { kind: string; sha256: string; sizeBytes: number; signature: Record<string, unknown> | null }[];
  slips: { id: string; addressee: string; recipient: string; deliveredOn: string | null }[];
  addressees: { key: string; title: string }[];
  signer: { fullName: string; capacity: string } | null;
}
interface Documents {
  papers: Paper[];
  tasks: { id: string; form: string }[];
  allowed: { code: string }[];
}
interface Problem {
  code: string;
  detail: string;
  errors: { message: string }[];
}

const SIGNED_PDF = Buffer.from(
  '%PDF-1.7\n1 0 obj<</Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 40 60 44] >>endobj\n2 0 obj<</Type /Page>>endobj\ntrailer<<>>\n%%EOF\n',
);

describe('a paper from its draft to its delivery', () => {
  let system: RunningSystem;
  let office: Office;
  let caseFileId: string;
  let paper: Paper;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    office = new Office(system);
    ({ id: caseFileId } = await office.complaintFile());
    await office.step('lanhdao', caseFileId, 'ACCEPT', { documentNumber: '15/TB-UBND', conditionsChecked: true });
  });
  afterAll(() => system?.stop());

  const ask = async <Body = Paper & Problem>(
    username: string,
    method: 'GET' | 'POST',
    path: string,
    options: { body?: unknown; rev?: number; key?: string; form?: FormData } = {},
  ) =>
    call<Body>(system.url, method, path, {
      token: await office.token(username),
      ...(options.body === undefined && method === 'POST' && !options.form ? { body: {} } : {}),
      ...(options.body === undefined ? {} : { body: options.body }),
      ...(options.form ? { form: options.form } : {}),
      headers: {
        ...(options.rev === undefined ? {} : { 'if-match': `"${options.rev}"` }),
        ...(options.key ? { 'idempotency-key': options.key } : {}),
      },
    });
  const act = async (username: string, what: string, body: unknown = {}): Promise<Paper> => {
    const answer = await ask(username, 'POST', `/documents/${paper.id}/${what}`, { body, rev: paper.rev });
    if (answer.status !== 200) throw new Error(`${what} as ${username}: ${answer.status} ${answer.text}`);
    return (paper = answer.body);
  };
  const bytes = async (username: string, path: string) => {
    const answer = await fetch(`${system.url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${await office.token(username)}` },
    });
    return {
      status: answer.status,
      from: answer.headers.get('x-made-from'),
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  };
  const typedFor = ({ fields }: Paper): Record<string, unknown> =>
    Object.fromEntries(
      fields
        .filter(({ value }) => value === null || value === '' || (Array.isArray(value) && value.length === 0))
        .map(({ name, kind, items }) => [
          name,
          kind === 'list' ? [Object.fromEntries(items.map((item) => [item, `${item} một`]))] : `${name} đã nhập`,
        ]),
    );

  it('is drafted from the task the acceptance has left, once for one key', async () => {
    const { documents, task } = await eventually('the task of the acceptance', async () => {
      const documents = await office.get<Documents>('chuyenvien', `/case-files/${caseFileId}/documents`);
      const task = documents.tasks.find(({ form }) => form === 'ND124.03');
      return task && { documents, task };
    });
    expect(documents.allowed.map(({ code }) => code)).toEqual(expect.arrayContaining(['ND124.03', 'ND124.15']));
    const body = { form: 'ND124.03', taskId: task.id };
    const first = await ask('chuyenvien', 'POST', `/case-files/${caseFileId}/documents`, { body, key: 'draft-key-1' });
    expect([first.status, first.body.state]).toEqual([201, 'draft']);
    const again = await ask('chuyenvien', 'POST', `/case-files/${caseFileId}/documents`, { body, key: 'draft-key-1' });
    expect(again.body.id).toBe(first.body.id);
    const other = await ask('chuyenvien', 'POST', `/case-files/${caseFileId}/documents`, {
      body: { form: 'ND124.05' },
      key: 'draft-key-1',
    });
    expect(other.status).toBe(422);
    paper = first.body;
  });

  it('shows itself as Word and PDF while it is a draft', async () => {
    const { petitioners } = await office.get<{ petitioners: { fullName: string }[] }>(
      'chuyenvien',
      `/petitions/${(await office.get<{ petitionId: string }>('chuyenvien', `/case-files/${caseFileId}`)).petitionId}`,
    );
    const word = await bytes('chuyenvien', `/documents/${paper.id}/content.docx`);
    const text = docxText(word.bytes);
    expect(text).toContain(petitioners[0]!.fullName);
    expect(text).not.toMatch(/[{}]|undefined/u);
    const pdf = await bytes('chuyenvien', `/documents/${paper.id}/content.pdf`);
    expect(['document', 'standard']).toContain(pdf.from);
    expect(await pdfText(pdf.bytes)).toContain(petitioners[0]!.fullName);
  });

  it('is submitted complete, returned with a comment, submitted again and approved', async () => {
    const early = await ask('lanhdao', 'POST', `/documents/${paper.id}/sign`, { rev: paper.rev });
    expect([early.status, early.body.code]).toEqual([409, 'PAPER.STATE']);
    if (paper.missing.length) {
      const incomplete = await ask('chuyenvien', 'POST', `/documents/${paper.id}/submit`, { rev: paper.rev });
      expect([incomplete.status, incomplete.body.code]).toEqual([422, 'PAPER.INCOMPLETE']);
    }
    const unknown = await ask('chuyenvien', 'POST', `/documents/${paper.id}/fields`, {
      body: { typed: { 'Mục lạ': 'x' } },
      rev: paper.rev,
    });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'PAPER.FIELDS']);
    await act('chuyenvien', 'fields', { typed: typedFor(paper) });
    const stale = await ask('chuyenvien', 'POST', `/documents/${paper.id}/submit`, { rev: paper.rev - 1 });
    expect(stale.status).toBe(412);
    await act('chuyenvien', 'submit');
    expect((await ask('motcua', 'POST', `/documents/${paper.id}/approve`, { rev: paper.rev })).status).toBe(403);
    await act('truongphong', 'return', { comment: 'Ghi rõ căn cứ.' });
    expect(paper).toMatchObject({ state: 'draft', comment: 'Ghi rõ căn cứ.' });
    await act('chuyenvien', 'submit');
    expect(paper.comment).toBeNull();
    await act('truongphong', 'approve');
    expect(paper.state).toBe('approved');
  });

  it('is signed by the resolver only; anyone else hears the article', async () => {
    for (const username of ['chuyenvien', 'motcua']) {
      const refused = await ask(username, 'POST', `/documents/${paper.id}/sign`, { rev: paper.rev });
      expect([refused.status, refused.body.code]).toEqual([403, 'PAPER.NOT_SIGNER']);
      expect(refused.body.detail).toMatch(/Căn cứ: .*Đ\./u);
    }
    await act('lanhdao', 'sign');
    expect(paper).toMatchObject({ state: 'signed', signer: { fullName: 'Phạm Quốc Cường', capacity: 'self' } });
    const again = await ask('chuyenvien', 'POST', `/documents/${paper.id}/fields`, { body: {}, rev: paper.rev });
    expect([again.status, again.body.code]).toEqual([409, 'PAPER.SIGNED']);
  });

  it('takes a number, closes the task and never changes again', async () => {
    await act('motcua', 'issue');
    expect(paper).toMatchObject({ state: 'issued', number: '01/TB-UBND' });
    const { tasks } = await office.get<Documents>('chuyenvien', `/case-files/${caseFileId}/documents`);
    expect(tasks.some(({ form }) => form === 'ND124.03')).toBe(false);
    const first = await bytes('chuyenvien', `/documents/${paper.id}/content.docx`);
    expect(docxText(first.bytes)).toContain('01/TB-UBND');
    expect((await bytes('lanhdao', `/documents/${paper.id}/content.docx`)).bytes.equals(first.bytes)).toBe(true);
    const pdf = await bytes('chuyenvien', `/documents/${paper.id}/content.pdf`);
    expect((await bytes('lanhdao', `/documents/${paper.id}/content.pdf`)).bytes.equals(pdf.bytes)).toBe(true);
    const again = await ask('motcua', 'POST', `/documents/${paper.id}/issue`, { rev: paper.rev });
    expect([again.status, again.body.code]).toEqual([409, 'PAPER.SIGNED']);
  });

  it('keeps the signed PDF byte for byte, once', async () => {
    const upload = (content: Buffer) => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(content)]), 'da-ky.pdf');
      return ask('motcua', 'POST', `/documents/${paper.id}/signed`, { form });
    };
    expect((await upload(Buffer.from('không phải PDF'))).status).toBe(422);
    const kept = await upload(SIGNED_PDF);
    expect(kept.status).toBe(201);
    const copy = kept.body.contents.find(({ kind }) => kind === 'signed')!;
    expect(copy).toMatchObject({ sizeBytes: SIGNED_PDF.length, signature: { count: 1, coversWholeFile: false } });
    expect(copy.sha256).toBe(createHash('sha256').update(SIGNED_PDF).digest('hex'));
    expect((await bytes('lanhdao', `/documents/${paper.id}/signed`)).bytes.equals(SIGNED_PDF)).toBe(true);
    expect((await upload(SIGNED_PDF)).status).toBe(409);
  });

  it('has one slip for each addressee', async () => {
    paper = await office.get<Paper>('motcua', `/documents/${paper.id}`);
    for (const { key } of paper.addressees)
      await ask('motcua', 'POST', `/documents/${paper.id}/slips`, {
        body: { addressee: key, recipient: 'Nơi nhận', channel: 'post', sentOn: '2026-07-08' },
      });
    const wrong = await ask('motcua', 'POST', `/documents/${paper.id}/slips`, {
      body: { addressee: 'denounced', recipient: 'Ai đó', channel: 'post' },
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'PAPER.ADDRESSEE']);
    const { slips } = await office.get<Paper>('motcua', `/documents/${paper.id}`);
    expect(slips.map(({ addressee }) => addressee).sort()).toEqual(paper.addressees.map(({ key }) => key).sort());
    const done = await ask('motcua', 'POST', `/documents/${paper.id}/slips`, {
      body: {
        ...slips[0],
        id: slips[0]!.id,
        address: '',
        proof: 'Giấy báo phát',
        deliveredOn: '2026-07-10',
        sentOn: '2026-07-08',
        channel: 'post',
        addresseeTitle: undefined,
      },
    });
    expect(done.status).toBe(200);
  });

  it('stands in the register and in the index of the file; a voided number keeps its place', async () => {
    const second = await ask('chuyenvien', 'POST', `/case-files/${caseFileId}/documents`, {
      body: { form: 'ND124.03' },
    });
    const before = paper;
    paper = second.body;
    await act('chuyenvien', 'fields', { typed: typedFor(paper) });
    await act('chuyenvien', 'submit');
    await act('truongphong', 'approve');
    await act('lanhdao', 'sign');
    await act('motcua', 'issue');
    await act('motcua', 'void', { reason: 'Ban hành nhầm' });
    expect(paper).toMatchObject({ state: 'voided', number: '02/TB-UBND' });
    paper = before;
    const { items } = await office.get<{
      items: { numberLabel: string; numberSeq: number; state: string; reason: string | null; addressees: string[] }[];
    }>('motcua', '/documents/register');
    expect(items.map(({ numberLabel, numberSeq, state, reason }) => [numberLabel, numberSeq, state, reason])).toEqual([
      ['01/TB-UBND', 1, 'issued', null],
      ['02/TB-UBND', 2, 'voided', 'Ban hành nhầm'],
    ]);
    expect(items[0]?.addressees).toContain('Người khiếu nại');
    const index = await office.get<{ items: { title: string; from: number; to: number; ref: string }[] }>(
      'chuyenvien',
      `/case-files/${caseFileId}/documents/index`,
    );
    expect(index.items.length).toBeGreaterThan(0);
    const counted = await ask<{ items: { from: number; to: number }[] }>(
      'chuyenvien',
      'POST',
      `/case-files/${caseFileId}/documents/index`,
      {
        body: { items: [{ ref: index.items[0]!.ref, pages: 5 }] },
      },
    );
    expect(counted.body.items[0]).toMatchObject({ from: 1, to: 5 });
  });

  it('writes each act in the ledger without a word of the paper', async () => {
    const timeline = await office.timeline(caseFileId);
    const acts = timeline.filter(({ type }) => type.startsWith('PAPER_'));
    expect(acts.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'PAPER_SUBMITTED',
        'PAPER_RETURNED',
        'PAPER_APPROVED',
        'PAPER_SIGNED',
        'PAPER_ISSUED',
        'PAPER_SIGNED_COPY',
        'PAPER_SENT',
        'PAPER_VOIDED',
      ]),
    );
    expect(JSON.stringify(acts.map(({ facts }) => facts))).not.toMatch(/Ghi rõ|nhầm|đã nhập|Đặng|Võ Văn/u);
  });

  it('prints on a template the agency has edited, and refuses one that would name the petitioner to anyone', async () => {
    const standard = async (form: string) => (await bytes('quantri', `/document-templates/standard/${form}`)).bytes;
    const edited = (template: Buffer, change: (xml: string) => string): Buffer => {
      const zip = new PizZip(template);
      zip.file('word/document.xml', change(zip.file('word/document.xml')!.asText()));
      return zip.generate({ type: 'nodebuffer' });
    };
    const upload = (form: string, content: Buffer, validFrom = '2030-01-01') => {
      const body = new FormData();
      body.append('form', form);
      body.append('validFrom', validFrom);
      body.append('file', new Blob([new Uint8Array(content)]), 'mau.docx');
      return ask<{ id: string } & Problem>('truongphong', 'POST', '/document-templates', { form: body });
    };
    const closing = '<w:p><w:r><w:t>Người gửi: {Địa chỉ người khiếu nại}</w:t></w:r></w:p><w:sectPr';
    const open = await standard('ND124.10');
    const named = await upload(
      'ND124.10',
      edited(open, (xml) => xml.replace('<w:sectPr', closing)),
    );
    expect([named.status, named.body.code]).toEqual([422, 'TEMPLATE.REFUSED']);
    expect(named.body.detail).toContain('{Địa chỉ người khiếu nại} là thông tin nhận biết');
    const macro = new PizZip(open);
    macro.file('word/vbaProject.bin', 'x');
    expect((await upload('ND124.10', macro.generate({ type: 'nodebuffer' }))).body.detail).toContain('macro');
    expect((await upload('ND124.10', Buffer.from('không phải Word'))).status).toBe(422);
    const fine = await upload(
      'ND124.10',
      edited(open, (xml) => xml.replace('Kính gửi', 'Trân trọng kính gửi')),
    );
    expect(fine.status).toBe(201);
    const preview = await bytes('truongphong', `/document-templates/${fine.body.id}/preview.pdf`);
    expect(preview.status).toBe(200);
    expect((await ask('chuyenvien', 'GET', '/document-templates')).text).toContain(fine.body.id);
    const usedOn = async (on: string) =>
      (
        await office.get<{ items: { form: string; inForce: boolean; usedId: string | null }[] }>(
          'truongphong',
          `/document-templates?on=${on}`,
        )
      ).items.find(({ form, inForce }) => form === 'ND124.10' && inForce)?.usedId;
    expect([await usedOn('2029-12-31'), await usedOn('2030-01-01')]).toEqual([null, fine.body.id]);
    const sample = await bytes('chuyenvien', '/document-templates/standard/ND124.10/preview.pdf');
    expect([sample.status, sample.bytes.subarray(0, 4).toString()]).toEqual([200, '%PDF']);
    expect((await bytes('lanhdao.tinh', `/document-templates/${fine.body.id}`)).status).toBe(404);
  });
});
