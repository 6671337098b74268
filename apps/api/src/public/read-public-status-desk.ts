import { addressKey, type Attempts } from '#libs/access';
import type { WorkCalendar } from '#libs/calendar';
import { explainDeadline } from '#libs/casework';
import { agencySettings } from '#libs/oversight';
import type { AgencyDirectory, PublicFileRow, PublicStatusReader } from '#libs/persistence';
import { addDays, AppError, type Clock, formatDay, type LocalDate, localDate } from '#libs/shared';
import { ruleById } from '#libs/statute';
import { publicWordsFor } from '#workflows';
import { definitionOf, ruleTitle } from '../http/labels.js';
import { type FiguresOf, figuresView } from './figures.js';
import { PublicStatusDesk } from './public-status-desk.js';
import type { PublicFiguresDto, PublicRatingDto, PublicStatusDto } from './public-status.dto.js';

/** A code is 60 bits or more: thirty tries a minute from one address find nothing in a lifetime and disturb no reader. */
const TRIES = { of: 'public.status', most: 30, windowMs: 60_000 } as const;
/** Internal rule: how long a rating may be changed. */
const RATING_DAYS = 30;
/** The figures are of closed months; counting them again and again would tell nothing new. */
const FIGURES_FRESH_MS = 10 * 60_000;

export interface PublicStatusParts {
  readonly reader: PublicStatusReader;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
  readonly directory: AgencyDirectory;
  readonly attempts: Attempts;
}

export class ReadPublicStatusDesk extends PublicStatusDesk {
  private readonly figuresOf = new Map<string, { readonly at: number; readonly answer: Promise<PublicFiguresDto> }>();

  constructor(private readonly parts: PublicStatusParts) {
    super();
  }

  async status(code: string, secret: string | undefined, address: string): Promise<PublicStatusDto> {
    await this.mayAsk(address);
    const row = await this.parts.reader.find(code, secret);
    if (!row) throw unknown();
    return this.view(row, await this.parts.clock.today());
  }

  async rate(code: string, score: number, address: string): Promise<PublicRatingDto> {
    await this.mayAsk(address);
    const answer = await this.parts.reader.rate(code, { score, days: RATING_DAYS });
    if (answer === 'unknown') throw unknown();
    if (answer === 'open')
      throw conflict('PUBLIC.NOT_OVER', 'Đơn chưa giải quyết xong', 'Chỉ chấm điểm khi việc của đơn đã xong.');
    if (answer === 'settled')
      throw conflict(
        'PUBLIC.RATING_SETTLED',
        'Đã hết thời gian sửa điểm',
        `Điểm chỉ sửa được trong ${RATING_DAYS} ngày kể từ lần chấm đầu (quy định nội bộ).`,
      );
    const row = await this.parts.reader.find(code, undefined);
    const rating = row && ratingOf(row, await this.parts.clock.today());
    if (!rating) throw unknown();
    return rating;
  }

  async figures(year: number | undefined, address: string): Promise<PublicFiguresDto> {
    await this.mayAsk(address);
    const today = await this.parts.clock.today();
    const lastDay = addDays(localDate(`${today.slice(0, 7)}-01`), -1);
    const latestYear = Number(lastDay.slice(0, 4));
    const asked = Math.min(year ?? latestYear, latestYear);
    const from = localDate(`${asked}-01-01`);
    const to = lastDay < `${asked}-12-31` ? lastDay : localDate(`${asked}-12-31`);
    const key = `${from} ${to}`;
    const kept = this.figuresOf.get(key);
    if (kept && performance.now() - kept.at < FIGURES_FRESH_MS) return kept.answer;
    const answer = this.count({ year: asked, latestYear, from, to });
    if (this.figuresOf.size > 50) this.figuresOf.clear();
    this.figuresOf.set(key, { at: performance.now(), answer });
    answer.catch(() => this.figuresOf.delete(key));
    return answer;
  }

  private async count(of: Pick<FiguresOf, 'year' | 'latestYear' | 'from' | 'to'>): Promise<PublicFiguresDto> {
    const { from, to } = of;
    const { reader, directory } = this.parts;
    const [rows, satisfaction, agencies] = await Promise.all([
      reader.figures(from, to),
      reader.satisfaction(from, to),
      directory.all(),
    ]);
    return figuresView({ ...of, rows, satisfaction }, [...agencies.values()]);
  }

