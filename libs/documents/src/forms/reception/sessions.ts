import { cite } from '#libs/procedure';
import { block, openForm } from '../../form.js';
import { line, title } from '../common/blocks.js';
import { closing, lines, occasion, open, typed } from '../common/fields.js';
import { SINCE_LTCD } from '../common/law.js';
import { byHead, byParties } from '../common/signing.js';
import { earlierPaper } from '../common/words.js';
import { SINCE_ND154 } from './law.js';

const { para, table, section, each, signatures } = block;
const common = { letterhead: 'agency', sizes: ['A4'] } as const;

/** On the board and the portal at least 05 working days before (LTCD Đ.24 k4); for anyone to read. */
const schedule = openForm({
  ...SINCE_LTCD,
  ...common,
  code: 'RECEPTION.SCHEDULE',
  heading: 'LỊCH TIẾP CÔNG DÂN\nTháng {Tháng}',
  title: 'Lịch tiếp công dân niêm yết',
  citation: cite('LTCD Đ.24 k2, k4; NĐ154 Đ.29 k1d'),
  numberKind: 'TB',
  addressees: ['citizens', 'file'],
  fields: [
    typed('Tháng', '7 năm 2026'),
    typed('Nơi tiếp công dân', 'Nơi tiếp công dân Ủy ban nhân dân xã Tân Thành, số 01, đường Hùng Vương'),
    typed('Thời gian tiếp thường xuyên', 'các ngày làm việc, từ 07 giờ 30 phút đến 17 giờ 00 phút'),
    lines(
      'Buổi tiếp định kỳ',
      [
        {
          'Ngày tiếp': '08/07/2026',
          'Giờ tiếp': '07 giờ 30 phút',
          'Người tiếp': 'Chủ tịch Ủy ban nhân dân xã',
          'Thành phần dự': 'Văn phòng, Phòng Kinh tế, công chức tư pháp',
          'Dự kiến nội dung': 'Đất đai, bồi thường',
        },
        {
          'Ngày tiếp': '15/07/2026',
          'Giờ tiếp': '07 giờ 30 phút',
          'Người tiếp': 'Chủ tịch Ủy ban nhân dân xã',
          'Thành phần dự': 'Văn phòng, Công an xã',
          'Dự kiến nội dung': 'Kiến nghị, phản ánh của công dân',
        },
      ],
      { help: 'Nội dung dự kiến ghi theo lĩnh vực; không ghi tên công dân, không ghi việc tố cáo cụ thể.' },
    ),
    typed('Điện thoại liên hệ', '0273 000 000', { optional: true }),
  ],
  body: [
    line('1. Nơi tiếp công dân: {Nơi tiếp công dân}.'),
    line('2. Thời gian tiếp công dân thường xuyên: {Thời gian tiếp thường xuyên}.'),
    line('3. Lịch tiếp công dân của người đứng đầu:'),
    table('Buổi tiếp định kỳ', {
      head: ['TT', 'Ngày', 'Giờ', 'Người tiếp', 'Thành phần dự', 'Dự kiến nội dung'],
      widths: [6, 15, 13, 22, 22, 22],
      cells: ['{TT}', '{Ngày tiếp}', '{Giờ tiếp}', '{Người tiếp}', '{Thành phần dự}', '{Dự kiến nội dung}'],
    }),
    section('Điện thoại liên hệ', [line('Đăng ký, hỏi lịch tiếp: {Điện thoại liên hệ}.')]),
  ],
  signing: byHead(cite('LTCD Đ.24 k2, k4')),
});

/** Posted where citizens are received: why, and when instead (LTCD Đ.24 k4). */
const postponed = openForm({
  ...SINCE_LTCD,
  ...common,
  code: 'RECEPTION.POSTPONED',
  heading: 'THÔNG BÁO\nVề việc lùi lịch tiếp công dân',
  title: 'Thông báo lùi lịch tiếp công dân',
  citation: cite('LTCD Đ.24 k4'),
  numberKind: 'TB',
  addressees: ['citizens', 'file'],
  fields: [
    typed('Buổi tiếp đã công bố', 'buổi tiếp công dân ngày 15 tháng 7 năm 2026 của Chủ tịch Ủy ban nhân dân xã'),
    typed('Lý do lùi lịch', 'Chủ tịch Ủy ban nhân dân xã chỉ đạo phòng, chống bão', {
      start: (data) => data.texts['postponeReason'],
    }),
    typed('Thời gian dự kiến', '07 giờ 30 phút ngày 17 tháng 7 năm 2026'),
    typed('Nơi tiếp công dân', 'Nơi tiếp công dân Ủy ban nhân dân xã Tân Thành'),
  ],
  body: [
    para('{Tên cơ quan} thông báo lùi {Buổi tiếp đã công bố}.'),
    para('Lý do: {Lý do lùi lịch}.'),
    para('Thời gian dự kiến tiếp: {Thời gian dự kiến}, tại {Nơi tiếp công dân}.'),
    para('Việc tiếp công dân thường xuyên vẫn thực hiện như lịch đã công bố. Rất mong công dân thông cảm./.'),
  ],
  signing: byHead(cite('LTCD Đ.24 k4')),
});

