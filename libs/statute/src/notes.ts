import { formatDay, type LocalDate } from '#libs/shared';
import type { LimitLength } from './length-of.js';
import type { Reckoned } from './reckon.js';
import type { DeadlineComputation, DeadlineInput, TimeLimitRule } from './types.js';

interface Noted {
  readonly rule: TimeLimitRule;
  readonly input: DeadlineInput;
  readonly length: LimitLength;
  readonly main: Reckoned;
  readonly warnOn: LocalDate | null;
  readonly readings: DeadlineComputation['readings'];
  readonly horizon: string | null;
  readonly ifDecided?: DeadlineComputation['ifDecided'];
}

function versionNote({ rule, input }: Noted): string | null {
  if (rule.id === input.ruleId) return null;
  const until = rule.effectiveTo === null ? '' : ` đến ${formatDay(rule.effectiveTo)}`;
  return `Vào ngày ${formatDay(input.startOn)} áp dụng ${rule.citation.text} (${rule.id}, hiệu lực từ ${formatDay(rule.effectiveFrom)}${until}), không phải ${input.ruleId}.`;
}

function confirmationNote({ rule }: Noted): string | null {
  if (rule.internal !== undefined) return `${rule.internal} Không dùng làm căn cứ báo quá hạn theo luật.`;
  if (rule.citation.mark === 'M')
    return `Căn cứ ${rule.citation.text} chưa được xác nhận: không dùng làm căn cứ báo quá hạn theo luật.`;
  if (rule.citation.mark === 'V2') return `Căn cứ ${rule.citation.text} đọc từ nguồn thứ cấp, cần đối chiếu bản gốc.`;
  return null;
}

function rollNote({ main }: Noted): string | null {
  if (main.rawEnd === null || main.due === null || !main.days.some((d) => d.reason === 'rolled')) return null;
  return `Theo ngày lịch, thời hạn kết thúc ngày ${formatDay(main.rawEnd)} là ngày nghỉ; chuyển sang ngày làm việc tiếp theo ${formatDay(main.due)} (áp dụng tương tự BLDS 2015 Đ.148 k5).`;
}

function pauseNotes({ rule, input }: Noted): readonly string[] {
  const pauses = input.pauses ?? [];
  if (pauses.length === 0) return [];
  const open = pauses.find((p) => p.to === null);
  const transitional = rule.pausableFrom !== undefined && input.startOn < rule.pausableFrom;
  return [
    ...(open
      ? [`Tạm đình chỉ từ ngày ${formatDay(open.from)}, chưa có quyết định tiếp tục: thời hạn chưa chạy tiếp.`]
      : []),
    ...(transitional
      ? [
          'Vụ việc thụ lý trước ngày 01/07/2026, chưa có quyết định giải quyết: việc tạm đình chỉ theo quy định mới (NĐ155 Đ.22 k1).',
        ]
      : []),
    'Thời gian tạm đình chỉ không tính: từ ngày ra quyết định tạm đình chỉ đến trước ngày ra quyết định tiếp tục. Tính chặt hơn thì ngày ra quyết định tạm đình chỉ vẫn được tính.',
  ];
}

function unconfirmedDays({ main }: Noted): readonly string[] {
  return main.days
    .filter((d) => d.confirmed === false && d.reason !== undefined)
    .map((d) => `Ngày ${formatDay(d.date)} (${d.name ?? ''}, ${d.basis ?? ''}) chưa được xác nhận bằng văn bản.`);
}

const readingNotes = ({ readings }: Noted): readonly string[] =>
  readings.map((r) => `Cách tính khác theo ${r.rule.citation}: ${r.due ? formatDay(r.due) : 'không xác định'}.`);

function proposedNote({ ifDecided }: Noted): string | null {
  if (!ifDecided) return null;
  return `Nếu ngày ${ifDecided.days.map(formatDay).join(', ')} được quyết định nghỉ (chưa rõ kết quả) thì kết quả là ngày ${formatDay(ifDecided.due)}.`;
}

/** What an officer should know beside the date, in Vietnamese, most telling first. */
export const notesOn = (noted: Noted): readonly string[] =>
  [
    versionNote(noted),
    noted.length.note,
    rollNote(noted),
    ...pauseNotes(noted),
    ...readingNotes(noted),
    proposedNote(noted),
    noted.warnOn
      ? `Nên hoàn thành chậm nhất ngày ${formatDay(noted.warnOn)}, ngày sớm nhất trong các cách tính.`
      : null,
    ...unconfirmedDays(noted),
    confirmationNote(noted),
    noted.rule.note ?? null,
    noted.horizon,
  ].filter((note) => note !== null);
