import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Dto } from '../api/types.js';
import { Chart } from '../ui/chart.js';
import { shortAgency } from '../ui/text.js';
import { pageOf } from './board-queries.js';
import { CALM, INK, LATE, LINES, SOON } from './colours.js';

const SHOWN = 12;
const FIGURES = [
  { key: 'overdue', name: 'Thời hạn đã quá', colour: LATE },
  { key: 'dueSoon', name: 'Thời hạn sắp đến', colour: SOON },
  { key: 'open', name: 'Hồ sơ đang giải quyết', colour: CALM },
] as const;

/** In whose hands: what each officer has, what of it is late and what will be. */
export function WorkloadChart({ data }: { data: Dto<'Workload'> }) {
  const navigate = useNavigate();
  const shown = useMemo(() => data.officers.slice(0, SHOWN), [data]);
  const option = useMemo(
    () => ({
      // On a phone the legend takes two lines.
      grid: { left: 128, right: 34, top: window.innerWidth < 700 ? 60 : 34, bottom: 26 },
      legend: { top: 0, left: 0, itemWidth: 14, textStyle: { color: INK }, selectedMode: false as const },
      xAxis: {
        type: 'value' as const,
        minInterval: 1,
        splitLine: { lineStyle: { color: LINES } },
        axisLabel: { color: INK },
      },
      yAxis: {
        ...{ type: 'category' as const, inverse: true, data: shown.map(({ name }) => name), axisTick: { show: false } },
        axisLabel: { color: INK, width: 118, overflow: 'truncate' as const },
      },
      series: FIGURES.map(({ key, name, colour }) => ({
        ...{ type: 'bar' as const, name, itemStyle: { color: colour }, barGap: '10%' },
        label: {
          ...{ show: true, position: 'right' as const, color: INK, fontSize: 11 },
          formatter: ({ value }: { value: unknown }) => (value === 0 ? '' : String(value)),
        },
        data: shown.map((officer) => ({ value: officer[key].count, to: pageOf(officer[key].list) })),
      })),
    }),
    [shown],
  );
  const left = data.officers.length - shown.length;
  return (
    <Chart
      title="Việc trong tay từng người"
      note={left > 0 ? `Biểu đồ vẽ ${SHOWN} người nhiều việc quá hạn nhất; bảng số có đủ mọi người.` : undefined}
      option={option}
      height={Math.max(190, 84 + shown.length * 42)}
      columns={['Người được giao', 'Cơ quan', ...FIGURES.map(({ name }) => name)]}
      rows={data.officers.map((officer) => ({
        key: String(officer.userId),
        cells: [
          [officer.name, officer.title].filter(Boolean).join(', '),
          shortAgency(officer.agencyName ?? ''),
          ...FIGURES.map(({ key }) => ({ value: officer[key].count, to: pageOf(officer[key].list) })),
        ],
      }))}
      onPick={({ data: bar }) => void navigate((bar as { to: string }).to)}
    />
  );
}
