import type { AgencyId, LocalDate, PetitionId, PetitionType } from '#libs/shared';
import type { PetitionerRole } from './register.js';
import type { Channel } from '../register/vocabulary.js';
import type { Tx } from './work.js';

/** A petition as its row keeps it: in the clear or sealed. */
export interface PetitionSource {
  readonly id: PetitionId;
  readonly agencyId: AgencyId;
  readonly type: PetitionType;
  /** It went past the head of the agency. */
  readonly pastHead: boolean;
  readonly titleType: string | null;
  readonly channel: Channel;
  readonly forwarderKind: string | null;
  readonly forwarderName: string | null;
  readonly receivedOn: LocalDate;
  readonly field: string | null;
  readonly content: string | null;
  readonly respondent: string | null;
  readonly challengedDecision: string | null;
  readonly petitionerCount: number;
  readonly jointPetition: boolean;
  readonly sealed: Buffer | null;
  readonly sealedKey: Buffer | null;
  readonly petitioners: readonly PetitionerSource[];
}

export interface PetitionerSource {
  readonly id: string;
  readonly role: PetitionerRole;
  readonly fullName: string | null;
  readonly personalId: string | null;
  readonly personalIdKind: string | null;
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly unitCode: string | null;
  readonly sealed: Buffer | null;
  readonly sealedKey: Buffer | null;
}

/** One sending of a petition from agency to agency. */
export interface PetitionHop {
  readonly id: string;
  readonly hop: number;
  readonly kind: 'transfer' | 'return';
  readonly fromAgencyId: AgencyId;
  readonly fromAgency: string;
  readonly toAgencyId: AgencyId;
  readonly toAgency: string;
  /** By the sender. */
  readonly receivedOn: LocalDate;
  readonly sentOn: LocalDate;
  readonly acknowledgedOn: LocalDate | null;
}

/** One sending on the whole way of a petition; `outside`: before it came over the document axis, as its sender tells it. */
export interface PathHop extends Omit<PetitionHop, 'fromAgencyId' | 'toAgencyId' | 'receivedOn' | 'sentOn'> {
  readonly receivedOn: LocalDate | null;
  readonly sentOn: LocalDate | null;
  readonly outside: boolean;
}

/** A petition that was sent here, with the agencies it has been through. */
export interface IncomingPetition {
  readonly source: PetitionSource;
  readonly hop: number;
  readonly chain: readonly AgencyId[];
  readonly from: string;
  /** This agency's own earlier number of it, where it comes back. */
  readonly earlier: PetitionId | null;
  /** Under that number it went past this agency's head. */
  readonly earlierPastHead: boolean;
}

/** What a mixed petition is being split into. */
export interface SplitState {
  readonly stage: string;
  readonly contents: readonly string[];
  /** Types of the parts that have a number already. */
  readonly registered: readonly PetitionType[];
}

/** Petitions on their way between agencies, and petitions taken apart. */
export abstract class Forwarding {
  /** Null where the actor does not see it. */
  abstract source(tx: Tx, id: PetitionId): Promise<PetitionSource | null>;
  abstract splitState(tx: Tx, id: PetitionId): Promise<SplitState | null>;
  /** Every hop of a petition the actor sees, whichever agency has it now, those before it came over the axis too. */
  abstract hopsOf(tx: Tx, id: PetitionId): Promise<readonly PathHop[]>;
  /** Sent to an agency and not yet in its register, oldest first. */
  abstract waiting(tx: Tx, agencyId: AgencyId): Promise<readonly PetitionHop[]>;
  /** Locks the hop; null where it was not sent to the actor's own agency or is done. */
  abstract take(tx: Tx, hopId: string): Promise<IncomingPetition | null>;
  abstract acknowledge(
    tx: Tx,
    hopId: string,
    done: { readonly petitionId: PetitionId; readonly on: LocalDate },
  ): Promise<void>;
}
