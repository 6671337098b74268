import { roleTitle } from '#libs/access';
import type { SetupState } from '#libs/persistence';
import type { LocalDate, Role } from '#libs/shared';
import type { SetupItemDto } from './setup.dto.js';

/** What the checklist is computed from: rows of the database, settings of the process, the calendar in force. */
export interface SetupFacts {
  readonly state: SetupState;
  readonly mode: 'demo' | 'production';
  readonly today: LocalDate;
  readonly masterKeyOutside: boolean;
  readonly gateways: { readonly mail: boolean; readonly sms: boolean };
  readonly calendarKnownTo: LocalDate;
}

type State = SetupItemDto['state'];
const NEEDED: readonly Role[] = ['receptionist', 'caseOfficer', 'identityCustodian', 'inspector', 'administrator'];
const BACKUP_DAYS = 2;
const DRILL_DAYS = 90;

const item = (
  key: string,
  group: string,
  title: string,
  rest: Omit<SetupItemDto, 'key' | 'group' | 'title'>,
): SetupItemDto => ({
  ...{ key, group, title },
  ...rest,
});
const when = (done: boolean, otherwise: State = 'todo'): State => (done ? 'done' : otherwise);
const names = (list: readonly string[]): string =>
  list.length <= 4 ? list.join(', ') : `${list.slice(0, 4).join(', ')} và ${list.length - 4} nơi khác`;

/** Việc cần làm khi bắt đầu, each told from what is there: nothing here is a box that somebody ticks. */
export function setupItems(facts: SetupFacts): SetupItemDto[] {
  return [...agencyItems(facts), ...peopleItems(facts), ...dataItems(facts), ...machineItems(facts)];
}

function agencyItems({ state, today, calendarKnownTo }: SetupFacts): SetupItemDto[] {
  const nextYear = Number(today.slice(0, 4)) + 1;
  const knowsNext = calendarKnownTo >= `${nextYear}-12-31`;
  const knowsThis = calendarKnownTo >= `${nextYear - 1}-12-31`;
  return [
    item('agencies', 'Cơ quan', 'Cây cơ quan có đủ xã, phường', {
      state: when(state.communes > 0),
      detail: `Có ${state.agencies} cơ quan đang hoạt động, ${state.communes} ở cấp xã.`,
      ...{ link: '/quan-tri/co-quan', howTo: null },
    }),
    item('units', 'Cơ quan', 'Cơ quan gắn với đơn vị hành chính', {
      state: when(state.withoutUnit === 0, 'warning'),
      detail:
        state.withoutUnit === 0
          ? 'Mọi cơ quan cấp tỉnh, cấp xã đã gắn đơn vị hành chính.'
          : `${state.withoutUnit} cơ quan chưa gắn; khi chưa gắn, hệ thống không tự nhận ra địa bàn từ địa chỉ.`,
      ...{ link: '/quan-tri/co-quan', howTo: null },
    }),
    item('calendar', 'Cơ quan', `Lịch làm việc năm ${nextYear - 1} và ${nextYear}`, {
      state: knowsNext ? 'done' : knowsThis ? 'warning' : 'todo',
      detail: knowsNext
        ? `Lịch nghỉ đã có đến hết năm ${nextYear}.`
        : `Lịch nghỉ mới có đến ${day(calendarKnownTo)}; thời hạn kéo qua ngày đó sẽ được tính lại khi công bố.`,
      ...{ link: '/lich-lam-viec', howTo: null },
    }),
  ];
}

function peopleItems({ state, mode }: SetupFacts): SetupItemDto[] {
  const lacking = NEEDED.filter((role) => !state.roles[role]);
  const link = '/quan-tri/tai-khoan';
  return [
    item('roles', 'Người dùng', 'Mỗi vai trò có người', {
      state: when(lacking.length === 0),
      detail:
        lacking.length === 0 ? 'Đủ người cho các vai trò.' : `Chưa có ai là: ${lacking.map(roleTitle).join('; ')}.`,
      ...{ link, howTo: null },
    }),
    item('receptionists', 'Người dùng', 'Nơi nào cũng có người tiếp nhận', {
      state: when(state.withoutReceptionist.length === 0),
      detail:
        state.withoutReceptionist.length === 0
          ? 'Cơ quan cấp tỉnh, cấp xã nào cũng có người tiếp nhận.'
          : `Chưa có người tiếp nhận: ${names(state.withoutReceptionist)}.`,
      ...{ link, howTo: null },
    }),
    item('heads', 'Người dùng', 'Nơi nào cũng có người đứng đầu', {
      state: when(state.withoutHead.length === 0),
      detail:
        state.withoutHead.length === 0
          ? 'Cơ quan cấp tỉnh, cấp xã nào cũng có chủ tịch.'
          : `Chưa có chủ tịch: ${names(state.withoutHead)}.`,
      ...{ link, howTo: null },
    }),
    item('secondAdministrator', 'Người dùng', 'Có người quản trị thứ hai', {
      state: when((state.roles.administrator ?? 0) > 1, 'warning'),
      detail:
        (state.roles.administrator ?? 0) > 1
          ? `Có ${state.roles.administrator ?? 0} người quản trị.`
          : 'Chỉ có một người quản trị; khi người ấy vắng hoặc quên mật khẩu thì không ai đặt lại được.',
      ...{ link, howTo: null },
    }),
    ...(mode === 'production'
      ? [
          item('demoAccounts', 'Người dùng', 'Không còn tài khoản dùng thử', {
            state: when(state.demoAccounts === 0),
            detail:
              state.demoAccounts === 0
                ? 'Không có tài khoản dùng thử.'
                : `Còn ${state.demoAccounts} tài khoản dùng thử; hệ thống đã từ chối đăng nhập, hãy khóa chúng.`,
            ...{ link, howTo: null },
          }),
        ]
      : []),
    item('passwords', 'Người dùng', 'Mọi người đã đổi mật khẩu dùng một lần', {
      state: when(state.waitingPasswords === 0, 'warning'),
      detail:
        state.waitingPasswords === 0
          ? 'Không ai còn giữ mật khẩu dùng một lần.'
          : `${state.waitingPasswords} người chưa đăng nhập lần đầu để đổi mật khẩu.`,
      ...{ link: `${link}?state=waiting`, howTo: null },
    }),
  ];
}

