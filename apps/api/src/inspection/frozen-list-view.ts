import type { InspectionList } from '#libs/reporting';
import { iso } from '../http/labels.js';
import type { InspectionFrozenListDto } from './inspection.dto.js';

export const listDto = ({ address, frozenAt, ...list }: InspectionList): InspectionFrozenListDto => ({
  ...list,
  ...{ knownAt: address.knownAt, frozenAt: iso(frozenAt) },
  filters: address.of === 'measure' ? [...(address.filters ?? [])] : [],
});
