import type { DeadlineView } from '#libs/casework';
import { addDays, formatDay } from '#libs/shared';
import type { ReceiptDeadlineDto } from './petition.dto.js';

/** The one limit every petition in the clear has; those of a complaint or a denunciation would tell what it is about. */
const HANDLING = 'XLD.HANDLE';

/** The handling day a citizen takes home, counted out in words; nothing of what the petition is about. */
export function receiptDeadline(deadlines: readonly DeadlineView[]): ReceiptDeadlineDto | null {
  const found = deadlines.find(({ ruleId }) => ruleId === HANDLING);
  if (!found?.dueOn || !found.explanation) return null;
  const { citation, statutory, dueOn, startOn, explanation } = found;
  const days = explanation.days.filter(({ date }) => date > startOn && date <= dueOn);
  const counted = days.filter((day) => day.counted).length;
  const weekend = days.filter(({ reason }) => reason === 'weekend').length;
  const holidays = [...new Set(days.flatMap(({ reason, name }) => (reason === 'holiday' && name ? [name] : [])))];
  const left = [weekend > 0 ? `${weekend} ngày thứ bảy, chủ nhật` : '', ...holidays].filter((part) => part !== '');
  return {
    dueOn,
    explanation: `${counted} ngày làm việc, đếm từ ngày ${formatDay(addDays(startOn, 1))}${left.length > 0 ? `; không tính ${left.join(', ')}` : ''}.`,
    citation,
    statutory,
  };
}
