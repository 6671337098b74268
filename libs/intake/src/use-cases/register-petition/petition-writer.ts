import { createHash } from 'node:crypto';
import type { OpenCommand } from '#libs/casework';
import { BlindIndex, Sealer, type KeyVault } from '#libs/identity';
import {
  isSealedType,
  type AgencyId,
  type ImportBatchId,
  type JsonObject,
  type PetitionId,
  type PetitionerId,
  type UserId,
} from '#libs/shared';
import { uuidAt } from '../../ids.js';
import { parseAddress } from '../../person/address.js';
import { foldName } from '../../person/person-name.js';
import type { Agency, NewPetition, NewPetitioner, PersonWords, PetitionWords } from '../../ports.js';
import { agencyBands } from '../../resend/bands.js';
import { foldAddress, foldContent, foldText } from '../../text/fold.js';
import type { PetitionDraft, PetitionerDraft } from './petition-draft.js';
import { lookupHash, lookupSecretHash, ReceiptCodes } from './receipt-codes.js';

export interface RegisterPlace {
  readonly year: number;
  readonly series: string;
  readonly number: number;
  readonly label: string;
}

export interface WritingContext {
  readonly agency: Agency;
  readonly userId: UserId;
  /** Business time. */
  readonly now: Date;
  readonly place: RegisterPlace;
  /** Who may see it; null: the agency subtree. Never null for a sealed type. */
  readonly visibleTo: readonly UserId[] | null;
  readonly importBatchId?: ImportBatchId;
  readonly resendOf?: PetitionId | null;
}

export interface PetitionRows {
  readonly petition: NewPetition;
  readonly petitioners: readonly NewPetitioner[];
}

const sealedPetition = (draft: PetitionDraft): JsonObject => ({
  content: draft.content,
  respondent: draft.respondent,
  challengedDecision: draft.challengedDecision,
  titleType: draft.titleType,
  note: draft.note,
});
const sealedPetitioner = (person: PetitionerDraft): JsonObject => ({
  fullName: person.fullName,
  personalId: person.personalId,
  personalIdKind: person.personalIdKind,
  birthDate: person.birthDate,
  sex: person.sex,
  phone: person.phone,
  address: person.address,
  unitCode: person.unitCode,
});

/** Key of a household: hamlet and commune, folded. Null where the address names no hamlet. */
export function householdKey(address: string | null): string | null {
  if (!address) return null;
  const { hamlet, commune } = parseAddress(address);
  if (hamlet === '') return null;
  return commune === '' ? foldAddress(address) : `${hamlet}, ${commune}`;
}

/** Turns a clean petition into rows: in the clear, or sealed with every clear column of a person or the content null. */
export class PetitionWriter {
  private readonly sealer: Sealer;
  private readonly index: BlindIndex;
  private readonly codes: ReceiptCodes;

  constructor(vault: KeyVault) {
    this.sealer = new Sealer(vault);
    this.index = new BlindIndex(vault);
    this.codes = new ReceiptCodes(vault);
  }

  async rows(draft: PetitionDraft, context: WritingContext): Promise<PetitionRows> {
    const id = uuidAt<PetitionId>(context.now);
    const sealed = isSealedType(draft.type);
    if (sealed && context.visibleTo === null) throw new Error('A sealed petition names who may see it');
    const code = await this.codes.code(id);
    const secret = sealed ? await this.codes.secret(id) : null;
    const petition: NewPetition = {
      id,
      agencyId: context.agency.id,
      provinceId: context.agency.provinceId,
      visibleTo: context.visibleTo,
      pastHead: sealed && draft.denouncesHead,
      type: draft.type,
      ...(await this.words(draft, { id, agencyId: context.agency.id })),
      channel: draft.channel,
      forwarderKind: draft.forwarderKind,
      receivedOn: draft.receivedOn,
      registeredAt: context.now,
      registerYear: context.place.year,
      registerSeries: context.place.series,
      registerNumber: context.place.number,
      registerLabel: context.place.label,
      lookupHash: lookupHash(code) as Buffer,
      lookupSecretHash: secret === null ? null : lookupSecretHash(code, secret),
      petitionerCount: draft.petitionerCount,
      jointPetition: draft.jointPetition,
      importBatchId: context.importBatchId ?? null,
      resendOf: context.resendOf ?? null,
      createdBy: context.userId,
    };
    return {
      petition,
      petitioners: await Promise.all(draft.petitioners.map((person, i) => this.petitioner(person, i + 1, petition))),
    };
  }

