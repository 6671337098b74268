/** Past this a photo of a paper holds no more to read, only more to send. */
const LONGEST_PX = 4_096;
const QUALITY = 0.92;
const NAMES: Readonly<Record<string, string>> = { 'image/jpeg': '.jpg', 'image/png': '.png' };

/**
 * A photo as it may leave this machine: turned the way it was taken, and drawn anew, so that place, time and device are not in it.
 * Other files, and pictures this browser cannot draw (a phone's HEIC in most), go as they are; the server cleans what it can read.
 */
export async function readyToSend(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type)) return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return file;
  const scale = Math.min(1, LONGEST_PX / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg';
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, QUALITY));
  if (!drawn) return file;
  const name = type === file.type ? file.name : file.name.replace(/\.[^.]*$/, '') + (NAMES[type] ?? '');
  return new File([drawn], name, { type });
}
