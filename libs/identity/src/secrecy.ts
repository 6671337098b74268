import type { Actor } from '#libs/access';
import { AppError, type JsonObject, type LocalDate, type PetitionId, type Role, type UserId } from '#libs/shared';
import type { KeyVault } from './ports.js';
import { Sealer, type SealedValue } from './sealer.js';

/** What is on record about the secrecy of one petition: explicit and dated, never the default. */
export const SECRECY_KINDS = {
  identitySelfDisclosed: 'Người tố cáo đã tự tiết lộ danh tính (LTC Đ.47 k2)',
  workingCopiesOnly: 'Người xác minh làm việc với bản đã lược bỏ thông tin người tố cáo (LTC Đ.56 k2)',
  separateMeeting: 'Làm việc riêng với người tố cáo: thời gian, địa điểm chỉ người giải quyết biết (LTC Đ.56 k3)',
  stateSecret: 'Nội dung thuộc bí mật nhà nước: không lưu ở hệ thống này, chỉ ghi nơi lưu',
} as const;
export type SecrecyKind = keyof typeof SECRECY_KINDS;

/** Why somebody may not handle a denunciation (NĐ31 Đ.5 k2, Đ.10 k3). */
export const CONFLICT_KINDS = {
  denounced: 'Người bị tố cáo',
  relative: 'Người thân thích của người bị tố cáo',
  interest: 'Người có lợi ích liên quan trực tiếp với người bị tố cáo',
} as const;
export type ConflictKind = keyof typeof CONFLICT_KINDS;

export interface SecrecyFact {
  readonly id: string;
  readonly kind: SecrecyKind;
  readonly petitionerId: string | null;
  readonly onDay: LocalDate;
  readonly recordedByName: string;
  readonly recordedAt: Date;
  readonly endedAt: Date | null;
}
export interface Conflict {
  readonly id: string;
  readonly userId: number;
  readonly fullName: string;
  readonly kind: ConflictKind;
  readonly declaredByName: string;
  readonly declaredAt: Date;
  readonly endedAt: Date | null;
}
export interface Secrecy<Words> {
  readonly protectedPetition: boolean;
  /** The asker is a verifier or adviser who works from redacted copies. */
  readonly fromCopies: boolean;
  readonly today: LocalDate;
  readonly petitioners: readonly { readonly id: string; readonly ordinal: number }[];
  readonly facts: readonly (SecrecyFact & { readonly words: Words })[];
  readonly conflicts: readonly Conflict[];
}

export interface NewSecrecyFact {
  readonly id: string;
  readonly petitionId: PetitionId;
  readonly petitionerId: string | null;
  readonly kind: SecrecyKind;
  readonly onDay: LocalDate;
  readonly words: SealedValue;
}
export interface NewConflict {
  readonly petitionId: PetitionId;
  readonly userId: UserId;
  readonly kind: ConflictKind;
}

/** Rows of secrecy; each change writes its event into the ledger of every file of the petition in the same transaction. */
export abstract class SecrecyRecords {
  /** Null where the actor does not see the petition. */
  abstract of(actor: Actor, petitionId: PetitionId): Promise<Secrecy<SealedValue> | null>;
  /** False where the same already stands. */
  abstract note(actor: Actor, fact: NewSecrecyFact): Promise<boolean>;
  /** Inside an open transaction, with what else it writes. */
  abstract noteIn(tx: object, actor: Actor, fact: NewSecrecyFact): Promise<boolean>;
  abstract end(actor: Actor, petitionId: PetitionId, id: string): Promise<boolean>;
  /** `nobody`: no active account of the province. From then on the person is on no row of the petition. */
  abstract declare(actor: Actor, conflict: NewConflict): Promise<'declared' | 'stands' | 'nobody'>;
  abstract endConflict(actor: Actor, petitionId: PetitionId, id: string): Promise<boolean>;
}

export interface NoteSecrecy {
  readonly id: string;
  readonly petitionId: PetitionId;
  readonly petitionerId: string | null;
  readonly kind: SecrecyKind;
  readonly onDay: LocalDate;
  /** Where it is on record: the paper, its number and day. */
  readonly where: string;
}

const HEADS: readonly Role[] = ['chairman', 'provinceChairman'];
const ENDERS: readonly Role[] = [...HEADS, 'identityCustodian'];
const refuse = (code: string, status: number, detail: string): AppError =>
  new AppError({ code: `IDENTITY.${code}`, status, title: 'Thông tin người tố cáo (bảo mật)', detail });

/** When secrecy ends, who may not handle the file, who works from copies. */
export class SecrecyDesk {
  private readonly sealer: Sealer;

  constructor(
    private readonly records: SecrecyRecords,
    vault: KeyVault,
  ) {
    this.sealer = new Sealer(vault);
  }

  /** @throws AppError 404 */
  async of(actor: Actor, petitionId: PetitionId): Promise<Secrecy<string>> {
    const found = await this.seen(actor, petitionId);
    const opened = await Promise.all(found.facts.map((fact) => this.opened(fact)));
    // Where somebody disclosed themself, or is met, tells who they are.
    const facts = found.fromCopies ? opened.map((fact) => ({ ...fact, words: '' })) : opened;
    return { ...found, facts };
  }

