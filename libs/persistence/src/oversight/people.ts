import type { Colleague } from '#libs/oversight';
import type { AgencyId } from '#libs/shared';

/** An account as `app.people_around` writes it. */
export type RawPerson = [Colleague['id'], AgencyId, Colleague['roles'], boolean, Colleague['delegateId']];

export const readPerson = ([id, agencyId, roles, absent, delegateId]: RawPerson): Colleague => ({
  id,
  agencyId,
  roles,
  absent,
  delegateId,
});
