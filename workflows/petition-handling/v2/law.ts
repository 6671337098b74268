import { cite } from '#libs/procedure';
import { law as before } from '../law.js';

/** Articles of version 2: those of version 1 and what the complete procedure adds. TT05 has not been read in full: mark M. */
export const law = {
  ...before,
  representatives: cite('LTCD Đ.29; NĐ124 Đ.6'),
  groupPapers: cite('LKN Đ.8 k4; NĐ124 Đ.6, Đ.16 k1'),
  guideOneOfMany: cite('TT05 Đ.9 k1 (chưa đối chiếu)', 'M'),
  originalsReceipt: cite('NĐ154 Đ.15 k2'),
  originals: cite('TT05 Đ.10 (chưa đối chiếu)', 'M'),
  subordinate: cite('LTCD Đ.26 k1b; NĐ154 Đ.15 k2'),
  review: cite('NĐ124 Đ.38 (NĐ155)'),
  stay: cite('LKN Đ.35'),
  resolvedBefore: cite('LTCD Đ.26 k1c'),
  outside: cite('LTCD Đ.26 k1b; TT05 (chưa đối chiếu)', 'M'),
  reportComplex: cite('LTCD Đ.18 k3, Đ.30 k2'),
  archive: cite('TT05 Đ.28'),
  secondInstance: cite('LKN Đ.7 k1, Đ.33'),
  disciplinary: cite('LKN Đ.47, 49'),
  refusedInFile: cite('LKN Đ.11, Đ.27'),
  notBack: cite('TT05 Đ.6 k2b, Đ.8'),
  forwarderAnswer: cite('LTC Đ.26 k2'),
  receptionAnswer: cite('LTCD Đ.28 k1'),
  forwardedLeaves: cite('LTCD Đ.26 k1b (L136); TT05 Đ.8 k2 (chưa đối chiếu)', 'M'),
  secrecy: cite('LTC Đ.56; NĐ154 Đ.12 k2'),
  duplicate: cite('TT05 Đ.6 k2b'),
};
