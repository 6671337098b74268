import type { PublicFiguresDto, PublicRatingDto, PublicStatusDto } from './public-status.dto.js';

export abstract class PublicStatusDesk {
  /** Unknown, malformed, and a missing secret answer the same 404. */
  abstract status(code: string, secret: string | undefined, address: string): Promise<PublicStatusDto>;
  /** One answer for one code. @throws AppError 404 as above, also for what may not be rated at all; 409 too early, too late. */
  abstract rate(code: string, score: number, address: string): Promise<PublicRatingDto>;
  /** Counts of closed months with small cells left out. */
  abstract figures(year: number | undefined, address: string): Promise<PublicFiguresDto>;
}
