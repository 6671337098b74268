import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { line } from '../common/blocks.js';
import { typed, typedNamed } from '../common/fields.js';
import { SINCE_LTC } from '../common/law.js';
import { byPetitioner, byResolver } from '../common/signing.js';
import { SINCE_ND31 } from '../denunciation/law.js';
import {
  danger,
  denouncer,
  denouncerAddress,
  measures,
  protectedAddress,
  protectedPerson,
  receiver,
  secrecy,
} from './fields.js';

const { para, signatures } = block;

/** Written by the denouncer; LTC Đ.50 k2 lists what it must hold. */
const application = namedForm({
  ...SINCE_LTC,
  code: 'PROTECTION.APPLICATION',
  heading: 'VĂN BẢN ĐỀ NGHỊ\nÁp dụng biện pháp bảo vệ',
  title: 'Văn bản đề nghị áp dụng biện pháp bảo vệ của người tố cáo',
  citation: cite('LTC Đ.50 k1, k2'),
  letterhead: 'nation',
  sizes: ['A4'],
  salutation: '{Người giải quyết tố cáo}',
  addressees: ['file'],
  byCitizen: true,
  fields: [
    typed('Người giải quyết tố cáo', 'Chủ tịch Ủy ban nhân dân xã Tân Thành', {
      start: (data) => data.agency.headTitle,
    }),
    denouncer,
    denouncerAddress,
    protectedPerson,
    protectedAddress,
    typedNamed('Lý do đề nghị', 'Sau khi tố cáo, tôi bị điều chuyển công việc không có lý do.', {
      long: true,
      optional: true,
    }),
    typed('Nội dung đề nghị', 'Bảo vệ vị trí công tác, việc làm; giữ bí mật thông tin.', {
      long: true,
      optional: true,
    }),
  ],
  body: [
    line('Tên tôi là: {Người tố cáo}'),
    line('Địa chỉ: {Địa chỉ người tố cáo}'),
    line('Người cần được bảo vệ: {Người được bảo vệ}'),
    line('Địa chỉ người cần được bảo vệ: {Địa chỉ người được bảo vệ}'),
    para('Lý do đề nghị: {Lý do đề nghị}', { indent: false }),
    para('Nội dung đề nghị: {Nội dung đề nghị}', { indent: false }),
    signatures({ title: ' ' }, { title: 'NGƯỜI ĐỀ NGHỊ', note: '(Chữ ký hoặc điểm chỉ)', name: '{Người tố cáo}' }),
  ],
  signing: byPetitioner(cite('LTC Đ.50 k2d')),
});

/** The resolver to whoever is competent (LTC Đ.49 k1, Đ.51 k1). */
const request = namedForm({
  ...SINCE_ND31,
  code: 'PROTECTION.REQUEST',
  heading: 'V/v đề nghị, yêu cầu áp dụng biện pháp bảo vệ',
  title: 'Văn bản đề nghị, yêu cầu áp dụng biện pháp bảo vệ',
  citation: cite('LTC Đ.49 k1, Đ.51 k1, k2; NĐ31 Đ.8'),
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  salutation: '{Nơi có thẩm quyền bảo vệ}',
  addressees: ['receivingBody', 'file'],
  fields: [
    typed('Nơi có thẩm quyền bảo vệ', 'Công an tỉnh Đồng Tâm', {
      help: 'Công an; cơ quan quản lý cán bộ, công chức, lao động; cơ quan khác (LTC Đ.49 k3, k4, k5).',
    }),
    protectedPerson,
    protectedAddress,
    danger,
    measures,
    typed('Thời điểm cần bảo vệ', 'ngay khi nhận được văn bản này', { start: () => 'ngay khi nhận được văn bản này' }),
    typed('Đầu mối liên hệ', 'Phạm Văn Đức, Phó Chánh Văn phòng'),
  ],
  body: [
    para(
      '{Tên cơ quan} đang giải quyết một vụ việc tố cáo và thấy có căn cứ phải bảo vệ ông (bà) {Người được bảo vệ}, địa chỉ: {Địa chỉ người được bảo vệ}.',
    ),
    para('Căn cứ: {Nguy cơ bị xâm hại}.'),
    para('Đề nghị {Nơi có thẩm quyền bảo vệ} xem xét, quyết định áp dụng: {Biện pháp bảo vệ}'),
    para('Thời điểm bắt đầu: {Thời điểm cần bảo vệ}. Đầu mối phối hợp: {Đầu mối liên hệ}.'),
    para(
      'Trường hợp không áp dụng, đề nghị thông báo bằng văn bản, nêu rõ lý do để {Tên cơ quan} giải thích cho người đề nghị.',
    ),
    secrecy,
  ],
  signing: byResolver(cite('LTC Đ.49 k1, Đ.51 k1')),
});

