import fc from 'fast-check';
import { AppError } from '#libs/shared';
import { cleanText, FieldErrors } from './clean-text.js';
import { escapeCell, looksLikeFormula } from './escape-cell.js';
import { foldAddress, foldContent, foldText } from './fold.js';
import { decodeLegacy, decodeTcvn3, decodeVni, UnicodeWords } from './legacy-encoding.js';
import { isVietnameseSyllable } from './syllable.js';

const SENTENCE =
  'Đặng Thuỷ ở phường Bắc Hồng Lĩnh khiếu nại việc xã cấp giấy chứng nhận quyền sử dụng đất, đường nội bộ chưa làm';

describe('folding', () => {
  it.each([
    ['Hòa', 'Hoà'],
    ['Nguyễn Thị Thúy', 'NGUYỄN THỊ THUÝ'],
    ['Đặng', 'dang'],
    ['318 m²', '318 m2'],
    ['Lê  Thị\u00a0Lan', 'lê thị lan'],
  ])('%s meets %s', (a, b) => expect(foldText(a)).toBe(foldText(b)));

  it('is the same for composed and decomposed text and stays what it is when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')));
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it('keeps a number with separators together', () =>
    expect(foldContent('đất 1.200 m² và 3.500.000 đồng')).toBe('dat 1200 m2 va 3500000 dong'));
  it('writes unit abbreviations out', () =>
    expect(foldAddress('TDP 3, TT. Cầu Gồ, H.Yên Thế')).toBe(
      foldAddress('tổ dân phố 3, thị trấn Cầu Gồ, huyện Yên Thế'),
    ));
});

describe('old encodings', () => {
  it('decodes TCVN3 by the name of its font, soft hyphens and capital fonts included', () => {
    expect(decodeLegacy('§Æng Kim H¹nh', '.VnTime')).toEqual({ text: 'Đặng Kim Hạnh', encoding: 'TCVN3' });
    expect(decodeLegacy('ph\u00adêng B¾c Hång LÜnh', '.VnTime').text).toBe('phường Bắc Hồng Lĩnh');
    expect(decodeLegacy('nguyÔn thÞ lan', '.VnTimeH').text).toBe('NGUYỄN THỊ LAN');
  });

  it('decodes VNI by the name of its font', () => {
    expect(decodeLegacy('Nguyeãn Thò Höôøng', 'VNI-Times')).toEqual({ text: 'Nguyễn Thị Hường', encoding: 'VNI' });
    expect(decodeVni('ÑAËNG THÒ HAÏNH, quyeàn söû duïng ñaát')).toBe('ĐẶNG THỊ HẠNH, quyền sử dụng đất');
  });

  it('decodes by the letters where the font says nothing', () => {
    expect(decodeLegacy('KhiÕu n¹i viÖc cÊp giÊy chøng nhËn', 'Times New Roman')).toEqual({
      text: 'Khiếu nại việc cấp giấy chứng nhận',
      encoding: 'TCVN3',
    });
    expect(decodeLegacy('Khieáu naïi vieäc caáp giaáy chöùng nhaän')).toEqual({
      text: 'Khiếu nại việc cấp giấy chứng nhận',
      encoding: 'VNI',
    });
  });

  it('leaves Unicode alone under an old font, even where every letter could be TCVN3', () => {
    const words = new UnicodeWords();
    words.learn('Kiến nghị sửa đường giao thông', 'Times New Roman');
    expect(decodeLegacy('Đất đai', '.VnTime')).toEqual({ text: 'Đất đai', encoding: null });
    expect(decodeLegacy('Giao thông', '.VnTime', words)).toEqual({ text: 'Giao thông', encoding: null });
    expect(decodeLegacy('xãm 5', '.VnTime', words).text).toBe('xóm 5');
    for (const text of ['Nguyễn Văn An', 'Lê Bá Hà', 'Hà Nội', 'Café', 'plain'])
      expect(decodeLegacy(text, 'Arial')).toEqual({ text, encoding: null });
  });

  it('gives back what was encoded, for every letter of the alphabet', () => {
    const byLetter = new Map<string, string>();
    for (let code = 0xa1; code <= 0xff; code++) {
      const letter = decodeTcvn3(String.fromCharCode(code));
      if (!byLetter.has(letter)) byLetter.set(letter, String.fromCharCode(code));
    }
    const alphabet = 'àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ';
    expect([...alphabet].filter((letter) => decodeTcvn3(byLetter.get(letter) ?? '') !== letter)).toEqual([]);
    const encoded = [...SENTENCE.normalize('NFC')].map((char) => byLetter.get(char) ?? char).join('');
    expect(encoded).not.toBe(SENTENCE);
    expect(decodeLegacy(encoded).text).toBe(SENTENCE);
  });

  it('knows the shape of a syllable', () => {
    for (const word of [
      'nghiêng',
      'quyền',
      'gì',
      'giếng',
      'thuở',
      'khuya',
      'Đặng',
      'ưỡn',
      'oà',
      'khuỷu',
      'được',
      'Nguyễn',
    ])
      expect([word, isVietnameseSyllable(word)]).toEqual([word, true]);
    for (const word of ['Hång', 'NguyÔn', 'ngươif', 'cấc̀', 'höôøng', 'tấp̃', 'xanhh'])
      expect([word, isVietnameseSyllable(word)]).toEqual([word, false]);
  });
});

