import type { Actor } from '#libs/access';
import {
  AppError,
  type AgencyId,
  type AttachmentId,
  type CaseFileId,
  type JsonObject,
  type PetitionId,
  type Role,
} from '#libs/shared';
import type { KeyVault } from './ports.js';
import {
  type Identity,
  type IdentityRecords,
  type PetitionText,
  type ReadingPurpose,
  type ReadingRight,
  type Release,
  type SealedPerson,
} from './releases.js';
import { Sealer } from './sealer.js';

export interface ReleaseRequest {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly registerLabel: string;
  readonly purpose: ReadingPurpose;
  /** How long the answer may be read, hours; at most three days (internal rule). */
  readonly hours: number;
  readonly reason: string;
}

export type ReleaseView = Omit<Release, 'reason'> & { readonly reason: string };

const CUSTODIAN: Role = 'identityCustodian';
const OVERSEERS: readonly Role[] = [CUSTODIAN, 'inspector'];

const refuse = (code: string, status: number, detail: string): AppError =>
  new AppError({ code: `IDENTITY.${code}`, status, title: 'Thông tin người tố cáo (bảo mật)', detail });
const noFile = (): AppError =>
  refuse('NOT_FOUND', 404, 'Không có hồ sơ này, hoặc hồ sơ nằm ngoài phạm vi bạn được xem.');

const copiesOnly = (): AppError =>
  refuse(
    'COPIES_ONLY',
    403,
    'Người giải quyết tố cáo đã quyết định người xác minh làm việc với bản lược bỏ thông tin người tố cáo (LTC Đ.56 k2); khi cần, gửi đề nghị khai thác.',
  );

interface Reading {
  readonly caseId: CaseFileId;
  readonly right: ReadingRight;
  readonly purpose: ReadingPurpose;
}
const factsOf = (right: ReadingRight, purpose: ReadingPurpose): JsonObject => ({
  ...{ purpose, by: right.by },
  ...(right.by === 'release' ? { releaseId: right.releaseId } : {}),
});

/**
 * Reading who a denouncer is. Those the law lets work with the denouncer (receiver, resolver, named members of the team) have a
 * standing right to the file and read with a purpose (LTC Đ.11 k2d; NĐ 31 Đ.11 k1); everybody else asks, a custodian who is
 * another person decides, and the answer has an end. Each reading is an event of the file's ledger.
 */
export class IdentityDesk {
  private readonly sealer: Sealer;

  constructor(
    private readonly records: IdentityRecords,
    vault: KeyVault,
  ) {
    this.sealer = new Sealer(vault);
  }

  /** @throws AppError 404, 409 where nothing is sealed. */
  async read(actor: Actor, caseId: CaseFileId, purpose: ReadingPurpose): Promise<Identity[]> {
    await this.mustStand(actor, caseId);
    return this.reading(actor, { caseId, right: { by: 'standing' }, purpose });
  }

  /** What the petition says, without who wrote it. @throws AppError as `read`; 403 for who works from redacted copies. */
  async readText(actor: Actor, caseId: CaseFileId, purpose: ReadingPurpose): Promise<PetitionText> {
    await this.mustStand(actor, caseId);
    return this.textReading(actor, { caseId, right: { by: 'standing' }, purpose });
  }

  private async mustStand(actor: Actor, caseId: CaseFileId): Promise<void> {
    const found = await this.records.standing(actor, caseId);
    if (!found) throw noFile();
    if (!found.protectedFile)
      throw refuse('NOT_SEALED', 409, 'Hồ sơ này không thuộc diện bảo mật: xem thông tin người gửi ngay ở đơn.');
    if (!found.mayRead) throw copiesOnly();
  }

  /**
   * Writes that an original was opened: it holds names, a hand, a voice, and is read like them. Whoever holds the bytes hands
   * them out after this answers.
   * @throws AppError 403 for who works from copies, 404.
   */
  async openingOriginal(
    actor: Actor,
    original: {
      readonly petitionId: PetitionId;
      readonly attachmentId: AttachmentId;
      readonly purpose: ReadingPurpose;
    },
  ): Promise<void> {
    const caseId = await this.fileToWriteOn(actor, original.petitionId);
    const facts: JsonObject = {
      ...{ purpose: original.purpose, by: 'standing' },
      attachmentId: original.attachmentId,
    };
    await this.records.read(actor, { caseId, right: { by: 'standing' }, facts });
  }

  /** The file whose ledger an act on a sealed original is written to. @throws AppError 403, 404 as for reading. */
  async fileToWriteOn(actor: Actor, petitionId: PetitionId): Promise<CaseFileId> {
    const caseId = await this.records.fileOf(actor, petitionId);
    const found = caseId && (await this.records.standing(actor, caseId));
    if (!found) throw noFile();
    if (!found.mayRead) throw copiesOnly();
    return caseId;
  }

