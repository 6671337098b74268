import type { PetitionType } from '#libs/shared';
import type { ResendSubject } from './score.js';

export interface GeneratedPetition {
  readonly key: number;
  readonly subject: ResendSubject;
  /** The petition this one resends, or null. */
  readonly of: number | null;
  readonly how: string;
}

/** Deterministic numbers for generated corpora; not for secrets. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

// Each matter has two wordings of its own; `#` stands for the number that tells two matters apart.
const MATTERS: readonly (readonly [PetitionType, string, string])[] = [
  [
    'complaint',
    'Đề nghị xem xét lại Thông báo số #/TB-UBND thu hồi thửa đất trồng chè của gia đình mà không lấy ý kiến.',
    'Tôi không nhất trí với Thông báo số #/TB-UBND vì thửa đất trồng chè bị thu hồi mà gia đình không được lấy ý kiến.',
  ],
  [
    'complaint',
    'Khiếu nại bảng áp giá đền bù # cây cà phê đang kỳ kinh doanh bị tính thành cây trồng mới.',
    'Bảng áp giá tính # cây cà phê kỳ kinh doanh thành cây trồng mới, gia đình yêu cầu tính lại tiền đền bù.',
  ],
  [
    'feedback',
    'Phản ánh cột điện số # nghiêng về phía trường tiểu học, dây võng sát mái nhà dân.',
    'Cột điện số # cạnh trường tiểu học bị nghiêng, dây điện võng xuống sát mái nhà, mong ngành điện sửa.',
  ],
  [
    'feedback',
    'Kiến nghị lắp đèn chiếu sáng cho # mét đường vào nghĩa trang liệt sĩ, buổi tối đi lại nguy hiểm.',
    'Đường vào nghĩa trang liệt sĩ dài # mét chưa có đèn chiếu sáng, tối đi lại rất nguy hiểm.',
  ],
  [
    'complaint',
    'Khiếu nại việc truy thu # nghìn đồng tiền bảo hiểm y tế của hộ cận nghèo đã được miễn.',
    'Hộ cận nghèo chúng tôi đã được miễn nhưng vẫn bị truy thu # nghìn đồng tiền bảo hiểm y tế.',
  ],
  [
    'denunciation',
    'Tố cáo kế toán hợp tác xã lập # phiếu chi khống tiền phân bón vụ mùa.',
    'Kế toán hợp tác xã đã lập khống # phiếu chi mua phân bón vụ mùa, đề nghị làm rõ.',
  ],
  [
    'feedback',
    'Phản ánh chợ tạm họp lấn lòng đường gây ùn tắc mỗi sáng.',
    'Mỗi sáng chợ tạm lấn hết lòng đường, xe cộ ùn tắc.',
  ],
  [
    'complaint',
    'Khiếu nại việc không giải quyết hồ sơ trợ cấp người cao tuổi nộp từ quý trước.',
    'Hồ sơ trợ cấp người cao tuổi tôi nộp từ quý trước đến nay chưa được giải quyết.',
  ],
];
const TAILS = [
  'Đề nghị lãnh đạo xã trả lời bằng văn bản.',
  'Gia đình đã nhiều lần lên xã hỏi nhưng không ai giải thích.',
  'Tôi xin chịu trách nhiệm về nội dung đơn.',
];
const FAMILY = ['Hà', 'Lương', 'Triệu', 'Nông', 'Chu', 'Kiều', 'Quách', 'Đoàn', 'Cao', 'Trịnh', 'Lý', 'Vi'];
const MIDDLE = ['Thị', 'Văn', 'Ngọc', 'Quốc', 'Bích', 'Thị Thu', 'Trọng'];
const GIVEN = [
  'Thảo',
  'Kỳ',
  'Nhàn',
  'Sáng',
  'Thuý',
  'Hoà',
  'Bích',
  'Tám',
  'Lệ',
  'Phượng',
  'Duy',
  'Quế',
  'Hoan',
  'Tĩnh',
  'Mỵ',
  'Đô',
  'Chất',
  'Lựu',
];
const COMMUNES = [
  'xã Ea Súp',
  'xã Yên Minh',
  'phường Tân Biên',
  'thị trấn Sa Thầy, huyện Sa Thầy',
  'xã Mường So, huyện Phong Thổ',
];
const HAMLETS = ['buôn Trấp', 'thôn Nà Khoang', 'khu phố 7', 'bản Hua Bó', 'ấp Cây Da', 'tổ dân phố 12'];
const PROVINCES = ['066', '002', '075', '062', '012'];

const unaccented = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
const initials = (name: string): string =>
  name
    .split(' ')
    .map((word, i, all) => (i > 0 && i < all.length - 1 ? `${word.charAt(0)}.` : word))
    .join(' ');
const district = (address: string): string => (address.includes('huyện') ? address.replace(/, huyện.*$/, '') : address);

interface Person {
  readonly name: string;
  readonly personalId: string;
  readonly address: string;
}

/** A register unlike the sample: other templates, names and units, with the same kinds of trap and some worse. */
export function generateCorpus(seed: number, size: number): readonly GeneratedPetition[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const person = (): Person => ({
    name: `${pick(FAMILY)} ${pick(MIDDLE)} ${pick(GIVEN)}`,
    personalId: `${pick(PROVINCES)}${Math.floor(random() * 2)}${digits(8)}`,
    address: `${pick(HAMLETS)}, ${pick(COMMUNES)}`,
  });
  const petitions: GeneratedPetition[] = [];
  const originals: { key: number; person: Person; matter: number; number: string }[] = [];
  const add = (
    who: Partial<Person>,
    text: readonly [PetitionType, string],
    origin: { of: number | null; how: string },
  ): number => {
    const party = { name: who.name ?? null, personalId: who.personalId ?? null, address: who.address ?? null };
    petitions.push({
      key: petitions.length,
      subject: { type: text[0], parties: [party], content: text[1] },
      ...origin,
    });
    return petitions.length - 1;
  };
  const say = (matter: number, wording: 1 | 2, number: string): readonly [PetitionType, string] => {
    const found = MATTERS[matter] as (typeof MATTERS)[number];
    return [found[0], found[wording].replace('#', number)];
  };
  const resends: Readonly<
    Record<string, (o: (typeof originals)[number]) => readonly [Partial<Person>, readonly [PetitionType, string]]>
  > = {
    'same words': (o) => [o.person, say(o.matter, 1, o.number)],
    reworded: (o) => [o.person, say(o.matter, 2, o.number)],
    longer: (o) => [
      o.person,
      [say(o.matter, 1, o.number)[0], `${say(o.matter, 1, o.number)[1]} ${pick(TAILS)} ${pick(TAILS)}`],
    ],
    'no number': (o) => [{ ...o.person, personalId: undefined }, say(o.matter, 2, o.number)],
    'no name': (o) => [{ ...o.person, name: undefined }, say(o.matter, 1, o.number)],
    initials: (o) => [
      { ...o.person, name: initials(o.person.name), personalId: undefined },
      say(o.matter, 1, o.number),
    ],
    unaccented: (o) => [
      { ...o.person, name: unaccented(o.person.name), personalId: undefined },
      [say(o.matter, 1, o.number)[0], unaccented(say(o.matter, 1, o.number)[1])],
    ],
    'married name': (o) => [
      { ...o.person, name: `Bà ${o.person.name} (vợ ông ${pick(FAMILY)} Văn ${pick(GIVEN)})`, personalId: undefined },
      say(o.matter, 2, o.number),
    ],
    'old card': (o) => [{ ...o.person, personalId: digits(9) }, say(o.matter, 1, o.number)],
    'new address style': (o) => [
      { ...o.person, address: district(o.person.address), personalId: undefined },
      say(o.matter, 1, o.number),
    ],
    'typing slip in the number': (o) => [
      {
        ...o.person,
        personalId:
          o.person.personalId.slice(0, 10) +
          String((Number(o.person.personalId[10]) + 1) % 10) +
          o.person.personalId.slice(11),
      },
      say(o.matter, 1, o.number),
    ],
    moved: (o) => [{ ...o.person, address: `${pick(HAMLETS)}, ${pick(COMMUNES)}` }, say(o.matter, 2, o.number)],
  };
  const traps: readonly ((
    o: (typeof originals)[number],
  ) => readonly [Partial<Person>, readonly [PetitionType, string], string])[] = [
    (o) => [{ ...person(), address: o.person.address }, say(o.matter, 1, o.number), 'neighbour with the same text'],
    (o) => [
      {
        ...o.person,
        name: `${o.person.name.split(' ').slice(0, -1).join(' ')} ${pick(GIVEN.filter((g) => !o.person.name.endsWith(g)))}`,
        personalId: `${o.person.personalId.slice(0, 6)}${digits(6)}`,
      },
      say(o.matter, 2, o.number),
      'sibling',
    ],
    (o) => [
      o.person,
      say((o.matter + 1 + Math.floor(random() * (MATTERS.length - 1))) % MATTERS.length, 1, digits(3)),
      'same person, other matter',
    ],
    (o) => [
      { ...o.person, personalId: person().personalId, address: `${pick(HAMLETS)}, xã Khác ${digits(2)}` },
      say(o.matter, 1, o.number),
      'namesake',
    ],
    (o) => [
      { ...o.person, personalId: undefined, address: `${pick(HAMLETS)}, xã Khác ${digits(2)}` },
      say(o.matter, 1, o.number),
      'namesake elsewhere without a number',
    ],
    (o) => [
      o.person,
      say(o.matter, 1, String(100 + Math.floor(random() * 900))),
      'same person, same template, other number',
    ],
    (o) => [
      { ...person(), personalId: undefined, address: o.person.address },
      say(o.matter, 1, o.number),
      'neighbour without a number',
    ],
  ];
  while (petitions.length < size) {
    const matter = Math.floor(random() * MATTERS.length);
    const number = String(100 + Math.floor(random() * 900));
    const who = person();
    originals.push({ key: add(who, say(matter, 1, number), { of: null, how: 'first' }), person: who, matter, number });
    const known = pick(originals);
    const chance = random();
    if (chance < 0.35) {
      const [how, make] = pick(Object.entries(resends));
      add(...make(known), { of: known.key, how });
    } else if (chance < 0.7) {
      const [trapWho, text, how] = pick(traps)(known);
      add(trapWho, text, { of: null, how });
    }
  }
  return petitions;
}
