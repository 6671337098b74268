import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** A day, typed as 5/1/2026 or picked; the value is `YYYY-MM-DD`. */
export function DayField({
  label,
  value,
  onChange,
  id,
  max,
  min,
}: {
  label: string;
  value: string | undefined;
  onChange?: (value: string | undefined) => void;
  id?: string;
  max?: string;
  min?: string;
}) {
  return (
    <DatePicker
      {...(id ? { id } : {})}
      aria-label={label}
      placeholder={label}
      format={['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY', 'D/M/YY']}
      value={value ? dayjs(value) : null}
      onChange={(picked) => onChange?.(picked ? picked.format('YYYY-MM-DD') : undefined)}
      {...(max ? { maxDate: dayjs(max) } : {})}
      {...(min ? { minDate: dayjs(min) } : {})}
      style={{ width: 148 }}
    />
  );
}