  /** Files a request. The requester is not told whether a protected petition stands under that number. */
  async request(actor: Actor, { reason, ...request }: ReleaseRequest): Promise<ReleaseView> {
    const sealed = await this.sealer.seal({ table: 'release', recordId: request.id }, { reason });
    await this.records.file(actor, { ...request, reason: sealed });
    return this.one(actor, request.id);
  }

  /** Custodians and inspectors see those of their province, everybody else their own. */
  async list(actor: Actor): Promise<ReleaseView[]> {
    const rows = await this.records.list(actor);
    const overseer = OVERSEERS.some((role) => actor.roles.includes(role));
    const mine = rows.filter((row) => overseer || row.requestedBy === actor.userId);
    // Whoever asks is never told whether there is such a file: a second person decides first.
    return Promise.all(mine.map((row) => this.view(row, overseer && row.requestedBy !== actor.userId)));
  }

  /** @throws AppError 403 for the requester and for whoever is no custodian, 404, 409. */
  async decide(actor: Actor, id: string, decision: 'approved' | 'refused'): Promise<ReleaseView> {
    if (!actor.roles.includes(CUSTODIAN))
      throw refuse('ROLE', 403, 'Chỉ người được giao quản lý thông tin người tố cáo quyết định đề nghị khai thác.');
    const row = await this.one(actor, id);
    if (row.requestedBy === actor.userId)
      throw refuse('SAME_PERSON', 403, 'Người đề nghị không tự quyết định đề nghị của mình: cần một người thứ hai.');
    if (decision === 'approved' && !row.found)
      throw refuse('NO_MATCH', 409, `Không có đơn bảo mật nào mang số ${row.registerLabel} ở ${row.agencyName}.`);
    if (!(await this.records.decide(actor, id, decision)))
      throw refuse('DECIDED', 409, 'Đề nghị này đã được quyết định.');
    return this.one(actor, id);
  }

  /** @throws AppError 404 until approved, and once its time is over. */
  async readReleased(actor: Actor, id: string): Promise<Identity[]> {
    return this.reading(actor, { ...(await this.released(actor, id)), right: { by: 'release', releaseId: id } });
  }

  /** As `readReleased`, of the words of the petition. */
  async readReleasedText(actor: Actor, id: string): Promise<PetitionText> {
    return this.textReading(actor, { ...(await this.released(actor, id)), right: { by: 'release', releaseId: id } });
  }

  private async released(actor: Actor, id: string): Promise<{ caseId: CaseFileId; purpose: ReadingPurpose }> {
    const open = await this.records.open(actor, id);
    if (!open)
      throw refuse('NOT_RELEASED', 404, 'Đề nghị chưa được chấp thuận, đã hết thời hạn, hoặc không phải của bạn.');
    return open;
  }

  private async reading(actor: Actor, { purpose, right, caseId }: Reading): Promise<Identity[]> {
    const people = await this.records.read(actor, { caseId, right, facts: factsOf(right, purpose) });
    return Promise.all(people.map((person) => this.identity(person)));
  }

  private async textReading(actor: Actor, { purpose, right, caseId }: Reading): Promise<PetitionText> {
    const facts: JsonObject = { ...factsOf(right, purpose), what: 'text' };
    const found = await this.records.readText(actor, { caseId, right, facts });
    if (!found) throw copiesOnly();
    const known: JsonObject = await this.sealer.open({ table: 'petition', recordId: found.id }, found.sealed);
    const text = (name: string): string | null => (typeof known[name] === 'string' ? known[name] : null);
    return {
      ...{ content: text('content'), respondent: text('respondent') },
      ...{ challengedDecision: text('challengedDecision'), note: text('note') },
    };
  }

  private async identity({ id, ordinal, role, sealed }: SealedPerson): Promise<Identity> {
    const known: JsonObject = sealed ? await this.sealer.open({ table: 'petitioner', recordId: id }, sealed) : {};
    const text = (name: string): string | null => (typeof known[name] === 'string' ? known[name] : null);
    return {
      ...{ ordinal, role },
      ...{ fullName: text('fullName'), personalId: text('personalId'), phone: text('phone'), address: text('address') },
    };
  }

  private async one(actor: Actor, id: string): Promise<ReleaseView> {
    const row = (await this.list(actor)).find((one) => one.id === id);
    if (!row) throw refuse('NOT_FOUND', 404, 'Không có đề nghị này.');
    return row;
  }

  private async view({ reason, ...row }: Release, mayKnow: boolean): Promise<ReleaseView> {
    const opened = await this.sealer.open({ table: 'release', recordId: row.id }, reason);
    return { ...row, found: mayKnow && row.found, reason: typeof opened.reason === 'string' ? opened.reason : '' };
  }
}
