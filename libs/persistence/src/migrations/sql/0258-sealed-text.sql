-- What a sealed petition says, for whoever may read everybody on its file: a standing right or a release. Only in the transaction that has
-- just written this reading into the file's ledger; who works from redacted copies gets nothing, the words may tell who wrote them.
CREATE FUNCTION app.identity_text(p_case uuid) RETURNS TABLE (id uuid, sealed bytea, sealed_key bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT p.id, p.sealed, p.sealed_key
    FROM app.case_file c JOIN app.petition p ON p.id = c.petition_id
   WHERE c.id = p_case AND p.sealed IS NOT NULL AND app.reads_everybody(p_case)
     AND EXISTS (SELECT FROM app.case_event e
                  WHERE e.case_id = c.id AND e.seq = c.seq AND e.type = 'IDENTITY_READ' AND e.facts ->> 'what' = 'text'
                    AND e.actor_id = app.user_id() AND e.tx = pg_current_xact_id()::text::bigint);
$$;
REVOKE ALL ON FUNCTION app.identity_text(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.identity_text(uuid) TO nghedan_app;
