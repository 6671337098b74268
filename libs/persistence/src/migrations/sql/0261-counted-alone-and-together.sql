-- Visits that are alone in their matter are grouped, those of a matter of several are laid visit by visit: each from an index of its own.
DROP INDEX app.report_reception_row_counted;
CREATE INDEX report_reception_row_alone ON app.report_reception_row (agency_id, kind, traits_id) INCLUDE (day, changed_at, people, id) WHERE solo;
CREATE INDEX report_reception_row_together ON app.report_reception_row (agency_id, first_id, id) INCLUDE (kind, traits_id, day, changed_at, people) WHERE NOT solo;