/** To whoever employs the protected person (LTC Đ.57). */
const employer = namedForm({
  ...SINCE_LTC,
  code: 'PROTECTION.EMPLOYER',
  heading: 'V/v yêu cầu bảo vệ vị trí công tác, việc làm',
  title: 'Văn bản yêu cầu bảo vệ vị trí công tác, việc làm',
  citation: cite('LTC Đ.49 k4, Đ.57; TT 03/2020/TT-BNV; TT 08/2020/TT-BLĐTBXH'),
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  salutation: '{Nơi sử dụng lao động}',
  addressees: ['employer', 'file'],
  fields: [
    typed('Nơi sử dụng lao động', 'Giám đốc Trung tâm Y tế khu vực Tân Thành', {
      help: 'Nơi do chính người bị tố cáo đứng đầu: gửi cơ quan quản lý cấp trên.',
    }),
    protectedPerson,
    danger,
    typed('Yêu cầu đối với nơi sử dụng lao động', 'Dừng việc điều chuyển; khôi phục vị trí việc làm và thu nhập.', {
      long: true,
      help: 'Công chức, viên chức: LTC Đ.57 k1; hợp đồng lao động: LTC Đ.57 k2.',
    }),
    typed('Hạn báo cáo kết quả', '24 tháng 7 năm 2026', {
      help: 'Ngày cơ quan yêu cầu; luật không ấn định số ngày.',
    }),
  ],
  body: [
    para(
      'Căn cứ Điều 57 Luật Tố cáo, {Tên cơ quan} yêu cầu {Nơi sử dụng lao động} bảo vệ vị trí công tác, việc làm của ông (bà) {Người được bảo vệ}.',
    ),
    para('Lý do: {Nguy cơ bị xâm hại}.'),
    para('Nội dung yêu cầu: {Yêu cầu đối với nơi sử dụng lao động}'),
    para(
      'Kết quả, hoặc lý do không thực hiện được, xin báo cáo bằng văn bản về {Tên cơ quan} trước ngày {Hạn báo cáo kết quả} (khoản 2 Điều 53 Luật Tố cáo).',
    ),
    secrecy,
  ],
  signing: byResolver(cite('LTC Đ.49 k1, Đ.57')),
});

/** With reasons, to the denouncer; where a body refused, the resolver explains it (LTC Đ.51 k3). */
const refusal = namedForm({
  ...SINCE_LTC,
  code: 'PROTECTION.REFUSAL',
  heading: 'THÔNG BÁO\nVề việc không áp dụng biện pháp bảo vệ',
  title: 'Thông báo không áp dụng biện pháp bảo vệ',
  citation: cite('LTC Đ.51 k3'),
  letterhead: 'agency',
  numberKind: 'TB',
  sizes: ['A4', 'A5'],
  salutation: 'Ông (bà) {Người nhận văn bản}',
  addressees: ['denouncer', 'file'],
  fields: [
    receiver,
    typed('Ngày đề nghị bảo vệ', '15 tháng 7 năm 2026'),
    typed('Nơi từ chối', 'Ủy ban nhân dân xã Tân Thành', {
      help: 'Cơ quan mình hoặc nơi có thẩm quyền đã trả lời.',
      start: (data) => data.agency.name,
    }),
    typed('Lý do không áp dụng', 'Qua kiểm tra, việc điều chuyển đã có quyết định từ trước ngày tố cáo.', {
      long: true,
      help: 'Đề nghị không có căn cứ, hoặc xét thấy không cần thiết; nêu rõ vì sao.',
      start: (data) => data.texts['reasons'],
    }),
  ],
  body: [
    para(
      'Ngày {Ngày đề nghị bảo vệ}, {Tên cơ quan} nhận được đề nghị áp dụng biện pháp bảo vệ của ông (bà) {Người nhận văn bản}.',
    ),
    para('{Nơi từ chối} đã xem xét và không áp dụng biện pháp bảo vệ. Lý do: {Lý do không áp dụng}'),
    para(
      'Thông tin về ông (bà) vẫn được giữ bí mật theo Luật Tố cáo. Khi có căn cứ mới, ông (bà) có quyền đề nghị lại./.',
    ),
  ],
  signing: byResolver(cite('LTC Đ.51 k3')),
});

export const askingPapers = [application, request, employer, refusal];
