import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { Loaded } from '../ui/feedback.js';
import { label, ROLE } from '../ui/labels.js';
import { BOX, curve, keyOf, layOut } from './stage-layout.js';
import './stage-map.css';

interface Props {
  readonly caseFile: Dto<'CaseFile'>;
  /** Main stages in the order they were entered. */
  readonly path: readonly string[];
}

export const useStageMap = (name: string, version: number) =>
  useQuery({
    queryKey: ['procedure', name, version],
    queryFn: () => ok(api.GET('/api/v1/procedures/{name}', { params: { path: { name }, query: { version } } })),
    staleTime: Infinity,
  });

export function StageMapPanel({ caseFile, path }: Props) {
  const map = useStageMap(caseFile.procedure, caseFile.procedureVersion);
  return (
    <section className="panel" aria-labelledby="map-title">
      <Loaded query={map}>{(data) => <StageMap map={data} caseFile={caseFile} path={path} />}</Loaded>
    </section>
  );
}

/** Room left of the first box shown. */
const EDGE = 8;

function StageMap({ map, caseFile, path }: Props & { map: Dto<'StageMap'> }) {
  const region = map.states.find((state) => state.state === caseFile.stage)?.region ?? map.states[0]?.region ?? 'main';
  const [whole, setWhole] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const here = caseFile.stage;
  const drawn = useMemo(
    () => layOut(map, region, whole ? undefined : { here, path }),
    [map, region, whole, here, path],
  );
  const box = drawn.boxes.find((b) => b.state === here);
  useEffect(() => {
    const element = frame.current;
    if (!element || !box) return;
    const wanted = box.x - element.clientWidth / 2;
    // From the edge of a box on: none is cut through at the left.
    const edges = drawn.boxes.map(({ x }) => x - BOX.width / 2 - EDGE).filter((edge) => edge >= wanted);
    element.scrollLeft = wanted > 0 && edges.length > 0 ? Math.min(...edges) : wanted;
    element.scrollTop = box.y - element.clientHeight / 2;
  }, [box, drawn.boxes]);
  const visited = new Set(path);
  const walked = new Set(path.slice(1).map((to, i) => keyOf(path[i] ?? '', to)));
  const owner = map.states.find((state) => state.state === here && state.region === region);
  const asides = map.states.filter(
    (state) => state.region !== region && caseFile.regions[state.region] === state.state,
  );
  return (
    <>
      <div className="panel-head">
        <h2 id="map-title">Sơ đồ giai đoạn</h2>
        <span className="muted small">
          {map.title}, quy trình phiên bản {map.version}
        </span>
        <Button className="after" size="small" onClick={() => setWhole(!whole)} aria-pressed={whole}>
          {whole ? 'Chỉ xem đường đi' : 'Xem mọi nhánh'}
        </Button>
      </div>
      <div
        className="map-frame"
        ref={frame}
        tabIndex={0}
        role="group"
        aria-label="Sơ đồ, cuộn ngang để xem hết; bản chữ ở ngay dưới"
      >
        <svg
          viewBox={`0 0 ${drawn.width} ${drawn.height}`}
          width={drawn.width}
          height={drawn.height}
          role="img"
          aria-label={`Hồ sơ đang ở giai đoạn: ${caseFile.stageTitle}`}
        >
          <defs>
            <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0 8 4 0 8z" fill="#9aa6b1" />
            </marker>
            <marker id="tip-walked" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto">
              <path d="M0 0 8 4 0 8z" fill="#0b5f87" />
            </marker>
          </defs>
          {drawn.ways.map((way) => {
            const kind = walked.has(keyOf(way.from, way.to)) ? 'walked' : way.from === here ? 'next' : '';
            return (
              <path
                key={keyOf(way.from, way.to)}
                className={`way ${kind}`}
                d={curve(way.points)}
                markerEnd={kind === 'walked' ? 'url(#tip-walked)' : 'url(#tip)'}
              >
                <title>{way.titles.join(' · ')}</title>
              </path>
            );
          })}
          {drawn.boxes.map((b) => {
            const state = map.states.find((s) => s.state === b.state && s.region === region);
            const kind = b.state === here ? 'here' : visited.has(b.state) ? 'visited' : '';
            return (
              <g
                key={b.state}
                className={`stage ${kind} ${state?.final ? 'final' : ''}`}
                transform={`translate(${b.x - BOX.width / 2} ${b.y - BOX.height / 2})`}
              >
                <title>{`${state?.title ?? ''} (${state?.citation ?? ''})`}</title>
                <rect width={BOX.width} height={BOX.height} rx={state?.final ? 25 : 6} />
                {b.lines.map((line, i) => (
                  <text
                    key={i}
                    x={BOX.width / 2}
                    y={BOX.height / 2 + (i - (b.lines.length - 1) / 2) * 14 + 4}
                    textAnchor="middle"
                  >
                    {line}
                  </text>
                ))}
              </g>
            );
          })}
        </svg>
      </div>
      <div className="map-legend small">
        <span>
          <i className="key here" /> đang ở đây
        </span>
        <span>
          <i className="key visited" /> đã qua
        </span>
        <span>
          <i className="key" /> chưa tới
        </span>
        <span>
          <i className="key round" /> kết thúc
        </span>
        {owner?.owner && <span>Đang ở: {label(ROLE, owner.owner)}</span>}
        {owner?.noClockReason && <span className="muted">{owner.noClockReason}</span>}
      </div>
      {asides.length > 0 && (
        <p className="small" style={{ margin: '6px 0 0' }}>
          Song song: {asides.map((state) => state.title).join(' · ')}
        </p>
      )}
      <TextTwin map={map} region={region} here={here} path={path} />
    </>
  );
}

/** The same machine in words, for a screen reader and for paper. */
function TextTwin({
  map,
  region,
  here,
  path,
}: {
  map: Dto<'StageMap'>;
  region: string;
  here: string;
  path: readonly string[];
}) {
  const title = (state: string) => map.states.find((s) => s.state === state)?.title ?? '';
  const main = map.states.filter((state) => state.region === region);
  return (
    <details style={{ marginTop: 8 }}>
      <summary>Sơ đồ bằng chữ</summary>
      <p style={{ margin: '8px 0' }}>
        Đã đi: {path.map(title).join(' → ')}. Đang ở: <strong>{title(here)}</strong>.
      </p>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              <th>Giai đoạn</th>
              <th>Đang ở ai</th>
              <th>Bước đi tiếp</th>
              <th>Căn cứ</th>
            </tr>
          </thead>
          <tbody>
            {main.map((state) => (
              <tr key={state.state}>
                <td className={state.state === here ? 'strong' : ''}>{state.title}</td>
                <td>{state.owner ? label(ROLE, state.owner) : 'Đã kết thúc'}</td>
                <td>
                  {map.arrows
                    .filter((arrow) => arrow.from === state.state && arrow.region === region && arrow.to !== arrow.from)
                    .map((arrow, i) => (
                      <div key={i}>
                        {arrow.title} → {title(arrow.to)}
                      </div>
                    ))}
                </td>
                <td className="small">{state.citation}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
