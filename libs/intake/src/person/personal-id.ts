export type PersonalIdKind = 'personal-id' | 'old-id' | 'passport';
export type Sex = 'male' | 'female';

export interface PersonalIdFault {
  readonly code:
    | 'ID.FORMAT'
    | 'ID.LENGTH'
    | 'ID.DIGITS_LOST'
    | 'ID.ZEROS_RESTORED'
    | 'ID.PROVINCE_UNKNOWN'
    | 'ID.SEX_MISMATCH'
    | 'ID.BIRTH_YEAR_MISMATCH';
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export interface PersonalIdReading {
  /** Digits only (passport: capital letter and digits). Null when missing or unreadable; a missing number is allowed. */
  readonly value: string | null;
  readonly kind: PersonalIdKind | null;
  readonly faults: readonly PersonalIdFault[];
}

export interface KnownPerson {
  readonly sex?: Sex | null;
  readonly birthYear?: number | null;
}

// Codes of the place of birth registration, three digits; those of the 63 provinces before 2025-07-01 stay in the numbers.
const PROVINCES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 ' +
    '049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
);

const fault = (
  code: PersonalIdFault['code'],
  message: string,
  severity: PersonalIdFault['severity'] = 'error',
): PersonalIdFault => ({ code, severity, message });
const unreadable = (f: PersonalIdFault): PersonalIdReading => ({ value: null, kind: null, faults: [f] });
const MISSING: PersonalIdReading = { value: null, kind: null, faults: [] };

/** The number as typed, without labels, spaces and marks; null when a spreadsheet has rounded its digits away. */
function bareNumber(input: string | number): string | null {
  if (typeof input === 'number') return Number.isSafeInteger(input) && input >= 0 ? String(input) : null;
  const text = input
    .normalize('NFKC')
    .replace(/^\s*(số\s*)?(cccd|cmnd|cmt|căn cước công dân|căn cước|hộ chiếu|passport)(\s*(số|:))?/iu, '')
    .trim();
  const scientific = /^(\d)(?:[.,](\d+))?e\+?(\d+)$/i.exec(text);
  if (scientific) {
    const digits = `${scientific[1]}${scientific[2] ?? ''}`;
    return digits.length === Number(scientific[3]) + 1 ? digits : null;
  }
  return text.replace(/[\s.'’,_-]/g, '').toUpperCase();
}

/**
 * Reads a personal number: 12-digit CCCD, old 9-digit CMND, or a passport. Leading zeros that a spreadsheet dropped are
 * put back with a warning where the result is a possible number. Disagreement with a known sex or birth year warns: the
 * paper, not the program, says who is right.
 */
export function readPersonalId(input: string | number | null | undefined, known: KnownPerson = {}): PersonalIdReading {
  if (input === null || input === undefined || (typeof input === 'string' && input.trim() === '')) return MISSING;
  const bare = bareNumber(input);
  if (bare === null)
    return unreadable(
      fault('ID.DIGITS_LOST', 'Số định danh đã bị bảng tính làm tròn, mất chữ số; hãy nhập lại theo giấy tờ.'),
    );
  if (bare === '') return MISSING;
  if (/^[A-Z]\d{7,8}$/.test(bare)) return { value: bare, kind: 'passport', faults: [] };
  if (!/^\d+$/.test(bare)) return unreadable(fault('ID.FORMAT', 'Số định danh chỉ gồm chữ số.'));
  if (bare.length === 9) return { value: bare, kind: 'old-id', faults: [] };
  if (bare.length === 12) return { value: bare, kind: 'personal-id', faults: citizenFaults(bare, known) };
  return (
    restored(bare, known) ??
    unreadable(fault('ID.LENGTH', `Số định danh có ${bare.length} chữ số; CCCD có 12, CMND cũ có 9.`))
  );
}

function restored(bare: string, known: KnownPerson): PersonalIdReading | null {
  const warning = (value: string): PersonalIdFault =>
    fault(
      'ID.ZEROS_RESTORED',
      `Số định danh bị mất số 0 ở đầu, đã bù thành ${value.length} chữ số; hãy đối chiếu giấy tờ.`,
      'warning',
    );
  if (bare.length === 10 || bare.length === 11) {
    const value = bare.padStart(12, '0');
    if (!PROVINCES.has(value.slice(0, 3))) return null;
    return { value, kind: 'personal-id', faults: [warning(value), ...citizenFaults(value, known)] };
  }
  if (bare.length === 8) return { value: `0${bare}`, kind: 'old-id', faults: [warning(`0${bare}`)] };
  return null;
}

/** What a 12-digit number says of its holder: digit 4 is century and sex, digits 5–6 the birth year. */
export function decodeCitizenNumber(value: string): { readonly sex: Sex; readonly birthYear: number } {
  const century = Number(value[3]);
  return {
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(century / 2) + Number(value.slice(4, 6)),
  };
}

function citizenFaults(value: string, known: KnownPerson): PersonalIdFault[] {
  const holder = decodeCitizenNumber(value);
  const faults: PersonalIdFault[] = [];
  if (!PROVINCES.has(value.slice(0, 3)))
    faults.push(
      fault('ID.PROVINCE_UNKNOWN', 'Ba số đầu của số CCCD không phải mã nơi đăng ký khai sinh đã biết.', 'warning'),
    );
  if (known.sex && known.sex !== holder.sex)
    faults.push(fault('ID.SEX_MISMATCH', 'Giới tính không khớp với số CCCD.', 'warning'));
  if (known.birthYear && known.birthYear !== holder.birthYear)
    faults.push(fault('ID.BIRTH_YEAR_MISMATCH', 'Năm sinh không khớp với số CCCD.', 'warning'));
  return faults;
}

/** One digit wrong or two neighbours swapped: a slip of the hand rather than another person, if all else agrees. */
export function differByOneSlip(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]));
  const [i, j] = at;
  if (at.length === 1) return true;
  return at.length === 2 && i !== undefined && j === i + 1 && a[i] === b[j] && a[j] === b[i];
}
