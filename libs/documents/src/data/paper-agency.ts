import type { JsonObject, JsonValue } from '#libs/shared';
import type { PaperAgency } from '../form.js';

export interface AgencyRow {
  readonly name: string;
  readonly shortName: string;
  readonly level: string;
  readonly parentName: string | null;
  /** `settings.paper` of the agency overrides what its name says. */
  readonly settings: JsonObject;
}

const textOf = (value: JsonValue | undefined): string | null => (typeof value === 'string' && value ? value : null);
const isCommittee = ({ name }: AgencyRow): boolean => /^(Ủy|Uỷ) ban nhân dân/u.test(name);

/** "UBND xã Tân Thành" → "Tân Thành"; a department writes the name of its province, which only its settings know. */
const placeOf = ({ shortName }: AgencyRow): string =>
  /(?:^|\s)(?:xã|phường|đặc khu|tỉnh|thành phố)\s+(.+)$/u.exec(shortName)?.[1] ?? '………';

/** "Sở NN&MT" → "SNNMT". */
const initials = (name: string): string =>
  name
    .split(/[\s&]+/u)
    .map((word) => (word === word.toLocaleUpperCase('vi-VN') ? word : word.slice(0, 1).toLocaleUpperCase('vi-VN')))
    .join('');

function headTitleOf(agency: AgencyRow): string {
  if (isCommittee(agency)) return `Chủ tịch ${agency.shortName}`;
  if (/^Sở\s/u.test(agency.name)) return `Giám đốc ${agency.shortName}`;
  return /^Thanh tra(?:\s|$)/u.test(agency.name) ? `Chánh ${agency.name}` : `Trưởng ${agency.name}`;
}

/** How an agency stands on its papers; a people's committee has no superior line (NĐ 30/2020, phụ lục I). */
export function paperAgency(row: AgencyRow): PaperAgency {
  const own = (row.settings['paper'] ?? {}) as JsonObject;
  return {
    name: row.name,
    shortName: row.shortName,
    superior: textOf(own['superior']) ?? (isCommittee(row) ? null : row.parentName),
    place: textOf(own['place']) ?? placeOf(row),
    sign: textOf(own['sign']) ?? (isCommittee(row) ? 'UBND' : initials(row.shortName)),
    headTitle: textOf(own['headTitle']) ?? headTitleOf(row),
  };
}
