import { Select } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Dto } from '../api/types.js';
import { Chart } from '../ui/chart.js';
import { count } from '../ui/text.js';
import { pageOf } from './board-queries.js';
import { INK, LINES, OPEN } from './colours.js';

const days = (value: number | null): string =>
  value === null ? 'chưa có' : `${value.toLocaleString('vi-VN', { maximumFractionDigits: 1 })} ngày`;

/** Names of stages are long; on a phone the bars need the room. */
const labelWidth = (): number => (window.innerWidth < 700 ? 120 : 250);

/** Where files of one procedure stand, and how long each stage usually takes. */
export function FunnelChart({ data, onProcedure }: { data: Dto<'Funnel'>; onProcedure: (procedure: string) => void }) {
  const navigate = useNavigate();
  // Stages where nothing stands and nothing ever passed say nothing.
  const stages = useMemo(() => data.stages.filter((one) => one.count > 0 || one.medianDays !== null), [data]);
  const option = useMemo(
    () => ({
      grid: { left: labelWidth() + 12, right: 118, top: 4, bottom: 26 },
      xAxis: {
        type: 'value' as const,
        minInterval: 1,
        splitLine: { lineStyle: { color: LINES } },
        axisLabel: { color: INK },
      },
      yAxis: {
        ...{
          type: 'category' as const,
          inverse: true,
          data: stages.map(({ title }) => title),
          axisTick: { show: false },
        },
        axisLabel: { color: INK, width: labelWidth(), overflow: 'truncate' as const },
      },
      series: [
        {
          ...{ type: 'bar' as const, itemStyle: { color: OPEN, borderRadius: [0, 3, 3, 0] }, barMaxWidth: 20 },
          label: {
            ...{ show: true, position: 'right' as const, color: INK, fontSize: 12 },
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const stage = stages[dataIndex];
              return stage
                ? `${count(stage.count)} hồ sơ${stage.medianDays === null ? '' : `, ${days(stage.medianDays)}`}`
                : '';
            },
          },
          data: stages.map((one) => one.count),
        },
      ],
    }),
    [stages],
  );
  return (
    <Chart
      title="Hồ sơ ở từng giai đoạn"
      note={
        <span className="row">
          <Select
            aria-label="Quy trình"
            style={{ minWidth: 230 }}
            value={data.procedure}
            onChange={onProcedure}
            options={data.procedures.map((one) => ({
              value: one.procedure,
              label: `${one.title} (${count(one.count)})`,
            }))}
          />
          <span>
            {data.basis ? (
              <>
                Số hồ sơ đang ở đó · trung vị số ngày, tính trên{' '}
                <Link to={pageOf(data.basis.list)}>{count(data.basis.count)} hồ sơ kết thúc gần nhất</Link>, không gồm
                hồ sơ được bảo mật.
              </>
            ) : (
              'Số hồ sơ đang ở đó; chưa có hồ sơ nào kết thúc để tính trung vị.'
            )}
          </span>
        </span>
      }
      option={option}
      height={Math.max(120, 24 + stages.length * 30)}
      columns={['Giai đoạn', 'Hồ sơ đang ở đó', 'Trung vị']}
      rows={stages.map((one) => ({
        key: one.stage,
        cells: [one.title, { value: one.count, to: pageOf(one.list) }, days(one.medianDays)],
      }))}
      onPick={({ index }) => void navigate(pageOf(stages[index]?.list ?? ''))}
    />
  );
}
