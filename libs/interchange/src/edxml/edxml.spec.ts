import { AppError, localDate } from '#libs/shared';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import PizZip from 'pizzip';
import { type AxisDocument, NAMESPACE, SUBJECT } from './model.js';
import { petitionFile, petitionIn, type ForwardedPetition } from './petition.js';
import { readMessage } from './read.js';
import { further, isTaken } from './status-codes.js';
import { documentIdOf, writeDocument, writeStatus } from './write.js';
import { zipOf } from './zip.js';

const PETITION: ForwardedPetition = {
  ...{ type: 'complaint', field: 'Đất đai', content: 'Khiếu nại về bồi thường <thửa 7 & 8>' },
  ...{ respondent: 'Ủy ban nhân dân xã', challengedDecision: '12/QĐ-UBND', petitionerCount: 1, jointPetition: false },
  petitioners: [
    { fullName: 'Đặng Thị Hoa', personalId: '001185000001', birthDate: '1985', phone: null, address: 'Thôn 1' },
  ],
  ...{ receivedOn: localDate('2026-07-02'), sentOn: localDate('2026-07-06'), hop: 1, chain: ['H13.2'], hops: [] },
};
const from = { id: 'H13.2', name: 'Ủy ban nhân dân xã Tân Thành' };
const DOCUMENT: AxisDocument = {
  documentId: documentIdOf({ organ: from.id, issuedOn: localDate('2026-07-06'), number: '21', notation: 'PCĐ' }),
  ...{ from, to: { id: 'H17.9', name: 'Thanh tra tỉnh' }, number: '21', notation: 'PCĐ', place: '' },
  ...{ issuedOn: localDate('2026-07-06'), sentAt: new Date('2026-07-06T02:03:04Z') },
  enclosed: [
    petitionFile(PETITION),
    { name: 'don.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7 …') },
  ],
};
const written = writeDocument(DOCUMENT).toString('utf8');
const code = (message: string | Buffer): string => {
  try {
    readMessage(Buffer.isBuffer(message) ? message : Buffer.from(message, 'utf8'));
    return 'taken';
  } catch (error) {
    if (error instanceof AppError && error.status === 422) return error.code.replace('INTERCHANGE.', '');
    throw error;
  }
};
/** The message with another archive in place of the first. */
const withArchive = (archive: Buffer): string =>
  written.replace(/(<edXML:ContentTransferEncoded [^>]*>)[^<]+/, `$1${archive.toString('base64')}`);

describe('a message of the axis', () => {
  it('is read as it was written, the same bytes each time', () => {
    expect(writeDocument(DOCUMENT).equals(Buffer.from(written))).toBe(true);
    const read = readMessage(Buffer.from(written));
    if (read.kind !== 'document') throw new Error('a document was written');
    expect(read).toMatchObject({
      ...{ documentId: 'H13.2,2026/07/06,21/PCĐ', from, number: '21', notation: 'PCĐ', issuedOn: '2026-07-06' },
      ...{ to: { id: 'H17.9' }, proven: true },
    });
    expect(read.enclosed.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['du-lieu-don.json', 'application/json'],
      ['don.pdf', 'application/pdf'],
    ]);
    expect(petitionIn(read.enclosed)).toEqual(PETITION);
    expect(petitionIn(read.enclosed.slice(1))).toBeNull();
  });

  it('says nothing of a citizen or of the matter outside the enclosed files', () => {
    const header = written.slice(0, written.indexOf('<AttachmentEncoded>'));
    expect(header).toContain(SUBJECT);
    expect(header).not.toMatch(/Hoa|001185|Đất đai|bồi thường|khiếu nại|complaint/i);
  });

  it('is read from senders who write the namespace and the prolog in other ways', () => {
    const plain = written.replaceAll('edXML:', '').replace(/<edXMLEnvelope [^>]*>/, '<edXMLEnvelope>');
    expect(code(plain)).toBe('taken');
    expect(code(`\ufeff${written}`)).toBe('taken');
    expect(code(written.replace(/; sha-256:[0-9a-f]{64}/g, ''))).toBe('taken');
  });

  it('carries answers, of which the furthest stands', () => {
    const status = writeStatus({
      ...{
        code: '03',
        documentId: DOCUMENT.documentId,
        answers: from,
        number: '21',
        issuedOn: localDate('2026-07-06'),
      },
      ...{ from: DOCUMENT.to, description: '', at: new Date('2026-07-07T01:00:00Z') },
    });
    expect(readMessage(status)).toMatchObject({
      ...{ kind: 'status', code: '03', documentId: DOCUMENT.documentId, from: { id: 'H17.9' } },
      ...{ description: 'Đã tiếp nhận', at: new Date('2026-07-07T01:00:00Z') },
    });
    expect(code(status.toString('utf8').replace('>03<', '>99<'))).toBe('STATUS');
    expect(further(null, '01')).toBe('01');
    expect(further('03', '01')).toBe('03');
    expect(further('01', '02')).toBe('02');
    expect([isTaken('01'), isTaken('03'), isTaken('02')]).toEqual([false, true, false]);
  });
});

