import type { Actor } from '#libs/access';
import type { CaseworkService } from '#libs/casework';
import type { ForwardPetition, PathHop, PetitionHop, SplitPetition } from '#libs/intake';
import { daysBetween, type CaseFileId, type PetitionId } from '#libs/shared';
import type {
  AcknowledgedDto,
  AdviceDto,
  HopDto,
  PathHopDto,
  SplitAnswerDto,
  SplitPetitionDto,
} from './forwarding.dto.js';

export interface ForwardingDeskParts {
  readonly casework: Pick<CaseworkService, 'advise'>;
  readonly forwardPetition: ForwardPetition;
  readonly splitPetition: SplitPetition;
}

/** What becomes of a petition before its matter is opened: advice, parts, and its way from agency to agency. */
export class ForwardingDesk {
  constructor(private readonly parts: ForwardingDeskParts) {}

  async advice(actor: Actor, caseFileId: string): Promise<AdviceDto[]> {
    const rows = await this.parts.casework.advise(actor, caseFileId as CaseFileId);
    return rows.map(({ id, disposition, advice, event, paper, rule, citation }) => ({
      ...{ id, disposition, advice, event, paper, rule },
      citation: citation.text,
      confirmed: citation.mark === 'V',
    }));
  }

  async hops(actor: Actor, petitionId: string): Promise<PathHopDto[]> {
    return (await this.parts.forwardPetition.hops(actor, petitionId as PetitionId)).map(pathView);
  }

  async waiting(actor: Actor): Promise<HopDto[]> {
    return (await this.parts.forwardPetition.waiting(actor)).map(hopView);
  }

  acknowledge(actor: Actor, hopId: string): Promise<AcknowledgedDto> {
    return this.parts.forwardPetition.acknowledge(actor, hopId);
  }

  async split(actor: Actor, petitionId: string, { parts }: SplitPetitionDto): Promise<SplitAnswerDto> {
    return { parts: [...(await this.parts.splitPetition.execute(actor, petitionId as PetitionId, parts))] };
  }
}

const hopView = ({ id, hop, kind, fromAgency, toAgency, receivedOn, sentOn, acknowledgedOn }: PetitionHop): HopDto => ({
  ...{ id, hop, kind, receivedOn, sentOn, acknowledgedOn },
  from: fromAgency,
  to: toAgency,
  daysHeld: daysBetween(receivedOn, sentOn),
  daysToAcknowledge: acknowledgedOn === null ? null : daysBetween(sentOn, acknowledgedOn),
});

const pathView = ({ fromAgency, toAgency, receivedOn, sentOn, acknowledgedOn, ...hop }: PathHop): PathHopDto => ({
  ...{ ...hop, receivedOn, sentOn, acknowledgedOn, from: fromAgency, to: toAgency },
  daysHeld: receivedOn === null || sentOn === null ? null : daysBetween(receivedOn, sentOn),
  daysToAcknowledge: acknowledgedOn === null || sentOn === null ? null : daysBetween(sentOn, acknowledgedOn),
});
