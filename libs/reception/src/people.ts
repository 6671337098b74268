import { BlindIndex, Sealer, type KeyVault } from '#libs/identity';
import { uuidAt } from '#libs/intake';
import type { JsonObject } from '#libs/shared';
import type { PersonRole, PersonRow, Scoped, VisitRow } from './model.js';

export interface PersonInput {
  readonly role?: PersonRole | undefined;
  readonly fullName?: string | undefined;
  readonly address?: string | undefined;
  readonly personalId?: string | undefined;
  readonly personalIdKind?: string | undefined;
  readonly phone?: string | undefined;
}

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
const bytesOf = (text: string): Buffer => Buffer.from(text.slice(2), 'hex');
const clean = (text: string | undefined): string | null => text?.trim().normalize('NFC') || null;

export interface Identity extends JsonObject {
  readonly fullName: string | null;
  readonly address: string | null;
  readonly personalId: string | null;
  readonly personalIdKind: string | null;
  readonly phone: string | null;
}

/** Seals and opens what a visit says of people; for denunciations nothing of it stands in the clear. */
export class VisitSeal {
  private readonly sealer: Sealer;
  private readonly index: BlindIndex;

  constructor(vault: KeyVault) {
    this.sealer = new Sealer(vault);
    this.index = new BlindIndex(vault);
  }

  async seal(recordId: string, value: JsonObject): Promise<{ readonly sealed: string; readonly sealedKey: string }> {
    const { sealed, sealedKey } = await this.sealer.seal({ table: 'reception', recordId }, value);
    return { sealed: hex(sealed), sealedKey: hex(sealedKey) };
  }

  open<T extends JsonObject>(row: { id: string; sealed: string | null; sealedKey: string | null }): Promise<T> {
    if (row.sealed === null || row.sealedKey === null) throw new Error('Nothing is sealed here');
    return this.sealer.open<T>(
      { table: 'reception', recordId: row.id },
      { sealed: bytesOf(row.sealed), sealedKey: bytesOf(row.sealedKey) },
    );
  }

  async person(visit: Scoped & { readonly id: string }, at: PersonPlace): Promise<PersonRow> {
    const { input, ordinal, isSealed, now } = at;
    const id = uuidAt<string>(now);
    const identity: Identity = {
      fullName: clean(input.fullName),
      address: clean(input.address),
      personalId: clean(input.personalId),
      personalIdKind: clean(input.personalIdKind),
      phone: clean(input.phone),
    };
    const hidden = isSealed ? await this.seal(id, identity) : null;
    const bare: Identity = { fullName: null, address: null, personalId: null, personalIdKind: null, phone: null };
    return {
      ...{ id, visitId: visit.id, ordinal, role: input.role ?? 'visitor' },
      ...{ agencyId: visit.agencyId, provinceId: visit.provinceId, visibleTo: visit.visibleTo },
      ...(hidden ? bare : identity),
      idIndex: identity.personalId ? hex(await this.index.ofPersonalId(identity.personalId)) : null,
      ...{ sealed: hidden?.sealed ?? null, sealedKey: hidden?.sealedKey ?? null },
    };
  }

  /** For registering the petition of a visit only: what is opened goes straight to intake, which seals it again. */
  identityOf(person: PersonRow): Promise<Identity> {
    if (person.sealed !== null) return this.open<Identity>(person);
    const { fullName, address, personalId, personalIdKind, phone } = person;
    return Promise.resolve({ fullName, address, personalId, personalIdKind, phone });
  }

  async summaryOf(visit: VisitRow): Promise<string> {
    if (visit.sealed === null) return visit.summary ?? '';
    return (await this.open<{ summary: string }>(visit)).summary;
  }
}

interface PersonPlace {
  readonly input: PersonInput;
  readonly ordinal: number;
  readonly isSealed: boolean;
  readonly now: Date;
}
