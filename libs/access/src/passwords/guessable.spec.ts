import { COMMON_WORDS } from './common-words.js';
import { isGuessable, piecesOf, plain } from './guessable.js';

const ABOUT = ['nva', 'Nguyễn Văn Ánh', 'Ủy ban nhân dân xã Tân Thành', 'XA-TANTHANH', 'Nghe Dân'];
const guessable = (password: string) => isGuessable(password, ABOUT);

describe('a password that guessers try', () => {
  it('is a common one, however it is dressed up', () => {
    for (const password of [
      ...[
        'password123',
        'Password@123',
        'P@ssw0rd2026',
        'qwertyuiop',
        '1234567890',
        '0987654321',
        '1q2w3e4r5t',
        'q1w2e3r4t5',
      ],
      ...[
        '1qaz2wsx3edc',
        'zaq12wsxcde3',
        'iloveyou123',
        'basketball',
        'manchester',
        'welcome2026',
        'letmein1234',
        'changeme!!',
      ],
      ...[
        'aaaaaaaaaa',
        'abcdefghij',
        'abcabcabcabc',
        '123123123123',
        '1111122222',
        'admin@12345',
        'qwerty12345',
        'sunshine99!',
      ],
      ...['147258369147', '789456123789', '!@#$%^&*()', 'football2025', 'superman1234'],
    ])
      expect([password, guessable(password)]).toEqual([password, true]);
  });

  it('is a habit of this country', () => {
    for (const password of [
      ...[
        'matkhau123456',
        'mậtkhẩu2026',
        'anhyeuem123',
        'Anhyeuem@2025',
        'vietnamvodich',
        'hanhphuc2026',
        'toiyeuvietnam',
      ],
      ...[
        '0912345678',
        '0987654321',
        '15081990',
        '15081990ab',
        '19900815!!',
        'nguyenvan1990',
        'Hanoi@123456',
        'motcua@2026',
      ],
    ])
      expect([password, guessable(password)]).toEqual([password, true]);
  });

  it('is made of the person, the agency or this system', () => {
    for (const password of [
      ...[
        'nguyenvananh1',
        'NguyenVanAnh@90',
        'xatanthanh2026',
        'UBND-TanThanh1',
        'ubndxatanthanh',
        'nghedan2026',
        'thanhtra@123',
      ],
      ...['TanThanh@2026', 'tiepcongdan1', 'nvanvanva1'],
    ])
      expect([password, guessable(password)]).toEqual([password, true]);
  });

  it('is none of the phrases and random texts that people are asked for', () => {
    for (const password of [
      ...[
        'con cò bay lả',
        'mưa rơi trên mái ngói',
        'kx7-pq2-vmt-94h',
        'bốn cái ghế tre cũ',
        'đi qua cầu ván đóng đinh',
        'Tj8#kLq2!vR',
      ],
      ...['rau muống xào tỏi', 'thuyền về bến lúc trăng lên', 'correct horse battery staple'],
    ])
      expect([password, guessable(password)]).toEqual([password, false]);
  });

  it('takes any kind of character', () => {
    for (const password of ['92750183640275', 'ẫểữợịỹẳđậọ', '🌾🐃🎋🪷🏮🎏🛶', '{<|~§€¥¢>}'])
      expect([password, guessable(password)]).toEqual([password, false]);
  });

  it('stands for more habits than the three thousand most common passwords', () => {
    const years = Array.from({ length: 47 }, (_, i) => String(1980 + i));
    const endings = [
      ...years,
      '1',
      '12',
      '123',
      '1234',
      '12345',
      '123456',
      '@123',
      '!',
      '2024',
      '2025',
      '2026',
      '01',
      '99',
      '00',
    ];
    const made = [...COMMON_WORDS]
      .flatMap((word) => endings.map((ending) => word + ending))
      .filter((one) => one.length >= 10);
    expect(made.length).toBeGreaterThan(3_000);
    expect(made.filter((one) => !guessable(one))).toEqual([]);
  });

  it('knows a name in all its writings', () => {
    expect(plain('Đỗ Thị Hường')).toBe('do thi huong');
    expect(piecesOf('Xã Tân Thành')).toEqual(['xa', 'xatan', 'xatanthanh', 'tan', 'tanthanh', 'thanh', 'xtt']);
  });
});
