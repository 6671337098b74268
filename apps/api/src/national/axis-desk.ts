import type { Actor } from '#libs/access';
import { type KeyVault, Sealer } from '#libs/identity';
import type { AttachFiles, PetitionInput, RegisterPetition } from '#libs/intake';
import {
  type Enclosed,
  type KeptMessage,
  petitionIn,
  receiveMessage,
  type ReceivingParts,
  STATUS_CODES,
} from '#libs/interchange';
import type { AgencyDirectory, AxisMessages, MessageRow, NationalRecords, Tx } from '#libs/persistence';
import { AppError, type Clock, dayOf, type PetitionId } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { iso, isoOrNull } from '../http/labels.js';
import {
  type AxisMessageDto,
  type AxisMessageListDto,
  type AxisMessageQuery,
  type AxisPartnerListDto,
  type AxisTakenDto,
  type EnteredMessageDto,
  REFUSAL_REASONS,
  type RefusalReason,
  type SetPartnerDto,
} from './axis.dto.js';
import { nothingToRetry } from './national-desk.js';

const NOT_CONNECTED =
  'Chưa nối trục liên thông: gói edXML được ghi ra thư mục của máy chủ và đọc từ thư mục ấy. Gói chưa ký số. Đơn tố cáo không đi qua trục: chuyển theo đường niêm phong.';
const PETITION_FILES = 10;

export interface AxisDeskParts {
  readonly messages: AxisMessages;
  readonly records: NationalRecords;
  readonly directory: AgencyDirectory;
  readonly registerPetition: RegisterPetition;
  readonly attachFiles: AttachFiles;
  readonly vault: KeyVault;
  readonly clock: Clock;
  /** Taking in, in the name of whoever brings the file. */
  receivingAs(actor: Actor): ReceivingParts;
}

/** Forwarded petitions on the document axis: sent, arrived, entered, refused. */
export class AxisDesk {
  constructor(private readonly parts: AxisDeskParts) {}

  async list(actor: Actor, query: AxisMessageQuery): Promise<AxisMessageListDto> {
    const rows = await this.parts.messages.list(actor, query);
    return { notice: NOT_CONNECTED, items: await Promise.all(rows.map((row) => this.view(row))) };
  }

  async receive(actor: Actor, bytes: Buffer): Promise<AxisTakenDto> {
    return { kind: await receiveMessage(this.parts.receivingAs(actor), bytes) };
  }

  /** Enters a petition that came, under a number of the agency's own; the sender is told 03 in the same act. */
  async enter(actor: Actor, id: string, byHand: string | undefined): Promise<EnteredMessageDto> {
    await this.one(actor, id);
    const kept = await this.parts.messages.kept(actor, id);
    const files = await this.opened(id, kept);
    const petition = petitionIn(files);
    if (!petition) return this.enteredByHand(actor, id, byHand);
    const agency = await this.parts.directory.byId(kept.agencyId);
    const { petitioners, chain: _chain, hop: _hop, sentOn: _sent, receivedOn: _received, ...written } = petition;
    const input: PetitionInput = {
      ...written,
      channel: 'forwarded',
      receivedOn: dayOf(await this.parts.clock.now()),
      ...{ forwarderKind: 'agency', forwarderName: kept.partnerName },
      petitioners: petitioners.map((person) => ({ ...person, role: 'petitioner' as const })),
    };
    const registered = await this.parts.registerPetition.execute(
      actor,
      { ...input, agencyCode: agency.code, idempotencyKey: `axis-message-${id}` },
      (tx, petitionId) => this.parts.messages.entered(tx as Tx, id, petitionId),
    );
    await this.attach(actor, registered.id, files);
    return { petitionId: registered.id, registerLabel: registered.registerLabel, caseFileId: registered.caseFileId };
  }

  async refuse(actor: Actor, id: string, reason: RefusalReason): Promise<AxisMessageDto> {
    await this.one(actor, id);
    await this.parts.messages.refuse(actor, id, REFUSAL_REASONS[reason]);
    return this.one(actor, id);
  }

