import type { HelpTopic } from './topic.js';

/** Screens of who keeps the house. */
export const ADMINISTRATION_TOPICS: readonly HelpTopic[] = [
  {
    path: '/quan-tri/bieu-mau',
    title: 'Phiên bản biểu mẫu báo cáo',
    purpose: 'Thêm một phiên bản biểu thống kê bằng dữ liệu khi có văn bản mới, không chờ bản phần mềm mới.',
    steps: [
      'Tải dữ liệu của biểu gần nhất về, sửa cột và công thức theo văn bản mới, đặt mã mới.',
      'Đưa tệp vào cùng văn bản là căn cứ; sai ở đâu, phần mềm chỉ ra từng chỗ và chưa ghi gì.',
      'Hết hiệu lực thì kết thúc phiên bản; phiên bản đã đưa vào không sửa được.',
    ],
  },
  {
    path: '/csdl-quoc-gia',
    title: 'Cập nhật Cơ sở dữ liệu quốc gia',
    purpose: 'Bản ghi nào đến lúc cập nhật, đã gửi, đã được xác nhận, bị từ chối.',
    steps: [
      'Bấm một con số trong bảng cơ quan để xem danh sách; “Cần cập nhật lại” là hồ sơ đã khác so với lần gửi.',
      'Bấm “Lập gói cập nhật”: mọi bản ghi đến lúc, cần cập nhật lại hoặc bị từ chối vào một gói, gói được ghi ra thư mục của máy chủ.',
      'Xem “Gói đã lập”: gói chưa giao được tự thử lại, hoặc bấm “Thử lại ngay”.',
      'Xem “Bảng trường, căn cứ” để biết trường nào đã đối chiếu với văn bản, trường nào chưa.',
    ],
    law: 'NĐ 55/2022 Đ.6, Đ.8 (chưa đọc được Đ.6 k3 đến k6, Đ.9); chưa có giao diện kết nối công khai',
  },
  {
    path: '/truc-lien-thong',
    title: 'Trục liên thông',
    purpose: 'Đơn chuyển giữa các cơ quan dùng phần mềm khác nhau, dưới dạng gói văn bản điện tử.',
    steps: [
      'Gói đến chờ vào sổ: bấm “Vào sổ”, đơn có số của cơ quan và nơi gửi được báo đã tiếp nhận.',
      'Không tiếp nhận được thì bấm “Từ chối…” và chọn lý do; không gõ thông tin người gửi đơn.',
      'Gói đi cho biết nơi nhận đã làm đến đâu; đơn tố cáo không đi qua trục mà theo đường niêm phong.',
      'Quản trị đặt cơ quan nào nhận đơn qua trục.',
    ],
    law: 'Quyết định 28/2018/QĐ-TTg, QCVN 102:2016/BTTTT (chưa đọc văn bản gốc); LTC Đ.56',
  },
  {
    path: '/quan-tri/bat-dau',
    title: 'Việc khi bắt đầu',
    purpose: 'Những việc một nơi mới cài đặt phải làm; mỗi dòng tính từ tình trạng thật, không phải ô đánh dấu.',
    steps: ['Bấm vào dòng chưa xong để đến chỗ làm.', 'Dòng tự chuyển thành xong khi việc đã được làm.'],
  },
  {
    path: '/quan-tri/co-quan',
    title: 'Cơ quan',
    purpose: 'Cây cơ quan theo ngày; đơn vị đã kết thúc hoạt động vẫn đọc được.',
    steps: [
      'Chọn ngày để xem cây của ngày đó.',
      'Khi một cơ quan kết thúc: xem trước những hồ sơ, thời hạn, người và sổ sẽ chuyển rồi mới xác nhận cơ quan kế thừa.',
    ],
  },
  {
    path: '/quan-tri/tai-khoan',
    title: 'Tài khoản',
    purpose: 'Người dùng của đơn vị và đơn vị trực thuộc: vai trò, khóa, phiên đăng nhập.',
    steps: [
      'Mỗi vai trò có lời giải thích được làm gì, được xem gì.',
      'Nhập nhiều người từ Excel: xem trước lỗi từng dòng rồi mới tạo.',
      'Mật khẩu cấp một lần chỉ hiện một lần và phải đổi ở lần đăng nhập đầu.',
    ],
  },
  {
    path: '/quan-tri/dia-ban',
    title: 'Địa bàn đi lại khó khăn',
    purpose: 'Danh mục vùng sâu, vùng xa đi lại khó khăn, kèm căn cứ và thời gian áp dụng.',
    steps: ['Đơn từ địa bàn này được đề xuất thời hạn dài hơn theo luật; cán bộ vẫn đổi được, kèm lý do.'],
  },
  {
    path: '/quan-tri/so-du-dau-ky',
    title: 'Số dư đầu kỳ',
    purpose: 'Đơn, vụ việc của kỳ trước chuyển sang, trước khi có hệ thống.',
    steps: ['Đơn vị nhập, người khác xác nhận; xác nhận rồi thì khóa.'],
  },
  {
    path: '/quan-tri/nhat-ky',
    title: 'Nhật ký quản trị',
    purpose: 'Ai đã đổi gì về cơ quan, tài khoản, vai trò.',
    steps: ['Không dòng nào sửa hay xóa được.'],
  },
  {
    path: '/su-co-du-lieu',
    title: 'Sự cố lộ dữ liệu',
    purpose: 'Khi dữ liệu cá nhân có thể đã lộ: làm theo từng bước, mọi thời hạn đếm từ lúc phát hiện.',
    steps: [
      'Ghi sự cố ngay khi phát hiện, kể cả khi chưa rõ; không ghi họ tên người bị ảnh hưởng.',
      'Mở sự cố, làm từng bước theo thứ tự và ghi lúc đã làm; bước nào quá hạn hiện màu đỏ kèm chữ.',
      'Xem căn cứ ở cuối mỗi bước; căn cứ chưa đối chiếu được ghi rõ.',
    ],
  },
  {
    path: '/luu-giu-ho-so',
    title: 'Lưu giữ hồ sơ',
    purpose: 'Hồ sơ đã xong và hết thời hạn lưu giữ theo quy định đã đặt; phần mềm không xóa gì.',
    steps: [
      'Quản trị cấp tỉnh đặt thời hạn cho từng loại hồ sơ, ghi văn bản làm căn cứ.',
      'Lãnh đạo lập đề xuất từ danh sách hồ sơ hết thời hạn; người đứng đầu phê duyệt hoặc không, kèm lý do.',
      'Việc xác định giá trị và tiêu hủy tài liệu do cơ quan làm bằng văn bản, ngoài phần mềm.',
    ],
  },
  {
    path: '/truy-cap-khan-cap',
    title: 'Truy cập khẩn cấp',
    purpose: 'Mở tạm một vai trò trong vài giờ khi người giữ vai trò ấy không liên lạc được (quy định nội bộ).',
    steps: [
      'Quản trị hoặc chủ tịch UBND cấp tỉnh mở, nêu lý do và chọn người thứ hai được báo ngay.',
      'Không ai tự mở cho mình; vai trò quản trị, thanh tra và người quản lý thông tin người tố cáo không mở được.',
      'Kết thúc sớm khi việc đã xong. Danh sách việc đã làm trong lúc mở lấy từ nhật ký; thanh tra xem được.',
    ],
  },
  {
    path: '/lich-lam-viec',
    title: 'Lịch làm việc',
    purpose: 'Ngày nghỉ, ngày làm bù của một năm, kèm văn bản quyết định.',
    steps: [
      'Đề xuất một thay đổi rồi xem trước: hồ sơ nào dời hạn, hồ sơ nào thành quá hạn.',
      'Công bố; mỗi thời hạn dời đều nói vì sao, thời hạn đã hoàn thành không dời.',
    ],
  },
  {
    path: '/mau-van-ban',
    title: 'Mẫu văn bản',
    purpose: 'Mẫu của từng văn bản theo từng thời kỳ pháp luật.',
    steps: [
      'Tải mẫu chuẩn, sửa trong Word, tải lên kèm ngày áp dụng.',
      'Hệ thống kiểm tra mẫu và cho xem thử trước khi nhận.',
    ],
  },
  {
    path: '/nac-bao-cao',
    title: 'Nấc báo cáo lãnh đạo',
    purpose: 'Quy định nội bộ: quá hạn bao lâu thì báo cho ai. Không phải thời hạn theo luật.',
    steps: ['Xem trước bao nhiêu thời hạn bị ảnh hưởng rồi mới lưu.', 'Nấc đã báo không đổi.'],
  },
  {
    path: '/tinh-trang-he-thong',
    title: 'Tình trạng hệ thống',
    purpose: 'Cơ sở dữ liệu, tiến trình nền, hàng đợi, việc bị từ chối, dung lượng.',
    steps: ['Dòng đỏ là việc cần người xử lý.', 'Việc bị từ chối được làm lại kèm lý do.'],
  },
  {
    path: '/tap-huan',
    title: 'Chế độ tập huấn',
    purpose: 'Học trên dữ liệu trình diễn: mọi trang có vạch đỏ, mọi bản in có chữ “BẢN TẬP HUẤN”.',
    steps: ['Bật, tắt và đặt lại dữ liệu chỉ làm được khi hệ thống chạy dữ liệu trình diễn.'],
  },
  {
    path: '/dong-ho',
    title: 'Đồng hồ minh họa',
    purpose: 'Tua ngày nghiệp vụ của bản dùng thử để xem thời hạn, nhắc việc, quá hạn diễn ra.',
    steps: ['Chỉ tua tới, không lùi.', 'Chỉ có ở bản dùng thử.'],
  },
];
