import type { Type } from '@nestjs/common';

export interface CommandEntry {
  /** The first word after the program's name. */
  readonly name: string;
  /** One Vietnamese line for the list of commands. */
  readonly summary: string;
  /** Loads the command's Nest module, and with it whatever it needs; nothing of other commands is loaded. */
  readonly load: () => Promise<Type>;
}

/** Every operator command, in the order of the list. One entry a folder beside this file. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'deadline',
    summary: 'tính và giải thích thời hạn, không cần cơ sở dữ liệu',
    load: async () => (await import('./deadline/deadline.module.js')).DeadlineModule,
  },
  {
    name: 'procedure',
    summary: 'liệt kê, kiểm tra và in các quy trình, không cần cơ sở dữ liệu',
    load: async () => (await import('./procedure/procedure.module.js')).ProcedureModule,
  },
  {
    name: 'calendar',
    summary: 'xem, xem trước thay đổi và công bố lịch nghỉ',
    load: async () => (await import('./calendar/calendar.module.js')).CalendarModule,
  },
  {
    name: 'import',
    summary: 'nhập sổ tiếp nhận cũ từ Excel, hoàn tác một đợt nhập',
    load: async () => (await import('./import/import.module.js')).ImportModule,
  },
  {
    name: 'documents',
    summary: 'liệt kê mẫu văn bản, điền thử mọi mẫu cho một vụ việc mẫu, không cần cơ sở dữ liệu',
    load: async () => (await import('./documents/documents.module.js')).DocumentsModule,
  },
  {
    name: 'report',
    summary: 'lập biểu báo cáo thống kê, ghi thành Excel, CSV',
    load: async () => (await import('./report/report.module.js')).ReportModule,
  },
  {
    name: 'national',
    summary: 'Cơ sở dữ liệu quốc gia, trục liên thông: xuất bản ghi, bảng trường, kiểm tra gói',
    load: async () => (await import('./national/national.module.js')).NationalModule,
  },
  {
    name: 'audit',
    summary: 'kiểm tra, xuất và chứng minh nhật ký',
    load: async () => (await import('./audit/audit.module.js')).AuditModule,
  },
  {
    name: 'identity',
    summary: 'thay khóa chính niêm phong thông tin người tố cáo',
    load: async () => (await import('./identity/identity.module.js')).IdentityModule,
  },
  {
    name: 'demo',
    summary: 'dữ liệu và đồng hồ của bản trình diễn',
    load: async () => (await import('./demo-clock/demo.module.js')).DemoModule,
  },
  {
    name: 'migrate',
    summary: 'cập nhật cấu trúc cơ sở dữ liệu',
    load: async () => (await import('./migrate/migrate.module.js')).MigrateModule,
  },
  {
    name: 'backup',
    summary: 'sao lưu trong lúc đang chạy, diễn tập khôi phục',
    load: async () => (await import('./backup/backup.module.js')).BackupModule,
  },
  {
    name: 'restore',
    summary: 'khôi phục vào thư mục trống, tới lúc cuối hoặc tới một thời điểm',
    load: async () => (await import('./backup/restore.module.js')).RestoreModule,
  },
  {
    name: 'administrator',
    summary: 'tạo người quản trị đầu tiên của bản cài đặt mới',
    load: async () => (await import('./administrator/administrator.module.js')).AdministratorModule,
  },
];
