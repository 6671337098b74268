import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** A moment of this country, whatever the machine's own zone: the value is `YYYY-MM-DDTHH:mm+07:00`. */
export function MomentField({
  id,
  value,
  onChange,
  label,
}: {
  id?: string;
  value?: string | undefined;
  onChange?: (value: string | undefined) => void;
  label: string;
}) {
  return (
    <DatePicker
      {...(id ? { id } : {})}
      aria-label={label}
      placeholder="Ngày/tháng/năm giờ:phút"
      showTime={{ format: 'HH:mm' }}
      format={['DD/MM/YYYY HH:mm', 'D/M/YYYY H:mm']}
      value={value ? dayjs(value.slice(0, 16)) : null}
      onChange={(picked) => onChange?.(picked ? `${picked.format('YYYY-MM-DDTHH:mm')}+07:00` : undefined)}
      style={{ width: 220 }}
    />
  );
}
