import type { LocalDate } from '#libs/shared';
import type { Organ, ReadDocument, ReadStatus } from './edxml/model.js';
import type { ArrivedPath } from './edxml/path.js';
import type { ForwardedPerson, ForwardedPetition, PassedHop } from './edxml/petition.js';
import type { StatusCode } from './edxml/status-codes.js';
import type { NationalSource, SubjectId } from './national/source.js';

/** An open transaction of the persistence lib; passed on, never looked into. */
export type Tx = object;

export interface DeliveredItem extends SubjectId {
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** A package as it is handed over. */
export interface Parcel {
  readonly packageId: string;
  readonly agencyCode: string;
  readonly mapping: string;
  readonly items: readonly DeliveredItem[];
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
}
export interface DeliveryReceipt {
  readonly items: readonly DeliveredItem[];
  /** Of the list of files with their hashes. */
  readonly manifestHash: string;
}

export interface AnsweredItem extends DeliveredItem {
  readonly outcome: 'accepted' | 'rejected';
  /** The platform's own code. */
  readonly error: string | null;
}
export interface PlatformAnswer {
  /** By which it is settled. */
  readonly key: string;
  readonly packageId: string;
  readonly items: readonly AnsweredItem[];
}
export interface UnreadableAnswer {
  readonly key: string;
  readonly hash: string;
}

/**
 * The national platform (Cơ sở dữ liệu quốc gia về tiếp công dân, xử lý đơn, giải quyết khiếu nại, tố cáo, kiến nghị, phản
 * ánh). No interface of it has been published; an adapter that calls one later implements this and nothing else changes.
 * Left out on purpose: reading other agencies' records, and changing what was confirmed (Đ.9 was not read).
 */
export abstract class NationalPlatform {
  /** Hands a package over. Under an id it already has, it writes nothing and tells what it has. */
  abstract deliver(parcel: Parcel): Promise<DeliveryReceipt>;
  /** What has been answered and not settled yet. */
  abstract answers(): Promise<{
    readonly read: readonly PlatformAnswer[];
    readonly unreadable: readonly UnreadableAnswer[];
  }>;
  /** Taken in, or put aside: it does not come again. */
  abstract settle(key: string, how: 'taken' | 'refused'): Promise<void>;
  /** Handed over for good, once the book has it: what was only laid ready becomes visible. Repeated, nothing happens. */
  abstract release(packageId: string): Promise<void>;
  /** Ids of what was laid ready and neither released nor taken back. */
  abstract laidReady(): Promise<readonly string[]>;
  abstract discard(packageId: string): Promise<void>;
}

/** The document axis (trục liên thông văn bản), by message. Without a connection: a folder that something else carries. */
export abstract class DocumentAxis {
  /** Lays a message ready under its id, instead of what lay there; nobody outside sees it yet. */
  abstract prepare(id: string, bytes: Buffer): Promise<void>;
  /** Sends what was laid ready, once the book has it. Repeated, nothing happens. */
  abstract release(id: string): Promise<void>;
  abstract laidReady(): Promise<readonly string[]>;
  abstract discard(id: string): Promise<void>;
  abstract arrived(): Promise<readonly string[]>;
  abstract read(key: string): Promise<Buffer>;
  abstract settle(key: string, how: 'taken' | 'refused'): Promise<void>;
}

/**
 * What the book says of something that was laid ready: it stands as gone, it is still to go, it will never go; `busy`: somebody
 * is at it this moment.
 */
export type Fate = 'gone' | 'waiting' | 'never' | 'busy';

export interface WaitingPackage {
  readonly id: string;
  readonly agencyCode: string;
  readonly mapping: string;
  readonly subjects: readonly string[];
}

/** The worker's side of the book of packages. */
export abstract class PackageBook {
  /** Null: unknown, or handed over already. Locks it. */
  abstract waiting(tx: Tx, packageId: string): Promise<WaitingPackage | null>;
  abstract sources(tx: Tx, subjects: readonly string[]): Promise<readonly NationalSource[]>;
  abstract delivered(tx: Tx, packageId: string, receipt: DeliveryReceipt): Promise<void>;
  /** Locks it, where nobody is at it. */
  abstract fate(tx: Tx, packageId: string): Promise<Fate>;
  /** Written apart from the work that failed. */
  abstract failed(packageId: string, code: string): Promise<void>;
  /** False: no such package. Answered twice, it stays as it was. */
  abstract answered(answer: PlatformAnswer): Promise<boolean>;
  abstract refused(channel: 'axis' | 'national', hash: string, code: string): Promise<void>;
}

export interface AxisLetter {
  readonly id: string;
  readonly kind: 'petition' | 'status';
  readonly ours: Organ;
  readonly partner: Organ;
  readonly statusCode: StatusCode | null;
  readonly refusal: string | null;
  readonly createdAt: string;
  readonly answers: {
    readonly documentId: string;
    readonly number: string | null;
    readonly issuedOn: LocalDate | null;
    readonly organ: Organ;
  } | null;
  readonly hop: {
    readonly hop: number;
    readonly sentOn: LocalDate;
    readonly receivedOn: LocalDate;
    readonly number: string;
    readonly chain: readonly string[];
    readonly hops: readonly PassedHop[];
    readonly petition: Omit<ForwardedPetition, 'receivedOn' | 'sentOn' | 'hop' | 'chain' | 'hops' | 'petitioners'> & {
      readonly petitioners: readonly ForwardedPerson[];
    };
  } | null;
}

export interface SentMessage {
  readonly documentId: string;
  readonly number: string | null;
  readonly notation: string | null;
  readonly hash: string;
}

export interface ArrivedDocument {
  readonly id: string;
  readonly document: ReadDocument;
  readonly hash: string;
  readonly structured: boolean;
  readonly path: ArrivedPath;
  readonly sealed: Buffer;
  readonly sealedKey: Buffer;
}
export type Arrival = 'taken' | 'again' | 'changed' | 'ours' | 'notForUs';

/** The book of messages on the axis. */
export abstract class AxisBook {
  /** Null where it is not to be sent (any more). */
  abstract letter(tx: Tx, messageId: string): Promise<AxisLetter | null>;
  abstract sent(tx: Tx, messageId: string, sent: SentMessage): Promise<void>;
  /** Locks it, where nobody is at it. */
  abstract fate(tx: Tx, messageId: string): Promise<Fate>;
  abstract failed(messageId: string, code: string): Promise<void>;
  /** Enters a document that came, with the answer 01 that is due. */
  abstract arrive(arrived: ArrivedDocument): Promise<Arrival>;
  /** False: it answers nothing that was sent to who answers. */
  abstract answered(status: ReadStatus): Promise<boolean>;
}
