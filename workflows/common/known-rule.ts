import { versionsOf } from '#libs/statute';

/** Whether the statute packs hold a rule of this id, in any version. */
export const knownRule = (ruleId: string): boolean => versionsOf(ruleId).length > 0;
