import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ok } from '../api/client.js';
import { Problem, toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { canKeep } from '../offline/browser-store.js';
import { mayHoldDenunciation } from '../offline/may-hold-denunciation.js';
import { putInOutbox, type KeptPetition } from '../offline/outbox.js';
import { startUploads } from '../uploads/upload-manager.js';
import { useUser } from '../sign-in/session.js';
import { randomKey } from '../ui/random-key.js';
import type { RegisterBody } from './petition-form.js';

export interface Registration {
  readonly body: RegisterBody;
  readonly files: readonly File[];
  /** Earlier petitions that the officer looked at and set apart. */
  readonly notResends: readonly string[];
  /** The earlier petition that says the same and was sent by the same person, found to be a double. */
  readonly duplicateOf?: string;
  /** The form as typed: kept with a petition that must wait for the network, to be opened again if it is refused. */
  readonly values?: unknown;
}
export interface Registered {
  readonly petition: Dto<'RegisteredPetition'>;
  /** The petition is in the book even where a file was not taken. */
  readonly fileFault: string | null;
  /** Nor where the finding that it doubles another was not written. */
  readonly linkFault: string | null;
}
type Outcome = { readonly registered: Registered } | { readonly kept: KeptPetition };

/**
 * Registers once, however often the key is pressed; then sends the files and the "not a resend" findings. Without the network the
 * petition waits in this browser under the same key, and `onKept` is told; a denunciation waits on the page only.
 */
export function useRegister(onDone: (registered: Registered) => void, onKept?: (kept: KeptPetition) => void) {
  const user = useUser();
  const attempt = useRef({ text: '', key: '' });
  return useMutation({
    mutationFn: async (registration: Registration): Promise<Outcome> => {
      const text = JSON.stringify(registration.body);
      if (attempt.current.text !== text) attempt.current = { text, key: randomKey() };
      const { key } = attempt.current;
      try {
        return { registered: await register(user.id, registration, key) };
      } catch (error) {
        if (toProblem(error).status !== 0) throw error;
        return { kept: await keepForLater(user.id, registration, key) };
      }
    },
    onSuccess: (outcome) => {
      // What is registered again after it was taken back is another petition.
      attempt.current = { text: '', key: '' };
      if ('registered' in outcome) onDone(outcome.registered);
      else onKept?.(outcome.kept);
    },
  });
}

async function register(
  userId: number,
  { body, files, notResends, duplicateOf }: Registration,
  key: string,
): Promise<Registered> {
  const petition = await ok(api.POST('/api/v1/petitions', { body, params: { header: { 'Idempotency-Key': key } } }));
  // Files go on beside the receipt, in the tray; a slow line never holds up the citizen at the desk.
  if (files.length > 0)
    void startUploads({ userId, petitionId: petition.id, files, sealed: mayHoldDenunciation(body) });
  const link = (toPetitionId: string, kind: 'duplicate' | 'not-resend') =>
    ok(
      api.POST('/api/v1/petitions/{id}/links', { params: { path: { id: petition.id } }, body: { toPetitionId, kind } }),
    );
  for (const toPetitionId of notResends) await link(toPetitionId, 'not-resend').catch(() => undefined);
  const linkFault = duplicateOf
    ? await link(duplicateOf, 'duplicate').then(
        () => null,
        (error: unknown) => [toProblem(error).title, toProblem(error).detail].filter(Boolean).join('. '),
      )
    : null;
  return { petition, fileFault: null, linkFault };
}

/** @throws Problem where it may not or cannot be kept: then the page is the only place that has it. */
async function keepForLater(
  userId: number,
  { body, files, notResends, duplicateOf, values }: Registration,
  key: string,
): Promise<KeptPetition> {
  if (mayHoldDenunciation(body))
    throw new Problem(0, {
      title: 'Mất kết nối: đơn này phải chờ có mạng',
      detail:
        'Đơn tố cáo, hoặc đơn có thể có nội dung tố cáo, không được giữ trên máy. Để nguyên trang này; có mạng trở lại thì bấm Lưu lần nữa.',
    });
  const petition: KeptPetition = {
    ...{ key, savedAt: Date.now(), body, notResends, state: 'waiting' as const, values },
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
    files: files.map(({ name, type, size }) => ({ id: randomKey(), name, type, size })),
  };
  if (canKeep()) {
    const done = await putInOutbox(userId, petition, files).then(
      () => true,
      () => false,
    );
    if (done) return petition;
  }
  throw new Problem(0, {
    title: 'Mất kết nối, và trình duyệt không cho giữ đơn trên máy này',
    detail: 'Đơn chưa được lưu ở đâu cả. Để nguyên trang này; có mạng trở lại thì bấm Lưu lần nữa.',
  });
}
