import { AppError, isSealedType, type JsonObject } from '#libs/shared';
import type { Agency, Petitions, Tx } from '../../ports.js';
import type { PetitionDraft } from './petition-draft.js';

export interface RemotePlace {
  readonly remote: boolean;
  /** Told in the ledger where an officer said otherwise than the list. */
  readonly facts: JsonObject;
  readonly note: string | null;
}

const reasonMissing = (): AppError =>
  new AppError({
    code: 'INTAKE.INVALID',
    status: 422,
    title: 'Thông tin đơn chưa hợp lệ',
    detail: 'Nêu lý do khi ghi địa bàn khác với danh sách vùng sâu, vùng xa đi lại khó khăn.',
    errors: [
      {
        pointer: '/remoteReason',
        code: 'FIELD.MISSING',
        message: 'Nêu lý do khi ghi địa bàn khác với danh sách vùng sâu, vùng xa đi lại khó khăn.',
      },
    ],
  });

/** The list of areas says whether a matter is of a remote place; the officer may say otherwise with a reason. */
export async function remotePlaceOf(
  petitions: Petitions,
  tx: Tx,
  { draft, agency }: { readonly draft: PetitionDraft; readonly agency: Agency },
): Promise<RemotePlace> {
  // Where a denouncer lives is nobody's to read off a flag, and no limit of a denunciation asks for it.
  const units = isSealedType(draft.type)
    ? []
    : draft.petitioners.flatMap(({ unitCode }) => (unitCode === null ? [] : [unitCode]));
  const listed = await petitions.remoteByDefault(tx, { agencyId: agency.id, units, on: draft.receivedOn });
  const stated = isSealedType(draft.type) ? undefined : draft.remote;
  if (stated === undefined || stated.stated === listed) return { remote: listed, facts: {}, note: null };
  if (!stated.reason) throw reasonMissing();
  return {
    remote: stated.stated,
    facts: { remoteStated: stated.stated },
    note: `Địa bàn ${stated.stated ? 'vùng sâu, vùng xa đi lại khó khăn' : 'không thuộc vùng sâu, vùng xa đi lại khó khăn'}: ${stated.reason}`,
  };
}
