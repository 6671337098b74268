import type { Actor } from '#libs/access';
import { AppError, type AgencyId, type Clock, dayOf, formatDay, type LocalDate } from '#libs/shared';
import { agenciesOfLines, countedTogether, type FormAgency, type LineScope, linesOf } from '../forms/lines.js';
import { countFormByAgency, identityRefusal } from '../forms/counted-form.js';
import type { ReportForm } from '../forms/form.js';
import { type FormFacts, formFactsOf } from '../forms/rows.js';
import type { Period } from '../facts.js';
import type { ReportReader } from '../report-reader.js';
import { compareSnapshots, type CellDifference } from './compare.js';
import { issueTitle, type IssuedReport, stateOf } from './issued.js';
import type { IssuedReports, StandingIssue } from './ports.js';
import { inSightOf } from './sight.js';
import { type FrozenReport, isIntact, type Snapshot, snapshotOf } from './snapshot.js';

export interface IssueRoomParts {
  readonly reports: IssuedReports;
  readonly reader: ReportReader;
  readonly clock: Clock;
  readonly agencies: () => Promise<readonly FormAgency[]>;
  readonly newId: () => string;
}
export interface NewDraft {
  readonly form: ReportForm;
  readonly agencyId: AgencyId;
  readonly period: Period;
  readonly knownAt: Date;
  readonly packId?: string;
}
/** What counting a frozen report again gives beside it. */
export interface Recomputed {
  /** The stored text and lists are those that were hashed. */
  readonly intact: boolean;
  readonly equal: boolean;
  /** Of what was counted again: that of the report where every word and number of it comes out again. */
  readonly hash: string;
  readonly differences: readonly CellDifference[];
  /** Protected rows it was counted with that are out of the reader's sight now: they can only be missing. */
  readonly outOfSight: number;
}

/** Freezes forms, issues what was frozen, and counts it again to compare. */
export class IssueRoom {
  constructor(private readonly parts: IssueRoomParts) {}

  /** Freezes a form as its maker sees it. A draft is no act: it is kept and binds nobody. */
  async draft(actor: Actor, draft: NewDraft): Promise<string> {
    return this.keepDraft(actor, draft, await this.parts.reader.forForms(actor, draft.knownAt));
  }

  /** Drafts of several forms from the same reading of the books. */
  async draftAll(actor: Actor, forms: readonly ReportForm[], rest: Omit<NewDraft, 'form'>): Promise<void> {
    if (forms.length === 0) return;
    const read = await this.parts.reader.forForms(actor, rest.knownAt);
    for (const form of forms) await this.keepDraft(actor, { form, ...rest }, read);
  }

  private async keepDraft(actor: Actor, draft: NewDraft, read: FormFacts): Promise<string> {
    const agencies = await this.parts.agencies();
    const agency = agencies.find(({ id }) => id === draft.agencyId);
    if (!agency || !actor.agencies.includes(agency.id)) throw noSuchReport();
    const snapshot = this.count(read, {
      ...{ form: draft.form, period: draft.period, knownAt: draft.knownAt },
      ...{ agency: { id: agency.id, code: agency.code, name: agency.name } },
      ...scopeOf(agencies, agency),
    });
    const id = this.parts.newId();
    await this.parts.reports.keep(actor, { id, packId: draft.packId ?? null }, snapshot);
    return id;
  }

  /**
   * Issues a draft. Where the same form, agency and period stands already it is an adjusted one and needs a reason.
   * @throws AppError 409 where it is no draft, the period is not over, an identity is broken, or nothing has changed.
   */
  async issue(actor: Actor, id: string, reason: string | null): Promise<void> {
    const found = await this.one(actor, id);
    if (stateOf(found) !== 'draft')
      throw refusal('REPORT.ISSUED', 'Bản này đã phát hành', 'Lập dự thảo mới để điều chỉnh.');
    if (found.agencyId !== actor.agencyId)
      throw refusal(
        'REPORT.NOT_OWN',
        'Không phải báo cáo của cơ quan mình',
        'Báo cáo do thủ trưởng cơ quan lập báo cáo ký phát hành.',
      );
    const kept = await this.snapshot(actor, id);
    assertSound(kept);
    assertOver(kept.report, dayOf(await this.parts.clock.now()));
    assertHolds(kept.report);
    const { formId, agencyId, from, to } = found;
    const address = { formId, agencyId, from, to };
    const before = await this.parts.reports.standing(actor, address);
    if (before) await this.assertAdjusts(actor, { kept, before, reason });
    await this.parts.reports.issue(actor, {
      ...{ snapshotId: id, address, hash: found.hash, replaces: before },
      reason: before ? reason : null,
    });
  }

  /** Counts again from the books as they were known then, with the definition, agencies and sight that were frozen. */
  async recompute(actor: Actor, id: string): Promise<Recomputed> {
    await this.one(actor, id);
    const kept = await this.snapshot(actor, id);
    const { report, sight } = kept;
    const knownAt = new Date(report.knownAt);
    const again = this.count(await this.parts.reader.forForms(actor, knownAt), { ...report, knownAt }, sight);
    const differences = compareSnapshots(kept, again);
    const seen = new Set(again.sight);
    return {
      intact: kept.intact,
      equal: differences.length === 0,
      hash: again.hash,
      differences,
      outOfSight: sight.filter((one) => !seen.has(one)).length,
    };
  }

