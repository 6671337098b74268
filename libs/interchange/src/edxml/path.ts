import { isLocalDate, type LocalDate } from '#libs/shared';
import type { Organ, ReadDocument } from './model.js';
import type { ForwardedPetition, PassedHop } from './petition.js';
import { refusedPackage } from './refusals.js';

const MAX_HOPS = 50;
const CODE = /^[A-Za-z0-9.-]{2,35}$/;

/** How a petition came here. `hops` may be more than what is told of: a sender may count and not name. */
export interface ArrivedPath {
  readonly hops: number;
  /** Codes of the agencies that have had it, the sender last. */
  readonly chain: readonly string[];
  readonly path: readonly (PassedHop & { readonly hop: number })[];
}

/** The way of a document that came, the sending that brought it included. Papers only tell of that one. */
export function pathOf(document: ReadDocument, petition: ForwardedPetition | null): ArrivedPath {
  const { from, to, documentId, issuedOn } = document;
  const before = petition ? earlier(petition, from) : [];
  const last: PassedHop = {
    ...{ from, to, documentId },
    receivedOn: petition?.receivedOn ?? null,
    sentOn: petition?.sentOn ?? issuedOn,
  };
  const named = petition?.chain.filter((code) => code !== '') ?? [];
  const told = before.map((hop) => hop.from.id);
  const known = named.length >= told.length ? named : told;
  const chain = known.at(-1) === from.id ? known : [...known, from.id];
  const hops = Math.max(petition?.hop ?? 1, before.length + 1);
  return { hops, chain, path: [...before.map((hop, at) => ({ ...hop, hop: at + 1 })), { ...last, hop: hops }] };
}

/** A sender that names only who has had it still tells the way, without its days. */
function earlier({ hops, chain }: ForwardedPetition, sender: Organ): readonly PassedHop[] {
  if (hops.length > 0) return hops;
  const codes = chain.filter((code) => code !== '');
  const organ = (code: string): Organ => (code === sender.id ? sender : { id: code, name: code });
  return codes.slice(1).map((code, at) => ({
    ...{ from: organ(codes[at] ?? code), to: organ(code) },
    ...{ receivedOn: null, sentOn: null, documentId: null },
  }));
}

/** @throws AppError 422 */
export function readHops(value: unknown): readonly PassedHop[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > MAX_HOPS) throw refusedPackage('PETITION');
  return value.map((one) => {
    const { from, to, receivedOn, sentOn, documentId } = recordOf(one);
    return {
      ...{ from: organIn(from), to: organIn(to), receivedOn: dayIn(receivedOn), sentOn: dayIn(sentOn) },
      documentId: textIn(documentId),
    };
  });
}

function recordOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw refusedPackage('PETITION');
}
function organIn(value: unknown): Organ {
  const { id, name } = recordOf(value);
  if (typeof id !== 'string' || !CODE.test(id)) throw refusedPackage('PETITION');
  return { id: id.toUpperCase(), name: textIn(name) ?? id };
}
function dayIn(value: unknown): LocalDate | null {
  if (value === null || value === undefined) return null;
  if (isLocalDate(value)) return value;
  throw refusedPackage('PETITION');
}
function textIn(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string' && value.length <= 300) return value.normalize('NFC');
  throw refusedPackage('PETITION');
}