function dataItems({ state }: SetupFacts): SetupItemDto[] {
  const expected = state.communes + 1;
  return [
    item('opening', 'Số liệu', 'Số dư đầu kỳ đã nhập và xác nhận', {
      state: when(state.openingConfirmed >= expected),
      detail:
        `${state.openingConfirmed}/${expected} cơ quan đã có số dư được xác nhận` +
        (state.openingPending > 0 ? `; ${state.openingPending} bản đang chờ.` : '.'),
      ...{ link: '/quan-tri/so-du-dau-ky', howTo: null },
    }),
    item('remoteAreas', 'Số liệu', 'Danh sách địa bàn vùng sâu, vùng xa, đi lại khó khăn', {
      state: when(state.remoteAreas > 0, 'warning'),
      detail:
        state.remoteAreas > 0
          ? `Có ${state.remoteAreas} địa bàn trong danh sách.`
          : 'Danh sách đang trống; nếu tỉnh có địa bàn như vậy thì thời hạn giải quyết khiếu nại ở đó dài hơn.',
      ...{ link: '/quan-tri/dia-ban', howTo: null },
    }),
  ];
}

function machineItems({ state, mode, masterKeyOutside, gateways, today }: SetupFacts): SetupItemDto[] {
  const backupAge = state.lastBackupAt === null ? null : daysSince(state.lastBackupAt, today);
  const drillAge = state.lastDrillAt === null ? null : daysSince(state.lastDrillAt, today);
  return [
    item('masterKey', 'Máy chủ', 'Khóa chính cất ngoài cơ sở dữ liệu', {
      state: when(masterKeyOutside, mode === 'demo' ? 'warning' : 'todo'),
      detail: masterKeyOutside
        ? 'Khóa chính được đưa vào từ bên ngoài. Hãy giữ một bản trong két: mất khóa là mất danh tính người tố cáo.'
        : 'Bản dùng thử tự tạo khóa và để cạnh dữ liệu; vận hành thật phải đưa khóa từ bên ngoài.',
      ...{ link: null, howTo: 'Đặt biến môi trường NGHE_DAN_MASTER_KEY (32 byte).' },
    }),
    item('mail', 'Máy chủ', 'Cổng gửi thư điện tử', {
      state: when(gateways.mail, 'warning'),
      detail: gateways.mail
        ? 'Thư báo được gửi qua máy chủ thư.'
        : `Chưa có máy chủ thư: thư chỉ ghi ra tệp${state.unsentMessages > 0 ? `, ${state.unsentMessages} thư chưa gửi` : ''}.`,
      ...{ link: null, howTo: 'Đặt NGHE_DAN_SMTP_URL và NGHE_DAN_MAIL_FROM.' },
    }),
    item('sms', 'Máy chủ', 'Cổng tin nhắn', {
      state: when(gateways.sms, 'warning'),
      detail: gateways.sms ? 'Tin nhắn được gửi qua cổng SMS.' : 'Chưa có cổng SMS: tin nhắn chỉ ghi ra tệp.',
      ...{ link: null, howTo: 'Đặt NGHE_DAN_SMS_URL.' },
    }),
    item('backup', 'Máy chủ', 'Sao lưu gần đây', {
      state: backupAge === null ? 'todo' : when(backupAge <= BACKUP_DAYS),
      detail:
        backupAge === null
          ? 'Chưa có bản sao lưu nào được ghi nhận.'
          : `Bản sao lưu gần nhất cách đây ${backupAge} ngày (mục tiêu nội bộ: không quá ${BACKUP_DAYS} ngày).`,
      ...{
        link: '/tinh-trang-he-thong',
        howTo: 'Chạy mỗi ngày: npm run -s cli -- backup THƯ-MỤC, thư mục ở đĩa khác.',
      },
    }),
    item('drill', 'Máy chủ', 'Diễn tập khôi phục', {
      state: drillAge === null ? 'warning' : when(drillAge <= DRILL_DAYS, 'warning'),
      detail:
        drillAge === null
          ? 'Chưa diễn tập lần nào: chưa ai biết bản sao lưu có dùng được không.'
          : `Lần diễn tập đạt gần nhất cách đây ${drillAge} ngày (mục tiêu nội bộ: không quá ${DRILL_DAYS} ngày).`,
      ...{ link: '/tinh-trang-he-thong', howTo: 'Chạy: npm run -s cli -- backup drill THƯ-MỤC.' },
    }),
  ];
}

const day = (date: string): string => `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
const daysSince = (at: Date, today: LocalDate): number =>
  Math.max(0, Math.floor((Date.parse(`${today}T23:59:59+07:00`) - at.getTime()) / 86_400_000));
