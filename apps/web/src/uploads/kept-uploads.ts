import { canKeep, drop, fromBytes, keep, take, takeAll, toBytes } from '../offline/browser-store.js';

/** An upload that outlives the page: what it is, sealed as its bytes are. Never of a petition that may denounce. */
export interface KeptUpload {
  readonly id: string;
  readonly petitionId: string;
  readonly name: string;
  readonly type: string;
  /** The server's name for it, once it has begun. */
  readonly uploadId?: string;
}

export async function keepUpload(userId: number, { id, ...rest }: KeptUpload): Promise<void> {
  if (canKeep()) await keep('uploads', { id, userId, savedAt: Date.now() }, toBytes(rest));
}

export async function keepFile(userId: number, id: string, file: Blob): Promise<void> {
  if (canKeep()) await keep('files', { id, userId, savedAt: Date.now() }, await file.arrayBuffer());
}

export async function keptFile(userId: number, { id, name, type }: KeptUpload): Promise<File | null> {
  const found = await take('files', userId, id);
  return found && new File([found.bytes], name, { type });
}

export async function keptUploads(userId: number): Promise<readonly KeptUpload[]> {
  if (!canKeep()) return [];
  const rows = await takeAll('uploads', userId);
  return rows.map(({ id, bytes }) => ({ ...fromBytes<Omit<KeptUpload, 'id'>>(bytes), id }));
}

export async function dropUpload(id: string): Promise<void> {
  if (!canKeep()) return;
  await drop('uploads', id);
  await drop('files', id);
}
