import QRCode from 'qrcode';

/** A code big enough to be read from paper at 20 mm. */
export const qrPng = (address: string): Promise<Buffer> =>
  QRCode.toBuffer(address, { type: 'png', margin: 0, width: 320, errorCorrectionLevel: 'M' });
