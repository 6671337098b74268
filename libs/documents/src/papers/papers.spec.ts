import PizZip from 'pizzip';
import type { Actor } from '#libs/access';
import { AppError, type AgencyId, type CaseFileId, localDate, type Role, type UserId } from '#libs/shared';
import type { FormDefinition } from '../form.js';
import { forms } from '../forms/index.js';
import { formInForce, standardTemplate } from '../rendering/index.js';
import { templateFaults } from './check-template.js';
import { numberedPages, startOf } from './file-index.js';
import { isAllowedIn } from './forms-of.js';
import { pageCount, signatureIn } from './pdf-facts.js';
import type { PaperCase } from './papers.js';
import { isEntitled, signerFor } from './signing-rules.js';

const actor = (roles: readonly Role[]): Actor => ({
  ...{ userId: 7 as UserId, fullName: 'Lê Văn Ký', roles, actingFor: [] },
  ...{ agencyId: 2 as AgencyId, provinceId: 1 as AgencyId, agencies: [2 as AgencyId] },
});
const caseFile: PaperCase = {
  ...{
    id: 'c' as CaseFileId,
    agencyId: 2 as AgencyId,
    agencyLevel: 'commune',
    procedure: 'complaint',
    protected: false,
  },
};
const on = (code: string): FormDefinition => formInForce(code, localDate('2026-08-01'))!;
const decision = forms.find(({ signing }) => signing.by === 'resolver' && signing.capacities.includes('KT'))!;
const byHead = forms.find(({ signing }) => signing.by === 'head' && signing.capacities.includes('TL'))!;

describe('who signs', () => {
  const sign = (form: FormDefinition, who: { own: readonly Role[]; held?: readonly Role[]; title: string }): string => {
    try {
      const person = { fullName: 'Lê Văn Ký', title: who.title, roles: who.own };
      const { capacity, position } = signerFor(form, { actor: actor(who.held ?? who.own), person, caseFile });
      return `${capacity} ${position}`;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      expect([error.status, error.detail]).toEqual([403, expect.stringContaining(form.signing.basis.text)]);
      return error.code;
    }
  };
  it('a decision: the resolver, or the deputy to whom the signature is delegated; nobody by order', () => {
    expect(sign(decision, { own: ['chairman'], title: 'Chủ tịch UBND xã' })).toBe('self Chủ tịch');
    expect(sign(decision, { own: ['unitHead'], held: ['unitHead', 'chairman'], title: 'Phó Chủ tịch UBND xã' })).toBe(
      'KT Phó Chủ tịch',
    );
    expect(sign(decision, { own: ['unitHead'], held: ['unitHead', 'chairman'], title: 'Trưởng phòng' })).toBe(
      'PAPER.NOT_SIGNER',
    );
    expect(sign(decision, { own: ['unitHead'], title: 'Trưởng phòng' })).toBe('PAPER.NOT_SIGNER');
    expect(sign(decision, { own: ['caseOfficer'], title: 'Chuyên viên' })).toBe('PAPER.NOT_SIGNER');
  });
  it('a letter of the head: also by order of the head where the form allows it', () => {
    expect(sign(byHead, { own: ['unitHead'], title: 'Trưởng phòng' })).toBe('TL Trưởng phòng');
    expect(sign(byHead, { own: ['receptionist'], title: 'Công chức' })).toBe('PAPER.NOT_SIGNER');
  });
  it('no form lets a resolver sign by order', () => {
    for (const { code, signing } of forms)
      if (signing.by === 'resolver')
        expect([code, signing.capacities.filter((one) => one === 'TL')]).toEqual([code, []]);
  });
});

describe('who reads', () => {
  const sealed = { ...caseFile, protected: true };
  const named = forms.find(({ audience }) => audience === 'entitled')!;
  const open = forms.find(({ audience }) => audience === 'anyone')!;
  it('identities of a protected file: who resolves it', () => {
    expect(isEntitled(actor(['chairman']), { caseFile: sealed, form: named })).toBe(true);
    expect(isEntitled(actor(['receptionist', 'administrator']), { caseFile: sealed, form: named })).toBe(false);
    expect(isEntitled(actor(['receptionist']), { caseFile: sealed, form: open })).toBe(true);
    expect(isEntitled(actor(['receptionist']), { caseFile, form: named })).toBe(true);
  });
});

describe('which papers a procedure has', () => {
  it('forms of complaints stay with complaints, of denunciations with denunciations', () => {
    expect([isAllowedIn('ND124.03', 'complaint'), isAllowedIn('ND124.03', 'denunciation')]).toEqual([true, false]);
    expect([isAllowedIn('ND31.01', 'denunciation'), isAllowedIn('ND31.01', 'complaint')]).toEqual([true, false]);
    expect(isAllowedIn('FILE.INDEX', 'feedback')).toBe(true);
  });
});

