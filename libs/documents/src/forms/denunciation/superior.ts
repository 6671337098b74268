import { TAKE_OVER_GROUNDS } from '#workflows/denunciation';
import { cite } from '#libs/procedure';
import { block, namedForm, openForm } from '../../form.js';
import { typed } from '../common/fields.js';
import { SINCE_LTC } from '../common/law.js';
import { byResolver } from '../common/signing.js';
import { chosen } from '../common/words.js';
import { acceptance, allegationNamed, denounced, denouncedOn, denouncerReached } from './fields.js';
import { SINCE_ND31 } from './law.js';

const { para, section } = block;

const letter = { letterhead: 'agency', numberKind: '', sizes: ['A4'] } as const;
const below = typed('Người giải quyết tố cáo ở cấp dưới', 'Chủ tịch Ủy ban nhân dân xã Phú Lợi');
const acceptanceBelow = typed('Quyết định thụ lý của cấp dưới', 'số 31/QĐ-UBND ngày 01 tháng 6 năm 2026', {
  help: 'Số, ngày; chưa thụ lý thì ghi "chưa có quyết định thụ lý".',
});
const expired = typed('Ngày hết hạn giải quyết', '01 tháng 7 năm 2026');

/** LTC Đ.38 k2: how it was handled, why it is late, whose duty it was. */
const lateRequest = openForm({
  ...SINCE_LTC,
  ...letter,
  code: 'TC.LATE.REQUEST',
  heading: 'V/v yêu cầu báo cáo về việc chậm giải quyết tố cáo',
  title: 'Văn bản yêu cầu báo cáo về việc chậm giải quyết tố cáo',
  citation: cite('LTC Đ.38 k2'),
  salutation: '{Người giải quyết tố cáo ở cấp dưới}',
  addressees: ['receivingBody', 'file'],
  fields: [below, denounced, acceptanceBelow, expired],
  body: [
    para(
      'Việc tố cáo đối với {Người bị tố cáo} (quyết định thụ lý: {Quyết định thụ lý của cấp dưới}) đã hết thời hạn giải quyết ngày {Ngày hết hạn giải quyết} mà chưa được giải quyết.',
    ),
    para(
      'Căn cứ khoản 2, khoản 3 Điều 38 Luật Tố cáo, yêu cầu {Người giải quyết tố cáo ở cấp dưới} trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản này báo cáo quá trình giải quyết tố cáo, lý do của việc chậm giải quyết và trách nhiệm giải quyết tố cáo.',
    ),
    para('Việc tố cáo phải được tiếp tục giải quyết; kết quả báo cáo về {Tên cơ quan}./.'),
  ],
  signing: byResolver(cite('LTC Đ.38 k2')),
});

const lateReport = openForm({
  ...SINCE_LTC,
  code: 'TC.LATE.REPORT',
  heading: 'BÁO CÁO\nVề việc chậm giải quyết tố cáo',
  title: 'Báo cáo về việc chậm giải quyết tố cáo',
  citation: cite('LTC Đ.38 k2, k3'),
  letterhead: 'agency',
  numberKind: 'BC',
  sizes: ['A4'],
  salutation: '{Người đứng đầu cơ quan cấp trên}',
  addressees: ['superior', 'file'],
  fields: [
    typed('Người đứng đầu cơ quan cấp trên', 'Chủ tịch Ủy ban nhân dân tỉnh Đồng Tâm'),
    typed('Văn bản yêu cầu', 'số 318/UBND ngày 06 tháng 8 năm 2026'),
    denounced,
    acceptance,
    typed('Quá trình giải quyết', 'Đã thành lập Tổ xác minh, làm việc với 05 người, đang chờ kết quả giám định.', {
      long: true,
    }),
    typed('Lý do chậm', 'Phải trưng cầu giám định chữ viết, kết quả gửi về ngày 05 tháng 8 năm 2026.', { long: true }),
    typed('Trách nhiệm', 'Trách nhiệm thuộc Tổ trưởng Tổ xác minh do chậm báo cáo.', { long: true }),
    typed('Ngày dự kiến kết luận', '20 tháng 8 năm 2026'),
  ],
  body: [
    para(
      'Thực hiện yêu cầu tại Văn bản {Văn bản yêu cầu}, {Tên cơ quan} báo cáo về việc giải quyết tố cáo đối với {Người bị tố cáo} (Quyết định thụ lý {Quyết định thụ lý}) như sau:',
    ),
    para('1. Quá trình giải quyết: {Quá trình giải quyết}'),
    para('2. Lý do chậm: {Lý do chậm}'),
    para('3. Trách nhiệm: {Trách nhiệm}'),
    para('4. Dự kiến ban hành kết luận ngày {Ngày dự kiến kết luận}; kết quả sẽ được báo cáo ngay khi có./.'),
  ],
  signing: byResolver(cite('LTC Đ.38 k3')),
});

