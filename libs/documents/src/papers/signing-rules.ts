import type { Actor } from '#libs/access';
import { AppError, type Role } from '#libs/shared';
import type { Addressee, Capacity, FormDefinition } from '../form.js';
import type { Signer } from '../rendering/index.js';
import type { Colleague, PaperCase } from './papers.js';

const DRAFTERS: readonly Role[] = [
  'receptionist',
  'caseOfficer',
  'unitHead',
  'inspector',
  'chairman',
  'provinceChairman',
];
const APPROVERS: readonly Role[] = ['unitHead', 'chairman', 'provinceChairman'];
const CLERKS: readonly Role[] = ['receptionist', 'caseOfficer', 'unitHead', 'provinceChairman', 'chairman'];
/** Whom the resolution of a protected file needs the identity for (LTC Đ.10, Đ.11); the file names them one by one. */
const ENTITLED: readonly Role[] = ['chairman', 'provinceChairman', 'unitHead', 'caseOfficer', 'inspector'];
const HANDS: Partial<Record<FormDefinition['signing']['by'], readonly Role[]>> = {
  teamLeader: ['caseOfficer', 'unitHead', 'inspector'],
  verifier: ['caseOfficer', 'unitHead', 'inspector'],
  receiver: ['receptionist', 'caseOfficer', 'unitHead'],
  petitioner: DRAFTERS,
  parties: DRAFTERS,
};

export type PaperAct = 'draft' | 'submit' | 'approve' | 'issue';
const WHO: Readonly<Record<PaperAct, { readonly roles: readonly Role[]; readonly text: string }>> = {
  draft: {
    roles: DRAFTERS,
    text: 'Người tiếp nhận, công chức thụ lý, trưởng phòng, thanh tra hoặc người giải quyết soạn văn bản.',
  },
  submit: { roles: DRAFTERS, text: 'Người soạn văn bản trình ký.' },
  approve: { roles: APPROVERS, text: 'Trưởng phòng hoặc người đứng đầu duyệt hay trả lại văn bản.' },
  issue: { roles: CLERKS, text: 'Người làm văn thư, công chức thụ lý hoặc trưởng phòng cho số và phát hành.' },
};

const holds = (actor: Pick<Actor, 'roles'>, roles: readonly Role[]): boolean =>
  roles.some((role) => actor.roles.includes(role));

/** @throws AppError 403 naming who does it. */
export function mustMay(actor: Actor, act: PaperAct): void {
  if (holds(actor, WHO[act].roles)) return;
  throw new AppError({
    code: 'PAPER.ROLE',
    status: 403,
    title: 'Vai trò của bạn không được làm việc này',
    detail: `${WHO[act].text} Căn cứ: Nghị định 30/2020/NĐ-CP Đ.10, Đ.11, Đ.13.`,
  });
}
export const may = (actor: Actor, act: PaperAct): boolean => holds(actor, WHO[act].roles);

/** Whom a protected file does not name to everyone on it: a slip to them says the name, whatever the form. */
const NAMELESS: readonly Addressee[] = ['denouncer', 'protected', 'petitioner', 'complainant'];

/** Whether a person on the file may read identities in it. */
export const mayReadIdentities = (actor: Actor, caseFile: PaperCase): boolean =>
  !caseFile.protected || holds(actor, ENTITLED);

interface AboutPaper {
  readonly caseFile: PaperCase;
  readonly form: FormDefinition;
}
/** Whether the words of the form name whom the file protects. */
export const saysIdentities = ({ caseFile, form }: AboutPaper): boolean =>
  caseFile.protected && form.audience === 'entitled';

/** Whether a slip names whom the file protects. */
export const namesProtected = (caseFile: PaperCase, addressee: string): boolean =>
  caseFile.protected && NAMELESS.some((one) => one === addressee);

/** Whether a person on the file may read this paper. Papers for anyone are read by all who see the file. */
export const isEntitled = (actor: Actor, about: AboutPaper): boolean =>
  !saysIdentities(about) || mayReadIdentities(actor, about.caseFile);

