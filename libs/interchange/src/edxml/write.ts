import { createHash } from 'node:crypto';
import type { LocalDate } from '#libs/shared';
import {
  type AxisDocument,
  type AxisStatus,
  DOCUMENT_TYPE,
  type Enclosed,
  NAMESPACE,
  type Organ,
  SUBJECT,
} from './model.js';
import { STATUS_CODES } from './status-codes.js';
import { escaped } from './xml.js';
import { zipOf } from './zip.js';

type Part = readonly [name: string, content: string | readonly Part[]];

const element = ([name, content]: Part): string =>
  `<edXML:${name}>${typeof content === 'string' ? escaped(content) : content.map(element).join('')}</edXML:${name}>`;
const slashed = (day: LocalDate): string => day.replaceAll('-', '/');
/** `YYYY/MM/DD HH:mm:ss` in Vietnam. */
const stamp = (at: Date): string =>
  new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');

export const documentIdOf = (of: {
  readonly organ: string;
  readonly issuedOn: LocalDate;
  readonly number: string;
  readonly notation: string;
}): string => `${of.organ},${slashed(of.issuedOn)},${of.number}/${of.notation}`;

const organ = (name: string, { id, name: organName }: Organ): Part => [
  name,
  [
    ['OrganId', id],
    ['OrganizationInCharge', organName],
    ['OrganName', organName],
  ],
];

/** A forwarded petition as a message of the axis. The same document gives the same bytes. */
export function writeDocument(document: AxisDocument): Buffer {
  const { from, to, number, notation, place, issuedOn, sentAt, enclosed, documentId } = document;
  const header: Part = [
    'MessageHeader',
    [
      organ('From', from),
      organ('To', to),
      ['DocumentId', documentId],
      [
        'Code',
        [
          ['CodeNumber', number],
          ['CodeNotation', notation],
        ],
      ],
      [
        'PromulgationInfo',
        [
          ['Place', place],
          ['PromulgationDate', slashed(issuedOn)],
        ],
      ],
      [
        'DocumentType',
        [
          ['Type', '1'],
          ['TypeDetail', '0'],
          ['TypeName', DOCUMENT_TYPE],
        ],
      ],
      ['Subject', SUBJECT],
      ['Content', SUBJECT],
      [
        'OtherInfo',
        [
          ['Priority', '0'],
          ['PromulgationAmount', '1'],
          ['PageAmount', '1'],
          ['Direction', 'false'],
        ],
      ],
      ['SteeringType', '0'],
    ],
  ];
  const traces: Part = [
    'TraceHeaderList',
    [
      [
        'TraceHeader',
        [
          ['OrganId', from.id],
          ['Timestamp', stamp(sentAt)],
        ],
      ],
      [
        'Bussiness',
        [
          ['BussinessDocType', '0'],
          ['BussinessDocReason', 'Văn bản điện tử mới'],
          ['Paper', '0'],
        ],
      ],
    ],
  ];
  const manifest = enclosed.map((file, at) => element(['Reference', referenceOf(file, at)])).join('');
  const body = `<edXML:edXMLBody><edXML:edXMLManifest version="1.0">${manifest}</edXML:edXMLManifest></edXML:edXMLBody>`;
  return message(`${element(['edXMLHeader', [header, traces]])}${body}`, enclosed.map(attachment).join(''));
}

const contentId = (at: number): string => `cid:${at + 1}`;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const referenceOf = (file: Enclosed, at: number): readonly Part[] => [
  ['ContentId', contentId(at)],
  ['ContentType', 'application/zip'],
  ['Description', `${file.mediaType}; sha-256:${sha256(file.bytes)}`],
  ['AttachmentName', file.name],
];
const attachment = (file: Enclosed, at: number): string =>
  [
    `<Attachment><ContentId>${contentId(at)}</ContentId><AttachmentName>${escaped(file.name)}</AttachmentName>`,
    '<ContentType>application/zip</ContentType><edXML:ContentTransferEncoded ',
    `xmlns:edXML="${NAMESPACE}">${zipOf(file.name, file.bytes).toString('base64')}</edXML:ContentTransferEncoded></Attachment>`,
  ].join('');

/** An answer about a document that came. */
export function writeStatus({
  code,
  documentId,
  answers,
  number,
  issuedOn,
  from,
  description,
  at,
}: AxisStatus): Buffer {
  const status: Part = [
    'Status',
    [
      [
        'ResponseFor',
        [
          ['OrganId', answers.id],
          ['Code', number],
          ['PromulgationDate', slashed(issuedOn)],
          ['DocumentId', documentId],
        ],
      ],
      organ('From', from),
      ['StatusCode', code],
      ['Description', description === '' ? STATUS_CODES[code].words : description],
      ['Timestamp', stamp(at)],
    ],
  ];
  return message(element(['edXMLHeader', [status]]), '');
}

const message = (envelope: string, attachments: string): Buffer =>
  Buffer.from(
    [
      '<?xml version="1.0" encoding="UTF-8"?>\n',
      `<edXML xmlns="${NAMESPACE}"><edXML:edXMLEnvelope xmlns:edXML="${NAMESPACE}">${envelope}</edXML:edXMLEnvelope>`,
      attachments === '' ? '' : `<AttachmentEncoded>${attachments}</AttachmentEncoded>`,
      '</edXML>\n',
    ].join(''),
    'utf8',
  );
