import { cite } from '#libs/procedure';

/** Articles feedback stands on. LTCD: Luật Tiếp công dân; NĐ20: Nghị định 20/2008/NĐ-CP as amended; LKN: Luật Khiếu nại. */
export const law = {
  receive: cite('LTCD Đ.26 k2'),
  own: cite('LTCD Đ.26 k2a'),
  others: cite('LTCD Đ.26 k2b'),
  receptionAnswer: cite('LTCD Đ.28 k1'),
  answer: cite('LTCD Đ.26 k2a'),
  secrecy: cite('NĐ154 Đ.12 k2'),
  online: cite('QĐ 574/QĐ-TTg 2017 (chưa đối chiếu)', 'M'),
  regulation: cite('NĐ20/2008 Đ.5–7'),
  regulationForward: cite('NĐ20/2008 Đ.9'),
  regulationHandling: cite('NĐ20/2008 Đ.14, Đ.15'),
  regulationPublication: cite('NĐ20/2008 Đ.19'),
  recommendation: cite('LKN Đ.66 k1; LTCD Đ.26 k2'),
  frontAnswer: cite('LKN Đ.66 k2'),
  mediation: cite('LKN Đ.5 k3'),
  land: cite('Luật Đất đai 2024 (chưa đối chiếu)', 'M'),
  withdraw: cite('Quy định nội bộ; luật không có điều về rút kiến nghị, phản ánh', 'M'),
  officer: cite('LTCD Đ.27 k1'),
};
