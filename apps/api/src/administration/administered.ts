import type { Actor } from '#libs/access';
import type { AgencyDirectory } from '#libs/persistence';
import type { AgencyId } from '#libs/shared';
import { mustBe } from '../http/rights.js';

/** The agencies an administrator administers: the own one and everything below it. @throws 403 for anybody else. */
export async function administeredBy(actor: Actor, directory: AgencyDirectory, what: string): Promise<AgencyId[]> {
  mustBe(actor, ['administrator'], what);
  return directory.subtree(actor.agencyId);
}
