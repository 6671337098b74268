import type { PetitionType } from '#libs/shared';
import { compareAddresses } from '../person/address.js';
import { differByOneSlip } from '../person/personal-id.js';
import { compareNames, type NameAgreement } from '../person/person-name.js';
import { compareContents, contentFeatures, type ContentAgreement, type ContentFeatures } from './content.js';

export interface ResendParty {
  readonly name: string | null;
  /** The number, or a keyed hash of it on both sides: only equality and, for numbers, one slip are read from it. */
  readonly personalId: string | null;
  readonly address: string | null;
}

/** What of a petition the comparison reads. */
export interface ResendSubject {
  readonly type: PetitionType | null;
  readonly parties: readonly ResendParty[];
  readonly content: string | null;
}

export interface ResendReason {
  readonly code: ReasonCode;
  /** A Vietnamese sentence. */
  readonly title: string;
}

export interface ResendScore {
  /** 0…1. From `LIKELY_RESEND` on it is shown as a likely resend. */
  readonly score: number;
  /** For the officer; they name no person, number or address. */
  readonly reasons: readonly ResendReason[];
}

interface Evidence {
  readonly weight: number;
  readonly reasons: readonly ReasonCode[];
}

/** Measured on the sample register and on a generated one; see the spec beside. */
export const LIKELY_RESEND = 0.6;

const NOBODY: Evidence = { weight: 0, reasons: [] };

const REASONS = {
  'same-personal-id': 'Trùng số định danh.',
  'same-id-other-name': 'Trùng số định danh nhưng khác họ tên.',
  'id-slip': 'Số định danh lệch một chỗ, có thể gõ nhầm.',
  'id-missing': 'Thiếu số định danh ở một bên.',
  'id-old-and-new': 'Một bên ghi CMND cũ, một bên ghi CCCD.',
  'name-same': 'Trùng họ tên.',
  'name-unaccented': 'Trùng họ tên, một bên viết không dấu.',
  'name-alias': 'Trùng một tên gọi khác ghi trong đơn.',
  'name-initials': 'Họ tên viết tắt khớp với họ tên đầy đủ.',
  'name-shortened': 'Trùng họ và tên, một bên thiếu tên đệm.',
  'name-accents': 'Họ tên chỉ khác dấu.',
  'name-spouse': 'Một bên ghi tên vợ hoặc chồng trùng với bên kia.',
  'address-same': 'Cùng địa chỉ.',
  'address-old-district': 'Cùng địa chỉ, một bên không ghi huyện cũ.',
  'address-commune': 'Cùng xã, phường.',
  'content-identical': 'Nội dung giống hệt.',
  'content-longer': 'Nội dung đơn này bao gồm nội dung đơn kia hoặc ngược lại.',
  'content-reworded': 'Nội dung cùng một việc, lời viết khác.',
  'content-partly': 'Nội dung có phần giống nhau.',
  'content-other-numbers': 'Nội dung theo cùng một mẫu nhưng khác số liệu.',
  'sent-before': 'Đơn này có thể đã được gửi trước đây.',
} as const;
export type ReasonCode = keyof typeof REASONS;

export const reason = (code: ReasonCode): ResendReason => ({ code, title: REASONS[code] });

const NAME_REASON: Readonly<Partial<Record<NameAgreement, ReasonCode>>> = {
  same: 'name-same',
  unaccented: 'name-unaccented',
  alias: 'name-alias',
  initials: 'name-initials',
  shortened: 'name-shortened',
  accentsDiffer: 'name-accents',
  spouse: 'name-spouse',
};

/** Weight of a name where no number speaks: [same address, address unknown or only the commune, other address]. */
const NAME_WEIGHT: Readonly<Record<NameAgreement, readonly [number, number, number]>> = {
  same: [0.96, 0.6, 0.25],
  unaccented: [0.93, 0.55, 0.22],
  alias: [0.9, 0.5, 0.2],
  initials: [0.85, 0.42, 0.1],
  shortened: [0.8, 0.4, 0.1],
  accentsDiffer: [0.55, 0.3, 0.05],
  spouse: [0.55, 0.3, 0.05],
  unknown: [0.4, 0.1, 0],
  different: [0, 0, 0],
};

