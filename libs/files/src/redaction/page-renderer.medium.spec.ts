import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { photo, scannedPdf, WHO_BOX } from '#testing/e2e/support/scan';
import { repository } from '#testing/support/repository';
import { type PageBoxes, PageRenderer, type RendererOptions } from '../index.js';

const PROGRAM = join(repository, 'dist/libs/files/src/redaction/renderer-process.js');
const rendererWith = (options: RendererOptions = {}) => new PageRenderer({ program: PROGRAM, ...options });
const WORDS = { who: 'Trieu Thi Kin', what: 'nhan tien' };
const PARTS = 10_000;
const over = (page: number): PageBoxes => {
  const { x, y, width, height } = WHO_BOX;
  return { page, boxes: [{ x: x / PARTS, y: y / PARTS, width: width / PARTS, height: height / PARTS }] };
};
/** Colour at a place of a picture, in parts of its sides. */
async function colour(jpeg: Uint8Array, x: number, y: number): Promise<string> {
  const image = await loadImage(Buffer.from(jpeg));
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const [red = 0, green = 0, blue = 0] = canvas
    .getContext('2d')
    .getImageData(Math.round(x * image.width), Math.round(y * image.height), 1, 1).data;
  if (red < 40 && green < 40 && blue < 40) return 'black';
  if (red > 215 && green > 215 && blue > 215) return 'white';
  return red > blue ? 'red' : 'blue';
}
const WHO_AT = [0.2, 0.125] as const;
const WHAT_AT = [0.2, 0.625] as const;

describe('redacted copies of scans', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'nghe-dan-draw-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('of a PDF: boxes burnt into the pixels, nothing under them, no text, no metadata', async () => {
    const original = scannedPdf({ ...WORDS, pages: 3 });
    const renderer = rendererWith();
    const before = await renderer.pages(original, 'application/pdf');
    expect(before.map(({ page }) => page)).toEqual([1, 2, 3]);
    expect(await colour(before[0]!.jpeg, ...WHO_AT)).toBe('red');
    const { bytes, mediaType, pages, boxes } = await renderer.redact(original, 'application/pdf', [over(1), over(3)]);
    expect([mediaType, pages, boxes]).toEqual(['application/pdf', 3, 2]);
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).not.toMatch(/\/Author|\/Title|\/Keywords|\/CreationDate|\/Font|Trieu|T\0r\0i\0e\0u/);
    const after = await renderer.pages(Buffer.from(bytes), mediaType);
    expect(await Promise.all(after.map(({ jpeg }) => colour(jpeg, ...WHO_AT)))).toEqual(['black', 'red', 'black']);
    expect(await Promise.all(after.map(({ jpeg }) => colour(jpeg, ...WHAT_AT)))).toEqual(['blue', 'blue', 'blue']);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('of a photo (%s)', async (type) => {
    const renderer = rendererWith();
    const original = await photo(WORDS, type);
    const { bytes, mediaType } = await renderer.redact(original, `image/${type}`, [over(1)]);
    expect(mediaType).toBe('image/jpeg');
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Exif|http:\/\/ns.adobe/);
    expect([await colour(bytes, ...WHO_AT), await colour(bytes, ...WHAT_AT)]).toEqual(['black', 'blue']);
  });

  it('keep within bounds: pages, pixels, boxes, kinds', async () => {
    const long = scannedPdf({ ...WORDS, pages: 4 });
    const few = rendererWith({ limits: { pages: 3 } });
    await expect(few.pages(long, 'application/pdf')).rejects.toMatchObject({ code: 'FILE.TOO_MANY_PAGES' });
    const [page] = await rendererWith({ limits: { side: 300 } }).pages(long, 'application/pdf');
    expect(Math.max(page!.width, page!.height)).toBeLessThanOrEqual(300);
    const bomb = await photo(WORDS, 'png');
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    await expect(rendererWith().pages(bomb, 'image/png')).rejects.toMatchObject({ code: 'FILE.TOO_MANY_PIXELS' });
    const outside = [{ page: 9, boxes: over(1).boxes }];
    await expect(rendererWith().redact(long, 'application/pdf', outside)).rejects.toMatchObject({
      code: 'FILE.BOX_OUTSIDE',
    });
    await expect(rendererWith().pages(Buffer.from('x'), 'video/mp4')).rejects.toMatchObject({
      code: 'FILE.CANNOT_REDACT',
    });
    await expect(rendererWith().pages(Buffer.from('%PDF-1.7 nothing'), 'application/pdf')).rejects.toMatchObject({
      code: 'FILE.NOT_DRAWN',
    });
  });

  const program = (name: string, words: string): string => {
    const path = join(folder, name);
    writeFileSync(path, words);
    return path;
  };

  it('a process that ends by accident costs nobody the drawing', async () => {
    const once = program(
      'once.mjs',
      `import { existsSync, writeFileSync } from 'node:fs';
       const mark = new URL('began', import.meta.url);
       if (existsSync(mark)) await import(${JSON.stringify(PROGRAM)});
       else process.on('message', () => { writeFileSync(mark, ''); process.kill(process.pid, 'SIGKILL'); });`,
    );
    const pages = await new PageRenderer({ program: once }).pages(
      scannedPdf({ ...WORDS, pages: 1 }),
      'application/pdf',
    );
    expect(pages).toHaveLength(1);
  });

  it('a file that never comes to an end is ended, one that kills its process kills nothing else', async () => {
    const slow = new PageRenderer({
      program: program('slow.mjs', 'process.on("message", () => { for (;;); });'),
      limits: { millis: 300 },
    });
    const dead = new PageRenderer({ program: program('dead.mjs', 'process.on("message", () => process.abort());') });
    for (const renderer of [slow, dead])
      await expect(renderer.pages(scannedPdf(WORDS), 'application/pdf')).rejects.toMatchObject({
        code: 'FILE.NOT_DRAWN',
      });
    // Ten wait or are drawn; more are asked to come again.
    const crowd = await Promise.allSettled(
      Array.from({ length: 14 }, () => slow.pages(scannedPdf(WORDS), 'application/pdf')),
    );
    const codes = crowd.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'drawn'));
    expect(codes.filter((code) => code === 'FILE.RENDERER_BUSY')).toHaveLength(4);
  });
});
