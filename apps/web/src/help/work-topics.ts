import type { HelpTopic } from './topic.js';

/** Screens of the counter, of casework and of leaders. */
export const WORK_TOPICS: readonly HelpTopic[] = [
  {
    path: '/tiep-nhan',
    title: 'Tiếp nhận đơn',
    purpose: 'Đăng ký một đơn vào sổ và in giấy biên nhận, không cần chuột.',
    steps: [
      'Chọn loại đơn theo nội dung, không theo tiêu đề của đơn.',
      'Gõ thông tin người đứng đơn; Enter chuyển sang ô kế tiếp. Quét mã QR trên thẻ căn cước để điền sẵn.',
      'Xem khung “Có thể đã gửi trước đây” trước khi lưu: đơn gửi lại không được vào sổ như đơn mới.',
      'F9 lưu, cấp số và in giấy biên nhận có mã tra cứu.',
    ],
    keys: [
      ['Enter', 'Sang ô kế tiếp'],
      ['Shift Enter', 'Xuống dòng trong ô nội dung'],
      ['F9', 'Lưu và in'],
      ['Alt N', 'Đơn mới'],
    ],
    law: 'Việc tiếp nhận, phân loại, xử lý đơn theo Luật Tiếp công dân và nghị định hướng dẫn đang có hiệu lực vào ngày nhận đơn.',
  },
  {
    path: '/bao-mat-tai-khoan',
    title: 'Bảo mật tài khoản',
    purpose: 'Mật khẩu, mã xác thực và các phiên đăng nhập của chính bạn.',
    steps: [
      'Xem danh sách phiên: phiên nào không phải của mình thì thu hồi, rồi đổi mật khẩu.',
      'Đăng ký mã xác thực: nhập lại mật khẩu, quét mã QR bằng ứng dụng trên điện thoại, nhập mã đầu tiên.',
      'Cất mười mã dự phòng trên giấy; mỗi mã dùng một lần khi không có điện thoại.',
    ],
  },
  {
    path: '/so-tiep-nhan',
    title: 'Sổ tiếp nhận',
    purpose: 'Mọi đơn đã vào sổ trong phạm vi của bạn, mới nhất trước.',
    steps: [
      'Gõ họ tên, nội dung hoặc số tiếp nhận, không cần dấu.',
      'Lọc theo loại, tình trạng, ngày nhận; địa chỉ trang giữ bộ lọc nên có thể gửi cho đồng nghiệp.',
      'Bấm số tiếp nhận để mở hồ sơ. Số đã hủy vẫn nằm trong sổ kèm lý do.',
    ],
  },
  {
    path: '/ho-so/',
    title: 'Hồ sơ',
    purpose: 'Đang ở bước nào, luật cho làm gì tiếp và đến bao giờ.',
    steps: [
      'Sơ đồ giai đoạn lấy từ chính quy trình đang chạy; bước đang đứng được tô đậm.',
      'Bước làm được hiện thành nút; bước chưa làm được nói rõ còn thiếu gì, theo điều nào.',
      'Bấm vào một thời hạn để xem từng ngày được tính và không được tính, kèm căn cứ.',
      'Mọi việc đã làm nằm ở thẻ Diễn biến; không có việc nào bị xóa.',
    ],
  },
  {
    path: '/ho-so',
    title: 'Danh sách hồ sơ',
    purpose: 'Danh sách đứng sau mỗi con số trên bảng điều hành.',
    steps: ['Lọc theo quy trình, tình trạng, thời hạn, người theo dõi.', 'Lưu bộ lọc hay dùng vào “Bộ lọc đã lưu”.'],
  },
  {
    path: '/viec-cua-toi',
    title: 'Việc của tôi',
    purpose: 'Việc gấp nhất ở trên cùng: quá hạn, hết hạn hôm nay, trong ba ngày tới, đang chờ bạn.',
    steps: ['Bấm số đơn để mở hồ sơ đúng chỗ cần làm.', 'Con số ở đầu trang là liên kết đến nhóm việc của nó.'],
  },
  {
    path: '/don-chuyen-den',
    title: 'Đơn chuyển đến',
    purpose: 'Vào sổ đơn mà cơ quan khác trong hệ thống đã chuyển đến đây.',
    steps: [
      'Bấm Vào sổ: đơn có số tiếp nhận của cơ quan mình, nơi chuyển được báo lại ngay.',
      'Đơn đã đi qua nhiều nơi có dấu riêng; số ngày mất trên đường ở mục Liên quan của hồ sơ.',
    ],
  },
  {
    path: '/uy-quyen',
    title: 'Ủy quyền, vắng mặt, bàn giao',
    purpose: 'Giữ cho việc không dừng khi người giữ việc đi vắng hoặc chuyển công tác.',
    steps: [
      'Ủy quyền: chọn người làm thay và khoảng ngày; chấm dứt được bất cứ lúc nào.',
      'Vắng mặt: thông báo của người vắng được báo cho người làm thay, không có thì cho cấp trên.',
      'Bàn giao: mọi hồ sơ đang mở chuyển sang người khác, nhật ký từng hồ sơ ghi lại.',
    ],
  },
  {
    path: '/thong-tin-bao-mat',
    title: 'Thông tin người tố cáo (bảo mật)',
    purpose: 'Đọc thông tin người tố cáo khi phải làm việc với người đó; mỗi lần đọc được ghi nhật ký.',
    steps: [
      'Nêu mục đích rồi mới đọc. Thông tin tự xóa khỏi màn hình sau 2 phút, hoặc ngay khi rời trang.',
      'Không có tên trong hồ sơ thì lập Đề nghị khai thác, chờ người thứ hai chấp thuận.',
    ],
    law: 'Luật Tố cáo Đ.8, Đ.56; NĐ 31 Đ.11.',
  },
  {
    path: '/de-nghi-khai-thac',
    title: 'Đề nghị khai thác thông tin người tố cáo',
    purpose: 'Hai người, có lý do và có thời hạn: một người đề nghị, người được giao quản lý thông tin quyết định.',
    steps: [
      'Ghi cơ quan, số tiếp nhận, mục đích, lý do và số giờ cần đọc.',
      'Người quản lý thông tin xem số đó có phải đơn bảo mật rồi chấp thuận hoặc không; không ai tự quyết định cho mình.',
    ],
    law: 'Luật Tố cáo Đ.8, Đ.56.',
  },
  {
    path: '/dieu-hanh',
    title: 'Bảng điều hành',
    purpose: 'Cái gì đang đỏ, đang ở tay ai, và cái gì sắp đỏ.',
    steps: [
      'Bấm một con số, một cột hay một ô để xem đúng danh sách của nó.',
      '“Xem bảng số” đổi biểu đồ thành bảng có cùng số liệu; “Tải CSV” để mở trong Excel.',
      'Hồ sơ tố cáo liên quan đến chính đơn vị của bạn không nằm trong số nào ở đây.',
    ],
  },
  {
    path: '/trinh-ky',
    title: 'Trình ký',
    purpose: 'Văn bản của mọi hồ sơ đang chờ bạn duyệt hoặc ký.',
    steps: [
      'Bấm Xem để đọc văn bản như khi in; ký, duyệt hoặc trả lại ở cuối trang.',
      'Chọn nhiều văn bản để duyệt hoặc ký một lần; mỗi văn bản vẫn được ghi riêng, văn bản nào không được sẽ nói rõ lý do.',
    ],
  },
  {
    path: '/qua-han',
    title: 'Quá hạn',
    purpose: 'Thời hạn nào đã quá, quá bao lâu và đang ở ai.',
    steps: [
      'Chỉ gồm thời hạn theo luật; mục tiêu nội bộ không bị tính là quá hạn.',
      'Lãnh đạo chọn hồ sơ để đôn đốc (quy định nội bộ) hoặc giao việc nhiều hồ sơ một lần.',
      'Hồ sơ tố cáo liên quan đến chính đơn vị của bạn không xuất hiện ở đây, cũng không nằm trong số đếm.',
    ],
  },
  {
    path: '/nhap-so',
    title: 'Nhập sổ Excel',
    purpose: 'Đưa sổ cũ vào hệ thống: xem trước, sửa, rồi mới đăng ký.',
    steps: [
      'Chọn tệp; hệ thống tự nhận dòng tiêu đề, phông chữ cũ (TCVN3, VNI) và ngày tháng.',
      'Xem các dòng cần chú ý; sửa trong tệp rồi tải lại, hoặc bỏ qua dòng đó.',
      'Đăng ký; cần thì hoàn tác cả đợt, số và lý do vẫn còn lại trong sổ.',
    ],
  },
  {
    path: '/so-van-ban-di',
    title: 'Sổ văn bản đi',
    purpose: 'Số văn bản đã cấp, liên tục; số hủy còn lại kèm lý do.',
    steps: ['Lọc theo loại, năm, ngày.', 'Bấm số để mở hồ sơ của văn bản; in sổ theo khổ giấy của sổ.'],
  },
  {
    path: '/ai-da-doc-gi',
    title: 'Ai đã đọc gì',
    purpose: 'Ai đã đọc thông tin được bảo mật, ngày nào, theo quyền hay theo đề nghị nào.',
    steps: ['Lọc theo hồ sơ, theo người, theo ngày.', 'Danh sách không chứa thông tin đã đọc.'],
  },
  {
    path: '/tiep-cong-dan',
    title: 'Tiếp công dân',
    purpose: 'Lịch tiếp, buổi tiếp, lượt tiếp, đối thoại và sổ tiếp công dân.',
    steps: [
      'Lịch của người đứng đầu phải đủ số ngày trong tháng và niêm yết trước; còn thiếu thì màn hình nói rõ.',
      'Ghi lượt tiếp bằng bàn phím; có đơn thì chuyển sang màn hình tiếp nhận đã điền sẵn.',
      'Sổ 03/TCD in đúng mẫu; người tố cáo được che.',
    ],
  },
  {
    path: '/viec-tiep-cong-dan',
    title: 'Việc phải làm về tiếp công dân',
    purpose: 'Trả lời sau khi tiếp, niêm yết lịch, báo lại kết quả: việc gần hạn nhất ở trên.',
    steps: ['Bấm vào việc để mở buổi tiếp hoặc lượt tiếp.'],
  },
  {
    path: '/doi-thoai',
    title: 'Đối thoại',
    purpose: 'Buổi đối thoại với công dân: thành phần, ý kiến nêu và câu trả lời.',
    steps: ['Mỗi ý kiến phải có câu trả lời hoặc ngày hẹn trả lời.'],
  },
  {
    path: '/so-tiep-cong-dan',
    title: 'Sổ tiếp công dân (Mẫu 03/TCD)',
    purpose: 'Các lượt tiếp theo đúng các cột của mẫu; người tố cáo được che.',
    steps: ['Lọc theo ngày, in theo khổ sổ hoặc tải về.'],
  },
];
