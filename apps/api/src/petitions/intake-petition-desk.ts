import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Actor } from '#libs/access';
import type {
  AttachFiles,
  CheckResends,
  CorrectPetition,
  LinkResend,
  PossibleResend,
  ReadAttachment,
  RegisteredPetition,
  RegisterPetition,
  UndoRegistration,
  VoidPetition,
} from '#libs/intake';
import type { CaseworkService } from '#libs/casework';
import type { SecrecyDesk } from '#libs/identity';
import type { AgencyDirectory, EarlierAnswersReader, PetitionDetail, PetitionList } from '#libs/persistence';
import type { AttachmentId, LocalDate, PetitionId } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { anyStageTitle, iso, isSealed } from '../http/labels.js';
import type { CorrectionListDto, CorrectPetitionDto, EarlierAnswersDto } from './correction.dto.js';
import { correctionView } from './correction-view.js';
import { earlierView } from './earlier-view.js';
import { receiptDeadline } from './receipt-deadline.js';
import { type DownloadedFile, PetitionDesk, type UploadedFile } from './petition-desk.js';
import { attachmentView, petitionItem, petitionView } from './petition-view.js';
import type {
  AttachmentDto,
  AttachmentListDto,
  PetitionDto,
  PetitionPageDto,
  PossibleResendDto,
  ReceiptDeadlineDto,
  RegisteredPetitionDto,
  ResendCheckAnswerDto,
} from './petition.dto.js';
import type {
  LinkPetitionDto,
  PetitionListQuery,
  RegisterPetitionDto,
  ResendCheckDto,
  VoidPetitionDto,
} from './petition-input.dto.js';

export interface PetitionDeskParts {
  readonly registerPetition: RegisterPetition;
  readonly checkResends: CheckResends;
  readonly linkResend: LinkResend;
  readonly voidPetition: VoidPetition;
  readonly undoRegistration: UndoRegistration;
  readonly correctPetition: CorrectPetition;
  readonly casework: Pick<CaseworkService, 'deadlines'>;
  readonly earlier: EarlierAnswersReader;
  readonly attachFiles: AttachFiles;
  readonly readAttachment: ReadAttachment;
  readonly list: PetitionList;
  readonly detail: PetitionDetail;
  readonly directory: AgencyDirectory;
  readonly secrecy: SecrecyDesk;
}

export class IntakePetitionDesk extends PetitionDesk {
  constructor(private readonly parts: PetitionDeskParts) {
    super();
  }

  async register(
    actor: Actor,
    { agency, resendOf, warningsAccepted: _seen, stateSecretPointer, ...input }: RegisterPetitionDto,
    idempotencyKey?: string,
  ): Promise<RegisteredPetitionDto> {
    const where = stateSecretPointer?.trim();
    const registered = await this.parts.registerPetition.execute(
      actor,
      {
        ...(where ? withoutSecret(input, where) : input),
        agencyCode: agency,
        resendOf: resendOf as PetitionId | undefined,
        idempotencyKey,
      },
      where
        ? (tx, petitionId) => this.keepPointer(tx, actor, { petitionId, where, onDay: input.receivedOn })
        : undefined,
    );
    const sealed = isSealed(input.type);
    const deadlines =
      registered.caseFileId && !sealed ? await this.parts.casework.deadlines(actor, registered.caseFileId) : [];
    return registeredView(registered, actor, receiptDeadline(deadlines));
  }

  private keepPointer(
    tx: object,
    actor: Actor,
    { petitionId, where, onDay }: { petitionId: PetitionId; where: string; onDay: string },
  ): Promise<void> {
    const fact = { id: randomUUID(), petitionId, where, onDay: onDay as LocalDate };
    return this.parts.secrecy.noteStateSecret(tx, actor, fact);
  }

  async checkResends(actor: Actor, { type, content, petitioners }: ResendCheckDto): Promise<ResendCheckAnswerDto> {
    const { possibleResends, notes } = await this.parts.checkResends.execute(actor, { type, content, petitioners });
    return { possibleResends: possibleResends.map(possibleResend), notes: [...notes] };
  }

  async list(actor: Actor, query: PetitionListQuery): Promise<PetitionPageDto> {
    const { items, nextCursor } = await this.parts.list.page(actor, query);
    const agencies = await this.parts.directory.all();
    return { items: items.map((row) => petitionItem(row, agencies)), nextCursor };
  }

