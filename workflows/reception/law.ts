import { cite } from '#libs/procedure';

/** Articles citizen reception stands on. LTCD: Luật Tiếp công dân 42/2013/QH13; L136: Luật 136/2025/QH15; NĐ154: Nghị định 154/2026/NĐ-CP. */
export const law = {
  duty: cite('LTCD Đ.18 k2'),
  desk: cite('LTCD Đ.8, Đ.25'),
  unscheduled: cite('LTCD Đ.18 k3'),
  schedule: cite('LTCD Đ.24 k2c'),
  posting: cite('LTCD Đ.24 k4'),
  content: cite('LTCD Đ.24 k2'),
  portal: cite('LTCD Đ.24 k2; NĐ154 Đ.29 k1d'),
  postpone: cite('LTCD Đ.24 k4'),
  online: cite('LTCD Đ.3a (L136, từ 01/07/2026); NĐ154 Đ.16'),
  onlineTechnical: cite('NĐ154 Đ.18'),
  onlineCase: cite('NĐ154 Đ.20'),
  onlineSecrecy: cite('NĐ154 Đ.20 k4'),
  onlinePublished: cite('NĐ154 Đ.19 k3; LTCD Đ.24'),
  onlineNotice: cite('NĐ154 Đ.23 k1'),
  onlineTest: cite('NĐ154 Đ.23 k1'),
  onlineConnect: cite('NĐ154 Đ.23 k1'),
  onlineRecording: cite('NĐ154 Đ.24 k1'),
  onlinePlace: cite('NĐ154 Đ.19 k2'),
  receive: cite('LTCD Đ.18 k2, k4; NĐ154 Đ.25 k1'),
  register: cite('LTCD Đ.25 k2; NĐ154 Đ.27 k1'),
  answer: cite('LTCD Đ.18 k4; NĐ154 Đ.25 k3'),
  conclusion: cite('NĐ154 Đ.25 k2'),
  followUp: cite('NĐ154 Đ.25 k1, k2'),
  // Đối thoại định kỳ với Nhân dân: văn bản gốc chưa đối chiếu.
  dialogue: cite('Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15', 'M'),
};
