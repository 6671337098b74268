import type { Actor } from '#libs/access';
import { type KeyVault, Sealer } from '#libs/identity';
import type { AttachFiles, RegisterPetition } from '#libs/intake';
import { type Enclosed, type ForwardedPetition, type KeptMessage, petitionIn } from '#libs/interchange';
import type { AgencyDirectory, AxisMessages, KeptRow, Tx } from '#libs/persistence';
import { AppError, type Clock, dayOf, type PetitionId } from '#libs/shared';

export interface AxisEntryParts {
  readonly messages: AxisMessages;
  readonly directory: AgencyDirectory;
  readonly registerPetition: RegisterPetition;
  readonly attachFiles: AttachFiles;
  readonly vault: KeyVault;
  readonly clock: Clock;
}
/** Under which number an officer has entered what came on paper only. */
export interface EnteredByHand {
  readonly petitionId?: string | undefined;
  readonly registerLabel?: string | undefined;
}

/**
 * A message becomes a petition of this agency. The number and the message stand or fall together; files follow one by one, and
 * what is sealed here is kept until the last of them stands with the petition: asked again after a crash, it goes on from there.
 */
export class AxisEntry {
  constructor(private readonly parts: AxisEntryParts) {}

  async enter(actor: Actor, id: string, byHand: EnteredByHand): Promise<PetitionId> {
    const kept = await this.parts.messages.kept(actor, id);
    const files = await this.opened(id, kept);
    const petitionId = kept.petitionId ?? (await this.numbered(actor, { id, kept, files, byHand }));
    await this.attach(actor, { id, petitionId, files, from: kept.attached });
    return petitionId;
  }

  /** The files of a message that is still kept. */
  async opened(id: string, { sealed, sealedKey }: Pick<KeptRow, 'sealed' | 'sealedKey'>): Promise<Enclosed[]> {
    const place = { table: 'axis' as const, recordId: id };
    const { files } = await new Sealer(this.parts.vault).open<KeptMessage>(place, { sealed, sealedKey });
    return files.map(({ name, mediaType, base64 }) => ({ name, mediaType, bytes: Buffer.from(base64, 'base64') }));
  }

  private async numbered(
    actor: Actor,
    of: {
      readonly id: string;
      readonly kept: KeptRow;
      readonly files: readonly Enclosed[];
      readonly byHand: EnteredByHand;
    },
  ): Promise<PetitionId> {
    const petition = petitionIn(of.files);
    if (petition) return this.registered(actor, of, petition);
    const { messages } = this.parts;
    const { petitionId, registerLabel } = of.byHand;
    if (petitionId === undefined && registerLabel === undefined) throw papersOnly();
    const entered = (petitionId ??
      (await messages.byLabel(actor, of.kept.agencyId, registerLabel ?? ''))) as PetitionId;
    await messages.enteredByHand(actor, of.id, entered);
    return entered;
  }

  /** The file is opened knowing who has had the petition: it is not sent round in a circle. */
  private async registered(
    actor: Actor,
    { id, kept }: { readonly id: string; readonly kept: KeptRow },
    petition: ForwardedPetition,
  ): Promise<PetitionId> {
    const { messages, directory, registerPetition, clock } = this.parts;
    const agency = await directory.byId(kept.agencyId);
    const {
      petitioners,
      chain: _chain,
      hop: _hop,
      hops: _hops,
      sentOn: _sent,
      receivedOn: _received,
      ...written
    } = petition;
    const { id: petitionId } = await registerPetition.execute(
      actor,
      {
        ...written,
        channel: 'forwarded',
        receivedOn: dayOf(await clock.now()),
        ...{ forwarderKind: 'agency', forwarderName: kept.partnerName },
        petitioners: petitioners.map((person) => ({ ...person, role: 'petitioner' as const })),
        ...{ agencyCode: agency.code, idempotencyKey: `axis-message-${id}` },
        ...(kept.earlierPetition === null ? {} : { resendOf: kept.earlierPetition }),
        openedWith: { hops: kept.hops ?? 1, chain: kept.chain },
      },
      (tx, registered) => messages.entered(tx as Tx, id, registered),
    );
    return petitionId;
  }

  /** A file that this house does not take is left out: the sender keeps the original. */
  private async attach(
    actor: Actor,
    of: {
      readonly id: string;
      readonly petitionId: PetitionId;
      readonly files: readonly Enclosed[];
      readonly from: number;
    },
  ): Promise<void> {
    const { messages, attachFiles } = this.parts;
    const papers = of.files.filter(({ name }) => !name.endsWith('.json'));
    for (const [at, { name, bytes }] of papers.entries()) {
      if (at < of.from) continue;
      const file = [{ fileName: name, bytes }];
      try {
        await attachFiles.execute(actor, of.petitionId, file, (tx) => messages.attached(tx as Tx, of.id, at + 1));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        await messages.skip(actor, of.id, at + 1);
      }
    }
    await messages.emptied(actor, of.id);
  }
}

const papersOnly = (): AppError =>
  new AppError({
    code: 'INTERCHANGE.PAPERS_ONLY',
    status: 422,
    title: 'Gói chỉ có văn bản',
    detail: 'Nơi gửi không kèm dữ liệu đơn. Vào sổ ở màn hình Tiếp nhận đơn rồi ghi số vừa cấp cho gói này.',
  });
