import type { Actor } from '#libs/access';
import type { CaseFileId, PetitionId } from '#libs/shared';
import type { Channel, Contact, ContactOwner, DeliveryLine, MessageText, TimeOfDay, WaitingMessage } from './types.js';

/**
 * A way out of the house. Answers the gateway's own reference, throws where the message was not taken over. `dryRun`: what it
 * takes over reaches nobody. Left out on purpose: receipts of reading, replies.
 */
export abstract class MessageGateway {
  abstract readonly dryRun: boolean;
  abstract send(message: OutgoingMessage): Promise<{ readonly ref: string | null }>;
}
export interface OutgoingMessage extends MessageText {
  /** The same at every try, so that a reader or a provider knows a second copy for what it is. */
  readonly id: string;
  readonly to: string;
}
export type Gateways = Readonly<Record<Channel, MessageGateway>>;

export type Settled =
  | { readonly state: 'sent' | 'dryRun'; readonly ref: string | null }
  | { readonly state: 'withdrawn' }
  /** Tried again at `notBefore`; failed for good without it. `error`: a code or a class name, never words. */
  | { readonly state: 'failed'; readonly error: string; readonly notBefore: Date | null };

/** The delivery log, which is the queue. A claim holds the rows until `work` has settled them. */
export abstract class Messages {
  /** Hands up to `limit` rows that are due to `work`, in one transaction; false when there was none. */
  abstract claim(
    limit: number,
    work: (now: Date, rows: readonly WaitingMessage[], settle: Settle) => Promise<void>,
  ): Promise<boolean>;
  /** What went out about a file, newest first, as far as the actor may see. */
  abstract ofCase(actor: Actor, caseId: CaseFileId): Promise<readonly DeliveryLine[]>;
}
export interface Settle {
  (id: string, outcome: Settled): Promise<void>;
  /** Quiet hours: not a try. */
  later(id: string, notBefore: Date): Promise<void>;
}

export interface NewContact {
  readonly channel: Channel;
  readonly address: string;
  readonly quietFrom: TimeOfDay;
  readonly quietTo: TimeOfDay;
}

/** Addresses with their consent. One per owner and channel; a new one takes the place of the old. */
export abstract class Contacts {
  abstract of(actor: Actor, owner: ContactOwner): Promise<readonly Contact[]>;
  abstract give(actor: Actor, owner: ContactOwner, contact: NewContact): Promise<Contact>;
  /** False where there is none. */
  abstract withdraw(actor: Actor, owner: ContactOwner, channel: Channel): Promise<boolean>;
  /** Null when the actor does not see such a petition. */
  abstract petitionIsSealed(actor: Actor, petitionId: PetitionId): Promise<boolean | null>;
}
