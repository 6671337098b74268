import type { SeededRandom } from './random.js';

/** Invented people only: names are drawn at random and the personal numbers use a reserved, unissued serial block. */
export interface DemoPerson {
  readonly fullName: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: string;
  readonly personalId: string | null;
  readonly phone: string | null;
  readonly hamlet: string;
}

const FAMILY = [
  ['Nguyễn', 30],
  ['Trần', 11],
  ['Lê', 10],
  ['Phạm', 7],
  ['Hoàng', 5],
  ['Phan', 4],
  ['Vũ', 4],
  ['Võ', 4],
  ['Đặng', 4],
  ['Bùi', 4],
  ['Đỗ', 3],
  ['Hồ', 3],
  ['Ngô', 3],
  ['Dương', 2],
  ['Lý', 2],
  ['Đinh', 2],
  ['Mai', 1],
  ['Tạ', 1],
  ['Trịnh', 1],
] as const;
const MIDDLE_MALE = ['Văn', 'Hữu', 'Đức', 'Quang', 'Minh', 'Xuân', 'Đình', 'Thanh', 'Bá', 'Ngọc'];
const MIDDLE_FEMALE = ['Thị', 'Thị', 'Thị', 'Thu', 'Ngọc', 'Kim', 'Thanh', 'Minh'];
const GIVEN_MALE = [
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Đạt',
  'Hải',
  'Hòa',
  'Hùng',
  'Khánh',
  'Long',
  'Nam',
  'Phúc',
  'Quý',
  'Sơn',
  'Tâm',
  'Thắng',
  'Tuấn',
  'Việt',
];
const GIVEN_FEMALE = [
  'Bình',
  'Dung',
  'Hà',
  'Hạnh',
  'Hoa',
  'Hồng',
  'Hương',
  'Lan',
  'Liên',
  'Mai',
  'Nga',
  'Phượng',
  'Tâm',
  'Thảo',
  'Thủy',
  'Vân',
  'Yến',
];
const HAMLETS = [
  'thôn Đông',
  'thôn Đoài',
  'thôn Trung',
  'thôn Hạ',
  'xóm Mới',
  'thôn Phú Lộc',
  'thôn An Bình',
  'tổ dân phố số 3',
  'thôn Suối Cạn',
  'xóm Bãi',
];

export function demoPerson(random: SeededRandom): DemoPerson {
  const female = random.chance(0.5);
  const family = random.weighted(FAMILY);
  const middle = random.pick(female ? MIDDLE_FEMALE : MIDDLE_MALE);
  const given = random.pick(female ? GIVEN_FEMALE : GIVEN_MALE);
  const year = random.between(1945, 2003);
  const century = year >= 2000 ? 2 : 0;
  const serial = `00${String(random.between(0, 9999)).padStart(4, '0')}`;
  return {
    fullName: `${family} ${middle} ${given}`,
    sex: female ? 'female' : 'male',
    birthDate: String(year),
    personalId: random.chance(0.85)
      ? `099${century + (female ? 1 : 0)}${String(year % 100).padStart(2, '0')}${serial}`
      : null,
    phone: random.chance(0.6) ? `0900${String(random.between(0, 999_999)).padStart(6, '0')}` : null,
    hamlet: random.pick(HAMLETS),
  };
}
