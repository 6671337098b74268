import { STAGE_TITLES as FIRST_TITLES } from '../stage-names.js';

export const STAGE_TITLES = {
  ...FIRST_TITLES,
  notAccepted: 'Không thụ lý, chờ giao thông báo',
  closedNotAccepted: 'Kết thúc do không thụ lý',
  passedUpUndecided: 'Quá hạn chưa giải quyết, đã chuyển hồ sơ lên cấp giải quyết lần hai',
  settledAbove: 'Kết thúc: đã có quyết định giải quyết lần hai',
} as const;
