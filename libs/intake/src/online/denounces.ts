import { foldText } from '../text/fold.js';

/** Words that tell of a wrong of office whoever did it. */
const WRONG =
  /\b(to cao|to giac|tham nhung|tham o|hoi lo|dut lot|lot tay|phong bi|loi dung chuc (vu|quyen)|lam dung chuc (vu|quyen)|nhung nhieu|sach nhieu|bao ke|an chan|bien thu|vu loi|doi tien|vi pham phap luat)\b/;
/** Words that do so where somebody in office stands beside them. */
const DOUBTFUL = /\b(nhan tien|chiem doat|khai khong|bot xen|lam quyen|o du|gia mao)\b/;
const OFFICE =
  /\b(chu tich|bi thu|(truong|pho) (phong|thon|ap|ban|cong an)|can bo|cong chuc|vien chuc|dia chinh|ke toan|giam doc|hieu truong|cong an|lanh dao)\b/;

/**
 * Whether words sent online tell of a wrong done by somebody in office: such words are taken as information and kept from the
 * office they may be about (Luật Tố cáo 25/2018/QH14 Đ.25). A wrong guess shows a petition to fewer people, never to more.
 */
export function denouncesOnline(...texts: readonly (string | null | undefined)[]): boolean {
  const folded = foldText(texts.filter(Boolean).join('\n'));
  return WRONG.test(folded) || (DOUBTFUL.test(folded) && OFFICE.test(folded));
}
