import type { Upload } from 'tus-js-client';
import { api, ok, queryClient, reportLoss } from '../api/client.js';
import { Problem, toProblem } from '../api/problem.js';
import { randomKey } from '../ui/random-key.js';
import { dropUpload, keepFile, keepUpload, keptFile, keptUploads, type KeptUpload } from './kept-uploads.js';
import { readyToSend } from './photo.js';

export type UploadState = 'preparing' | 'sending' | 'paused' | 'cut' | 'done' | 'failed';

/** A file on its way to a petition, as the list shows it. */
export interface UploadItem extends KeptUpload {
  readonly size: number;
  readonly sent: number;
  readonly state: UploadState;
  readonly reason?: string;
  /** Of a petition that may denounce: it lives on this page only. */
  readonly sealed: boolean;
}

interface Running {
  readonly userId: number;
  readonly file: File;
  tus?: Upload;
  /** The server was asked for a place and has not named it yet: cut off now, the place would stay there unknown to anybody. */
  asked?: boolean;
  release?: () => void;
}

const PIECE_BYTES = 1024 * 1024;
const LET_GO_MS = 1_000;
const AGAIN_MS = [0, 1_000, 3_000, 8_000];

let items: readonly UploadItem[] = [];
const running = new Map<string, Running>();
const watchers = new Set<() => void>();
export const uploadItems = (): readonly UploadItem[] => items;
export function onUploads(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function show(next: readonly UploadItem[]): void {
  items = next;
  watchers.forEach((watcher) => watcher());
}
const change = (id: string, part: Partial<UploadItem>): void =>
  show(items.map((item) => (item.id === id ? { ...item, ...part } : item)));
const find = (id: string): UploadItem | undefined => items.find((item) => item.id === id);

export interface NewUploads {
  readonly userId: number;
  readonly petitionId: string;
  readonly files: readonly File[];
  readonly sealed: boolean;
  /** Part of the way has been gone already, on a page that is no more. */
  readonly uploadId?: string;
}

/** Sends files one by one beside whatever the officer does next; they go on after a cut and, unless sealed, after a reload. */
export async function startUploads({ userId, petitionId, files, sealed, uploadId }: NewUploads): Promise<void> {
  const fresh = files.map((file) => ({ file, id: randomKey() }));
  show([
    ...items,
    ...fresh.map(({ file, id }) => ({
      ...{ id, petitionId, sealed, name: file.name, type: file.type, size: file.size, sent: 0 },
      ...(uploadId === undefined ? {} : { uploadId }),
      state: 'preparing' as const,
    })),
  ]);
  for (const { file, id } of fresh) {
    const ready = await readyToSend(file);
    const item = find(id);
    if (!item) continue;
    change(id, { name: ready.name, type: ready.type, size: ready.size });
    running.set(id, { userId, file: ready });
    if (!sealed) {
      await keepFile(userId, id, ready).catch(() => undefined);
      await keepUpload(userId, { id, petitionId, name: ready.name, type: ready.type }).catch(() => undefined);
    }
    await send(id);
  }
}

/** After a reload: what was on its way goes on where it stood. */
export async function goOnWithKept(userId: number): Promise<void> {
  for (const kept of await keptUploads(userId)) {
    const free = find(kept.id) ? null : await claim(kept.id);
    if (!free) continue;
    free();
    const file = await keptFile(userId, kept);
    if (!file) {
      await dropUpload(kept.id);
      continue;
    }
    if (find(kept.id)) continue;
    show([...items, { ...kept, size: file.size, sent: 0, state: 'cut', sealed: false }]);
    running.set(kept.id, { userId, file });
    await send(kept.id);
  }
}

/** The network or the session is back. */
export function goOnWithCut(): void {
  for (const { id, state } of items) if (state === 'cut') void send(id);
}

export function pauseUpload(id: string): void {
  change(id, { state: 'paused' });
  const run = running.get(id);
  if (!run?.asked) void stop(run);
}

export const resumeUpload = (id: string): Promise<void> => send(id);

export async function cancelUpload(id: string): Promise<void> {
  const item = find(id);
  if (!item) return;
  const run = running.get(id);
  if (!run?.asked) await stop(run);
  running.delete(id);
  show(items.filter((other) => other.id !== id));
  if (item.uploadId !== undefined && item.state !== 'done') await drop(item.uploadId);
  await dropUpload(id).catch(() => undefined);
}

async function drop(uploadId: string): Promise<void> {
  await api.DELETE('/api/v1/uploads/{id}', { params: { path: { id: uploadId } } }).catch(() => undefined);
}

async function stop(run: Running | undefined): Promise<void> {
  await run?.tus?.abort().catch(() => undefined);
  run?.release?.();
}

/** One tab sends an upload; another that knows it too waits for its turn and finds it done. */
async function send(id: string): Promise<void> {
  const run = running.get(id);
  if (!run || find(id)?.state === 'sending') return;
  change(id, { state: 'sending' });
  if (run.asked) return;
  const free = await claim(id);
  if (!free) return change(id, { state: 'paused', reason: 'Đang được tải ở một trang khác' });
  run.release = free;
  // All may have come and only the answer have been lost: then nothing is sent twice.
  if (find(id)?.uploadId !== undefined && (await finish(id, run, { resuming: true }))) return free();
  const { Upload } = await import('tus-js-client');
  const item = find(id);
  if (item?.state !== 'sending') return free();
  await new Promise<void>((over) => {
    run.release = () => {
      free();
      over();
    };
    run.tus = new Upload(run.file, {
      endpoint: '/api/v1/uploads',
      uploadUrl: item.uploadId === undefined ? null : `/api/v1/uploads/${item.uploadId}`,
      chunkSize: PIECE_BYTES,
      retryDelays: AGAIN_MS,
      metadata: { petitionId: item.petitionId },
      headers: { 'X-Requested-With': 'nghe-dan' },
      // Its own memory would write names of files in plain text.
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => void begun(id, run, run.tus?.url ?? ''),
      onProgress: (sent) => change(id, { sent }),
      onSuccess: () => void finish(id, run).finally(run.release),
      onError: (error) => {
        run.asked = false;
        fail(id, problemOf(error));
        run.release?.();
      },
    });
    run.asked = item.uploadId === undefined;
    run.tus.start();
  });
}

/** Null where another tab holds it; what this page has just let go is free in a moment. Without locks every page is alone. */
function claim(id: string): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return Promise.resolve(() => undefined);
  return new Promise((claimed) => {
    navigator.locks
      .request(
        `nghe-dan-upload-${id}`,
        { signal: AbortSignal.timeout(LET_GO_MS) },
        () => new Promise<void>((release) => claimed(release)),
      )
      .catch(() => claimed(null));
  });
}

