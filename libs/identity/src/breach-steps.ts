import { dayOf } from '#libs/shared';
import { ruleInForce } from '#libs/statute';

/** A step after personal data may have got out, with its time from discovery. */
export interface BreachStep {
  readonly key: string;
  readonly title: string;
  readonly what: string;
  readonly hours: number;
  /** The article that orders it; null: a rule of this house. */
  readonly citation: string | null;
  /** False: the article names no number of hours, the time is this house's own. */
  readonly timeByLaw: boolean;
  /** False: the text was not at hand, what it says must be looked up. */
  readonly confirmed: boolean;
}
interface Written {
  readonly key: string;
  readonly title: string;
  readonly what: string;
  /** Hours of this house, or the rule of the law that counts them. */
  readonly time: number | { readonly rule: string };
  readonly article?: { readonly citation: string; readonly confirmed: boolean };
}

const STEPS: readonly Written[] = [
  {
    key: 'contain',
    title: 'Chặn nguồn lộ',
    what: 'Khóa tài khoản, thu hồi phiên đăng nhập, ngắt máy hoặc đường truyền liên quan.',
    time: 1,
  },
  {
    key: 'preserve',
    title: 'Giữ chứng cứ',
    what: 'Sao lưu ngay, xuất nhật ký có chữ ký, giữ nhật ký máy chủ; không sửa, không xóa dữ liệu.',
    time: 4,
  },
  {
    key: 'assess',
    title: 'Xác định dữ liệu và người bị ảnh hưởng',
    what: 'Dữ liệu gì, của bao nhiêu người, ai đã đọc (trang Ai đã đọc gì), có thông tin người tố cáo không.',
    time: 24,
  },
  {
    key: 'incidentFirst',
    title: 'Báo cáo ban đầu về sự cố an ninh mạng',
    what: 'Gửi cơ quan chuyên trách an ninh mạng những gì đã biết.',
    time: { rule: 'ANM.INCIDENT.1' },
  },
  {
    key: 'denouncer',
    title: 'Bảo vệ bí mật thông tin người tố cáo, nếu bị lộ',
    what: 'Báo ngay người có thẩm quyền giải quyết tố cáo để quyết định biện pháp bảo vệ.',
    time: 24,
    article: { citation: 'LTC Đ.56', confirmed: true },
  },
  {
    key: 'notify',
    title: 'Thông báo vi phạm về bảo vệ dữ liệu cá nhân',
    what: 'Thông báo cơ quan chuyên trách bảo vệ dữ liệu cá nhân. Mẫu thông báo theo NĐ 356/2025 chưa được đối chiếu.',
    time: { rule: 'DLCN.BREACH' },
  },
  {
    key: 'incidentFull',
    title: 'Báo cáo sự cố an ninh mạng',
    what: 'Nguyên nhân, phạm vi, thiệt hại, biện pháp đã làm.',
    time: { rule: 'ANM.INCIDENT.2' },
  },
  {
    key: 'people',
    title: 'Báo người bị ảnh hưởng',
    what: 'Bằng lời dễ hiểu: dữ liệu nào, có thể bị làm gì, nên làm gì. Với người tố cáo: chỉ qua kênh họ đã chọn.',
    time: 72,
  },
  {
    key: 'record',
    title: 'Lập biên bản, rút kinh nghiệm',
    what: 'Nguyên nhân gốc, biện pháp lâu dài, người chịu trách nhiệm; lưu cùng các thông báo đã gửi.',
    time: 240,
  },
];

/** The steps for a discovery, the law of its day for those that have one, in the order of their time. */
export function breachSteps(discoveredAt: Date): BreachStep[] {
  const steps = STEPS.flatMap(({ time, article, ...step }): BreachStep[] => {
    if (typeof time === 'number')
      return [
        {
          ...step,
          hours: time,
          timeByLaw: false,
          citation: article?.citation ?? null,
          confirmed: article?.confirmed ?? true,
        },
      ];
    const rule = ruleInForce(time.rule, dayOf(discoveredAt));
    if (rule?.n == null || rule.unit !== 'hour') return [];
    return [
      { ...step, hours: rule.n, timeByLaw: true, citation: rule.citation.text, confirmed: rule.citation.mark === 'V' },
    ];
  });
  return steps.toSorted((a, b) => a.hours - b.hours);
}

export type StepState = 'done' | 'notNeeded' | 'doneLate' | 'running' | 'late';

/** How a step stands: judged by when it was done, whenever that was written down. */
export function stateOfStep(
  dueAt: Date,
  done: { readonly at: Date; readonly applies: boolean } | undefined,
  now: Date,
): StepState {
  if (!done) return now > dueAt ? 'late' : 'running';
  if (!done.applies) return 'notNeeded';
  return done.at > dueAt ? 'doneLate' : 'done';
}
