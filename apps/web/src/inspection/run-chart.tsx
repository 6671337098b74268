import { useNavigate } from 'react-router';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { Dto } from '../api/types.js';
import { Chart, type ChartProps } from '../ui/chart.js';
import { figurePage, type FigureFilters } from './figure-link.js';

const LINES = [
  { rate: 'resolutionOfDue', name: 'Giải quyết trên số đến hạn', color: '#0b5f87', symbol: 'circle' },
  { rate: 'onTime', name: 'Đúng hạn trên số đã giải quyết', color: '#1d6b3c', symbol: 'triangle' },
  { rate: 'onTimeOfDue', name: 'Đúng hạn trên số đến hạn', color: '#93580a', symbol: 'rect' },
  { rate: 'handling', name: 'Xử lý đơn', color: '#6b3fa0', symbol: 'diamond' },
] as const;

const GRAINS = [
  { value: 'byReportMonth', label: 'Tháng 15–14', title: 'Theo tháng báo cáo', unit: 'tháng' },
  { value: 'byMonth', label: 'Tháng lịch', title: 'Theo tháng', unit: 'tháng' },
  { value: 'byQuarter', label: 'Tám quý', title: 'Theo quý báo cáo', unit: 'quý' },
] as const;
type Grain = (typeof GRAINS)[number]['value'];

/** Run chart of the rates by month or quarter, with their median: a run above or below it is no accident. */
export function RunChart({ data, filters }: { data: Dto<'Figures'>; filters: FigureFilters }) {
  const [grain, setGrain] = useState<Grain>('byReportMonth');
  const { title, unit } = GRAINS.find(({ value }) => value === grain) ?? GRAINS[0];
  return (
    <div className="stack">
      <Segmented<Grain>
        aria-label="Chia kỳ của biểu đồ"
        options={GRAINS.map(({ value, label }) => ({ value, label }))}
        value={grain}
        onChange={setGrain}
      />
      <Run title={title} unit={unit} months={data[grain]} filters={filters} />
    </div>
  );
}

function Run({
  title,
  unit,
  months,
  filters,
}: {
  title: string;
  unit: string;
  months: readonly Month[];
  filters: FigureFilters;
}) {
  const navigate = useNavigate();
  const option = useMemo(() => optionOf(months), [months]);
  const at = (index: number): FigureFilters => ({
    ...filters,
    from: months[index]?.from ?? '',
    to: months[index]?.to ?? '',
  });
  const rows = months.map((month, index) => ({
    key: month.key,
    cells: [
      month.name,
      { value: figure(month, 'toHandle'), to: figurePage('toHandle', at(index)) },
      { value: figure(month, 'handled'), to: figurePage('handled', at(index)) },
      text(month, 'handling'),
      { value: figure(month, 'resolved'), to: figurePage('resolved', at(index)) },
      { value: figure(month, 'resolvedOrDue'), to: figurePage('resolvedOrDue', at(index)) },
      text(month, 'resolutionOfDue'),
      { value: figure(month, 'onTime'), to: figurePage('onTime', at(index)) },
      text(month, 'onTime'),
      text(month, 'onTimeOfDue'),
    ],
  }));
  return (
    <Chart
      title={title}
      note={`Đường đứt là trung vị của tỷ lệ đúng hạn trên số đã giải quyết. Mỗi ${unit} tính như một kỳ riêng: số đến hạn gồm cả vụ việc quá hạn từ trước chưa giải quyết.`}
      option={option}
      height={300}
      columns={[
        unit === 'quý' ? 'Quý' : 'Tháng',
        'Đơn phải xử lý',
        'Đơn đã xử lý',
        LINES[3].name,
        'Đã giải quyết',
        'Đã giải quyết hoặc đến hạn',
        LINES[0].name,
        'Đúng hạn',
        LINES[1].name,
        LINES[2].name,
      ]}
      rows={rows}
      onPick={({ index }) => void navigate(figurePage('resolved', at(index)))}
    />
  );
}

type Month = Dto<'MonthRow'>;
const figure = (month: Month, measure: string): number =>
  month.figures.find((one) => one.measure === measure)?.value ?? 0;
const rate = (month: Month, id: string): number | null => {
  const perMille = month.rates.find((one) => one.rate === id)?.perMille ?? null;
  return perMille === null ? null : perMille / 10;
};
const text = (month: Month, id: string): string => month.rates.find((one) => one.rate === id)?.text ?? '—';

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  return sorted.length % 2 ? (sorted[middle] ?? null) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

function optionOf(months: readonly Month[]): ChartProps['option'] {
  const middle = median(months.map((month) => rate(month, 'onTime')).filter((value) => value !== null));
  return {
    grid: { left: 44, right: 20, top: 40, bottom: 28 },
    legend: { top: 0, left: 0, type: 'scroll' },
    tooltip: {
      trigger: 'axis',
      valueFormatter: (value) => (typeof value === 'number' ? `${String(value).replace('.', ',')} %` : '—'),
    },
    xAxis: { type: 'category', data: months.map(({ name }) => name) },
    yAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value} %' } },
    series: LINES.map(({ rate: id, name, color, symbol }) => ({
      type: 'line',
      name,
      color,
      symbol,
      symbolSize: 8,
      connectNulls: false,
      data: months.map((month) => rate(month, id)),
      ...(id === 'onTime' && middle !== null
        ? {
            markLine: {
              silent: true,
              symbol: 'none',
              lineStyle: { type: 'dashed', color: '#43505d' },
              label: {
                formatter: `trung vị ${String(Math.round(middle * 10) / 10).replace('.', ',')} %`,
                position: 'insideStartBottom',
              },
              data: [{ yAxis: middle }],
            },
          }
        : {}),
    })),
  };
}
