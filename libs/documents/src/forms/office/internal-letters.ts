import { block, namedForm, openForm } from '../../form.js';
import { addressee, open, receivedOn, register, typed } from '../common/fields.js';
import { SINCE_LTCD } from '../common/law.js';
import { byHead, internalRule } from '../common/signing.js';
import { dueOn, RESOLVE_RULES } from '../common/words.js';

const { para } = block;

/** Asks for an overdue file by its number only: whom it is about may read it too. */
const urgingLetter = openForm({
  ...SINCE_LTCD,
  code: 'URGING.LETTER',
  heading: 'V/v đôn đốc giải quyết vụ việc quá thời hạn',
  title: 'Văn bản đôn đốc (quy định nội bộ)',
  citation: internalRule('đôn đốc'),
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  salutation: '{Nơi được đôn đốc}',
  addressees: ['receivingBody', 'file'],
  fields: [
    typed('Nơi được đôn đốc', 'Phòng Kinh tế xã Tân Thành'),
    register,
    receivedOn,
    typed('Việc quá hạn', 'báo cáo kết quả xác minh', {
      help: 'Chỉ ghi loại việc, không ghi tên người và nội dung đơn.',
    }),
    typed('Ngày hết hạn', '07 tháng 8 năm 2026', { start: (data) => dueOn(data, ...RESOLVE_RULES) }),
    typed('Hạn báo cáo', '14 tháng 8 năm 2026', { help: 'Mục tiêu nội bộ.' }),
  ],
  body: [
    para(
      'Hồ sơ số {Số tiếp nhận}, nhận ngày {Ngày nhận đơn}, đã quá thời hạn đối với việc {Việc quá hạn} (hết hạn ngày {Ngày hết hạn}).',
    ),
    para(
      'Đề nghị {Nơi được đôn đốc} khẩn trương thực hiện, báo cáo nguyên nhân chậm và kết quả về {Tên cơ quan} trước ngày {Hạn báo cáo}./.',
    ),
  ],
  signing: byHead(internalRule('đôn đốc')),
});

/** A courtesy of the agency for a late answer; never about a denunciation, where a letter itself would tell. */
const apologyLetter = namedForm({
  ...SINCE_LTCD,
  code: 'APOLOGY.LETTER',
  heading: 'V/v xin lỗi vì trễ hạn giải quyết',
  title: 'Văn bản xin lỗi vì trễ hạn (quy định nội bộ)',
  citation: internalRule('xin lỗi khi trễ hạn'),
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4', 'A5'],
  salutation: 'Ông (bà) {Người nhận văn bản}',
  addressees: ['petitioner', 'file'],
  neverFor: ['denunciation', 'protection'],
  fields: [
    addressee,
    register,
    receivedOn,
    typed('Việc trễ hạn', 'ban hành quyết định giải quyết'),
    open('Ngày hết hạn giải quyết', (data) => dueOn(data, ...RESOLVE_RULES), '07 tháng 8 năm 2026'),
    typed('Nguyên nhân chậm', 'phải đo đạc lại thửa đất', { long: true }),
    typed('Ngày hẹn trả kết quả', '28 tháng 8 năm 2026'),
  ],
  body: [
    para(
      '{Tên cơ quan} đã nhận đơn của ông (bà) ngày {Ngày nhận đơn}, số tiếp nhận {Số tiếp nhận}. Việc {Việc trễ hạn} có thời hạn đến hết ngày {Ngày hết hạn giải quyết} nhưng đến nay chưa xong vì {Nguyên nhân chậm}.',
    ),
    para('{Tên cơ quan} xin lỗi ông (bà) về sự chậm trễ này và hẹn trả kết quả chậm nhất ngày {Ngày hẹn trả kết quả}.'),
    para('Văn bản này không làm thay đổi thời hạn và các quyền của ông (bà) theo quy định của pháp luật./.'),
  ],
  signing: byHead(internalRule('xin lỗi khi trễ hạn')),
});

export const internalLetters = [urgingLetter, apologyLetter];
