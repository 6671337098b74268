import { localDate } from '#libs/shared';

/** NĐ154/2026 and its forms. */
export const SINCE_ND154 = { validFrom: localDate('2026-07-01'), validTo: null };
export const UNTIL_ND154 = { validFrom: localDate('2014-07-01'), validTo: localDate('2026-06-30') };
