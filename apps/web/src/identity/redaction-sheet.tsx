import { Button } from 'antd';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Dto } from '../api/types.js';

/** In parts of ten thousand of the page, as the API takes it. */
export interface SheetBox {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const PARTS = 10_000;
const STEP = 100;
/** Smaller than this is a click, not a box. */
const LEAST = 60;

interface Props {
  readonly page: Dto<'OriginalPage'>;
  readonly of: number;
  readonly boxes: readonly SheetBox[];
  readonly onChange: (boxes: readonly SheetBox[]) => void;
}

/** One page of the original with its boxes. */
export function RedactionSheet({ page, of, boxes, onChange }: Props) {
  const drawing = useDrawing((box) => onChange([...boxes, box]));
  const address = useJpeg(page.jpeg);
  const change = (key: string, next: SheetBox | null): void =>
    onChange(boxes.flatMap((box) => (box.key === key ? (next ? [next] : []) : [box])));
  return (
    <section className="panel" aria-label={`Trang ${page.page}`}>
      <div className="panel-head">
        <h2>
          Trang {page.page}/{of}
        </h2>
        <span className="after row">
          <span className="muted small num">{boxes.length} ô che</span>
          <Button size="small" onClick={() => onChange([...boxes, inTheMiddle()])}>
            Thêm ô
          </Button>
          {boxes.length > 0 && (
            <Button size="small" onClick={() => onChange([])}>
              Bỏ hết ô trang này
            </Button>
          )}
        </span>
      </div>
      <div className="redaction-sheet" {...drawing.handlers}>
        {address && (
          <img
            src={address}
            width={page.width}
            height={page.height}
            alt={`Trang ${page.page} của bản gốc`}
            draggable={false}
          />
        )}
        {boxes.map((box, i) => (
          <button
            key={box.key}
            type="button"
            className="redaction-box"
            style={placed(box)}
            aria-label={`Ô che ${i + 1} trang ${page.page}`}
            onPointerDown={(event) => event.stopPropagation()}
            onKeyDown={(event) => byKey(event, box, (next) => change(box.key, next))}
            onDoubleClick={() => change(box.key, null)}
          />
        ))}
        {drawing.box && <div className="redaction-box drawing" style={placed(drawing.box)} />}
      </div>
    </section>
  );
}

const placed = ({ x, y, width, height }: Omit<SheetBox, 'key'>) => ({
  left: `${x / 100}%`,
  top: `${y / 100}%`,
  width: `${width / 100}%`,
  height: `${height / 100}%`,
});
let made = 0;
const keyed = (box: Omit<SheetBox, 'key'>): SheetBox => ({ ...box, key: `o-${++made}` });
const inTheMiddle = (): SheetBox => keyed({ x: 3500, y: 4750, width: 3000, height: 500 });

/** Arrows move, Shift and arrows change the size, Delete takes away. */
function byKey(event: KeyboardEvent, box: SheetBox, change: (next: SheetBox | null) => void): void {
  if (event.key === 'Delete' || event.key === 'Backspace') return change(null);
  const way = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
  if (!way) return;
  event.preventDefault();
  const [dx, dy] = way as [number, number];
  const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
  change(
    event.shiftKey
      ? {
          ...box,
          width: within(box.width + dx, STEP, PARTS - box.x),
          height: within(box.height + dy, STEP, PARTS - box.y),
        }
      : { ...box, x: within(box.x + dx, 0, PARTS - box.width), y: within(box.y + dy, 0, PARTS - box.height) },
  );
}

type Point = readonly [number, number];
const between = ([ax, ay]: Point, [bx, by]: Point): Omit<SheetBox, 'key'> => ({
  x: Math.min(ax, bx),
  y: Math.min(ay, by),
  width: Math.abs(ax - bx),
  height: Math.abs(ay - by),
});

function useDrawing(onDrawn: (box: SheetBox) => void) {
  const [from, setFrom] = useState<Point | null>(null);
  const [to, setTo] = useState<Point | null>(null);
  const end = (keep: boolean): void => {
    if (keep && from && to) {
      const box = between(from, to);
      if (box.width >= LEAST && box.height >= LEAST) onDrawn(keyed(box));
    }
    setFrom(null);
    setTo(null);
  };
  return {
    box: from && to ? between(from, to) : null,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(pointOf(event));
        setTo(pointOf(event));
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (from) setTo(pointOf(event));
      },
      onPointerUp: () => end(true),
      onPointerCancel: () => end(false),
    },
  };
}

function pointOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const part = (value: number, whole: number): number => Math.round(Math.min(Math.max(value / whole, 0), 1) * PARTS);
  return [part(clientX - left, width), part(clientY - top, height)];
}

/** The picture lives in the memory of this page and goes with it. */
function useJpeg(base64: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  const kept = useRef<string | null>(null);
  useEffect(() => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    kept.current = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
    setAddress(kept.current);
    return () => {
      if (kept.current) URL.revokeObjectURL(kept.current);
    };
  }, [base64]);
  return address;
}