async function begun(id: string, run: Running, url: string): Promise<void> {
  const uploadId = url.split('/').at(-1) ?? '';
  run.asked = false;
  const item = find(id);
  if (!item) {
    await stop(run);
    return drop(uploadId);
  }
  if (item.uploadId === uploadId) return;
  change(id, { uploadId });
  if (item.state === 'paused') void stop(run);
  const { petitionId, name, type, sealed } = item;
  if (!sealed) await keepUpload(run.userId, { id, petitionId, name, type, uploadId }).catch(() => undefined);
}

/** True when there is nothing more to do: made an attachment, refused, or to be tried later. */
async function finish(id: string, { file }: Running, { resuming } = { resuming: false }): Promise<boolean> {
  const item = find(id);
  const uploadId = item?.uploadId;
  if (!item || uploadId === undefined) return false;
  try {
    const sha256 = await hashOf(file);
    const body = { fileName: item.name, ...(sha256 === null ? {} : { sha256 }) };
    await ok(api.POST('/api/v1/uploads/{id}/finish', { params: { path: { id: uploadId } }, body }));
  } catch (error) {
    const problem = toProblem(error);
    if (resuming && (problem.status === 404 || problem.code === 'UPLOAD.NOT_COMPLETE')) return false;
    fail(id, problem);
    return true;
  }
  change(id, { state: 'done', sent: item.size });
  running.delete(id);
  await dropUpload(id).catch(() => undefined);
  for (const queryKey of [['petition'], ['case-file'], ['case-petition']])
    void queryClient.invalidateQueries({ queryKey });
  return true;
}

function fail(id: string, problem: Problem): void {
  const again = problem.status === 0 || problem.status === 401 || problem.status >= 500;
  if (problem.status === 401) reportLoss(problem);
  const reason = [problem.title, problem.detail].filter(Boolean).join('. ');
  change(id, again ? { state: 'cut' } : { state: 'failed', reason });
  if (!again) void dropUpload(id).catch(() => undefined);
}

/** What the server answered to a request of the protocol, or that it could not be reached. */
function problemOf(error: unknown): Problem {
  const answer = (error as { originalResponse?: { getStatus(): number; getBody(): string } | null }).originalResponse;
  if (!answer) return new Problem(0, {});
  try {
    return new Problem(answer.getStatus(), JSON.parse(answer.getBody()) as Record<string, unknown>);
  } catch {
    return new Problem(answer.getStatus(), {});
  }
}

async function hashOf(file: Blob): Promise<string | null> {
  if (globalThis.crypto?.subtle === undefined) return null;
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
