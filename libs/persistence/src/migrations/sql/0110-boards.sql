-- Boards of leaders count by day, age, hand and stage without visiting the rows: what they group by lies in the index.
DROP INDEX app.deadline_open_agency;
DROP INDEX app.deadline_open_province;
CREATE INDEX deadline_open_agency ON app.deadline (agency_id, due_on, id) INCLUDE (visible_to, assignee_id) WHERE closed_at IS NULL AND statutory;
CREATE INDEX deadline_open_province ON app.deadline (province_id, due_on, id) INCLUDE (agency_id, visible_to, assignee_id) WHERE closed_at IS NULL AND statutory;
DROP INDEX app.case_file_open_agency;
DROP INDEX app.case_file_open_province;
CREATE INDEX case_file_open_agency ON app.case_file (agency_id, stage, id) INCLUDE (visible_to, assignee_id, procedure, received_on) WHERE closed_at IS NULL;
CREATE INDEX case_file_open_province ON app.case_file (province_id, stage, id) INCLUDE (agency_id, visible_to, assignee_id, procedure, received_on) WHERE closed_at IS NULL;
-- Limits that an order has lengthened are few.
CREATE INDEX deadline_lengthened ON app.deadline (province_id, agency_id) INCLUDE (visible_to) WHERE closed_at IS NULL AND statutory AND extensions <> '[]';
-- The files closed last: how long each stage took them.
CREATE INDEX case_file_closed_agency ON app.case_file (agency_id, procedure, closed_on DESC) INCLUDE (visible_to, id) WHERE closed_at IS NOT NULL;
CREATE INDEX case_file_closed_province ON app.case_file (province_id, procedure, closed_on DESC) INCLUDE (agency_id, visible_to, id) WHERE closed_at IS NOT NULL;
-- Papers that wait for an approval or a signature.
CREATE INDEX paper_waiting ON app.paper (agency_id, submitted_at, id) WHERE state IN ('submitted', 'approved');

-- How long the files closed last stood in each stage, by the days of their acts in the ledger. Scope: the agencies asked for are
-- of the actor's own; protected files are not in it, whoever asks (so few identify). Steps taken back, and what took them back,
-- never happened. `since`: the earliest closing day among at least p_take files, so that the list from that day on is exactly these.
CREATE FUNCTION app.stage_medians(p_province int, p_agencies int[], p_procedure text, p_take int)
RETURNS TABLE (since date, files int, stage text, median_days numeric)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, pg_temp AS $$
DECLARE
  v_since date;
  v_files uuid[];
BEGIN
  IF NOT p_agencies <@ app.agencies() THEN
    RAISE EXCEPTION 'ACCESS.SCOPE' USING ERRCODE = '42501';
  END IF;
  IF p_province IS NOT NULL THEN
    SELECT min(x.closed_on) INTO v_since FROM (
      SELECT c.closed_on FROM app.case_file c
       WHERE c.province_id = p_province AND c.agency_id = ANY (p_agencies) AND c.procedure = p_procedure AND c.closed_at IS NOT NULL AND c.visible_to IS NULL
       ORDER BY c.closed_on DESC LIMIT p_take) x;
    SELECT array_agg(c.id) INTO v_files FROM app.case_file c
     WHERE c.province_id = p_province AND c.agency_id = ANY (p_agencies) AND c.procedure = p_procedure AND c.closed_at IS NOT NULL AND c.visible_to IS NULL
       AND c.closed_on >= v_since;
  ELSE
    SELECT min(x.closed_on) INTO v_since FROM (
      SELECT c.closed_on FROM app.case_file c
       WHERE c.agency_id = ANY (p_agencies) AND c.procedure = p_procedure AND c.closed_at IS NOT NULL AND c.visible_to IS NULL
       ORDER BY c.closed_on DESC LIMIT p_take) x;
    SELECT array_agg(c.id) INTO v_files FROM app.case_file c
     WHERE c.agency_id = ANY (p_agencies) AND c.procedure = p_procedure AND c.closed_at IS NOT NULL AND c.visible_to IS NULL
       AND c.closed_on >= v_since;
  END IF;
  RETURN QUERY
    WITH steps AS MATERIALIZED (
      SELECT e.id, e.case_id, e.seq, e.from_stage, e.to_stage, e.occurred_on, e.corrects
        FROM app.case_event e WHERE e.case_id = ANY (v_files) AND e.kind = 'procedure'
    ), kept AS (
      SELECT s.to_stage, s.occurred_on, lead(s.occurred_on) OVER (PARTITION BY s.case_id ORDER BY s.seq) AS left_on
        FROM steps s
       WHERE s.corrects IS NULL AND s.to_stage IS DISTINCT FROM s.from_stage
         AND s.id NOT IN (SELECT x.corrects FROM steps x WHERE x.corrects IS NOT NULL)
    )
    SELECT v_since, cardinality(v_files), k.to_stage, percentile_cont(0.5) WITHIN GROUP (ORDER BY (k.left_on - k.occurred_on)::float8)::numeric
      FROM kept k WHERE k.left_on IS NOT NULL GROUP BY k.to_stage;
END $$;
REVOKE ALL ON FUNCTION app.stage_medians(int, int[], text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.stage_medians(int, int[], text, int) TO nghedan_app;
