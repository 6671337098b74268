import { BarChart, HeatmapChart, LineChart, SankeyChart, TreemapChart } from 'echarts/charts';
import {
  CalendarComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { EChartsOption } from 'echarts';
import { useEffect, useRef } from 'react';
import type { ChartProps } from './chart.js';

use([
  ...[BarChart, HeatmapChart, LineChart, SankeyChart, TreemapChart, SVGRenderer],
  ...[CalendarComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent],
]);

export type ChartOption = EChartsOption;

/** Loaded only when a chart is shown: the drawing library is larger than the rest of a page. */
export function ChartCanvas({
  option,
  height,
  label,
  onPick,
}: {
  option: ChartOption;
  height: number;
  label: string;
  onPick?: ChartProps['onPick'];
}) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    if (!place.current) return;
    const drawn = init(place.current, null, { renderer: 'svg' });
    chart.current = drawn;
    drawn.on('click', ({ name, dataIndex, data }) => pick.current?.({ name, index: dataIndex, data }));
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(
      {
        animation: false,
        textStyle: { fontFamily: "'Be Vietnam Pro', 'Segoe UI', Roboto, Arial, sans-serif" },
        ...option,
        ...(option.tooltip === undefined ? {} : { tooltip: { confine: true, ...option.tooltip } }),
      },
      { notMerge: true },
    );
  }, [option]);
  return <div ref={place} role="img" aria-label={`${label} (bảng số có cùng nội dung)`} style={{ height }} />;
}