  private async mayAsk(address: string): Promise<void> {
    if (await this.parts.attempts.take(TRIES, addressKey(address))) return;
    throw new AppError({
      status: 429,
      code: 'PUBLIC.TOO_MANY',
      title: 'Tra cứu quá nhiều lần',
      detail: 'Hãy đợi một phút rồi thử lại.',
    });
  }

  private view(row: PublicFileRow, today: LocalDate): PublicStatusDto {
    const { stage, deadline } = row;
    const definition = row.procedure && row.version !== null ? definitionOf(row.procedure, row.version) : undefined;
    const told = deadline !== null && !tellsNature(deadline.ruleVersion) && deadline.dueOn !== null ? deadline : null;
    const words = row.sealed || !row.procedure || !stage ? undefined : publicWordsFor(row.procedure, stage);
    const explained = row.sealed || !told ? null : this.explained(row);
    return {
      stage: (stage && definition?.stages[stage]?.publicTitle) || 'Đã tiếp nhận đơn',
      receivedOn: row.receivedOn,
      dueOn: told?.dueOn ?? null,
      explanation: told?.dueOn
        ? `${ruleTitle(told.ruleVersion)}: chậm nhất ngày ${formatDay(told.dueOn)} (${inFull(told.citation)})`
        : null,
      asOf: today,
      agencyName: row.sealed ? null : row.agencyName,
      registerLabel: row.sealed ? null : row.registerLabel,
      next: words?.next ?? null,
      mayDo: [...(words?.mayDo ?? [])],
      countedFrom: explained ? explained.startOn : null,
      days: [...(explained?.days ?? [])],
      paused: !row.sealed && row.paused,
      closedOn: !row.sealed && row.over ? row.closedOn : null,
      rating: ratingOf(row, today),
    };
  }

  /** Day by day, by the calendar the stored days were counted with. */
  private explained({ deadline, settings }: PublicFileRow) {
    if (!deadline) return null;
    const { calendar } = this.parts;
    const counted =
      calendar.version === deadline.calendarVersion
        ? calendar
        : (calendar.earlier?.(deadline.calendarVersion) ?? calendar);
    return explainDeadline(deadline, { settings: agencySettings(settings), calendar: counted });
  }
}

/** Limits whose very name says that somebody has been denounced: whoever looks over the shoulder must not learn it. */
const NATURES: ReadonlySet<string> = new Set(['to_cao', 'to_cao_tiep', 'qua_han', 'bao_ve']);
const tellsNature = (ruleId: string): boolean => NATURES.has(ruleById(ruleId)?.procedure ?? '');

/** A citation as a citizen reads it: `LKN Đ.27 (L136)` is officers' shorthand. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bLKN\b/g, 'Luật Khiếu nại'],
  [/\bLTCD\b/g, 'Luật Tiếp công dân'],
  [/\bLTC\b/g, 'Luật Tố cáo'],
  [/ \(L136\)/g, ', sửa đổi năm 2025'],
  [/\bNĐ ?(\d+)(?!\/)\b/g, 'Nghị định $1'],
  [/Đ\.? ?(\d+)/g, 'Điều $1'],
  [/\bk\.? ?(\d+)/g, 'khoản $1'],
];
const inFull = (citation: string): string => SHORT.reduce((text, [short, full]) => text.replace(short, full), citation);

/** Never of a denunciation, never while the matter runs. */
function ratingOf({ sealed, over, rating }: PublicFileRow, today: LocalDate): PublicRatingDto | null {
  if (sealed || !over) return null;
  const until = rating ? addDays(rating.firstOn, RATING_DAYS) : null;
  return { score: rating?.score ?? null, open: until === null || today <= until, until };
}

const unknown = (): AppError =>
  new AppError({
    status: 404,
    code: 'PUBLIC.NOT_FOUND',
    title: 'Không tìm thấy đơn',
    detail: 'Mã tra cứu không đúng, hoặc đơn cần thêm mã bí mật in trên biên nhận. Hãy kiểm tra lại mã.',
  });
const conflict = (code: string, title: string, detail: string): AppError =>
  new AppError({ status: 409, code, title, detail });
