import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Dto } from '../api/types.js';
import { Chart } from '../ui/chart.js';
import { placeOf } from '../ui/text.js';
import { Bars } from './bars.js';
import { pageOf } from './board-queries.js';
import { redness } from './colours.js';

type Row = Dto<'AgencyRow'>;

/** Where it is red: a treemap whose areas are overdue limits and whose red is their share of the open files, and sorted bars. */
export function PlacesChart({ rows }: { rows: readonly Row[] }) {
  const navigate = useNavigate();
  const sorted = useMemo(() => [...rows].sort((a, b) => b.overdue - a.overdue || b.open - a.open), [rows]);
  const most = Math.max(0.01, ...sorted.map(shareOf));
  const option = useMemo(
    () => ({
      series: [
        {
          type: 'treemap' as const,
          ...{
            roam: false,
            nodeClick: false as const,
            breadcrumb: { show: false },
            left: 0,
            right: 0,
            top: 0,
            bottom: 0,
          },
          label: { formatter: '{b}\n{c}', fontSize: 13, lineHeight: 18, overflow: 'break' as const },
          data: sorted
            .filter(({ overdue }) => overdue > 0)
            .map((row) => {
              const { ground, ink } = redness(shareOf(row) / most);
              return {
                ...{ name: placeOf(row.agencyName), value: row.overdue, to: pageOf(row.lists.overdue) },
                itemStyle: { color: ground, borderColor: '#fff', gapWidth: 2 },
                label: { color: ink },
              };
            }),
        },
      ],
    }),
    [sorted, most],
  );
  return (
    <div className="board-pair">
      <Chart
        title="Bản đồ nhiệt quá hạn theo xã"
        note="Ô càng rộng càng nhiều thời hạn quá hạn; càng đỏ thì so với số hồ sơ đang giải quyết càng nhiều."
        option={option}
        height={260}
        columns={['Cơ quan', 'Quá hạn', 'Sắp đến', 'Đang giải quyết']}
        rows={sorted.map((row) => ({
          key: row.agencyCode,
          cells: [
            placeOf(row.agencyName),
            { value: row.overdue, to: pageOf(row.lists.overdue) },
            { value: row.dueSoon, to: pageOf(row.lists.dueSoon) },
            { value: row.open, to: pageOf(row.lists.open) },
          ],
        }))}
        onPick={({ data }) => void navigate((data as { to: string }).to)}
      />
      <section className="panel" aria-labelledby="by-agency">
        <h2 id="by-agency">Quá hạn theo cơ quan, nhiều trước</h2>
        <Bars
          labelledBy="by-agency"
          unit="thời hạn quá hạn"
          bars={sorted.map((row) => ({
            ...{ key: row.agencyCode, name: placeOf(row.agencyName), value: row.overdue },
            ...{ link: pageOf(row.lists.overdue), current: false },
          }))}
        />
      </section>
    </div>
  );
}

const shareOf = ({ overdue, open }: Row): number => (open === 0 ? 0 : overdue / open);
