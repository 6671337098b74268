import { Workbook } from '@cj-tech-master/excelts';
import { call } from './call.js';

export interface Issued {
  readonly id: number;
  readonly username: string;
  readonly password: string;
}

/** Signs in with a one-time password and changes it, as a new colleague does; answers the token. */
export async function begin(
  url: string,
  { username, password }: Issued,
  own = 'con cò bay lả bay la',
): Promise<string> {
  const first = await call<{ accessToken: string }>(url, 'POST', '/auth/login', { body: { username, password } });
  const token = first.body.accessToken;
  const changed = await call(url, 'POST', '/auth/password', { token, body: { current: password, next: own } });
  if (changed.status !== 204) throw new Error(`${username} could not change the password: ${changed.text}`);
  return token;
}

export const PEOPLE_HEADINGS = ['Tên đăng nhập', 'Họ và tên', 'Chức vụ', 'Mã cơ quan', 'Vai trò'];

/** A workbook as a form, the first row holding the headings. */
export async function sheetBytes(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Tài khoản');
  sheet.addRow(PEOPLE_HEADINGS);
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from((await book.xlsx.writeBuffer()) as unknown as ArrayBuffer);
}
export async function sheetForm(rows: readonly (readonly unknown[])[]): Promise<FormData> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await sheetBytes(rows))]), 'tai-khoan.xlsx');
  return form;
}