/** What the head ordered, to the bodies that must act; of a denouncer it says nothing (NĐ154 Đ.25 k2). */
const conclusion = openForm({
  ...SINCE_LTCD,
  ...common,
  code: 'RECEPTION.CONCLUSION',
  heading: 'THÔNG BÁO\nKết luận việc tiếp công dân',
  title: 'Thông báo kết luận việc tiếp công dân',
  citation: cite('LTCD Đ.18; NĐ154 Đ.25 k2, Đ.26 k3'),
  numberKind: 'TB',
  addressees: ['receivingBody', 'file'],
  fields: [
    typed('Người chủ trì', 'Chủ tịch Ủy ban nhân dân xã Tân Thành', { start: (data) => data.agency.headTitle }),
    typed('Ngày tiếp công dân', '15 tháng 7 năm 2026'),
    typed('Nơi tiếp công dân', 'Nơi tiếp công dân Ủy ban nhân dân xã Tân Thành'),
    typed('Thành phần dự', 'Văn phòng, Phòng Kinh tế, Công an xã'),
    lines(
      'Kết luận từng vụ việc',
      [
        {
          'Công dân': 'Nguyễn Thị Hòa',
          'Nội dung trình bày': 'diện tích đất thu hồi',
          'Ý kiến chỉ đạo': 'Phòng Kinh tế đo đạc lại',
          'Thời hạn': '30/07/2026',
        },
        {
          'Công dân': '(bảo mật)',
          'Nội dung trình bày': '(bảo mật)',
          'Ý kiến chỉ đạo': 'Văn phòng xử lý theo Luật Tố cáo',
          'Thời hạn': '24/07/2026',
        },
      ],
      { help: 'Người tố cáo và nội dung tố cáo: ghi "(bảo mật)". Thời hạn phù hợp với pháp luật.' },
    ),
    typed('Nơi đôn đốc', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã'),
  ],
  body: [
    para(
      'Ngày {Ngày tiếp công dân}, tại {Nơi tiếp công dân}, {Người chủ trì} đã tiếp công dân. Cùng dự có: {Thành phần dự}.',
    ),
    para('{Người chủ trì} kết luận, chỉ đạo như sau:'),
    table('Kết luận từng vụ việc', {
      head: ['TT', 'Công dân', 'Nội dung trình bày', 'Ý kiến chỉ đạo, nơi thực hiện', 'Thời hạn'],
      widths: [6, 20, 25, 33, 16],
      cells: ['{TT}', '{Công dân}', '{Nội dung trình bày}', '{Ý kiến chỉ đạo}', '{Thời hạn}'],
    }),
    para(
      'Cơ quan, đơn vị được giao thực hiện đúng nội dung, thời hạn nêu trên, gửi kết quả giải quyết cho công dân và báo cáo {Tên cơ quan} qua {Nơi đôn đốc}./.',
    ),
  ],
  signing: byHead(cite('NĐ154 Đ.25 k2')),
});

/** At least 05 working days before (NĐ154 Đ.23 k1). */
const onlineNotice = openForm({
  ...SINCE_ND154,
  ...common,
  code: 'RECEPTION.ONLINE.NOTICE',
  heading: 'THÔNG BÁO\nTổ chức tiếp công dân trực tuyến',
  title: 'Thông báo tổ chức tiếp công dân trực tuyến',
  citation: cite('LTCD Đ.3a (L136); NĐ154 Đ.20, 21, 22, 23 k1'),
  numberKind: 'TB',
  addressees: ['petitioner', 'receivingBody', 'file'],
  fields: [
    typed('Giờ tiếp trực tuyến', '08 giờ 00 phút'),
    typed('Ngày tiếp trực tuyến', '22 tháng 7 năm 2026', {
      help: 'Thông báo chậm nhất 05 ngày làm việc trước ngày này.',
    }),
    typed('Người chủ trì', 'Chủ tịch Ủy ban nhân dân xã Tân Thành', { start: (data) => data.agency.headTitle }),
    typed('Loại vụ việc', 'khiếu nại phức tạp, cần nhiều cơ quan cùng tham gia', {
      help: 'Theo NĐ154 Đ.20; tố cáo chỉ khi người tố cáo không yêu cầu bảo vệ danh tính (k4). Không ghi tên công dân.',
    }),
    lines('Điểm cầu', [
      {
        'Tên điểm cầu': 'Điểm cầu trung tâm: phòng họp Ủy ban nhân dân xã',
        'Thành phần tham gia': 'người tiếp công dân, Phòng Kinh tế, công dân đăng ký',
      },
      {
        'Tên điểm cầu': 'Điểm cầu thành phần: Sở Nông nghiệp và Môi trường',
        'Thành phần tham gia': 'đại diện cơ quan có liên quan',
      },
    ]),
    typed('Ngày kết nối thử', '21 tháng 7 năm 2026', { help: 'Chậm nhất 01 ngày làm việc trước ngày tiếp.' }),
    typed('Đầu mối kỹ thuật', 'Lê Thị Hồng Nhung, điện thoại 0273 000 000'),
  ],
  body: [
    para(
      '{Tên cơ quan} tổ chức tiếp công dân trực tuyến vào {Giờ tiếp trực tuyến}, ngày {Ngày tiếp trực tuyến}, do {Người chủ trì} chủ trì. Vụ việc: {Loại vụ việc}.',
    ),
    title('1. Điểm cầu, thành phần tham gia'),
    each('Điểm cầu', [para('- {Tên điểm cầu}: {Thành phần tham gia};')]),
    para(
      'Công dân, người đại diện, người được ủy quyền đăng ký tham gia tại điểm cầu trung tâm hoặc điểm cầu thành phần; nhiều người cùng một nội dung thì cử người đại diện.',
    ),
    title('2. Yêu cầu khi tham gia'),
    para(
      'Cung cấp thông tin nhân thân và giấy tờ đại diện, ủy quyền (nếu có); luôn mở camera, chỉ bật micro khi được mời phát biểu. Buổi tiếp được ghi âm, ghi hình và lưu trữ theo quy định.',
    ),
    title('3. Kết nối'),
    para(
      'Kết nối thử ngày {Ngày kết nối thử}; kết nối chính thức xong trước giờ tiếp ít nhất 01 giờ. Đầu mối: {Đầu mối kỹ thuật}./.',
    ),
  ],
  signing: byHead(cite('NĐ154 Đ.20, Đ.23 k1')),
});

/** Dialogue of the head with the people; of citizens only how many came, of opinions only what was said. */
const dialogue = openForm({
  ...SINCE_LTCD,
  ...common,
  code: 'RECEPTION.DIALOGUE',
  heading: 'BIÊN BẢN\nĐối thoại với công dân',
  title: 'Biên bản đối thoại với công dân',
  citation: cite('Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15', 'M'),
  undated: true,
  addressees: ['receivingBody', 'file'],
  fields: [
    ...occasion,
    typed('Người chủ trì', 'Chủ tịch Ủy ban nhân dân xã Tân Thành', { start: (data) => data.agency.headTitle }),
    typed('Người ghi biên bản', 'Lê Thị Hồng Nhung, công chức Văn phòng'),
    typed('Thành phần dự', 'Ủy ban Mặt trận Tổ quốc xã, Công an xã, trưởng các ấp'),
    typed('Số công dân dự', '46'),
    open(
      'Thông báo tổ chức',
      (data) => earlierPaper(data, 'RECEPTION.SCHEDULE'),
      'số 60/TB-UBND ngày 01 tháng 7 năm 2026',
    ),
    lines(
      'Ý kiến đối thoại',
      [
        { 'Ý kiến': 'Sửa đường trục ấp Đông', 'Trả lời': 'Đưa vào kế hoạch quý III', 'Ngày hẹn trả lời': '-' },
        { 'Ý kiến': 'Thời gian cấp sổ đất', 'Trả lời': 'Trả lời bằng văn bản', 'Ngày hẹn trả lời': '31/07/2026' },
      ],
      { help: 'Không ghi tên người nêu ý kiến; việc tố cáo thì mời làm việc riêng, không ghi vào biên bản này.' },
    ),
    typed('Kết luận của người chủ trì', 'Các đơn vị thực hiện đúng hạn đã trả lời tại buổi đối thoại.', { long: true }),
    ...closing,
  ],
  body: [
    para('Vào hồi {Giờ bắt đầu}, ngày {Ngày làm việc}, tại {Địa điểm}, {Tên cơ quan} tổ chức đối thoại với công dân.'),
    section('Thông báo tổ chức', [para('Theo Thông báo {Thông báo tổ chức}.')]),
    line('Chủ trì: {Người chủ trì}.'),
    line('Ghi biên bản: {Người ghi biên bản}.'),
    line('Thành phần dự: {Thành phần dự}; công dân: {Số công dân dự} người.'),
    title('1. Ý kiến và trả lời'),
    table('Ý kiến đối thoại', {
      head: ['TT', 'Ý kiến của công dân', 'Trả lời', 'Hẹn trả lời'],
      widths: [7, 38, 37, 18],
      cells: ['{TT}', '{Ý kiến}', '{Trả lời}', '{Ngày hẹn trả lời}'],
    }),
    title('2. Kết luận của người chủ trì'),
    para('{Kết luận của người chủ trì}'),
    para(
      'Buổi đối thoại kết thúc hồi {Giờ kết thúc} cùng ngày. Biên bản được đọc lại cho những người dự nghe, được lập thành {Số bản} bản./.',
    ),
    signatures(
      { title: 'ĐẠI DIỆN CÔNG DÂN', note: '(Ký, ghi rõ họ tên)' },
      { title: 'NGƯỜI GHI BIÊN BẢN', note: '(Ký, ghi rõ họ tên)' },
      { title: 'NGƯỜI CHỦ TRÌ', note: '(Ký, ghi rõ họ tên)' },
    ),
  ],
  signing: byParties(cite('Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15', 'M')),
});

export const sessionPapers = [schedule, postponed, conclusion, onlineNotice, dialogue];
