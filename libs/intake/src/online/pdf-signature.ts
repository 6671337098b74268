import { createHash, verify, X509Certificate } from 'node:crypto';
import { type Der, membersOf, oidOf, readDer } from './der.js';

/** One thing that was looked at, in the words of the page, with its answer. Null: not checked, and said so. */
export interface SignatureFinding {
  readonly code: string;
  readonly title: string;
  readonly holds: boolean | null;
  readonly detail: string | null;
}

const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.3.14.3.2.26': 'sha1',
};
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** Signature over a digest by RSA-PSS is left out: it is told as not checked. */
const PSS = '1.2.840.113549.1.1.10';
const SEQUENCE_OF_ATTRIBUTES = 0x31;

interface Found {
  readonly ranges: readonly [number, number, number, number];
  readonly cms: Buffer;
}

/** The last signature of a PDF: its byte ranges and the CMS between them. */
function findSignature(pdf: Buffer): Found | null {
  const text = pdf.toString('latin1');
  const match = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].at(-1);
  if (!match) return null;
  const ranges = match.slice(1, 5).map(Number) as unknown as Found['ranges'];
  const [start, length, next] = ranges;
  const hex = /<([0-9a-fA-F\s]*)>/.exec(text.slice(start + length, next))?.[1]?.replaceAll(/\s/g, '');
  return hex ? { ranges, cms: Buffer.from(hex, 'hex') } : null;
}

interface SignerParts {
  readonly digest: string | undefined;
  readonly signatureOid: string;
  readonly attributes: Der | undefined;
  readonly signature: Buffer;
  readonly certificate: X509Certificate | null;
}

function signerOf(cms: Buffer): SignerParts {
  const [type, wrapped] = membersOf(readDer(cms));
  if (!type || !wrapped || oidOf(type) !== SIGNED_DATA) throw new RangeError('No SignedData');
  const parts = membersOf(readDer(wrapped.content));
  const certificates = parts.find(({ tag }) => tag === 0xa0);
  const signers = parts.at(-1);
  const signer = signers && membersOf(signers)[0];
  if (!signer) throw new RangeError('No signer');
  const fields = membersOf(signer);
  const algorithms = fields.filter(({ tag }) => tag === 0x30).slice(1);
  const digest = algorithms[0] && membersOf(algorithms[0])[0];
  const method = algorithms[1] && membersOf(algorithms[1])[0];
  const serial = fields[1] && membersOf(fields[1])[1]?.content.toString('hex');
  return {
    digest: digest && DIGESTS[oidOf(digest)],
    signatureOid: method ? oidOf(method) : '',
    attributes: fields.find(({ tag }) => tag === 0xa0),
    signature: fields.find(({ tag }) => tag === 0x04)?.content ?? Buffer.alloc(0),
    certificate: certificateOf(certificates, serial),
  };
}

/** The certificate of the signer by its serial number; the first where no number is named. */
function certificateOf(certificates: Der | undefined, serial: string | undefined): X509Certificate | null {
  const all = (certificates ? membersOf(certificates) : []).flatMap(({ raw }) => {
    try {
      return [new X509Certificate(raw)];
    } catch {
      return [];
    }
  });
  const plain = (number: string): string => number.toLowerCase().replace(/^0+/, '');
  return all.find((one) => serial !== undefined && plain(one.serialNumber) === plain(serial)) ?? all[0] ?? null;
}

function digestHolds(pdf: Buffer, { ranges }: Found, { digest, attributes }: SignerParts): boolean {
  if (!digest || !attributes) return false;
  const attribute = membersOf(attributes).find((one) => {
    const [oid] = membersOf(one);
    return oid && oidOf(oid) === MESSAGE_DIGEST;
  });
  const stated = attribute && readDer(membersOf(attribute)[1]?.content ?? Buffer.alloc(0)).content;
  const [a, b, c, d] = ranges;
  const counted = createHash(digest)
    .update(pdf.subarray(a, a + b))
    .update(pdf.subarray(c, c + d))
    .digest();
  return stated?.equals(counted) ?? false;
}

/** Signed are the attributes as a SET, though they travel under another tag. */
function keyHolds({ digest, attributes, signature, certificate, signatureOid }: SignerParts): boolean | null {
  if (!digest || !attributes || !certificate || signatureOid === PSS) return null;
  const signed = Buffer.from(attributes.raw);
  signed[0] = SEQUENCE_OF_ATTRIBUTES;
  try {
    return verify(digest, signed, certificate.publicKey, signature);
  } catch {
    return false;
  }
}

const commonName = (certificate: X509Certificate | null): string | null =>
  certificate ? (/^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? null) : null;

const NOT_CHECKED: readonly SignatureFinding[] = [
  {
    code: 'TRUST',
    title: 'Chứng thư số do tổ chức được cấp phép cấp',
    holds: null,
    detail: 'Chưa kiểm tra: hệ thống không nối mạng ra ngoài. Cán bộ kiểm tra trước khi thụ lý.',
  },
  {
    code: 'REVOCATION',
    title: 'Chứng thư số còn hiệu lực, chưa bị thu hồi lúc ký',
    holds: null,
    detail: 'Chưa kiểm tra.',
  },
  { code: 'PERSON', title: 'Người ký đúng là người đứng đơn', holds: null, detail: 'Chưa kiểm tra.' },
];

/** What can be found out about the signature inside a PDF without any network; null where there is none. */
export function checkPdfSignature(pdf: Buffer): readonly SignatureFinding[] | null {
  const found = findSignature(pdf);
  if (!found) return null;
  const [a, b, c, d] = found.ranges;
  const whole = a === 0 && c >= b && c + d === pdf.length;
  const finding = (code: string, title: string, holds: boolean | null, detail: string | null): SignatureFinding => ({
    ...{ code, title, holds, detail },
  });
  let signer: SignerParts | null;
  try {
    signer = signerOf(found.cms);
  } catch {
    signer = null;
  }
  return [
    finding('PRESENT', 'Tệp có chữ ký số', signer !== null, signer ? null : 'Không đọc được phần chữ ký.'),
    finding('WHOLE', 'Chữ ký bao trọn tệp', whole, whole ? null : 'Có phần của tệp nằm ngoài chữ ký.'),
    finding('DIGEST', 'Nội dung không đổi từ lúc ký', signer ? digestHolds(pdf, found, signer) : false, null),
    finding(
      'KEY',
      'Chữ ký khớp với chứng thư số trong tệp',
      signer ? keyHolds(signer) : false,
      signer ? commonName(signer.certificate) : null,
    ),
    ...NOT_CHECKED,
  ];
}

/** A digital signature is taken where nothing that was checked is wrong. */
export const signatureStands = (findings: readonly SignatureFinding[] | null): boolean =>
  findings !== null && findings.every(({ holds }) => holds !== false);
