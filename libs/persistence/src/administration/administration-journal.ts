import { actingRole, type Actor } from '#libs/access';
import { chainEvents, type HashText, type LedgerDraft } from '#libs/audit';
import { commit } from '#libs/identity';
import { uuidAt } from '#libs/intake';
import {
  type AgencyId,
  type CaseEventId,
  type CaseFileId,
  dayOf,
  type JsonObject,
  type Role,
  ROLES,
} from '#libs/shared';
import { snakeRows } from '../casework/json-names.js';
import { businessNow } from '../clock.js';
import { query, queryOne } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';
import { inWords } from './refusals.js';

/** One act of administration, in the book of one agency. Facts are ids, codes, days; words that were typed go into `texts`. */
export interface AdministrativeAct {
  readonly agencyId: AgencyId;
  readonly type: AdministrativeActType;
  readonly facts: JsonObject;
  readonly texts?: Readonly<Record<string, string>>;
}

export const ADMINISTRATIVE_ACTS = {
  AGENCY_ADDED: 'Thêm cơ quan',
  AGENCY_DETAILS_SET: 'Sửa thông tin cơ quan',
  AGENCY_RENAMED: 'Đổi tên cơ quan',
  AGENCY_SUCCEEDED: 'Ghi cơ quan kết thúc, có cơ quan kế thừa',
  USER_ADDED: 'Tạo tài khoản',
  USER_CHANGED: 'Sửa tài khoản',
  USER_DEACTIVATED: 'Khóa tài khoản',
  USER_REACTIVATED: 'Mở lại tài khoản',
  PASSWORD_RESET: 'Đặt lại mật khẩu',
  PASSWORD_CHANGED: 'Tự đổi mật khẩu',
  ACCOUNT_UNLOCKED: 'Mở tạm khóa đăng nhập',
  SESSIONS_ENDED: 'Thu hồi phiên đăng nhập',
  SECOND_FACTOR_ENROLLED: 'Tự đăng ký mã xác thực',
  SECOND_FACTOR_REMOVED: 'Tự bỏ mã xác thực',
  SECOND_FACTOR_RESET: 'Xóa mã xác thực của tài khoản bị mất điện thoại',
  OUTSIDE_IDENTITY_LINKED: 'Gắn tài khoản với người của nhà cung cấp đăng nhập',
  OUTSIDE_IDENTITY_UNLINKED: 'Bỏ gắn tài khoản với nhà cung cấp đăng nhập',
  EMERGENCY_ACCESS_OPENED: 'Mở truy cập khẩn cấp',
  EMERGENCY_ACCESS_ENDED: 'Kết thúc truy cập khẩn cấp',
  REMOTE_AREA_ADDED: 'Thêm địa bàn đi lại khó khăn',
  REMOTE_AREA_ENDED: 'Kết thúc địa bàn đi lại khó khăn',
  OPENING_ENTERED: 'Nhập số dư đầu kỳ',
  OPENING_CHANGED: 'Sửa số dư đầu kỳ',
  OPENING_RETURNED: 'Trả lại số dư đầu kỳ',
  OPENING_CONFIRMED: 'Xác nhận, khóa số dư đầu kỳ',
  ESCALATION_POLICY_SET: 'Đặt nấc báo cáo lãnh đạo, giờ làm việc',
  TRAINING_STARTED: 'Bật chế độ tập huấn',
  TRAINING_ENDED: 'Tắt chế độ tập huấn',
  TRAINING_RESET: 'Đưa dữ liệu tập huấn về ban đầu',
  EFFECT_RETRIED: 'Làm lại việc bị từ chối',
  BREACH_NOTED: 'Ghi nhận sự cố lộ dữ liệu',
  BREACH_STEP_DONE: 'Ghi bước xử lý sự cố lộ dữ liệu',
  RETENTION_RULE_SET: 'Đặt thời hạn lưu giữ hồ sơ',
  RETENTION_PROPOSED: 'Lập đề xuất hồ sơ hết thời hạn lưu giữ',
  RETENTION_DECIDED: 'Quyết định về hồ sơ hết thời hạn lưu giữ',
  REPORT_FORM_ADDED: 'Thêm phiên bản biểu mẫu báo cáo',
  REPORT_FORM_ENDED: 'Kết thúc phiên bản biểu mẫu báo cáo',
  REPORT_ISSUED: 'Phát hành báo cáo thống kê',
  REPORT_ADJUSTED: 'Phát hành bản điều chỉnh của báo cáo thống kê',
  NATIONAL_PACKAGE_MADE: 'Lập gói cập nhật Cơ sở dữ liệu quốc gia',
  NATIONAL_RECORDS_TAKEN: 'Tải dữ liệu cập nhật Cơ sở dữ liệu quốc gia',
  AXIS_PARTNER_SET: 'Đặt cơ quan nhận đơn qua trục liên thông',
  AXIS_MESSAGE_REFUSED: 'Từ chối gói đơn đến qua trục liên thông',
  AXIS_FILE_OPENED: 'Mở tệp trong gói đơn đến chưa vào sổ',
} as const;
export type AdministrativeActType = keyof typeof ADMINISTRATIVE_ACTS;

