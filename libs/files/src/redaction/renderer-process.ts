import { AppError } from '#libs/shared';
import { drawPages, redact } from './draw-pages.js';
import { drawnInVain, type PageBoxes, type RenderLimits } from './model.js';

/** What the house asks of the process that draws. */
export interface RenderOrder {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly limits: RenderLimits;
  /** Absent: only show the pages. */
  readonly boxes?: readonly PageBoxes[];
}
export interface RenderRefusal {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}
export type RenderAnswer<T> = { readonly done: T } | { readonly refused: RenderRefusal };

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

async function carryOut({ bytes, mediaType, limits, boxes }: RenderOrder): Promise<RenderAnswer<object>> {
  try {
    const own = bufferOf(bytes);
    return { done: boxes ? await redact(own, { mediaType, boxes, limits }) : await drawPages(own, mediaType, limits) };
  } catch (error) {
    const { code, status, title, detail } = error instanceof AppError ? error : drawnInVain();
    return { refused: { code, status, title, detail: detail ?? '' } };
  }
}

// One order a process: whatever a hostile file does to it ends with it.
process.once('message', (order: RenderOrder) => {
  void carryOut(order).then((answer) => process.send?.(answer, undefined, undefined, () => process.disconnect()));
});
