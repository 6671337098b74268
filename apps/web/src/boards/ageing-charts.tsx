import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Dto } from '../api/types.js';
import { Chart } from '../ui/chart.js';
import { pageOf } from './board-queries.js';
import { INK, LATE, LINES, OPEN } from './colours.js';

type Bucket = Dto<'Bucket'>;

export function AgeingCharts({ data }: { data: Dto<'Ageing'> }) {
  return (
    <div className="board-halves">
      <Ages
        title="Đã quá hạn bao lâu"
        note="Theo số ngày làm việc đã quá."
        unit="Thời hạn"
        colour={LATE}
        buckets={data.overdue}
      />
      <Ages
        title="Tuổi hồ sơ đang giải quyết"
        note="Theo số ngày từ khi nhận đơn."
        unit="Hồ sơ"
        colour={OPEN}
        buckets={data.open}
      />
    </div>
  );
}

function Ages({
  title,
  note,
  unit,
  colour,
  buckets,
}: {
  title: string;
  note: string;
  unit: string;
  colour: string;
  buckets: readonly Bucket[];
}) {
  const navigate = useNavigate();
  const option = useMemo(
    () => ({
      grid: { left: 34, right: 8, top: 22, bottom: 40 },
      xAxis: {
        ...{ type: 'category' as const, data: buckets.map((one) => twoLines(one.title)), axisTick: { show: false } },
        axisLabel: { interval: 0, color: INK, fontSize: 11.5, lineHeight: 15 },
      },
      yAxis: {
        type: 'value' as const,
        minInterval: 1,
        splitLine: { lineStyle: { color: LINES } },
        axisLabel: { color: INK },
      },
      series: [
        {
          ...{ type: 'bar' as const, data: buckets.map(({ count }) => count), barMaxWidth: 46 },
          itemStyle: { color: colour, borderRadius: [3, 3, 0, 0] },
          label: { show: true, position: 'top' as const, color: INK, fontWeight: 600 },
        },
      ],
    }),
    [buckets, colour],
  );
  return (
    <Chart
      title={title}
      note={note}
      option={option}
      height={230}
      columns={['Khoảng', unit]}
      rows={buckets.map((one) => ({ key: one.key, cells: [one.title, { value: one.count, to: pageOf(one.list) }] }))}
      onPick={({ index }) => void navigate(pageOf(buckets[index]?.list ?? ''))}
    />
  );
}

/** Trên 60 ngày làm việc → Trên 60 / ngày: how the days are counted stands above the plot. */
const twoLines = (title: string): string => title.replace(/ ngày( làm việc)?$/, '\nngày');
