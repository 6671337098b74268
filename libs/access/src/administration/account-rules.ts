import { randomInt } from 'node:crypto';
import { isGuessable } from '../passwords/guessable.js';

export const USERNAME_PATTERN = /^[a-z0-9][a-z0-9._-]{2,39}$/;
/** Internal rule of the product. */
export const PASSWORD_MIN = 10;

/** Null where the text can be a sign-in name. */
export const usernameFault = (username: string): string | null =>
  USERNAME_PATTERN.test(username)
    ? null
    : 'Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, chữ số, dấu chấm, gạch ngang; bắt đầu bằng chữ hoặc số.';

/** Null where the account may take this password: long enough, and no guess from what is known `about` the person and the place. */
export function passwordFault(password: string, username: string, about: readonly string[] = []): string | null {
  if ([...password].length < PASSWORD_MIN)
    return `Mật khẩu phải có ít nhất ${PASSWORD_MIN} ký tự (quy định nội bộ); một câu ngắn dễ nhớ là tốt nhất.`;
  if (password.toLowerCase().includes(username.toLowerCase())) return 'Mật khẩu không được chứa tên đăng nhập.';
  if (new Set(password).size < 5) return 'Mật khẩu lặp quá ít ký tự khác nhau; hãy chọn mật khẩu khó đoán hơn.';
  if (isGuessable(password, [username, ...about]))
    return 'Mật khẩu này dễ đoán: ghép từ từ thông dụng, tên người, tên cơ quan, ngày sinh, số điện thoại hoặc dãy phím. Hãy dùng một câu ngắn của riêng bạn.';
  return null;
}

/** No letters that look like others on paper. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password for one sign-in, to be read out or handed over on paper: three groups of four, about 59 bits. */
export function oneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return [group(), group(), group()].join('-');
}
