import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { randomKey } from '../ui/random-key.js';

export interface FilingValues {
  kind: 'feedback' | 'complaint' | 'information';
  agency: string;
  content: string;
  respondent: string;
  challengedDecision: string;
  fullName: string;
  address: string;
  phone: string;
  signature: 'digital' | 'scan';
  consents: boolean;
  messageBy: 'sms' | 'zalo' | 'email';
  messageTo: string;
  website: string;
}
export interface Filing {
  readonly values: FilingValues;
  readonly signed: File | null;
  readonly files: readonly File[];
}

export const EMPTY: FilingValues = {
  ...{ kind: 'feedback', agency: '', content: '', respondent: '', challengedDecision: '' },
  ...{ fullName: '', address: '', phone: '', signature: 'scan', consents: false, messageBy: 'sms', messageTo: '' },
  website: '',
};

/** What is sent: only what belongs to the kind. */
function bodyOf({ kind, ...values }: FilingValues): Record<string, unknown> {
  const { agency, content, fullName, address, phone, website } = values;
  const always = { kind, agency, content, fullName, address, phone, website };
  const about = kind === 'feedback' ? {} : { respondent: values.respondent };
  const complaint =
    kind === 'complaint' ? { challengedDecision: values.challengedDecision, signature: values.signature } : {};
  const consent =
    kind !== 'information' && values.consents ? { messageBy: values.messageBy, messageTo: values.messageTo } : {};
  return Object.fromEntries(
    Object.entries({ ...always, ...about, ...complaint, ...consent }).filter(([, value]) => value.trim() !== ''),
  );
}

/** Sends once, however often the button is pressed or the line breaks. */
export function useFiling(onFiled: (filed: Dto<'FiledOnline'>) => void) {
  const attempt = useRef({ text: '', key: '' });
  return useMutation({
    mutationFn: ({ values, signed, files }: Filing) => {
      const form = new FormData();
      const body = bodyOf(values);
      const text = JSON.stringify([body, signed?.name, files.map(({ name, size }) => [name, size])]);
      if (attempt.current.text !== text) attempt.current = { text, key: randomKey() };
      form.append('filing', JSON.stringify(body));
      if (signed && values.kind === 'complaint') form.append('signed', signed);
      for (const file of files) form.append('files', file);
      return ok(
        api.POST('/api/v1/public/filings', {
          params: { header: { 'Idempotency-Key': attempt.current.key } },
          body: form as unknown as { filing: string },
          bodySerializer: (sent) => sent as unknown as FormData,
        }),
      );
    },
    onSuccess: onFiled,
  });
}
