import { Out, OutChoice, OutDay, OutId, OutInstant, OutInt, OutMany, OutText, Text } from '../http/fields.js';

export class NoteInputDto {
  @Text({
    label: 'Ghi chú',
    max: 4000,
    multiline: true,
    help: 'Người xem được hồ sơ đều đọc được; không ghi danh tính người tố cáo',
  })
  text: string;
}
export class NoteDto {
  @OutId('Mã ghi chú') id: string;
  @OutInt('Lần ghi, dùng cho If-Match') rev: number;
  @OutText('Nội dung') text: string;
  @OutText('Người ghi đầu tiên') startedByName: string;
  @OutInstant('Ghi lần đầu lúc') startedAt: string;
  @OutInt('Người ghi bản này') writtenBy: number;
  @OutText('Tên người ghi bản này') writtenByName: string;
  @OutInstant('Bản này ghi lúc') writtenAt: string;
}
export class NotesDto {
  @Out('Hồ sơ được bảo mật: ghi chú được niêm phong', { type: Boolean }) protected: boolean;
  @Out('Tôi được ghi thêm', { type: Boolean }) mayWrite: boolean;
  @OutMany('Ghi chú làm việc, mới trước', () => NoteDto) items: NoteDto[];
}

export class TaskDoneDto {
  @Text({
    label: 'Đã làm thế nào',
    max: 2000,
    min: 5,
    multiline: true,
    help: 'Ví dụ: đã gửi văn bản số …; lời này được ghi vào nhật ký hồ sơ',
  })
  note: string;
}

export class GrantInForceDto {
  @OutChoice('Tư cách', ['resolver', 'verifier', 'adviser', 'protector']) capacity: string;
  @OutText('Tư cách, bằng lời') capacityTitle: string;
  @OutDay('Từ ngày') grantedOn: string;
}
export class DeputyDto {
  @OutText('Họ tên') fullName: string;
  @OutDay('Được ủy quyền đến hết ngày') validTo: string;
}
export class CasePersonDto {
  @OutInt('Mã tài khoản') id: number;
  @OutText('Họ tên') fullName: string;
  @OutText('Chức vụ', { nullable: true }) title: string | null;
  @OutText('Cơ quan') agency: string;
  @Out('Người được giao hồ sơ', { type: Boolean }) assignee: boolean;
  @Out('Đang vắng', { type: Boolean }) absent: boolean;
  @OutDay('Vắng đến hết ngày', { nullable: true }) absentTo: string | null;
  @OutMany('Quyền đang có trong hồ sơ được bảo mật', () => GrantInForceDto) grants: GrantInForceDto[];
  @OutMany('Người đang được ủy quyền làm thay', () => DeputyDto) deputies: DeputyDto[];
}
export class CasePeopleDto {
  @Out('Hồ sơ được bảo mật: chỉ những người có tên ở đây xem được', { type: Boolean }) protected: boolean;
  @OutMany('Người được giao trước; với hồ sơ được bảo mật là mọi người xem được', () => CasePersonDto)
  people: CasePersonDto[];
}
