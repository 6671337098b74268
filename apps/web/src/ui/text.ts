/** Lower case without diacritics, `đ` → `d`: how a search forgives typing. */
export const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().replaceAll(/\s+/g, ' ').trim();

const integer = new Intl.NumberFormat('vi-VN');
export const count = (n: number): string => integer.format(n);
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kb = bytes / 1024;
  return kb < 1024 ? `${integer.format(Math.round(kb))} KB` : `${integer.format(Math.round(kb / 102.4) / 10)} MB`;
}

/** Ủy ban nhân dân xã Tân Thành → UBND xã Tân Thành: narrow columns. */
export const shortAgency = (name: string): string => name.replace(/^Ủy ban nhân dân\s+/iu, 'UBND ');

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Ủy ban nhân dân xã Tân Thành → Xã Tân Thành: names beside bars. */
export const placeOf = (agency: string): string => capital(agency.replace(/^(Ủy ban nhân dân|UBND)\s+/iu, ''));

/** A choice that may be taken back: the library itself would name the button in English. */
export const CLEARS = { label: 'Bỏ chọn' } as const;
