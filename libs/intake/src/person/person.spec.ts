import fc from 'fast-check';
import { compareAddresses, parseAddress } from './address.js';
import { compareNames, foldName } from './person-name.js';
import { decodeCitizenNumber, differByOneSlip, readPersonalId } from './personal-id.js';

const codes = (input: string | number | null, known = {}): string[] =>
  readPersonalId(input, known).faults.map((f) => f.code);

describe('personal numbers', () => {
  it('reads 12 digits, 9 digits and a passport however they are written', () => {
    expect(readPersonalId('038 192.136 437')).toEqual({ value: '038192136437', kind: 'personal-id', faults: [] });
    expect(readPersonalId('CMND: 012345678')).toEqual({ value: '012345678', kind: 'old-id', faults: [] });
    expect(readPersonalId("'038192136437").value).toBe('038192136437');
    expect(readPersonalId('b1234567').kind).toBe('passport');
  });

  it('allows a missing number', () => {
    for (const missing of [null, undefined, '', '  '])
      expect(readPersonalId(missing)).toEqual({ value: null, kind: null, faults: [] });
  });

  it('puts lost zeros back and says so', () => {
    expect(readPersonalId(36201044882)).toMatchObject({
      value: '036201044882',
      faults: [{ code: 'ID.ZEROS_RESTORED', severity: 'warning' }],
    });
    expect(readPersonalId(1183364754).value).toBe('001183364754');
    expect(readPersonalId('12345678').value).toBe('012345678');
  });

  it('refuses what cannot be a number of a person', () => {
    expect(codes('1234567')).toEqual(['ID.LENGTH']);
    expect(codes('0381921364370')).toEqual(['ID.LENGTH']);
    expect(codes('03819213643x')).toEqual(['ID.FORMAT']);
    expect(codes('3.82E+10')).toEqual(['ID.DIGITS_LOST']);
    expect(codes('3.8192136437E+10')).toEqual(['ID.ZEROS_RESTORED']);
    expect(codes(99_201_044_882)).toEqual(['ID.LENGTH']);
  });

  it('warns where sex, birth year or place disagree with the digits', () => {
    expect(codes('038192136437', { sex: 'female', birthYear: 1992 })).toEqual([]);
    expect(codes('038192136437', { sex: 'male', birthYear: 1991 })).toEqual([
      'ID.SEX_MISMATCH',
      'ID.BIRTH_YEAR_MISMATCH',
    ]);
    expect(codes('003192136437')).toEqual(['ID.PROVINCE_UNKNOWN']);
    expect(decodeCitizenNumber('036201044882')).toEqual({ sex: 'male', birthYear: 2001 });
  });

  it('keeps every full number as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (n) => {
        const id = String(n).padStart(12, '0');
        expect(readPersonalId(id)).toMatchObject({ value: id, kind: 'personal-id' });
      }),
    );
  });

  it('tells a slip of the hand from another number', () => {
    expect(differByOneSlip('038192136437', '038192136431')).toBe(true);
    expect(differByOneSlip('038192136437', '038192163437')).toBe(true);
    expect(differByOneSlip('038192136437', '038192136518')).toBe(false);
    expect(differByOneSlip('038192136437', '038192136437')).toBe(false);
  });
});

describe('names', () => {
  it.each([
    ['Nguyễn Thị Lan', 'NGUYỄN THỊ LAN', 'same'],
    ['Phạm Thế Hòa', 'Phạm Thế Hoà', 'same'],
    ['Lý Văn Quý', 'Lí Văn Quí', 'same'],
    ['Đặng Thị Hạnh', 'Dang Thi Hanh', 'unaccented'],
    ['Đặng Thị Hạnh', 'Đặng Thị Hành', 'accentsDiffer'],
    ['Nguyễn T. Lan', 'Nguyễn Thị Lan', 'initials'],
    ['N.T. Lan', 'Nguyễn Thị Lan', 'initials'],
    ['Nguyễn Lan', 'Nguyễn Thị Lan', 'shortened'],
    ['Bà Nguyễn Thị Lan (vợ ông Trần Văn Hùng)', 'Nguyễn Thị Lan', 'same'],
    ['Bà Hoa (tức Nguyễn Thị Lan)', 'Nguyễn Thị Lan', 'alias'],
    ['Trần Thị Hùng (vợ ông Trần Văn Hùng)', 'Trần Văn Hùng', 'spouse'],
    ['Nguyễn Văn An', 'Nguyễn Văn Bình', 'different'],
    ['Nguyễn T. Lan', 'Nguyễn Thị Liên', 'different'],
    ['Nguyễn Thị Lan', null, 'unknown'],
  ])('%s and %s: %s', (a, b, agreement) => {
    expect(compareNames(a, b)).toBe(agreement);
    expect(compareNames(b, a)).toBe(agreement);
  });

  it('folds to one block whatever the title, case and marks', () => {
    expect(foldName('Ông/Bà Lý Thị Mỵ')).toBe(foldName('LÍ THỊ MỴ'));
    expect(foldName('Bà Nguyễn Thị Lan (vợ ông Hùng)')).toBe('nguyen thi lan');
  });
});

describe('addresses', () => {
  it('takes an address apart with or without commas', () => {
    expect(parseAddress('xóm 5, thị trấn Cầu Gồ, huyện Yên Thế')).toEqual({
      hamlet: 'xom 5',
      commune: 'thi tran cau go',
      district: 'huyen yen the',
      province: '',
    });
    expect(parseAddress('thôn 1 phường Đậu Liêu thị xã Hồng Lĩnh tỉnh Hà Tĩnh')).toEqual({
      hamlet: 'thon 1',
      commune: 'phuong dau lieu',
      district: 'thi xa hong linh',
      province: 'tinh ha tinh',
    });
  });

  it.each([
    ['thôn 1, xã Tân Thành', 'Thôn 1, xã Tân Thành', 'same'],
    ['thôn 1, xã Tân Thành, huyện Tân Yên', 'thôn 1, xã Tân Thành', 'compatible'],
    ['thôn 1, xã Tân Thành, huyện Tân Yên', 'thôn 1, xã Tân Thành, huyện Vũ Thư', 'different'],
    ['thôn 1, xã Tân Thành', 'thôn 2, xã Tân Thành', 'different'],
    ['xã Tân Thành', 'thôn 2, xã Tân Thành', 'commune'],
    ['TT. Cầu Gồ, H. Yên Thế', 'thị trấn Cầu Gồ, huyện Yên Thế', 'commune'],
    ['', 'xã Tân Thành', 'unknown'],
  ])('%s and %s: %s', (a, b, agreement) => expect(compareAddresses(a, b)).toBe(agreement));
});
