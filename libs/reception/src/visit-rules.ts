import { formatDay, type LocalDate, type UnmetRequirement } from '#libs/shared';
import { REFUSAL_GROUNDS, REPLY_CONTENTS, type RefusalGround } from '#workflows/reception';
import type { PersonRole, VisitOutcome, VisitType } from './model.js';

export const NEW_LAW_FROM = '2026-07-01' as LocalDate;

export interface ReceptionWarning {
  readonly code: string;
  readonly message: string;
  readonly citation: string;
}

const unmet = (code: string, title: string, citation: string): UnmetRequirement => ({ code, title, citation });

export interface Group {
  readonly groupSize: number;
  readonly roles: readonly PersonRole[];
  /** The appointment is on paper, signed by all of them. */
  readonly appointedInWriting: boolean;
}

/** How many may speak for a group. The law gives numbers from five people up; below that none is enforced. */
export function representativesAllowed(groupSize: number): { readonly min: number; readonly max: number } | null {
  if (groupSize < 5) return null;
  return { min: 1, max: groupSize <= 10 ? 2 : 5 };
}

/** LTCD Đ.29. */
export function groupLacks({ groupSize, roles, appointedInWriting }: Group): UnmetRequirement[] {
  const allowed = representativesAllowed(groupSize);
  if (!allowed) return [];
  const speaking = roles.filter((role) => role === 'representative').length;
  const lacks: UnmetRequirement[] = [];
  if (speaking < allowed.min || speaking > allowed.max)
    lacks.push(
      unmet(
        'representatives',
        groupSize <= 10
          ? 'Đoàn từ 5 đến 10 người cử 1 hoặc 2 người đại diện'
          : 'Đoàn trên 10 người cử không quá 5 người đại diện',
        'LTCD Đ.29',
      ),
    );
  if (!appointedInWriting)
    lacks.push(unmet('appointment', 'Việc cử người đại diện bằng văn bản có chữ ký của tất cả mọi người', 'LTCD Đ.29'));
  return lacks;
}

export interface IdentitySeen {
  readonly role: PersonRole;
  readonly fullName: string | null;
  readonly address: string | null;
  readonly personalId: string | null;
}

/** What the desk must ask for; nobody is turned away for not having it (the closed list of refusals does not name it). */
export function identityWarnings(people: readonly IdentitySeen[], on: LocalDate): ReceptionWarning[] {
  const newLaw = on >= NEW_LAW_FROM;
  const citation = newLaw ? 'LTCD Đ.7 k2a, Đ.25 k1 (L136); NĐ154 Đ.12 k1' : 'LTCD Đ.7 k2a, Đ.25 k1';
  const lacking = people.filter((one) => !one.fullName || !one.address || (newLaw && !one.personalId));
  if (lacking.length === 0 && people.length > 0) return [];
  return [
    {
      code: 'RECEPTION.IDENTITY_ASKED',
      message: newLaw
        ? 'Cần yêu cầu nêu họ tên, địa chỉ và số căn cước, giấy chứng nhận căn cước, số định danh hoặc số hộ chiếu; thiếu thì ghi chú, không phải căn cứ từ chối.'
        : 'Cần yêu cầu nêu họ tên, địa chỉ hoặc xuất trình giấy tờ tùy thân; thiếu thì ghi chú, không phải căn cứ từ chối.',
      citation,
    },
  ];
}

export function groupWarnings(groupSize: number, appointed: boolean): ReceptionWarning[] {
  const warnings: ReceptionWarning[] = [];
  if (groupSize > 1 && groupSize < 5 && !appointed)
    warnings.push({
      code: 'RECEPTION.GROUP_REPRESENTATIVE',
      message: 'Nhiều người cùng một nội dung phải cử người đại diện để trình bày.',
      citation: 'LTCD Đ.7 k2đ, Đ.29',
    });
  if (groupSize >= 5)
    warnings.push({
      code: 'RECEPTION.MASS_VISIT',
      message:
        'Đoàn đông người: người đứng đầu trực tiếp hoặc cử người tiếp đại diện; khi có kích động, gây rối thì yêu cầu Công an phối hợp.',
      citation: 'LTCD Đ.30, Đ.31; NĐ154 Đ.34',
    });
  return warnings;
}

export interface RefusalAsked {
  readonly ground: string;
  readonly on: LocalDate;
  readonly type: VisitType;
  readonly explained: boolean;
  readonly basis: string | null;
}

const LIST = 'LTCD Đ.9; NĐ154 Đ.4 k1';

