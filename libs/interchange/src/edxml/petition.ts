import { isLocalDate, type LocalDate } from '#libs/shared';
import type { Enclosed, Organ } from './model.js';
import { readHops } from './path.js';
import { refusedPackage } from './refusals.js';

/** The structured petition that travels beside the paper: our own convention, so it carries its name. */
export const PETITION_FILE = 'du-lieu-don.json';
const PROFILE = 'nghe-dan/forwarded-petition/1';

export interface ForwardedPerson {
  readonly fullName: string | null;
  readonly personalId: string | null;
  readonly birthDate: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

export interface ForwardedPetition {
  readonly type: 'complaint' | 'feedback' | 'denunciation' | 'mixed';
  readonly field: string | null;
  readonly content: string;
  readonly respondent: string | null;
  readonly challengedDecision: string | null;
  readonly petitionerCount: number;
  readonly jointPetition: boolean;
  readonly petitioners: readonly ForwardedPerson[];
  /** Received by the sender. */
  readonly receivedOn: LocalDate;
  readonly sentOn: LocalDate;
  /** How often it has been sent on, this time included, and through whose hands. */
  readonly hop: number;
  readonly chain: readonly string[];
  /** The ways it went before this one, in their order; empty where the sender does not tell. */
  readonly hops: readonly PassedHop[];
}

/** One sending of a petition before the one that is told of: agencies and days, nothing of a citizen. */
export interface PassedHop {
  readonly from: Organ;
  readonly to: Organ;
  readonly receivedOn: LocalDate | null;
  readonly sentOn: LocalDate | null;
  /** Of the message it went with, where it went over the axis. */
  readonly documentId: string | null;
}

export const petitionFile = (petition: ForwardedPetition): Enclosed => ({
  name: PETITION_FILE,
  mediaType: 'application/json',
  bytes: Buffer.from(JSON.stringify({ profile: PROFILE, ...petition }), 'utf8'),
});

const TYPES: readonly unknown[] = ['complaint', 'feedback', 'denunciation', 'mixed'];
const MAX_PEOPLE = 50;
const MAX_CONTENT = 20_000;

/** The petition in a message; null where its sender sent papers only. @throws AppError 422 */
export function petitionIn(enclosed: readonly Enclosed[]): ForwardedPetition | null {
  const file = enclosed.find(({ name }) => name === PETITION_FILE);
  if (!file) return null;
  let value: unknown;
  try {
    value = JSON.parse(file.bytes.toString('utf8'));
  } catch (error) {
    throw refusedPackage('PETITION', { cause: error });
  }
  const raw = objectOf(value);
  const { type, petitioners, chain } = raw;
  if (raw['profile'] !== PROFILE || !TYPES.includes(type)) throw refusedPackage('PETITION');
  if (!Array.isArray(petitioners) || petitioners.length > MAX_PEOPLE || !Array.isArray(chain) || chain.length > 50)
    throw refusedPackage('PETITION');
  const content = words(raw['content'], MAX_CONTENT);
  if (content === null) throw refusedPackage('PETITION');
  return {
    type: type as ForwardedPetition['type'],
    ...{ field: words(raw['field']), content, respondent: words(raw['respondent']) },
    challengedDecision: words(raw['challengedDecision']),
    petitionerCount: whole(raw['petitionerCount'], 100_000),
    jointPetition: raw['jointPetition'] === true,
    petitioners: petitioners.map(personOf),
    receivedOn: dayOf(raw['receivedOn']),
    sentOn: dayOf(raw['sentOn']),
    hop: whole(raw['hop'], 1_000),
    chain: chain.map((one) => words(one)?.toUpperCase() ?? ''),
    hops: readHops(raw['hops']),
  };
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw refusedPackage('PETITION');
}
function words(value: unknown, max = 300): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string' && value.length <= max) return value.normalize('NFC');
  throw refusedPackage('PETITION');
}
function whole(value: unknown, max: number): number {
  if (Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= max) return value as number;
  throw refusedPackage('PETITION');
}
function dayOf(value: unknown): LocalDate {
  if (isLocalDate(value)) return value;
  throw refusedPackage('PETITION');
}
function personOf(value: unknown): ForwardedPerson {
  const raw = objectOf(value);
  return {
    fullName: words(raw['fullName']),
    personalId: words(raw['personalId'], 50),
    birthDate: words(raw['birthDate'], 10),
    phone: words(raw['phone'], 50),
    address: words(raw['address'], 500),
  };
}
