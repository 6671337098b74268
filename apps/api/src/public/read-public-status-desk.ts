import { AttemptLimit } from '#libs/access';
import type { PublicStatusReader, PublicStatusRow } from '#libs/persistence';
import { AppError, type Clock, formatDay } from '#libs/shared';
import { ruleById } from '#libs/statute';
import { definitionOf, ruleTitle } from '../http/labels.js';
import { PublicStatusDesk } from './public-status-desk.js';
import type { PublicStatusDto } from './public-status.dto.js';

/** A code is 60 bits or more: thirty tries a minute from one address find nothing in a lifetime and disturb no reader. */
const TRIES_A_MINUTE = 30;

export class ReadPublicStatusDesk extends PublicStatusDesk {
  private readonly limit = new AttemptLimit(TRIES_A_MINUTE);

  constructor(
    private readonly reader: PublicStatusReader,
    private readonly clock: Clock,
  ) {
    super();
  }

  async status(code: string, secret: string | undefined, address: string): Promise<PublicStatusDto> {
    if (!this.limit.take(address))
      throw new AppError({
        status: 429,
        code: 'PUBLIC.TOO_MANY',
        title: 'Tra cứu quá nhiều lần',
        detail: 'Hãy đợi một phút rồi thử lại.',
      });
    const row = await this.reader.find(code, secret);
    if (!row)
      throw new AppError({
        status: 404,
        code: 'PUBLIC.NOT_FOUND',
        title: 'Không tìm thấy đơn',
        detail: 'Mã tra cứu không đúng, hoặc đơn cần thêm mã bí mật in trên biên nhận. Hãy kiểm tra lại mã.',
      });
    return { ...view(row), asOf: await this.clock.today() };
  }
}

/** Limits whose very name says that somebody has been denounced: whoever looks over the shoulder must not learn it. */
const NATURES: ReadonlySet<string> = new Set(['to_cao', 'to_cao_tiep', 'qua_han', 'bao_ve']);
const tellsNature = (ruleId: string): boolean => NATURES.has(ruleById(ruleId)?.procedure ?? '');

function view(row: PublicStatusRow): Omit<PublicStatusDto, 'asOf'> {
  const stage =
    row.procedure && row.procedure_version !== null && row.stage
      ? definitionOf(row.procedure, row.procedure_version)?.stages[row.stage]
      : undefined;
  const told = row.rule_id !== null && !tellsNature(row.rule_id);
  return {
    stage: stage?.publicTitle ?? 'Đã tiếp nhận đơn',
    receivedOn: row.received_on,
    dueOn: told ? row.due_on : null,
    explanation:
      told && row.due_on && row.rule_id
        ? `${ruleTitle(row.rule_id)}: chậm nhất ngày ${formatDay(row.due_on)} (${row.citation ?? ''})`
        : null,
  };
}
