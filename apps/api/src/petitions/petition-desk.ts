import type { Actor } from '#libs/access';
import type { Readable } from 'node:stream';
import type {
  AttachmentDto,
  AttachmentListDto,
  PetitionDto,
  PetitionPageDto,
  RegisteredPetitionDto,
  ResendCheckAnswerDto,
} from './petition.dto.js';
import type { CorrectionListDto, CorrectPetitionDto, EarlierAnswersDto } from './correction.dto.js';
import type {
  LinkPetitionDto,
  PetitionListQuery,
  RegisterPetitionDto,
  ResendCheckDto,
  VoidPetitionDto,
} from './petition-input.dto.js';

export interface UploadedFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

export interface DownloadedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly stream: Readable;
}

/** The counter: register, look for earlier petitions, keep what came with the paper. */
export abstract class PetitionDesk {
  abstract register(
    actor: Actor,
    command: RegisterPetitionDto,
    idempotencyKey?: string,
  ): Promise<RegisteredPetitionDto>;
  abstract checkResends(actor: Actor, draft: ResendCheckDto): Promise<ResendCheckAnswerDto>;
  abstract list(actor: Actor, query: PetitionListQuery): Promise<PetitionPageDto>;
  abstract get(actor: Actor, petitionId: string): Promise<PetitionDto>;
  abstract link(actor: Actor, petitionId: string, command: LinkPetitionDto): Promise<PetitionDto>;
  abstract void(actor: Actor, petitionId: string, command: VoidPetitionDto): Promise<PetitionDto>;
  abstract undo(actor: Actor, petitionId: string): Promise<PetitionDto>;
  abstract correct(actor: Actor, petitionId: string, command: CorrectPetitionDto): Promise<PetitionDto>;
  abstract corrections(actor: Actor, petitionId: string): Promise<CorrectionListDto>;
  abstract answers(actor: Actor, petitionId: string): Promise<EarlierAnswersDto>;
  abstract attach(actor: Actor, petitionId: string, files: readonly UploadedFile[]): Promise<AttachmentDto[]>;
  abstract attachments(actor: Actor, petitionId: string): Promise<AttachmentListDto>;
  abstract download(actor: Actor, petitionId: string, attachmentId: string): Promise<DownloadedFile>;
}
