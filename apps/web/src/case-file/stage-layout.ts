import { Graph, layout } from '@dagrejs/dagre';
import type { Dto } from '../api/types.js';

export interface Box {
  readonly state: string;
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly titles: readonly string[];
  readonly points: readonly { x: number; y: number }[];
}
export interface StageLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly ways: readonly Way[];
}
export const BOX = { width: 136, height: 50 } as const;

/** Words in at most three lines of about `room` letters. */
export function wrap(text: string, room = 19): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= 3) return lines;
  return [...lines.slice(0, 2), `${lines[2] ?? ''}…`];
}

/** The machine's main region, drawn as the machine is: nothing is placed by hand. */
export function layOut(map: Dto<'StageMap'>, region: string): StageLayout {
  const states = map.states.filter((state) => state.region === region);
  const known = new Set(states.map((state) => state.state));
  const graph = new Graph();
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 14,
    ranksep: 38,
    edgesep: 8,
    marginx: 10,
    marginy: 10,
    ranker: 'network-simplex',
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const state of states) graph.setNode(state.state, { ...BOX });
  const ways = new Map<string, { from: string; to: string; titles: string[] }>();
  for (const arrow of map.arrows) {
    if (arrow.region !== region || arrow.from === arrow.to || !known.has(arrow.from) || !known.has(arrow.to)) continue;
    const key = `${arrow.from}→${arrow.to}`;
    const way = ways.get(key) ?? { from: arrow.from, to: arrow.to, titles: [] };
    if (!way.titles.includes(arrow.title)) way.titles.push(arrow.title);
    ways.set(key, way);
  }
  const order = new Map(states.map((state, i) => [state.state, i]));
  for (const way of ways.values()) {
    const forward = (order.get(way.to) ?? 0) - (order.get(way.from) ?? 0);
    graph.setEdge(way.from, way.to, { weight: forward === 1 ? 6 : 1, minlen: 1 });
  }
  layout(graph);
  const size = graph.graph() as { width?: number; height?: number };
  return {
    width: size.width ?? 0,
    height: size.height ?? 0,
    boxes: states.map((state) => {
      const node = graph.node(state.state) as { x: number; y: number };
      return { state: state.state, x: node.x, y: node.y, lines: wrap(state.title) };
    }),
    ways: [...ways.values()].map((way) => ({
      ...way,
      points: (graph.edge(way.from, way.to) as { points: { x: number; y: number }[] }).points,
    })),
  };
}

/** A smooth line through the points dagre gives. */
export function curve(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const at = (p: { x: number; y: number }) => `${p.x.toFixed(1)} ${p.y.toFixed(1)}`;
  let path = `M${at(first)}`;
  for (let i = 0; i < rest.length; i++) {
    const here = rest[i];
    const next = rest[i + 1];
    if (!here) break;
    path += next ? `Q${at(here)} ${at({ x: (here.x + next.x) / 2, y: (here.y + next.y) / 2 })}` : `L${at(here)}`;
  }
  return path;
}
