import type { PersonValues } from './petition-form.js';

/** What an identity card says of its holder, as the form keeps it. */
export interface Card {
  readonly personalId: string;
  readonly fullName: string;
  readonly birth: string;
  readonly sex?: PersonValues['sex'];
  readonly address: string;
}
export type CardReading = { readonly card: Card } | { readonly fault: string };

const again = 'Quét lại, giữ thẻ thẳng và yên cho tới khi máy quét kêu.';
const fault = (what: string): CardReading => ({ fault: `${what} ${again}` });

/** 30041961 → 30/04/1961; null when it is no day. */
function birthOf(packed: string): string | null {
  const [, dd = '', mm = '', yyyy = ''] = /^(\d{2})(\d{2})(\d{4})$/.exec(packed) ?? [];
  const day = new Date(`${yyyy}-${mm}-${dd}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== `${yyyy}-${mm}-${dd}`) return null;
  return `${dd}/${mm}/${yyyy}`;
}

/**
 * The text in the QR code of an identity card: number | old number | name | day of birth | sex | address | day of issue.
 * Newer cards say more behind it. The name stays letter for letter.
 */
export function readCard(text: string): CardReading {
  const fields = text.split('|').map((field) => field.normalize('NFC').trim());
  const [personalId = '', oldId = '', fullName = '', packed = '', sex = '', address = '', issued = ''] = fields;
  if (/^https?:/i.test(text))
    return fault('Mã vừa quét là một địa chỉ trang mạng, không phải mã QR trên thẻ căn cước.');
  if (!/^\d{12}$/.test(personalId))
    return fault(
      'Mã vừa quét không bắt đầu bằng số định danh 12 chữ số: bị mất phần đầu hoặc không phải thẻ căn cước.',
    );
  if (fields.length < 7) return fault(`Mới quét được ${fields.length} trong 7 mục của thẻ căn cước.`);
  if (oldId !== '' && !/^\d{9}(\d{3})?$/.test(oldId))
    return fault('Số chứng minh nhân dân cũ trong mã không đọc được.');
  if (fullName === '' || /[\d?\uFFFD]/.test(fullName))
    return fault('Họ tên trong mã không đọc được: đặt máy quét sang kiểu chữ Unicode.');
  const birth = birthOf(packed);
  if (birth === null) return fault('Ngày sinh trong mã không đọc được.');
  if (birthOf(issued) === null) return fault('Mã bị đứt ở cuối: không thấy ngày cấp thẻ.');
  const known = sex === 'Nam' ? 'male' : sex === 'Nữ' ? 'female' : undefined;
  return { card: { personalId, fullName, birth, address, ...(known ? { sex: known } : {}) } };
}
