import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/access';
import type { AgencyDirectory } from '#libs/persistence';
import {
  EMULATION_ACTS,
  EMULATION_LEVELS,
  type EmulationEntry,
  type EmulationModel,
  type EmulationModels,
} from '#libs/reporting';
import { AppError, type Clock, type Role } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { iso } from '../http/labels.js';
import { mustBe } from '../http/rights.js';
import type { Agencies } from '../petitions/petition-view.js';
import { agenciesOf } from '../reports/asked.js';
import type {
  CorrectEmulationDto,
  EmulationEntryDto,
  EmulationListDto,
  EmulationModelDto,
  EmulationQuery,
  NewEmulationDto,
  VoidEmulationDto,
} from './emulation.dto.js';
import { type TableFile, tableFile } from './table-files.js';
import { emulationTable } from './tables.js';

const KEEPERS: readonly Role[] = ['caseOfficer', 'unitHead', 'chairman', 'provinceChairman'];
const READERS: readonly Role[] = [...KEEPERS, 'inspector'];

export interface EmulationDeskParts {
  readonly models: EmulationModels;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
}

/** The register of emulation models (mô hình thi đua): who kept what, corrected what and why. */
export class EmulationDesk {
  constructor(private readonly parts: EmulationDeskParts) {}

  async list(actor: Actor, { agency, year }: EmulationQuery): Promise<EmulationListDto> {
    mustBe(actor, READERS, 'Sổ mô hình thi đua');
    const { models, directory } = this.parts;
    const agencies = agency ? await agenciesOf(actor, agency, directory) : actor.agencies;
    const entries = await models.list(actor, { agencies, year: year ?? null });
    const all = await directory.all();
    return { year: year ?? null, items: entries.map((one) => entryDto(one, all, actor)) };
  }

  async file(actor: Actor, query: EmulationQuery): Promise<TableFile> {
    const list = await this.list(actor, query);
    const name = `mo-hinh-thi-dua${list.year === null ? '' : `-${list.year}`}`;
    return tableFile(this.parts, actor, { agency: query.agency, name, tables: [emulationTable(list)] });
  }

  async history(actor: Actor, id: string): Promise<EmulationEntryDto[]> {
    mustBe(actor, READERS, 'Sổ mô hình thi đua');
    const entries = await this.parts.models.history(actor, id);
    if (entries.length === 0) throw noModel();
    const all = await this.parts.directory.all();
    return entries.map((one) => entryDto(one, all, actor));
  }

  async add(actor: Actor, { agency: code, ...model }: NewEmulationDto): Promise<EmulationEntryDto> {
    mustBe(actor, KEEPERS, 'Ghi sổ mô hình thi đua');
    const { models, directory } = this.parts;
    const agencyId = code ? (await agenciesOf(actor, code, directory))[0]! : actor.agencyId;
    const id = randomUUID();
    await models.add(actor, id, { agencyId, model: modelOf(model) });
    return this.latest(actor, id);
  }

  async correct(actor: Actor, id: string, { rev, reason, ...model }: CorrectEmulationDto): Promise<EmulationEntryDto> {
    mustBe(actor, KEEPERS, 'Sửa sổ mô hình thi đua');
    const change = { rev, kind: 'corrected' as const, model: modelOf(model), reason: reason.trim() };
    if (!(await this.parts.models.change(actor, id, change))) throw changedSince();
    return this.latest(actor, id);
  }

  async void(actor: Actor, id: string, { rev, reason }: VoidEmulationDto): Promise<EmulationEntryDto> {
    mustBe(actor, KEEPERS, 'Hủy trong sổ mô hình thi đua');
    const change = { rev, kind: 'voided' as const, model: null, reason: reason.trim() };
    if (!(await this.parts.models.change(actor, id, change))) throw changedSince();
    return this.latest(actor, id);
  }

  private async latest(actor: Actor, id: string): Promise<EmulationEntryDto> {
    const last = (await this.history(actor, id)).at(-1);
    if (!last) throw noModel();
    return last;
  }
}

const modelOf = ({ year, name, field, summary, level, decision }: EmulationModelDto): EmulationModel => ({
  ...{ year, name: name.trim(), field: field.trim(), summary: summary.trim(), level },
  decision: decision?.trim() || null,
});
const entryDto = (entry: EmulationEntry, agencies: Agencies, actor: Actor): EmulationEntryDto => {
  const { modelId: id, rev, kind, year, name, field, summary, level, decision, reason } = entry;
  const agency = agencies.get(entry.agencyId);
  return {
    ...{ id, rev, agencyCode: agency?.code ?? '', agencyName: agency?.shortName ?? '' },
    ...{ act: kind, actTitle: EMULATION_ACTS[kind], year, name, field, summary },
    ...{ level, levelTitle: EMULATION_LEVELS[level], decision, reason },
    ...{ enteredByName: entry.enteredByName, enteredAt: iso(entry.enteredAt) },
    mine: kind !== 'voided' && KEEPERS.some((role) => actor.roles.includes(role)),
  };
};
const noModel = (): AppError => notFound('Không có mô hình này trong phạm vi của bạn.');
const changedSince = (): AppError =>
  new AppError({
    code: 'EMULATION.CHANGED',
    status: 409,
    title: 'Mô hình này vừa được ghi lại',
    detail: 'Đã có người sửa hoặc hủy, hoặc mô hình nằm ngoài phạm vi của bạn. Hãy mở lại sổ rồi làm lại.',
  });
