import type { LocalDate } from '#libs/shared';
import type { ReportForm } from './form.js';

const form = (id: string, code: string, title: string): ReportForm => ({
  ...{ id, code, title, circular: 'TT 06/2025/TT-TTCP' },
  ...{ validFrom: '2025-09-30' as LocalDate, validTo: null },
  notice: 'Chưa đối chiếu biểu mẫu gốc: chỉ biết ký hiệu biểu, chưa biết các cột; không đoán.',
  ...{ columns: [], identities: [] },
});

/** Codes of the circular in force. Its columns have not been seen, and none are guessed. */
export const TT06_FORMS: readonly ReportForm[] = [
  form('TT06-TCD01', '01/TCD', 'Tiếp công dân'),
  form('TT06-XLD02', '02/XLD', 'Tiếp nhận, xử lý đơn'),
  form('TT06-GQKN03', '03/GQKN', 'Giải quyết khiếu nại'),
  form('TT06-GQTC04', '04/GQTC', 'Giải quyết tố cáo'),
  form('TT06-KQTH05', '05/KQTH', 'Kết quả thi hành'),
  form('TT06-QLKNTC06', '06/QLKNTC', 'Quản lý nhà nước về khiếu nại, tố cáo'),
];
