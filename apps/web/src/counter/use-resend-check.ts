import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { parseDay } from '../ui/dates.js';
import { toPeople, type PetitionValues } from './petition-form.js';

/** Asks, half a second after the last key, whether the same was sent before and whether the papers look right. */
export function useResendCheck(
  values: PetitionValues | undefined,
  today: string,
): { answer: Dto<'ResendCheckAnswer'> | undefined; checking: boolean } {
  const [asked, setAsked] = useState('');
  const body = values ? toCheck(values, today) : null;
  const wanted = body ? JSON.stringify(body) : '';
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), 500);
    return () => clearTimeout(timer);
  }, [wanted]);
  const check = useQuery({
    queryKey: ['resend-check', asked],
    queryFn: () => ok(api.POST('/api/v1/petitions/resend-checks', { body: JSON.parse(asked) as Dto<'ResendCheck'> })),
    enabled: asked !== '',
    staleTime: 30_000,
    gcTime: 60_000,
    retry: false,
    placeholderData: (previous) => (asked === '' ? undefined : previous),
  });
  return { answer: asked === '' ? undefined : check.data, checking: check.isFetching };
}

/** Nothing is asked before a name or a number or a sentence is there. */
function toCheck(values: PetitionValues, today: string): Dto<'ResendCheck'> | null {
  const petitioners = toPeople(values.petitioners ?? [], today).filter(
    (p) => (p.fullName?.length ?? 0) >= 4 || (p.personalId?.length ?? 0) >= 4,
  );
  const content = (values.content?.trim().length ?? 0) >= 20 ? values.content?.trim() : undefined;
  if (petitioners.length === 0 && !content) return null;
  const receivedOn = parseDay(values.received ?? '', today);
  return {
    type: values.type,
    petitioners: toPeople(values.petitioners ?? [], today),
    ...(content ? { content } : {}),
    ...(receivedOn ? { receivedOn } : {}),
  };
}
