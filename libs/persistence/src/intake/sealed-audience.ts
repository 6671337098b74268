import type { UserId } from '#libs/shared';
import { statement } from '../query.js';

/**
 * The resolver of an agency (the next above where it is denounced or has none) and the keepers of identities up the tree.
 * `head`: may resolve; who only keeps identities may not.
 */
export const SEALED_AUDIENCE = statement<{ id: UserId; head: boolean }>(
  'intake.sealed-audience',
  `WITH RECURSIVE up AS (
     SELECT id, parent_id, 0 AS depth FROM app.agency WHERE id = $1
     UNION ALL SELECT a.id, a.parent_id, up.depth + 1 FROM app.agency a JOIN up ON a.id = up.parent_id
   ), head AS (
     SELECT u.id, up.depth FROM app.app_user u JOIN up ON up.id = u.agency_id
      WHERE u.active AND u.roles && ARRAY['chairman', 'provinceChairman'] AND up.depth >= CASE WHEN $2 THEN 1 ELSE 0 END
   )
   SELECT id, bool_or(head) AS head FROM (
     SELECT id, true AS head FROM head WHERE depth = (SELECT min(depth) FROM head)
     UNION ALL
     SELECT u.id, false FROM app.app_user u JOIN up ON up.id = u.agency_id WHERE u.active AND 'identityCustodian' = ANY (u.roles)
   ) seen GROUP BY id ORDER BY id`,
);