describe('text at the gate', () => {
  const rule = { label: 'Họ và tên', maxLength: 20 };
  const codeOf = (input: unknown): string | null => {
    const result = cleanText(input, rule);
    return result.ok ? null : result.error.code;
  };

  it.each([
    ['NUL', 'a\u0000b', 'TEXT.CONTROL_CHARACTER'],
    ['half a surrogate', 'a\ud800b', 'TEXT.BROKEN_UNICODE'],
    ['a lone low one', '\udc00', 'TEXT.BROKEN_UNICODE'],
    ['a direction mark', 'a\u202eb', 'TEXT.DIRECTION_MARK'],
    ['an isolate', '\u2066a', 'TEXT.DIRECTION_MARK'],
    ['too many letters', 'a'.repeat(21), 'TEXT.TOO_LONG'],
    ['a number', 7, 'TEXT.NOT_TEXT'],
  ])('refuses %s', (_, input, code) => expect(codeOf(input)).toBe(code));

  it('composes, trims and drops what nobody sees, and never re-cases', () => {
    const cleaned = cleanText('  NGUYỄN\u00a0 thị\u200b Lan\ufeff ', { ...rule });
    expect(cleaned).toEqual({ ok: true, value: 'NGUYỄN thị Lan'.normalize('NFC') });
    expect(cleanText('a \r\n\r\n\r\n b', { ...rule, multiline: true })).toEqual({ ok: true, value: 'a\n\nb' });
    expect(cleanText("<b>'; DROP TABLE", rule)).toEqual({ ok: true, value: "<b>'; DROP TABLE" });
    expect(cleanText('   ', rule)).toEqual({ ok: true, value: null });
  });

  it('passes only text that the database and the screen can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 15 }), (text) => {
        const result = cleanText(text, rule);
        if (!result.ok || result.value === null) return;
        expect(result.value).toBe(result.value.normalize('NFC').trim());
        expect(Buffer.from(result.value, 'utf8').toString('utf8')).toBe(result.value);
        expect(result.value).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
      }),
    );
  });

  it('names every field at once, with a pointer and a Vietnamese sentence', () => {
    const errors = new FieldErrors();
    errors.text('/content', 'x\u0000', { label: 'Nội dung', maxLength: 10 });
    errors.text('/petitioners/0/fullName', '', { ...rule, required: true });
    expect(() => errors.finish()).toThrow(AppError);
    try {
      errors.finish();
    } catch (error) {
      expect((error as AppError).errors).toEqual([
        {
          pointer: '/content',
          code: 'TEXT.CONTROL_CHARACTER',
          message: 'Nội dung có ký tự điều khiển không hiển thị được, hãy gõ lại.',
        },
        { pointer: '/petitioners/0/fullName', code: 'TEXT.REQUIRED', message: 'Chưa nhập họ và tên.' },
      ]);
    }
  });

  it('exports no text that a spreadsheet runs', () => {
    for (const text of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', ' =HYPERLINK("x")', '＝1', '|calc'])
      expect(escapeCell(text).startsWith("'")).toBe(true);
    for (const text of ['Nguyễn', '12/2026', 'a=b', '']) expect(escapeCell(text)).toBe(text);
    expect(looksLikeFormula('=HYPERLINK("http://vidu.vn","Khiếu nại")')).toBe(true);
    expect(looksLikeFormula('- Đề nghị xem xét')).toBe(false);
  });
});
