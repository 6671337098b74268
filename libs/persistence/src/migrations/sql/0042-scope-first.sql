-- Policies of one table are asked in the order of their names, last name first. Reading without acting is asked last, so that
-- its list is looked up only where a row is not of the actor's own agency.
ALTER POLICY read_only ON app.case_file RENAME TO also_read;
ALTER POLICY read_only ON app.petition RENAME TO also_read;
ALTER POLICY read_only ON app.petitioner RENAME TO also_read;
ALTER POLICY read_only ON app.attachment RENAME TO also_read;
