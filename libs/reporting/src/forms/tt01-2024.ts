import type { LocalDate } from '#libs/shared';
import type { ReportForm } from './form.js';

/** What every form of the circular says of itself. */
export const TT01: Pick<ReportForm, 'circular' | 'validFrom' | 'validTo' | 'notice'> = {
  circular: 'TT 01/2024/TT-TTCP',
  validFrom: '2024-03-05' as LocalDate,
  validTo: '2025-09-29' as LocalDate,
  notice:
    'Bản chép lại, chưa đối chiếu công báo. TT 01/2024/TT-TTCP hết hiệu lực từ 30/9/2025; dùng làm khung cho đến khi có biểu mẫu gốc của TT 06/2025/TT-TTCP.',
};