  /** The words of a petition as its row keeps them, and the keys it is found by. */
  async words(
    draft: PetitionDraft,
    { id, agencyId }: { readonly id: PetitionId; readonly agencyId: AgencyId },
  ): Promise<PetitionWords> {
    const sealed = isSealedType(draft.type);
    const value = sealed ? await this.sealer.seal({ table: 'petition', recordId: id }, sealedPetition(draft)) : null;
    const bands = agencyBands(draft.content, agencyId);
    return {
      titleType: sealed ? null : draft.titleType,
      forwarderName: draft.forwarderName,
      field: draft.field,
      content: sealed ? null : draft.content,
      contentFolded: sealed ? null : foldContent(draft.content),
      contentKey: sealed ? await Promise.all(bands.map((band) => this.index.ofBand(band))) : bands,
      respondent: sealed ? null : draft.respondent,
      challengedDecision: sealed ? null : draft.challengedDecision,
      note: sealed ? null : draft.note,
      sealed: value?.sealed ?? null,
      sealedKey: value?.sealedKey ?? null,
    };
  }

  /** A person as their row keeps them. */
  async person(
    person: PetitionerDraft,
    { id, sealed, provinceId }: { readonly id: PetitionerId; readonly sealed: boolean; readonly provinceId: AgencyId },
  ): Promise<PersonWords> {
    const value = sealed
      ? await this.sealer.seal({ table: 'petitioner', recordId: id }, sealedPetitioner(person))
      : null;
    const clear = <T>(found: T): T | null => (sealed ? null : found);
    const folded = person.fullName ? foldName(person.fullName) : '';
    return {
      fullName: clear(person.fullName),
      nameFolded: clear(person.fullName ? foldText(person.fullName) : null),
      personalId: clear(person.personalId),
      personalIdKind: clear(person.personalIdKind),
      birthDate: clear(person.birthDate),
      sex: clear(person.sex),
      phone: clear(person.phone),
      address: clear(person.address),
      addressFolded: clear(householdKey(person.address)),
      unitCode: clear(person.unitCode),
      idIndex: person.personalId ? await this.index.ofPersonalId(person.personalId) : null,
      nameIndex: folded ? await this.index.ofName(folded, provinceId) : null,
      sealed: value?.sealed ?? null,
      sealedKey: value?.sealedKey ?? null,
    };
  }

  private async petitioner(person: PetitionerDraft, ordinal: number, petition: NewPetition): Promise<NewPetitioner> {
    const id = uuidAt<PetitionerId>(petition.registeredAt);
    const { agencyId, provinceId, visibleTo } = petition;
    return {
      ...{ id, petitionId: petition.id, agencyId, provinceId, visibleTo, ordinal, role: person.role },
      ...(await this.person(person, { id, provinceId, sealed: isSealedType(petition.type) })),
    };
  }

  codesOf(
    id: PetitionId,
    sealed: boolean,
  ): Promise<{ readonly lookupCode: string; readonly lookupSecret: string | null }> {
    return Promise.all([this.codes.code(id), sealed ? this.codes.secret(id) : null]).then(
      ([lookupCode, lookupSecret]) => ({ lookupCode, lookupSecret }),
    );
  }
}

const FACT_CHANNELS: Readonly<Record<string, string>> = { in_person: 'counter', imported: 'unknown' };

/** The command that opens the handling file. Facts are findings only; the old book's acceptance day is one. */
export const openCommandOf = ({ petition }: PetitionRows, remote: boolean, extra: JsonObject = {}): OpenCommand => ({
  petitionId: petition.id,
  procedure: 'petition-handling',
  agencyId: petition.agencyId,
  provinceId: petition.provinceId,
  receivedOn: petition.receivedOn,
  petitionType: petition.type,
  visibleTo: petition.visibleTo,
  remote,
  facts: {
    channel: FACT_CHANNELS[petition.channel] ?? petition.channel,
    groupSize: petition.petitionerCount,
    ...(petition.forwarderKind ? { forwarderKind: petition.forwarderKind } : {}),
    ...extra,
  },
});

/** Keyed by nothing secret: what two requests under one Idempotency-Key must share. Kept as a keyed hash by the caller. */
export const requestDigest = (input: unknown): Buffer => createHash('sha256').update(JSON.stringify(input)).digest();
