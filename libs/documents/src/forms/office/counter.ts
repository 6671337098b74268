import { block, openForm } from '../../form.js';
import { line, remark } from '../common/blocks.js';
import { officer, officerTitle, open, receivedOn, register, typed } from '../common/fields.js';
import { SINCE_LTCD } from '../common/law.js';
import { byReceiver, internalRule } from '../common/signing.js';
import { figure } from '../common/words.js';

const { para, section } = block;

const common = {
  ...SINCE_LTCD,
  letterhead: 'agency',
  sizes: ['A5', 'A4'],
  addressees: ['petitioner', 'file'],
} as const;
const bearer = typed('Người nộp đơn', 'Nguyễn Thị Hòa', {
  optional: true,
  help: 'Bỏ trống khi người nộp đơn muốn giữ kín họ tên.',
});
const handed = section('Người nộp đơn', [line('Ông (bà): {Người nộp đơn}')]);

/** Handed over the counter: never the nature of the petition, never whom it is about. */
const receipt = openForm({
  ...common,
  code: 'RECEIPT',
  heading: 'GIẤY TIẾP NHẬN ĐƠN',
  title: 'Giấy tiếp nhận đơn',
  citation: internalRule('xác nhận đã nhận đơn'),
  fields: [
    register,
    receivedOn,
    bearer,
    typed('Số tờ đơn', '02'),
    typed('Số tờ tài liệu kèm theo', '06', { start: () => '00', help: 'Chỉ ghi số tờ, không ghi tên tài liệu.' }),
    open('Số người đứng tên', (data) => figure(data.petition.petitionerCount), '1'),
    officer,
    officerTitle,
  ],
  body: [
    line('Số tiếp nhận: {Số tiếp nhận}'),
    line('Ngày nhận: {Ngày nhận đơn}'),
    handed,
    line(
      'Đã nhận: đơn {Số tờ đơn} tờ, tài liệu kèm theo {Số tờ tài liệu kèm theo} tờ; số người đứng tên: {Số người đứng tên}.',
    ),
    line('Người nhận: {Công chức thực hiện}, {Chức vụ công chức thực hiện}.'),
    remark(
      'Giấy này chỉ xác nhận đã nhận đơn, không phải là thông báo thụ lý. Giữ số tiếp nhận và mã tra cứu để hỏi kết quả.',
    ),
  ],
  signing: byReceiver(internalRule('xác nhận đã nhận đơn')),
});

const appointmentSlip = openForm({
  ...common,
  code: 'APPOINTMENT.SLIP',
  heading: 'PHIẾU HẸN',
  title: 'Phiếu hẹn',
  citation: internalRule('hẹn công dân'),
  fields: [
    register,
    bearer,
    typed('Giờ hẹn', '08 giờ 30 phút'),
    typed('Ngày hẹn', '16 tháng 7 năm 2026'),
    typed('Nơi hẹn', 'Nơi tiếp công dân Ủy ban nhân dân xã Tân Thành'),
    typed('Người tiếp', 'Lê Thị Hồng Nhung, công chức tiếp công dân'),
    typed('Giấy tờ mang theo', 'Giấy tờ tùy thân.', {
      start: () => 'Giấy tờ tùy thân.',
      help: 'Không ghi tên tài liệu cho biết nội dung đơn.',
    }),
  ],
  body: [
    line('Số tiếp nhận: {Số tiếp nhận}'),
    handed,
    para('Mời đến làm việc vào {Giờ hẹn}, ngày {Ngày hẹn}, tại {Nơi hẹn}.', { indent: false }),
    line('Người tiếp: {Người tiếp}.'),
    line('Khi đến mang theo: {Giấy tờ mang theo}'),
    remark('Không đến được xin báo trước để hẹn lại ngày khác.'),
  ],
  signing: byReceiver(internalRule('hẹn công dân')),
});

export const counterPapers = [receipt, appointmentSlip];
