import type { Actor } from '#libs/access';
import type { AgencyDirectory } from '#libs/persistence';
import {
  type Finding,
  FINDING_KINDS,
  type FindingPlace,
  type Inspection,
  type InspectionRoom,
  type Inspections,
  measureOf,
  type Sample,
  type SampledCase,
  SAMPLING,
  type Strata,
  VERDICTS,
} from '#libs/reporting';
import { AppError, type Clock, type LocalDate } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { iso, procedureTitle, stageTitle } from '../http/labels.js';
import { listDto } from './frozen-list-view.js';
import { mustBe } from '../http/rights.js';
import type { Agencies } from '../petitions/petition-view.js';
import type {
  FindingDto,
  InspectionDetailDto,
  InspectionDto,
  InspectionListDto,
  NewFindingDto,
  NewInspectionDto,
  NewSampleDto,
  RedrawnDto,
  SampleDetailDto,
  SampledCaseDto,
  SampleDto,
} from './inspection.dto.js';

const READERS = ['inspector', 'provinceChairman'] as const;
const STRATUM_TITLES: Readonly<Record<string, string>> = { late: 'Trễ hạn', inTime: 'Trong hạn' };

export interface InspectionDeskParts {
  readonly room: InspectionRoom;
  readonly inspections: Inspections;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
}

export class InspectionDesk {
  constructor(private readonly parts: InspectionDeskParts) {}

  async all(actor: Actor): Promise<InspectionListDto> {
    mustBe(actor, READERS, 'Chọn mẫu kiểm tra');
    const agencies = await this.parts.directory.all();
    return { items: (await this.parts.inspections.all(actor)).map((one) => inspectionDto(one, agencies)) };
  }

  async open(actor: Actor, { name, team, from, to }: NewInspectionDto): Promise<InspectionDetailDto> {
    mustBe(actor, ['inspector'], 'Lập cuộc kiểm tra');
    if (from > to) throw wrongPeriod();
    const id = await this.parts.room.open(actor, {
      ...{ name: name.trim(), team: team.trim() },
      ...{ from: from as LocalDate, to: to as LocalDate },
    });
    return this.one(actor, id);
  }

  async one(actor: Actor, id: string): Promise<InspectionDetailDto> {
    mustBe(actor, READERS, 'Chọn mẫu kiểm tra');
    const found = await this.parts.inspections.find(actor, id);
    if (!found) throw notFound('Không có cuộc kiểm tra này, hoặc nằm ngoài phạm vi của bạn.');
    const samples = await this.parts.inspections.samples(actor, id);
    const lists = await this.parts.inspections.lists(actor, id);
    return {
      ...inspectionDto(found, await this.parts.directory.all()),
      ...{ sampleList: samples.map(sampleDto), lists: lists.map(listDto) },
    };
  }

  async draw(actor: Actor, inspectionId: string, body: NewSampleDto): Promise<SampleDto> {
    mustBe(actor, ['inspector'], 'Chọn mẫu kiểm tra');
    const { from, to } = await this.one(actor, inspectionId);
    const { measure, agency, field, procedure, seed, strata, size } = body;
    const figure = {
      ...{ measure, from: (body.from ?? from) as LocalDate, to: (body.to ?? to) as LocalDate },
      knownAt: (await this.parts.clock.now()).toISOString(),
      ...(agency ? { agency } : {}),
      ...(field ? { field } : {}),
      ...(procedure ? { procedure } : {}),
    };
    const id = await this.parts.room.draw(actor, inspectionId, { figure, seed, strata, size });
    return sampleDto(await this.parts.room.sample(actor, id));
  }

  async sample(actor: Actor, id: string): Promise<SampleDetailDto> {
    mustBe(actor, READERS, 'Chọn mẫu kiểm tra');
    const sample = await this.parts.room.sample(actor, id);
    const findings = await this.parts.inspections.findings(actor, { sampleId: id });
    const agencies = await this.parts.directory.all();
    const cases = (await this.parts.inspections.cases(actor, id)).map((one) =>
      sampledCase(one, { agencies, strata: sample.strata, findings }),
    );
    return { ...sampleDto(sample), cases };
  }

  redrawn(actor: Actor, id: string): Promise<RedrawnDto> {
    mustBe(actor, READERS, 'Chọn mẫu kiểm tra');
    return this.parts.room.redraw(actor, id);
  }

  async note(
    actor: Actor,
    about: FindingPlace & { readonly caseId: string },
    { kind = 'other', verdict, note, corrects }: NewFindingDto,
  ): Promise<void> {
    mustBe(actor, ['inspector'], 'Ghi nhận kiểm tra');
    await this.parts.room.note(actor, about, { kind, verdict, note: note.trim(), corrects: corrects ?? null });
  }
}

const inspectionDto = ({ agencyId, createdAt, ...one }: Inspection, agencies: Agencies): InspectionDto => ({
  ...one,
  agencyName: agencies.get(agencyId)?.shortName ?? '',
  createdAt: iso(createdAt),
});

const sampleDto = ({ figure, drawnAt, ...one }: Sample): SampleDto => ({
  ...one,
  measure: figure.measure,
  measureTitle: measureOf(figure.measure).title,
  from: figure.from,
  to: figure.to,
  knownAt: figure.knownAt,
  agency: figure.agency ?? null,
  field: figure.field ?? null,
  procedure: figure.procedure ?? null,
  says: SAMPLING.says,
  drawnAt: iso(drawnAt),
});

export const findingDto = (finding: Finding): FindingDto => {
  const { id, kind, verdict, note, notedByName, notedAt, corrects, corrected } = finding;
  return {
    ...{ id, kind, kindTitle: FINDING_KINDS[kind], verdict, verdictTitle: VERDICTS[verdict], note, notedByName },
    ...{ corrects, corrected, notedAt: iso(notedAt) },
  };
};

interface Around {
  readonly agencies: Agencies;
  readonly strata: Strata;
  readonly findings: readonly Finding[];
}
const sampledCase = (one: SampledCase, { agencies, strata, findings }: Around): SampledCaseDto => ({
  caseFileId: one.caseId,
  ordinal: one.ordinal,
  stratum:
    strata === 'agency'
      ? ([...agencies.values()].find(({ id }) => String(id) === one.stratum)?.shortName ?? '')
      : (STRATUM_TITLES[one.stratum] ?? ''),
  registerLabel: one.registerLabel,
  agencyName: agencies.get(one.agencyId)?.shortName ?? '',
  title: procedureTitle(one.procedure, one.procedureVersion),
  stageTitle: stageTitle(one.procedure, one.procedureVersion, one.stage),
  receivedOn: one.receivedOn,
  findings: findings.filter(({ caseId }) => caseId === one.caseId).map(findingDto),
});

const wrongPeriod = (): AppError =>
  new AppError({
    code: 'INSPECTION.PERIOD',
    status: 422,
    title: 'Kỳ kiểm tra không đúng',
    detail: 'Ngày đầu kỳ phải trước ngày cuối kỳ.',
  });
