import { cite } from '#libs/procedure';
import { block, openForm } from '../../form.js';
import { typed } from '../common/fields.js';
import { dayInWords } from '../common/words.js';
import { SINCE_ND31 } from './law.js';

const { para } = block;

/** NĐ 31 Mẫu số 09: others than the denouncer get it, so it names none (Đ.15 k2). */
export const examinationOrder = openForm({
  ...SINCE_ND31,
  code: 'ND31.09',
  heading: 'V/v trưng cầu giám định',
  title: 'Trưng cầu giám định (Mẫu số 09)',
  formNumber: 'Mẫu số 09',
  citation: cite('NĐ31 Đ.15 k1, k2 (NĐ156 Đ.2), Mẫu số 09'),
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  salutation: '{Tổ chức giám định}',
  addressees: ['expert', 'denouncer', 'team', 'related', 'file'],
  fields: [
    typed('Tổ chức giám định', 'Phòng Kỹ thuật hình sự, Công an tỉnh Đồng Tâm'),
    typed('Đối tượng và nội dung giám định', 'Chữ viết, chữ ký trên 03 phiếu thu ngày 12 tháng 5 năm 2026', {
      long: true,
      help: 'Thông tin, tài liệu, bằng chứng gửi giám định và nội dung cần giám định; không gửi bút tích của người tố cáo.',
    }),
    typed('Hạn gửi kết quả', '10 tháng 8 năm 2026', { start: (data) => dayInWords(data.facts['resultDueOn']) }),
    typed('Người bàn giao', 'Phạm Văn Đức, Phó Chánh Văn phòng, Tổ trưởng', {
      start: (data) => {
        const leader = data.team[0];
        return leader && [leader.fullName, leader.title].filter(Boolean).join(', ');
      },
    }),
  ],
  body: [
    para(
      'Để có cơ sở cho việc kết luận nội dung tố cáo bảo đảm chính xác, khách quan, {Tên cơ quan} trưng cầu giám định các thông tin, tài liệu, bằng chứng sau đây: {Đối tượng và nội dung giám định}.',
    ),
    para(
      'Vậy đề nghị {Tổ chức giám định} tiến hành giám định và gửi kết quả cho {Tên cơ quan} trước ngày {Hạn gửi kết quả}.',
    ),
    para(
      '{Tên cơ quan} cử ông (bà) {Người bàn giao}, là thành viên Đoàn (Tổ) xác minh tố cáo, trực tiếp bàn giao các tài liệu, bằng chứng và nhận kết quả giám định./.',
    ),
  ],
  // The resolver, or the verifying body where the resolver let it decide.
  signing: { by: 'head', capacities: ['self', 'KT'], seal: 'agency', basis: cite('NĐ31 Đ.15 k1 (NĐ156 Đ.2)') },
});