  /** @throws AppError 403, 404, 409, 422 */
  async note(actor: Actor, { where, ...fact }: NoteSecrecy): Promise<Secrecy<string>> {
    const found = await this.protectedOne(actor, fact.petitionId);
    if (fact.kind === 'workingCopiesOnly' && !actor.roles.some((role) => HEADS.includes(role)))
      throw refuse('ROLE', 403, 'Người giải quyết tố cáo quyết định biện pháp bảo vệ bí mật thông tin (LTC Đ.56).');
    if (found.fromCopies)
      throw refuse('COPIES_ONLY', 403, 'Bạn làm việc với bản đã lược bỏ: người giải quyết tố cáo ghi nhận việc này.');
    if (fact.kind !== 'separateMeeting' && fact.onDay > found.today)
      throw refuse('FUTURE', 422, 'Ngày ghi nhận không được sau hôm nay.');
    const known = found.petitioners.some(({ id }) => id === fact.petitionerId);
    if ((fact.kind === 'identitySelfDisclosed') !== known)
      throw refuse('WHO', 422, 'Việc tự tiết lộ là của từng người: chọn đúng người đứng đơn; việc khác thì bỏ trống.');
    const words = await this.words(fact.id, where);
    if (!(await this.records.note(actor, { ...fact, words })))
      throw refuse('STANDS', 409, 'Việc này đã được ghi nhận và đang có hiệu lực.');
    return this.of(actor, fact.petitionId);
  }

  /** With the registration of a petition, in its transaction: only where the secret lies is kept. */
  async noteStateSecret(tx: object, actor: Actor, { where, ...fact }: Omit<NoteSecrecy, 'kind' | 'petitionerId'>) {
    const words = await this.words(fact.id, where);
    await this.records.noteIn(tx, actor, { ...fact, kind: 'stateSecret', petitionerId: null, words });
  }

  /** @throws AppError 403, 404 */
  async end(actor: Actor, petitionId: PetitionId, id: string): Promise<Secrecy<string>> {
    await this.protectedOne(actor, petitionId);
    if (!actor.roles.some((role) => ENDERS.includes(role))) throw onlyEnders();
    if (!(await this.records.end(actor, petitionId, id))) throw refuse('NOT_FOUND', 404, 'Không có ghi nhận này.');
    return this.of(actor, petitionId);
  }

  /** @throws AppError 404, 409, 422. Answers null where the declarer named themself: they do not see the petition any more. */
  async declare(actor: Actor, conflict: NewConflict): Promise<Secrecy<string> | null> {
    await this.protectedOne(actor, conflict.petitionId);
    const answer = await this.records.declare(actor, conflict);
    if (answer === 'nobody') throw refuse('NOBODY', 422, 'Không có tài khoản đang hoạt động này trong tỉnh.');
    if (answer === 'stands') throw refuse('STANDS', 409, 'Người này đã được ghi nhận có xung đột lợi ích.');
    return conflict.userId === actor.userId ? null : this.of(actor, conflict.petitionId);
  }

  /** What was declared wrongly; sight is not given back by it. @throws AppError 403, 404 */
  async endConflict(actor: Actor, petitionId: PetitionId, id: string): Promise<Secrecy<string>> {
    await this.protectedOne(actor, petitionId);
    if (!actor.roles.some((role) => ENDERS.includes(role))) throw onlyEnders();
    if (!(await this.records.endConflict(actor, petitionId, id)))
      throw refuse('NOT_FOUND', 404, 'Không có ghi nhận này.');
    return this.of(actor, petitionId);
  }

  private words(id: string, where: string): Promise<SealedValue> {
    return this.sealer.seal({ table: 'secrecy', recordId: id }, { where });
  }

  private async seen(actor: Actor, petitionId: PetitionId): Promise<Secrecy<SealedValue>> {
    const found = await this.records.of(actor, petitionId);
    if (!found) throw refuse('NOT_FOUND', 404, 'Không có đơn này, hoặc đơn nằm ngoài phạm vi bạn được xem.');
    return found;
  }

  private async protectedOne(actor: Actor, petitionId: PetitionId): Promise<Secrecy<SealedValue>> {
    const found = await this.seen(actor, petitionId);
    if (!found.protectedPetition) throw refuse('NOT_SEALED', 409, 'Đơn này không thuộc diện bảo mật.');
    return found;
  }

  private async opened({
    words,
    ...fact
  }: SecrecyFact & { readonly words: SealedValue }): Promise<SecrecyFact & { readonly words: string }> {
    const { where } = await this.sealer.open<JsonObject>({ table: 'secrecy', recordId: fact.id }, words);
    return { ...fact, words: typeof where === 'string' ? where : '' };
  }
}

const onlyEnders = (): AppError =>
  refuse('ROLE', 403, 'Người giải quyết tố cáo hoặc người được giao quản lý thông tin mới thôi ghi nhận.');
