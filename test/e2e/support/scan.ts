import { createCanvas, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';

/** A white A4 page with two black words at known places: the upper one says who, the lower one says what. */
function draw(
  context: SKRSContext2D,
  { width, height, who, what }: { width: number; height: number; who: string; what: string },
) {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#c00';
  context.fillRect(width * 0.1, height * 0.1, width * 0.3, height * 0.05);
  context.fillStyle = '#00c';
  context.fillRect(width * 0.1, height * 0.6, width * 0.3, height * 0.05);
  context.fillStyle = '#000';
  context.font = `${Math.round(height * 0.02)}px sans-serif`;
  context.fillText(who, width * 0.5, height * 0.13);
  context.fillText(what, width * 0.5, height * 0.63);
}
/** The red block: what is to be hidden, in parts of ten thousand. */
export const WHO_BOX = { x: 800, y: 800, width: 9000, height: 1000 } as const;

/** A scanned petition with a text layer and metadata that say who wrote it. */
export function scannedPdf(words: { readonly who: string; readonly what: string; readonly pages?: number }): Buffer {
  const file = new PDFDocument({ title: `Đơn của ${words.who}`, author: words.who, keywords: words.who });
  for (let page = 0; page < (words.pages ?? 2); page++) {
    draw(file.beginPage(595, 842) as SKRSContext2D, { width: 595, height: 842, ...words });
    file.endPage();
  }
  return file.close();
}

export async function photo(
  words: { readonly who: string; readonly what: string },
  type: 'jpeg' | 'png' | 'webp',
): Promise<Buffer> {
  const canvas = createCanvas(620, 877);
  draw(canvas.getContext('2d'), { width: 620, height: 877, ...words });
  return type === 'png'
    ? canvas.encode('png')
    : type === 'webp'
      ? canvas.encode('webp', 90)
      : canvas.encode('jpeg', 90);
}
