import { AppError } from '#libs/shared';

/** Why a package from outside is not taken, in words for who has to tell the sender. */
export const PACKAGE_FAULTS = {
  TOO_LARGE: 'Gói quá lớn: tối đa 48 MB.',
  ENCODING: 'Gói không phải văn bản UTF-8.',
  NOT_XML: 'Gói không phải XML đọc được.',
  DOCTYPE: 'Gói có khai báo kiểu tài liệu, thực thể hoặc chỉ thị xử lý: không được phép trong gói liên thông.',
  TOO_DEEP: 'Gói lồng nhau quá sâu hoặc có quá nhiều phần tử.',
  NOT_EDXML: 'Không phải gói edXML: thiếu phần đầu thông điệp.',
  FIELD: 'Thông tin đầu gói thiếu, quá dài hoặc sai dạng.',
  STATUS: 'Gói trạng thái có mã không biết.',
  ATTACHMENT: 'Tệp đính kèm không khớp danh mục trong gói.',
  BASE64: 'Tệp đính kèm không phải base64.',
  ZIP: 'Tệp đính kèm không phải zip đọc được, hoặc có đường dẫn, mật khẩu.',
  ZIP_BOMB: 'Tệp nén bung ra quá lớn: nghi là bom nén.',
  HASH: 'Mã băm của tệp đính kèm không khớp: gói bị sửa hoặc hỏng trên đường.',
  PETITION: 'Dữ liệu đơn trong gói thiếu hoặc sai dạng.',
  NOT_FOR_US: 'Nơi nhận trong gói không phải cơ quan nào đang dùng phần mềm này.',
  OUR_OWN: 'Gói do chính cơ quan trong phần mềm này gửi đi.',
  CHANGED: 'Đã có gói cùng mã văn bản của nơi gửi này nhưng nội dung khác.',
  UNKNOWN_DOCUMENT: 'Gói trạng thái trả lời một văn bản không có ở đây.',
} as const;
export type PackageFault = keyof typeof PACKAGE_FAULTS;

export const refusedPackage = (fault: PackageFault, options: { readonly cause?: unknown } = {}): AppError =>
  new AppError({
    code: `INTERCHANGE.${fault}`,
    status: 422,
    title: 'Không nhận gói này',
    detail: PACKAGE_FAULTS[fault],
    ...options,
  });

const PREFIX = 'INTERCHANGE.';
/** The words of a refusal that was kept by its code. */
export const faultWords = (code: string | null): string | null =>
  code === null ? null : (PACKAGE_FAULTS[code.replace(PREFIX, '') as PackageFault] ?? null);
