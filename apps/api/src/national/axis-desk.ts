import type { Actor } from '#libs/access';
import { petitionIn, receiveMessage, type ReceivingParts } from '#libs/interchange';
import type { MessageRow, NationalRecords } from '#libs/persistence';
import { AppError, type Role } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { iso } from '../http/labels.js';
import {
  type AxisMessageDetailDto,
  type AxisMessageDto,
  type AxisMessageListDto,
  type AxisMessageQuery,
  type AxisPartnerListDto,
  type AxisTakenDto,
  type EnteredMessageDto,
  REFUSAL_REASONS,
  type RefusalReason,
  type SetPartnerDto,
} from './axis.dto.js';
import { AxisEntry, type AxisEntryParts, type EnteredByHand } from './axis-entry.js';
import { isGuarded, messageView, partView, passedView, previewOf, saidView } from './axis-view.js';
import { nothingToRetry } from './national-desk.js';

const NOT_CONNECTED =
  'Chưa nối trục liên thông: gói edXML được ghi ra thư mục của máy chủ và đọc từ thư mục ấy. Gói chưa ký số. Đơn tố cáo không đi qua trục: chuyển theo đường niêm phong.';
const GUARDED =
  'Đơn tố cáo hoặc đơn có nội dung tố cáo: nội dung, người gửi và tệp kèm theo được niêm phong, chỉ người được giao xem sau khi vào sổ (Luật Tố cáo 25/2018/QH14 Đ.13, Đ.56).';
const NOT_YOURS = 'Chỉ người tiếp nhận, vào sổ đơn của cơ quan được mở tệp trong gói chờ.';

/** Who enters petitions of the agency: what waits is open to them and to nobody else. */
const REGISTRARS: readonly Role[] = ['receptionist', 'caseOfficer', 'unitHead'];

export interface AxisDeskParts extends AxisEntryParts {
  readonly records: NationalRecords;
  /** Taking in, in the name of whoever brings the file. */
  receivingAs(actor: Actor): ReceivingParts;
}

/** Forwarded petitions on the document axis: sent, arrived, entered, refused. */
export class AxisDesk {
  private readonly entry: AxisEntry;

  constructor(private readonly parts: AxisDeskParts) {
    this.entry = new AxisEntry(parts);
  }

  async list(actor: Actor, query: AxisMessageQuery): Promise<AxisMessageListDto> {
    const rows = await this.parts.messages.list(actor, query);
    const items = await Promise.all(rows.map((row) => messageView(this.parts.directory, row)));
    return { notice: NOT_CONNECTED, items };
  }

  async detail(actor: Actor, id: string): Promise<AxisMessageDetailDto> {
    const row = await this.row(actor, id);
    const [message, { said, way }, kept] = await Promise.all([
      messageView(this.parts.directory, row),
      this.parts.messages.story(actor, id),
      this.inside(actor, row),
    ]);
    return {
      ...{ notice: NOT_CONNECTED, message, contentHash: row.contentHash, ...kept },
      ...{ path: way.map(passedView), said: said.map(saidView) },
    };
  }

  /** One file of a message that waits; that it was opened stands in the book of the agency. */
  async file(actor: Actor, id: string, at: number): Promise<{ bytes: Buffer; name: string }> {
    const row = await this.row(actor, id);
    const kept = await this.parts.messages.kept(actor, id);
    const files = await this.entry.opened(id, kept);
    if (isGuarded(petitionIn(files))) throw guarded();
    const file = files[at];
    if (!file) throw notFound('Gói không có tệp này.');
    await this.parts.messages.noteOpened(actor, row.agencyId, { messageId: id, file: at + 1 });
    return { bytes: file.bytes, name: file.name };
  }

  async receive(actor: Actor, bytes: Buffer): Promise<AxisTakenDto> {
    return { kind: await receiveMessage(this.parts.receivingAs(actor), bytes) };
  }

  /** Enters a petition that came, under a number of the agency's own; the sender is told 03 in the same act. */
  async enter(actor: Actor, id: string, byHand: EnteredByHand): Promise<EnteredMessageDto> {
    await this.row(actor, id);
    const petitionId = await this.entry.enter(actor, id, byHand);
    const { registerLabel, caseFileId, hops, comesBack, earlierLabel } = await this.one(actor, id);
    return { petitionId, registerLabel, caseFileId, hops, comesBack, earlierLabel };
  }

  async refuse(actor: Actor, id: string, reason: RefusalReason): Promise<AxisMessageDto> {
    await this.row(actor, id);
    await this.parts.messages.refuse(actor, id, REFUSAL_REASONS[reason]);
    return this.one(actor, id);
  }

  /** The message, and the answers about it, that have not gone. @throws AppError 409 where all have. */
  async retry(actor: Actor, id: string): Promise<AxisMessageDto> {
    const shown = await this.one(actor, id);
    const waiting = [id, ...(await this.parts.messages.answersOf(actor, id))];
    const again = await Promise.all(
      waiting.map((one) => this.parts.records.retry(actor, { kind: 'axis.send', id: one })),
    );
    if (!again.some(Boolean)) throw nothingToRetry();
    return shown;
  }

  async partners(actor: Actor): Promise<AxisPartnerListDto> {
    const [rows, all] = await Promise.all([this.parts.messages.partners(actor), this.parts.directory.all()]);
    return {
      items: rows.map(({ agencyId, setAt }) => ({
        ...{ code: all.get(agencyId)?.code ?? '', name: all.get(agencyId)?.name ?? '', setAt: iso(setAt) },
      })),
      maySet: actor.roles.includes('administrator'),
    };
  }

  async setPartner(actor: Actor, { agency: code, on }: SetPartnerDto): Promise<AxisPartnerListDto> {
    const agency = await this.parts.directory.byCode(code);
    if (!agency || !actor.agencies.includes(agency.id)) throw notFound('Không có cơ quan này trong phạm vi của bạn.');
    await this.parts.messages.setPartner(actor, agency.id, on);
    return this.partners(actor);
  }

  private async row(actor: Actor, id: string): Promise<MessageRow> {
    const [row] = await this.parts.messages.list(actor, { id });
    if (!row) throw notFound('Không có gói này, hoặc gói nằm ngoài phạm vi của bạn.');
    return row;
  }

  private async one(actor: Actor, id: string): Promise<AxisMessageDto> {
    return messageView(this.parts.directory, await this.row(actor, id));
  }

  /** What is in a message that waits, for who may enter it. */
  private async inside(
    actor: Actor,
    { id, direction }: MessageRow,
  ): Promise<Pick<AxisMessageDetailDto, 'parts' | 'hidden' | 'preview'>> {
    const kept = direction === 'in' ? await this.parts.messages.stillKept(actor, id) : null;
    if (!kept) return { parts: [], hidden: null, preview: null };
    if (!REGISTRARS.some((role) => actor.roles.includes(role))) return { parts: [], hidden: NOT_YOURS, preview: null };
    const files = await this.entry.opened(id, kept);
    const petition = petitionIn(files);
    if (isGuarded(petition)) return { parts: [], hidden: GUARDED, preview: null };
    return { parts: files.map(partView), hidden: null, preview: previewOf(petition) };
  }
}

const guarded = (): AppError =>
  new AppError({ code: 'INTERCHANGE.GUARDED', status: 409, title: 'Tệp được niêm phong', detail: GUARDED });