/** LTC Đ.38 k4; a letter of the superior, never a courtesy of the late body. */
const lateReply = namedForm({
  ...SINCE_LTC,
  code: 'TC.LATE.REPLY',
  heading: 'THÔNG BÁO\nVề việc xem xét, giải quyết tố cáo quá thời hạn',
  title: 'Thông báo cho người tố cáo về việc chậm giải quyết',
  citation: cite('LTC Đ.38 k4'),
  letterhead: 'agency',
  numberKind: 'TB',
  sizes: ['A4', 'A5'],
  salutation: 'Ông (bà) {Người nhận văn bản}',
  addressees: ['denouncer', 'file'],
  fields: [
    denouncerReached,
    denouncedOn,
    allegationNamed,
    below,
    typed(
      'Kết quả xem xét',
      'Việc chậm do phải trưng cầu giám định; đã yêu cầu kết luận trước ngày 20 tháng 8 năm 2026.',
      {
        long: true,
        help: 'Theo báo cáo của cấp dưới: đang giải quyết đến đâu, vì sao chậm, đã yêu cầu gì.',
      },
    ),
  ],
  body: [
    para(
      'Ngày {Ngày tố cáo}, {Tên cơ quan} nhận được tố cáo tiếp của ông (bà) về việc {Người giải quyết tố cáo ở cấp dưới} quá thời hạn chưa giải quyết tố cáo có nội dung: {Nội dung tố cáo}.',
    ),
    para('{Tên cơ quan} đã xem xét và thông báo: {Kết quả xem xét}'),
    para(
      '{Tên cơ quan} theo dõi, đôn đốc việc giải quyết tố cáo và xử lý theo thẩm quyền người không giải quyết đúng thời hạn./.',
    ),
  ],
  signing: byResolver(cite('LTC Đ.38 k4')),
});

const takeover = openForm({
  ...SINCE_ND31,
  ...letter,
  code: 'TC.TAKEOVER',
  heading: 'V/v yêu cầu chấm dứt giải quyết tố cáo và chuyển hồ sơ vụ việc',
  title: 'Văn bản yêu cầu chấm dứt giải quyết, chuyển hồ sơ lên cấp trên',
  citation: cite('LTC Đ.38 k5; NĐ31 Đ.5'),
  salutation: '{Người giải quyết tố cáo ở cấp dưới}',
  addressees: ['receivingBody', 'file'],
  fields: [
    below,
    denounced,
    acceptanceBelow,
    typed(
      'Căn cứ lấy vụ việc lên giải quyết',
      'Người bị tố cáo là người thân thích của người giải quyết (NĐ31 Đ.5 k2a)',
      {
        long: true,
        start: (data) => chosen(TAKE_OVER_GROUNDS, data.facts['ground']),
      },
    ),
    typed('Hạn chuyển hồ sơ', '14 tháng 8 năm 2026', {
      help: 'Ngày cấp trên yêu cầu; luật không ấn định số ngày.',
    }),
    typed('Nơi nhận hồ sơ', 'Thanh tra tỉnh Đồng Tâm'),
  ],
  body: [
    para(
      'Qua xem xét việc giải quyết tố cáo đối với {Người bị tố cáo} (quyết định thụ lý: {Quyết định thụ lý của cấp dưới}), {Tên cơ quan} thấy có căn cứ phải lấy vụ việc lên giải quyết: {Căn cứ lấy vụ việc lên giải quyết}.',
    ),
    para(
      'Yêu cầu {Người giải quyết tố cáo ở cấp dưới} chấm dứt việc giải quyết tố cáo, bàn giao toàn bộ hồ sơ, tài liệu về {Nơi nhận hồ sơ} trước ngày {Hạn chuyển hồ sơ}. Thông tin về người tố cáo để trong bì niêm phong riêng, giao theo chế độ mật./.',
    ),
  ],
  signing: byResolver(cite('LTC Đ.38 k5; NĐ31 Đ.5 k3')),
});

/** LTC Đ.37 k2a: in writing, with reasons. */
const renewedReply = namedForm({
  ...SINCE_LTC,
  code: 'TC.RENEWED.REPLY',
  heading: 'THÔNG BÁO\nVề việc không giải quyết lại vụ việc tố cáo',
  title: 'Thông báo không giải quyết lại vụ việc tố cáo',
  citation: cite('LTC Đ.37 k2a'),
  letterhead: 'agency',
  numberKind: 'TB',
  sizes: ['A4', 'A5'],
  salutation: 'Ông (bà) {Người nhận văn bản}',
  addressees: ['denouncer', 'file'],
  fields: [
    denouncerReached,
    denouncedOn,
    allegationNamed,
    typed('Người đã giải quyết tố cáo', 'Chủ tịch Ủy ban nhân dân xã Phú Lợi'),
    typed('Kết luận trước đó', 'Kết luận số 05/KL-UBND ngày 10 tháng 6 năm 2026'),
    typed('Lý do không giải quyết lại', 'Đã xác minh đủ nội dung, kết luận có căn cứ, áp dụng đúng pháp luật.', {
      long: true,
      start: (data) => data.texts['reasons'],
    }),
    typed('Thông tin mới đã xem xét', 'Không có thông tin, tài liệu mới.', { long: true, optional: true }),
  ],
  body: [
    para('Ngày {Ngày tố cáo}, {Tên cơ quan} nhận được tố cáo tiếp của ông (bà) về việc: {Nội dung tố cáo}.'),
    para(
      'Vụ việc đã được {Người đã giải quyết tố cáo} giải quyết tại {Kết luận trước đó}. {Tên cơ quan} đã xem xét hồ sơ giải quyết vụ việc.',
    ),
    section('Thông tin mới đã xem xét', [para('Thông tin, tài liệu mới: {Thông tin mới đã xem xét}')]),
    para(
      'Việc giải quyết tố cáo trước đó là đúng quy định của pháp luật, {Tên cơ quan} không giải quyết lại vụ việc. Lý do: {Lý do không giải quyết lại}',
    ),
    para('Vậy thông báo để ông (bà) biết./.'),
  ],
  signing: byResolver(cite('LTC Đ.37 k2a')),
});

export const superiorPapers = [lateRequest, lateReport, lateReply, takeover, renewedReply];
