import type { CaseFileId, PetitionId, UserId } from '#libs/shared';

export const CHANNELS = ['email', 'sms', 'zalo'] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_TITLES: Readonly<Record<Channel, string>> = {
  email: 'Thư điện tử',
  sms: 'Tin nhắn SMS',
  zalo: 'Zalo',
};

/** Local time of day, `HH:MM`, Asia/Ho_Chi_Minh. */
export type TimeOfDay = string;

export interface Contact {
  readonly id: string;
  readonly channel: Channel;
  readonly address: string;
  readonly quietFrom: TimeOfDay;
  readonly quietTo: TimeOfDay;
}

/** An officer's own address, or one that a citizen left with a petition. */
export type ContactOwner = { readonly userId: UserId } | { readonly petitionId: PetitionId };

/** One row to be sent, claimed for this worker. */
export interface WaitingMessage {
  readonly id: string;
  readonly contact: Contact;
  /** Whether a citizen reads it. */
  readonly toCitizen: boolean;
  readonly topic: string;
  readonly caseId: CaseFileId | null;
  readonly attempts: number;
  /** The consent was taken back after the row was written. */
  readonly withdrawn: boolean;
}

export interface MessageText {
  readonly subject: string;
  readonly body: string;
}

export interface DeliveryLine {
  readonly id: string;
  readonly channel: Channel;
  readonly topic: string;
  readonly state: 'waiting' | 'sent' | 'dryRun' | 'failed' | 'withdrawn';
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly settledAt: string | null;
}
