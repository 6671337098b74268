import type { Actor } from '#libs/access';
import type { AdvanceClockDto, ClockDto } from './clock.dto.js';

export abstract class ClockDesk {
  abstract read(): Promise<ClockDto>;
  /** Demo only, administrators and leaders; never back. */
  abstract advance(actor: Actor, command: AdvanceClockDto): Promise<ClockDto>;
}
