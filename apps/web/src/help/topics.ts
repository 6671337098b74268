/** Help of one screen: what it is for, how it is used, in the order of the work. */
export interface HelpTopic {
  /** Beginning of the address; the longest that fits answers. */
  readonly path: string;
  readonly title: string;
  readonly purpose: string;
  readonly steps: readonly string[];
  readonly keys?: readonly (readonly [string, string])[];
  readonly law?: string;
}

export const EVERYWHERE: readonly (readonly [string, string])[] = [
  ['Ctrl K', 'Tìm nhanh đơn, hồ sơ, màn hình'],
  ['F1', 'Mở trợ giúp của màn hình này'],
  ['F2', 'Đến ô tìm của Sổ tiếp nhận'],
  ['Esc', 'Đóng cửa sổ đang mở'],
];

export const TOPICS: readonly HelpTopic[] = [
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
    path: '/du-bao',
    title: 'Dự báo quá hạn',
    purpose: 'Thời hạn nào sẽ hết trong 3, 5, 10 ngày làm việc tới, ở tay ai, và muộn nhất phải bắt đầu hôm nào.',
    steps: [
      'Chọn bước kế tiếp cần bao nhiêu ngày làm việc: đó là giả định của bạn, không phải thời hạn theo luật.',
      'Chọn hồ sơ rồi đôn đốc hoặc giao việc ngay tại đây.',
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
    path: '/nhat-ky',
    title: 'Toàn vẹn nhật ký',
    purpose: 'Chứng minh nhật ký không bị sửa, cho cả người ngoài hệ thống.',
    steps: ['Bấm kiểm tra để tính lại toàn bộ chuỗi băm.', 'In gốc cây đã ký để niêm yết hoặc gửi ra ngoài.'],
  },
  {
    path: '/so-van-ban-di',
    title: 'Sổ văn bản đi',
    purpose: 'Số văn bản đã cấp, liên tục; số hủy còn lại kèm lý do.',
    steps: ['Lọc theo loại, năm, ngày.', 'Bấm số để mở hồ sơ của văn bản; in sổ theo khổ giấy của sổ.'],
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
  {
    path: '/ai-da-doc-gi',
    title: 'Ai đã đọc gì',
    purpose: 'Ai đã đọc thông tin được bảo mật, ngày nào, theo quyền hay theo đề nghị nào.',
    steps: ['Lọc theo hồ sơ, theo người, theo ngày.', 'Danh sách không chứa thông tin đã đọc.'],
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
    path: '/dong-ho',
    title: 'Đồng hồ minh họa',
    purpose: 'Tua ngày nghiệp vụ của bản dùng thử để xem thời hạn, nhắc việc, quá hạn diễn ra.',
    steps: ['Chỉ tua tới, không lùi.', 'Chỉ có ở bản dùng thử.'],
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

/** The topic of an address: the longest path that it begins with. */
export const topicOf = (path: string): HelpTopic | undefined =>
  TOPICS.filter((topic) => path.startsWith(topic.path)).sort((a, b) => b.path.length - a.path.length)[0];
