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

/** Ủy ban nhân dân xã Tân Thành → Xã Tân Thành: names beside bars. */
export function placeOf(agency: string): string {
  const place = agency.replace(/^(Ủy ban nhân dân|UBND)\s+/iu, '');
  return place.charAt(0).toUpperCase() + place.slice(1);
}
