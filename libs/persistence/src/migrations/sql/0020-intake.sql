-- What registration and import ask of the database beyond plain rows.

-- Remark of an old register; null when sealed.
ALTER TABLE app.petition ADD COLUMN note text;
ALTER TABLE app.petition ADD CHECK (type NOT IN ('denunciation', 'mixed') OR note IS NULL);
-- A household: hamlet and commune, folded.
CREATE INDEX petitioner_household ON app.petitioner (agency_id, address_folded, petition_id DESC) WHERE address_folded IS NOT NULL;

-- Earlier petitions that share a key with the one being typed. It looks past the asker's scope, because a petition is often
-- sent to several offices, and therefore says little: which petition it is only inside the scope and never for a sealed one;
-- of a sealed one no more than which keys met. Names, addresses and words of petitions in the clear come out for the
-- service to weigh; it answers a score and reasons. Personal numbers never come out. Callers need keyed hashes, so nobody
-- without the master key can ask for a name or a number. Voided numbers are left out.
CREATE FUNCTION app.resend_candidates(p_agency int, p_exclude uuid, p_ids bytea[], p_names bytea[], p_addresses text[], p_bands bigint[], p_sealed_bands bigint[])
RETURNS TABLE (petition_id uuid, sealed boolean, id_met boolean, name_met boolean, bands_met int, type text, content text, parties jsonb,
               register_label text, received_on date, agency_name text, stage text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  WITH hit AS (
    (SELECT n.petition_id AS id, 3 AS rank FROM app.petitioner n WHERE n.id_index = ANY (p_ids) ORDER BY n.petition_id DESC LIMIT 100)
    UNION ALL
    (SELECT n.petition_id, 2 FROM app.petitioner n WHERE n.name_index = ANY (p_names) ORDER BY n.petition_id DESC LIMIT 100)
    UNION ALL
    (SELECT n.petition_id, 2 FROM unnest(p_addresses) f CROSS JOIN LATERAL (
       SELECT h.petition_id FROM app.petitioner h WHERE h.agency_id = p_agency AND h.address_folded = f ORDER BY h.petition_id DESC LIMIT 100) n)
    UNION ALL
    -- Bands are the agency's own already; `+ 0` keeps the index of the whole agency out of it.
    (SELECT p.id, 1 FROM app.petition p WHERE p.content_key && (p_bands || p_sealed_bands) AND p.agency_id + 0 = p_agency LIMIT 100)
  ), best AS (
    SELECT id, max(rank) AS rank FROM hit GROUP BY id ORDER BY max(rank) DESC, id DESC LIMIT 80
  )
  SELECT CASE WHEN s.seen AND p.sealed IS NULL THEN p.id END,
         p.sealed IS NOT NULL,
         coalesce(met.by_id, false),
         coalesce(met.by_name, false),
         (SELECT count(*)::int FROM unnest(p.content_key) k WHERE k = ANY (CASE WHEN p.sealed IS NULL THEN p_bands ELSE p_sealed_bands END)),
         CASE WHEN p.sealed IS NULL THEN p.type END,
         CASE WHEN p.sealed IS NULL THEN p.content END,
         CASE WHEN p.sealed IS NULL THEN met.parties END,
         CASE WHEN s.seen AND p.sealed IS NULL THEN p.register_label END,
         CASE WHEN s.seen AND p.sealed IS NULL THEN p.received_on END,
         CASE WHEN s.seen AND p.sealed IS NULL THEN a.short_name END,
         CASE WHEN s.seen AND p.sealed IS NULL THEN c.stage END
    FROM best
    JOIN app.petition p ON p.id = best.id AND p.voided_at IS NULL AND p.id IS DISTINCT FROM p_exclude
    JOIN app.agency a ON a.id = p.agency_id
    LEFT JOIN app.case_file c ON c.id = p.case_file_id
    CROSS JOIN LATERAL (
      SELECT CASE WHEN p.visible_to IS NULL THEN p.agency_id = ANY (app.agencies()) ELSE app.user_id() = ANY (p.visible_to) END AS seen
    ) s
    LEFT JOIN LATERAL (
      SELECT bool_or(n.id_index = ANY (p_ids)) AS by_id, bool_or(n.name_index = ANY (p_names)) AS by_name,
             jsonb_agg(jsonb_build_object('name', n.full_name, 'address', n.address, 'idPosition', array_position(p_ids, n.id_index) - 1,
                                          'idKind', CASE WHEN n.id_index IS NOT NULL THEN coalesce(n.personal_id_kind, 'personal-id') END) ORDER BY n.ordinal) AS parties
        FROM app.petitioner n WHERE n.petition_id = p.id
    ) met ON true
$$;

-- Whether a register number of an old book is taken, in whatever scope: numbers must not collide unseen.
CREATE FUNCTION app.free_old_series(p_agency int, p_year int, p_numbers int[])
RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT s.name FROM generate_series(1, 999) k
   CROSS JOIN LATERAL (SELECT CASE WHEN k = 1 THEN 'old-book' ELSE 'old-book-' || k END AS name) s
   WHERE NOT EXISTS (SELECT FROM app.petition p WHERE p.agency_id = p_agency AND p.register_year = p_year
                        AND p.register_series = s.name AND p.register_number = ANY (p_numbers))
   ORDER BY k LIMIT 1
$$;

REVOKE ALL ON FUNCTION app.resend_candidates(int, uuid, bytea[], bytea[], text[], bigint[], bigint[]), app.free_old_series(int, int, int[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.resend_candidates(int, uuid, bytea[], bytea[], text[], bigint[], bigint[]), app.free_old_series(int, int, int[])
  TO nghedan_app, nghedan_worker;
