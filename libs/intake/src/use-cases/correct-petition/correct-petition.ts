import type { Actor } from '#libs/access';
import { commit, Sealer, type KeyVault } from '#libs/identity';
import {
  AppError,
  dayOf,
  isSealedType,
  type CaseEventId,
  type CaseFileId,
  type JsonObject,
  type PetitionerId,
  type PetitionId,
} from '#libs/shared';
import { IdentityTextSeal } from '../../identity-text-seal.js';
import { uuidAt } from '../../ids.js';
import type {
  Agency,
  CaseRecords,
  CorrectionEntry,
  Corrections,
  Forwarding,
  Petitions,
  PetitionSource,
  PetitionSummary,
  Tx,
  UnitOfWork,
} from '../../ports.js';
import { petitionNotFound, registerAgency, requireRegistrar } from '../../rights.js';
import { draftOfSource } from '../forward-petition/read-source.js';
import { denouncesLeader } from '../register-petition/denounces-leader.js';
import type { PetitionDraft } from '../register-petition/petition-draft.js';
import { PetitionWriter } from '../register-petition/petition-writer.js';
import { readReason } from '../void-petition/void-petition.js';
import { readCorrection, type CorrectionInput, type FieldChange } from './read-correction.js';

export interface CorrectionCommand extends CorrectionInput {
  readonly petitionId: PetitionId;
  readonly reason: string;
  /** Never put right here; a number with a wrong day is voided and the petition entered again. */
  readonly receivedOn?: string | undefined;
}

export interface CorrectionPorts {
  readonly work: UnitOfWork;
  readonly petitions: Petitions;
  readonly forwarding: Forwarding;
  readonly corrections: Corrections;
  readonly records: CaseRecords;
  readonly vault: KeyVault;
}

/** One correction as a person reads it. */
export interface CorrectionView extends Pick<CorrectionEntry, 'correctedBy' | 'correctedAt' | 'reason' | 'fields'> {
  readonly eventId: CaseEventId;
  /** Null where the petition is sealed: that something was put right is known, not what. */
  readonly changes: readonly FieldChange[] | null;
}

const refuse = (code: string, detail: string): AppError =>
  new AppError({ code, status: 409, title: 'Không sửa được đơn trong sổ', detail });

/**
 * Puts typing errors right while the petition is being handled. The row says what is right now; what stood there before is
 * kept beside the ledger, which holds the names of the fields and a salted commitment. Sealed petitions are sealed anew.
 */
export class CorrectPetition {
  private readonly writer: PetitionWriter;

  constructor(private readonly ports: CorrectionPorts) {
    this.writer = new PetitionWriter(ports.vault);
  }

  execute(actor: Actor, command: CorrectionCommand): Promise<void> {
    requireRegistrar(actor);
    const reason = readReason(command.reason);
    return this.ports.work.run(actor, async (tx) => {
      const found = await this.requireOpen(tx, command);
      const source = await this.ports.forwarding.source(tx, found.id);
      const known = await this.ports.petitions.agencyById(tx, found.agencyId);
      if (!source || !found.caseFileId) throw petitionNotFound();
      const agency = await registerAgency(this.ports.petitions, tx, { actor, code: known?.code });
      const before = await this.whole(source);
      const at = await this.ports.petitions.now(tx);
      const { draft, changes } = readCorrection(command, before, source, { today: dayOf(at), level: agency.level });
      if (changes.length === 0) throw refuse('INTAKE.NOTHING_CORRECTED', 'Chưa có mục nào khác với điều đang ghi.');
      requireSameAudience(before, draft, agency);
      await this.write(tx, { draft, source, agency });
      await this.journal(tx, actor, { found, caseFileId: found.caseFileId, changes, reason, at });
    });
  }

  async history(actor: Actor, id: PetitionId): Promise<readonly CorrectionView[]> {
    const entries = await this.ports.work.run(actor, (tx) => this.ports.corrections.history(tx, id));
    if (!entries) throw petitionNotFound();
    return entries.map(({ eventId, fields, correctedBy, correctedAt, reason, change }) => ({
      ...{ eventId, fields, correctedBy, correctedAt, reason },
      changes: change === null ? null : (JSON.parse(change) as FieldChange[]),
    }));
  }