  /** What an adjusted report changes of the one it replaces. */
  async differences(actor: Actor, from: string, to: string): Promise<readonly CellDifference[]> {
    return compareSnapshots(await this.snapshot(actor, from), await this.snapshot(actor, to));
  }

  async one(actor: Actor, id: string): Promise<IssuedReport> {
    const found = await this.parts.reports.find(actor, id);
    if (!found) throw noSuchReport();
    return found;
  }

  async snapshot(
    actor: Actor,
    id: string,
  ): Promise<Pick<Snapshot, 'report' | 'body' | 'lists' | 'sight'> & { readonly intact: boolean }> {
    const found = await this.one(actor, id);
    const kept = await this.parts.reports.snapshot(actor, id);
    if (!kept) throw noSuchReport();
    const { body, lists, sight } = kept;
    const intact = isIntact({ body, hash: found.hash }, lists);
    return { report: JSON.parse(body) as FrozenReport, body, lists, sight, intact };
  }

  private count(
    read: FormFacts,
    what: Pick<FrozenReport, 'form' | 'agency' | 'scopes' | 'units' | 'period'> &
      Partial<Pick<FrozenReport, 'format'>> & { readonly knownAt: Date },
    sight?: readonly string[],
  ): Snapshot {
    const { form, period, knownAt, scopes, units } = what;
    const seen = formFactsOf(read, agenciesOfLines(scopes));
    const facts = sight ? inSightOf(seen, sight) : seen;
    const known = dayOf(knownAt);
    const to = period.from <= known && known < period.to ? known : period.to;
    const agencies = units.map(([id, parentId]): FormAgency => ({
      ...{ id, parentId, code: '', name: '', shortName: '', level: 'unit', validTo: null },
    }));
    const counted = countFormByAgency(form, facts, { period: { from: period.from, to }, lines: scopes, agencies });
    return snapshotOf(counted, facts, what);
  }

  private async assertAdjusts(
    actor: Actor,
    {
      kept,
      before,
      reason,
    }: { kept: Pick<Snapshot, 'report' | 'lists'>; before: StandingIssue; reason: string | null },
  ): Promise<void> {
    const standing = issueTitle(before);
    if (!reason)
      throw new AppError({
        code: 'REPORT.REASON_MISSING',
        status: 422,
        title: 'Cần nêu lý do điều chỉnh',
        detail: `Biểu của kỳ này đã phát hành (${standing}). Bản mới là bản điều chỉnh và phải ghi lý do.`,
      });
    if (before.shown && compareSnapshots(await this.snapshot(actor, before.snapshotId), kept).length === 0)
      throw refusal(
        'REPORT.NO_CHANGE',
        'Không có gì để điều chỉnh',
        `Mọi ô đều bằng bản đang có hiệu lực (${standing}).`,
      );
  }
}

function scopeOf(
  agencies: readonly FormAgency[],
  agency: FormAgency,
): { readonly scopes: readonly LineScope[]; readonly units: FrozenReport['units'] } {
  const scopes = linesOf(agencies, agency);
  const together = countedTogether(agencies);
  const units = agenciesOfLines(scopes).flatMap((id): [AgencyId, AgencyId][] => {
    const counted = together(id);
    return counted === id ? [] : [[id, counted]];
  });
  return { scopes, units };
}

function assertSound({ intact }: { readonly intact: boolean }): void {
  if (!intact)
    throw refusal(
      'REPORT.CHANGED',
      'Bản chốt số liệu không còn nguyên vẹn',
      'Mã băm không khớp nội dung đã lưu. Hãy báo thanh tra và lập dự thảo mới.',
    );
}

function assertOver({ period, countedTo }: FrozenReport, today: LocalDate): void {
  if (countedTo === period.to && period.to < today) return;
  throw refusal(
    'REPORT.PERIOD_OPEN',
    'Kỳ báo cáo chưa chốt',
    `Kỳ kết thúc ngày ${formatDay(period.to)}, số liệu của bản này mới tính đến ngày ${formatDay(countedTo)}. Phát hành từ ngày sau khi kết thúc kỳ, từ dự thảo lập sau ngày đó.`,
  );
}

/** @throws AppError 409 naming agencies, columns and cases, as the export does. */
function assertHolds({ form, broken }: FrozenReport): void {
  if (broken.length === 0) return;
  throw identityRefusal(form, 'phát hành', broken);
}

const refusal = (code: string, title: string, detail: string): AppError =>
  new AppError({ code, status: 409, title, detail });
const noSuchReport = (): AppError =>
  new AppError({
    code: 'REPORT.NOT_FOUND',
    status: 404,
    title: 'Không tìm thấy',
    detail: 'Không có báo cáo này, hoặc nằm ngoài phạm vi bạn được xem.',
  });
