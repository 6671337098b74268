import { ROLES, type Role } from '#libs/shared';
import { oneTimePassword, passwordFault, usernameFault } from './account-rules.js';
import { figuresFaults, OPENING_COUNTERS } from './opening-figures.js';
import { checkPeople, PEOPLE_COLUMNS, type PeopleColumn, readRoles } from './people-sheet.js';
import { ROLE_GUIDES, rolesFault } from './role-guide.js';

describe('roles', () => {
  it('each has a guide that says what it may do and see', () => {
    expect(ROLE_GUIDES.map(({ role }) => role)).toEqual([...ROLES]);
    expect(ROLE_GUIDES.filter(({ may, sees }) => may.length < 20 || sees.length < 20)).toEqual([]);
  });

  it.each<[Role[], 'province' | 'department' | 'commune' | 'unit', RegExp | null]>([
    [['receptionist', 'caseOfficer'], 'commune', null],
    [['chairman'], 'commune', null],
    [['chairman'], 'department', /chỉ dùng ở UBND cấp xã/],
    [['provinceChairman'], 'commune', /cơ quan cấp tỉnh/],
    [['inspector'], 'unit', /Thanh tra/],
    [['administrator', 'identityCustodian'], 'province', /hai người/],
    [[], 'province', /ít nhất một/],
  ])('%j at a %s', (roles, level, fault) => {
    if (fault) expect(rolesFault(roles, level)).toMatch(fault);
    else expect(rolesFault(roles, level)).toBeNull();
  });

  it('are read from a cell by title, short name or code, whatever stands between them', () => {
    expect(readRoles('Chuyên viên thụ lý, xác minh; Trưởng phòng')).toEqual({
      ...{ roles: ['caseOfficer', 'unitHead'], unknown: '' },
    });
    expect(readRoles('MỘT CỬA, chuyên viên').roles).toEqual(['receptionist', 'caseOfficer']);
    expect(readRoles('Thanh tra').roles).toEqual(['inspector']);
    expect(readRoles('Chuyên viên, trưởng nhóm').unknown).toBe('truong nhom');
  });
});

describe('account rules', () => {
  it('take sign-in names without diacritics, and passwords that are long and varied', () => {
    expect(['nguyenvana', 'nva.tanthanh', '1cua-tt'].map(usernameFault)).toEqual([null, null, null]);
    for (const wrong of ['Nguyễn', 'ab', 'a b c', '.abc', 'x'.repeat(41)])
      expect(usernameFault(wrong)).toMatch(/3 đến 40/);
    expect(passwordFault('con cò bay lả', 'nva')).toBeNull();
    for (const wrong of ['ngắn quá', 'mật khẩu của NVA đây', 'aaaaaaaaaaaa'])
      expect(passwordFault(wrong, 'nva')).not.toBeNull();
  });

  it('give one-time passwords that are never twice the same and can be read out', () => {
    const given = new Set(Array.from({ length: 200 }, oneTimePassword));
    expect(given.size).toBe(200);
    expect([...given].filter((text) => !/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){2}$/.test(text))).toEqual([]);
  });
});

describe('a sheet of people', () => {
  const context = {
    agencies: new Map([
      ['XA-TANTHANH', { id: 7, level: 'commune' as const }],
      ['TINH', { id: 1, level: 'province' as const }],
    ]),
    takenUsernames: new Set(['motcua']),
  };
  const row = (number: number, cells: Partial<Record<PeopleColumn, string>>, formulas: PeopleColumn[] = []) => ({
    ...{ row: number, formulas },
    cells: {
      username: `nguoi${number}`,
      fullName: 'Lê Thị Hoa',
      agency: 'xa-tanthanh',
      roles: 'Chuyên viên',
      ...cells,
    },
  });

  it('becomes accounts when every cell is right', () => {
    expect(checkPeople([row(2, { username: ' NguoI2 ' })], context)).toEqual({
      faults: [],
      people: [
        {
          ...{ row: 2, username: 'nguoi2', fullName: 'Lê Thị Hoa', title: null },
          ...{ agencyId: 7, agencyCode: 'XA-TANTHANH', roles: ['caseOfficer'] },
        },
      ],
    });
  });

  it('names row, column and what to do for each fault', () => {
    const { people, faults } = checkPeople(
      [
        row(2, { username: 'motcua' }),
        row(3, { username: '' }),
        row(4, { agency: 'XA-LA' }),
        row(5, { roles: 'Chủ tịch UBND cấp tỉnh' }),
        row(6, { roles: 'thủ kho' }),
        row(7, { username: 'nguoi8' }),
        row(8, { username: 'nguoi8' }),
        row(9, { fullName: '=HYPERLINK("http://x")' }, ['fullName']),
      ],
      context,
    );
    expect(people.map((person) => person.row)).toEqual([7]);
    expect(faults.map((fault) => `${fault.row} ${fault.column} ${fault.code}`)).toEqual([
      '2 Tên đăng nhập PEOPLE.TAKEN',
      '3 Tên đăng nhập PEOPLE.MISSING',
      '4 Mã cơ quan PEOPLE.AGENCY',
      '5 Vai trò PEOPLE.ROLES',
      '6 Vai trò PEOPLE.ROLE_UNKNOWN',
      '8 Tên đăng nhập PEOPLE.TWICE',
      '9 Họ và tên PEOPLE.FORMULA',
    ]);
    expect(faults.find(({ code }) => code === 'PEOPLE.TWICE')?.message).toContain('dòng 7');
    expect(PEOPLE_COLUMNS.length).toBe(5);
  });
});

describe('opening figures', () => {
  const full = Object.fromEntries(OPENING_COUNTERS.map(({ key }) => [key, 0]));
  it('need a whole number for each counter and none besides', () => {
    expect(figuresFaults(full)).toEqual([]);
    const { 'cases.feedback': _left, ...less } = full;
    expect(figuresFaults(less)[0]?.message).toContain('kiến nghị, phản ánh');
    expect(figuresFaults({ ...full, 'cases.feedback': -1, khac: 2 }).map(({ key }) => key)).toEqual([
      'khac',
      'cases.feedback',
    ]);
  });
});
