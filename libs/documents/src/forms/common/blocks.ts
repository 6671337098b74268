import { block, type Block } from '../../form.js';

const { para } = block;

/** One line of the text, not indented: "Địa chỉ: …". */
export const line = (text: string): Block => para(text, { indent: false, align: 'left' });
export const title = (text: string): Block => para(text, { bold: true, indent: false, align: 'left' });
export const centred = (text: string): Block => para(text, { bold: true, align: 'center' });
export const remark = (text: string): Block => para(text, { italic: true });
/** A ground among the first lines of a decision. */
export const ground = (text: string): Block => para(text, { italic: true });

/** "Số căn cước … ngày cấp … nơi cấp …". */
export const identityLine = (label: string): Block =>
  line(`${label}: {Số giấy tờ tùy thân}, ngày cấp {Ngày cấp giấy tờ}, nơi cấp {Nơi cấp giấy tờ}.`);

export const opening = para('Vào hồi {Giờ bắt đầu}, ngày {Ngày làm việc}, tại {Địa điểm}.');
export const ending = (copies: string): readonly Block[] => [
  para('Buổi làm việc kết thúc vào hồi {Giờ kết thúc}, ngày {Ngày làm việc}.'),
  para(copies),
];