  /** @throws AppError 409 where it has gone. */
  async retry(actor: Actor, id: string): Promise<AxisMessageDto> {
    const shown = await this.one(actor, id);
    if (!(await this.parts.records.retry(actor, { kind: 'axis.send', id }))) throw nothingToRetry();
    return shown;
  }

  async partners(actor: Actor): Promise<AxisPartnerListDto> {
    const [rows, all] = await Promise.all([this.parts.messages.partners(actor), this.parts.directory.all()]);
    return {
      items: rows.map(({ agencyId, setAt }) => ({
        ...{ code: all.get(agencyId)?.code ?? '', name: all.get(agencyId)?.name ?? '', setAt: iso(setAt) },
      })),
      maySet: actor.roles.includes('administrator'),
    };
  }

  async setPartner(actor: Actor, { agency: code, on }: SetPartnerDto): Promise<AxisPartnerListDto> {
    const agency = await this.parts.directory.byCode(code);
    if (!agency || !actor.agencies.includes(agency.id)) throw notFound('Không có cơ quan này trong phạm vi của bạn.');
    await this.parts.messages.setPartner(actor, agency.id, on);
    return this.partners(actor);
  }

  private async one(actor: Actor, id: string): Promise<AxisMessageDto> {
    const [row] = await this.parts.messages.list(actor, { id });
    if (!row) throw notFound('Không có gói này, hoặc gói nằm ngoài phạm vi của bạn.');
    return this.view(row);
  }

  private async opened(
    id: string,
    { sealed, sealedKey }: { readonly sealed: Buffer; readonly sealedKey: Buffer },
  ): Promise<Enclosed[]> {
    const place = { table: 'axis' as const, recordId: id };
    const { files } = await new Sealer(this.parts.vault).open<KeptMessage>(place, { sealed, sealedKey });
    return files.map(({ name, mediaType, base64 }) => ({ name, mediaType, bytes: Buffer.from(base64, 'base64') }));
  }

  /** Papers only: an officer has read them and entered the petition at the counter. */
  private async enteredByHand(actor: Actor, id: string, petitionId: string | undefined): Promise<EnteredMessageDto> {
    if (petitionId === undefined)
      throw new AppError({
        code: 'INTERCHANGE.PAPERS_ONLY',
        status: 422,
        title: 'Gói chỉ có văn bản',
        detail: 'Nơi gửi không kèm dữ liệu đơn. Vào sổ ở màn hình Tiếp nhận đơn rồi ghi số vừa cấp cho gói này.',
      });
    await this.parts.messages.enteredByHand(actor, id, petitionId as PetitionId);
    const { registerLabel, caseFileId } = await this.one(actor, id);
    return { petitionId, registerLabel, caseFileId };
  }

  /** What the petition came with. A file that this house does not take is left out: the sender keeps the original. */
  private async attach(actor: Actor, petitionId: PetitionId, files: readonly Enclosed[]): Promise<void> {
    const papers = files.filter(({ name }) => !name.endsWith('.json')).slice(0, PETITION_FILES);
    for (const { name, bytes } of papers)
      await this.parts.attachFiles.execute(actor, petitionId, [{ fileName: name, bytes }]).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
      });
  }

  private async view(row: MessageRow): Promise<AxisMessageDto> {
    const { id, direction, partnerCode, partnerName, documentId, issuedOn, state, statusCode, attempts } = row;
    return {
      ...{ id, direction, partnerCode, partnerName, documentId, issuedOn, state, statusCode, attempts },
      agencyName: (await this.parts.directory.byId(row.agencyId)).shortName,
      number: row.number === null ? null : [row.number, row.notation].filter(Boolean).join('/'),
      statusWords: statusCode === null ? null : STATUS_CODES[statusCode].words,
      ...{ statusAt: isoOrNull(row.statusAt), lastError: row.lastError, nextTryAt: isoOrNull(row.nextTryAt) },
      ...{ proven: row.proven, structured: row.structured, files: row.files, refusal: row.refusal },
      ...{ registerLabel: row.registerLabel, caseFileId: row.caseFileId, createdAt: iso(row.createdAt) },
      sentAt: isoOrNull(row.sentAt),
    };
  }
}
