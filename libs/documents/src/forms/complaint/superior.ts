import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { complainant, receivedOn, summary, typed } from '../common/fields.js';
import { SINCE_LTCD, SINCE_ND155, UNTIL_ND155 } from '../common/law.js';
import { byHead, byResolver } from '../common/signing.js';

const { para } = block;

/** A complaint that a body below has left undecided: its head is told to decide. Never for denunciations (NĐ154 Đ.15 k2). */
const subordinateOrder = namedForm({
  code: 'SUBORDINATE.ORDER',
  heading: 'V/v yêu cầu giải quyết khiếu nại thuộc thẩm quyền',
  title: 'Văn bản yêu cầu cấp dưới giải quyết khiếu nại',
  citation: cite('LTCD Đ.26 k1b; NĐ154 Đ.15 k2'),
  ...SINCE_LTCD,
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  salutation: '{Cơ quan có trách nhiệm giải quyết}',
  addressees: ['receivingBody', 'petitioner', 'file'],
  fields: [
    typed('Cơ quan có trách nhiệm giải quyết', 'Chủ tịch Ủy ban nhân dân xã Phú Lợi'),
    receivedOn,
    complainant,
    summary,
    typed('Tình trạng giải quyết', 'Đơn được thụ lý ngày 10 tháng 6 năm 2026, đến nay chưa có quyết định giải quyết.', {
      long: true,
    }),
    typed('Hạn báo cáo', '25 tháng 8 năm 2026', { help: 'Mục tiêu của cơ quan yêu cầu; luật không ấn định số ngày.' }),
  ],
  body: [
    para(
      'Ngày {Ngày nhận đơn}, {Tên cơ quan} nhận được đơn khiếu nại của {Người khiếu nại} (nội dung: {Tóm tắt nội dung}). Qua xem xét, việc này thuộc thẩm quyền giải quyết của {Cơ quan có trách nhiệm giải quyết}.',
    ),
    para('{Tình trạng giải quyết}'),
    para(
      'Yêu cầu {Cơ quan có trách nhiệm giải quyết} giải quyết theo đúng quy định của pháp luật về khiếu nại, thông báo cho người khiếu nại và báo cáo kết quả về {Tên cơ quan} trước ngày {Hạn báo cáo}./.',
    ),
  ],
  signing: byResolver(cite('LTCD Đ.26 k1b')),
});

const NEW_REVIEW = {
  validity: SINCE_ND155,
  basis: cite('NĐ124 Đ.38 (NĐ155)'),
  article: 'Điều 38 Nghị định số 124/2020/NĐ-CP (sửa đổi bởi Nghị định số 155/2026/NĐ-CP)',
};
/** Until 30/06/2026 only the Prime Minister could require it; matters found before stay under that text (NĐ155 Đ.22 k2). */
const OLD_REVIEW = {
  validity: UNTIL_ND155,
  basis: cite('NĐ124 Đ.38'),
  article: 'Điều 38 Nghị định số 124/2020/NĐ-CP và yêu cầu của Thủ tướng Chính phủ',
};

/** NĐ124 Đ.38: the head above has a resolution in force looked at again. */
const resolutionReview = (law: typeof NEW_REVIEW) =>
  namedForm({
    code: 'RESOLUTION.REVIEW',
    heading: 'V/v kiểm tra việc giải quyết khiếu nại có dấu hiệu vi phạm pháp luật',
    title: 'Văn bản yêu cầu kiểm tra việc giải quyết khiếu nại có vi phạm pháp luật',
    citation: law.basis,
    ...law.validity,
    letterhead: 'agency',
    numberKind: '',
    sizes: ['A4'],
    salutation: '{Nơi được giao kiểm tra}',
    addressees: ['receivingBody', 'inspectorate', 'file'],
    fields: [
      typed('Nơi được giao kiểm tra', 'Chánh Thanh tra tỉnh Đồng Tâm', {
        help: 'Người có thẩm quyền hoặc thủ trưởng cơ quan trực thuộc được giao kiểm tra (NĐ124 Đ.38).',
      }),
      typed(
        'Quyết định giải quyết được kiểm tra',
        'số 156/QĐ-UBND ngày 14 tháng 8 năm 2026 của Chủ tịch UBND xã Phú Lợi',
      ),
      complainant,
      typed('Dấu hiệu vi phạm pháp luật', 'Không tổ chức đối thoại dù kết quả xác minh và yêu cầu còn khác nhau.', {
        long: true,
        help: 'Vi phạm và thiệt hại đến lợi ích của Nhà nước, quyền và lợi ích hợp pháp của cơ quan, tổ chức, cá nhân.',
      }),
      typed('Nội dung yêu cầu kiểm tra', 'Trình tự, thủ tục và căn cứ giải quyết.', { long: true }),
      typed('Hạn báo cáo', '30 tháng 11 năm 2026', { help: 'Do người yêu cầu ấn định; luật không quy định số ngày.' }),
    ],
    body: [
      para(
        'Qua xem xét việc giải quyết khiếu nại của {Người khiếu nại} tại Quyết định {Quyết định giải quyết được kiểm tra}, {Tên cơ quan} thấy có dấu hiệu vi phạm pháp luật: {Dấu hiệu vi phạm pháp luật}',
      ),
      para(`Căn cứ ${law.article}, đề nghị {Nơi được giao kiểm tra} kiểm tra: {Nội dung yêu cầu kiểm tra}`),
      para('Báo cáo kết quả và kiến nghị xử lý về {Tên cơ quan} trước ngày {Hạn báo cáo} để chỉ đạo giải quyết./.'),
    ],
    signing: byHead(law.basis),
  });

export const superiorPapers = [subordinateOrder, resolutionReview(OLD_REVIEW), resolutionReview(NEW_REVIEW)];
