import { Text, Whole } from './fields.js';

export class PageQuery {
  @Text({ label: 'Vị trí trang tiếp theo', help: 'Lấy từ nextCursor của trang trước', max: 300, optional: true })
  cursor?: string;

  @Whole({ label: 'Số dòng mỗi trang', min: 1, max: 200, optional: true, fromText: true })
  limit?: number;
}
