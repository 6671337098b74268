import { Graph, layout } from '@dagrejs/dagre';
import type { Dto } from '../api/types.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box extends Point {
  readonly state: string;
  readonly lines: readonly string[];
}
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly titles: readonly string[];
  readonly points: readonly Point[];
}
export interface StageLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly ways: readonly Way[];
}
export const BOX = { width: 124, height: 50 } as const;

type Arrow = Dto<'StageMap'>['arrows'][number];
interface Around {
  readonly here: string;
  readonly path: readonly string[];
}

/** Words in at most three lines of about `room` letters. */
export function wrap(text: string, room = 18): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2] ?? ''}…`];
}

export const keyOf = (from: string, to: string): string => `${from}→${to}`;

/**
 * The main region, drawn as the machine is: nothing is placed by hand. With `around`, only the usual way from start to
 * end, what the case has been through, and where it can go from here; without it, every arrow.
 */
export function layOut(map: Dto<'StageMap'>, region: string, around?: Around): StageLayout {
  const states = map.states.filter((state) => state.region === region);
  const order = states.map((state) => state.state);
  const arrows = map.arrows.filter(
    (a) => a.region === region && a.from !== a.to && order.includes(a.from) && order.includes(a.to),
  );
  const spine = usualWay(order, arrows);
  const wanted = around ? waysAround(spine, arrows, around) : null;
  const ways = new Map<string, { from: string; to: string; titles: string[] }>();
  for (const { from, to, title } of arrows) {
    const key = keyOf(from, to);
    if (wanted && !wanted.has(key)) continue;
    const way = ways.get(key) ?? { from, to, titles: [] };
    if (!way.titles.includes(title)) way.titles.push(title);
    ways.set(key, way);
  }
  const shown = around
    ? new Set([...spine, ...around.path, around.here, ...[...ways.values()].flatMap(({ from, to }) => [from, to])])
    : new Set(order);

  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 30, edgesep: 10, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const state of order) if (shown.has(state)) graph.setNode(state, { ...BOX });
  const onSpine = new Set(spine.slice(1).map((to, i) => keyOf(spine[i] ?? '', to)));
  for (const { from, to } of ways.values()) graph.setEdge(from, to, { weight: onSpine.has(keyOf(from, to)) ? 12 : 1 });
  layout(graph);
  const size = graph.graph() as { width?: number; height?: number };
  return {
    width: size.width ?? 0,
    height: size.height ?? 0,
    boxes: states
      .filter((state) => shown.has(state.state))
      .map((state) => ({ ...(graph.node(state.state) as Point), state: state.state, lines: wrap(state.title) })),
    ways: [...ways.values()].map((way) => ({
      ...way,
      points: (graph.edge(way.from, way.to) as { points: Point[] }).points,
    })),
  };
}

/** The longest way that only goes forward in the machine's own order: what a case without incident walks. */
export function usualWay(order: readonly string[], arrows: readonly Arrow[]): string[] {
  const ways = new Map<string, string[]>();
  const [first] = order;
  if (first === undefined) return [];
  ways.set(first, [first]);
  let longest: string[] = [first];
  for (const from of order) {
    const way = ways.get(from);
    if (!way) continue;
    for (const { to } of arrows.filter((arrow) => arrow.from === from && order.indexOf(arrow.to) > order.indexOf(from)))
      if ((ways.get(to)?.length ?? 0) < way.length + 1) ways.set(to, [...way, to]);
    if (way.length > longest.length) longest = way;
  }
  return longest;
}

function waysAround(spine: readonly string[], arrows: readonly Arrow[], { here, path }: Around): Set<string> {
  const along = (states: readonly string[]) => states.slice(1).map((to, i) => keyOf(states[i] ?? '', to));
  return new Set([
    ...along(spine),
    ...along(path),
    ...arrows.filter((arrow) => arrow.from === here).map((arrow) => keyOf(here, arrow.to)),
  ]);
}

/** A smooth line through the points dagre gives. */
export function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const at = (p: Point) => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`;
  let path = `M${at(first)}`;
  rest.forEach((here, i) => {
    const next = rest[i + 1];
    path += next ? `Q${at(here)} ${at({ x: (here.x + next.x) / 2, y: (here.y + next.y) / 2 })}` : `L${at(here)}`;
  });
  return path;
}