/** @throws AppError 403 with the article. */
export function mustBeEntitled(actor: Actor, about: AboutPaper): void {
  if (isEntitled(actor, about)) return;
  throw new AppError({
    code: 'PAPER.IDENTITY',
    status: 403,
    title: 'Văn bản có thông tin người tố cáo',
    detail:
      'Chỉ người giải quyết và người được giao nhiệm vụ trong hồ sơ được đọc văn bản có thông tin người tố cáo. Căn cứ: Luật Tố cáo 25/2018/QH14 Đ.8, Đ.56.',
  });
}

/** Minutes and receipts are signed by those who wrote them: nothing is submitted to a superior. */
export const isSignedByHand = (form: FormDefinition): boolean => HANDS[form.signing.by] !== undefined;

const headRoles = ({ agencyLevel }: PaperCase): readonly Role[] =>
  agencyLevel === 'department' || agencyLevel === 'unit'
    ? ['unitHead', 'provinceChairman']
    : ['chairman', 'provinceChairman'];

const shortTitle = (title: string | null, fallback: string): string =>
  (title ?? fallback).replace(/\s+(UBND|Ủy ban|Uỷ ban|Sở|xã|phường|đặc khu|tỉnh|thành phố)(\s.*)?$/u, '').trim() ||
  fallback;

function refused(form: FormDefinition, why: string): AppError {
  return new AppError({
    code: 'PAPER.NOT_SIGNER',
    status: 403,
    title: 'Không có thẩm quyền ký văn bản này',
    detail: `${why} Căn cứ: ${form.signing.basis.text}.`,
    unmet: [{ code: 'SIGNER', title: why, citation: form.signing.basis.text }],
  });
}

/** In which capacity a person may sign a form; the law of the form says who. @throws AppError 403 with its article. */
export function signerFor(
  form: FormDefinition,
  { actor, person, caseFile }: { readonly actor: Actor; readonly person: Colleague; readonly caseFile: PaperCase },
): Signer {
  const hands = HANDS[form.signing.by];
  if (hands) {
    if (!holds(actor, hands)) throw refused(form, 'Người trực tiếp lập văn bản ký văn bản này.');
    return { fullName: person.fullName, capacity: 'self', position: shortTitle(person.title, 'Người lập') };
  }
  const capacity = capacityOf(form, { actor, person, heads: headRoles(caseFile) });
  if (form.signing.capacities.includes(capacity) || (capacity === 'self' && form.signing.capacities.includes('TM'))) {
    const asked = capacity === 'self' && !form.signing.capacities.includes('self') ? 'TM' : capacity;
    return { fullName: person.fullName, capacity: asked, position: shortTitle(person.title, 'Chủ tịch') };
  }
  throw refused(form, `Văn bản này không ký ${capacity === 'self' ? 'trực tiếp' : `${capacity}.`}.`);
}

function capacityOf(
  form: FormDefinition,
  { actor, person, heads }: { readonly actor: Actor; readonly person: Colleague; readonly heads: readonly Role[] },
): Capacity {
  const resolverOnly = 'Chỉ người có thẩm quyền giải quyết hoặc cấp phó được giao ký thay ký văn bản này.';
  if (heads.some((role) => person.roles.includes(role))) return /^Phó\s/u.test(person.title ?? '') ? 'KT' : 'self';
  if (holds(actor, heads)) {
    // The head's rights came by delegation: a deputy signs in their place, anyone else only where the form allows it.
    if (/^Phó\s/u.test(person.title ?? '')) return 'KT';
    if (form.signing.by === 'resolver') throw refused(form, resolverOnly);
    return 'TUQ';
  }
  if (form.signing.by !== 'resolver' && holds(actor, ['unitHead'])) return 'TL';
  throw refused(
    form,
    form.signing.by === 'resolver'
      ? resolverOnly
      : 'Người đứng đầu cơ quan hoặc người được giao ký thay, ký thừa lệnh ký văn bản này.',
  );
}
