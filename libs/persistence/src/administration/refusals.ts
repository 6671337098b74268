import { AppError } from '#libs/shared';

interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}
const no = (status: number, title: string, detail: string): Refusal => ({ status, title, detail });
const AGENCY = 'Không ghi được thay đổi của cơ quan';
const ACCOUNT = 'Không ghi được thay đổi của tài khoản';
const EMERGENCY = 'Không mở được truy cập khẩn cấp';
const REPORT_FORM = 'Không ghi được phiên bản biểu mẫu';
const REMOTE = 'Không ghi được địa bàn';

/** What the functions of the database refuse with, in an administrator's words. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  'ADMIN.NOT_ADMINISTRATOR': no(403, 'Vai trò của bạn không được làm việc này', 'Việc này dành cho: quản trị.'),
  'ADMIN.OUT_OF_SCOPE': no(
    404,
    'Không tìm thấy',
    'Không có mục này, hoặc mục này nằm ngoài phạm vi quản trị của bạn (cơ quan của bạn và đơn vị bên dưới).',
  ),
  'REPORT_FORM.TAKEN': no(409, REPORT_FORM, 'Đã có biểu mang mã này; phiên bản mới cần một mã mới.'),
  'REPORT_FORM.NOT_OPEN': no(
    409,
    REPORT_FORM,
    'Không có phiên bản này, hoặc nó đã kết thúc trước ngày ấy, hoặc chưa bắt đầu vào ngày ấy.',
  ),
  'AGENCY.CLOSED': no(409, AGENCY, 'Cơ quan này đã kết thúc hoạt động.'),
  'AGENCY.SUCCESSOR_CLOSED': no(409, AGENCY, 'Cơ quan kế thừa đã kết thúc hoạt động.'),
  'AGENCY.SUCCESSOR_BELOW': no(
    409,
    AGENCY,
    'Cơ quan kế thừa không thể là chính cơ quan kết thúc hoặc đơn vị bên dưới.',
  ),
  'AGENCY.DAY_AHEAD': no(
    409,
    AGENCY,
    'Ngày hoạt động cuối cùng phải trước hôm nay: ghi khi việc sáp nhập đã có hiệu lực.',
  ),
  'AGENCY.CODE_TAKEN': no(409, AGENCY, 'Đã có cơ quan mang mã này; mã của cơ quan đã kết thúc cũng không dùng lại.'),
  'FACTOR.ENROLLED': no(
    409,
    'Đã có mã xác thực',
    'Tài khoản đã đăng ký mã xác thực. Hãy bỏ mã đang dùng trước khi đăng ký mã mới.',
  ),
  'FACTOR.NOT_BEGUN': no(409, 'Chưa bắt đầu đăng ký mã xác thực', 'Hãy bắt đầu lại từ bước quét mã QR.'),
  'OUTSIDE.TAKEN': no(409, ACCOUNT, 'Người này của nhà cung cấp đã gắn với một tài khoản khác.'),
  'EMERGENCY.NOT_YOURS': no(
    403,
    'Vai trò của bạn không được làm việc này',
    'Truy cập khẩn cấp do quản trị hoặc chủ tịch UBND cấp tỉnh mở.',
  ),
  'EMERGENCY.NOBODY': no(422, EMERGENCY, 'Người được mở phải là tài khoản đang làm việc của đúng cơ quan ấy.'),
  'EMERGENCY.OWN': no(422, EMERGENCY, 'Không ai tự mở truy cập khẩn cấp cho mình.'),
  'EMERGENCY.WITNESS': no(
    422,
    EMERGENCY,
    'Người thứ hai được báo phải là lãnh đạo, thanh tra hoặc quản trị khác trong tỉnh, không phải người mở hay người được mở.',
  ),
  'EMERGENCY.RUNNING': no(409, EMERGENCY, 'Tài khoản này đang được mở đúng vai trò ấy rồi.'),
  'EMERGENCY.NOT_RUNNING': no(404, EMERGENCY, 'Lần mở này không có, đã hết giờ hoặc đã kết thúc.'),
  'USER.NAME_TAKEN': no(409, ACCOUNT, 'Đã có tài khoản mang tên đăng nhập này; hãy đặt tên khác.'),
  'USER.OWN_ROLES': no(409, ACCOUNT, 'Không ai tự đổi vai trò hoặc cơ quan của mình; hãy nhờ một người quản trị khác.'),
  'USER.OWN_ACCOUNT': no(
    409,
    ACCOUNT,
    'Không ai tự khóa tài khoản hoặc tự đặt lại mật khẩu của mình ở đây; đổi mật khẩu của mình ở mục “Đổi mật khẩu”.',
  ),
  'USER.LAST_ADMINISTRATOR': no(
    409,
    ACCOUNT,
    'Đây là người quản trị cuối cùng của cơ quan cấp tỉnh; hãy giao vai trò quản trị cho người khác trước.',
  ),
  'REMOTE.UNIT_UNKNOWN': no(409, REMOTE, 'Đơn vị hành chính này không có vào ngày bắt đầu.'),
  'REMOTE.OVERLAP': no(409, REMOTE, 'Đơn vị này đã có trong danh sách vào những ngày đó; hãy kết thúc dòng cũ trước.'),
  'REMOTE.NOT_OPEN': no(
    409,
    REMOTE,
    'Dòng này đã kết thúc, hoặc ngày cuối cùng trước ngày bắt đầu; hãy tải lại danh sách.',
  ),
  'POLICY.CHANGED_SINCE': no(
    409,
    'Quy định nội bộ vừa được người khác thay đổi',
    'Hãy tải lại, xem phiên bản mới rồi đặt lại.',
  ),
  'POLICY.NONE': no(
    409,
    'Không có quy định riêng để thôi dùng',
    'Cơ quan này đang theo quy định của tỉnh hoặc giá trị có sẵn.',
  ),
  'OPENING.LOCKED': no(
    409,
    'Số dư đầu kỳ đã khóa',
    'Số liệu đã được xác nhận nên không sửa được; hãy lập bản đính chính kèm lý do.',
  ),
};

/** The refusal in words where the database refused; anything else is thrown as it came. */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Error ? error.message : '';
    const refusal = REFUSALS[code];
    if (refusal === undefined) throw error;
    throw new AppError({ code, ...refusal });
  }
}
