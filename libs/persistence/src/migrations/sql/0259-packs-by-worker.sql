-- The worker draws up report packs as the person who signs them: with its own role, acting as that person in the transaction, so that
-- every fact is counted in the person's scope. It writes drafts alone; issuing is an act of a person.
GRANT SELECT ON app.petition_field_was TO nghedan_worker;
CREATE POLICY worker_read ON app.petition_field_was FOR SELECT TO nghedan_worker USING (true);

CREATE POLICY worker_write ON app.report_pack FOR INSERT TO nghedan_worker
  WITH CHECK (made_by = 'schedule' AND made_for = (SELECT app.user_id()) AND agency_id = ANY ((SELECT app.agencies())::int[]));
CREATE POLICY worker_write ON app.report_snapshot FOR INSERT TO nghedan_worker
  WITH CHECK (pack_id IS NOT NULL AND made_for = (SELECT app.user_id()) AND agency_id = ANY ((SELECT app.agencies())::int[]));
CREATE POLICY worker_write ON app.report_list FOR INSERT TO nghedan_worker
  WITH CHECK (EXISTS (SELECT FROM app.report_snapshot s WHERE s.id = snapshot_id AND s.made_for = (SELECT app.user_id())));
GRANT INSERT ON app.report_pack, app.report_snapshot, app.report_list TO nghedan_worker;

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'app'
            AND p.proname IN ('report_case_facts', 'report_petition_facts', 'report_visit_facts', 'report_case_marks', 'report_petition_resends',
                              'report_sessions', 'report_visit_more', 'actor_of') LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO nghedan_worker', f);
  END LOOP;
END $$;
