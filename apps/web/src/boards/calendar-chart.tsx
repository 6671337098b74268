import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Dto } from '../api/types.js';
import { Chart } from '../ui/chart.js';
import { day, weekday } from '../ui/dates.js';
import { pageOf } from './board-queries.js';
import { INK, LINES } from './colours.js';

const OFF_GROUND = '#eef1f4';
const HEAT = ['#ffffff', '#f3c9a5', '#dd7f4b', '#a83a17'];

/** How many limits end on each of the coming days; days off are shaded. */
export function CalendarChart({ data }: { data: Dto<'ComingDays'> }) {
  const navigate = useNavigate();
  const most = Math.max(3, ...data.days.map(({ count }) => count));
  const option = useMemo(
    () => ({
      visualMap: { show: false, min: 0, max: most, inRange: { color: HEAT } },
      calendar: {
        ...{ orient: 'vertical' as const, left: 34, right: 4, top: 26, bottom: 4, cellSize: ['auto', 'auto'] as const },
        range: [data.days[0]?.day ?? '', data.days.at(-1)?.day ?? ''],
        splitLine: { lineStyle: { color: '#8e9aa5', width: 1.5 } },
        itemStyle: { borderColor: LINES, borderWidth: 1, color: '#fff' },
        dayLabel: { firstDay: 1, nameMap: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'], color: INK, margin: 8 },
        monthLabel: { nameMap: Array.from({ length: 12 }, (_, i) => `Th${i + 1}`), color: INK, fontSize: 11 },
        yearLabel: { show: false },
      },
      series: [
        {
          ...{ type: 'heatmap' as const, coordinateSystem: 'calendar' as const },
          label: {
            ...{ show: true, color: INK, fontSize: 12, rich: { n: { fontWeight: 700 as const, fontSize: 13 } } },
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const one = data.days[dataIndex];
              return one ? `${Number(one.day.slice(8))}${one.count > 0 ? `  {n|${one.count}}` : ''}` : '';
            },
          },
          data: data.days.map((one) => ({
            value: [one.day, one.count],
            ...(one.off ? { visualMap: false, itemStyle: { color: OFF_GROUND } } : {}),
            ...(one.count / most > 0.8 ? { label: { color: '#fff' } } : {}),
          })),
        },
      ],
    }),
    [data, most],
  );
  return (
    <Chart
      title="Lịch hết hạn 8 tuần tới"
      note="Mỗi ô: ngày và số thời hạn hết trong ngày. Ô xám là ngày nghỉ."
      option={option as never}
      height={320}
      columns={['Ngày', 'Thứ', 'Thời hạn hết', 'Ngày nghỉ']}
      rows={data.days.map((one) => ({
        key: one.day,
        cells: [day(one.day), weekday(one.day), { value: one.count, to: pageOf(one.list) }, one.off ?? ''],
      }))}
      onPick={({ index }) => void navigate(pageOf(data.days[index]?.list ?? ''))}
    />
  );
}
