import type { LocalDate } from '#libs/shared';
import type { Capacity, FormDefinition, PaperAgency } from '../form.js';

/** Who signs, as the paper says it. */
export interface Signer {
  readonly fullName: string;
  readonly capacity: Capacity;
  /** Own position: Chủ tịch, Phó Chủ tịch, Chánh Văn phòng. */
  readonly position: string;
}

export const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
export const DOTS = '…………………';

/** NĐ 30/2020: days below 10 and the first two months carry a leading zero. */
export function dateLine(day: LocalDate | null): string {
  if (!day) return 'ngày …… tháng …… năm ………';
  const month = Number(day.slice(5, 7));
  return `ngày ${day.slice(8, 10)} tháng ${month <= 2 ? day.slice(5, 7) : month} năm ${day.slice(0, 4)}`;
}

/** Letters after the number: TB-UBND; an official letter names the agency alone. */
export const numberSuffix = (form: Pick<FormDefinition, 'numberKind'>, agency: Pick<PaperAgency, 'sign'>): string =>
  [form.numberKind, agency.sign].filter(Boolean).join('-');

export const draftNumber = (form: Pick<FormDefinition, 'numberKind'>, agency: PaperAgency): string =>
  `……/${numberSuffix(form, agency)}`;

/** "Chủ tịch UBND xã Tân Thành" → "Chủ tịch". */
export const headPosition = (agency: Pick<PaperAgency, 'headTitle' | 'name' | 'shortName'>): string =>
  agency.headTitle
    .replace(agency.name, '')
    .replace(agency.shortName, '')
    .replace(/\s+(UBND|Ủy ban|Uỷ ban|Sở|xã|phường|đặc khu|tỉnh|thành phố)(\s.*)?$/u, '')
    .trim();

/** "Ủy ban nhân dân xã Tân Thành" → "Ủy ban nhân dân": whom a signer stands for. */
const bodyName = (agency: PaperAgency): string =>
  agency.name.replace(/\s+(xã|phường|đặc khu|tỉnh|thành phố)(\s.*)?$/u, '');

const HANDS: Partial<Record<FormDefinition['signing']['by'], string>> = {
  teamLeader: 'Trưởng đoàn (Tổ trưởng)',
  verifier: 'Người xác minh',
  receiver: 'Người tiếp nhận',
  petitioner: 'Người viết đơn',
};

/** A people's committee stands on two lines: ỦY BAN NHÂN DÂN / XÃ TÂN THÀNH. */
export const issuerLines = (name: string): string =>
  name.replace(/^((?:Ủy|Uỷ) ban nhân dân)\s+(?=(?:xã|phường|đặc khu|tỉnh|thành phố)(?:\s|$))/u, '$1\n');

/** What stands above the signature, in capitals: `KT. CHỦ TỊCH` / `PHÓ CHỦ TỊCH`. */
export function signatureLines(form: FormDefinition, agency: PaperAgency, signer: Signer | null): readonly string[] {
  const head = headPosition(agency);
  const capacity = signer?.capacity ?? form.signing.capacities[0] ?? 'self';
  const position = HANDS[form.signing.by] ?? signer?.position ?? (['KT', 'TL', 'TUQ'].includes(capacity) ? '' : head);
  const lines: Record<Capacity, readonly string[]> = {
    self: [position],
    TM: [`TM. ${form.signing.by === 'teamLeader' ? 'Đoàn (Tổ) xác minh' : bodyName(agency)}`, position],
    KT: [`KT. ${head}`, position],
    TL: [`TL. ${head}`, position],
    TUQ: [`TUQ. ${head}`, position],
    Q: [`Q. ${position}`],
  };
  return lines[capacity].filter(Boolean).map((line) => line.toLocaleUpperCase('vi-VN'));
}
