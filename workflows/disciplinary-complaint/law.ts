import { cite } from '#libs/procedure';
import { law as complaint } from '../complaint/v2/law.js';

/** Luật Khiếu nại, chapter IV, and what of the general rules and of NĐ124 speaks of these complaints too. */
export const law = {
  ...complaint,
  form: cite('LKN Đ.47, 49'),
  timebar: cite('LKN Đ.48, Đ.11 k6'),
  accept: cite('LKN Đ.50 (L136); NĐ124 Đ.16'),
  notAcceptable: cite('LKN Đ.11, 50; NĐ124 Đ.16'),
  notice: cite('LKN Đ.50; NĐ124 Đ.16 k2'),
  limit: cite('LKN Đ.50'),
  resolver: cite('LKN Đ.51'),
  review: cite('LKN Đ.52 k1; NĐ124 Đ.17'),
  verify: cite('LKN Đ.52 k2, Đ.55 k2; NĐ124 Đ.18'),
  report: cite('LKN Đ.52 k2, Đ.55 k2; NĐ124 Đ.27'),
  council: cite('LKN Đ.52; NĐ124 Đ.17 k3'),
  issuerReport: cite('LKN Đ.55 k1'),
  dialogue: cite('LKN Đ.53, Đ.55 k3, k4'),
  decide: cite('LKN Đ.54, 56; NĐ124 Đ.29 k1b'),
  send: cite('LKN Đ.54 k2, Đ.56 k2; NĐ124 Đ.29 k2b'),
  sendCentral: cite('LKN Đ.56 k2; NĐ124 Đ.29 k2b'),
  effective: cite('LKN Đ.57 k1'),
  enforce: cite('LKN Đ.57 k2, Đ.58; NĐ124 Đ.31'),
  announce: cite('LKN Đ.58 k1'),
  appeal: cite('LKN Đ.48, Đ.51 k2'),
  // The ranks named there are of before the reorganisation of 2025.
  court: cite('LKN Đ.57 k3', 'M'),
};
