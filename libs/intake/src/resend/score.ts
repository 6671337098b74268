import type { PetitionType } from '#libs/shared';
import { compareAddresses } from '../person/address.js';
import { differByOneSlip } from '../person/personal-id.js';
import { compareNames, type NameAgreement } from '../person/person-name.js';
import { compareContents, contentFeatures, type ContentAgreement, type ContentFeatures } from './content.js';

export interface ResendParty {
  readonly name: string | null;
  readonly personalId: string | null;
  readonly address: string | null;
}

/** What of a petition the comparison reads. */
export interface ResendSubject {
  readonly type: PetitionType | null;
  readonly parties: readonly ResendParty[];
  readonly content: string | null;
}

export interface ResendScore {
  /** 0…1. From `LIKELY_RESEND` on it is shown as a likely resend. */
  readonly score: number;
  /** Vietnamese sentences for the officer; they name no person, number or address. */
  readonly reasons: readonly string[];
}

interface Evidence {
  readonly weight: number;
  readonly reasons: readonly string[];
}

/** Measured on the sample register and on a generated one; see the spec beside. */
export const LIKELY_RESEND = 0.6;

const NOBODY: Evidence = { weight: 0, reasons: [] };

const NAME_REASON: Readonly<Partial<Record<NameAgreement, string>>> = {
  same: 'Trùng họ tên.',
  unaccented: 'Trùng họ tên, một bên viết không dấu.',
  alias: 'Trùng một tên gọi khác ghi trong đơn.',
  initials: 'Họ tên viết tắt khớp với họ tên đầy đủ.',
  shortened: 'Trùng họ và tên, một bên thiếu tên đệm.',
  accentsDiffer: 'Họ tên chỉ khác dấu.',
  spouse: 'Một bên ghi tên vợ hoặc chồng trùng với bên kia.',
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

function addressEvidence(a: ResendParty, b: ResendParty): { readonly column: 0 | 1 | 2; readonly reasons: readonly string[] } {
  const found = compareAddresses(a.address, b.address);
  if (found === 'same') return { column: 0, reasons: ['Cùng địa chỉ.'] };
  if (found === 'compatible') return { column: 0, reasons: ['Cùng địa chỉ, một bên không ghi huyện cũ.'] };
  return { column: found === 'different' ? 2 : 1, reasons: found === 'commune' ? ['Cùng xã, phường.'] : [] };
}

const idReach = (id: string): string => String(id.length);

function compareParties(a: ResendParty, b: ResendParty): Evidence {
  const name = compareNames(a.name, b.name);
  const address = addressEvidence(a, b);
  const nameReasons = NAME_REASON[name] ? [NAME_REASON[name]] : [];
  const both = a.personalId !== null && b.personalId !== null;
  if (both && a.personalId === b.personalId) {
    if (name === 'different') return { weight: 0.75, reasons: ['Trùng số định danh nhưng khác họ tên.', ...address.reasons] };
    return { weight: 1, reasons: ['Trùng số định danh.', ...nameReasons, ...address.reasons] };
  }
  if (both && idReach(a.personalId ?? '') === idReach(b.personalId ?? '')) {
    const slip = differByOneSlip(a.personalId ?? '', b.personalId ?? '') && ['same', 'unaccented'].includes(name) && address.column === 0;
    return slip ? { weight: 0.75, reasons: ['Số định danh lệch một chỗ, có thể gõ nhầm.', ...nameReasons, ...address.reasons] } : NOBODY;
  }
  const missing = both ? 'Một bên ghi CMND cũ, một bên ghi CCCD.' : 'Thiếu số định danh ở một bên.';
  const weight = NAME_WEIGHT[name][address.column];
  return weight === 0 ? NOBODY : { weight, reasons: [...nameReasons, ...address.reasons, missing] };
}

function contentReason(found: ContentAgreement): string {
  if (found.numbersConflict) return 'Nội dung theo cùng một mẫu nhưng khác số liệu.';
  if (found.identical) return 'Nội dung giống hệt.';
  if (found.longer) return 'Nội dung đơn này bao gồm nội dung đơn kia và viết dài hơn.';
  return found.score >= 0.6 ? 'Nội dung cùng một việc, lời viết khác.' : 'Nội dung có phần giống nhau.';
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

export const prepare = (subject: ResendSubject): PreparedSubject => ({ subject, features: subject.content ? contentFeatures(subject.content) : null });

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
  return { score: Math.round(score * 100) / 100, reasons: [...person.reasons, contentReason(content)] };
}
