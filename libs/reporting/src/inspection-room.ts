import type { Actor } from '#libs/access';
import { AppError, type LocalDate } from '#libs/shared';
import type { CaseFact, Facts } from './facts.js';
import { listOf, measureOf } from './measures.js';
import type {
  FigureAddress,
  FindingPlace,
  Inspections,
  NewFinding,
  NewInspection,
  NewInspectionList,
  Sample,
} from './ports.js';
import { drawSample, populationHash, SAMPLING, type Candidate, type Strata } from './sampling.js';

export interface InspectionRoomParts {
  readonly inspections: Inspections;
  /** The facts of an address, narrowed as it says. */
  readonly factsOf: (actor: Actor, address: FigureAddress) => Promise<Facts>;
  readonly newId: () => string;
  readonly newSeed: () => string;
}

export interface Drawing {
  readonly figure: FigureAddress;
  readonly seed?: string | undefined;
  readonly strata: Strata;
  readonly size: number;
}

/** What drawing again gives beside what was kept. */
export interface Redrawn {
  readonly populationSize: number;
  readonly populationHash: string;
  readonly samePopulation: boolean;
  readonly sameSample: boolean;
}

/** Draws samples of frozen lists, keeps them and draws them again to compare. Nothing here changes a case. */
export class InspectionRoom {
  constructor(private readonly parts: InspectionRoomParts) {}

  async open(actor: Actor, inspection: NewInspection): Promise<string> {
    const id = this.parts.newId();
    await this.parts.inspections.add(actor, id, inspection);
    return id;
  }

  /** @throws AppError 422 where the list is empty or is not one of cases. */
  async draw(actor: Actor, inspectionId: string, { figure, seed, strata, size }: Drawing): Promise<string> {
    if (!(await this.parts.inspections.find(actor, inspectionId))) throw noSuch('cuộc kiểm tra');
    const candidates = await this.candidates(actor, figure, strata);
    if (candidates.length === 0)
      throw new AppError({
        code: 'INSPECTION.EMPTY_LIST',
        status: 422,
        title: 'Danh sách không có vụ việc nào',
        detail: 'Chọn kỳ, cơ quan hoặc chỉ tiêu khác rồi chọn mẫu lại.',
      });
    const id = this.parts.newId();
    const given = seed?.trim() || this.parts.newSeed();
    const cases = drawSample(candidates, { seed: given, size });
    await this.parts.inspections.addSample(
      actor,
      { id, inspectionId },
      {
        ...{ figure, seed: given, strata, size, algorithm: SAMPLING.name },
        populationSize: candidates.length,
        populationHash: populationHash(candidates.map((one) => one.id)),
        cases: cases.map((one) => ({ caseId: one.id, ordinal: one.ordinal, stratum: one.stratum })),
      },
    );
    return id;
  }

  /** Draws a kept sample again from the same address and says whether list and sample are still the same. */
  async redraw(actor: Actor, sampleId: string): Promise<Redrawn> {
    const kept = await this.sample(actor, sampleId);
    const candidates = await this.candidates(actor, kept.figure, kept.strata);
    const hash = populationHash(candidates.map(({ id }) => id));
    const again = drawSample(candidates, kept).map(({ id }) => id);
    const before = (await this.parts.inspections.cases(actor, sampleId)).map(({ caseId }) => caseId);
    return {
      populationSize: candidates.length,
      populationHash: hash,
      samePopulation: hash === kept.populationHash,
      sameSample: again.join() === before.join(),
    };
  }

  async note(
    actor: Actor,
    about: FindingPlace & { readonly caseId: string },
    finding: Omit<NewFinding, 'id'>,
  ): Promise<void> {
    const added = await this.parts.inspections.addFinding(actor, about, { id: this.parts.newId(), ...finding });
    if (!added) throw noSuch('vụ việc hoặc ghi nhận');
  }

  /** Keeps a list as it is now; the same address later may give another one, this one stays. */
  async freeze(actor: Actor, inspectionId: string, { ids, ...list }: Omit<NewInspectionList, 'hash'>): Promise<string> {
    if (!(await this.parts.inspections.find(actor, inspectionId))) throw noSuch('cuộc kiểm tra');
    const id = this.parts.newId();
    const sorted = [...ids].sort();
    await this.parts.inspections.addList(
      actor,
      { id, inspectionId },
      { ...list, ids: sorted, hash: populationHash(sorted) },
    );
    return id;
  }

  /** The list a sample was drawn from, counted again; it is the same one where the hash is. */
  async population(actor: Actor, { figure, strata }: Sample): Promise<readonly Candidate[]> {
    return [...(await this.candidates(actor, figure, strata))].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async sample(actor: Actor, id: string): Promise<Sample> {
    const found = await this.parts.inspections.sample(actor, id);
    if (!found) throw noSuch('mẫu kiểm tra');
    return found;
  }

  private async candidates(actor: Actor, figure: FigureAddress, strata: Strata): Promise<Candidate[]> {
    if (measureOf(figure.measure).over !== 'cases')
      throw new AppError({
        code: 'INSPECTION.NOT_CASES',
        status: 422,
        title: 'Chỉ chọn mẫu từ danh sách vụ việc',
        detail: 'Chỉ tiêu này đếm đơn, lượt hoặc người.',
      });
    const facts = await this.parts.factsOf(actor, figure);
    return listOf(figure.measure, facts, figure).flatMap(({ fact }) => {
      const { caseId } = fact as CaseFact;
      return caseId === null ? [] : [{ id: caseId, stratum: stratumOf(fact as CaseFact, strata, figure.to) }];
    });
  }
}

const stratumOf = ({ agencyId, resolvedOn, dueOn }: CaseFact, strata: Strata, to: LocalDate): string => {
  if (strata === 'none') return '';
  if (strata === 'agency') return String(agencyId);
  return dueOn !== null && dueOn < (resolvedOn ?? to) ? 'late' : 'inTime';
};

const noSuch = (what: string): AppError =>
  new AppError({
    code: 'INSPECTION.NOT_FOUND',
    status: 404,
    title: 'Không tìm thấy',
    detail: `Không có ${what} này, hoặc nằm ngoài phạm vi của bạn.`,
  });
