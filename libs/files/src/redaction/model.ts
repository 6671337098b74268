import { AppError } from '#libs/shared';

/** A black box on a page, as parts of its width and height: 0 is left or top, 1 is right or bottom. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface PageBoxes {
  /** First page is 1. */
  readonly page: number;
  readonly boxes: readonly Box[];
}
export interface RenderedPage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly jpeg: Buffer;
}
export interface Redacted {
  readonly mediaType: 'application/pdf' | 'image/jpeg';
  readonly bytes: Buffer;
  readonly pages: number;
  readonly boxes: number;
}

/** What rendering may cost. A scanned dossier fits; a bomb does not. */
export interface RenderLimits {
  readonly pages: number;
  /** Of the longer side of a page. */
  readonly side: number;
  /** Of a picture before it is made smaller. */
  readonly sourcePixels: number;
  readonly millis: number;
}
export const RENDER_LIMITS: RenderLimits = { pages: 60, side: 1800, sourcePixels: 60_000_000, millis: 60_000 };

/** Types whose pages can be drawn here. Others (HEIC, TIFF, Word, sound, video) stay sealed. */
export const DRAWN_TYPES: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);

const refuse = (code: string, status: number, title: string, detail: string): AppError =>
  new AppError({ code: `FILE.${code}`, status, title, detail });

export const cannotDraw = (): AppError =>
  refuse(
    'CANNOT_REDACT',
    422,
    'Không lập được bản làm việc từ loại tệp này',
    'Chỉ che được trên PDF và ảnh JPG, PNG, WebP. Tệp khác giữ nguyên niêm phong; khi cần, hãy in ra, quét lại dạng PDF rồi tải lên.',
  );
export const tooManyPages = (pages: number): AppError =>
  refuse(
    'TOO_MANY_PAGES',
    422,
    'Tài liệu quá nhiều trang',
    `Mỗi tài liệu được che nhiều nhất ${pages} trang; hãy tách tệp rồi tải lên lại.`,
  );
export const tooManyPixels = (): AppError =>
  refuse('TOO_MANY_PIXELS', 422, 'Ảnh quá lớn', 'Ảnh có quá nhiều điểm ảnh để mở an toàn; hãy lưu lại ảnh nhỏ hơn.');
export const drawnInVain = (): AppError =>
  refuse(
    'NOT_DRAWN',
    422,
    'Không vẽ được các trang',
    'Tài liệu bị hỏng, có mật khẩu, hoặc mất quá nhiều thời gian để mở; hãy quét lại dạng PDF rồi tải lên.',
  );
export const rendererBusy = (): AppError =>
  refuse('RENDERER_BUSY', 503, 'Đang có nhiều tài liệu chờ vẽ trang', 'Hãy thử lại sau một phút; chưa có gì thay đổi.');

/** A box that lies on no page or has no surface is a mistake of who drew it, never passed over in silence. */
export function checkBoxes(pages: readonly PageBoxes[], count: number): void {
  const inside = ({ x, y, width, height }: Box): boolean =>
    [x, y, width, height].every(Number.isFinite) &&
    width > 0 &&
    height > 0 &&
    x >= 0 &&
    y >= 0 &&
    x + width <= 1.0001 &&
    y + height <= 1.0001;
  for (const { page, boxes } of pages)
    if (!Number.isInteger(page) || page < 1 || page > count || !boxes.every(inside))
      throw refuse(
        'BOX_OUTSIDE',
        422,
        'Ô che nằm ngoài trang',
        `Trang ${page} có ô che không nằm trong trang; hãy vẽ lại.`,
      );
}
