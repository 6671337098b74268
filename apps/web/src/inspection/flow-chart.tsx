import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Dto } from '../api/types.js';
import { Chart, type ChartProps } from '../ui/chart.js';
import { figurePage, type FigureFilters } from './figure-link.js';

type Link = Dto<'FlowLink'>;
const RECEIVED = 'Đã nhận';
const COLOURS: Readonly<Record<string, string>> = {
  complaint: '#0b5f87',
  denunciation: '#5b3f91',
  feedback: '#3b7d57',
  mixed: '#6b7784',
  opened: '#1c86b8',
  guided: '#93580a',
  transferred: '#a86a1a',
  returned: '#c2554a',
  notProcessed: '#87929d',
  handling: '#b9a15a',
  resolved: '#1d6b3c',
  discontinued: '#7d4a00',
  notAccepted: '#b42318',
  endedOtherwise: '#6b7784',
  running: '#4a90b5',
};

/** From receipt to outcome; every band is a list of petitions. */
export function FlowChart({ data, filters }: { data: Dto<'Figures'>; filters: FigureFilters }) {
  const navigate = useNavigate();
  const links = data.flow;
  const option = useMemo(() => optionOf(links), [links]);
  const pageOf = (path: readonly string[]): string =>
    figurePage('petitionsReceived', { ...filters, flow: path.join('.') });
  return (
    <Chart
      title="Đường đi của đơn nhận trong kỳ"
      note="Đã nhận → loại đơn → cách xử lý → kết quả. Đơn được bảo mật mà bạn không được phân công không có trong hình."
      option={option}
      height={360}
      columns={['Loại đơn', 'Cách xử lý', 'Kết quả', 'Số đơn']}
      rows={links.map((link) => ({
        key: link.path.join('.'),
        cells: [...[0, 1, 2].map((step) => titleAt(links, link, step)), { value: link.count, to: pageOf(link.path) }],
      }))}
      onPick={({ data: picked }) => {
        const path = (picked as { path?: string[] } | null)?.path;
        if (path) void navigate(pageOf(path));
      }}
    />
  );
}

const key = (path: readonly string[]): string => path.join('.');
const titleAt = (links: readonly Link[], { path }: Link, step: number): string =>
  links.find((one) => key(one.path) === key(path.slice(0, step + 1)) && path.length > step)?.title ?? '';

/** Places of one column that mean the same meet in one node: the ways of complaints and denunciations end together. */
function optionOf(links: readonly Link[]): ChartProps['option'] {
  const nodeOf = (path: readonly string[]): string => `${path.length} ${path.at(-1) ?? ''}`;
  const nodes = new Map<string, { name: string; title: string; colour: string; path?: string[] }>();
  nodes.set('0', { name: '0', title: RECEIVED, colour: '#43505d' });
  for (const { path, title } of links) {
    const single = links.filter((one) => nodeOf(one.path) === nodeOf(path)).length === 1;
    nodes.set(nodeOf(path), {
      name: nodeOf(path),
      title,
      colour: COLOURS[path.at(-1) ?? ''] ?? '#6b7784',
      ...(single ? { path } : {}),
    });
  }
  return {
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const one = params as unknown as {
          dataType?: string;
          data: { title?: string; value?: number; words?: string };
          value?: number;
        };
        return one.dataType === 'edge'
          ? `${one.data.words ?? ''}: ${one.data.value ?? 0} đơn`
          : `${one.data.title ?? ''}: ${one.value ?? 0} đơn`;
      },
    },
    series: [
      {
        type: 'sankey',
        left: 4,
        right: 130,
        nodeAlign: 'left',
        top: 10,
        bottom: 10,
        nodeGap: 12,
        nodeWidth: 14,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        label: {
          fontSize: 12,
          formatter: (params) => (params.data as { title?: string }).title ?? '',
        },
        lineStyle: { color: 'gradient', opacity: 0.35 },
        data: [...nodes.values()].map(({ colour, ...node }) => ({ ...node, itemStyle: { color: colour } })),
        links: links.map(({ path, title, count }) => ({
          source: path.length === 1 ? '0' : nodeOf(path.slice(0, -1)),
          target: nodeOf(path),
          value: count,
          path,
          words: `${path.length === 1 ? RECEIVED : (nodes.get(nodeOf(path.slice(0, -1)))?.title ?? '')} → ${title}`,
        })),
      },
    ],
  };
}
