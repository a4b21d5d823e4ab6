/**
 * Whose data a table holds. A new table with a person's or a server's id gets its line here; a test
 * reads the schema of the database and fails where one is missing.
 */

/** Tables with a person's id. `keep` takes the person out of the row, and the row stays. */
export const PERSONAL_TABLES = [
  { table: 'feedback', column: 'user_id', erasure: 'delete' },
  { table: 'setting_change', column: 'user_id', erasure: 'keep' },
] as const;

/** Tables with a server's id; its row in `guild`, by which it is found, comes apart from these. */
export const GUILD_TABLES = [
  'feedback',
  'setting',
  'setting_change',
  'usage',
  'question_log',
] as const;
