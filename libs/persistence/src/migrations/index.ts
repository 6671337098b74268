/** SQL files in the order they run. A new file is one more line at the end; a file that has run somewhere never changes. */
export const MIGRATION_FILES = [
  '0001-tables.sql',
  '0002-access.sql',
  '0030-access-functions.sql',
  '0010-casework.sql',
  '0011-oversight.sql',
  '0020-intake.sql',
  '0090-notices.sql',
  '0040-links-and-grants.sql',
  '0080-calendar.sql',
  '0095-agency-changes.sql',
  '0070-documents.sql',
  '0041-running-files-go-over.sql',
  '0060-reception.sql',
  '0042-scope-first.sql',
  '0050-handling.sql',
  '0098-identity-release.sql',
] as const;
