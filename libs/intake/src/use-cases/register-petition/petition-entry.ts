import type { Actor } from '#libs/access';
import type { KeyVault } from '#libs/identity';
import { dayOf, isSealedType, type JsonObject, type PetitionId } from '#libs/shared';
import type { Agency, CaseOpener, NewPetition, OpenedCase, Petitions, Tx } from '../../ports.js';
import type { PetitionDraft } from './petition-draft.js';
import { openCommandOf, PetitionWriter, type RegisterPlace } from './petition-writer.js';
import { remotePlaceOf } from './remote-place.js';

const MAIN_SERIES = 'main';

export interface EntryPorts {
  readonly petitions: Petitions;
  readonly cases: CaseOpener;
  readonly vault: KeyVault;
}

export interface Entering {
  readonly draft: PetitionDraft;
  readonly agency: Agency;
  /** Business time. */
  readonly now: Date;
  readonly resendOf?: PetitionId | null;
  /** Further findings its file is opened with. */
  readonly facts?: JsonObject;
}

export interface Entered {
  readonly petition: NewPetition;
  readonly opened: OpenedCase;
}

/** One petition into the register of an agency inside the caller's transaction: number, rows, file with its clocks. */
export class PetitionEntry {
  private readonly writer: PetitionWriter;

  constructor(private readonly ports: EntryPorts) {
    this.writer = new PetitionWriter(ports.vault);
  }

  async enter(tx: Tx, actor: Actor, entering: Entering): Promise<Entered> {
    const { draft, agency, now, resendOf = null, facts = {} } = entering;
    const place = await remotePlaceOf(this.ports.petitions, tx, { draft, agency });
    const noted = place.note === null ? draft : { ...draft, note: place.note };
    const rows = await this.writer.rows(noted, {
      agency,
      userId: actor.userId,
      now,
      place: await this.place(tx, entering),
      visibleTo: await this.audience(tx, actor, entering),
      resendOf,
    });
    await this.ports.petitions.insert(tx, [rows.petition], rows.petitioners);
    const [opened] = await this.ports.cases.open(tx, actor, [
      openCommandOf(rows, place.remote, { ...facts, ...place.facts }),
    ]);
    if (!opened) throw new Error('No case file was opened');
    await this.ports.petitions.setCaseFiles(tx, [opened]);
    return { petition: rows.petition, opened };
  }

  codesOf(...of: Parameters<PetitionWriter['codesOf']>): ReturnType<PetitionWriter['codesOf']> {
    return this.writer.codesOf(...of);
  }

  private async place(tx: Tx, { agency, now }: Entering): Promise<RegisterPlace> {
    const year = Number(dayOf(now).slice(0, 4));
    const number = await this.ports.petitions.takeNumbers(tx, { agencyId: agency.id, year, series: MAIN_SERIES }, 1);
    return { year, series: MAIN_SERIES, number, label: `${number}/${year}` };
  }

  private async audience(tx: Tx, actor: Actor, { agency, draft }: Entering) {
    if (!isSealedType(draft.type)) return null;
    const others = await this.ports.petitions.sealedAudience(tx, agency.id, { denouncesHead: draft.denouncesHead });
    return [...new Set([actor.userId, ...others])].sort((a, b) => a - b);
  }
}