describe('a template an agency edited', () => {
  const changed = async (
    form: FormDefinition,
    change: (zip: PizZip, xml: string) => void,
  ): Promise<readonly string[]> => {
    const zip = new PizZip(await standardTemplate(form));
    change(zip, zip.file('word/document.xml')!.asText());
    return templateFaults(form, zip.generate({ type: 'nodebuffer' }));
  };
  const write = (from: string | RegExp, to: string) => (zip: PizZip, xml: string) => {
    expect(xml.replace(from, to)).not.toBe(xml);
    zip.file('word/document.xml', xml.replace(from, to));
  };
  const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p><w:sectPr`;

  it('every standard template passes its own check', async () => {
    for (const form of forms)
      expect({ code: form.code, faults: templateFaults(form, await standardTemplate(form)) }).toEqual({
        code: form.code,
        faults: [],
      });
  }, 120_000);
  it('is refused with what is wrong, in words', async () => {
    const form = on('ND124.03');
    expect(await changed(form, write('<w:sectPr', line('{Trường lạ}')))).toEqual([
      '{Trường lạ} không có trong mẫu này.',
    ]);
    expect(await changed(form, write('{Số, ký hiệu}', ''))).toEqual(['Thiếu {Số, ký hiệu}.']);
    expect(await changed(form, write('<w:sectPr', line('{#Nơi nhận}')))).toEqual([
      'Đoạn {#Nơi nhận} chưa đóng bằng {/Nơi nhận}.',
    ]);
    expect((await changed(form, (zip) => zip.file('word/vbaProject.bin', 'x')))[0]).toContain('macro');
    const outside =
      '<Relationship Id="rX" Type="http://x/attachedTemplate" Target="http://x/a.dotm" TargetMode="External"/></Relationships>';
    expect(
      (
        await changed(form, (zip) => {
          const name = 'word/_rels/document.xml.rels';
          zip.file(name, zip.file(name)!.asText().replace('</Relationships>', outside));
        })
      )[0],
    ).toContain('trên mạng');
    expect(templateFaults(form, Buffer.from('PK không phải zip'))[0]).toContain('Không mở được');
  });
  it('names no petitioner on a paper for anyone', async () => {
    const form = forms.find(({ audience, code }) => audience === 'anyone' && code === 'ND124.10')!;
    expect((await changed(form, write('<w:sectPr', line('{Địa chỉ người khiếu nại}')))).join()).toContain(
      'thông tin nhận biết người gửi đơn',
    );
  });
});

describe('the file itself', () => {
  it('has pages that run through', () => {
    const filed = [
      { ref: 'a', kind: 'attachment', form: null, number: null, date: null, pages: 3 },
      { ref: 'b', kind: 'paper', form: 'ND124.03', number: '15/TB-UBND', date: localDate('2026-07-08'), pages: 2 },
    ] as const;
    expect(numberedPages(filed).map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [4, 5],
    ]);
    const start = startOf('FILE.INDEX', filed);
    expect(start['Tổng số tờ']).toBe('05');
    expect(start['Tài liệu trong hồ sơ']).toMatchObject([
      { 'Bút lục từ': '01' },
      { 'Số, ngày': '15/TB-UBND, 08/07/2026' },
    ]);
    for (const code of ['FILE.INDEX', 'FILE.HANDOVER'])
      for (const [name, value] of Object.entries(startOf(code, filed))) {
        const field = on(code).fields.find((one) => one.name === name);
        expect([code, name, field?.from]).toEqual([code, name, 'officer']);
        if (Array.isArray(value) && field && 'items' in field)
          expect(Object.keys(value[0] as object).sort()).toEqual([...field.items].sort());
      }
  });
});

describe('an uploaded PDF', () => {
  const pdf = (body: string): Buffer => Buffer.from(`%PDF-1.7\n${body}\n%%EOF\n`);
  it('says whether it is signed, and whether the signature covers all of it', () => {
    expect(signatureIn(pdf('1 0 obj<</Type /Page>>'))).toEqual({ count: 0, coversWholeFile: false });
    const text = '<</Type /Sig /ByteRange [0 10 20 0000] >>';
    const whole = pdf(text).toString('latin1');
    const fixed = whole.replace('0000', String(whole.length - 20).padStart(4, ' '));
    expect(signatureIn(Buffer.from(fixed, 'latin1'))).toEqual({ count: 1, coversWholeFile: true });
    // Words about signatures are none.
    expect(signatureIn(pdf('/ByteRange [0 1 2 3]'))).toEqual({ count: 0, coversWholeFile: false });
  });
  it('says its pages where it can', () => {
    expect(pageCount(pdf('<</Type /Page>><</Type/Page /X 1>><</Type /Pages /Count 2>>'))).toBe(2);
    expect(pageCount(pdf(''))).toBeNull();
  });
});
