import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Canvas, createCanvas, loadImage, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { imageSize } from './image-size.js';
import {
  type Box,
  cannotDraw,
  checkBoxes,
  drawnInVain,
  type PageBoxes,
  type Redacted,
  type RenderedPage,
  type RenderLimits,
  tooManyPages,
  tooManyPixels,
} from './model.js';

const QUALITY = 82;
const POINTS_PER_INCH = 72;
const DPI = 150;
const PDF = 'application/pdf';

/** One page after another, each a canvas of its own; `count` is known before the first is drawn. */
interface Drawing {
  readonly count: number;
  page(number: number): Promise<Canvas>;
  close(): Promise<void>;
}

/** Pages as pictures, for who marks what is to be hidden. */
export async function drawPages(bytes: Buffer, mediaType: string, limits: RenderLimits): Promise<RenderedPage[]> {
  return drawing(bytes, { mediaType, limits }, async (drawn) => {
    const pages: RenderedPage[] = [];
    for (let page = 1; page <= drawn.count; page++) {
      const canvas = await drawn.page(page);
      pages.push({ page, width: canvas.width, height: canvas.height, jpeg: await canvas.encode('jpeg', QUALITY) });
    }
    return pages;
  });
}

/**
 * The same pages as pixels with the boxes burnt in: a new file without text layer, metadata, layers, attachments or earlier
 * versions. What lay under a box is not in it.
 */
export async function redact(
  bytes: Buffer,
  {
    mediaType,
    boxes,
    limits,
  }: { readonly mediaType: string; readonly boxes: readonly PageBoxes[]; readonly limits: RenderLimits },
): Promise<Redacted> {
  return drawing(bytes, { mediaType, limits }, async (drawn) => {
    checkBoxes(boxes, drawn.count);
    const of = (page: number): readonly Box[] => boxes.filter((one) => one.page === page).flatMap((one) => one.boxes);
    const total = boxes.reduce((sum, one) => sum + one.boxes.length, 0);
    const burnt = async (page: number): Promise<Buffer> => {
      const canvas = await drawn.page(page);
      burn(canvas, of(page));
      return canvas.encode('jpeg', QUALITY);
    };
    if (mediaType !== PDF) return { mediaType: 'image/jpeg', bytes: await burnt(1), pages: 1, boxes: total };
    const file = new PDFDocument({ producer: 'Nghe Dân', encodingQuality: QUALITY });
    for (let page = 1; page <= drawn.count; page++) {
      const picture = await loadImage(await burnt(page));
      const [width, height] = [picture.width, picture.height].map((side) => (side * POINTS_PER_INCH) / DPI) as [
        number,
        number,
      ];
      (file.beginPage(width, height) as SKRSContext2D).drawImage(picture, 0, 0, width, height);
      file.endPage();
    }
    return { mediaType: PDF, bytes: file.close(), pages: drawn.count, boxes: total };
  });
}

/** Boxes reach a pixel further than drawn, so that no rim of a letter shows. */
function burn(canvas: Canvas, boxes: readonly Box[]): void {
  const context = canvas.getContext('2d');
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = '#000';
  for (const { x, y, width, height } of boxes) {
    const [left, top] = [Math.floor(x * canvas.width) - 1, Math.floor(y * canvas.height) - 1];
    const [right, bottom] = [Math.ceil((x + width) * canvas.width) + 1, Math.ceil((y + height) * canvas.height) + 1];
    context.fillRect(left, top, right - left, bottom - top);
  }
}

async function drawing<T>(
  bytes: Buffer,
  { mediaType, limits }: { readonly mediaType: string; readonly limits: RenderLimits },
  use: (drawn: Drawing) => Promise<T>,
): Promise<T> {
  const drawn = mediaType === PDF ? await openPdf(bytes, limits) : await openImage(bytes, mediaType, limits);
  try {
    return await use(drawn);
  } finally {
    await drawn.close();
  }
}

const scaled = (width: number, height: number, most: number): number => Math.min(1, most / Math.max(width, height));

async function openImage(bytes: Buffer, mediaType: string, limits: RenderLimits): Promise<Drawing> {
  const size = imageSize(bytes, mediaType);
  if (!size) throw cannotDraw();
  if (size.width * size.height > limits.sourcePixels) throw tooManyPixels();
  const image = await loadImage(bytes).catch(() => null);
  if (!image || image.width === 0) throw drawnInVain();
  const page = async (): Promise<Canvas> => {
    const scale = scaled(image.width, image.height, limits.side);
    const canvas = blank(image.width * scale, image.height * scale);
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  };
  return { count: 1, page, close: () => Promise.resolve() };
}

const pdfjsFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** No script, no font of the machine, no network: only the bytes and the fonts that ship with the library. */
async function openPdf(bytes: Buffer, limits: RenderLimits): Promise<Drawing> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: limits.sourcePixels,
    standardFontDataUrl: join(pdfjsFolder, 'standard_fonts/'),
    cMapUrl: join(pdfjsFolder, 'cmaps/'),
    cMapPacked: true,
    verbosity: 0,
  });
  const found = await task.promise.catch(() => null);
  if (!found) throw drawnInVain();
  if (found.numPages > limits.pages) {
    await task.destroy();
    throw tooManyPages(limits.pages);
  }
  return { count: found.numPages, page: (page) => pdfPage(found, page, limits), close: () => task.destroy() };
}

async function pdfPage(file: PDFDocumentProxy, number: number, { side }: RenderLimits): Promise<Canvas> {
  const page = await file.getPage(number);
  const plain = page.getViewport({ scale: DPI / POINTS_PER_INCH });
  const viewport = page.getViewport({
    scale: (DPI / POINTS_PER_INCH) * scaled(plain.width, plain.height, side),
  });
  const canvas = blank(viewport.width, viewport.height);
  const canvasContext = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
  await page.render({ canvasContext, viewport }).promise;
  page.cleanup();
  return canvas;
}

function blank(width: number, height: number): Canvas {
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}
