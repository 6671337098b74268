import { createHash, randomUUID } from 'node:crypto';
import { type KeyVault, Sealer } from '#libs/identity';
import { AppError, type JsonObject } from '#libs/shared';
import { readMessage } from '../edxml/read.js';
import { pathOf } from '../edxml/path.js';
import { petitionIn } from '../edxml/petition.js';
import { type PackageFault, refusedPackage } from '../edxml/refusals.js';
import type { Arrival, AxisBook, DocumentAxis, PackageBook } from '../ports.js';

export interface ReceivingParts {
  readonly axis: AxisBook;
  readonly refusals: Pick<PackageBook, 'refused'>;
  readonly vault: KeyVault;
}

const FAULT_OF: Readonly<Partial<Record<Arrival, PackageFault>>> = {
  changed: 'CHANGED',
  ours: 'OUR_OWN',
  notForUs: 'NOT_FOR_US',
};
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What a message in the waiting box holds until it is entered: the files as they came. */
export interface KeptMessage extends JsonObject {
  readonly files: readonly { readonly name: string; readonly mediaType: string; readonly base64: string }[];
}

/**
 * Takes one message in. What is wrong with it is kept by its code, and told.
 * @returns what it was. @throws AppError 422 in words for the sender.
 */
export async function receiveMessage(parts: ReceivingParts, bytes: Buffer): Promise<'document' | 'status'> {
  try {
    return await taken(parts, bytes);
  } catch (error) {
    if (error instanceof AppError) await parts.refusals.refused('axis', sha256(bytes), error.code);
    throw error;
  }
}

async function taken({ axis, vault }: ReceivingParts, bytes: Buffer): Promise<'document' | 'status'> {
  const message = readMessage(bytes);
  if (message.kind === 'status') {
    if (!(await axis.answered(message))) throw refusedPackage('UNKNOWN_DOCUMENT');
    return 'status';
  }
  // Read now, so that a bad petition is refused to its sender and not to the officer who opens it.
  const petition = petitionIn(message.enclosed);
  const told = { structured: petition !== null, path: pathOf(message, petition) };
  const id = randomUUID();
  const kept: KeptMessage = {
    files: message.enclosed.map(({ name, mediaType, bytes: file }) => ({
      ...{ name, mediaType },
      base64: file.toString('base64'),
    })),
  };
  const sealed = await new Sealer(vault).seal({ table: 'axis', recordId: id }, kept);
  const fault = FAULT_OF[await axis.arrive({ id, document: message, hash: sha256(bytes), ...told, ...sealed })];
  if (fault) throw refusedPackage(fault);
  return 'document';
}

/** Everything that waits in the folder, one after the other; a bad one holds up nobody. */
export async function collectMessages(parts: ReceivingParts, axis: DocumentAxis): Promise<number> {
  let count = 0;
  for (const key of await axis.arrived()) {
    try {
      await receiveMessage(parts, await axis.read(key));
      await axis.settle(key, 'taken');
      count += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await axis.settle(key, 'refused');
    }
  }
  return count;
}
