import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AxisDocument, documentIdOf, petitionFile, readMessage } from '#libs/interchange';
import { localDate } from '#libs/shared';
import type { RunningSystem } from './system.js';

/** Answers of the API, as far as a test looks at them. */
export interface Row {
  id: string;
  kind: string;
  group: string;
  registerLabel: string;
  state: string;
  stale: boolean;
  protected: boolean;
  late: boolean;
  dueOn: string | null;
  citation: string;
  error: string | null;
}
export interface Taken {
  records: { id: string }[];
}
export interface Package {
  id: string;
  state: string;
  records: number;
  accepted: number;
  rejected: number;
  attempts: number;
  lastError: string | null;
}
export interface Message {
  id: string;
  direction: string;
  state: string;
  statusCode: string | null;
  documentId: string;
  partnerCode: string;
  structured: boolean | null;
  registerLabel: string | null;
}

export interface Manifest {
  packageId: string;
  items: { kind: string; id: string; hash: string }[];
}

export const OUTSIDE = { id: 'H99.7', name: 'Ủy ban nhân dân phường ngoài tỉnh' };
export const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

/** The folders a carrier of packages sees. */
export class Exchange {
  readonly national: string;
  readonly axis: string;
  constructor({ dataDir }: RunningSystem) {
    this.national = join(dataDir, 'lien-thong', 'csdl-quoc-gia');
    this.axis = join(dataDir, 'lien-thong', 'truc');
  }
  packages = (): string[] => (existsSync(join(this.national, 'di')) ? readdirSync(join(this.national, 'di')) : []);
  /** Seen by a carrier: what is only laid ready is not. */
  seen = (packageId: string): boolean => existsSync(join(this.national, 'di', packageId));
  manifest = (id: string): Manifest =>
    JSON.parse(readFileSync(join(this.national, 'di', id, 'manifest.json'), 'utf8')) as Manifest;
  put(channel: 'national' | 'axis', name: string, bytes: Buffer | string): void {
    mkdirSync(join(this[channel], 'den'), { recursive: true });
    writeFileSync(join(this[channel], 'den', name), bytes);
  }
  sent = (): Buffer[] =>
    filesBelow(join(this.axis, 'di'))
      .filter((path) => path.endsWith('.edxml'))
      .map((path) => readFileSync(path));
  statusesTo = (documentId: string): string[] =>
    this.sent()
      .map((bytes) => readMessage(bytes))
      .flatMap((one) => (one.kind === 'status' && one.documentId === documentId ? [one.code] : []))
      .sort();
}

/** A petition that a commune elsewhere sends to Tân Thành. */
export const arriving = (number: string, over: Partial<AxisDocument> = {}): AxisDocument => ({
  ...{ from: OUTSIDE, to: { id: 'XA-TANTHANH', name: 'Ủy ban nhân dân xã Tân Thành' }, number, notation: 'PCĐ' },
  documentId: documentIdOf({ organ: OUTSIDE.id, issuedOn: localDate('2026-07-06'), number, notation: 'PCĐ' }),
  ...{ place: '', issuedOn: localDate('2026-07-06'), sentAt: new Date('2026-07-06T03:00:00Z') },
  enclosed: [
    petitionFile({
      ...{
        type: 'complaint',
        field: 'Đất đai',
        content: `Khiếu nại thu hồi đất, văn bản ${number}`,
        respondent: null,
      },
      ...{ challengedDecision: null, petitionerCount: 1, jointPetition: false, hop: 2, chain: [OUTSIDE.id], hops: [] },
      ...{ receivedOn: localDate('2026-07-01'), sentOn: localDate('2026-07-06') },
      petitioners: [
        {
          fullName: 'Hồ Thị Wembley',
          personalId: null,
          birthDate: null,
          phone: null,
          address: 'Thôn 4, xã Tân Thành',
        },
      ],
    }),
  ],
  ...over,
});
