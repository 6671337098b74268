import type { Actor } from '#libs/access';
import { BlindIndex, type KeyVault } from '#libs/identity';
import type { LocalDate, PetitionId, PetitionType } from '#libs/shared';
import { foldName } from '../../person/person-name.js';
import type { Agency, Petitions, ResendCandidate, Tx, UnitOfWork } from '../../ports.js';
import { registerAgency, requireRegistrar } from '../../rights.js';
import { agencyBands, BAND_COUNT } from '../../resend/bands.js';
import {
  LIKELY_RESEND,
  prepare,
  reason,
  scoreResend,
  type PreparedSubject,
  type ResendReason,
  type ResendSubject,
} from '../../resend/score.js';
import { householdKey } from '../register-petition/petition-writer.js';
import { readNumber, type FieldNote, type PetitionerInput } from '../register-petition/petition-draft.js';

export interface PossibleResend {
  /** Absent where the asker may not know which petition it is: outside the scope, or a denunciation. */
  readonly petitionId?: PetitionId;
  readonly score: number;
  readonly reasons: readonly ResendReason[];
  readonly registerLabel?: string;
  readonly receivedOn?: LocalDate;
  readonly agencyName?: string;
  readonly petitionerName?: string;
  readonly stage?: string;
}

/** What the counter form has so far. */
export interface ResendDraft {
  readonly type?: PetitionType | undefined;
  readonly content?: string | null | undefined;
  readonly petitioners?: readonly PetitionerInput[] | undefined;
}

const SHOWN = 10;
/** A sealed petition cannot be read for comparison: its person and at least half of its bands must meet. */
const SEALED_BANDS = BAND_COUNT / 2;

/** Finds earlier petitions and explains them. Runs inside a transaction of the caller. */
export class ResendFinder {
  private readonly index: BlindIndex;

  constructor(
    private readonly petitions: Petitions,
    vault: KeyVault,
  ) {
    this.index = new BlindIndex(vault);
  }

  async find(
    tx: Tx,
    subject: ResendSubject,
    at: { readonly agency: Agency; readonly exclude?: PetitionId },
  ): Promise<readonly PossibleResend[]> {
    if (!subject.content) return [];
    const { agency } = at;
    const bands = agencyBands(subject.content, agency.id);
    const numbers = subject.parties.map((party) => party.personalId).filter((id): id is string => id !== null);
    const names = [
      ...new Set(
        subject.parties.map((party) => (party.name ? foldName(party.name) : '')).filter((name) => name !== ''),
      ),
    ];
    const candidates = await this.petitions.resendCandidates(tx, {
      agencyId: agency.id,
      provinceId: agency.provinceId,
      exclude: at.exclude ?? null,
      idIndexes: await Promise.all(numbers.map((id) => this.index.ofPersonalId(id))),
      nameIndexes: await Promise.all(names.map((name) => this.index.ofName(name, agency.provinceId))),
      addresses: [
        ...new Set(
          subject.parties.map((party) => householdKey(party.address)).filter((key): key is string => key !== null),
        ),
      ],
      contentKeys: bands,
      sealedContentKeys: await Promise.all(bands.map((band) => this.index.ofBand(band))),
    });
    const prepared = prepare(subject);
    return candidates
      .map((candidate) => (candidate.sealed ? scoreSealed(candidate) : scoreClear(prepared, candidate, numbers)))
      .filter((found): found is PossibleResend => found !== null)
      .sort((a, b) => b.score - a.score)
      .slice(0, SHOWN);
  }
}

function scoreSealed(candidate: ResendCandidate): PossibleResend | null {
  const person = candidate.idMet ? 1 : candidate.nameMet ? 0.6 : 0;
  const score = Math.round(Math.sqrt(person * Math.sqrt(candidate.bandsMet / BAND_COUNT)) * 100) / 100;
  return candidate.bandsMet < SEALED_BANDS || score < LIKELY_RESEND
    ? null
    : { score, reasons: [reason('sent-before')] };
}

/** A number the candidate has but that is none of the asked ones: another person, unless one side holds an old card. */
const otherNumber = (kind: string | null): string | null =>
  kind === null ? null : kind === 'old-id' ? '#'.repeat(9) : '#'.repeat(12);

function scoreClear(
  subject: PreparedSubject,
  candidate: ResendCandidate,
  numbers: readonly string[],
): PossibleResend | null {
  const parties = candidate.parties.map((party) => ({
    name: party.name,
    address: party.address,
    personalId: party.idPosition === null ? otherNumber(party.idKind) : (numbers[party.idPosition] ?? null),
  }));
  const found = scoreResend(subject, prepare({ type: candidate.type, parties, content: candidate.content }));
  if (found.score < LIKELY_RESEND) return null;
  if (candidate.petitionId === null) return found;
  const known = {
    registerLabel: candidate.registerLabel,
    receivedOn: candidate.receivedOn,
    agencyName: candidate.agencyName,
    petitionerName: candidate.parties[0]?.name ?? null,
    stage: candidate.stage,
  };
  const shown = Object.fromEntries(
    Object.entries(known).filter(([, value]) => value !== null),
  ) as Partial<PossibleResend>;
  return { petitionId: candidate.petitionId, ...found, ...shown };
}

export const subjectOfInput = (draft: ResendDraft): ResendSubject => ({
  type: draft.type ?? null,
  content: draft.content ?? null,
  parties: (draft.petitioners ?? []).map((person) => ({
    name: person.fullName ?? null,
    personalId: readNumber(person).value,
    address: person.address ?? null,
  })),
});

/** Possible resends and notes on numbers while the officer is still typing. Writes nothing. */
export class CheckResends {
  private readonly finder: ResendFinder;

  constructor(
    private readonly work: UnitOfWork,
    private readonly petitions: Petitions,
    vault: KeyVault,
  ) {
    this.finder = new ResendFinder(petitions, vault);
  }

  execute(
    actor: Actor,
    draft: ResendDraft,
  ): Promise<{ readonly possibleResends: readonly PossibleResend[]; readonly notes: readonly FieldNote[] }> {
    requireRegistrar(actor);
    const notes = (draft.petitioners ?? []).flatMap((person, i) =>
      readNumber(person).faults.map((fault) => ({ pointer: `/petitioners/${i}/personalId`, ...fault })),
    );
    return this.work.run(actor, async (tx) => {
      const agency = await registerAgency(this.petitions, tx, { actor });
      return { possibleResends: await this.finder.find(tx, subjectOfInput(draft), { agency }), notes };
    });
  }
}
