import type { Actor } from '#libs/access';
import { AppError, dayOf, isSealedType, type CaseFileId, type LocalDate, type PetitionId } from '#libs/shared';
import type { Agency, Forwarding, IncomingPetition, PathHop, PetitionHop, UnitOfWork } from '../../ports.js';
import { petitionNotFound, registerAgency, requireRegistrar } from '../../rights.js';
import { denouncesLeader } from '../register-petition/denounces-leader.js';
import type { PetitionDraft } from '../register-petition/petition-draft.js';
import { PetitionEntry, type EntryPorts } from '../register-petition/petition-entry.js';
import { draftOfSource } from './read-source.js';

export interface ForwardingPorts extends EntryPorts {
  readonly work: UnitOfWork;
  readonly forwarding: Forwarding;
}

export interface AcknowledgedPetition {
  readonly id: PetitionId;
  readonly registerLabel: string;
  readonly receivedOn: LocalDate;
  readonly caseFileId: CaseFileId;
  readonly hop: number;
  /** The number this agency gave the same petition before: it has come round. */
  readonly earlier: PetitionId | null;
}

/** Petitions sent from agency to agency: who waits for whom, and entering them where they arrive. */
export class ForwardPetition {
  private readonly entry: PetitionEntry;

  constructor(private readonly ports: ForwardingPorts) {
    this.entry = new PetitionEntry(ports);
  }

  /** @throws AppError 404 for a petition outside the actor's scope. */
  hops(actor: Actor, id: PetitionId): Promise<readonly PathHop[]> {
    return this.ports.work.run(actor, async (tx) => {
      if (!(await this.ports.petitions.find(tx, id))) throw petitionNotFound();
      return this.ports.forwarding.hopsOf(tx, id);
    });
  }

  /** What was sent to the actor's own agency and is not in its register yet. */
  waiting(actor: Actor): Promise<readonly PetitionHop[]> {
    requireRegistrar(actor);
    return this.ports.work.run(actor, (tx) => this.ports.forwarding.waiting(tx, actor.agencyId));
  }

  /**
   * Enters a petition that was sent here under a number of its own, received today: the limits of the competent body count from
   * its own receipt. The file knows which agencies have had it.
   * @throws AppError 404 where nothing waits under this id.
   */
  acknowledge(actor: Actor, hopId: string): Promise<AcknowledgedPetition> {
    requireRegistrar(actor);
    const { work, petitions, forwarding, vault } = this.ports;
    return work.run(actor, async (tx) => {
      const incoming = await forwarding.take(tx, hopId);
      if (!incoming) throw nothingWaits();
      const now = await petitions.now(tx);
      const agency = await registerAgency(petitions, tx, { actor });
      const written = await draftOfSource(vault, incoming.source);
      const draft = {
        ...written,
        channel: 'forwarded' as const,
        receivedOn: dayOf(now),
        forwarderKind: 'agency',
        forwarderName: incoming.from,
        denouncesHead: denouncesThisHead(written, { incoming, agency }),
      };
      const { petition, opened } = await this.entry.enter(tx, actor, {
        draft,
        agency,
        now,
        resendOf: incoming.earlier,
        facts: { hops: incoming.hop, chain: incoming.chain },
      });
      await forwarding.acknowledge(tx, hopId, { petitionId: petition.id, on: draft.receivedOn });
      return {
        id: petition.id,
        registerLabel: petition.registerLabel,
        receivedOn: petition.receivedOn,
        caseFileId: opened.caseFileId,
        hop: incoming.hop,
        earlier: incoming.earlier,
      };
    });
  }
}

/** Whom it denounced where it comes from says nothing about this agency, unless it has been here before. */
const denouncesThisHead = (
  { type, respondent, content }: PetitionDraft,
  { incoming, agency }: { readonly incoming: IncomingPetition; readonly agency: Agency },
): boolean => isSealedType(type) && (incoming.earlierPastHead || denouncesLeader(agency.level, [respondent, content]));

const nothingWaits = (): AppError =>
  new AppError({
    code: 'INTAKE.NOTHING_WAITS',
    status: 404,
    title: 'Không có đơn chờ vào sổ',
    detail: 'Đơn này không được chuyển đến cơ quan của bạn, đã vào sổ, hoặc nơi chuyển đã đính chính.',
  });