/** Refusals stand on the closed list of their day. */
export function refusalLacks({ ground, on, type, explained, basis }: RefusalAsked): UnmetRequirement[] {
  const known = REFUSAL_GROUNDS.find(({ code }) => code === ground);
  if (!known)
    return [
      unmet(
        'refusalGround',
        'Căn cứ từ chối phải thuộc danh mục của Luật và Nghị định; không có căn cứ thì phải tiếp',
        LIST,
      ),
    ];
  const lacks: UnmetRequirement[] = [];
  if (on < known.from)
    lacks.push(unmet('groundInForce', `Căn cứ này áp dụng từ ngày ${formatDay(known.from)}`, known.citation));
  if (known.types && !known.types.includes(type))
    lacks.push(
      unmet(
        'groundFits',
        known.types.includes('feedback')
          ? 'Căn cứ này chỉ áp dụng cho kiến nghị, phản ánh'
          : 'Căn cứ này chỉ áp dụng cho khiếu nại, tố cáo',
        known.citation,
      ),
    );
  if (known.restsOn && !basis) lacks.push(unmet('groundRestsOn', known.restsOn, known.citation));
  if (!explained) lacks.push(unmet('explained', 'Đã giải thích lý do từ chối cho công dân', 'NĐ154 Đ.4 k2'));
  return lacks;
}

export const groundOf = (code: string): RefusalGround | undefined => REFUSAL_GROUNDS.find((one) => one.code === code);

/** A written notice is owed for clause 3 of article 9 and for point h, under the new decree. */
export const owesNotice = (ground: RefusalGround, on: LocalDate): boolean =>
  ground.how === 'written' && on >= NEW_LAW_FROM;

export interface ReplyAsked {
  readonly content: string;
  readonly form: string;
  readonly documentNumber: string | null;
  readonly type: VisitType;
  readonly outcome: VisitOutcome | null;
}

/** LTCD Đ.28 k1: one of four contents, said in person or in writing. */
export function replyLacks({ content, form, documentNumber, type, outcome }: ReplyAsked): UnmetRequirement[] {
  const lacks: UnmetRequirement[] = [];
  const named = REPLY_CONTENTS.find(({ value }) => value === content);
  if (!named)
    lacks.push(
      unmet(
        'replyContent',
        'Trả lời về một trong bốn nội dung: đã thụ lý; cần kéo dài để xác minh thêm; từ chối thụ lý; đã chuyển nơi có thẩm quyền',
        'LTCD Đ.28 k1',
      ),
    );
  if ((content === 'needsTime' || content === 'notAccepted') && (type === 'feedback' || type === 'other'))
    lacks.push(
      unmet('replyFits', 'Nội dung trả lời này chỉ dành cho khiếu nại, tố cáo', named?.citation ?? 'LTCD Đ.28 k1'),
    );
  if (content === 'transferred' && outcome !== 'transferred')
    lacks.push(unmet('wasTransferred', 'Nội dung đã được chuyển đến nơi có thẩm quyền', 'LTCD Đ.28 k1d'));
  if (content === 'accepted' && outcome !== 'petitionRegistered' && outcome !== 'reported')
    lacks.push(unmet('wasReceived', 'Đơn, nội dung trình bày đã được tiếp nhận để giải quyết', 'LTCD Đ.28 k1a'));
  if (form === 'written' && !documentNumber)
    lacks.push(unmet('replyNumber', 'Thông báo bằng văn bản phải có số', 'LTCD Đ.28 k1'));
  return lacks;
}

export interface OutcomeAsked {
  readonly outcome: string;
  readonly on: LocalDate;
  readonly type: VisitType;
  readonly sentTo: string | null;
  readonly documentNumber: string | null;
  readonly contact: string | null;
}

/** LTCD Đ.26: how a matter may be dealt with at the desk. */
export function outcomeLacks({ outcome, on, type, sentTo, documentNumber }: OutcomeAsked): UnmetRequirement[] {
  const lacks: UnmetRequirement[] = [];
  if (outcome === 'guided' && !sentTo)
    lacks.push(
      unmet('guidedTo', 'Nêu cơ quan có thẩm quyền mà công dân được hướng dẫn đến', 'LTCD Đ.26 k1b; NĐ154 Đ.15 k2'),
    );
  if (outcome === 'guided' && type === 'mixed')
    lacks.push(
      unmet('guideSplit', 'Nhiều nội dung thì hướng dẫn tách riêng từng nội dung trước', 'LTCD Đ.25 k3; NĐ154 Đ.14 k4'),
    );
  if (outcome === 'transferred') {
    if (!sentTo || !documentNumber)
      lacks.push(unmet('transferredTo', 'Nêu nơi nhận và số văn bản chuyển', 'LTCD Đ.26 k1b, k2b'));
    if (type !== 'feedback' && on < NEW_LAW_FROM)
      lacks.push(
        unmet(
          'transferAllowed',
          'Trước ngày 01/07/2026 khiếu nại, tố cáo ngoài thẩm quyền chỉ được hướng dẫn',
          'LTCD Đ.26 k1b (gốc)',
        ),
      );
  }
  if (outcome === 'reported' && !sentTo)
    lacks.push(unmet('reportedAbout', 'Nêu cơ quan cấp dưới chưa giải quyết', 'LTCD Đ.26 k1b; NĐ154 Đ.15 k2'));
  return lacks;
}
