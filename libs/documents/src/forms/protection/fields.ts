import { MEASURES } from '#workflows/protection';
import { block, type Block, type OpenPaperData } from '../../form.js';
import { named, open, typed, typedNamed } from '../common/fields.js';
import { earlierPaper, petitioner, reached } from '../common/words.js';

/** The denouncer, or the spouse, parent or child for whom it is asked (LTC Đ.47 k1). */
export const protectedPerson = typedNamed('Người được bảo vệ', 'Nguyễn Thị Hòa', {
  help: 'Người tố cáo hoặc vợ, chồng, cha, mẹ, con của người tố cáo (LTC Đ.47 k1).',
  start: (data) => reached(data)?.fullName,
});
export const protectedAddress = typedNamed(
  'Địa chỉ người được bảo vệ',
  'Số 12, đường Trần Phú, ấp Đông, xã Tân Thành',
  {
    start: (data) => petitioner(data)?.address,
  },
);
export const denouncer = named('Người tố cáo', (data) => petitioner(data)?.fullName, 'Nguyễn Thị Hòa');
export const denouncerAddress = named(
  'Địa chỉ người tố cáo',
  (data) => petitioner(data)?.address,
  'Số 12, đường Trần Phú, ấp Đông, xã Tân Thành',
);
export const receiver = named('Người nhận văn bản', (data) => reached(data)?.fullName, 'Nguyễn Thị Hòa');

/** The measures ticked with the act, one to a line of the decision. */
const ticked = (data: OpenPaperData): string | null => {
  const chosen = data.facts['measures'];
  if (!Array.isArray(chosen)) return null;
  const words = MEASURES.filter(({ value }) => chosen.includes(value)).map(
    ({ label, citation }) => `${label} (${citation})`,
  );
  return words.length ? `${words.join('; ')}.` : null;
};
export const measures = typed(
  'Biện pháp bảo vệ',
  'Bảo vệ vị trí công tác, việc làm (LTC Đ.57); giữ bí mật thông tin người tố cáo (LTC Đ.56).',
  { long: true, help: 'Nội dung từng biện pháp và trách nhiệm của nơi thực hiện (LTC Đ.52 k2d).', start: ticked },
);
export const danger = typed('Nguy cơ bị xâm hại', 'bị điều chuyển công việc không có lý do sau ngày tố cáo', {
  long: true,
  help: 'Đang bị xâm hại, nguy cơ bị xâm hại ngay tức khắc, bị trù dập, phân biệt đối xử (LTC Đ.47 k3).',
});
export const protectors = typed('Nơi thực hiện bảo vệ', 'Công an xã Tân Thành; Văn phòng Ủy ban nhân dân xã', {
  help: 'Cơ quan, người thực hiện; chỉ những nơi này được nhận quyết định.',
});
export const decision = open(
  'Quyết định bảo vệ',
  (data) => earlierPaper(data, 'PROTECTION.DECISION'),
  'số 51/QĐ-UBND ngày 16 tháng 7 năm 2026',
);

export const secrecy: Block = block.para(
  'Nơi nhận văn bản này có trách nhiệm giữ bí mật thông tin về người được bảo vệ và việc bảo vệ.',
);
