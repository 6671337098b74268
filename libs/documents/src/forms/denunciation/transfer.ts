import { cite } from '#libs/procedure';
import { block, openForm } from '../../form.js';
import { receivedOn, register, typed } from '../common/fields.js';
import { SINCE_LTC, SINCE_TT05 } from '../common/law.js';
import { byHead } from '../common/signing.js';
import { earlierPaper } from '../common/words.js';
import { allegation, denounced } from './fields.js';

const { para, section } = block;

/** One copy goes to the denouncer as the notice of LTC Đ.24 k2; the petition travels sealed, so the slip names nobody. */
const transferSlip = openForm({
  ...SINCE_TT05,
  code: 'TT05.03',
  heading: 'PHIẾU CHUYỂN ĐƠN TỐ CÁO',
  title: 'Phiếu chuyển đơn tố cáo',
  citation: cite('LTC Đ.24 k2; LTCD Đ.26 k1b; TT05 Mẫu số 03', 'M'),
  letterhead: 'agency',
  numberKind: 'PC',
  sizes: ['A4', 'A5'],
  salutation: '{Nơi tiếp nhận}',
  addressees: ['receivingBody', 'denouncer', 'file'],
  fields: [
    typed('Nơi tiếp nhận', 'Chủ tịch Ủy ban nhân dân xã Phú Lợi', { start: (data) => data.texts['receivingBody'] }),
    receivedOn,
    register,
    denounced,
    allegation,
    typed('Số tờ kèm theo', '08'),
  ],
  body: [
    para(
      'Ngày {Ngày nhận đơn}, {Tên cơ quan} nhận được đơn tố cáo (số tiếp nhận {Số tiếp nhận}) đối với {Người bị tố cáo}.',
    ),
    para('Nội dung tố cáo: {Nội dung tố cáo}.'),
    para(
      'Qua xem xét, tố cáo không thuộc thẩm quyền giải quyết của {Tên cơ quan}. Căn cứ khoản 2 Điều 24 Luật Tố cáo, {Tên cơ quan} chuyển đơn và tài liệu kèm theo ({Số tờ kèm theo} tờ, trong bì niêm phong) đến {Nơi tiếp nhận} để giải quyết theo quy định của pháp luật.',
    ),
    para('Đề nghị {Nơi tiếp nhận} thông báo kết quả cho người tố cáo và bảo đảm bí mật thông tin về người tố cáo./.'),
  ],
  signing: byHead(cite('LTC Đ.24 k2')),
});

/** To the press, a deputy or a body that passed it on: what became of it, never who denounced. */
const forwardResult = openForm({
  ...SINCE_LTC,
  code: 'TC.FORWARD.RESULT',
  heading: 'THÔNG BÁO\nKết quả xử lý tố cáo do cơ quan, tổ chức, cá nhân chuyển đến',
  title: 'Thông báo kết quả xử lý tố cáo do nơi khác chuyển đến',
  citation: cite('LTC Đ.26 k2; NĐ31 Đ.20 k3'),
  letterhead: 'agency',
  numberKind: 'TB',
  sizes: ['A4'],
  salutation: '{Nơi đã chuyển tố cáo}',
  addressees: ['forwarder', 'file'],
  fields: [
    typed('Nơi đã chuyển tố cáo', 'Báo Đồng Tâm', {
      help: 'Cơ quan báo chí, cơ quan, tổ chức, cá nhân đã chuyển đến.',
    }),
    typed('Văn bản chuyển', 'số 77/PC-BĐT ngày 01 tháng 7 năm 2026', { optional: true }),
    receivedOn,
    denounced,
    typed('Kết quả xử lý tố cáo', 'đã thụ lý giải quyết tại Quyết định số 45/QĐ-UBND ngày 13 tháng 7 năm 2026', {
      long: true,
      help: 'Thụ lý, không thụ lý, chuyển nơi có thẩm quyền, kết luận hoặc đưa vào thanh tra, kiểm tra. Không ghi người tố cáo.',
      start: (data) => {
        const conclusion = earlierPaper(data, 'ND31.12');
        if (conclusion) return `đã giải quyết, ban hành Kết luận nội dung tố cáo ${conclusion}`;
        const acceptance = earlierPaper(data, 'ND31.04');
        return acceptance && `đã thụ lý giải quyết tại Quyết định ${acceptance}`;
      },
    }),
  ],
  body: [
    section(
      'Văn bản chuyển',
      [
        para(
          'Ngày {Ngày nhận đơn}, {Tên cơ quan} nhận được tố cáo đối với {Người bị tố cáo} do {Nơi đã chuyển tố cáo} chuyển đến tại Văn bản {Văn bản chuyển}.',
        ),
      ],
      [
        para(
          'Ngày {Ngày nhận đơn}, {Tên cơ quan} nhận được tố cáo đối với {Người bị tố cáo} do {Nơi đã chuyển tố cáo} chuyển đến.',
        ),
      ],
    ),
    para('{Tên cơ quan} thông báo kết quả xử lý: {Kết quả xử lý tố cáo}./.'),
  ],
  signing: byHead(cite('LTC Đ.26 k2; NĐ31 Đ.20 k3')),
});

export const transferPapers = [transferSlip, forwardResult];
