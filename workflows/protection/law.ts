import { cite } from '#libs/procedure';

/** Articles this procedure stands on. LTC: Luật Tố cáo 25/2018/QH14; L136: Luật 136/2025/QH15. */
export const law = {
  who: cite('LTC Đ.47, 48'),
  request: cite('LTC Đ.50 k1, k2'),
  oral: cite('LTC Đ.50 k3'),
  urgent: cite('LTC Đ.50 k3; NĐ31 Đ.7 k2'),
  consider: cite('LTC Đ.51 k1; NĐ31 Đ.7 k1'),
  competence: cite('LTC Đ.49'),
  ask: cite('LTC Đ.49 k1, Đ.51 k2; NĐ31 Đ.8'),
  police: cite('TT 145/2020/TT-BCA (vụ việc tham nhũng, lãng phí)', 'V2'),
  decide: cite('LTC Đ.52; NĐ31 Đ.7 k1'),
  refuse: cite('LTC Đ.51 k3'),
  carryOut: cite('LTC Đ.52 k4, Đ.53'),
  employer: cite('LTC Đ.57; TT 03/2020/TT-BNV; TT 08/2020/TT-BLĐTBXH'),
  change: cite('LTC Đ.54 k1'),
  end: cite('LTC Đ.54 k2'),
  endResolved: cite('LTC Đ.54 k2a'),
  endDecided: cite('LTC Đ.54 k2b'),
  endBreach: cite('LTC Đ.54 k2c (L136, từ 01/07/2026); Đ.48 k2a, k2b'),
  decline: cite('LTC Đ.48 k1d'),
  file: cite('LTC Đ.55'),
  access: cite('LTC Đ.53 k1; Đ.48 k2b'),
  resolver: cite('LTC Đ.49 k1, Đ.52 k1'),
};