  private async requireOpen(tx: Tx, { petitionId, receivedOn }: CorrectionCommand): Promise<PetitionSummary> {
    const found = await this.ports.petitions.find(tx, petitionId);
    const locked = found && (await this.ports.corrections.lock(tx, petitionId));
    if (!found || !locked) throw petitionNotFound();
    if (found.voided) throw refuse('INTAKE.PETITION_VOIDED', `Số ${found.registerLabel} đã hủy.`);
    if (receivedOn !== undefined && receivedOn !== found.receivedOn)
      throw refuse(
        'INTAKE.RECEIVED_ON_FIXED',
        'Thời hạn của hồ sơ đã chạy từ ngày nhận ghi trong sổ. Ngày nhận sai thì hủy số, ghi rõ lý do và đăng ký lại (quy định nội bộ của sổ).',
      );
    if (!locked.open)
      throw refuse(
        'INTAKE.HANDLING_OVER',
        'Việc xử lý đơn đã kết thúc; sai sót phát hiện sau đó ghi trong hồ sơ đang giải quyết (quy định nội bộ của sổ).',
      );
    return found;
  }

  /** As written down, the remark of an old register included. */
  private async whole(source: PetitionSource): Promise<PetitionDraft> {
    const draft = await draftOfSource(this.ports.vault, source);
    if (!source.sealed || !source.sealedKey) return draft;
    const { note } = await new Sealer(this.ports.vault).open<JsonObject>(
      { table: 'petition', recordId: source.id },
      { sealed: source.sealed, sealedKey: source.sealedKey },
    );
    return { ...draft, note: typeof note === 'string' ? note : null };
  }

  private async write(
    tx: Tx,
    { draft, source, agency }: { draft: PetitionDraft; source: PetitionSource; agency: Agency },
  ): Promise<void> {
    const sealed = isSealedType(draft.type);
    await this.ports.corrections.write(tx, {
      petition: { id: source.id, ...(await this.writer.words(draft, { id: source.id, agencyId: agency.id })) },
      petitioners: await Promise.all(
        source.petitioners.map(async ({ id }, i) => {
          const person = draft.petitioners[i];
          if (!person) throw new Error('As many people as before');
          const at = { id: id as PetitionerId, sealed, provinceId: agency.provinceId };
          return { id: at.id, ...(await this.writer.person(person, at)) };
        }),
      ),
    });
  }

  private async journal(
    tx: Tx,
    actor: Actor,
    act: {
      readonly found: PetitionSummary;
      readonly caseFileId: CaseFileId;
      readonly changes: readonly FieldChange[];
      readonly reason: string;
      readonly at: Date;
    },
  ): Promise<void> {
    const { found, caseFileId, changes, reason, at } = act;
    const eventId = uuidAt<CaseEventId>(at);
    const fields = changes.map(({ field }) => field);
    const change = JSON.stringify(changes);
    const [words, kept] = [commit(reason), commit(change)];
    const sealed = isSealedType(found.type);
    const seal = new IdentityTextSeal(this.ports.vault);
    const sealedReason = sealed ? await seal.seal(`event_text/${eventId}/reason`, reason) : null;
    const sealedChange = sealed
      ? await new Sealer(this.ports.vault).sealBytes(
          { table: 'event_text', recordId: `petition_correction/${eventId}` },
          Buffer.from(change, 'utf8'),
        )
      : null;
    await this.ports.records.record(tx, actor, [
      {
        eventId,
        caseFileId,
        type: 'PETITION_CORRECTED',
        facts: {
          petitionId: found.id,
          fields,
          reason: { sha256: words.hash.toString('hex') },
          change: { sha256: kept.hash.toString('hex') },
        },
        words: {
          field: 'reason',
          salt: `\\x${words.salt.toString('hex')}`,
          text: sealed ? null : reason,
          sealed: sealedReason?.sealed ?? null,
          sealedKey: sealedReason?.sealedKey ?? null,
        },
      },
    ]);
    await this.ports.corrections.keep(tx, {
      ...{ eventId, fields, petitionId: found.id, salt: kept.salt, change: sealed ? null : change },
      sealed: sealedChange?.sealed ?? null,
      sealedKey: sealedChange?.sealedKey ?? null,
      correctedBy: actor.userId,
      correctedAt: at,
    });
  }
}

/** Who may see a sealed petition was decided by whom it denounces: words that name the head now belong under a new number. */
function requireSameAudience(before: PetitionDraft, after: PetitionDraft, { level }: Agency): void {
  if (!isSealedType(after.type) || before.denouncesHead) return;
  const names = ({ respondent, content }: PetitionDraft): boolean => denouncesLeader(level, [respondent, content]);
  if (names(before) || !names(after)) return;
  throw refuse(
    'INTAKE.DENOUNCES_HEAD_NOW',
    'Nội dung sửa cho thấy đơn tố cáo lãnh đạo cơ quan nhận đơn: hủy số này và đăng ký lại để đơn chuyển thẳng lên cấp trên (Luật Tố cáo 25/2018/QH14 Đ.13).',
  );
}
