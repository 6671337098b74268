import type { Actor } from '#libs/access';
import { READING_PURPOSES, type ReadingPurpose } from '#libs/identity';
import type { AgencyDirectory } from '#libs/persistence';
import { type Reading, type ReadingLog, type ReadingSum, readingSums } from '#libs/reporting';
import { addDays, type Clock, dayOf, formatDay, type LocalDate } from '#libs/shared';
import { iso } from '../http/labels.js';
import { mustBe } from '../http/rights.js';
import type { ReadingDto, ReadingLogDto, ReadingQuery, ReadingSumDto } from './inspection.dto.js';

const DEFAULT_DAYS = 90;
const NOTES = [
  'Mỗi lượt đọc là một sự kiện trong nhật ký có chuỗi băm của hồ sơ: không xóa, không sửa được mà không lộ.',
  'Bảng này không có họ tên, địa chỉ, nội dung đã đọc.',
  'Người chỉ xem giai đoạn, thời hạn của hồ sơ mà không mở thông tin được bảo vệ thì không có ở đây.',
];

export class ReadingDesk {
  constructor(
    private readonly readings: ReadingLog,
    private readonly directory: AgencyDirectory,
    private readonly clock: Clock,
  ) {}

  async log(actor: Actor, query: ReadingQuery): Promise<ReadingLogDto> {
    mustBe(actor, ['inspector', 'identityCustodian'], 'Ai đã đọc gì');
    const to = (query.to ?? dayOf(await this.clock.now())) as LocalDate;
    const from = (query.from ?? addDays(to, -DEFAULT_DAYS)) as LocalDate;
    const readings = await this.readings.between(actor, { from, to });
    const agencies = await this.directory.all();
    const items = readings.map((one) => readingDto(one, agencies.get(one.agencyId)?.shortName ?? ''));
    const sums = readingSums(readings);
    const fileName = new Map(items.map((one) => [one.caseFileId, `${one.registerLabel} · ${one.agencyName}`]));
    const person = new Map(items.map((one) => [String(one.readerId), one.readerName]));
    return {
      ...{ from, to, items },
      byFile: sums.byFile.map((sum) => named(sum, fileName.get(sum.key) ?? '')),
      byPerson: sums.byPerson.map((sum) => named(sum, person.get(sum.key) ?? '')),
      byDay: sums.byDay.map((sum) => named(sum, formatDay(sum.key))),
      notes: NOTES,
    };
  }
}

const named = (sum: ReadingSum, name: string): ReadingSumDto => ({ ...sum, name });
const readingDto = ({ caseId, what, readAt, byRelease, purpose, ...one }: Reading, agencyName: string): ReadingDto => ({
  eventId: one.eventId,
  caseFileId: caseId,
  registerLabel: one.registerLabel,
  agencyName,
  what: what === 'identity' ? 'Thông tin người tố cáo' : 'Văn bản có thông tin được bảo vệ',
  readAt: iso(readAt),
  readerName: one.readerName,
  readerTitle: one.readerTitle,
  readerId: one.readerId,
  right: byRelease ? 'Đề nghị đã được người thứ hai chấp thuận' : 'Được phân công trong hồ sơ',
  purpose: purpose !== null && purpose in READING_PURPOSES ? READING_PURPOSES[purpose as ReadingPurpose] : null,
});
