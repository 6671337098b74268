import type { PetitionType } from '#libs/shared';
import { foldText } from '../text/fold.js';

/** Values of `petition.channel`. */
export type Channel = 'in_person' | 'post' | 'mailbox' | 'online' | 'forwarded' | 'oral' | 'imported';

export interface ChannelReading {
  readonly channel: Channel;
  readonly forwarderKind: 'front' | 'deputy' | 'receptionBoard' | 'press' | 'party' | 'agency' | null;
  readonly forwarderName: string | null;
}

/** `KN` alone is khiếu nại, as registers use it; kiến nghị is written `KNPA` or in full. */
export function readType(text: string): PetitionType | null {
  const bare = foldText(text).replace(/^don /, '');
  if (
    /^(kn ?tc|kntc|tc ?kn|khieu nai (va )?to cao|khieu to|don hon hop|hon hop|nhieu noi dung|khieu nai to cao (va )?kien nghi( phan anh)?)$/.test(
      bare,
    )
  )
    return 'mixed';
  if (/^(kn|khieu nai|k nai|khieu nai lan (dau|hai|2|1))$/.test(bare)) return 'complaint';
  if (/^(tc|to cao|to giac)$/.test(bare)) return 'denunciation';
  if (/^(knpa|kn ?pa|pakn|pa ?kn|pa|kien nghi( va)?( phan anh)?|phan anh( va)?( kien nghi)?|de nghi)$/.test(bare))
    return 'feedback';
  return null;
}

const FORWARDERS: readonly (readonly [RegExp, NonNullable<ChannelReading['forwarderKind']>])[] = [
  [/mat tran|mttq/, 'front'],
  [/dai bieu|hdnd|quoc hoi|dbqh/, 'deputy'],
  [/bao chi|dai truyen hinh|phong vien|^bao /, 'press'],
  [/tinh uy|huyen uy|dang uy|ban dan van|ban noi chinh/, 'party'],
  [/ban tiep cong dan/, 'receptionBoard'],
  [/chuyen|ubnd|thanh tra|cong an|so |phong /, 'agency'],
];

export function readChannel(text: string | null): ChannelReading {
  const as = (channel: Channel): ChannelReading => ({ channel, forwarderKind: null, forwarderName: null });
  const bare = foldText(text ?? '');
  if (bare === '') return as('imported');
  if (/^(truc tiep|tai quay|mot cua|nop truc tiep|den nop)/.test(bare)) return as('in_person');
  if (/tiep cong dan|tiep dan|noi truc tiep|trinh bay/.test(bare) && !/chuyen/.test(bare)) return as('oral');
  if (/buu dien|buu chinh|qua thu|gui thu/.test(bare)) return as('post');
  if (/hom thu|hop thu/.test(bare)) return as('mailbox');
  if (/cong dich vu|dvc|truc tuyen|email|thu dien tu|cong thong tin|zalo|mang/.test(bare)) return as('online');
  const kind = FORWARDERS.find(([pattern]) => pattern.test(bare))?.[1];
  return kind ? { channel: 'forwarded', forwarderKind: kind, forwarderName: text } : as('imported');
}

/** Whether the words of a petition call it a denunciation, whatever the type column says. */
export const readsAsDenunciation = (content: string): boolean => /^(don )?(to cao|to giac)\b/.test(foldText(content));

export const readSex = (text: string | null): 'male' | 'female' | null => {
  const bare = foldText(text ?? '');
  return bare === 'nam' ? 'male' : bare === 'nu' ? 'female' : null;
};
