import { crc32, deflateSync } from 'node:zlib';
import QRCode from 'qrcode';

/** Pixels of one module: big enough to be read from paper at 20 mm. */
const SCALE = 8;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, check]);
}

/** A picture of one bit a pixel, 0 black (PNG, W3C: greyscale of depth 1). */
export function qrPng(address: string): Buffer {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules;
  const side = size * SCALE;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const line = Math.ceil(side / 8) + 1;
  const pixels = Buffer.alloc(line * side, 0xff);
  for (let y = 0; y < side; y += 1) {
    pixels[y * line] = 0;
    for (let x = 0; x < side; x += 1)
      if (data[Math.floor(y / SCALE) * size + Math.floor(x / SCALE)]) {
        const at = y * line + 1 + (x >> 3);
        pixels[at] = (pixels[at] ?? 0) & ~(0x80 >> (x & 7));
      }
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
