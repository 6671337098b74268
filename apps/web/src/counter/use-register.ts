import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { randomKey } from '../ui/random-key.js';
import type { RegisterBody } from './petition-form.js';

export interface Registration {
  readonly body: RegisterBody;
  readonly files: readonly File[];
  /** Earlier petitions that the officer looked at and set apart. */
  readonly notResends: readonly string[];
}
export interface Registered {
  readonly petition: Dto<'RegisteredPetition'>;
  /** The petition is in the book even where a file was not taken. */
  readonly fileFault: string | null;
}

/** Registers once, however often the key is pressed; then sends the files and the "not a resend" findings. */
export function useRegister(onDone: (registered: Registered) => void) {
  const attempt = useRef({ text: '', key: '' });
  return useMutation({
    mutationFn: async ({ body, files, notResends }: Registration): Promise<Registered> => {
      const text = JSON.stringify(body);
      if (attempt.current.text !== text) attempt.current = { text, key: randomKey() };
      const petition = await ok(
        api.POST('/api/v1/petitions', { body, params: { header: { 'Idempotency-Key': attempt.current.key } } }),
      );
      let fileFault: string | null = null;
      try {
        if (files.length > 0) await uploadFiles(petition.id, files);
      } catch (error) {
        const problem = toProblem(error);
        fileFault = [problem.title, problem.detail].filter(Boolean).join('. ');
      }
      for (const toPetitionId of notResends)
        await api.POST('/api/v1/petitions/{id}/links', {
          params: { path: { id: petition.id } },
          body: { toPetitionId, kind: 'not-resend' },
        });
      return { petition, fileFault };
    },
    onSuccess: onDone,
  });
}

export function uploadFiles(petitionId: string, files: readonly File[]): Promise<unknown> {
  const form = new FormData();
  for (const file of files) form.append('files', file);
  return ok(
    api.POST('/api/v1/petitions/{id}/attachments', {
      params: { path: { id: petitionId } },
      body: form as unknown as { files: string[] },
      bodySerializer: (body) => body as unknown as FormData,
    }),
  );
}
