import { type Actor, addressKey, type Attempts } from '#libs/access';
import type { FileOnline, FiledOnline } from '#libs/intake';
import { type Contacts, giveContact } from '#libs/notifications';
import type { AgencyDirectory, OnlineReader } from '#libs/persistence';
import { AppError, type LocalDate } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { mustBe } from '../http/rights.js';
import {
  type FiledOnlineDto,
  MOST_ONLINE_FILE_BYTES,
  MOST_ONLINE_FILES,
  type OnlineFilingDto,
  type OnlineFilingInputDto,
  type OnlineOptionsDto,
  type SatisfactionDto,
  type SatisfactionQuery,
} from './online-filing.dto.js';
import type { ReadFiling } from './read-filing.js';

/** A household sends a paper now and then, a kiosk in a commune some an hour; a machine sends hundreds. Internal rule. */
const FILINGS = { of: 'public.filing', most: 10, windowMs: 10 * 60_000 } as const;
const NIGHT = { quietFrom: '21:00', quietTo: '07:00' } as const;
const LEADERS = ['unitHead', 'chairman', 'provinceChairman', 'inspector', 'administrator'] as const;

export interface OnlineFilingParts {
  readonly fileOnline: FileOnline;
  readonly contacts: Contacts;
  readonly directory: AgencyDirectory;
  readonly reader: OnlineReader;
  readonly attempts: Attempts;
}

/** What citizens send without an account, and what officers read of it. */
export class OnlineFilingDesk {
  constructor(private readonly parts: OnlineFilingParts) {}

  /** Asked before a body is read. @throws AppError 429 */
  async mayFile(address: string): Promise<void> {
    if (await this.parts.attempts.take(FILINGS, addressKey(address))) return;
    throw new AppError({
      status: 429,
      code: 'PUBLIC.TOO_MANY',
      title: 'Gửi quá nhiều lần',
      detail: 'Từ nơi này vừa gửi nhiều đơn. Hãy đợi mười phút rồi gửi lại; điều đã nhập vẫn còn trên trang.',
    });
  }

  async file({ input, files }: ReadFiling, idempotencyKey: string | undefined): Promise<FiledOnlineDto> {
    if (input.website) throw refusedAsMachine();
    if (idempotencyKey === undefined)
      throw new AppError({
        code: 'HTTP.IDEMPOTENCY_KEY_INVALID',
        status: 400,
        title: 'Thiếu khóa chống gửi trùng',
        detail: 'Hãy gửi kèm tiêu đề Idempotency-Key.',
      });
    const { agency, fullName, address, personalId, phone, messageBy, messageTo, website: _, ...filing } = input;
    const filed = await this.parts.fileOnline.execute(
      { ...filing, agencyCode: agency, sender: { fullName, address, personalId, phone }, idempotencyKey },
      files,
    );
    return filedView(filed, await this.consent(filed, { messageBy, messageTo }));
  }

  async options(): Promise<OnlineOptionsDto> {
    const agencies = [...(await this.parts.reader.agencies())];
    return {
      agencies,
      kinds: [...KINDS],
      ...DENUNCIATION,
      mostFiles: MOST_ONLINE_FILES,
      mostBytes: MOST_ONLINE_FILE_BYTES,
    };
  }

  async ofPetition(actor: Actor, petitionId: string): Promise<OnlineFilingDto> {
    const found = await this.parts.reader.ofPetition(actor, petitionId);
    if (!found) throw notFound('Đơn này không gửi qua trang trực tuyến, hoặc nằm ngoài phạm vi bạn được xem.');
    return { ...found, findings: [...found.findings], filedAt: found.filedAt.toISOString() };
  }

  async satisfaction(actor: Actor, { from, to }: SatisfactionQuery): Promise<SatisfactionDto> {
    mustBe(actor, LEADERS, 'Xem mức hài lòng');
    const rows = await this.parts.reader.satisfaction(actor, from as LocalDate, to as LocalDate);
    const agencies = await this.parts.directory.all();
    const items = [...new Set(rows.map(({ agencyId }) => agencyId))].map((id) => {
      const byScore = [1, 2, 3, 4, 5].map(
        (score) => rows.find((row) => row.agencyId === id && row.score === score)?.ratings ?? 0,
      );
      return {
        agencyCode: agencies.get(id)?.code ?? '',
        agencyName: agencies.get(id)?.name ?? '',
        ratings: byScore.reduce((sum, count) => sum + count, 0),
        byScore,
      };
    });
    return { items };
  }

  /** A wrong address or a second sending loses no petition: the receipt says whether messages will come. */
  private async consent(
    { petition, taken, clerk }: FiledOnline,
    { messageBy, messageTo }: Pick<OnlineFilingInputDto, 'messageBy' | 'messageTo'>,
  ): Promise<boolean> {
    if (taken === 'information' || !messageBy || !messageTo?.trim()) return false;
    try {
      await giveContact(this.parts.contacts, clerk, {
        owner: { petitionId: petition.id },
        contact: { channel: messageBy, address: messageTo, ...NIGHT },
      });
      return true;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  }
}

const KINDS = [
  {
    code: 'feedback',
    title: 'Kiến nghị, phản ánh',
    when: 'Góp ý, đề nghị, báo việc chưa tốt ở địa phương.',
    citation: 'Luật Tiếp công dân, Điều 2 khoản 2',
  },
  {
    code: 'complaint',
    title: 'Khiếu nại',
    when: 'Không đồng ý với một quyết định, việc làm của cơ quan đối với mình. Phải có chữ ký số hoặc bản quét đơn đã ký.',
    citation: 'Luật Khiếu nại, Điều 8, Điều 11 khoản 5',
  },
  {
    code: 'information',
    title: 'Báo tin về hành vi vi phạm',
    when: 'Cho biết việc làm sai của cán bộ, công chức. Được giữ kín; đây không phải là tố cáo.',
    citation: 'Luật Tố cáo, Điều 25',
  },
] as const;
const DENUNCIATION = {
  denunciation:
    'Tố cáo phải bằng đơn giấy có chữ ký hoặc điểm chỉ, hoặc trình bày trực tiếp. Điều gửi qua mạng chỉ được nhận như thông tin, không hứa thụ lý hay trả lời.',
  denunciationCitation: 'Luật Tố cáo 25/2018/QH14 Đ.22, Đ.23, Đ.25',
};

const refusedAsMachine = (): AppError =>
  new AppError({
    code: 'ONLINE.REFUSED',
    status: 422,
    title: 'Chưa nhận được đơn',
    detail: 'Hãy tải lại trang và gửi lại; không điền vào ô để trống.',
  });

const filedView = ({ petition, taken, findings, words }: FiledOnline, messages: boolean): FiledOnlineDto => ({
  taken,
  agencyName: petition.agencyName,
  registerLabel: petition.registerLabel,
  receivedOn: petition.receivedOn,
  lookupCode: petition.lookupCode,
  lookupSecret: petition.lookupSecret,
  statusPath: `/tra-cuu/${petition.lookupCode}`,
  findings: [...findings],
  words: [...words],
  messages,
});
