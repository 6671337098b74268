import { cite } from '#libs/procedure';
import { block, openForm } from '../../form.js';
import { ground } from '../common/blocks.js';
import { issuer, typed } from '../common/fields.js';
import { SINCE_LTC } from '../common/law.js';
import { byResolver } from '../common/signing.js';
import { allegation, bearers, conclusionPaper, denounced, powers, proposer } from './fields.js';
import { decisionHead, underBothLaws } from './law.js';

const { para, article } = block;

/** A right of the wrongly denounced, not a courtesy (LTC Đ.10 k1e). */
const apology = openForm({
  ...SINCE_LTC,
  code: 'TC.APOLOGY',
  heading: 'V/v xin lỗi, cải chính công khai đối với người bị tố cáo không đúng sự thật',
  title: 'Văn bản xin lỗi, cải chính đối với người bị tố cáo sai',
  citation: cite('LTC Đ.10 k1e, Đ.36 k1a'),
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  salutation: '{Người được xin lỗi}',
  addressees: ['denounced', 'managingBody', 'citizens', 'file'],
  fields: [
    typed('Người được xin lỗi', 'Ông Trần Văn Minh', { help: 'Người bị tố cáo không đúng sự thật.' }),
    denounced,
    conclusionPaper,
    allegation,
    typed('Thiệt hại đã gây ra', 'đã tạm dừng phân công nhiệm vụ từ ngày 20 tháng 7 năm 2026', {
      long: true,
      optional: true,
      help: 'Quyền, lợi ích, danh dự bị xâm phạm do việc giải quyết tố cáo gây ra.',
    }),
    typed('Hình thức cải chính', 'đọc văn bản này tại cuộc họp cơ quan và niêm yết tại trụ sở', {
      help: 'Cuộc họp, niêm yết, cổng thông tin hoặc nơi khác; không ghi người tố cáo.',
    }),
  ],
  body: [
    para(
      'Tại Kết luận nội dung tố cáo {Kết luận nội dung tố cáo}, {Tên cơ quan} kết luận việc tố cáo {Người bị tố cáo} về nội dung: {Nội dung tố cáo} là không đúng sự thật.',
    ),
    block.section('Thiệt hại đã gây ra', [
      para('Trong quá trình giải quyết, {Người bị tố cáo} {Thiệt hại đã gây ra}.'),
    ]),
    para(
      '{Tên cơ quan} xin lỗi {Người bị tố cáo} và cải chính công khai: {Người bị tố cáo} không có hành vi vi phạm pháp luật nêu trên.',
    ),
    para('Việc xin lỗi, cải chính được thực hiện bằng hình thức: {Hình thức cải chính}./.'),
  ],
  signing: byResolver(cite('LTC Đ.10 k1e, Đ.36 k1a')),
});

const rightsRestored = underBothLaws((law) =>
  openForm({
    ...law.validity,
    code: 'TC.RIGHTS.RESTORED',
    heading: 'QUYẾT ĐỊNH\nKhôi phục quyền, lợi ích hợp pháp của người bị tố cáo',
    title: 'Quyết định khôi phục quyền, lợi ích của người bị tố cáo',
    citation: cite('LTC Đ.10 k1e, Đ.36 k1a'),
    letterhead: 'agency',
    numberKind: 'QĐ',
    sizes: ['A4'],
    addressees: ['denounced', 'managingBody', 'file'],
    fields: [
      issuer,
      powers,
      proposer,
      conclusionPaper,
      denounced,
      typed(
        'Quyền, lợi ích được khôi phục',
        'Phân công lại nhiệm vụ cũ; truy lĩnh phụ cấp từ ngày 20 tháng 7 năm 2026.',
        {
          long: true,
          help: 'Từng quyền, lợi ích bị xâm phạm do tố cáo không đúng sự thật và cách khôi phục.',
        },
      ),
      typed('Ngày có hiệu lực', '17 tháng 8 năm 2026'),
      bearers,
    ],
    body: [
      ...decisionHead(law, { law: 'Điều 36' }, [ground('Căn cứ Kết luận nội dung tố cáo {Kết luận nội dung tố cáo};')]),
      article(
        'Điều 1.',
        'Khôi phục quyền, lợi ích hợp pháp của {Người bị tố cáo}, gồm: {Quyền, lợi ích được khôi phục}',
      ),
      article('Điều 2.', 'Quyết định này có hiệu lực từ ngày {Ngày có hiệu lực}.'),
      article(
        'Điều 3.',
        '{Người chịu trách nhiệm thi hành}, {Người bị tố cáo} và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ],
    signing: byResolver(cite('LTC Đ.36 k1a')),
  }),
);

export const wrongedPapers = [apology, ...rightsRestored];