export interface JournalRow {
  readonly id: string;
  readonly type: AdministrativeActType;
  readonly recordedAt: Date;
  readonly actorName: string | null;
  readonly actorRole: Role;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly subjectName: string | null;
  readonly subjectUsername: string | null;
  readonly unitName: string | null;
  readonly facts: JsonObject;
  readonly texts: Readonly<Record<string, string>>;
}

export interface JournalFilter {
  readonly agencyId?: AgencyId | undefined;
  readonly type?: AdministrativeActType | undefined;
  readonly userId?: number | undefined;
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

const LIST = `
  SELECT e.id, e.type, e.recorded_at AS "recordedAt", who.full_name AS "actorName", e.actor_role AS "actorRole", a.code AS "agencyCode",
         a.short_name AS "agencyName", s.full_name AS "subjectName", s.username AS "subjectUsername", e.facts,
         (SELECT u.name FROM app.administrative_unit u WHERE u.code = e.facts ->> 'unitCode' ORDER BY u.valid_from DESC LIMIT 1) AS "unitName",
         (SELECT coalesce(jsonb_object_agg(x.field, x.text), '{}') FROM app.event_text x WHERE x.event_id = e.id AND x.text IS NOT NULL) AS texts
    FROM app.administration_book b JOIN app.case_event e ON e.case_id = b.id JOIN app.agency a ON a.id = b.agency_id
    LEFT JOIN app.app_user who ON who.id = e.actor_id LEFT JOIN app.app_user s ON s.id = (e.facts ->> 'userId')::int
   WHERE ($1::int IS NULL OR b.agency_id = $1) AND ($2::text IS NULL OR e.type = $2) AND ($3::int IS NULL OR (e.facts ->> 'userId')::int = $3)
     AND ($4::timestamptz IS NULL OR (e.recorded_at, e.id) < ($4, $5::uuid))
   ORDER BY e.recorded_at DESC, e.id DESC LIMIT $6`;

interface Head {
  readonly id: string;
  readonly seq: number;
  readonly head_hash: HashText;
}

/** Acts of administration and their events commit together; the events are chained in the book of the agency they touch. */
export class AdministrationJournal {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly systemNow: () => Date = () => new Date(),
  ) {}

  /** @throws AppError where the database refuses the act. */
  act<T>(
    actor: Actor,
    work: (tx: Tx) => Promise<{ readonly result: T; readonly acts: readonly AdministrativeAct[] }>,
  ): Promise<T> {
    return inWords(
      this.transactions.run(actor, async (tx) => {
        const { result, acts } = await work(tx);
        // Books are locked in the order of their agencies, so that two writers never wait for each other.
        for (const agencyId of [...new Set(acts.map((act) => act.agencyId))].sort((a, b) => a - b))
          await this.write(
            tx,
            actor,
            acts.filter((act) => act.agencyId === agencyId),
          );
        return result;
      }),
    );
  }

  read(actor: Actor, { agencyId, type, userId, after, limit }: JournalFilter): Promise<JournalRow[]> {
    return this.transactions.run(actor, (tx) =>
      query<JournalRow>(clientOf(tx), LIST, [
        ...[agencyId ?? null, type ?? null, userId ?? null],
        ...[after?.at ?? null, after?.id ?? null, limit],
      ]),
    );
  }

  private async write(tx: Tx, actor: Actor, acts: readonly AdministrativeAct[]): Promise<void> {
    const db = clientOf(tx);
    const [now, systemNow] = [await businessNow(tx), this.systemNow()];
    const head = await queryOne<Head>(db, 'SELECT * FROM app.administration_head($1)', [acts[0]?.agencyId]);
    const texts: object[] = [];
    const drafts = acts.map((act, i): LedgerDraft => {
      const id = uuidAt<CaseEventId>(systemNow);
      const words = Object.entries(act.texts ?? {}).map(([field, text]) => ({ field, text, ...commit(text) }));
      for (const { field, text, salt } of words)
        texts.push({ eventId: id, caseId: head.id, field, salt: `\\x${salt.toString('hex')}`, text });
      return {
        ...{ id, caseId: head.id as CaseFileId, seq: head.seq + i + 1, kind: 'record', type: act.type },
        ...{ occurredOn: dayOf(now), recordedAt: now.toISOString(), systemAt: systemNow.toISOString() },
        ...{ actorId: actor.userId, actorRole: actingRole(actor, ['administrator', ...ROLES]) ?? 'administrator' },
        facts: {
          ...act.facts,
          ...Object.fromEntries(words.map(({ field, hash }) => [field, { sha256: hash.toString('hex') }])),
        },
        ...{ basis: [], fromStage: null, toStage: null, subjectId: null, corrects: null },
      };
    });
    const events = chainEvents(head.head_hash, drafts);
    const lists = { events: snakeRows(events), ...(texts.length > 0 ? { texts: snakeRows(texts) } : {}) };
    await query(db, 'SELECT app.administration_write($1, $2::jsonb, $3, $4::bytea)', [
      ...[head.id, JSON.stringify(lists)],
      ...[head.seq + events.length, events.at(-1)?.hash],
    ]);
  }
}
