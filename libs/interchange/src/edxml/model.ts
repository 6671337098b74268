import type { LocalDate } from '#libs/shared';
import type { StatusCode } from './status-codes.js';

/** An agency as the axis knows it: `id` is its mã định danh. */
export interface Organ {
  readonly id: string;
  readonly name: string;
}

/** A file that travels in the message: each is zipped for itself and written in base64. */
export interface Enclosed {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** A document on the axis. Header fields are read by every machine on the way: nothing of a citizen stands in them. */
export interface AxisDocument {
  /** `{organ},{YYYY/MM/DD},{number}/{notation}` */
  readonly documentId: string;
  readonly from: Organ;
  readonly to: Organ;
  readonly number: string;
  readonly notation: string;
  readonly place: string;
  readonly issuedOn: LocalDate;
  /** System clock. */
  readonly sentAt: Date;
  readonly enclosed: readonly Enclosed[];
}

/** A document as it was read; of the enclosed files each has been checked against what the sender said of it. */
export interface ReadDocument extends Omit<AxisDocument, 'sentAt'> {
  readonly kind: 'document';
  /** False: the sender gave no SHA-256 for at least one file. */
  readonly proven: boolean;
}

export interface AxisStatus {
  readonly code: StatusCode;
  readonly documentId: string;
  /** Who sent the document that is answered. */
  readonly answers: Organ;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly from: Organ;
  readonly description: string;
  readonly at: Date;
}
export interface ReadStatus extends AxisStatus {
  readonly kind: 'status';
}

export const NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';
/** The same words for every petition, whatever it is about. */
export const SUBJECT = 'Về việc chuyển đơn của công dân';
export const DOCUMENT_TYPE = 'Phiếu chuyển đơn';

/** Parts of the message, and how sure their shape is; shown on the screen of the mapping. */
export const EDXML_PARTS: readonly { readonly part: string; readonly says: string; readonly confirmed: boolean }[] = [
  { part: 'edXMLHeader / MessageHeader', says: 'Nơi gửi, nơi nhận, số, ký hiệu, ngày, loại văn bản', confirmed: true },
  { part: 'TraceHeaderList', says: 'Vết gửi và nghiệp vụ (văn bản mới)', confirmed: true },
  { part: 'edXMLBody / edXMLManifest', says: 'Danh mục tệp đính kèm', confirmed: true },
  { part: 'AttachmentEncoded', says: 'Từng tệp nén zip, viết base64', confirmed: true },
  { part: 'Status / ResponseFor', says: 'Gói trạng thái trả lời', confirmed: false },
  { part: 'Description: sha-256', says: 'Mã băm từng tệp, quy ước của phần mềm này', confirmed: false },
  { part: 'du-lieu-don.json', says: 'Dữ liệu đơn có cấu trúc, quy ước của phần mềm này', confirmed: false },
  { part: 'Signature', says: 'Chữ ký số của gói: chưa ký, chưa kiểm tra', confirmed: false },
];
