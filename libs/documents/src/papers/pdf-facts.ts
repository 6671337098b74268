import type { JsonObject } from '#libs/shared';
import { AppError } from '#libs/shared';

/** Pages, where the file says so without being unpacked. */
export function pageCount(pdf: Buffer): number | null {
  const text = pdf.toString('latin1');
  const pages = text.match(/\/Type\s*\/Page(?![A-Za-z])/gu)?.length ?? 0;
  const counted = Math.max(
    0,
    ...[...text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/gu)].map((match) => Number(match[1])),
  );
  return Math.max(pages, counted) || null;
}

/**
 * Whether an uploaded PDF carries a digital signature (ISO 32000-1 12.8: a signature dictionary with a byte range), and
 * whether the last one covers the file to its end. Its certificate is not judged here.
 */
export function signatureIn(pdf: Buffer): JsonObject {
  const text = pdf.toString('latin1');
  const ranges = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/gu)].map((match) =>
    match.slice(1, 5).map(Number),
  );
  const isSignature = /\/Type\s*\/Sig\b/u.test(text) || /\/Filter\s*\/Adobe\.PPK/u.test(text);
  const count = isSignature ? ranges.length : 0;
  const ends = ranges.map(([, , start = 0, length = 0]) => start + length);
  return { count, coversWholeFile: count > 0 && Math.max(...ends) === pdf.length };
}

/** @throws AppError 422 for bytes that are no PDF. */
export function mustBePdf(bytes: Buffer): void {
  if (bytes.subarray(0, 1024).includes('%PDF-') && bytes.subarray(-2048).includes('%%EOF')) return;
  throw new AppError({
    code: 'PAPER.NOT_PDF',
    status: 422,
    title: 'Tệp không phải PDF',
    detail: 'Bản đã ký phải là tệp PDF đầy đủ.',
  });
}
