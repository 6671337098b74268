import { AppError } from '#libs/shared';
import { SIGN_IN_LIMITS } from './sign-in-limits.js';

const refuse = (status: number, code: string, title: string, detail: string): AppError =>
  new AppError({ status, code, title, detail });
export const wrongPair = (): AppError =>
  refuse(
    401,
    'AUTH.WRONG_CREDENTIALS',
    'Chưa đăng nhập được',
    'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi thử lại.',
  );
export const wrongCurrent = (): AppError =>
  refuse(422, 'AUTH.CURRENT_PASSWORD', 'Chưa đổi được mật khẩu', 'Mật khẩu đang dùng không đúng. Hãy nhập lại.');
export const locked = (): AppError =>
  refuse(
    423,
    'AUTH.LOCKED',
    'Tài khoản đang tạm khóa',
    `Đã nhập sai mật khẩu ${SIGN_IN_LIMITS.lockAfter} lần. Hãy đợi ${SIGN_IN_LIMITS.lockMinutes} phút hoặc nhờ quản trị mở khóa.`,
  );
export const tooMany = (): AppError =>
  refuse(429, 'AUTH.TOO_MANY_ATTEMPTS', 'Thử đăng nhập quá nhiều lần', 'Hãy đợi một phút rồi thử lại.');
export const demoRefused = (): AppError =>
  refuse(
    403,
    'AUTH.DEMO_REFUSED',
    'Không dùng được tài khoản dùng thử',
    'Hệ thống đang vận hành thật. Hãy dùng tài khoản do quản trị của cơ quan cấp.',
  );
export const weakPassword = (fault: string): AppError =>
  refuse(422, 'AUTH.PASSWORD_WEAK', 'Chưa đổi được mật khẩu', fault);
export const wrongAgain = (): AppError =>
  refuse(422, 'AUTH.CURRENT_PASSWORD', 'Chưa xác nhận được', 'Mật khẩu đang dùng không đúng. Hãy nhập lại.');
export const codeRequired = (): AppError =>
  refuse(
    401,
    'AUTH.CODE_REQUIRED',
    'Nhập mã xác thực',
    'Tài khoản này dùng thêm mã xác thực. Hãy nhập mã 6 số trên điện thoại, hoặc một mã dự phòng trên giấy.',
  );
export const wrongCode = (): AppError =>
  refuse(
    401,
    'AUTH.WRONG_CODE',
    'Mã xác thực không đúng',
    'Mã không đúng, đã dùng rồi hoặc đã quá hạn. Hãy đợi mã mới trên điện thoại rồi nhập lại.',
  );
export const enrolInside = (): AppError =>
  refuse(
    403,
    'AUTH.ENROL_INSIDE',
    'Chưa đăng nhập được từ ngoài mạng cơ quan',
    'Từ ngoài mạng cơ quan cần mã xác thực. Hãy đăng nhập một lần tại cơ quan và đăng ký mã ở mục “Bảo mật tài khoản”.',
  );
export const notLinked = (): AppError =>
  refuse(
    403,
    'AUTH.NOT_LINKED',
    'Chưa có tài khoản gắn với người này',
    'Nhà cung cấp đã xác nhận bạn là ai, nhưng chưa tài khoản nào ở đây được quản trị gắn với bạn. Hãy nhờ quản trị của cơ quan.',
  );
export const providerTooWeak = (): AppError =>
  refuse(
    403,
    'AUTH.PROVIDER_WEAK',
    'Cần xác thực hai yếu tố',
    'Tài khoản này cần xác thực hai yếu tố mà nhà cung cấp không cho biết đã thực hiện. Hãy đăng nhập bằng mật khẩu và mã xác thực.',
  );
