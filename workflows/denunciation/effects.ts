import { effects as fx, type ArrowEffect, type CaseEffect } from '#libs/procedure';

/** One matter has one resolution clock: of the first resolution, of a repeated one, or of one taken over. */
export const RESOLUTION_CLOCKS = ['TC.RESOLVE', 'TC.AGAIN.RESOLVE', 'TC.TAKEOVER'] as const;

/** The same effect on whichever resolution clock runs. */
export const resolution = (effect: (rule: string) => CaseEffect): readonly CaseEffect[] =>
  RESOLUTION_CLOCKS.map(effect);

export const SIGNED = ['signedByResolver', 'documentNumber'] as const;

/** The team's right to read ends with its work; kept by another name, for the same act may name the next team. */
export const teamEnds: readonly ArrowEffect[] = [
  ...fx.when('teamStands', fx.remember('formerTeamIds', 'teamIds'), fx.revoke('formerTeamIds')),
  ...fx.when('teamLed', fx.remember('formerLeaderId', 'teamLeaderId'), fx.revoke('formerLeaderId')),
];
export const teamBegins: readonly ArrowEffect[] = [
  ...fx.when('leaderNamed', fx.grant('leaderId', 'verifier')),
  ...fx.when('membersNamed', fx.grant('memberIds', 'verifier')),
  fx.remember('teamLeaderId', 'leaderId'),
  fx.remember('teamIds', 'memberIds'),
];

/** Protection ends with the conclusion or the discontinuance (LTC Đ.54 k2a): its own file is told. */
export const tellProtection = fx.tell('children', 'NOTE_RESOLUTION_ENDED');
