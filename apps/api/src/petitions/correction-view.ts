import type { CorrectionView } from '#libs/intake';
import { iso } from '../http/labels.js';
import type { CorrectionDto } from './correction.dto.js';

const FIELDS: Readonly<Record<string, string>> = {
  titleType: 'Đơn tự ghi là',
  forwarderName: 'Cơ quan chuyển đơn',
  field: 'Lĩnh vực',
  content: 'Nội dung đơn',
  respondent: 'Người bị khiếu nại, bị tố cáo',
  challengedDecision: 'Quyết định bị khiếu nại',
  fullName: 'Họ và tên',
  personalId: 'Số định danh',
  birthDate: 'Ngày sinh',
  sex: 'Giới tính',
  phone: 'Điện thoại',
  address: 'Địa chỉ',
  unitCode: 'Xã, phường',
};
const SEX: Readonly<Record<string, string>> = { male: 'nam', female: 'nữ' };

function labelOf(path: string): string {
  const [group = '', place, name] = path.split('/');
  return name === undefined ? (FIELDS[group] ?? group) : `${FIELDS[name] ?? name} (người thứ ${place})`;
}

export function correctionView({
  eventId,
  correctedAt,
  correctedBy,
  reason,
  fields,
  changes,
}: CorrectionView): CorrectionDto {
  const known = new Map((changes ?? []).map((change) => [change.field, change]));
  const shown = (field: string, value: string | null | undefined): string | null =>
    field.endsWith('/sex') ? (SEX[value ?? ''] ?? null) : (value ?? null);
  return {
    ...{ eventId, correctedBy, reason, sealed: changes === null },
    correctedAt: iso(correctedAt),
    changes: fields.map((field) => ({
      field,
      label: labelOf(field),
      before: shown(field, known.get(field)?.before),
      after: shown(field, known.get(field)?.after),
    })),
  };
}
