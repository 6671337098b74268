import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { denouncesOnline } from './denounces.js';
import { type OnlineFiling, petitionOf, requireWhole, takenAs, wordsFor } from './online-filing.js';
import { checkPdfSignature, signatureStands } from './pdf-signature.js';

const sender = { fullName: 'Lò Thị Mẫu', address: 'Bản 3, xã Tân Thành' };
const filing = (more: Partial<OnlineFiling>): OnlineFiling => ({
  ...{ kind: 'feedback', agencyCode: 'XA-TANTHANH', content: 'Đường liên thôn hỏng đã lâu', sender },
  idempotencyKey: 'once-only',
  ...more,
});

describe('what is sent online', () => {
  it('is known to denounce by its words, with and without diacritics', () => {
    for (const words of [
      'Tôi tố cáo ông A',
      'to cao ong A',
      'Chủ tịch xã nhận tiền để cấp sổ',
      'cán bộ đòi hối lộ',
      'địa chính vòi vĩnh, nhũng nhiễu dân',
    ])
      expect([words, denouncesOnline(words)]).toEqual([words, true]);
    for (const words of [
      'Đề nghị sửa đường liên thôn',
      'Chưa nhận tiền hỗ trợ bão lũ',
      'Cán bộ một cửa trả lời gắt gỏng',
      'Không đồng ý mức bồi thường',
    ])
      expect([words, denouncesOnline(words)]).toEqual([words, false]);
  });

  it('becomes information when feedback denounces, and is sealed by its type', () => {
    const denouncing = filing({ content: 'Trưởng thôn tham ô tiền quỹ' });
    expect(takenAs(denouncing)).toBe('information');
    const petition = petitionOf(denouncing, { taken: 'information', today: '2026-07-06' });
    expect([petition.type, petition.channel]).toEqual(['denunciation', 'online']);
    expect(wordsFor(denouncing, 'information').join(' ')).toMatch(/Đ\.22.*Đ\.25/s);
  });

  it('is asked to be parted when a complaint denounces as well', () => {
    expect(() => takenAs(filing({ kind: 'complaint', content: 'Khiếu nại quyết định và tố cáo cán bộ' }))).toThrow(
      expect.objectContaining({ code: 'ONLINE.TWO_MATTERS' }) as Error,
    );
  });

  it('names its sender, but for information', () => {
    const nameless = filing({ sender: {} });
    expect(() => requireWhole(nameless, 'feedback')).toThrow(expect.objectContaining({ status: 422 }) as Error);
    expect(() => requireWhole(filing({ kind: 'information', sender: {} }), 'information')).not.toThrow();
  });

  it('is signed where it complains', () => {
    expect(() => requireWhole(filing({ kind: 'complaint' }), 'complaint')).toThrow(
      expect.objectContaining({ code: 'ONLINE.NOT_SIGNED' }) as Error,
    );
  });
});

describe('the signature in a PDF', () => {
  const pdf = readFileSync(join(import.meta.dirname, '../../fixtures/signed-online.pdf'));
  const holds = (bytes: Buffer) =>
    Object.fromEntries((checkPdfSignature(bytes) ?? []).map((finding) => [finding.code, finding.holds]));

  it('stands, and what no machine here can know is said to be unchecked', () => {
    expect(holds(pdf)).toEqual({
      ...{ PRESENT: true, WHOLE: true, DIGEST: true, KEY: true },
      ...{ TRUST: null, REVOCATION: null, PERSON: null },
    });
    expect(signatureStands(checkPdfSignature(pdf))).toBe(true);
    expect(checkPdfSignature(pdf)?.find(({ code }) => code === 'KEY')?.detail).toBe('Nguyen Van Mau');
  });

  it('breaks when one letter of the text is another', () => {
    const changed = Buffer.from(pdf);
    changed[12] = (changed[12] ?? 0) ^ 1;
    expect(holds(changed)).toMatchObject({ DIGEST: false, KEY: true });
    expect(signatureStands(checkPdfSignature(changed))).toBe(false);
  });

  it('does not cover what was put behind it', () => {
    expect(holds(Buffer.concat([pdf, Buffer.from('\n% more')]))).toMatchObject({ WHOLE: false, DIGEST: true });
  });

  it('is another key’s when the signature itself is changed', () => {
    const text = pdf.toString('latin1');
    const last = text.indexOf('0'.repeat(200)) - 8;
    const changed = Buffer.from(pdf);
    changed.write(text[last] === 'a' ? 'b' : 'a', last, 'latin1');
    expect(holds(changed)).toMatchObject({ DIGEST: true, KEY: false });
  });

  it('is missed where there is none, and a broken one stands for nothing', () => {
    expect(checkPdfSignature(Buffer.from('%PDF-1.7\n%%EOF'))).toBeNull();
    const garbled = Buffer.from(pdf.toString('latin1').replace(/\/Contents <3082/, '/Contents <0000'), 'latin1');
    expect(holds(garbled)).toMatchObject({ PRESENT: false, DIGEST: false, KEY: false });
    expect(signatureStands(checkPdfSignature(garbled))).toBe(false);
  });
});
