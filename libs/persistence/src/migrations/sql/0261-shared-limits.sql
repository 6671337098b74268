-- Open limits shared by name, with what a board shows and is asked for: it need not look each of them up again. Scope: named on the row is the
-- actor of the transaction.
CREATE FUNCTION app.shared_limits()
RETURNS TABLE (id uuid, case_id uuid, agency_id int, province_id int, assignee_id int, statutory boolean, rule_version text, citation text,
               due_on date, state text, rung int, closed_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 50 SET search_path = app, pg_temp AS $$
  SELECT d.id, d.case_id, d.agency_id, d.province_id, d.assignee_id, d.statutory, d.rule_version, d.citation, d.due_on, d.state, d.rung, d.closed_at
    FROM app.deadline d WHERE d.visible_to @> ARRAY[app.user_id()] AND d.closed_at IS NULL;
$$;
REVOKE ALL ON FUNCTION app.shared_limits() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.shared_limits() TO nghedan_app;
