import type { PublicStatusDto } from './public-status.dto.js';

export abstract class PublicStatusDesk {
  /** Unknown, malformed, and a missing secret answer the same 404. */
  abstract status(code: string, secret: string | undefined, address: string): Promise<PublicStatusDto>;
}