function addressEvidence(
  a: ResendParty,
  b: ResendParty,
): { readonly column: 0 | 1 | 2; readonly reasons: readonly ReasonCode[] } {
  const found = compareAddresses(a.address, b.address);
  if (found === 'same') return { column: 0, reasons: ['address-same'] };
  if (found === 'compatible') return { column: 0, reasons: ['address-old-district'] };
  return { column: found === 'different' ? 2 : 1, reasons: found === 'commune' ? ['address-commune'] : [] };
}

const idReach = (id: string): string => String(id.length);

function compareParties(a: ResendParty, b: ResendParty): Evidence {
  const name = compareNames(a.name, b.name);
  const address = addressEvidence(a, b);
  const nameReasons = NAME_REASON[name] ? [NAME_REASON[name]] : [];
  const both = a.personalId !== null && b.personalId !== null;
  if (both && a.personalId === b.personalId) {
    if (name === 'different') return { weight: 0.75, reasons: ['same-id-other-name', ...address.reasons] };
    return { weight: 1, reasons: ['same-personal-id', ...nameReasons, ...address.reasons] };
  }
  if (both && idReach(a.personalId ?? '') === idReach(b.personalId ?? '')) {
    const slip =
      differByOneSlip(a.personalId ?? '', b.personalId ?? '') &&
      ['same', 'unaccented'].includes(name) &&
      address.column === 0;
    return slip ? { weight: 0.75, reasons: ['id-slip', ...nameReasons, ...address.reasons] } : NOBODY;
  }
  const missing = both ? 'id-old-and-new' : 'id-missing';
  const weight = NAME_WEIGHT[name][address.column];
  return weight === 0 ? NOBODY : { weight, reasons: [...nameReasons, ...address.reasons, missing] };
}

function contentReason(found: ContentAgreement): ReasonCode {
  if (found.numbersConflict) return 'content-other-numbers';
  if (found.identical) return 'content-identical';
  if (found.longer) return 'content-longer';
  return found.score >= 0.6 ? 'content-reworded' : 'content-partly';
}

/** Types are chosen by hand and slip; a denunciation beside a complaint is nearly always another matter. */
function typeFactor(a: PetitionType | null, b: PetitionType | null): number {
  if (a === null || b === null || a === b || a === 'mixed' || b === 'mixed') return 1;
  return a === 'denunciation' || b === 'denunciation' ? 0.7 : 0.92;
}

export interface PreparedSubject {
  readonly subject: ResendSubject;
  readonly features: ContentFeatures | null;
}

export const prepare = (subject: ResendSubject): PreparedSubject => ({
  subject,
  features: subject.content ? contentFeatures(subject.content) : null,
});

/** Both the person and the matter must agree: the score is their geometric mean. */
export function scoreResend(a: PreparedSubject, b: PreparedSubject): ResendScore {
  let person = NOBODY;
  for (const x of a.subject.parties) {
    for (const y of b.subject.parties) {
      const found = compareParties(x, y);
      if (found.weight > person.weight) person = found;
    }
  }
  if (person.weight === 0 || !a.features || !b.features) return { score: 0, reasons: [] };
  const content = compareContents(a.features, b.features);
  const matter = content.score * typeFactor(a.subject.type, b.subject.type);
  // A weak side is not carried by a strong one: the same neighbour's template, or the same person's other matter.
  const carried = Math.min(person.weight, matter) < 0.5 ? 0.75 : 1;
  const score = Math.sqrt(person.weight * matter) * carried;
  return { score: Math.round(score * 100) / 100, reasons: [...person.reasons, contentReason(content)].map(reason) };
}
