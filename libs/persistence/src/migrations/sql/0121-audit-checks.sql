-- Checks of the ledger that a person has started from the screen: how far they are, and when the ledger was last found whole. What was
-- found stays with who looked: it names files.
CREATE TABLE app.audit_check (
  id uuid PRIMARY KEY,
  checked_by int NOT NULL REFERENCES app.app_user,
  started_at timestamptz NOT NULL DEFAULT now(), -- system clock
  seen_at timestamptz NOT NULL DEFAULT now(),    -- last sign of life
  finished_at timestamptz,
  cancelled boolean NOT NULL DEFAULT false,
  cases_total int NOT NULL,
  cases_done int NOT NULL DEFAULT 0,
  events int NOT NULL DEFAULT 0,
  unsealed int,
  ok boolean,
  faults jsonb
);
CREATE INDEX audit_check_finished ON app.audit_check (finished_at DESC) WHERE finished_at IS NOT NULL AND NOT cancelled;
ALTER TABLE app.audit_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.audit_check FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON app.audit_check TO nghedan_owner USING (true) WITH CHECK (true);
CREATE POLICY app_own ON app.audit_check TO nghedan_app USING (checked_by = (SELECT app.user_id())) WITH CHECK (checked_by = (SELECT app.user_id()));
GRANT SELECT, INSERT, UPDATE (seen_at, finished_at, cancelled, cases_done, events, unsealed, ok, faults) ON app.audit_check TO nghedan_app;

-- The last check that came to its end, without what it found. Scope: none is needed, it tells a day, a name and counts.
CREATE FUNCTION app.last_audit_check() RETURNS TABLE (finished_at timestamptz, checked_by text, cases int, events int, ok boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
  SELECT k.finished_at, u.full_name, k.cases_done, k.events, k.ok FROM app.audit_check k JOIN app.app_user u ON u.id = k.checked_by
   WHERE k.finished_at IS NOT NULL AND NOT k.cancelled AND k.ok IS NOT NULL ORDER BY k.finished_at DESC LIMIT 1;
$$;
REVOKE ALL ON FUNCTION app.last_audit_check() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.last_audit_check() TO nghedan_app;