  async get(actor: Actor, petitionId: string): Promise<PetitionDto> {
    const found = await this.parts.detail.get(actor, petitionId);
    if (!found) throw notFound('Không có đơn này, hoặc đơn nằm ngoài phạm vi bạn được xem.');
    await this.parts.directory.byId(found.petition.agency_id);
    return petitionView(found, await this.parts.directory.all());
  }

  async link(actor: Actor, petitionId: string, { toPetitionId, kind }: LinkPetitionDto): Promise<PetitionDto> {
    await this.parts.linkResend.execute(actor, {
      from: petitionId as PetitionId,
      to: toPetitionId as PetitionId,
      kind,
    });
    return this.get(actor, petitionId);
  }

  async void(actor: Actor, petitionId: string, { reasonCode, reason }: VoidPetitionDto): Promise<PetitionDto> {
    await this.parts.voidPetition.execute(actor, { petitionId: petitionId as PetitionId, reasonCode, reason });
    return this.get(actor, petitionId);
  }

  async undo(actor: Actor, petitionId: string): Promise<PetitionDto> {
    await this.parts.undoRegistration.execute(actor, petitionId as PetitionId);
    return this.get(actor, petitionId);
  }

  async correct(actor: Actor, petitionId: string, command: CorrectPetitionDto): Promise<PetitionDto> {
    await this.parts.correctPetition.execute(actor, { ...command, petitionId: petitionId as PetitionId });
    return this.get(actor, petitionId);
  }

  async corrections(actor: Actor, petitionId: string): Promise<CorrectionListDto> {
    const items = await this.parts.correctPetition.history(actor, petitionId as PetitionId);
    return { items: items.map(correctionView) };
  }

  async answers(actor: Actor, petitionId: string): Promise<EarlierAnswersDto> {
    const found = await this.parts.earlier.get(actor, petitionId);
    if (!found) throw notFound('Không có đơn này, hoặc đơn nằm ngoài phạm vi bạn được xem.');
    return earlierView(found);
  }

  async attach(actor: Actor, petitionId: string, files: readonly UploadedFile[]): Promise<AttachmentDto[]> {
    const stored = await this.parts.attachFiles.execute(actor, petitionId as PetitionId, files);
    const fresh = new Set<string>(stored.map(({ id }) => id));
    return (await this.attachments(actor, petitionId)).items.filter(({ id }) => fresh.has(id));
  }

  async attachments(actor: Actor, petitionId: string): Promise<AttachmentListDto> {
    const found = await this.parts.detail.get(actor, petitionId);
    if (!found) throw notFound('Không có đơn này, hoặc đơn nằm ngoài phạm vi bạn được xem.');
    return { items: found.attachments.map(attachmentView), acceptedTypes: [...this.parts.attachFiles.acceptedTypes] };
  }

  async download(actor: Actor, petitionId: string, attachmentId: string): Promise<DownloadedFile> {
    const { fileName, mediaType, bytes } = await this.parts.readAttachment.execute(
      actor,
      petitionId as PetitionId,
      attachmentId as AttachmentId,
    );
    return { fileName, mediaType, sizeBytes: bytes.length, stream: Readable.from([bytes]) };
  }
}

/** Words that were typed although they are a state secret are dropped before anything is stored. */
const withoutSecret = <Input extends { content: string }>(input: Input, where: string): Input => ({
  ...input,
  content: `Nội dung thuộc bí mật nhà nước, không lưu ở hệ thống này. Nơi lưu: ${where}`,
  ...{ respondent: undefined, challengedDecision: undefined, titleType: undefined },
});

const possibleResend = ({ stage, reasons, ...found }: PossibleResend): PossibleResendDto => ({
  ...found,
  reasons: [...reasons],
  ...(stage === undefined ? {} : { stageTitle: anyStageTitle(stage) }),
});

function registeredView(
  { agencyName, possibleResends, warnings, undoUntil, ...registered }: RegisteredPetition,
  actor: Actor,
  deadline: ReceiptDeadlineDto | null,
): RegisteredPetitionDto {
  const { registerLabel, receivedOn, lookupCode, lookupSecret } = registered;
  return {
    ...registered,
    undoUntil: iso(undoUntil),
    possibleResends: possibleResends.map(possibleResend),
    warnings: [...warnings],
    // The nature of the petition and who it is about are on no receipt.
    receipt: {
      agencyName,
      registerLabel,
      receivedOn,
      lookupCode,
      lookupSecret,
      statusPath: `/tra-cuu/${lookupCode}`,
      receivedBy: actor.fullName,
      deadline,
    },
  };
}
