import type { AppInfoDto } from './auth.dto.js';

/** What the sign-in page may know before anyone has signed in. */
export abstract class AppInfo {
  abstract get(): Promise<AppInfoDto>;
}
