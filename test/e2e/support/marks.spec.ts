import { deflateRawSync } from 'node:zlib';
import { traces } from './marks.js';

const packed = (text: string): Buffer => {
  const body = deflateRawSync(Buffer.from(text));
  const local = Buffer.alloc(30);
  local.write('PK\u0003\u0004', 0, 'latin1');
  const central = Buffer.alloc(46);
  central.write('PK\u0001\u0002', 0, 'latin1');
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(body.length, 20);
  return Buffer.concat([local, body, central]);
};

describe('marks are seen', () => {
  it.each([
    ['as they are', 'bà Trịnh Kwyjibo Lan'],
    ['without signs, in capitals', 'TRINH KWYJIBO LAN'],
    ['decomposed', 'Trịnh Kwyjibo Lan'.normalize('NFD')],
    ['in base64 behind anything', Buffer.from('{"x":"Trịnh Kwyjibo Lan"}').toString('base64')],
    ['in hexadecimal', Buffer.from('xx kwyjibo').toString('hex')],
    ['escaped in an address', '?q=Tr%E1%BB%8Bnh%20Kwyjibo'],
    ['in bytes of two', Buffer.from('Kwyjibo', 'utf16le')],
    ['packed', packed('<w:t>Kwyjibo</w:t>')],
  ])('%s', (_, text) => expect(traces(text).length).toBeGreaterThan(0));

  it('and nothing else is', () => expect(traces('Đơn tố cáo của bà Nguyễn Thị Lan, ngày 19/11/2026')).toEqual([]));
});
