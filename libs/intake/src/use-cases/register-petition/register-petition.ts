import type { Actor } from '#libs/access';
import type { KeyVault } from '#libs/identity';
import {
  AppError,
  dayOf,
  isSealedType,
  type CaseFileId,
  type JsonObject,
  type LocalDate,
  type PetitionId,
} from '#libs/shared';
import type { Agency, CaseOpener, CaseRecords, Petitions, RegistrationKeys, Tx, UnitOfWork } from '../../ports.js';
import { petitionNotFound, registerAgency, requireRegistrar } from '../../rights.js';
import { ResendFinder, type PossibleResend } from '../check-resends/check-resends.js';
import { undoUntil } from '../undo-registration/undo-registration.js';
import { readPetition, type FieldNote, type PetitionDraft, type PetitionInput } from './petition-draft.js';
import { PetitionEntry } from './petition-entry.js';
import { requestDigest } from './petition-writer.js';

export interface RegisterPetitionCommand extends PetitionInput {
  /** Default: the actor's own agency. */
  readonly agencyCode?: string | undefined;
  /** The earlier petition this one resends, decided by the officer. */
  readonly resendOf?: PetitionId | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Findings its file is opened with, from who enters what another agency has sent; never from a form. */
  readonly openedWith?: JsonObject | undefined;
}

/** What the receipt prints: never the nature of the petition nor who is denounced. */
export interface RegisteredPetition {
  readonly id: PetitionId;
  readonly registerNumber: number;
  readonly registerLabel: string;
  readonly lookupCode: string;
  readonly lookupSecret: string | null;
  readonly receivedOn: LocalDate;
  readonly agencyName: string;
  readonly caseFileId: CaseFileId | null;
  readonly handlingDeadline: LocalDate | null;
  /** Until then whoever registered it may take it back. */
  readonly undoUntil: Date;
  readonly possibleResends: readonly PossibleResend[];
  readonly warnings: readonly FieldNote[];
}

export interface RegistrationPorts {
  readonly work: UnitOfWork;
  readonly petitions: Petitions;
  readonly keys: RegistrationKeys;
  readonly cases: CaseOpener;
  readonly records: CaseRecords;
  readonly vault: KeyVault;
}

const keyReused = (): AppError =>
  new AppError({
    code: 'IDEMPOTENCY.KEY_REUSED',
    status: 422,
    title: 'Khóa chống gửi lặp đã dùng cho yêu cầu khác',
    detail: 'Mỗi yêu cầu cần một khóa riêng; khóa này đã đi cùng một nội dung khác.',
  });

/** Two requests with one key at once: the second rolled back and reads the first one's answer. */
class KeyTaken extends Error {}

/**
 * Enters a petition in the register, in one transaction: gap-free number, petition and petitioners (sealed where the type
 * asks for it), handling file with its clocks and ledger event. Nothing is left behind when any part fails.
 */
export class RegisterPetition {
  private readonly entry: PetitionEntry;
  private readonly finder: ResendFinder;

  constructor(private readonly ports: RegistrationPorts) {
    this.entry = new PetitionEntry(ports);
    this.finder = new ResendFinder(ports.petitions, ports.vault);
  }

  /** `alongWith` is written with the petition, in the same transaction; not again for a repeated request. */
  async execute(
    actor: Actor,
    command: RegisterPetitionCommand,
    alongWith?: (tx: Tx, petitionId: PetitionId) => Promise<void>,
  ): Promise<RegisteredPetition> {
    requireRegistrar(actor);
    try {
      return await this.attempt(actor, command, alongWith);
    } catch (error) {
      if (error instanceof KeyTaken) return this.attempt(actor, command);
      throw error;
    }
  }

