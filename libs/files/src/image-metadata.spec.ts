import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImageBroken, withoutMetadata } from './image-metadata.js';

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures', name));
/** Taken by a phone held upright: orientation 6, place, time, device, a note, and a trailer after the picture. */
const PHOTO = fixture('photo-with-place.jpg');
/** The same in chunks of a PNG. */
const PICTURE = fixture('picture-with-place.png');
const TELLING = [/GPS/, /MayAnh/, /Dien thoai/, /2026:07:01/, /Chup tai/, /xmpmeta/, /Samsung/, /106\.85/];
const saysNothing = (bytes: Buffer): boolean => !TELLING.some((words) => words.test(bytes.toString('latin1')));

/** Segments of a JPEG up to its picture data. */
function segments(bytes: Buffer): { readonly marker: number; readonly body: Buffer }[] {
  const found = [];
  for (let at = 2; at < bytes.length;) {
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const marker = bytes[at + 1] as number;
    found.push({ marker, body: bytes.subarray(at + 4, end) });
    if (marker === 0xda) break;
    at = end;
  }
  return found;
}
const pictureOf = (bytes: Buffer): Buffer => bytes.subarray(bytes.indexOf(Buffer.from([0xff, 0xda])));

describe('what a camera writes beside a picture', () => {
  it('is gone from a JPEG: place, time, device, notes, and what hangs after the picture', () => {
    expect(saysNothing(PHOTO)).toBe(false);
    const clean = withoutMetadata(PHOTO, 'image/jpeg');
    expect(saysNothing(clean)).toBe(true);
    expect(clean.length).toBeLessThan(PHOTO.length);
  });

  it('leaves the picture data as they were, and one entry that says which way is up', () => {
    const clean = withoutMetadata(PHOTO, 'image/jpeg');
    const end = PHOTO.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2;
    expect(pictureOf(clean)).toEqual(pictureOf(PHOTO.subarray(0, end)));
    const exif = segments(clean).filter(({ marker }) => marker === 0xe1);
    expect(exif.map(({ body }) => body.length)).toEqual([32]);
    expect(exif[0]?.body.readUInt16BE(6 + 18)).toBe(6);
    expect(segments(clean).map(({ marker }) => marker)).toEqual(expect.arrayContaining([0xe0, 0xdb, 0xc0, 0xc4, 0xda]));
  });

  it('leaves no entry at all where the picture is upright, and nothing to take away the second time', () => {
    const upright = Buffer.from(PHOTO);
    upright[upright.indexOf(Buffer.from([0x01, 0x12, 0x00, 0x03])) + 9] = 1;
    const clean = withoutMetadata(upright, 'image/jpeg');
    expect(segments(clean).some(({ marker }) => marker === 0xe1)).toBe(false);
    expect(withoutMetadata(clean, 'image/jpeg')).toEqual(clean);
    const turned = withoutMetadata(PHOTO, 'image/jpeg');
    expect(withoutMetadata(turned, 'image/jpeg')).toEqual(turned);
  });

  it('is gone from a PNG, whose picture and orientation stay', () => {
    expect(saysNothing(PICTURE)).toBe(false);
    const clean = withoutMetadata(PICTURE, 'image/png');
    expect(saysNothing(clean)).toBe(true);
    const types = [...clean.toString('latin1').matchAll(/IHDR|eXIf|tEXt|iTXt|IDAT|IEND/g)].map(([type]) => type);
    expect([...new Set(types)]).toEqual(['IHDR', 'eXIf', 'IDAT', 'IEND']);
    const idat = (bytes: Buffer) => bytes.subarray(bytes.indexOf('IDAT'), bytes.indexOf('IEND'));
    expect(idat(clean)).toEqual(idat(PICTURE));
  });

  it('keeps a picture that is cut off in its last lines, and refuses one whose parts do not add up', () => {
    const cut = PHOTO.subarray(0, PHOTO.lastIndexOf(Buffer.from([0xff, 0xd9])) - 4);
    expect(saysNothing(withoutMetadata(cut, 'image/jpeg'))).toBe(true);
    for (const length of [3, 20, 60, 200]) {
      expect(() => withoutMetadata(PHOTO.subarray(0, length), 'image/jpeg')).toThrow(ImageBroken);
      expect(() => withoutMetadata(PICTURE.subarray(0, length), 'image/png')).toThrow(ImageBroken);
    }
  });

  it('never fails in any other way, whatever the bytes', () => {
    let seed = 7;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 2_000; round++) {
      const source = round % 2 === 0 ? PHOTO : PICTURE;
      const bytes = Buffer.from(source.subarray(0, Math.ceil(random() * source.length)));
      for (let i = 0; i < 4; i++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      try {
        withoutMetadata(bytes, round % 2 === 0 ? 'image/jpeg' : 'image/png');
      } catch (error) {
        expect(error).toBeInstanceOf(ImageBroken);
      }
    }
  });

  it('is not looked for in other types', () => {
    const pdf = Buffer.from('%PDF-1.7 Exif GPS');
    expect(withoutMetadata(pdf, 'application/pdf')).toBe(pdf);
  });

  it('takes the notes out of a WebP and says in its head that there are none', () => {
    const chunk = (type: string, body: Buffer): Buffer => {
      const head = Buffer.alloc(8);
      head.write(type, 0, 'latin1');
      head.writeUInt32LE(body.length, 4);
      return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
    };
    const parts = [
      chunk('VP8X', Buffer.from([0x0c, 0, 0, 0, 9, 0, 0, 9, 0, 0])),
      ...[
        chunk('VP8L', Buffer.from([0x2f, 1, 2])),
        chunk('EXIF', Buffer.from('GPS ở nhà')),
        chunk('XMP ', Buffer.from('tác giả')),
      ],
    ];
    const whole = Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), ...parts]);
    const cleaned = withoutMetadata(whole, 'image/webp');
    expect(cleaned.includes('GPS') || cleaned.includes('EXIF') || cleaned.includes('XMP')).toBe(false);
    expect([cleaned[20], cleaned.readUInt32LE(4), cleaned.includes('VP8L')]).toEqual([0, cleaned.length - 8, true]);
    expect(() => withoutMetadata(whole.subarray(0, 40), 'image/webp')).toThrow(ImageBroken);
    expect(() => withoutMetadata(Buffer.from('RIFFxxxxWAVE'), 'image/webp')).toThrow(ImageBroken);
  });
});
