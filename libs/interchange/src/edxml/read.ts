import { createHash } from 'node:crypto';
import type { Element as XmlElement } from '@xmldom/xmldom';
import { isLocalDate, type LocalDate } from '#libs/shared';
import type { Enclosed, Organ, ReadDocument, ReadStatus } from './model.js';
import { refusedPackage } from './refusals.js';
import { isStatusCode } from './status-codes.js';
import { child, children, rootOf, textAt } from './xml.js';
import { onlyFileOf } from './zip.js';

const MAX_FILES = 20;
const MAX_ALL_BYTES = 60 * 1024 * 1024;

/** Reads a message of the axis. @throws AppError 422 with what is wrong with it, in words for its sender. */
export function readMessage(bytes: Buffer): ReadDocument | ReadStatus {
  const root = rootOf(bytes);
  const envelope = root.localName === 'edXMLEnvelope' ? root : child(root, 'edXMLEnvelope');
  const header = child(envelope, 'edXMLHeader');
  const status = child(header, 'Status');
  if (status) return statusOf(status);
  const message = child(header, 'MessageHeader');
  if (!message) throw refusedPackage('NOT_EDXML');
  const files = filesOf(root, child(envelope, 'edXMLBody', 'edXMLManifest'));
  return {
    kind: 'document',
    documentId: needed(textAt(message, 'DocumentId')),
    from: organOf(child(message, 'From')),
    to: organOf(child(message, 'To')),
    number: textAt(message, 'Code', 'CodeNumber'),
    notation: textAt(message, 'Code', 'CodeNotation'),
    place: textAt(message, 'PromulgationInfo', 'Place'),
    issuedOn: dayAt(message, 'PromulgationInfo', 'PromulgationDate'),
    enclosed: files.map(({ file }) => file),
    proven: files.every(({ proven }) => proven),
  };
}

function statusOf(status: XmlElement): ReadStatus {
  const code = textAt(status, 'StatusCode').padStart(2, '0');
  if (!isStatusCode(code)) throw refusedPackage('STATUS');
  const answered = child(status, 'ResponseFor');
  return {
    kind: 'status',
    code,
    documentId: needed(textAt(answered, 'DocumentId')),
    answers: { id: needed(textAt(answered, 'OrganId')), name: '' },
    number: textAt(answered, 'Code'),
    issuedOn: dayAt(answered, 'PromulgationDate'),
    from: organOf(child(status, 'From')),
    description: textAt(status, 'Description'),
    at: instantAt(textAt(status, 'Timestamp')),
  };
}

function organOf(element: XmlElement | undefined): Organ {
  const id = needed(textAt(element, 'OrganId'));
  if (!/^[A-Za-z0-9.-]{2,35}$/.test(id)) throw refusedPackage('FIELD');
  return { id: id.toUpperCase(), name: textAt(element, 'OrganName') || id };
}

const needed = (text: string): string => {
  if (text === '') throw refusedPackage('FIELD');
  return text;
};

function dayAt(parent: XmlElement | undefined, ...path: string[]): LocalDate {
  const day = textAt(parent, ...path)
    .slice(0, 10)
    .replaceAll('/', '-');
  if (!isLocalDate(day)) throw refusedPackage('FIELD');
  return day;
}

function instantAt(text: string): Date {
  const at = new Date(`${text.replaceAll('/', '-').replace(' ', 'T')}+07:00`);
  if (Number.isNaN(at.getTime())) throw refusedPackage('FIELD');
  return at;
}

interface CheckedFile {
  readonly file: Enclosed;
  readonly proven: boolean;
}

/** Every file of the manifest and no other, each under the name and the hash that the manifest gives it. */
function filesOf(root: XmlElement, manifest: XmlElement | undefined): CheckedFile[] {
  const references = children(manifest, 'Reference');
  const attachments = new Map(
    children(child(root, 'AttachmentEncoded'), 'Attachment').map((one) => [textAt(one, 'ContentId'), one]),
  );
  if (references.length !== attachments.size || references.length > MAX_FILES) throw refusedPackage('ATTACHMENT');
  let total = 0;
  return references.map((reference) => {
    const attached = attachments.get(textAt(reference, 'ContentId'));
    if (!attached) throw refusedPackage('ATTACHMENT');
    const checked = fileOf(reference, attached);
    total += checked.file.bytes.length;
    if (total > MAX_ALL_BYTES) throw refusedPackage('ZIP_BOMB');
    return checked;
  });
}

function fileOf(reference: XmlElement, attached: XmlElement): CheckedFile {
  const encoded = (child(attached, 'ContentTransferEncoded')?.textContent ?? '').replaceAll(/\s/g, '');
  if (encoded === '' || encoded.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(encoded))
    throw refusedPackage('BASE64');
  const { bytes } = onlyFileOf(Buffer.from(encoded, 'base64'));
  const says = textAt(reference, 'Description');
  const declared = /sha-256:([0-9a-f]{64})/i.exec(says)?.[1]?.toLowerCase();
  if (declared !== undefined && declared !== createHash('sha256').update(bytes).digest('hex'))
    throw refusedPackage('HASH');
  const name = needed(textAt(reference, 'AttachmentName')).split(/[\\/]/).at(-1) ?? '';
  const mediaType = /^[\w.+-]+\/[\w.+-]+/.exec(says)?.[0] ?? 'application/octet-stream';
  return { file: { name: needed(name).slice(0, 200), mediaType, bytes }, proven: declared !== undefined };
}
