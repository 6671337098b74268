import type { Actor } from '#libs/access';
import { plainDocx, type ZippedFile, zipWithSums } from '#libs/documents';
import {
  type FrozenReport,
  goesWithText,
  type IssuedReport,
  type IssuedReports,
  type IssueRoom,
  type Outline,
  outlineOf,
  type PackMaker,
  PERIOD_SOURCE,
  periodsEnded,
  type ReportPack,
  type ReportPacks,
} from '#libs/reporting';
import { addMonths, AppError, type Clock, dayOf } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import type { Agencies } from '../petitions/petition-view.js';
import { type AskedParts, mayReadForms } from './asked.js';
import { type IssuedFile, issuedFile } from './issued-file.js';
import { SIGNERS } from './issued-desk.js';
import type { ReportPackDetailDto, ReportPackDto, ReportPacksDto } from './issued-packs.dto.js';
import { reportDto } from './issued-view.js';

export interface IssuedPacksParts extends AskedParts {
  readonly packs: ReportPacks;
  readonly maker: PackMaker;
  readonly room: IssueRoom;
  readonly issued: IssuedReports;
}
interface Opened {
  readonly pack: ReportPack;
  readonly agencyName: string;
  readonly reports: readonly IssuedReport[];
  readonly outline: Outline;
}

/** Packs of drafts, drawn up at the cut-off or by hand. */
export class IssuedPacksDesk {
  constructor(private readonly parts: IssuedPacksParts) {}

  async all(actor: Actor): Promise<ReportPacksDto> {
    mayReadForms(actor);
    const agencies = await this.parts.directory.all();
    return {
      items: (await this.parts.packs.all(actor)).map((pack) => packDto(pack, agencies)),
      periods: (await ended(this.parts.clock)).map(({ key, title, from, to }) => ({ key, title, from, to })),
      periodSource: PERIOD_SOURCE,
    };
  }

  async make(actor: Actor, key: string): Promise<ReportPackDetailDto> {
    mustBe(actor, SIGNERS, 'Lập gói báo cáo');
    const window = (await ended(this.parts.clock)).find((one) => one.key === key);
    if (!window)
      throw new AppError({
        code: 'REPORT.NO_PERIOD',
        status: 422,
        title: 'Không có kỳ này',
        detail: 'Chọn một kỳ đã kết thúc.',
      });
    return this.one(actor, await this.parts.maker.make(actor, window, 'person'));
  }

  async one(actor: Actor, id: string): Promise<ReportPackDetailDto> {
    const { pack, reports, outline } = await this.opened(actor, id);
    const agencies = await this.parts.directory.all();
    return {
      ...packDto(pack, agencies),
      reports: reports.map((one) => reportDto(one, agencies)),
      ...{ outlineTitle: outline.title, outlineNotice: outline.notice },
      outline: outline.sections.map(({ heading, lines }) => ({ heading, lines: [...lines] })),
    };
  }

  /** The text and every form; a form with a broken identity is named instead of printed. */
  async file(actor: Actor, id: string): Promise<IssuedFile> {
    const { pack, agencyName, reports, outline } = await this.opened(actor, id);
    const files: ZippedFile[] = [{ name: 'de-cuong.docx', bytes: await plainDocx({ agency: agencyName, ...outline }) }];
    const broken: string[] = [];
    for (const report of reports) {
      const kept = await this.parts.room.snapshot(actor, report.id);
      const faults = kept.report.broken.map(({ lineTitle, says }) => `${report.formCode} ${lineTitle}: cột ${says}`);
      broken.push(...faults);
      for (const format of ['xlsx', 'pdf', 'json'] as const)
        if (format === 'json' || faults.length === 0) files.push(await issuedFile(report, kept, format));
    }
    if (broken.length > 0) files.push({ name: 'KHONG-KHOP.txt', bytes: `${broken.join('\n')}\n` });
    return { bytes: zipWithSums(files), name: `goi-bao-cao-${pack.key}.zip` };
  }

  private async opened(actor: Actor, id: string): Promise<Opened> {
    mayReadForms(actor);
    const pack = await this.parts.packs.find(actor, id);
    if (!pack) throw notFound('Không có gói báo cáo này, hoặc nằm ngoài phạm vi của bạn.');
    const found = await this.parts.issued.all(actor, { packId: id, limit: 100 });
    const reports = found.toReversed();
    const frozen: FrozenReport[] = [];
    for (const one of reports) frozen.push((await this.parts.room.snapshot(actor, one.id)).report);
    const agencyName = (await this.parts.directory.byId(pack.agencyId)).name;
    return { pack, agencyName, reports, outline: outlineOf(pack, agencyName, frozen) };
  }
}

/** Periods that ended in the last year and a half, the latest first. */
const ended = async (clock: Clock) => {
  const today = dayOf(await clock.now());
  return [...periodsEnded(addMonths(today, -18), today)].reverse();
};

const packDto = (pack: ReportPack, agencies: Agencies): ReportPackDto => {
  const { agencyId, knownAt, madeAt, madeFor: _, ...rest } = pack;
  return {
    ...rest,
    agencyName: agencies.get(agencyId)?.name ?? '',
    ...{ knownAt: knownAt.toISOString(), madeAt: madeAt.toISOString(), goesWithText: goesWithText(pack) },
  };
};