  private attempt(
    actor: Actor,
    command: RegisterPetitionCommand,
    alongWith?: (tx: Tx, petitionId: PetitionId) => Promise<void>,
  ): Promise<RegisteredPetition> {
    const { work, petitions } = this.ports;
    return work.run(actor, async (tx) => {
      const now = await petitions.now(tx);
      const agency = await registerAgency(petitions, tx, { actor, code: command.agencyCode });
      const { draft, warnings } = readPetition(command, { today: dayOf(now), level: agency.level });
      const repeated = await this.repeated(tx, actor, command);
      if (repeated) return this.answerAgain(tx, repeated, { agency, warnings });
      const possibleResends = await this.finder.find(tx, subjectOfDraft(draft), { agency });
      if (command.resendOf) await this.requireVisible(tx, command.resendOf);
      const { petition, opened } = await this.entry.enter(tx, actor, {
        draft,
        agency,
        now,
        resendOf: command.resendOf ?? null,
        ...(command.openedWith ? { facts: command.openedWith } : {}),
      });
      if (command.resendOf)
        await this.link(tx, actor, {
          from: petition.id,
          to: command.resendOf,
          at: now,
          caseFileId: opened.caseFileId,
        });
      await alongWith?.(tx, petition.id);
      await this.keepKey(tx, actor, { command, petitionId: petition.id });
      return {
        id: petition.id,
        registerNumber: petition.registerNumber,
        registerLabel: petition.registerLabel,
        receivedOn: draft.receivedOn,
        agencyName: agency.name,
        ...(await this.entry.codesOf(petition.id, isSealedType(draft.type))),
        caseFileId: opened.caseFileId,
        handlingDeadline: opened.handlingDeadline,
        undoUntil: undoUntil(now),
        possibleResends,
        warnings,
      };
    });
  }

  private async requireVisible(tx: Tx, id: PetitionId): Promise<void> {
    const earlier = await this.ports.petitions.find(tx, id);
    if (!earlier || earlier.voided) throw petitionNotFound();
  }

  private async link(
    tx: Tx,
    actor: Actor,
    link: { readonly from: PetitionId; readonly to: PetitionId; readonly at: Date; readonly caseFileId: CaseFileId },
  ): Promise<void> {
    await this.ports.petitions.link(tx, {
      from: link.from,
      to: link.to,
      kind: 'resend',
      score: null,
      decidedBy: actor.userId,
      decidedAt: link.at,
    });
    await this.ports.records.record(tx, actor, [
      { caseFileId: link.caseFileId, type: 'PETITION_LINKED', facts: { kind: 'resend', to: link.to } },
    ]);
  }

  private async requestHash(command: RegisterPetitionCommand): Promise<Buffer> {
    const { idempotencyKey: _key, ...body } = command;
    return this.ports.vault.keyedHash('request', requestDigest(body));
  }

  private async repeated(tx: Tx, actor: Actor, command: RegisterPetitionCommand): Promise<PetitionId | null> {
    if (command.idempotencyKey === undefined) return null;
    const kept = await this.ports.keys.find(tx, { actorId: actor.userId, key: command.idempotencyKey });
    if (!kept) return null;
    if (!kept.requestHash.equals(await this.requestHash(command))) throw keyReused();
    return kept.petitionId;
  }

  private async keepKey(
    tx: Tx,
    actor: Actor,
    { command, petitionId }: { readonly command: RegisterPetitionCommand; readonly petitionId: PetitionId },
  ): Promise<void> {
    if (command.idempotencyKey === undefined) return;
    const requestHash = await this.requestHash(command);
    const kept = await this.ports.keys.keep(tx, {
      actorId: actor.userId,
      key: command.idempotencyKey,
      requestHash,
      petitionId,
    });
    if (!kept) throw new KeyTaken();
  }

  /** The same answer as the first time: codes follow from the id, so they need not have been stored. */
  private async answerAgain(
    tx: Tx,
    id: PetitionId,
    { agency, warnings }: { readonly agency: Agency; readonly warnings: readonly FieldNote[] },
  ): Promise<RegisteredPetition> {
    const found = await this.ports.petitions.find(tx, id);
    if (!found) throw petitionNotFound();
    return {
      id,
      registerNumber: found.registerNumber,
      registerLabel: found.registerLabel,
      receivedOn: found.receivedOn,
      agencyName: agency.name,
      ...(await this.entry.codesOf(id, isSealedType(found.type))),
      caseFileId: found.caseFileId,
      handlingDeadline: found.handlingDeadline,
      undoUntil: undoUntil(found.registeredAt),
      possibleResends: [],
      warnings,
    };
  }
}

export const subjectOfDraft = (draft: PetitionDraft) => ({
  type: draft.type,
  content: draft.content,
  parties: draft.petitioners.map((person) => ({
    name: person.fullName,
    personalId: person.personalId,
    address: person.address,
  })),
});
