import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { RUNG_ROLES } from '#libs/oversight';
import {
  Choice,
  Many,
  Out,
  OutChoice,
  OutInstant,
  OutInt,
  OutMany,
  OutOne,
  OutText,
  OutTexts,
  Text,
  Whole,
} from '../http/fields.js';

const MAKEUP = ['ignore', 'count'] as const;
const MAKEUP_LABELS = { ignore: 'không tính là ngày làm việc', count: 'tính là ngày làm việc' };
type RungRole = (typeof RUNG_ROLES)[number];

const Tell = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ description: 'Báo cho', enum: [...RUNG_ROLES], type: String, isArray: true, minItems: 1 }),
    IsArray({ message: 'LIST.INVALID|phải là một danh sách' }),
    ArrayMinSize(1, { message: 'LIST.TOO_SHORT|phải có ít nhất một người được báo' }),
    ArrayMaxSize(RUNG_ROLES.length, { message: 'LIST.TOO_LONG|có quá nhiều vai trò' }),
    ArrayUnique({ message: 'LIST.TWICE|có vai trò ghi hai lần' }),
    IsIn([...RUNG_ROLES], { each: true, message: 'CHOICE.UNKNOWN|có vai trò không báo được' }),
  );

export class RungDto {
  @Whole({ label: 'Cách nấc trước, ngày làm việc', min: 1, max: 20 }) afterWorkingDays: number;
  @Tell() tell: RungRole[];
}
export class OfficePolicyDto {
  @Text({ label: 'Giờ bắt đầu làm việc', max: 5, example: '07:30' }) workStart: string;
  @Text({ label: 'Giờ kết thúc làm việc', max: 5, example: '17:00' }) workEnd: string;
  @Choice({ label: 'Ngày làm bù', values: MAKEUP, labels: MAKEUP_LABELS }) makeup: (typeof MAKEUP)[number];
  @Whole({ label: 'Nhắc lần đầu, ngày làm việc trước hạn', min: 1, max: 30 }) firstReminder: number;
  @Whole({ label: 'Nhắc lần cuối, ngày làm việc trước hạn', min: 1, max: 30 }) lastReminder: number;
  @Many({ label: 'Các nấc báo cáo lãnh đạo', of: () => RungDto, min: 1, max: 4 }) rungs: RungDto[];
}
export class PolicyVersionDto {
  @OutInt('Phiên bản') version: number;
  @OutOne('Nội dung; null: thôi dùng quy định riêng', () => OfficePolicyDto, { nullable: true })
  policy: OfficePolicyDto | null;
  @OutText('Người đặt') setBy: string;
  @OutInstant('Đặt lúc') setAt: string;
  @OutText('Lý do', { nullable: true }) reason: string | null;
}
export class AgencyPolicyDto {
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @Out('Là cơ quan cấp tỉnh: quy định chung của tỉnh', { type: Boolean }) province: boolean;
  @OutChoice('Theo quy định nào', ['own', 'province', 'builtIn']) source: string;
  @OutInt('Phiên bản riêng mới nhất; 0: chưa có') version: number;
  @OutOne('Quy định đang áp dụng', () => OfficePolicyDto) policy: OfficePolicyDto;
}
export class AgencyPolicyListDto {
  @OutText('Nhãn: quy định nội bộ, không phải luật') label: string;
  @OutMany('Từng cơ quan', () => AgencyPolicyDto) items: AgencyPolicyDto[];
}
export class AgencyPolicyDetailDto extends AgencyPolicyDto {
  @OutMany('Các phiên bản, mới trước', () => PolicyVersionDto) history: PolicyVersionDto[];
}
export class PolicyChangeDto {
  @Many({
    label: 'Quy định mới',
    help: 'Danh sách rỗng: thôi dùng quy định riêng, theo tỉnh hoặc giá trị có sẵn',
    of: () => OfficePolicyDto,
    max: 1,
  })
  policy: OfficePolicyDto[];
}
export class NewPolicyDto extends PolicyChangeDto {
  @Whole({ label: 'Phiên bản đã thấy', min: 0, max: 1_000_000 }) seen: number;
  @Text({ label: 'Lý do', help: 'Ghi vào nhật ký quản trị', min: 5, max: 500, multiline: true }) reason: string;
}
export class PolicyImpactByAgencyDto {
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutInt('Thời hạn đang chạy') open: number;
  @OutInt('Có lời nhắc đã lên lịch, giữ nguyên') reminders: number;
  @OutInt('Đang leo nấc: nấc tiếp theo theo quy định mới') climbing: number;
  @OutInt('Nấc đang chờ sẽ bỏ vì quy định mới không còn') calledOff: number;
}
export class PolicyImpactDto {
  @OutInt('Số cơ quan theo quy định này') agencies: number;
  @OutMany('Theo cơ quan, trong phạm vi bạn được xem', () => PolicyImpactByAgencyDto) items: PolicyImpactByAgencyDto[];
  @OutTexts('Điều gì thay đổi, điều gì không') notes: string[];
}
