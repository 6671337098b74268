/** Vietnamese words for the codes the API speaks in; the terms of docs/glossary.md. */
export const ROLE: Record<string, string> = {
  receptionist: 'Công chức một cửa',
  caseOfficer: 'Chuyên viên thụ lý',
  unitHead: 'Trưởng phòng',
  chairman: 'Chủ tịch UBND cấp xã',
  provinceChairman: 'Chủ tịch UBND cấp tỉnh',
  inspector: 'Thanh tra',
  identityCustodian: 'Người được giao quản lý thông tin người tố cáo',
  administrator: 'Quản trị',
  system: 'Hệ thống',
};

export const PETITION_TYPE: Record<string, string> = {
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  feedback: 'Kiến nghị, phản ánh',
  mixed: 'Đơn có nhiều nội dung',
};

export const CHANNEL: Record<string, string> = {
  in_person: 'Nộp trực tiếp',
  post: 'Qua bưu chính',
  mailbox: 'Hòm thư góp ý',
  online: 'Trực tuyến',
  forwarded: 'Cơ quan khác chuyển đến',
  oral: 'Trình bày trực tiếp',
  imported: 'Nhập từ sổ cũ',
};

export const PROCEDURE: Record<string, string> = {
  'petition-handling': 'Xử lý đơn',
  complaint: 'Giải quyết khiếu nại lần đầu',
  'disciplinary-complaint': 'Khiếu nại quyết định kỷ luật',
  denunciation: 'Giải quyết tố cáo',
  protection: 'Bảo vệ người tố cáo',
  feedback: 'Giải quyết kiến nghị, phản ánh',
  reception: 'Tiếp công dân',
  deadline: 'Thời hạn',
};

export const FIELDS: readonly string[] = [
  'Đất đai',
  'Bồi thường, hỗ trợ, tái định cư',
  'Xây dựng, trật tự đô thị',
  'Môi trường',
  'Chính sách xã hội',
  'Người có công',
  'Hộ tịch, cư trú',
  'Giáo dục',
  'Y tế',
  'Giao thông, hạ tầng',
  'Tài chính, thuế, phí',
  'Cán bộ, công chức',
  'Thái độ phục vụ',
  'An ninh, trật tự',
  'Khác',
];

export const MASKED = 'Đơn có nội dung được bảo mật';

export const isSealedType = (type: string | undefined): boolean => type === 'denunciation' || type === 'mixed';
export const label = (words: Record<string, string>, code: string | null | undefined): string =>
  code ? (words[code] ?? 'Khác') : '';