describe('a bad message is refused with a reason', () => {
  const bomb = (): Buffer => {
    const zip = new PizZip();
    zip.file('a', Buffer.alloc(40 * 1024 * 1024), { binary: true });
    return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
  const two = (): Buffer => {
    const zip = new PizZip();
    zip.file('a', 'x');
    zip.file('b', 'y');
    return zip.generate({ type: 'nodebuffer' });
  };
  /** Says that it holds ten bytes and unpacks to a few megabytes. */
  const liar = (): Buffer => {
    const archive = zipOf('a', Buffer.alloc(4 * 1024 * 1024, 65));
    for (const mark of [0x04034b50, 0x02014b50]) {
      const sign = Buffer.alloc(4);
      sign.writeUInt32LE(mark);
      archive.writeUInt32LE(10, archive.indexOf(sign) + (mark === 0x04034b50 ? 22 : 24));
    }
    return archive;
  };

  it.each([
    ['not XML at all', () => 'đơn khiếu nại', 'NOT_XML'],
    ['cut in the middle', () => written.slice(0, 900), 'NOT_XML'],
    ['another XML', () => '<a><b/></a>', 'NOT_EDXML'],
    [
      'a document type',
      () => written.replace('<edXML ', '<!DOCTYPE edXML SYSTEM "file:///etc/passwd"><edXML '),
      'DOCTYPE',
    ],
    [
      'entities that grow',
      () => written.replace('<edXML ', '<!DOCTYPE edXML [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><edXML '),
      'DOCTYPE',
    ],
    ['an instruction', () => written.replace('<edXML ', '<?xml-stylesheet href="x"?><edXML '), 'DOCTYPE'],
    ['another encoding', () => Buffer.from(written, 'utf16le'), 'ENCODING'],
    ['bytes that are no UTF-8', () => Buffer.concat([Buffer.from(written), Buffer.of(0xff, 0xfe)]), 'ENCODING'],
    ['a declared other encoding', () => written.replace('UTF-8', 'ISO-8859-1'), 'ENCODING'],
    ['endless nesting', () => `<edXML xmlns="${NAMESPACE}">${'<a>'.repeat(5_000)}`, 'TOO_DEEP'],
    ['too many elements', () => `<edXML>${'<a/>'.repeat(5_000)}</edXML>`, 'TOO_DEEP'],
    ['no sender', () => written.replace('<edXML:OrganId>H13.2<', '<edXML:OrganId><'), 'FIELD'],
    ['a sender that is a path', () => written.replace('>H13.2<', '>../../etc<'), 'FIELD'],
    ['a day that is none', () => written.replace('>2026/07/06</edXML:Prom', '>2026/02/30</edXML:Prom'), 'FIELD'],
    ['a file missing', () => written.replace(/<Attachment>.*?<\/Attachment>/s, ''), 'ATTACHMENT'],
    [
      'a file under another id',
      () => written.replace('<Attachment><ContentId>cid:1', '<Attachment><ContentId>cid:7'),
      'ATTACHMENT',
    ],
    ['no base64', () => written.replace(/(<edXML:ContentTransferEncoded [^>]*>)/, '$1!!!'), 'BASE64'],
    ['no archive', () => withArchive(Buffer.from('not a zip, whatever it says')), 'ZIP'],
    ['an archive of two', () => withArchive(two()), 'ZIP'],
    ['a path in the archive', () => withArchive(zipOf('../x', Buffer.from('x'))), 'ZIP'],
    ['a broken stream', () => withArchive(brokenZip()), 'ZIP'],
    ['a zip bomb', () => withArchive(bomb()), 'ZIP_BOMB'],
    ['a zip that lies about its size', () => withArchive(liar()), 'ZIP_BOMB'],
    ['another file than its hash', () => withArchive(zipOf('du-lieu-don.json', Buffer.from('{}'))), 'HASH'],
  ])('%s', (_, message, fault) => {
    expect(code(message())).toBe(fault);
  });

  it('whatever is done to its bytes, it is taken or refused in words', () => {
    const good = Buffer.from(written);
    const damage = fc.array(
      fc.record({ at: fc.nat(good.length - 1), cut: fc.nat(40), put: fc.uint8Array({ maxLength: 12 }) }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(damage, (all) => {
        const spoiled = all.reduce(
          (bytes, { at, cut, put }) => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]),
          good,
        );
        expect(code(spoiled)).toMatch(/^(taken|[A-Z_0-9]+)$/);
      }),
      { numRuns: 400, seed: 20_260_706 },
    );
  });

  it('a petition that is no petition', () => {
    const file = (value: unknown) => [
      { name: 'du-lieu-don.json', mediaType: 'application/json', bytes: Buffer.from(JSON.stringify(value)) },
    ];
    const whole = JSON.parse(petitionFile(PETITION).bytes.toString('utf8')) as Record<string, unknown>;
    for (const bad of [
      ...[null, [], 'x', { ...whole, profile: 'other' }, { ...whole, type: 'letter' }, { ...whole, content: '' }],
      ...[
        { ...whole, content: 'x'.repeat(30_000) },
        { ...whole, petitioners: 'all' },
        { ...whole, hop: -1 },
      ],
      ...[
        { ...whole, petitioners: [7] },
        { ...whole, sentOn: '2026-02-30' },
      ],
    ])
      expect(() => petitionIn(file(bad))).toThrow('INTERCHANGE.PETITION');
    expect(petitionIn(file(whole))).toEqual(PETITION);
  });
});

function brokenZip(): Buffer {
  const bytes = Buffer.from('một đoạn văn dài '.repeat(50));
  const archive = zipOf('a', bytes);
  const packed = deflateRawSync(bytes);
  const at = archive.indexOf(packed.subarray(0, 4));
  archive.fill(0xff, Math.max(at, 31), Math.max(at, 31) + 8);
  return archive;
}
