import type { HelpTopic } from './topic.js';

/** Screens of figures, reports and inspections. */
export const REPORT_TOPICS: readonly HelpTopic[] = [
  {
    path: '/bieu-mau',
    title: 'Biểu mẫu báo cáo',
    purpose: 'Số liệu của từng biểu thống kê, mỗi con số đi tới đúng danh sách của nó.',
    steps: [
      'Chọn biểu, cơ quan và kỳ báo cáo; để trống ô “Biết đến hết ngày” thì tính đến bây giờ.',
      'Bấm một con số để xem danh sách; ô “—” là số mà hồ sơ chưa ghi nhận.',
      'Xem từng công thức dưới biểu: công thức không khớp nêu hồ sơ cần kiểm tra, và biểu chưa tải được.',
      'Tải Excel hoặc CSV để trình ký và lưu.',
    ],
    law: 'TT 01/2024/TT-TTCP, hết hiệu lực từ 30/9/2025, dùng làm khung (bản chép lại, chưa đối chiếu công báo)',
  },
  {
    path: '/bao-cao-phat-hanh',
    title: 'Báo cáo phát hành',
    purpose: 'Số liệu đã chốt của từng biểu, cùng danh sách đứng sau từng ô và mã băm.',
    steps: [
      'Bấm “Lập dự thảo”, chọn biểu và kỳ: số liệu được chốt như đang biết lúc đó, theo những gì bạn được xem.',
      'Thủ trưởng xem từng ô, từng danh sách rồi phát hành; công thức không khớp thì chưa phát hành được.',
      'Phát hiện sai sau khi phát hành: lập bản điều chỉnh, nêu lý do; hai bản được so từng ô.',
      'Bấm “Tính lại” để biết số liệu hôm nay có còn như bản đã chốt hay không.',
    ],
  },
  {
    path: '/goi-bao-cao',
    title: 'Gói báo cáo',
    purpose: 'Dự thảo mọi biểu và đề cương của một kỳ, phần mềm tự lập khi hết kỳ.',
    steps: [
      'Mở gói của kỳ, xem từng dự thảo; dự thảo chưa phải báo cáo cho đến khi người ký phát hành.',
      'Tải đề cương về, viết thêm phần nhận định; đề cương do phần mềm đặt, không phải mẫu của văn bản nào.',
      'Kỳ nào chưa có gói thì người ký tự lập.',
    ],
  },
  {
    path: '/chua-nhap-lieu',
    title: 'Ai chưa nhập liệu',
    purpose: 'Những gì còn thiếu của từng cơ quan trước khi chốt số liệu.',
    steps: [
      'Chọn kỳ rồi bấm một con số để xem danh sách đơn hoặc buổi tiếp còn thiếu.',
      'Nhắc cơ quan bổ sung trước ngày chốt; sau đó chỉ còn cách lập bản điều chỉnh.',
    ],
  },
  {
    path: '/danh-sach-kiem-tra',
    title: 'Danh sách đã chốt',
    purpose: 'Danh sách đứng sau một con số, giữ nguyên như lúc chốt để kiểm tra.',
    steps: [
      'Đối chiếu mã băm: cùng danh sách thì cùng mã.',
      'Mở từng hồ sơ để kiểm tra; ghi nhận được lưu với cuộc kiểm tra, không thay đổi hồ sơ.',
    ],
  },
  {
    path: '/ghi-nhan-kiem-tra',
    title: 'Ghi nhận kiểm tra',
    purpose: 'Thanh tra đã ghi nhận gì về hồ sơ của cơ quan bạn.',
    steps: [
      'Bấm số vào sổ để mở hồ sơ; ghi nhận không thay đổi hồ sơ.',
      'Ghi nhận chỉ được bổ sung hoặc sửa bằng một ghi nhận mới, bản cũ vẫn còn.',
    ],
  },
  {
    path: '/du-bao',
    title: 'Dự báo quá hạn',
    purpose: 'Thời hạn nào sẽ hết trong 3, 5, 10 ngày làm việc tới, ở tay ai, và muộn nhất phải bắt đầu hôm nào.',
    steps: [
      'Chọn bước kế tiếp cần bao nhiêu ngày làm việc: đó là giả định của bạn, không phải thời hạn theo luật.',
      'Chọn hồ sơ rồi đôn đốc hoặc giao việc ngay tại đây.',
    ],
  },
  {
    path: '/nhat-ky',
    title: 'Toàn vẹn nhật ký',
    purpose: 'Chứng minh nhật ký không bị sửa, cho cả người ngoài hệ thống.',
    steps: ['Bấm kiểm tra để tính lại toàn bộ chuỗi băm.', 'In gốc cây đã ký để niêm yết hoặc gửi ra ngoài.'],
  },
  {
    path: '/trach-nhiem',
    title: 'Trách nhiệm người đứng đầu',
    purpose: 'Quá hạn, chuyển trả đơn, xin lỗi, tiếp dân, đối thoại, kỷ luật: theo cơ quan và theo người lãnh đạo.',
    steps: [
      'Chọn kỳ và nhóm chỉ tiêu; bấm một con số để xem danh sách của nó.',
      'Dấu “—” là không có gì ghi lại để đếm, không phải bằng 0.',
      'Mục “Cách đếm và căn cứ” nêu điều luật, hoặc nói rõ là quy định nội bộ.',
    ],
  },
  {
    path: '/vu-viec-phuc-tap',
    title: 'Vụ việc phức tạp, kéo dài, vượt cấp',
    purpose: 'Vụ việc cần lãnh đạo xem trước: vì sao, đã qua việc gì, ai chịu trách nhiệm, việc kế tiếp.',
    steps: ['Bấm số của một loại hoặc một tiêu chí để lọc.', 'Bảng tiêu chí nêu căn cứ; mốc ngày là quy định nội bộ.'],
  },
  {
    path: '/mo-hinh-thi-dua',
    title: 'Mô hình thi đua',
    purpose: 'Sổ mô hình “Dân vận khéo” và mô hình khác, theo cơ quan và năm.',
    steps: ['Ghi mô hình; sửa hoặc hủy phải có lý do, lần ghi trước vẫn xem được.'],
  },
  {
    path: '/ty-le-giai-quyet',
    title: 'Tỷ lệ giải quyết',
    purpose: 'Tỷ lệ giải quyết và đúng hạn, với cả hai mẫu số được gọi tên.',
    steps: [
      'Chọn kỳ, cơ quan, lĩnh vực; chọn “tính theo dữ liệu đã ghi đến” để dựng lại con số của một ngày trước.',
      'Bấm một con số để đi tới từng hồ sơ.',
      'Mẫu số bằng không hiện “—”, không phải 0 %.',
    ],
  },
  {
    path: '/kiem-tra',
    title: 'Chọn mẫu kiểm tra',
    purpose: 'Chọn ngẫu nhiên hồ sơ để kiểm tra, ai cũng chọn lại được đúng như vậy.',
    steps: [
      'Mẫu được chọn bằng hạt giống và danh sách có mã băm; cả hai được giữ cùng cuộc kiểm tra.',
      'Ghi nhận xét bên từng hồ sơ; hồ sơ không bị thay đổi.',
    ],
  },
];
