import type { Actor } from '#libs/access';
import type { Casework } from '#libs/casework';
import { AppError, type CaseFileId, type PetitionId, type PetitionType } from '#libs/shared';
import type { Agency, PetitionSource, SplitState, Tx } from '../../ports.js';
import { petitionNotFound, registerAgency, requireRegistrar } from '../../rights.js';
import type { ForwardingPorts } from '../forward-petition/acknowledge-petition.js';
import { draftOfSource } from '../forward-petition/read-source.js';
import { readPetition, type PetitionDraft } from '../register-petition/petition-draft.js';
import { PetitionEntry } from '../register-petition/petition-entry.js';

/** One content of a mixed petition, written out by itself. */
export interface PetitionPart {
  readonly type: Exclude<PetitionType, 'mixed'>;
  readonly content: string;
  readonly field?: string | null | undefined;
  readonly respondent?: string | null | undefined;
  readonly challengedDecision?: string | null | undefined;
  readonly denouncesHead?: boolean | undefined;
}

export interface SplitPart {
  readonly id: PetitionId;
  readonly type: PetitionType;
  readonly registerLabel: string;
  readonly caseFileId: CaseFileId;
}

export interface SplitPorts extends ForwardingPorts {
  readonly casework: Pick<Casework, 'apply'>;
}

/**
 * Enters the parts of a mixed petition as petitions of their own: same people, same day of receipt, each with its own number,
 * clocks and scope. A denunciation is sealed; what is not one is seen by the agency, without a word of the others.
 */
export class SplitPetition {
  private readonly entry: PetitionEntry;

  constructor(private readonly ports: SplitPorts) {
    this.entry = new PetitionEntry(ports);
  }

  /** @throws AppError 404; 409 where the petition is not being split into these parts. */
  async execute(actor: Actor, id: PetitionId, parts: readonly PetitionPart[]): Promise<readonly SplitPart[]> {
    requireRegistrar(actor);
    const { registered, state, caseFileId } = await this.ports.work.run(actor, (tx) =>
      this.register(tx, actor, { id, parts }),
    );
    const done = state.registered.length + registered.length;
    if (done >= state.contents.length)
      await this.ports.casework.apply(actor, { caseFileId, type: 'COMPLETE_SPLIT', inputs: { parts: done } });
    return registered;
  }

  private async register(
    tx: Tx,
    actor: Actor,
    { id, parts }: { readonly id: PetitionId; readonly parts: readonly PetitionPart[] },
  ) {
    const { petitions, forwarding, vault } = this.ports;
    const source = await forwarding.source(tx, id);
    const state = await forwarding.splitState(tx, id);
    const caseFileId = (await petitions.find(tx, id))?.caseFileId;
    if (!source || !state || !caseFileId) throw petitionNotFound();
    requireParts(state, parts);
    const now = await petitions.now(tx);
    const agency = await this.agencyOf(tx, actor, source);
    const whole = await draftOfSource(vault, source);
    const registered: SplitPart[] = [];
    for (const part of parts) {
      const draft = draftOfPart(whole, part, agency);
      const { petition, opened } = await this.entry.enter(tx, actor, { draft, agency, now });
      await petitions.link(tx, {
        from: petition.id,
        to: id,
        kind: 'split',
        score: null,
        decidedBy: actor.userId,
        decidedAt: now,
      });
      registered.push({
        id: petition.id,
        type: part.type,
        registerLabel: petition.registerLabel,
        caseFileId: opened.caseFileId,
      });
    }
    return { registered, state, caseFileId };
  }

  private async agencyOf(tx: Tx, actor: Actor, source: PetitionSource): Promise<Agency> {
    const found = await this.ports.petitions.agencyById(tx, source.agencyId);
    return registerAgency(this.ports.petitions, tx, { actor, code: found?.code });
  }
}

/**
 * The people of the whole, the words of the part; checked like what is typed at the counter. A part goes past the head where the
 * whole did: its own words may not name who is denounced.
 */
function draftOfPart(whole: PetitionDraft, part: PetitionPart, { level }: Agency): PetitionDraft {
  const { draft } = readPetition(
    {
      type: part.type,
      channel: whole.channel,
      receivedOn: whole.receivedOn,
      content: part.content,
      field: part.field,
      respondent: part.respondent,
      challengedDecision: part.challengedDecision,
      denouncesHead: whole.denouncesHead || part.denouncesHead,
      petitioners: [],
    },
    { today: whole.receivedOn, level },
  );
  const { petitioners, petitionerCount, jointPetition, forwarderKind, forwarderName } = whole;
  return { ...draft, petitioners, petitionerCount, jointPetition, forwarderKind, forwarderName };
}

function requireParts({ stage, contents, registered }: SplitState, parts: readonly PetitionPart[]): void {
  const types = parts.map(({ type }) => type);
  const wanted = types.every((type) => contents.includes(type) && !registered.includes(type));
  if (stage === 'splitting' && types.length > 0 && wanted && new Set(types).size === types.length) return;
  throw new AppError({
    code: 'INTAKE.NOT_BEING_SPLIT',
    status: 409,
    title: 'Chưa vào sổ được phần này',
    detail:
      stage === 'splitting'
        ? 'Mỗi nội dung đã hướng dẫn tách được vào sổ một lần (LTCD Đ.25 k3; NĐ154 Đ.14 k4).'
        : 'Đơn chưa ở bước tách: ghi bước “Tách đơn nhiều nội dung” trước (LTCD Đ.25 k3; NĐ154 Đ.14 k4).',
  });
}
