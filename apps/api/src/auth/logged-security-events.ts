import { addressKey, type SecurityEvent, SecurityEvents } from '#libs/access';
import { log } from '../http/log.js';

/** One line each, `"event":"security"`: for the house's own watch over its logs. */
export class LoggedSecurityEvents extends SecurityEvents {
  happened({ kind, how, userId, address }: SecurityEvent): void {
    const refused = kind.endsWith('.refused');
    log(refused ? 'warn' : 'info', 'security', {
      ...{ kind, how, userId },
      address: address === undefined ? null : addressKey(address),
    });
  }
}
