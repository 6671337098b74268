-- The body that the provinces report to: Thanh tra Chính phủ, which keeps the whole country's figures for the Government (LKN Đ.63 k1,
-- LTC Đ.59 k2, LTCD Đ.5 k1). It is no superior of a people's committee: provinces keep no parent, and nothing escalates to it.
ALTER TABLE app.agency DROP CONSTRAINT agency_level_check;
ALTER TABLE app.agency ADD CONSTRAINT agency_level_check CHECK (level IN ('central', 'province', 'department', 'commune', 'unit'));
ALTER TABLE app.agency ADD CONSTRAINT agency_central_alone CHECK (level <> 'central' OR parent_id IS NULL AND province_id = id);
CREATE UNIQUE INDEX agency_one_central ON app.agency (level) WHERE level = 'central' AND valid_to IS NULL;

-- What an account of an agency sees: the agency and what is below it; an inspectorate what the body it serves sees; the central one all.
CREATE FUNCTION app.scope_of(p_agency int, p_roles text[]) RETURNS int[] LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN a.level = 'central' THEN (SELECT array_agg(id ORDER BY id) FROM app.agency)
              ELSE app.agency_subtree(CASE WHEN 'inspector' = ANY (p_roles) AND a.level = 'department' THEN a.parent_id ELSE a.id END) END
    FROM app.agency a WHERE a.id = p_agency;
$$;

-- As in 0190. At the central agency an account only looks, whatever roles stand in its row, and nobody of a province lends it any:
-- who answers for a denunciation or keeps identities is a person of the body that resolves it.
CREATE OR REPLACE FUNCTION app.actor_of(p_user int)
RETURNS TABLE (user_id int, full_name text, roles text[], agency_id int, province_id int, agencies int[], acting_for int[])
LANGUAGE sql STABLE SET search_path = app, pg_temp AS $$
  SELECT u.id, u.full_name,
         coalesce((SELECT array_agg(DISTINCT r ORDER BY r) FROM unnest(u.roles || coalesce(d.roles, '{}') || coalesce(e.roles, '{}')) r
                    WHERE a.level <> 'central' OR r = 'inspector'), '{}'),
         u.agency_id, a.province_id, scope.ids, coalesce(d.users, '{}')
    FROM app.app_user u
    JOIN app.agency a ON a.id = u.agency_id
    CROSS JOIN LATERAL (SELECT app.scope_of(a.id, u.roles) AS ids) scope
    LEFT JOIN LATERAL (
      SELECT array_agg(DISTINCT f.id) AS users, array_agg(r) FILTER (WHERE r NOT IN ('identityCustodian', 'administrator')) AS roles
        FROM app.delegation g
        JOIN app.app_user f ON f.id = g.from_user AND f.active AND f.agency_id = ANY (scope.ids) AND (a.level <> 'central' OR f.agency_id = a.id)
        CROSS JOIN LATERAL unnest(f.roles) r
       WHERE g.to_user = u.id AND app.business_today() BETWEEN g.valid_from AND g.valid_to
    ) d ON true
    CROSS JOIN LATERAL (SELECT app.emergency_roles(u.id, u.agency_id) AS roles) e
   WHERE u.id = p_user AND u.active;
$$;

-- Who asked to read an identity, and of which number, is known in the province that keeps it: the number alone tells of a denunciation.
CREATE FUNCTION app.own_province() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT a.province_id FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id WHERE u.id = app.user_id();
$$;
REVOKE ALL ON FUNCTION app.own_province() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.own_province() TO nghedan_app, nghedan_worker;
DROP POLICY app_scope ON app.identity_release;
DROP POLICY app_decide ON app.identity_release;
CREATE POLICY app_scope ON app.identity_release FOR SELECT TO nghedan_app
  USING (requested_by = (SELECT app.user_id()) OR province_id = ANY ((SELECT app.agencies())::int[]) AND province_id = (SELECT app.own_province()));
CREATE POLICY app_decide ON app.identity_release FOR UPDATE TO nghedan_app
  USING (requested_by <> (SELECT app.user_id()) AND state = 'pending' AND province_id = ANY ((SELECT app.agencies())::int[])
         AND province_id = (SELECT app.own_province()))
  WITH CHECK (decided_by = (SELECT app.user_id()));
