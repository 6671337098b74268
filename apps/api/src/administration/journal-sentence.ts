import { roleTitle } from '#libs/access';
import { ADMINISTRATIVE_ACTS, type AdministrativeActType, type JournalRow } from '#libs/persistence';
import { formatDay, type JsonObject, type JsonValue, type LocalDate, type Role } from '#libs/shared';
import { effectTitle } from '../ops/effect-words.js';

const text = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');
const day = (value: JsonValue | undefined): string => (text(value) === '' ? '' : formatDay(text(value) as LocalDate));
const roles = (value: JsonValue | undefined): string =>
  Array.isArray(value) ? value.map((role) => roleTitle(role as Role)).join('; ') : '';

interface Telling {
  readonly row: JournalRow;
  readonly facts: JsonObject;
  readonly who: string;
  /** Name of an agency by its id in the facts. */
  readonly agency: (key: string) => string;
}

const changes = ({ facts, agency }: Telling): string =>
  [
    facts['namesChanged'] ? 'họ tên hoặc chức vụ' : '',
    facts['roles'] ? `vai trò từ ${roles(facts['rolesBefore'])} thành ${roles(facts['roles'])}` : '',
    facts['agencyId'] ? `cơ quan từ ${agency('agencyIdBefore')} sang ${agency('agencyId')}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ') || 'không đổi gì';

const period = ({ facts }: Telling): string => `năm ${String(facts['year'])}, kỳ từ ${day(facts['startsOn'])}`;

const issued = ({ facts }: Telling): string =>
  `số ${String(facts['number'])}/${String(facts['year'])}, biểu ${text(facts['formId'])}, kỳ ${day(facts['from'])} – ${day(facts['to'])}; mã băm ${text(facts['sha256']).slice(0, 12)}`;

const SENTENCES: Readonly<Record<AdministrativeActType, (of: Telling) => string>> = {
  AGENCY_ADDED: ({ facts, agency }) =>
    `Thêm ${agency('agencyId')} (${text(facts['code'])}), hoạt động từ ${day(facts['validFrom'])}`,
  AGENCY_DETAILS_SET: ({ row }) => `Đặt đơn vị hành chính: ${row.unitName ?? 'bỏ trống'}`,
  AGENCY_RENAMED: ({ facts }) => `Đổi tên thành ${text(facts['name'])}`,
  AGENCY_SUCCEEDED: ({ facts, agency }) =>
    `${agency('agencyId')} kết thúc sau ngày ${day(facts['lastDay'])}, ${agency('successorId')} kế thừa`,
  USER_ADDED: ({ who, facts }) =>
    `Tạo tài khoản ${who}: ${roles(facts['roles'])}${facts['fromSheet'] ? ' (nhập từ Excel)' : ''}`,
  USER_CHANGED: (of) => `Sửa tài khoản ${of.who}: ${changes(of)}`,
  USER_DEACTIVATED: ({ who }) => `Khóa tài khoản ${who}`,
  USER_REACTIVATED: ({ who }) => `Mở lại tài khoản ${who}`,
  PASSWORD_RESET: ({ who }) => `Đặt lại mật khẩu của ${who}`,
  PASSWORD_CHANGED: ({ who }) => `${who} tự đổi mật khẩu`,
  ACCOUNT_UNLOCKED: ({ who }) => `Mở tạm khóa đăng nhập của ${who}`,
  SESSIONS_ENDED: ({ who, facts }) => `Thu hồi ${String(facts['ended'])} phiên đăng nhập của ${who}`,
  SECOND_FACTOR_ENROLLED: ({ who }) => `${who} tự đăng ký mã xác thực`,
  SECOND_FACTOR_REMOVED: ({ who }) => `${who} tự bỏ mã xác thực`,
  SECOND_FACTOR_RESET: ({ who }) => `Xóa mã xác thực của ${who}`,
  OUTSIDE_IDENTITY_LINKED: ({ who, facts }) => `Gắn ${who} với một người của ${text(facts['issuer'])}`,
  OUTSIDE_IDENTITY_UNLINKED: ({ who }) => `Bỏ gắn ${who} với nhà cung cấp đăng nhập`,
  EMERGENCY_ACCESS_OPENED: ({ who, facts }) =>
    `Mở truy cập khẩn cấp cho ${who}: ${roles(facts['roles'])}, ${String(facts['hours'])} giờ`,
  EMERGENCY_ACCESS_ENDED: ({ who }) => `Kết thúc sớm truy cập khẩn cấp của ${who}`,
  REPORT_FORM_ADDED: ({ facts }) =>
    `Thêm phiên bản biểu ${text(facts['code'])} (${text(facts['formId'])}), hiệu lực từ ${day(facts['validFrom'])}`,
  REPORT_FORM_ENDED: ({ facts }) =>
    `Kết thúc phiên bản biểu ${text(facts['formId'])} sau ngày ${day(facts['lastDay'])}`,
  REMOTE_AREA_ADDED: ({ row, facts }) =>
    `Đưa ${row.unitName ?? 'đơn vị'} (${text(facts['unitCode'])}) vào danh sách từ ${day(facts['from'])}`,
  REMOTE_AREA_ENDED: ({ row, facts }) =>
    `${row.unitName ?? 'Đơn vị'} (${text(facts['unitCode'])}) ra khỏi danh sách sau ngày ${day(facts['lastDay'])}`,
  OPENING_ENTERED: (of) => `Nhập số dư ${period(of)}`,
  OPENING_CHANGED: (of) => `Sửa số dư ${period(of)}`,
  OPENING_RETURNED: (of) => `Trả lại số dư ${period(of)}`,
  ESCALATION_POLICY_SET: ({ facts }) =>
    facts['policy'] === null
      ? `Thôi dùng quy định nội bộ riêng (phiên bản ${String(facts['version'])})`
      : `Đặt quy định nội bộ về nhắc việc, báo cáo lãnh đạo, phiên bản ${String(facts['version'])}`,
  TRAINING_STARTED: () => 'Bật chế độ tập huấn',
  TRAINING_ENDED: () => 'Tắt chế độ tập huấn',
  TRAINING_RESET: () => 'Đưa dữ liệu tập huấn về như lúc bật',
  EFFECT_RETRIED: ({ facts }) => `Cho làm lại: ${effectTitle(text(facts['kind'])).toLowerCase()}`,
  BREACH_NOTED: () => 'Ghi nhận một sự cố có thể lộ dữ liệu cá nhân',
  BREACH_STEP_DONE: ({ facts }) =>
    `Ghi một bước xử lý sự cố lộ dữ liệu: ${facts['applies'] === false ? 'không cần' : 'đã làm'}`,
  RETENTION_RULE_SET: ({ facts }) =>
    `Đặt thời hạn lưu giữ: ${facts['years'] === null ? 'vĩnh viễn' : `${String(facts['years'])} năm`}`,
  RETENTION_PROPOSED: ({ facts }) => `Đề xuất ${String(facts['items'])} hồ sơ hết thời hạn lưu giữ`,
  RETENTION_DECIDED: ({ facts }) =>
    `${facts['state'] === 'approved' ? 'Đồng ý' : 'Không đồng ý'} đề xuất ${String(facts['items'])} hồ sơ; phần mềm không xóa gì`,
  REPORT_ISSUED: (of) => `Phát hành báo cáo ${issued(of)}`,
  REPORT_ADJUSTED: (of) => `Phát hành bản điều chỉnh ${String(of.facts['revision'])}: ${issued(of)}`,
  NATIONAL_PACKAGE_MADE: ({ facts }) => `Lập gói cập nhật Cơ sở dữ liệu quốc gia: ${String(facts['records'])} bản ghi`,
  NATIONAL_RECORDS_TAKEN: ({ facts }) =>
    `Tải ${String(facts['records'])} bản ghi của Cơ sở dữ liệu quốc gia (${text(facts['format']).toUpperCase()})`,
  AXIS_PARTNER_SET: ({ facts, agency }) =>
    `${facts['on'] === true ? 'Gửi' : 'Thôi gửi'} đơn chuyển đến ${agency('agencyId')} qua trục liên thông`,
  AXIS_MESSAGE_REFUSED: () => 'Từ chối tiếp nhận một gói đơn đến qua trục liên thông',
  AXIS_FILE_OPENED: ({ facts }) => `Mở tệp ${String(facts['file'])} trong một gói đơn đến qua trục, chưa vào sổ`,
  OPENING_CONFIRMED: (of) => `Xác nhận và khóa số dư ${period(of)}`,
};

/** An act of administration in a sentence. */
export function sentenceOf(row: JournalRow, agencyName: (id: number) => string): string {
  const who = row.subjectName ? `${row.subjectName} (${row.subjectUsername ?? ''})` : 'tài khoản';
  const agency = (key: string) => agencyName(Number(row.facts[key]));
  const tell = SENTENCES[row.type];
  return tell ? tell({ row, facts: row.facts, who, agency }) : ADMINISTRATIVE_ACTS[row.type];
}
